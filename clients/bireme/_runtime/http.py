"""The leaves of a flow on httpx2: sending, reading, closing, sleeping; once synchronous, once asynchronous.

This module and `tls` are the only ones that import httpx2, and they are imported when a client first sends. What httpx2
raises becomes a `WireFault` here, raised outside the handler: httpx2's exceptions hold the request with its headers,
and must not stay attached to ours.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, TypeVar

import httpx2

from bireme._wire import Reply

from .clock import Clock
from .errors import ClientClosed
from .faults import WireFault
from .flow import Http, Stream
from .redact import Redactor
from .redirects import shown
from .timeouts import Timeouts
from .tls import LateContext

# A slow body is handed on at least this often, so that progress shows and deadlines are looked at.
PATIENCE = 1.0

_ERRORS = (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError)
_AGENT_HEADERS = ("accept-encoding", "user-agent")

_private: ContextVar[bool] = ContextVar("bireme_private", default=False)
C = TypeVar("C", httpx2.Client, httpx2.AsyncClient)


class _HideSignatures(logging.Filter):
    """httpx2 logs whole URLs, httpcore2 whole reply headers; a signed link is a secret while it lasts."""

    redact = Redactor()

    def filter(self, record: logging.LogRecord) -> bool:
        if _private.get():
            if isinstance(record.args, tuple):
                record.args = tuple(shown(str(a)) if isinstance(a, httpx2.URL) else a for a in record.args)
            record.msg = self.redact(str(record.msg))
        return True


for _name in ("httpx2", "httpcore2.http11", "httpcore2.http2"):
    logging.getLogger(_name).addFilter(_HideSignatures())


@contextmanager
def _quiet(private: bool) -> Iterator[None]:
    if not private:
        yield
        return
    token = _private.set(True)
    try:
        yield
    finally:
        _private.reset(token)


class _Leaves:
    """What both kinds share: the limits, and how requests are built and replies are judged."""

    def __init__(self, clock: Clock, timeouts: Timeouts, own: bool) -> None:
        self.clock = clock
        self.timeouts = timeouts
        self._own = own
        self._limits = {
            "connect": timeouts.connect,
            "read": timeouts.read,
            "write": timeouts.write,
            "pool": timeouts.pool,
        }

    def _request(self, client: httpx2.Client | httpx2.AsyncClient, effect: Http) -> httpx2.Request:
        extensions = {"timeout": self._phases(client, effect.limit)}
        files = [(name, (f.name, f.content, f.content_type)) for name, f in effect.multipart or ()] or None
        if effect.trusted and not self._own:
            return client.build_request(
                effect.method,
                effect.url,
                headers=effect.headers,
                content=effect.content,
                files=files,
                extensions=extensions,
            )
        # Built by hand, so that nothing that the client carries (headers, cookies, query) goes along.
        agent = {name: client.headers[name] for name in _AGENT_HEADERS if name in client.headers}
        return httpx2.Request(
            effect.method,
            effect.url,
            headers={**agent, **effect.headers},
            content=effect.content,
            files=files,
            extensions=extensions,
        )

    def _phases(self, client: httpx2.Client | httpx2.AsyncClient, limit: float | None) -> dict[str, float]:
        phases = self._limits
        if not self._own:
            # A client that was handed in keeps its own limits; where it has none, ours hold.
            theirs = client.timeout.as_dict()
            phases = {name: theirs.get(name) or ours for name, ours in phases.items()}
        if limit is None or all(value <= limit for value in phases.values()):
            return phases
        return {name: min(value, max(limit, 0.001)) for name, value in phases.items()}

    def _auth(self, effect: Http) -> Any:
        return httpx2.USE_CLIENT_DEFAULT if effect.trusted and not self._own else None

    def _check_time(self, began: float, limit: float | None) -> None:
        if limit is not None and self.clock.monotonic() - began > limit:
            raise WireFault(f"the reply was not complete after {limit:g} s", body=True, timeout=True)

    @staticmethod
    def _check_size(response: httpx2.Response, preloaded: bool) -> None:
        announced = response.headers.get("content-length", "")
        if preloaded or response.request.method == "HEAD" or not announced.isdecimal():
            return
        if response.num_bytes_downloaded < int(announced) and response.status_code not in (204, 304):
            got = response.num_bytes_downloaded
            raise WireFault(f"the body broke off after {got} of {announced} bytes", body=True)


def headers_of(response: httpx2.Response) -> Mapping[str, str]:
    """Names in lower case; repeated headers joined by a comma."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def fault_of(error: Exception, body: bool) -> WireFault:
    """What an exception of httpx2 means for a flow; `body` if the reply had begun."""
    text = str(error) or type(error).__name__
    if isinstance(error, httpx2.ConnectTimeout | httpx2.PoolTimeout):
        what = "no connection in time" if isinstance(error, httpx2.ConnectTimeout) else "no free connection in time"
        return WireFault(what, sent=False, timeout=True)
    if isinstance(error, httpx2.ConnectError | httpx2.ProxyError):
        return WireFault(text, sent=False, permanent="CERTIFICATE" in text)
    if isinstance(error, httpx2.TimeoutException):
        silent = "took no data" if isinstance(error, httpx2.WriteTimeout) else "sent nothing"
        return WireFault(f"the server {silent} in time", body=body, timeout=True)
    if isinstance(error, httpx2.LocalProtocolError | httpx2.UnsupportedProtocol | httpx2.InvalidURL):
        return WireFault(text, sent=False, permanent=True)
    return WireFault(text, body=body or isinstance(error, httpx2.DecodingError))


def _no_cookies() -> CookieJar:
    # An API key is all that these APIs ask for; a jar would send cookies to another port of the same host.
    return CookieJar(DefaultCookiePolicy(allowed_domains=[]))


class SyncIO(_Leaves):
    """The leaves on `httpx2.Client`. Safe to use from several threads at once.

    A client that is handed in is used as it is and left open; otherwise one is made at the first request.
    """

    def __init__(self, clock: Clock, timeouts: Timeouts, client: httpx2.Client | None = None) -> None:
        super().__init__(clock, timeouts, own=client is None)
        self._client = client
        self._lock = threading.Lock()
        self._closed = False

    def client(self) -> httpx2.Client:
        client = self._client
        if self._closed or (client is not None and client.is_closed):
            raise ClientClosed
        if client is None:
            with self._lock:
                if self._client is None:
                    self._client = httpx2.Client(cookies=_no_cookies(), verify=LateContext())
                client = self._client
        return client

    def http(self, effect: Http) -> Reply | Stream:
        client = self.client()
        began = self.clock.monotonic()
        response: httpx2.Response | None = None
        try:
            with _quiet(effect.private):
                response = client.send(
                    self._request(client, effect), stream=True, auth=self._auth(effect), follow_redirects=False
                )
            preloaded = response.is_stream_consumed
            if effect.stream:
                return Stream(response.status_code, headers_of(response), (response, preloaded), response.iter_bytes())
            parts = []
            for part in response.iter_bytes():
                parts.append(part)
                self._check_time(began, effect.limit)
            self._check_time(began, effect.limit)
            self._check_size(response, preloaded)
            return Reply(response.status_code, headers_of(response), b"".join(parts))
        except _ERRORS as error:
            fault = fault_of(error, body=response is not None)
        except BaseException:
            if response is not None:
                response.close()
            raise
        if response is not None:
            response.close()
        raise fault

    def read(self, stream: Stream, size: int) -> bytes:
        parts: list[bytes] = []
        got, began = 0, self.clock.monotonic()
        try:
            for part in stream.parts:
                parts.append(part)
                got += len(part)
                if got >= size or self.clock.monotonic() - began >= PATIENCE:
                    break
            else:
                self._check_size(*stream.response)
            return parts[0] if len(parts) == 1 else b"".join(parts)
        except _ERRORS as error:
            fault = fault_of(error, body=True)
        raise fault

    def close_stream(self, stream: Stream) -> None:
        with suppress(*_ERRORS):  # nothing of it is wanted any more
            stream.parts.close()
            stream.response[0].close()

    def sleep(self, seconds: float) -> None:
        self.clock.sleep(seconds)

    def close(self) -> None:
        """Closes the connections, unless they belong to a client that was handed in."""
        with self._lock:
            self._closed = True
            if self._own and self._client is not None:
                self._client.close()


class AsyncIO(_Leaves):
    """The leaves on `httpx2.AsyncClient`."""

    def __init__(self, clock: Clock, timeouts: Timeouts, client: httpx2.AsyncClient | None = None) -> None:
        super().__init__(clock, timeouts, own=client is None)
        self._client = client
        self._closed = False

    def client(self) -> httpx2.AsyncClient:
        if self._closed or (self._client is not None and self._client.is_closed):
            raise ClientClosed
        if self._client is None:
            self._client = httpx2.AsyncClient(cookies=_no_cookies(), verify=LateContext())
        return self._client

    async def http(self, effect: Http) -> Reply | Stream:
        client = self.client()
        began = self.clock.monotonic()
        response: httpx2.Response | None = None
        try:
            with _quiet(effect.private):
                response = await client.send(
                    self._request(client, effect), stream=True, auth=self._auth(effect), follow_redirects=False
                )
            preloaded = response.is_stream_consumed
            if effect.stream:
                return Stream(response.status_code, headers_of(response), (response, preloaded), response.aiter_bytes())
            parts = []
            async for part in response.aiter_bytes():
                parts.append(part)
                self._check_time(began, effect.limit)
            self._check_time(began, effect.limit)
            self._check_size(response, preloaded)
            return Reply(response.status_code, headers_of(response), b"".join(parts))
        except _ERRORS as error:
            fault = fault_of(error, body=response is not None)
        except BaseException:
            if response is not None:
                await response.aclose()
            raise
        if response is not None:
            await response.aclose()
        raise fault

    async def read(self, stream: Stream, size: int) -> bytes:
        parts: list[bytes] = []
        got, began = 0, self.clock.monotonic()
        source: AsyncIterator[bytes] = stream.parts
        try:
            async for part in source:
                parts.append(part)
                got += len(part)
                if got >= size or self.clock.monotonic() - began >= PATIENCE:
                    break
            else:
                self._check_size(*stream.response)
            return parts[0] if len(parts) == 1 else b"".join(parts)
        except _ERRORS as error:
            fault = fault_of(error, body=True)
        raise fault

    async def close_stream(self, stream: Stream) -> None:
        with suppress(*_ERRORS):  # nothing of it is wanted any more
            await stream.parts.aclose()
            await stream.response[0].aclose()

    async def sleep(self, seconds: float) -> None:
        await self.clock.asleep(seconds)

    async def aclose(self) -> None:
        """Closes the connections, unless they belong to a client that was handed in."""
        self._closed = True
        if self._own and self._client is not None:
            await self._client.aclose()
