"""Files in Azure Data Lake Storage Gen2 by its REST API, or in a blob container by the Blob API.

The Blob API is for what speaks nothing else, as Azurite (the vendor's own emulator, which has no `dfs` endpoint).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

import httpx2

from bireme_emulator.kernel.clock import Clock

from .channels import Parcel, SendFault, confined, http_fault
from .messages import FileDrop
from .settings import AdlsSettings

__all__ = ["AdlsChannel", "signature"]

_VERSION = "2021-12-02"
_CHUNK = 4 * 1024 * 1024
_SIGNED = ("content-encoding", "content-language", "content-length", "content-md5", "content-type", "date")
_CONDITIONS = ("if-modified-since", "if-match", "if-none-match", "if-unmodified-since", "range")


class AdlsChannel:
    """A file that is sent again replaces itself."""

    idempotent = True

    def __init__(self, settings: AdlsSettings) -> None:
        self._settings = settings

    def send(self, parcel: Parcel) -> None:
        message = parcel.message
        assert isinstance(message, FileDrop)
        path = confined(self._settings.root.strip("/"), message.path)
        try:
            patience, way = self._settings.timeout, _Sealing(self._settings.sas)
            with httpx2.Client(transport=way, timeout=patience, follow_redirects=False, trust_env=False) as client:
                put = self._put_blob if self._settings.api == "blob" else self._put_file
                put(_Requests(client, self._settings, path, parcel), message)
        except httpx2.TransportError as error:
            raise SendFault(f"no connection: {str(error) or type(error).__name__}", temporary=True) from error

    def _put_file(self, requests: _Requests, message: FileDrop) -> None:
        """Create, append, flush (Path - Create and Path - Update of the Data Lake Storage Gen2 REST API)."""
        media_type = _plain(message.attachment.media_type)
        requests.send("PUT", {"resource": "file"}, headers={"x-ms-content-type": media_type})
        position = 0
        for chunk in _chunks(message.attachment.path):
            requests.send("PATCH", {"action": "append", "position": str(position)}, chunk)
            position += len(chunk)
        requests.send("PATCH", {"action": "flush", "position": str(position), "close": "true"})

    def _put_blob(self, requests: _Requests, message: FileDrop) -> None:
        """Put Block for each part, then Put Block List, with which the whole blob appears at once."""
        ids = []
        for number, chunk in enumerate(_chunks(message.attachment.path)):
            ids.append(base64.b64encode(f"{number:08}".encode()).decode())
            requests.send("PUT", {"comp": "block", "blockid": ids[-1]}, chunk)
        latest = "".join(f"<Latest>{id}</Latest>" for id in ids)
        listed = f'<?xml version="1.0" encoding="utf-8"?><BlockList>{latest}</BlockList>'.encode()
        media_type = _plain(message.attachment.media_type)
        requests.send("PUT", {"comp": "blocklist"}, listed, {"x-ms-blob-content-type": media_type})


class _Sealing(httpx2.HTTPTransport):
    """Adds the shared access signature on the way out: the client writes the URLs that it knows into its log."""

    def __init__(self, sas: str | None) -> None:
        super().__init__(trust_env=False)
        self._sas = (sas or "").lstrip("?")

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if not self._sas:
            return super().handle_request(request)
        asked = b"&".join([request.url.query, self._sas.encode()])
        url = request.url.copy_with(query=asked)
        sealed = httpx2.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )
        return super().handle_request(sealed)


class _Requests:
    """Signed requests about one path."""

    def __init__(self, client: httpx2.Client, settings: AdlsSettings, path: str, parcel: Parcel) -> None:
        self._client, self._settings, self._parcel = client, settings, parcel
        self._url = f"{settings.url}/{settings.filesystem}/{quote(path, safe='/')}"
        self._path = path

    def send(
        self, method: str, query: Mapping[str, str], content: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> None:
        settings = self._settings
        sent = {"x-ms-version": _VERSION, "content-length": str(len(content)), **(headers or {})}
        sent["x-ms-date"] = format_datetime(Clock().now(), usegmt=True)  # the service compares it with its own time
        if content:
            sent["content-type"] = "application/octet-stream"
        if settings.key is not None:
            signed = signature(settings.account, settings.key, method, self._url, query, sent)
            sent["authorization"] = f"SharedKey {settings.account}:{signed}"
        reply = self._client.request(method, f"{self._url}?{urlencode(query)}", content=content, headers=sent)
        if reply.status_code not in (200, 201, 202):
            said = reply.headers.get("x-ms-error-code", "")
            raise http_fault(f"{method} of {self._path!r}", reply.status_code, reply.headers, self._parcel.now, said)


def signature(
    account: str, key: str, method: str, url: str, query: Mapping[str, str], headers: Mapping[str, str]
) -> str:
    """What SharedKey authorization of Azure Storage wants: an HMAC over everything that matters in a request."""
    values = [headers.get(name, "") for name in _SIGNED + _CONDITIONS]
    if values[2] == "0":
        values[2] = ""
    special = sorted((name, value.strip()) for name, value in headers.items() if name.startswith("x-ms-"))
    parts = urlsplit(url)
    asked = sorted((name.lower(), value) for name, value in (*query.items(), *parse_qsl(parts.query)))
    resource = f"/{account}{parts.path}" + "".join(f"\n{name}:{value}" for name, value in asked)
    text = "\n".join([method, *values, *(f"{name}:{value}" for name, value in special), resource])
    try:
        secret = base64.b64decode(key, validate=True)
    except ValueError:
        raise SendFault("the key of the settings is not Base64; copy it as the portal shows it") from None
    return base64.b64encode(hmac.new(secret, text.encode(), hashlib.sha256).digest()).decode()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _plain(media_type: str) -> str:
    return media_type if media_type.isascii() and media_type.isprintable() else "application/octet-stream"
