"""One request on its way through the kernel, and the plain ASGI around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import aclosing
from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from .faults import Reply
from .journal import Entry, Secrets
from .streams import Stream
from .validation import Invalid

if TYPE_CHECKING:
    from starlette.types import Receive, Send

    from .context import Answer
    from .ratelimit import Verdict
    from .router import Route
    from .sessions import Session

__all__ = ["Exchange", "http_date", "read_body", "send_reply"]

_JSON = (b"content-type", b"application/json")
_dates: dict[int, bytes] = {}


class Exchange:
    """What is known so far of a request and its reply. `path` is relative to the API's root, still percent-encoded."""

    __slots__ = (
        "base_url",
        "entry",
        "files_url",
        "headers",
        "id",
        "method",
        "moment",
        "path",
        "plan",
        "query_string",
        "route",
        "session",
        "values",
        "verdict",
    )

    session: Session

    def __init__(
        self, method: str, path: str, query_string: bytes, headers: dict[str, str], base_url: str, files_url: str
    ) -> None:
        self.method = method
        self.path = path
        self.query_string = query_string
        self.headers = headers
        self.base_url = base_url
        self.files_url = files_url
        self.route: Route[Any] | None = None
        self.plan: Any = None
        self.values: list[str] = []
        self.verdict: Verdict | None = None
        self.entry: Entry | None = None
        self.id = ""
        self.moment: datetime | None = None

    def note(self, listener: str, api: str | None, path: str, secrets: Secrets) -> Entry:
        """Begin the journal entry; status and duration follow."""
        session = self.session
        session.requests = number = session.requests + 1
        self.id = f"{session.name}-{number}"
        self.moment = moment = session.clock.now()
        operation = self.plan.id if self.plan is not None else None
        path, query, headers, found = secrets.request(path, self.query_string.decode("latin-1"), self.headers)
        self.entry = Entry(
            number, moment, session.name, listener, api, operation, self.method, path, query, headers, b"", found
        )
        session.journal.add(self.entry)  # now, so that whoever has the reply finds the entry
        return self.entry

    def finish(self, status: int) -> None:
        """Note the status that goes out; 0 where the connection breaks before one does."""
        if self.entry is not None:
            self.entry.status = status

    def reply(self, answer: Answer, content: bytes) -> Reply:
        """The reply that an answer becomes: its headers, and those that every reply has."""
        headers: list[tuple[bytes, bytes]] = []
        status = answer.status
        typed = answer.body is None
        if answer.headers:
            for name, value in answer.headers.items():
                key = name.lower().encode("latin-1")
                typed = typed or key == b"content-type"
                headers.append((key, value.encode("latin-1")))
        if not typed:
            headers.append(_JSON)
        if self.verdict is not None:
            headers += self.verdict.headers()
        if self.id:
            headers.append((b"x-request-id", self.id.encode("ascii")))
        if self.moment is not None:
            headers.append((b"date", http_date(self.moment)))
        if self.entry is not None:
            self.entry.status = status
        return Reply(status, headers, content)


def http_date(moment: datetime) -> bytes:
    """A time as HTTP writes it; the last one is remembered, since most replies fall into one second."""
    second = int(moment.timestamp())
    known = _dates.get(second)
    if known is None:
        _dates.clear()
        known = _dates[second] = format_datetime(moment, usegmt=True).encode("ascii")
    return known


async def read_body(headers: Mapping[str, str], receive: Receive, limit: int) -> bytes:
    """The whole body. Raises `Invalid` for one of more than `limit` bytes, without reading it to its end."""
    length = headers.get("content-length")
    if length is None and "transfer-encoding" not in headers and headers.get("content-type") is None:
        return b""
    if length is not None and length.isdecimal() and int(length) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Invalid("body", "the connection ended before the body did")
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise _too_large(limit)
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)


def _too_large(limit: int) -> Invalid:
    return Invalid("size", f"the body is larger than {limit} bytes, the most that is taken")


async def send_reply(send: Send, reply: Reply, gone: Callable[[], bool] = lambda: False) -> None:
    """Send a reply: a whole one with its length stated, a stream until its end or until the reader is `gone`."""
    if reply.stream is not None:
        await _send_stream(send, reply, reply.stream, gone)
        return
    if reply.status != 204 and reply.status != 304:
        reply.headers.append((b"content-length", b"%d" % len(reply.content)))
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers})
    await send({"type": "http.response.body", "body": reply.content})


async def _send_stream(send: Send, reply: Reply, stream: Stream, gone: Callable[[], bool]) -> None:
    await send({"type": "http.response.start", "status": reply.status, "headers": reply.headers})
    async with aclosing(stream.chunks()) as chunks:
        async for chunk in chunks:
            if gone():
                return
            await send({"type": "http.response.body", "body": chunk, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
