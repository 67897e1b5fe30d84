"""The senders that generated facades are given: a session, and leaves to run its flows on."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Sequence
from dataclasses import replace
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from bireme._wire import RawResponse, Request

from .flow import Flow, aiterate, arun, iterate, run
from .transport import Session

if TYPE_CHECKING:
    from typing import Self

    import httpx2

    from .http import AsyncIO, SyncIO

T = TypeVar("T")
Item = TypeVar("Item")


def _raw(session: Session, request: Request[T]) -> Flow[RawResponse[T]]:
    if request.operation.download:
        from .handoff import fetch

        return fetch(session, request)
    return session.call(request)


def _shown(session: Session, request: Request[T]) -> Flow[RawResponse[T]]:
    """A reply to hand out, whose `parse` raises our own error."""
    response = yield from _raw(session, request)
    guarded = replace(request, parse=lambda reply: session.value(RawResponse(request, reply)))
    return RawResponse(guarded, response.reply)


def _value(session: Session, request: Request[T]) -> Flow[T]:
    return session.value((yield from _raw(session, request)))


class SyncSender:
    """Sends requests on threads; safe to use from several at once.

    `http` is a client of the caller's own: it is used as it is and left open.
    """

    def __init__(self, session: Session, http: httpx2.Client | None = None) -> None:
        self.session = session
        self._http = http
        self._io: SyncIO | None = None
        self._lock = Lock()

    def __repr__(self) -> str:
        return f"SyncSender({self.session!r})"

    @property
    def io(self) -> SyncIO:
        """The leaves; httpx2 is imported when they are first needed."""
        if self._io is None:
            from .http import SyncIO

            with self._lock:
                if self._io is None:
                    self._io = SyncIO(self.session.clock, self.session.timeouts, self._http)
        return self._io

    def beside(self, session: Session) -> SyncSender:
        """A sender for another session over the same connections; closing this one closes them."""
        other = SyncSender(session)
        other._io = self.io
        return other

    def run(self, flow: Flow[T]) -> T:
        return run(flow, self.io)

    def iterate(self, flow: Flow[Any]) -> Generator[Any, None, Any]:
        return iterate(flow, self.io)

    def send(self, request: Request[T]) -> T:
        return run(_value(self.session, request), self.io)

    def send_raw(self, request: Request[T]) -> RawResponse[T]:
        return run(_shown(self.session, request), self.io)

    def paginate(self, request: Request[T], items: Callable[[T], Sequence[Item]]) -> Iterator[Item]:
        from .paging import paginate

        return iterate(paginate(self.session, request, items), self.io)

    def close(self) -> None:
        """Closes the connections (not those of a client that was handed in); nothing can be sent afterwards."""
        self.io.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class AsyncSender:
    """Sends requests on an event loop."""

    def __init__(self, session: Session, http: httpx2.AsyncClient | None = None) -> None:
        self.session = session
        self._http = http
        self._io: AsyncIO | None = None

    def __repr__(self) -> str:
        return f"AsyncSender({self.session!r})"

    @property
    def io(self) -> AsyncIO:
        """The leaves; httpx2 is imported when they are first needed."""
        if self._io is None:
            from .http import AsyncIO

            self._io = AsyncIO(self.session.clock, self.session.timeouts, self._http)
        return self._io

    def beside(self, session: Session) -> AsyncSender:
        """A sender for another session over the same connections; closing this one closes them."""
        other = AsyncSender(session)
        other._io = self.io
        return other

    async def run(self, flow: Flow[T]) -> T:
        return await arun(flow, self.io)

    def iterate(self, flow: Flow[Any]) -> AsyncGenerator[Any, None]:
        return aiterate(flow, self.io)

    async def send(self, request: Request[T]) -> T:
        return await arun(_value(self.session, request), self.io)

    async def send_raw(self, request: Request[T]) -> RawResponse[T]:
        return await arun(_shown(self.session, request), self.io)

    def paginate(self, request: Request[T], items: Callable[[T], Sequence[Item]]) -> AsyncIterator[Item]:
        from .paging import paginate

        return aiterate(paginate(self.session, request, items), self.io)

    async def aclose(self) -> None:
        """Closes the connections (not those of a client that was handed in); nothing can be sent afterwards."""
        await self.io.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        await self.aclose()
