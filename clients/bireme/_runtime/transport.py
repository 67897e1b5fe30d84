"""One call, from request to reply: credentials, redirects, retries, limits, errors.

A `Session` is settings and policy without a socket; its methods are flows, which a driver runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from urllib.parse import quote

from bireme._wire import Operation, ParseError, RawResponse, Reply, Request

from .clock import Clock, SystemClock
from .config import Settings
from .errors import ApiError, BiremeError, ConfigError, DecodeError
from .faults import WireFault, network_error
from .flow import Close, Flow, Http, Read, Sleep, Stream
from .pace import Pace
from .redact import Redactor
from .redirects import METHODS, STATUSES, Chain, shown
from .replies import api_error, decode_error, unexpected_status
from .retry import Retry, wait_hint, worth_retrying
from .timeouts import Timeouts

T = TypeVar("T")

# As much of an error's body as is read from a stream.
ERROR_BODY = 64 * 1024


class _Credentials(dict[str, str]):
    """Headers that a traceback with local variables may show."""

    def __repr__(self) -> str:
        return f"<{len(self)} headers>"


class Session:
    """Where the API is, how to identify there, and with what policy to talk to it.

    Args:
        settings: from `config.resolve`.
        retry: how requests are retried.
        timeouts: limits.
        user_agent: sent to the API and to download hosts.
        clock: for tests.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        retry: Retry | None = None,
        timeouts: Timeouts | None = None,
        user_agent: str = "bireme",
        clock: Clock | None = None,
    ) -> None:
        self.settings = settings
        self.retry = retry or Retry()
        self.timeouts = timeouts or Timeouts()
        self.clock: Clock = clock or SystemClock()
        self.redact = Redactor(settings.key)
        self.pace = Pace()
        self._agent = {"accept": "*/*", "user-agent": user_agent}
        self._credentials = _Credentials({settings.auth_header.lower(): settings.auth_prefix + settings.key})

    def __repr__(self) -> str:
        return f"Session({self.settings.vendor} at {shown(self.settings.base_url)})"

    def at_data_server(self, token: str) -> Session:
        """A session with the data server of the same location, which is shown this token and nothing else.

        Raises:
            ConfigError: the vendor has no data servers.
        """
        other = Session(
            self.settings.at_data_server(token),
            retry=self.retry,
            timeouts=self.timeouts,
            user_agent=self._agent["user-agent"],
            clock=self.clock,
        )
        other.redact = Redactor(self.settings.key, token)
        return other

    # --- what glue uses ---

    def call(
        self,
        request: Request[T],
        *,
        retry: Retry | None = None,
        deadline: float | None = None,
        last: bool = False,
    ) -> Flow[RawResponse[T]]:
        """Sends a request, retries as the policy says, and gives the successful reply, not parsed yet.

        `deadline` is a value of `clock.monotonic()`; no retry starts, and no reply is waited for, past it. `last` is
        for what is sent although the caller has given up.

        Raises:
            ApiError, NetworkError, RedirectError, UnexpectedStatus
        """
        reply, _ = yield from self._attempts(request, retry, deadline, stream=False, last=last)
        return RawResponse(request, cast("Reply", reply))

    def call_value(
        self,
        request: Request[T],
        *,
        retry: Retry | None = None,
        deadline: float | None = None,
    ) -> Flow[T]:
        """`call`, then the value. Raises DecodeError besides, where the reply is not what the spec says."""
        response = yield from self.call(request, retry=retry, deadline=deadline)
        return self.value(response)

    def value(self, response: RawResponse[T]) -> T:
        """The typed value of a reply.

        Raises:
            DecodeError: it is not what the spec says.
        """
        try:
            return response.parse()
        except ParseError as fault:
            problem = fault
        except RecursionError:
            problem = ParseError("", "is nested too deeply")
        raise self.decode_error(response, problem)

    def document(self, response: RawResponse[Any]) -> Any:
        """A reply's body as plain JSON values.

        Raises:
            DecodeError: it is not JSON.
        """
        try:
            return response.json()
        except ParseError as fault:
            problem = fault
        except RecursionError:
            problem = ParseError("", "is nested too deeply")
        raise self.decode_error(response, problem)

    def decode_error(self, response: RawResponse[Any], fault: ParseError) -> DecodeError:
        """The error for a reply in which something is not as it should be."""
        return decode_error(response.request.operation, response.reply, fault, self.redact)

    def open(
        self,
        request: Request[Any],
        *,
        retry: Retry | None = None,
        deadline: float | None = None,
        elsewhere: str | None = None,
    ) -> Flow[Stream]:
        """Like `call`, with the body still to be read. `Stream.foreign` tells whether another origin serves it.

        `elsewhere` is a link that the API has given out in a reply to `request`: what it leads to is fetched without
        credentials, wherever it leads.
        """
        reply, foreign = yield from self._attempts(request, retry, deadline, stream=True, elsewhere=elsewhere)
        stream = cast("Stream", reply)
        stream.foreign = foreign
        return stream

    # --- retries ---

    def _attempts(
        self,
        request: Request[Any],
        retry: Retry | None,
        deadline: float | None,
        *,
        stream: bool,
        elsewhere: str | None = None,
        last: bool = False,
    ) -> Flow[tuple[Reply | Stream, bool]]:
        self._check_server(request.operation)
        policy = self.retry if retry is None else retry
        safe = request.operation.retry
        if deadline is None:
            deadline = self.clock.monotonic() + self.timeouts.call
        attempt = 0
        while True:
            attempt += 1
            chain = Chain(self._url(request), request.operation.id, self.redact, self.settings.scope)
            if elsewhere is not None:
                chain.leave(elsewhere)
            error: BiremeError
            try:
                reply = yield from self._hops(request, chain, deadline, stream, last)
            except WireFault as fault:
                again = not fault.permanent and (safe == "safe" or not fault.sent)
                hint = None
                error = network_error(fault, request.operation.id, shown(chain.url), self.redact)
            else:
                if reply.status < 400:
                    return reply, not chain.trusted
                reply = yield from self.whole(reply)
                again = worth_retrying(reply.status, safe)
                hint = wait_hint(reply.status, reply.headers, self.clock.now())
                error = self._api_error(request, reply, foreign=not chain.trusted)
            wait = policy.delay(attempt, hint, self.clock) if again else None
            if wait is None or self.clock.monotonic() + wait >= deadline:
                raise error
            yield Sleep(wait)

    def _check_server(self, operation: Operation) -> None:
        """An operation is sent to the kind of server that has it, or not at all: no other may see its credential."""
        if operation.server == self.settings.server:
            return
        if operation.server == "data":
            reason = f"is missing: {operation.id} is an operation of the data server, which takes no API key"
            raise ConfigError(
                "data_access_token", reason, "Ask with data_server(token), or use the calls that do both."
            )
        reason = f"does not do: {operation.id} is an operation of the API server, and a token is for the data server"
        raise ConfigError("data_access_token", reason, "Use the client itself.")

    def _api_error(self, request: Request[Any], reply: Reply, *, foreign: bool) -> ApiError:
        return api_error(request.operation, reply, self.redact, self.clock.now(), foreign=foreign)

    def whole(self, reply: Reply | Stream) -> Flow[Reply]:
        """The body of a reply that is an error, as far as it is of use; what goes wrong on the way changes nothing."""
        if isinstance(reply, Reply):
            return reply
        content, until = b"", self.clock.monotonic() + self.timeouts.read
        try:
            while len(content) < ERROR_BODY and self.clock.monotonic() < until:
                part = yield Read(reply, ERROR_BODY)
                if not part:
                    break
                content += part
        except WireFault:
            content += b" (the body broke off here)"
        yield Close(reply)
        return Reply(reply.status, reply.headers, content)

    # --- one attempt ---

    def _hops(
        self, request: Request[Any], chain: Chain, deadline: float, stream: bool, last: bool
    ) -> Flow[Reply | Stream]:
        method = request.operation.method
        first = True
        while True:
            effect = self._http(request, chain, deadline, stream, first)
            effect.last = last
            reply: Reply | Stream = yield effect
            if 200 <= reply.status < 300 or reply.status >= 400:
                return reply
            location = reply.headers.get("location")
            if isinstance(reply, Stream):
                yield Close(reply)
            if reply.status not in STATUSES or method not in METHODS or not location:
                content = reply.content if isinstance(reply, Reply) else b""
                raise unexpected_status(request.operation, Reply(reply.status, reply.headers, content), self.redact)
            chain.follow(location)
            first = False

    def _http(self, request: Request[Any], chain: Chain, deadline: float, stream: bool, first: bool) -> Http:
        headers: Mapping[str, str]
        if chain.trusted:
            asked = {name.lower(): value for name, value in request.headers.items()}
            headers = _Credentials({**self._agent, **asked, **self._credentials})
        else:
            headers = self._agent
        return Http(
            request.operation.method,
            chain.url,
            headers,
            content=request.content,
            multipart=request.multipart,
            stream=stream,
            trusted=chain.trusted,
            private=not (first and chain.trusted) or request.operation.download,
            limit=min(self.timeouts.exchange, max(deadline - self.clock.monotonic(), 0.001)),
        )

    def _url(self, request: Request[Any]) -> str:
        url = self.settings.base_url + request.path
        if not request.query:
            return url
        pairs = "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in request.query)
        return f"{url}?{pairs}"
