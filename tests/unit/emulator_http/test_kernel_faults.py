"""Faults on order, in process: which requests they hit, how often, and what the caller sees."""

from __future__ import annotations

import asyncio
import json
from email.utils import parsedate_to_datetime
from typing import Any

import pytest

from bireme_emulator.kernel.wire import ConnectionBroken

ITEM = "/toys/v1/items/1"
WHOLE = b"id,name\n1,Ball\n" * 100_000


async def test_a_status_fault_hits_n_times_after_the_first_ones(toys: Any, client: Any) -> None:
    toys.control.fault("status", status=502, body="<html>Bad gateway</html>", after=1, times=2, operation="items_get")
    replies = [await client.get(ITEM) for _ in range(4)]
    assert [reply.status_code for reply in replies] == [200, 502, 502, 200]
    assert (replies[1].headers["content-type"], replies[1].text) == (
        "text/html; charset=utf-8",
        "<html>Bad gateway</html>",
    )
    assert (await client.get("/toys/v1/items")).status_code == 200, "another operation"
    (rule,) = toys.control.faults()
    assert (rule.seen, rule.hits) == (4, 2)
    assert [entry["faults"] for entry in toys.control.journal(operation="items_get")] == [
        [],
        ["status#1"],
        ["status#1"],
        [],
    ]


@pytest.mark.parametrize("status", [429, 500, 503, 520])
async def test_any_status_can_be_given_with_json_and_headers(toys: Any, client: Any, status: int) -> None:
    toys.control.fault("status", status=status, body={"type": "Busy"}, headers={"X-Debug": "1"})
    reply = await client.get(ITEM)
    assert (reply.status_code, reply.json(), reply.headers["x-debug"]) == (status, {"type": "Busy"}, "1")


async def test_an_error_status_without_a_body_has_the_vendors(toys: Any, client: Any) -> None:
    toys.control.fault("status", status=429, times=1)
    toys.control.fault("status", status=502, body="", times=1)
    assert (await client.get(ITEM)).json() == {"type": "TooFast", "message": "This request failed on order"}
    assert (await client.get(ITEM)).content == b""


async def test_retry_after_comes_in_both_forms(toys: Any, client: Any) -> None:
    toys.control.fault("status", status=429, retry_after=3, times=1)
    toys.control.fault("status", status=429, retry_after=3, retry_form="http-date")
    assert (await client.get(ITEM)).headers["retry-after"] == "3"
    moment = parsedate_to_datetime((await client.get(ITEM)).headers["retry-after"])
    assert (moment - toys.control.clock.now()).total_seconds() == 3


async def test_probability_is_drawn_from_the_seed(emulate: Any, client_of: Any) -> None:
    runs = []
    for _ in range(2):
        emulation = emulate(seed=7, rate_limits=False)
        emulation.control.fault("status", status=503, probability=0.5)
        runs.append([(await client_of(emulation).get(ITEM)).status_code for _ in range(40)])
    assert runs[0] == runs[1]
    assert 8 < runs[0].count(503) < 32


async def test_rules_match_by_method_and_path(toys: Any, client: Any) -> None:
    toys.control.fault("status", status=503, method="get", path="*/items/2")
    assert (await client.get("/toys/v1/items/2")).status_code == 503
    assert (await client.get(ITEM)).status_code == 200
    assert (await client.delete("/toys/v1/items/2")).status_code == 204


@pytest.mark.parametrize(("process", "left"), [(False, 200), (True, 404)])
async def test_the_operation_may_take_effect_though_its_reply_is_lost(
    toys: Any, client: Any, process: bool, left: int
) -> None:
    toys.control.fault("reset", operation="items_delete", process=process, times=1)
    with pytest.raises(ConnectionBroken):
        await client.delete(ITEM)
    assert (await client.get(ITEM)).status_code == left
    assert toys.control.journal(operation="items_delete")[0]["status"] is None


async def test_latency_is_virtual(toys: Any, client: Any) -> None:
    toys.control.fault("latency", seconds=3600)
    task = asyncio.create_task(client.get(ITEM))
    for _ in range(20):
        await asyncio.sleep(0)
    assert not task.done()
    toys.control.clock.advance(3600)
    assert (await task).status_code == 200


async def test_dribbling_takes_virtual_time_for_each_piece(toys: Any, client: Any) -> None:
    toys.control.fault("dribble", chunk=4, interval=10)
    task = asyncio.create_task(client.get(ITEM))
    steps = 0
    while not task.done():
        for _ in range(20):
            await asyncio.sleep(0)
        if not task.done():
            toys.control.clock.advance(10)
            steps += 1
    assert (await task).json() == {"id": 1, "name": "Ball"}
    assert steps == 5, "22 bytes by 4 are 6 pieces with 5 pauses"


@pytest.mark.parametrize("kind", ["reset_body", "truncate"])
async def test_a_reply_breaks_off_after_so_many_bytes(toys: Any, kind: str) -> None:
    toys.control.fault(kind, after_bytes=5)
    sent: list[Any] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": ITEM,
        "query_string": b"",
        "headers": [(b"x-toy-key", b"toy-admin-key-0000000001")],
    }

    async def receive() -> Any:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    with pytest.raises(ConnectionBroken):
        await toys.api(scope, receive, send)
    assert (b"content-length", b"22") in sent[0]["headers"]
    assert b"".join(message["body"] for message in sent[1:]) == b'{"id"'
    assert all(message["more_body"] for message in sent[1:])


@pytest.mark.parametrize("after_bytes", [0, 22, 10_000])
async def test_a_broken_reply_is_never_whole(toys: Any, client: Any, after_bytes: int) -> None:
    toys.control.fault("truncate", after_bytes=after_bytes)
    with pytest.raises(ConnectionBroken):
        await client.get(ITEM)


async def test_an_empty_and_a_garbled_body(toys: Any, client: Any) -> None:
    toys.control.fault("empty", times=1)
    toys.control.fault("garbage")
    empty, garbled = await client.get(ITEM), await client.get(ITEM)
    assert (empty.status_code, empty.content, empty.headers["content-type"]) == (200, b"", "application/json")
    assert garbled.headers["content-type"] == "application/json"
    with pytest.raises(ValueError):
        garbled.json()


async def test_a_wrong_content_type_on_the_real_body(toys: Any, client: Any) -> None:
    toys.control.fault("content_type", content_type="text/html")
    reply = await client.get(ITEM)
    assert (reply.headers["content-type"], json.loads(reply.content)["id"]) == ("text/html", 1)


async def test_redirects_lead_elsewhere_or_back(toys: Any, client: Any) -> None:
    toys.control.fault("redirect", times=1)
    toys.control.fault("redirect_loop", status=307)
    away, loop = await client.get(ITEM), await client.get(f"{ITEM}?a=1")
    assert (away.status_code, away.headers["location"].startswith("http://127.0.0.1:8901/")) == (302, True)
    assert (loop.status_code, loop.headers["location"]) == (307, f"http://127.0.0.1:8900{ITEM}?a=1")


async def test_one_value_of_the_reply_can_be_replaced(toys: Any, client: Any) -> None:
    toys.control.fault("body_patch", pointer="/name", value="paused", times=1)
    toys.control.fault("body_patch", pointer="/no/such/place", value=1)
    assert (await client.get(ITEM)).json() == {"id": 1, "name": "paused"}
    assert (await client.get(ITEM)).json() == {"id": 1, "name": "Ball"}


async def test_faults_of_the_files_listener(toys: Any, client: Any, files_client: Any) -> None:
    link = (await client.post(f"{ITEM}/export")).headers["location"]
    toys.control.fault("expired_url", times=1)
    toys.control.fault("status", listener="files", status=503, times=1)
    toys.control.fault("reset_body", listener="files", after_bytes=300_000, times=1)
    toys.control.fault("content_type", listener="files", after=3, times=1, content_type="text/html")
    expired = await files_client.get(link)
    assert (expired.status_code, "Request has expired" in expired.text) == (403, True)
    assert (await files_client.get(link)).status_code == 503
    with pytest.raises(ConnectionBroken):
        await files_client.get(link)
    assert (await files_client.get(link)).headers["content-type"] == "text/html"
    assert (await files_client.get(link)).content == WHOLE


@pytest.mark.parametrize(
    ("kind", "fields", "says"),
    [
        ("status", {}, "status: "),
        ("latency", {}, "seconds: "),
        ("body_patch", {}, "pointer: "),
        ("body_patch", {"pointer": "name"}, "pointer: "),
        ("body_patch", {"pointer": "/a", "listener": "files"}, "listener: "),
        ("status", {"status": 500, "headers": {"X": "a\nb"}}, "headers: "),
        ("redirect", {"location": "http://ü/"}, "location: "),
    ],
)
def test_a_rule_that_cannot_work_is_refused_by_its_field(toys: Any, kind: str, fields: Any, says: str) -> None:
    with pytest.raises(ValueError, match=f"^{says}"):
        toys.control.fault(kind, **fields)
    assert toys.control.faults() == []
