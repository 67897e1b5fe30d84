"""Bodies that are made while they are sent: results of any size, without the whole of them in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from itertools import chain

__all__ = ["Stream"]


class Stream:
    """The body of an `Answer` in chunks. `make` begins to make them; it and they run in worker threads.

    Chunks of some hundred kilobytes or more are best: each takes a turn of the event loop.

    >>> async def example():
    ...     return await Stream(lambda: iter([b"a,b", b"1,2"])).whole(100)
    >>> asyncio.run(example())
    b'a,b1,2'
    """

    def __init__(self, make: Callable[[], Iterator[bytes]]) -> None:
        self._make = make
        self._chunks: Iterator[bytes] | None = None

    async def whole(self, most: int | None = None) -> bytes | None:
        """All of it, or `None` where that is more than `most` bytes; the stream still has all of it then."""
        chunks = await asyncio.to_thread(self._begun)
        taken: list[bytes] = []
        size = 0
        while (chunk := await asyncio.to_thread(next, chunks, None)) is not None:
            taken.append(chunk)
            size += len(chunk)
            if most is not None and size > most:
                self._chunks = chain(taken, chunks)
                return None
        return b"".join(taken)

    async def chunks(self) -> AsyncGenerator[bytes]:
        """The chunks; the next is made while one is being sent."""
        source = await asyncio.to_thread(self._begun)
        following = asyncio.ensure_future(asyncio.to_thread(next, source, None))
        try:
            while (chunk := await following) is not None:
                following = asyncio.ensure_future(asyncio.to_thread(next, source, None))
                yield chunk
        finally:
            await asyncio.wait([following])  # a chunk that is being made cannot be stopped
            following.exception()

    def _begun(self) -> Iterator[bytes]:
        if self._chunks is None:
            self._chunks = iter(self._make())
        return self._chunks
