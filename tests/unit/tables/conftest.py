"""Bodies for the table flows: bytes cut into pieces, with no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, BinaryIO

import pytest

from bireme._runtime.flow import Flow, Offload
from bireme._runtime.tables import Source


class LocalIO:
    """The leaves of flows that never leave the machine."""

    def http(self, effect: Any) -> Any:
        raise AssertionError("a table flow sent a request")

    read = close_stream = http

    def sleep(self, seconds: float) -> None:
        raise AssertionError("a table flow slept")


class AsyncLocalIO:
    """The same for the asynchronous driver."""

    async def http(self, effect: Any) -> Any:
        raise AssertionError("a table flow sent a request")

    read = close_stream = http

    async def sleep(self, seconds: float) -> None:
        raise AssertionError("a table flow slept")


def pieces(body: bytes, cuts: Sequence[int]) -> Iterator[bytes]:
    """The body cut at the given offsets."""
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    return (body[start:end] for start, end in pairwise(edges))


def source_of(body: bytes, cuts: Sequence[int] = (), *, format: str = "csv") -> Source:
    """A source whose download is already here."""

    def fetch(file: BinaryIO) -> Flow[None]:
        for piece in pieces(body, cuts):
            yield Offload(lambda piece=piece: file.write(piece))

    return Source(fetch, format=format, operation="exports_download")


def broken_source(body: bytes, error: Exception, *, format: str = "csv") -> Source:
    """A source whose download fails half way."""

    def fetch(file: BinaryIO) -> Flow[None]:
        yield Offload(lambda: file.write(body))
        raise error

    return Source(fetch, format=format, operation="exports_download")


@pytest.fixture
def io() -> LocalIO:
    return LocalIO()


@pytest.fixture
def aio() -> AsyncLocalIO:
    return AsyncLocalIO()


@pytest.fixture
def source() -> Callable[..., Source]:
    return source_of


@pytest.fixture
def failing() -> Callable[..., Source]:
    return broken_source


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> int:
    """Blocks of 64 bytes, so that a small body has many."""
    from bireme._runtime import tables_csv

    size = 64
    for cls in (tables_csv.Table, tables_csv.Batches):
        monkeypatch.setattr(cls.__init__, "__kwdefaults__", {"block_size": size})
    return size
