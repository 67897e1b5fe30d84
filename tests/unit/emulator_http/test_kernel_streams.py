"""Answers that are streams: sent while they are made, checked where they are short, changed by faults like others."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

from bireme_emulator.kernel.config import EmulatorConfig
from bireme_emulator.kernel.context import Answer, ApiPlugin, Call, Handlers
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.exchange import send_reply
from bireme_emulator.kernel.faults import Reply
from bireme_emulator.kernel.streams import Stream
from bireme_emulator.kernel.wire import ConnectionBroken

BUNDLE: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Streams", "version": "1"},
    "paths": {
        "/numbers/{count}": {
            "get": {
                "operationId": "numbers",
                "parameters": [{"name": "count", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "responses": {
                    "200": {
                        "description": "Numbers.",
                        "content": {
                            "application/json": {"schema": {"type": "array", "items": {"type": "integer"}}},
                            "text/csv": {"schema": {"type": "string"}},
                        },
                    }
                },
            }
        }
    },
}
handlers = Handlers()


@handlers.operation("numbers")
def numbers(call: Call) -> Answer:
    count = call.path["count"]
    if count == -1:
        return Answer(body=Stream(lambda: iter([b'["no number"]'])))
    if count == -2:
        return Answer(body=Stream(lambda: iter([b"n\n1\n"])), headers={"Content-Type": "text/csv"})

    def chunks() -> Iterator[bytes]:
        yield b"[0"
        for number in range(1, count):
            yield b",%d" % number + b" " * 60_000
        yield b"]"

    return Answer(body=Stream(chunks))


@pytest.fixture
async def served() -> AsyncIterator[tuple[httpx2.AsyncClient, Emulation]]:
    plugin = ApiPlugin(
        name="streams",
        bundle=BUNDLE,
        mount="/s",
        handlers=handlers,
        authenticate=lambda headers, session: pytest.fail("nobody has to say who they are"),
        render_fault=lambda fault: {"message": fault.message},
        seed=lambda session: None,
    )
    emulation = Emulation(EmulatorConfig(strict=True, allowed_hosts=("testserver",)), [plugin])
    transport = httpx2.ASGITransport(app=emulation.api)
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver/s") as client:
        yield client, emulation
    emulation.close()


async def test_a_short_stream_is_checked_by_the_document_like_any_reply(served: Any) -> None:
    client, _ = served
    assert (await client.get("/numbers/3")).json() == [0, 1, 2]
    assert (await client.get("/numbers/-1")).status_code == 500  # in strict mode: it breaks the document
    assert (await client.get("/numbers/-2")).text == "n\n1\n"


async def test_a_long_stream_goes_out_whole_and_without_a_length(served: Any) -> None:
    client, emulation = served
    reply = await client.get("/numbers/200")
    assert reply.json() == [*range(200)]
    assert "content-length" not in reply.headers
    assert reply.headers["x-request-id"]
    assert emulation.control.journal(operation="numbers")[-1]["status"] == 200


async def test_faults_change_and_cut_a_stream_as_any_reply(served: Any) -> None:
    client, emulation = served
    emulation.control.fault("truncate", operation="numbers", after_bytes=2, times=1)
    with pytest.raises(ConnectionBroken):
        await client.get("/numbers/3")
    emulation.control.fault("body_patch", operation="numbers", pointer="/0", value=7, times=1)
    assert (await client.get("/numbers/3")).json() == [7, 1, 2]
    emulation.control.fault("status", operation="numbers", status=503, times=1)
    assert (await client.get("/numbers/200")).status_code == 503


async def test_chunks_are_made_in_other_threads_one_ahead_and_no_more_than_are_wanted() -> None:
    made: list[str] = []

    def chunks() -> Iterator[bytes]:
        for number in range(100):
            made.append(threading.current_thread().name)
            yield b"%d" % number

    sent: list[bytes] = []

    async def send(message: Any) -> None:
        if message["type"] == "http.response.body":
            sent.append(message["body"])

    reply = Reply(200, [], b"", Stream(chunks))
    await send_reply(send, reply, lambda: len(sent) == 3)
    assert sent == [b"0", b"1", b"2"]
    assert len(made) <= 5
    assert threading.current_thread().name not in made


async def test_a_stream_that_fails_under_way_breaks_the_connection_and_does_not_end_as_if_whole() -> None:
    def chunks() -> Iterator[bytes]:
        yield b"1"
        raise OSError("the disk is gone")

    messages: list[Any] = []

    async def send(message: Any) -> None:
        messages.append(message)

    with pytest.raises(OSError, match="disk"):
        await send_reply(send, Reply(200, [], b"", Stream(chunks)))
    assert all(message.get("more_body", True) for message in messages)


async def test_whole_gives_all_or_leaves_the_stream_as_it_was() -> None:
    stream = Stream(lambda: iter([b"abc", b"def", b"ghi"]))
    assert await stream.whole(4) is None
    assert [chunk async for chunk in stream.chunks()] == [b"abc", b"def", b"ghi"]
    assert await Stream(lambda: iter([b"abc"])).whole(3) == b"abc"
    await asyncio.sleep(0)
