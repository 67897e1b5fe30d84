"""The files listener: signed links to finished files, on an origin of their own as at the vendors' object stores."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote
from xml.sax.saxutils import escape

from .clock import stopwatch
from .exchange import Exchange, http_date, send_reply
from .faults import REPLACING, FaultRule, Reply, change_reply, replacement
from .files import LinkRefused, StoredFile, session_of
from .wire import FaultySend, break_connection

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

    from .journal import Secrets
    from .sessions import Session, Sessions
    from .urls import PublicUrls

__all__ = ["FilesApp"]

_CHUNK = 256 * 1024
_RANGE = re.compile(r"bytes=(\d{1,18})?-(\d{1,18})?\Z")
_REFUSALS = {
    "expired": (403, "AccessDenied", "Request has expired"),
    "invalid": (403, "SignatureDoesNotMatch", "The signature of this link does not match"),
    "gone": (404, "NoSuchKey", "The specified key does not exist."),
    "unknown": (404, "NoSuchKey", "The specified key does not exist."),
}


class FilesApp:
    """GET and HEAD of `/<name>?token=<token>`: the file, or an object store's XML error."""

    def __init__(self, sessions: Sessions, urls: PublicUrls, secrets: Secrets) -> None:
        self._sessions = sessions
        self._urls = urls
        self._secrets = secrets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        watch = stopwatch()
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        path = (scope.get("raw_path") or quote(scope["path"]).encode()).decode("latin-1")
        origin, files_url = self._urls.seen_from(headers.get("host"))
        exchange = Exchange(scope["method"], path, scope["query_string"], headers, files_url, origin)
        token = _token(scope["query_string"])
        session = exchange.session = self._session(token, headers)
        entry = exchange.note("files", None, path, self._secrets)
        try:
            rules: tuple[FaultRule, ...] = ()
            if session.faults.active:
                rules = session.faults.take("files", None, None, exchange.method, path)
            if rules:
                entry.faults = tuple(f"{rule.kind}#{rule.id}" for rule in rules)
                await self._serve_faulty(exchange, token, rules, scope, receive, send)
            else:
                await self._serve(exchange, token, send)
        finally:
            entry.duration = watch()

    def _session(self, token: str | None, headers: dict[str, str]) -> Session:
        """The session that the token names, else the one that the header names, if it is open; else the default one."""
        named = (session_of(token) if token else None) or headers.get("x-emulator-session")
        return (self._sessions.find(named) if named else None) or self._sessions.default

    async def _serve_faulty(
        self,
        exchange: Exchange,
        token: str | None,
        rules: tuple[FaultRule, ...],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        clock = exchange.session.clock
        for rule in rules:
            if rule.kind == "latency":
                await clock.sleep_async(rule.seconds)
        ending = next((rule for rule in rules if rule.kind in {"reset", "expired_url"} or rule.kind in REPLACING), None)
        if ending is not None and ending.kind == "reset":
            exchange.finish(0)
            await break_connection(scope, receive, ending.kind)
            return

        async def deliver(_scope: Scope, _receive: Receive, wrapped: Send) -> None:
            if ending is None:
                await self._serve(exchange, token, wrapped, rules)
            elif ending.kind == "expired_url":
                await send_reply(wrapped, self._refusal(exchange, "expired"))
            else:
                # base_url is this listener's own here, files_url the other one's
                here = f"{exchange.base_url}{exchange.path}?{exchange.query_string.decode('latin-1')}"
                reply = replacement(ending, clock, here, exchange.files_url)
                exchange.finish(reply.status)
                await send_reply(wrapped, reply)

        await FaultySend(rules, scope, receive, send, clock).run(deliver)

    async def _serve(
        self, exchange: Exchange, token: str | None, send: Send, rules: tuple[FaultRule, ...] = ()
    ) -> None:
        if exchange.method not in {"GET", "HEAD"}:
            reply = self._error(exchange, 405, "MethodNotAllowed", "The specified method is not allowed here")
            reply.set_header(b"allow", b"GET, HEAD")
            await send_reply(send, reply)
            return
        try:
            if token is None:
                raise LinkRefused("unknown", "the link holds no token")
            file = exchange.session.files.resolve(token)
        except LinkRefused as refused:
            await send_reply(send, self._refusal(exchange, refused.reason))
            return
        await self._send_file(exchange, file, send, rules)

    async def _send_file(self, exchange: Exchange, file: StoredFile, send: Send, rules: tuple[FaultRule, ...]) -> None:
        try:
            source = open(file.path, "rb")  # noqa: SIM115 - closed below; opening is what may fail
        except FileNotFoundError:
            await send_reply(send, self._refusal(exchange, "gone"))
            return
        with source:
            size = os.fstat(source.fileno()).st_size
            span = _span(exchange.headers.get("range"), size)
            if span is None:
                reply = self._error(exchange, 416, "InvalidRange", "The requested range is not satisfiable")
                reply.set_header(b"content-range", b"bytes */%d" % size)
                await send_reply(send, reply)
                return
            start, end = span
            partial = (start, end) != (0, size)
            head = Reply(206 if partial else 200, self._file_headers(exchange, file, start, end), b"")
            if partial:
                head.headers.append((b"content-range", b"bytes %d-%d/%d" % (start, end - 1, size)))
            for rule in rules:
                if rule.kind == "content_type":
                    change_reply(rule, head)
            exchange.finish(head.status)
            await send({"type": "http.response.start", "status": head.status, "headers": head.headers})
            if exchange.method == "HEAD":
                await send({"type": "http.response.body", "body": b""})
                return
            source.seek(start)
            left = end - start
            while left > _CHUNK:
                # read in the loop's own thread: the page cache answers faster than another thread would
                part = source.read(_CHUNK)
                if not part:
                    raise OSError(f"{file.path.name} has become shorter while it was sent")
                left -= len(part)
                await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": source.read(left)})

    def _file_headers(self, exchange: Exchange, file: StoredFile, start: int, end: int) -> list[tuple[bytes, bytes]]:
        disposition = f"attachment; filename*=UTF-8''{quote(file.name, safe='')}"
        if file.name.isascii() and '"' not in file.name and "\\" not in file.name and file.name.isprintable():
            disposition = f'attachment; filename="{file.name}"'
        assert exchange.moment is not None
        return [
            (b"content-type", file.media_type.encode("latin-1")),
            (b"content-length", b"%d" % (end - start)),
            (b"content-disposition", disposition.encode("ascii")),
            (b"etag", f'"{file.id}"'.encode("ascii")),
            (b"accept-ranges", b"bytes"),
            (b"x-request-id", exchange.id.encode("ascii")),
            (b"date", http_date(exchange.moment)),
        ]

    def _refusal(self, exchange: Exchange, reason: str) -> Reply:
        status, code, message = _REFUSALS[reason]
        if exchange.entry is not None:
            exchange.entry.verdict = "refused"
        return self._error(exchange, status, code, message)

    def _error(self, exchange: Exchange, status: int, code: str, message: str) -> Reply:
        """An error as object stores write it."""
        if exchange.entry is not None:
            exchange.entry.reason = f"{code}: {message}"
        exchange.finish(status)
        text = (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f"<Error><Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
            f"<RequestId>{escape(exchange.id)}</RequestId></Error>"
        )
        headers = [(b"content-type", b"application/xml"), (b"x-request-id", exchange.id.encode("ascii"))]
        return Reply(status, headers, b"" if exchange.method == "HEAD" else text.encode())


def _token(query: bytes) -> str | None:
    """The token of a link; `None` where the query has none, or several."""
    tokens = parse_qs(query.decode("latin-1")).get("token", [])
    return tokens[0] if len(tokens) == 1 else None


def _span(header: str | None, size: int) -> tuple[int, int] | None:
    """The bytes asked for as [start, end); the whole file without a (usable) Range header, `None` if beyond its end."""
    match = _RANGE.match(header) if header else None
    if match is None or (match[1] is None and match[2] is None):
        return 0, size
    if match[1] is None:
        wanted = int(match[2])
        return (max(0, size - wanted), size) if wanted and size else None
    start = int(match[1])
    end = size if match[2] is None else min(size, int(match[2]) + 1)
    return (start, end) if start < min(end, size) else None
