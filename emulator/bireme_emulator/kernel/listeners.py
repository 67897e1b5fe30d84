"""Both listeners on real sockets: uvicorn, with protocols that let a fault reach the connection itself."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

import uvicorn

from .config import EmulatorError
from .wire import TRANSPORT

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

__all__ = ["Listener", "bind", "protocol_class"]

_GRACE = 1.0  # seconds that replies under way get when the emulator stops
_BACKLOG = 2048


def bind(host: str, port: int, field: str) -> socket.socket:
    """A listening socket; port 0 picks a free one. Raises `EmulatorError` naming `field` where it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise EmulatorError(f"host={host!r}: this is no address of this machine; use 127.0.0.1") from error
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        remedy = "choose another port, or 0 for any free one"
        text = f"{field}={port}: cannot listen on {host}:{port} ({error.strerror}); {remedy}"
        raise EmulatorError(text) from error
    listening.setblocking(False)
    return listening


def protocol_class(name: str = "auto") -> type[asyncio.Protocol]:
    """uvicorn's HTTP protocol (`httptools`, `h11`, or `auto`: the first that is there) with its transport in the scope.

    Both protocols copy `app_state` into the scope of every request, which is where `wire` looks for the transport.
    """
    protocols: Any
    if name == "h11":
        from uvicorn.protocols.http import h11_impl as protocols

        base = protocols.H11Protocol
    elif name == "httptools":
        from uvicorn.protocols.http import httptools_impl as protocols

        base = protocols.HttpToolsProtocol
    else:
        from uvicorn.protocols.http import auto as protocols

        base = protocols.AutoHTTPProtocol

    class ExposedProtocol(base):  # type: ignore[misc, valid-type]
        app_state: dict[str, Any]

        def connection_made(self, transport: asyncio.Transport) -> None:
            self.app_state = {**self.app_state, TRANSPORT: transport}
            super().connection_made(transport)
            # uvicorn asks only whether its log has readers; URLs can hold keys and tokens, and there is a journal
            self.access_log = False

    return ExposedProtocol


class Listener(uvicorn.Server):
    """One uvicorn server on a socket that is bound already, opened and closed within a running loop.

    uvicorn's own `serve` owns the process (signals, polling ten times a second, waiting without end); here both
    listeners share one loop and stop at once.
    """

    def __init__(self, app: ASGIApp, listening: socket.socket, http: str = "auto") -> None:
        self._socket = listening
        super().__init__(
            uvicorn.Config(
                _Stoppable(app),
                http=protocol_class(http),
                ws="none",
                lifespan="off",
                interface="asgi3",
                log_config=None,
                access_log=False,
                proxy_headers=False,
                server_header=False,
                date_header=False,  # replies carry the virtual clock's date
                timeout_keep_alive=75,
                backlog=_BACKLOG,
            )
        )

    async def open(self) -> None:
        """Begin to accept connections."""
        self.config.load()
        self.lifespan = self.config.lifespan_class(self.config)
        await self.on_tick(0)
        await self.startup(sockets=[self._socket])

    async def close(self) -> None:
        """Stop accepting, let replies under way end for a moment, then break off."""
        for server in self.servers:
            server.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        if state.tasks:
            await asyncio.wait(state.tasks, timeout=_GRACE)
        for connection in list(state.connections):
            if connection.transport is not None:
                connection.transport.abort()
        await asyncio.sleep(0)
        for task in list(state.tasks):
            task.cancel()
        await asyncio.gather(*state.tasks, return_exceptions=True)
        self._socket.close()


class _Stoppable:
    """An application whose requests may be cancelled: uvicorn would print a traceback for each."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            transport = scope.get("state", {}).get(TRANSPORT)
            if transport is None or not transport.is_closing():
                raise
