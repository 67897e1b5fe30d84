"""Flows: what waits or talks, written once, run by a synchronous or an asynchronous driver.

A flow is a generator. It yields an effect (send this, read on, sleep), and receives the effect's result; what goes
wrong is raised at the `yield`. So retries, polls, pages and downloads are plain code that never touches a socket, and
both kinds of client behave alike because they run the same generators.

    def twice(session, request):
        first = yield from session.call(request)
        yield Sleep(1.0)
        return first, (yield from session.call(request))

Two rules keep abandoned flows clean. A flow yields nothing in `finally`, for a generator that is being closed may not:
the driver closes whatever streams a flow left open. And what a flow itself must undo (a half-written file) it undoes
there with plain calls.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias, TypeVar

from bireme._wire import File, Reply

from .faults import WireFault

T = TypeVar("T")

READ_SIZE = 512 * 1024


class Stream:
    """A reply whose body is still to be read; `Read` and `Close` take it.

    `status` and `headers` (names in lower case) are there from the start. `foreign` is true once a redirect has led
    away from the API's origin. `length` is the size that the server announced, where it holds for the decoded body.
    """

    __slots__ = ("foreign", "headers", "length", "parts", "response", "status")

    def __init__(self, status: int, headers: Mapping[str, str], response: Any, parts: Any) -> None:
        self.status = status
        self.headers = headers
        self.response = response
        self.parts = parts
        self.foreign = False
        size = headers.get("content-length", "")
        self.length = int(size) if size.isdecimal() and "content-encoding" not in headers else None

    def __repr__(self) -> str:
        return f"Stream(status={self.status})"


@dataclass(slots=True, repr=False)
class Http:
    """Send a request; gives a `Reply`, or an open `Stream` if `stream` is set.

    `url` is whole. `trusted` says that it is the API's own origin: only then do headers, cookies and credentials of
    the underlying client go along. `private` keeps the URL's query out of the HTTP library's log, for it can hold a
    signature. `limit` bounds the exchange in seconds, however slowly the body trickles. `last` is a request that is
    sent even though the caller has given up, such as one that cancels a job: it is not cancelled with the rest.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    content: bytes | None = None
    multipart: tuple[tuple[str, File], ...] | None = None
    stream: bool = False
    trusted: bool = True
    private: bool = False
    limit: float | None = None
    last: bool = False

    def __repr__(self) -> str:
        return f"Http({self.method} {self.url.partition('?')[0]})"


@dataclass(slots=True)
class Read:
    """Read on; gives decoded bytes, about `size` of them where the body is that long, and `b""` at the end."""

    stream: Stream
    size: int = READ_SIZE


@dataclass(slots=True)
class Close:
    """Let go of a stream; harmless on one that has ended."""

    stream: Stream


@dataclass(slots=True)
class Sleep:
    """Wait for some seconds."""

    seconds: float


@dataclass(slots=True)
class Offload:
    """Call something that blocks, such as a write to disk; the asynchronous driver does so in a thread."""

    call: Callable[[], Any]


@dataclass(slots=True)
class Emit:
    """Hand an item to whoever iterates over the flow."""

    item: Any


@dataclass(slots=True)
class EmitEach:
    """Hand several items, one after the other."""

    items: Sequence[Any]


Effect: TypeAlias = Http | Read | Close | Sleep | Offload | Emit | EmitEach
Flow: TypeAlias = Generator[Effect, Any, T]


class IO(Protocol):
    """The leaves, for the synchronous driver."""

    def http(self, effect: Http) -> Reply | Stream: ...

    def read(self, stream: Stream, size: int) -> bytes: ...

    def close_stream(self, stream: Stream) -> None: ...

    def sleep(self, seconds: float) -> None: ...


class AIO(Protocol):
    """The leaves, for the asynchronous driver."""

    async def http(self, effect: Http) -> Reply | Stream: ...

    async def read(self, stream: Stream, size: int) -> bytes: ...

    async def close_stream(self, stream: Stream) -> None: ...

    async def sleep(self, seconds: float) -> None: ...


def iterate(flow: Flow[T], io: IO) -> Generator[Any, None, T]:
    """Runs a flow and yields what it emits; the flow's own result is the generator's."""
    opened: set[Stream] = set()
    fault: BaseException | None
    try:
        effect = next(flow)
        while True:
            fault, result = None, None
            try:
                if isinstance(effect, EmitEach):
                    yield from effect.items
                else:
                    result = (yield effect.item) if isinstance(effect, Emit) else _perform(effect, io, opened)
            except GeneratorExit:
                raise
            except BaseException as error:
                fault = error
            # Outside the handler, so that what the flow raises instead does not keep the fault as its context.
            effect = flow.send(result) if fault is None else flow.throw(fault)
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]
    finally:
        fault = None  # it holds this frame, which would hold it
        try:
            for stream in opened:
                io.close_stream(stream)
        finally:
            flow.close()


def _perform(effect: Effect, io: IO, opened: set[Stream]) -> Any:
    match effect:
        case Http():
            reply = io.http(effect)
            if isinstance(reply, Stream):
                opened.add(reply)
            return reply
        case Read():
            return io.read(effect.stream, effect.size)
        case Close():
            opened.discard(effect.stream)
            return io.close_stream(effect.stream)
        case Sleep():
            return io.sleep(effect.seconds)
        case Offload():
            return effect.call()
    raise TypeError(f"not an effect: {effect!r}")


def run(flow: Flow[T], io: IO) -> T:
    """Runs a flow to its end and returns its result; what it emits is dropped."""
    driven = iterate(flow, io)
    try:
        while True:
            next(driven)
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]
    finally:
        driven.close()


async def aiterate(flow: Flow[Any], io: AIO) -> AsyncGenerator[Any, None]:
    """`iterate` for asynchronous callers."""
    opened: set[Stream] = set()
    fault: BaseException | None
    try:
        effect = next(flow)
        while True:
            fault, result = None, None
            try:
                if isinstance(effect, EmitEach):
                    for item in effect.items:
                        yield item
                else:
                    result = (yield effect.item) if isinstance(effect, Emit) else await _aperform(effect, io, opened)
            except GeneratorExit:
                raise
            except BaseException as error:
                fault = error
            effect = flow.send(result) if fault is None else flow.throw(fault)
    except StopIteration:
        return
    finally:
        fault = None
        await _aclose(flow, io, opened)


async def arun(flow: Flow[T], io: AIO) -> T:
    """`run` for asynchronous callers."""
    opened: set[Stream] = set()
    fault: BaseException | None
    try:
        effect = next(flow)
        while True:
            fault, result = None, None
            try:
                result = None if isinstance(effect, Emit | EmitEach) else await _aperform(effect, io, opened)
            except BaseException as error:
                fault = error
            effect = flow.send(result) if fault is None else flow.throw(fault)
    except StopIteration as stop:
        return stop.value  # type: ignore[no-any-return]
    finally:
        fault = None
        await _aclose(flow, io, opened)


async def _aclose(flow: Flow[Any], io: AIO, opened: set[Stream]) -> None:
    try:
        if opened:
            import anyio

            # Cancellation is often why we are here; it must not keep a connection from being given back.
            with anyio.CancelScope(shield=True):
                for stream in opened:
                    await io.close_stream(stream)
    finally:
        flow.close()


async def _aperform(effect: Effect, io: AIO, opened: set[Stream]) -> Any:
    match effect:
        case Http():
            reply = await (_to_the_end(effect, io) if effect.last else io.http(effect))
            if isinstance(reply, Stream):
                opened.add(reply)
            return reply
        case Read():
            return await io.read(effect.stream, effect.size)
        case Close():
            opened.discard(effect.stream)
            return await io.close_stream(effect.stream)
        case Sleep():
            return await io.sleep(effect.seconds)
        case Offload():
            import anyio.to_thread

            return await anyio.to_thread.run_sync(effect.call)
    raise TypeError(f"not an effect: {effect!r}")


async def _to_the_end(effect: Http, io: AIO) -> Reply | Stream:
    import anyio

    # Bounded in real time too: whoever gives up does not want to wait for it.
    with anyio.move_on_after(effect.limit, shield=True):
        return await io.http(effect)
    raise WireFault("no reply in time", timeout=True)
