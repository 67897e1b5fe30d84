"""Posts to Slack by its web API: files are uploaded and shared, then the text is posted to each channel."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx2

from .channels import Parcel, SendFault, http_fault
from .messages import SlackPost
from .settings import SlackSettings, origin_of

__all__ = ["SlackChannel"]

# Slack API, errors of web methods: the first may pass; with the second a part may have been done all the same
_PASSING = {"ratelimited", "rate_limited", "service_unavailable", "team_added_to_org", "request_timeout"}
_UNSURE = {"internal_error", "fatal_error"}
_SHARED = "shared"


class SlackChannel:
    """Uploading can be done again unseen; sharing and posting cannot, so a broken connection leaves those in doubt."""

    idempotent = False

    def __init__(self, settings: SlackSettings) -> None:
        self._settings = settings

    def send(self, parcel: Parcel) -> None:
        message = parcel.message
        assert isinstance(message, SlackPost)
        with httpx2.Client(timeout=self._settings.timeout, follow_redirects=False, trust_env=False) as client:
            if message.attachments and _SHARED not in parcel.done:
                files = [self._upload(client, parcel, one.name, one.path) for one in message.attachments]
                shared = {"files": json.dumps(files), "channels": ",".join(message.channels)}
                self._call(client, parcel, "files.completeUploadExternal", shared, seen=True)
                parcel.mark(_SHARED)
            for channel in message.channels:
                step = f"posted/{channel}"
                if step not in parcel.done:
                    said = {"channel": channel, "text": message.text}
                    self._call(client, parcel, "chat.postMessage", said, seen=True)
                    parcel.mark(step)

    def _upload(self, client: httpx2.Client, parcel: Parcel, name: str, path: Path) -> dict[str, str]:
        asked = {"filename": name, "length": str(path.stat().st_size)}
        given = self._call(client, parcel, "files.getUploadURLExternal", asked)
        url, id = given.get("upload_url"), given.get("file_id")
        if not isinstance(url, str) or not isinstance(id, str):
            raise SendFault("files.getUploadURLExternal gave no upload_url and file_id")
        self._check_origin(url)
        try:
            with path.open("rb") as file:
                headers = {"content-type": "application/octet-stream", "content-length": asked["length"]}
                reply = client.post(url, content=file, headers=headers)
        except httpx2.TransportError as error:
            raise SendFault(f"the upload of {name!r} broke off: {_said(error)}", temporary=True) from error
        if reply.status_code != 200:
            raise http_fault(f"the upload of {name!r}", reply.status_code, reply.headers, parcel.now)
        return {"id": id, "title": name}

    def _check_origin(self, url: str) -> None:
        try:  # also as the client itself reads the URL, for two readings may differ
            parsed = httpx2.URL(url)
            read = {origin_of(url), origin_of(f"{parsed.scheme}://{parsed.netloc.decode()}")}
            allowed = not parsed.userinfo and len(read) == 1 and read <= {*self._settings.upload_origins}
        except (ValueError, httpx2.InvalidURL):
            allowed = False
        if not allowed:
            known = ", ".join(self._settings.upload_origins)
            raise SendFault(f"Slack sends the upload to another place than {known}; see upload_origins in the settings")

    def _call(
        self, client: httpx2.Client, parcel: Parcel, method: str, fields: dict[str, str], *, seen: bool = False
    ) -> dict[str, Any]:
        """One call; `seen`: people see what it does, so it must not be done twice."""
        token = self._settings.token
        headers = {} if token is None else {"authorization": f"Bearer {token}"}
        try:
            reply = client.post(f"{self._settings.url}/{method}", data=fields, headers=headers)
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout) as error:
            raise SendFault(f"no connection to Slack: {_said(error)}", temporary=True) from error
        except httpx2.TransportError as error:
            lost = f"{method} broke off without an answer: {_said(error)}"
            raise SendFault(lost, temporary=not seen, in_doubt=seen) from error
        if reply.status_code != 200:
            raise http_fault(method, reply.status_code, reply.headers, parcel.now)
        try:
            answer = reply.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise SendFault(f"{method} gave no JSON object; is this Slack's address?", in_doubt=seen)
        if answer.get("ok") is not True:
            error_name = str(answer.get("error"))[:100]
            unsure = seen and error_name in _UNSURE
            passing = error_name in _PASSING | _UNSURE and not unsure
            raise SendFault(f"{method} failed: {error_name}", temporary=passing, in_doubt=unsure)
        return answer


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
