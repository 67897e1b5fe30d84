"""Downloads: the API hands over to a signed link on another origin, and the body goes wherever it is wanted.

The link is used without credentials. If it has expired (it lives for about a minute), the API is asked for another
once. A body that breaks off is fetched again from the start, as often as the retry policy allows: downloads are safe.
A sign-in page or an empty body is not taken for the file.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, NoReturn, TypeVar

from bireme._wire import ParseError, RawResponse, Reply, Request

from .errors import ApiError, InvalidInput, ResultExpired
from .faults import WireFault, network_error
from .flow import Close, Emit, Flow, Offload, Read, Sleep, Stream
from .retry import check_seconds
from .transport import Session

T = TypeVar("T")

# What file stores answer to a link that has expired: most 403, some 400 or 401; 404 and 410 once the file is gone.
EXPIRED = frozenset({400, 401, 403, 404, 410})

# What proxies, captive portals and sign-in services answer with success where a file was asked for.
PAGES = frozenset({"text/html", "application/xhtml+xml", "application/json"})

OnProgress = Callable[[int, int | None], None]

# Opens a download until a moment of the clock; called anew for each attempt.
Opening = Callable[[float], Flow[Stream]]


@dataclass(frozen=True, slots=True)
class Transfer:
    """A finished download: its size in bytes and the headers it came with (names in lower case)."""

    size: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Saved:
    """A finished download in a file."""

    path: Path
    size: int
    headers: Mapping[str, str]


def chunks(
    session: Session, request: Request[Any], *, timeout: float | None = None, on_progress: OnProgress | None = None
) -> Flow[Transfer]:
    """Emits the body piece by piece as it comes, decoded.

    Starts again by itself only as long as nothing has been emitted; later faults are the taker's to deal with.

    Args:
        timeout: seconds for the whole transfer.
        on_progress: called with the bytes so far and the total, where it is known.

    Raises:
        TransferError, ResultExpired, ApiError, RedirectError
    """
    return _transfer(session, request, timeout, on_progress, _Emitting(), None)


def spool_to(
    session: Session,
    request: Request[Any],
    file: BinaryIO,
    *,
    timeout: float | None = None,
    on_progress: OnProgress | None = None,
    kind: str | None = None,
    opening: Opening | None = None,
) -> Flow[Transfer]:
    """Writes the body to an open file, from where it stands; the file is cut back there if it has to start again.

    Args:
        kind: what the file is, e.g. `csv`; where given, a web page, JSON or nothing at all in its place is an error.
        opening: how the download is opened, where that takes more than to send `request`.

    Raises:
        DecodeError: something else came in place of the file.
        TransferError, ResultExpired, ApiError, RedirectError; OSError from the file.
    """
    return _transfer(session, request, timeout, on_progress, _Writing(file), kind, opening)


def fetch(
    session: Session,
    request: Request[T],
    *,
    timeout: float | None = None,
    kind: str | None = None,
    opening: Opening | None = None,
) -> Flow[RawResponse[T]]:
    """The whole body in memory, as the reply to `request`. Arguments and errors as `spool_to`."""
    keeping = _Keeping()
    transfer = yield from _transfer(session, request, timeout, None, keeping, kind, opening)
    return RawResponse(request, Reply(keeping.status, transfer.headers, b"".join(keeping.parts)))


def save_to(
    session: Session,
    request: Request[Any],
    path: str | os.PathLike[str],
    *,
    timeout: float | None = None,
    on_progress: OnProgress | None = None,
) -> Flow[Saved]:
    """Writes the body to a file, which appears (or is replaced) only once it is complete.

    Until then it is `<name>.part` in the same folder, which is removed if anything goes wrong.

    Raises:
        InvalidInput: the path is a folder.
        TransferError, ResultExpired, ApiError, RedirectError; OSError from the disk.
    """
    transfers: list[Transfer] = []

    def fill(file: BinaryIO) -> Flow[None]:
        transfers.append((yield from spool_to(session, request, file, timeout=timeout, on_progress=on_progress)))

    target = yield from replacing(Path(path), fill)
    return Saved(target, transfers[0].size, transfers[0].headers)


def replacing(target: Path, fill: Callable[[BinaryIO], Flow[Any]]) -> Flow[Path]:
    """Fills a file that appears under its name only once `fill` is through.

    Raises:
        InvalidInput: the path is a folder.
        OSError: the file cannot be written.
        Whatever `fill` raises.
    """
    if target.is_dir():
        raise InvalidInput("path", str(target), "is a folder", "Give the name of a file in it.")
    part = target.with_name(target.name + ".part")
    # A list, so that a file that was opened while the flow was being cancelled is known here too.
    opened: list[BinaryIO] = []
    try:
        yield Offload(lambda: opened.append(part.open("wb")))
        yield from fill(opened[0])
        yield Offload(opened[0].close)
        yield Offload(lambda: part.replace(target))
    except BaseException:
        # Plain calls: a flow that is being closed may not yield.
        for file in opened:
            file.close()
            part.unlink(missing_ok=True)
        raise
    return target


# --- where a body goes ---


class _Sink(ABC):
    """Takes a body; `restart` gives up what it has, or says that it cannot."""

    status = 0

    def restart(self) -> bool:
        return True

    @abstractmethod
    def take(self, chunk: bytes) -> Flow[None]:
        """Takes the next piece."""


class _Emitting(_Sink):
    def __init__(self) -> None:
        self._emitted = False

    def restart(self) -> bool:
        return not self._emitted

    def take(self, chunk: bytes) -> Flow[None]:
        self._emitted = True
        yield Emit(chunk)


class _Keeping(_Sink):
    def __init__(self) -> None:
        self.parts: list[bytes] = []

    def restart(self) -> bool:
        self.parts.clear()
        return True

    def take(self, chunk: bytes) -> Flow[None]:
        self.parts.append(chunk)
        yield from ()


class _Writing(_Sink):
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._start = file.tell() if file.seekable() else None
        self._written = False

    def restart(self) -> bool:
        if not self._written:
            return True
        if self._start is None:
            return False
        self._file.seek(self._start)
        self._file.truncate()
        return True

    def take(self, chunk: bytes) -> Flow[None]:
        self._written = True
        yield Offload(lambda: write_all(self._file, chunk))


def write_all(file: BinaryIO, data: bytes) -> None:
    """Writes all of it, also to an unbuffered file or a pipe, which may take less at a time."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


# --- the transfer itself ---


def _transfer(
    session: Session,
    request: Request[Any],
    timeout: float | None,
    on_progress: OnProgress | None,
    sink: _Sink,
    kind: str | None,
    opening: Opening | None = None,
) -> Flow[Transfer]:
    limit = session.timeouts.transfer if timeout is None else check_seconds("timeout", timeout)
    deadline = session.clock.monotonic() + limit
    attempt = 0
    while True:
        attempt += 1
        stream = yield from (_open(session, request, deadline) if opening is None else opening(deadline))
        media = Reply(stream.status, stream.headers, b"").media_type
        if kind is not None and media in PAGES and not media.endswith(f"/{kind}"):
            yield from _no_file(session, request, stream, f"{kind} is due here, not {media}")
        sink.status = stream.status
        try:
            size = yield from _pump(session, stream, sink, deadline, limit, on_progress)
        except WireFault as fault:
            yield Close(stream)
            where = "the file store" if stream.foreign else "the server"
            error = network_error(fault, request.operation.id, where, session.redact)
            permanent = fault.permanent
        else:
            if kind is not None and size == 0:
                yield from _no_file(session, request, stream, f"{kind} is due here, and nothing came")
            yield Close(stream)
            return Transfer(size, stream.headers)
        wait = None if permanent or not sink.restart() else session.retry.delay(attempt, None, session.clock)
        if wait is None or session.clock.monotonic() + wait >= deadline:
            raise error
        yield Sleep(wait)


def _no_file(session: Session, request: Request[Any], stream: Stream, problem: str) -> Flow[NoReturn]:
    """Raises the error for a success that brings something else than the file, with what it says."""
    reply = yield from session.whole(stream)
    raise session.decode_error(RawResponse(request, reply), ParseError("", problem))


def _pump(
    session: Session, stream: Stream, sink: _Sink, deadline: float, limit: float, on_progress: OnProgress | None
) -> Flow[int]:
    size = 0
    while True:
        chunk: bytes = yield Read(stream)
        if session.clock.monotonic() > deadline:
            raise WireFault(f"not complete after {limit:g} s", body=True, timeout=True, permanent=True)
        if not chunk:
            break
        size += len(chunk)
        yield from sink.take(chunk)
        if on_progress is not None:
            on_progress(size, stream.length)
    if stream.length is not None and size != stream.length:
        raise WireFault(f"{size} of {stream.length} bytes came", body=True)
    return size


def _open(session: Session, request: Request[Any], deadline: float) -> Flow[Stream]:
    """Opens the download; asks for another link once if the first has expired."""
    again = partial(session.open, request, deadline=deadline)
    return (yield from open_twice(request.operation.id, "download link", again, again, expired))


def open_twice(
    operation: str,
    what: str,
    first: Callable[[], Flow[Stream]],
    second: Callable[[], Flow[Stream]],
    is_expired: Callable[[ApiError], bool],
) -> Flow[Stream]:
    """What `first` opens, or else, if the means to open it have expired, what `second` opens with fresh ones.

    Raises:
        ResultExpired: the fresh ones did no better; `what` names them.
    """
    try:
        return (yield from first())
    except ApiError as error:
        if not is_expired(error):
            raise
    try:
        return (yield from second())
    except ApiError as error:
        if not is_expired(error):
            raise
        status, excerpt = error.status, error.body_excerpt
    text = (
        f"{operation}: the {what} had expired or was refused ({status}), and so was a second one. "
        "The result may be gone: run it again."
    )
    raise ResultExpired(text, operation=operation, status=status, body_excerpt=excerpt)


def expired(error: ApiError) -> bool:
    """Whether a file store has refused a link because it is too old, as far as that can be told."""
    return error.foreign and error.status in EXPIRED
