"""Faults in the bytes: slow, cut and broken replies, made on the real connection where there is one.

Under uvicorn the connection's transport stands in the ASGI scope (put there by the protocol classes of `server`), so a
reset is a TCP reset and a truncated reply ends with the connection. In process there is no connection: the reply stops
at the same byte and the application raises `ConnectionBroken`.
"""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .faults import FaultRule

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

    from .clock import Clock

__all__ = ["TRANSPORT", "ConnectionBroken", "FaultySend", "break_connection", "is_gone"]

TRANSPORT = "bireme.transport"
_FLUSH_TURNS = 1000  # turns of the event loop; a reader that takes nothing meanwhile loses what is still buffered
_ABORT_AND_SEND_RESET = struct.pack("ii", 1, 0)


class ConnectionBroken(ConnectionResetError):
    """In process: the connection would be broken here. `kind` is the fault's kind."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"the emulator broke the connection on order (fault {kind})")
        self.kind = kind


async def break_connection(scope: Scope, receive: Receive, kind: str) -> None:
    """End the connection: with a TCP reset, or for `truncate` with an orderly close. In process it raises."""
    transport: asyncio.Transport | None = scope.get("state", {}).get(TRANSPORT)
    if transport is None:
        raise ConnectionBroken(kind)
    if kind == "truncate":
        transport.close()
    else:
        connection = transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _ABORT_AND_SEND_RESET)
        transport.abort()
    while (await receive())["type"] != "http.disconnect":
        pass  # the rest of the request, which nobody will read


def is_gone(scope: Scope) -> bool:
    """Whether nobody is left to read what is sent."""
    transport: asyncio.Transport | None = scope.get("state", {}).get(TRANSPORT)
    return transport is not None and transport.is_closing()


class _Broken(Exception):
    """The reply has come to the byte at which the connection breaks."""


class FaultySend:
    """A `send` that slows or cuts the body as the rules say. Use `run` around whatever sends the reply."""

    def __init__(self, rules: Sequence[FaultRule], scope: Scope, receive: Receive, send: Send, clock: Clock) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._clock = clock
        self._cut = next((rule for rule in rules if rule.kind in {"reset_body", "truncate"}), None)
        self._dribble = next((rule for rule in rules if rule.kind == "dribble"), None)
        self._left = self._cut.after_bytes if self._cut else 0

    async def run(self, app: Any) -> None:
        """Run an ASGI application (or anything called like one) with this `send`."""
        try:
            await app(self._scope, self._receive, self)
        except _Broken:
            assert self._cut is not None
            await self._flush()
            await break_connection(self._scope, self._receive, self._cut.kind)

    async def __call__(self, message: Message) -> None:
        if message["type"] != "http.response.body":
            await self._send(self._start(message) if self._cut is not None else message)
            return
        body, more = message.get("body", b""), message.get("more_body", False)
        if self._cut is not None:
            part = body[: self._left]
            self._left -= len(part)
            await self._pass_on(part, more=True)
            if len(part) < len(body) or not more:
                raise _Broken
            return
        await self._pass_on(body, more)

    def _start(self, message: Message) -> Message:
        """The head of a reply that will be cut: it promises at least one byte more than will be sent."""
        headers = [(name.lower(), value) for name, value in message.get("headers", [])]
        length = int(dict(headers).get(b"content-length", b"0"))
        if length:
            self._left = min(self._left, length - 1)
        else:
            self._left = 0
            headers = [(name, value) for name, value in headers if name != b"content-length"]
            headers.append((b"content-length", b"1"))
        return {**message, "headers": headers}

    async def _pass_on(self, body: bytes, more: bool) -> None:
        if self._dribble is None:
            await self._send({"type": "http.response.body", "body": body, "more_body": more})
            return
        step = self._dribble.chunk
        for start in range(0, len(body), step):
            if start:
                await self._clock.sleep_async(self._dribble.interval)
            if self._gone():
                return  # nobody is left to take the rest, which may go on for hours
            await self._send({"type": "http.response.body", "body": body[start : start + step], "more_body": True})
        if not more:
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    def _gone(self) -> bool:
        return is_gone(self._scope)

    async def _flush(self) -> None:
        """Let what was sent so far leave the process; a reset would otherwise throw it away."""
        transport: asyncio.Transport | None = self._scope.get("state", {}).get(TRANSPORT)
        for _ in range(_FLUSH_TURNS):
            if transport is None or transport.is_closing() or not transport.get_write_buffer_size():
                return
            await asyncio.sleep(0)
