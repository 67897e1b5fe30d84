"""Writes that meet: what is changed is read in the transaction that changes it, so no change gets lost."""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.unit.emulator_state.cluvio_boards import BOARD, MONTHS, SAMPLE, made_board, made_report
from tests.unit.emulator_state.cluvio_world import Cluvio

CARRIER = "fltr-carr-0001"
ROUNDS = 40


def _in_transaction(cluvio: Cluvio) -> bool:
    at_once: list[None] = []
    cluvio.session.store.after_commit(lambda: at_once.append(None))
    return not at_once


async def _first(cluvio: Cluvio, kind: str) -> str:
    """Something of a kind that can be changed and deleted."""
    if kind == "datasource_agents":
        made = await cluvio.post("/datasource_agents", cluvio.data(name="Berlin"), 201)
        return str(made["data"]["id"])
    if kind == "datasources":
        given = cluvio.data(name="Sales", database_type="postgres", connection_mode="direct")
        return str((await cluvio.post("/datasources", given, 201))["data"]["id"])
    if kind == "reports":
        return await made_report(cluvio, await made_board(cluvio))
    if kind == "dashboards":
        return await made_board(cluvio)
    known = cluvio.session.store.list(cluvio.api, kind)
    wanted = [one for one in known if one["attributes"].get("role") != "admin"]
    return str(next(one["id"] for one in wanted if not one["attributes"].get("built_in_behavior")))


KINDS = (
    "dashboard_groups",
    "dashboard_schedules",
    "dashboards",
    "datasource_agents",
    "datasources",
    "filters",
    "reports",
    "sql_alerts",
    "sql_snippets",
    "user_groups",
    "users",
)


@pytest.mark.parametrize(
    ("method", "kind"), [*(("PATCH", kind) for kind in KINDS), *(("DELETE", kind) for kind in KINDS if kind != "users")]
)
async def test_what_is_changed_or_deleted_is_read_in_the_transaction_that_does_it(
    method: str, kind: str, cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = await _first(cluvio, kind)
    store, reads = cluvio.session.store, []
    get = store.get

    def noted(api: str, of: str, wanted: int | str) -> Any:
        if (of, wanted) == (kind, id):
            reads.append(_in_transaction(cluvio))
        return get(api, of, wanted)

    monkeypatch.setattr(store, "get", noted)
    options = {"json": cluvio.data()} if method == "PATCH" else {}
    reply = await cluvio.call(method, f"/{kind}/{id}", **options)
    assert reply.status_code in (200, 204), reply.text
    assert reads
    assert reads[0]


@pytest.fixture
def impatient() -> Iterator[None]:
    """Threads that take turns so often that they meet in the middle of things."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _patching(cluvio: Cluvio, path: str, name: str) -> threading.Thread:
    """A thread that changes one attribute of an object, again and again, on connections of its own."""

    async def patch() -> None:
        transport = httpx2.ASGITransport(app=cluvio.emulation.api, raise_app_exceptions=True)
        async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
            own = cluvio.with_key(cluvio.credential.removeprefix("Api "))
            own.client = client
            for number in range(ROUNDS):
                reply = await own.call("PATCH", path, json=cluvio.data(**{name: f"round-{number}"}))
                assert reply.status_code == 200, reply.text

    return threading.Thread(target=lambda: asyncio.run(patch()))


@pytest.mark.parametrize(
    ("kind", "id"), [("datasources", SAMPLE), ("reports", MONTHS), ("dashboards", BOARD), ("filters", CARRIER)]
)
def test_changes_that_come_while_a_job_writes_to_the_same_object_lose_nothing_of_it(
    kind: str, id: str, cluvio: Cluvio, impatient: None
) -> None:
    store, counted = cluvio.session.store, 0
    patching = _patching(cluvio, f"/{kind}/{id}", "variable_name" if kind == "filters" else "name")
    patching.start()
    while patching.is_alive():
        with store.transaction():
            record = store.get(cluvio.api, kind, id)
            assert record is not None
            assert record["private"].get("counted", 0) == counted
            counted += 1
            store.put(cluvio.api, kind, id, {**record, "private": {**record["private"], "counted": counted}})
    patching.join()
    changed = store.get(cluvio.api, kind, id)
    assert changed is not None
    assert f"round-{ROUNDS - 1}" in str(changed["attributes"])
