"""The API listener as one ASGI application: every API under its mount, the control API beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from .app import ApiApp
from .exchange import send_reply
from .faults import Reply
from .urls import host_name

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

__all__ = ["CONTROL", "RootApp"]

CONTROL = "/_emulator"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class RootApp:
    """Passes each request on to the API whose mount its path begins with; `at_root` names those served at `/` instead:
    the one that has an operation at a path takes it, the first of them what is left.

    The control API has no password, so it answers only under a loopback name or one in `hosts`: a web page that has
    its own name point here (DNS rebinding) gets 403. Whatever a browser sends for a page of another host, with that
    page's `Origin`, gets 403 from every API.
    """

    def __init__(self, apis: Sequence[ApiApp], control: ApiApp, at_root: str | None, hosts: Sequence[str]) -> None:
        mounted = [api for api in apis if api.plugin.at_root != at_root]
        shared = Counter(api.plugin.mount for api in mounted)
        # Where APIs share a mount, the one with the longer prefix takes what is below it, one without takes the rest.
        places = [
            (api.plugin.mount + (api.plugin.prefix if shared[api.plugin.mount] > 1 else ""), api) for api in mounted
        ]
        # Its pages are beside its prefix, and must not be looked for in the API that takes the rest.
        places += [(api.plugin.mount + api.plugin.pages, api) for api in mounted if api.plugin.pages]
        self._mounts = sorted(places, key=lambda place: -len(place[0]))
        self._at_root = [api for api in apis if api.plugin.at_root == at_root]
        self._control = control
        self._hosts = _LOOPBACK | {host.strip("[]").lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return  # no web sockets, and a lifespan that nobody waits for
        origin = next((value for name, value in scope["headers"] if name == b"origin"), None)
        if origin is not None and not self._trusts(origin.decode("latin-1")):
            await _refuse(send, 403, "web pages of other hosts may not call the emulator; see allowed_hosts")
            return
        raw = scope.get("raw_path")
        path = raw.decode("latin-1") if raw else quote(scope["path"])
        for place, api in self._mounts:
            if path.startswith(place) and path[len(place) : len(place) + 1] == "/":
                mount = api.plugin.mount
                await api.serve(scope, receive, send, mount, path[len(mount) :])
                return
        if path.startswith(f"{CONTROL}/"):
            await self._serve_control(scope, receive, send, path[len(CONTROL) :])
        elif self._at_root:
            chosen = next((api for api in self._at_root if api.knows(path)), self._at_root[0])
            await chosen.serve(scope, receive, send, "", path)
        else:
            mounts = ", ".join([*(f"{place}/" for place, _ in self._mounts), f"{CONTROL}/"])
            await _refuse(send, 404, f"nothing is served at this path; there are {mounts}")

    def _trusts(self, origin: str) -> bool:
        scheme, _, host = origin.partition("://")
        return scheme in ("http", "https") and host_name(host) in self._hosts

    async def _serve_control(self, scope: Scope, receive: Receive, send: Send, path: str) -> None:
        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        if host_name(host) not in self._hosts:
            await _refuse(send, 403, "the control API answers under loopback names only; see allowed_hosts")
            return
        await self._control.serve(scope, receive, send, CONTROL, path)


async def _refuse(send: Send, status: int, message: str) -> None:
    content = f'{{"error":{{"type":"EmulatorError","message":"{message}"}}}}'.encode()
    await send_reply(send, Reply(status, [(b"content-type", b"application/json")], content))
