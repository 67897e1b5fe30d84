"""The two drivers: same effects, same results, nothing left open."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx2
import pytest

from bireme._runtime.errors import BiremeError
from bireme._runtime.faults import WireFault
from bireme._runtime.flow import Close, Emit, Flow, Http, Offload, Read, Sleep, Stream
from bireme._runtime.senders import AsyncSender, SyncSender


def opened(kit: Any) -> Http:
    return Http("GET", kit.BASE + "/x", {}, stream=True)


def test_results_and_faults_come_back_at_the_yield(world: Any, kit: Any) -> None:
    world.answers(kit.reply(200, {"ok": 1}), httpx2.ReadError("reset"))

    def flow() -> Flow[list[Any]]:
        seen: list[Any] = [(yield Http("GET", kit.BASE + "/x", {})).status]
        try:
            yield Http("GET", kit.BASE + "/x", {})
        except WireFault as fault:
            seen.append(fault.text)
        yield Sleep(3.0)
        seen.append((yield Offload(lambda: "done")))
        try:
            yield Offload(lambda: 1 / 0)
        except ZeroDivisionError:
            seen.append("zero")
        return seen

    assert world.run(flow()) == [200, "reset", "done", "zero"]
    assert world.clock.sleeps == [3.0]


def test_what_blocks_does_not_block_the_event_loop(world: Any) -> None:
    def flow() -> Flow[int]:
        return (yield Offload(threading.get_ident))

    assert (world.run(flow()) == threading.get_ident()) is (world.driver == "sync")


def test_items_are_handed_on_in_order_and_dropped_by_run(world: Any) -> None:
    def flow() -> Flow[str]:
        for number in range(3):
            yield Emit(number)
        return "end"

    assert world.collect(flow()) == [0, 1, 2]
    assert world.run(flow()) == "end"


def test_what_is_no_effect_is_an_error(world: Any) -> None:
    def flow() -> Flow[None]:
        yield "send this"  # type: ignore[misc]

    with pytest.raises(TypeError, match="not an effect"):
        world.run(flow())


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt, BiremeError])
def test_a_stream_that_a_flow_forgot_is_closed(world: Any, kit: Any, stop: type[BaseException]) -> None:
    body = kit.Body(b"a", b"b")
    world.answers(httpx2.Response(200, stream=body))
    undone = []

    def flow() -> Flow[None]:
        try:
            stream = yield opened(kit)
            yield Read(stream, 1)
            raise stop
        finally:
            undone.append(True)

    with pytest.raises(stop):
        world.run(flow())
    assert body.closed
    assert undone == [True]


def test_a_stream_can_be_closed_twice_and_after_its_end(world: Any, kit: Any) -> None:
    world.answers(httpx2.Response(200, stream=kit.Body(b"a", b"b")))

    def flow() -> Flow[list[bytes]]:
        stream: Stream = yield opened(kit)
        parts = [(yield Read(stream)), (yield Read(stream)), (yield Read(stream))]
        yield Close(stream)
        yield Close(stream)
        return parts

    assert world.run(flow()) == [b"ab", b"", b""]


def test_a_slow_body_is_handed_on_every_second(world: Any, kit: Any) -> None:
    world.answers(httpx2.Response(200, stream=kit.Body(*[b"x", 0.4] * 10, clock=world.clock)))

    def flow() -> Flow[int]:
        return len((yield Read((yield opened(kit)))))

    assert 1 <= world.run(flow()) < 10


async def test_an_abandoned_async_walk_is_cleaned_up(kit: Any) -> None:
    world, body = kit.World("async"), kit.Body(b"a", b"b")
    world.answers(httpx2.Response(200, stream=body))

    def flow() -> Flow[None]:
        yield Emit((yield Read((yield opened(kit)), 1)))
        yield Emit(b"never")

    walk = kit.aiterate(flow(), world.io())
    assert await anext(walk) == b"a"
    await walk.aclose()
    assert body.closed


async def test_cancelling_closes_the_reply_that_was_being_read(kit: Any) -> None:
    world = kit.World("async")
    body = kit.Body(b"a")

    async def slow(request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(3600)
        raise AssertionError

    io = kit.AsyncIO(world.clock, world.session.timeouts, httpx2.AsyncClient(transport=httpx2.MockTransport(slow)))
    task = asyncio.create_task(kit.arun(world.session.call(kit.GET), io))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert body.closed == 0


def test_a_sync_sender_serves_a_facade(kit: Any) -> None:
    world = kit.World("sync")
    pages = [kit.reply(200, {"things": [1], "cursors": {"next": "c"}}), kit.reply(200, {"things": [2]})]
    world.answers(kit.reply(200, {"ok": 1}), kit.reply(200, {"ok": 2}), *pages, httpx2.Response(200, content=b"file"))
    client = httpx2.Client(transport=world._transport())
    with SyncSender(world.session, client) as sender:
        assert sender.send(kit.GET) == {"ok": 1}
        assert sender.send_raw(kit.GET).parse() == {"ok": 2}
        assert list(sender.paginate(kit.LIST, lambda page: page["things"])) == [1, 2]
        assert sender.send(kit.DOWNLOAD) == b"file"
        assert kit.KEY not in repr(sender)
    assert not client.is_closed
    client.close()


async def test_an_async_sender_serves_a_facade(kit: Any) -> None:
    world = kit.World("async")
    pages = [kit.reply(200, {"things": [1], "cursors": {"next": "c"}}), kit.reply(200, {"things": [2]})]
    world.answers(kit.reply(200, {"ok": 1}), kit.reply(200, {"ok": 2}), *pages, httpx2.Response(200, content=b"file"))
    client = httpx2.AsyncClient(transport=world._transport())
    async with AsyncSender(world.session, client) as sender:
        assert await sender.send(kit.GET) == {"ok": 1}
        assert (await sender.send_raw(kit.GET)).parse() == {"ok": 2}
        assert [item async for item in sender.paginate(kit.LIST, lambda page: page["things"])] == [1, 2]
        assert await sender.send(kit.DOWNLOAD) == b"file"
        assert kit.KEY not in repr(sender)
    assert not client.is_closed
    await client.aclose()


def test_a_sync_sender_is_safe_between_threads(kit: Any) -> None:
    world = kit.World("sync")
    world.handler = lambda request: kit.reply(200, {"path": request.url.path})
    sender = SyncSender(world.session, httpx2.Client(transport=world._transport()))
    results: list[bool] = []

    def work(number: int) -> None:
        for turn in range(20):
            path = f"/things/{number}-{turn}"
            results.append(sender.send(kit.request(path)) == {"path": f"/api/v2{path}"})

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 160
