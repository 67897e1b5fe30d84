"""What one small call costs above the bare HTTP library: `users_me` on a connection that is kept alive."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

import httpx2

from bireme import AsyncHolistics, Holistics

from .harness import Bench, Emulated, Row, emulator

TARGET = 1.2
_HOW = ("client.users.me()", "httpx2 client.get(URL/users/me).json() with the key as a header, keep-alive")


def calls(bench: Bench) -> list[Row]:
    """Both kinds of client."""
    batches, size = (1, 5) if bench.quick else (11, 200)
    with emulator() as emulated:
        plain = _blocking(emulated, batches, size)
        awaited = asyncio.run(_asynchronous(emulated, batches, size))
    note = f"medians of {batches} batches of {size} calls in turns, in one process; the emulator's time is in both"
    return [
        Row("one call / bare httpx2", *plain, "ms", TARGET, how=_HOW, note=note),
        Row("one call / bare httpx2, async", *awaited, "ms", TARGET, how=_HOW, note=note),
    ]


def _blocking(emulated: Emulated, batches: int, size: int) -> tuple[list[float], list[float]]:
    headers = {"X-Holistics-Key": emulated.key}
    with Holistics(emulated.key, base_url=emulated.url) as client, httpx2.Client(headers=headers) as bare:
        url = f"{emulated.url}/users/me"

        def ours() -> object:
            return client.users.me()

        def theirs() -> object:
            return bare.get(url).json()

        results: tuple[list[float], list[float]] = ([], [])
        for _ in range(batches + 1):
            for call, kept in zip((ours, theirs), results, strict=True):
                kept.append(_batch(call, size))
    return results[0][1:], results[1][1:]  # the first batch warms up


def _batch(call: Callable[[], object], size: int) -> float:
    """Milliseconds per call."""
    began = time.perf_counter()
    for _ in range(size):
        call()
    return (time.perf_counter() - began) * 1000 / size


async def _asynchronous(emulated: Emulated, batches: int, size: int) -> tuple[list[float], list[float]]:
    headers = {"X-Holistics-Key": emulated.key}
    async with (
        AsyncHolistics(emulated.key, base_url=emulated.url) as client,
        httpx2.AsyncClient(headers=headers) as bare,
    ):
        url = f"{emulated.url}/users/me"

        async def theirs() -> object:
            return (await bare.get(url)).json()

        results: tuple[list[float], list[float]] = ([], [])
        for _ in range(batches + 1):
            for call, kept in zip((client.users.me, theirs), results, strict=True):
                kept.append(await _async_batch(call, size))
    return results[0][1:], results[1][1:]


async def _async_batch(call: Callable[[], Awaitable[object]], size: int) -> float:
    began = time.perf_counter()
    for _ in range(size):
        await call()
    return (time.perf_counter() - began) * 1000 / size
