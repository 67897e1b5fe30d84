"""The control API, as a test in another language would use it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

ITEM = "/toys/v1/items/1"
CONTROL = "/_emulator"


async def test_health_workspace_and_document(client: Any) -> None:
    health = (await client.get(f"{CONTROL}/health")).json()
    assert health == {"status": "ok", "apis": ["toys"], "time": "2013-06-01T12:00:00+00:00"}
    workspace = (await client.get(f"{CONTROL}/workspace")).json()
    assert workspace == {"toys": {"items": [{"id": 1, "name": "Ball"}, {"id": 2, "name": "Kite"}]}}
    document = (await client.get(f"{CONTROL}/openapi.json")).json()
    assert f"{CONTROL}/health" == document["servers"][0]["url"] + "/health"
    assert "/faults" in document["paths"]


async def test_the_clock_is_read_set_frozen_and_advanced(client: Any) -> None:
    assert (
        (await client.post(f"{CONTROL}/clock/advance", json={"seconds": 90})).json()["time"].endswith("12:01:30+00:00")
    )
    moved = await client.put(f"{CONTROL}/clock", json={"time": "2020-02-29T00:00:00+02:00"})
    assert moved.json() == {"mode": "frozen", "time": "2020-02-28T22:00:00+00:00"}
    assert (await client.get(ITEM)).headers["date"] == "Fri, 28 Feb 2020 22:00:00 GMT"
    assert (await client.put(f"{CONTROL}/clock", json={"mode": "real"})).json()["mode"] == "real"
    for bad in ({}, {"mode": "fast"}, {"time": "noon"}, {"time": "2020-01-01"}, {"speed": 2}):
        assert (await client.put(f"{CONTROL}/clock", json=bad)).status_code == 400
    assert (await client.post(f"{CONTROL}/clock/advance", json={"seconds": -1})).status_code == 400


async def test_fault_rules_are_added_listed_and_removed(client: Any) -> None:
    rule = {"kind": "status", "status": 503, "operation": "items_get", "id": "mine", "times": 1}
    added = await client.post(f"{CONTROL}/faults", json=rule)
    assert (added.status_code, added.json()["id"]) == (201, "mine")
    assert (await client.post(f"{CONTROL}/faults", json=rule)).status_code == 409
    assert (await client.get(ITEM)).status_code == 503
    listed = (await client.get(f"{CONTROL}/faults")).json()["faults"]
    assert [(each["id"], each["hits"]) for each in listed] == [("mine", 1)]
    assert (await client.delete(f"{CONTROL}/faults/mine")).status_code == 204
    assert (await client.delete(f"{CONTROL}/faults/mine")).status_code == 404
    await client.post(f"{CONTROL}/faults", json={"kind": "empty"})
    assert (await client.delete(f"{CONTROL}/faults")).status_code == 204
    assert (await client.get(ITEM)).status_code == 200


@pytest.mark.parametrize(
    "rule",
    [
        {},
        {"kind": "explode"},
        {"kind": "status"},
        {"kind": "latency"},
        {"kind": "body_patch"},
        {"kind": "empty", "tims": 1},
        {"kind": "status", "status": 500, "headers": {"X": "a\nb"}},
    ],
)
async def test_a_rule_that_cannot_work_is_refused(client: Any, rule: Any) -> None:
    assert (await client.post(f"{CONTROL}/faults", json=rule)).status_code == 400


async def test_jobs_are_listed_advanced_and_cancelled(toys: Any, client: Any) -> None:
    mode = await client.put(f"{CONTROL}/progressions/build", json={"mode": "manual"})
    assert mode.json() == {"mode": "manual", "seconds": 0.0}
    assert (await client.put(f"{CONTROL}/progressions/nothing", json={"mode": "manual"})).status_code == 404
    for what in ("boat", "kite"):
        toys.control.jobs.submit("toys", "build", {"what": what})
    jobs = (await client.get(f"{CONTROL}/jobs")).json()["jobs"]
    assert [(job["id"], job["status"]) for job in jobs] == [(1, "created"), (2, "created")]
    states = [(await client.post(f"{CONTROL}/jobs/1/advance")).json()["status"]]
    while states[-1] != "success":
        states.append((await client.post(f"{CONTROL}/jobs/1/advance")).json()["status"])
        await asyncio.sleep(0.001)
    assert states[0] == "queued"
    done = (await client.get(f"{CONTROL}/jobs/1")).json()
    assert done["result"] == {"built": "boat"}
    assert "building" in [line["message"] for line in done["log"]]
    assert (await client.post(f"{CONTROL}/jobs/1/advance")).status_code == 409
    assert (await client.post(f"{CONTROL}/jobs/2/cancel")).json()["status"] == "cancelled"
    assert (await client.post(f"{CONTROL}/jobs/2/cancel")).status_code == 409
    assert (await client.get(f"{CONTROL}/jobs/3")).status_code == 404


async def test_the_journal_can_be_filtered_and_cleared(toys: Any, client_of: Any) -> None:
    client, other = client_of(toys), client_of(toys, session="other")
    for path in (ITEM, "/toys/v1/items/9", "/toys/v1/items"):
        await client.get(path)
    await other.get(ITEM)

    async def paths(query: str) -> list[str]:
        return [each["path"] for each in (await client.get(f"{CONTROL}/journal?{query}")).json()["requests"]]

    assert await paths("operation=items_get") == [ITEM, "/toys/v1/items/9"]
    assert await paths("status=404") == ["/toys/v1/items/9"]
    assert await paths("limit=1") == ["/toys/v1/items"]
    assert await paths("session=other") == [ITEM]
    assert len(await paths("session=*")) == 4
    assert (await client.get(f"{CONTROL}/journal?session=none")).status_code == 404
    assert (await client.delete(f"{CONTROL}/journal")).status_code == 204
    assert await paths("") == []


async def test_rate_limits_are_switched_and_set(client: Any) -> None:
    url = f"{CONTROL}/rate-limits"
    change = {"levels": {"toys": {"1": 1}}, "retry_form": "http-date"}
    assert (await client.put(url, json=change)).json() == {
        "enabled": True,
        "retry_form": "http-date",
        "levels": {"toys": {"1": 1, "2": 3}},
    }
    assert [(await client.get(ITEM)).status_code for _ in range(2)] == [200, 429]
    await client.put(url, json={"enabled": False})
    assert [(await client.get(ITEM)).status_code for _ in range(2)] == [200, 200]
    assert (await client.put(url, json={"levels": {"nothing": {"1": 1}}})).status_code == 404


async def test_sessions_snapshots_and_reset(toys: Any, client_of: Any) -> None:
    client = client_of(toys, session="mine")
    assert (await client.put(f"{CONTROL}/snapshots/first")).status_code == 204
    await client.delete(ITEM)
    assert (await client.get(f"{CONTROL}/snapshots")).json() == {"snapshots": ["first"]}
    assert (await client.post(f"{CONTROL}/snapshots/first/restore")).status_code == 204
    assert (await client.post(f"{CONTROL}/snapshots/none/restore")).status_code == 404
    assert (await client.get(ITEM)).status_code == 200
    await client.delete(ITEM)
    assert (await client.post(f"{CONTROL}/reset")).status_code == 204
    assert (await client.get(ITEM)).status_code == 200
    names = [each["name"] for each in (await client.get(f"{CONTROL}/sessions")).json()["sessions"]]
    assert names == ["default", "mine"]
    default = client_of(toys)
    assert (await default.delete(f"{CONTROL}/sessions/mine")).status_code == 204
    assert (await default.delete(f"{CONTROL}/sessions/mine")).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8900", "localhost.", "", "a b"])
async def test_a_page_elsewhere_cannot_steer_the_emulator(client: Any, host: str) -> None:
    assert (await client.get(f"{CONTROL}/health", headers={"host": host})).status_code == 403
    assert (await client.get(ITEM, headers={"host": host})).status_code == 200, "the APIs have keys of their own"


@pytest.mark.parametrize("host", ["localhost:1", "[::1]:8900", "127.0.0.1", "LOCALHOST", "emulator:8900"])
async def test_loopback_and_allowed_names_may(emulate: Any, client_of: Any, host: str) -> None:
    client = client_of(emulate(allowed_hosts=("emulator",)))
    assert (await client.get(f"{CONTROL}/health", headers={"host": host})).status_code == 200


async def test_control_is_not_on_the_files_listener(files_client: Any) -> None:
    assert (await files_client.get(f"{CONTROL}/health")).status_code in {403, 404}
