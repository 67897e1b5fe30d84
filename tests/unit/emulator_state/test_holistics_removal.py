"""Deleting dashboards and widgets, and addresses that carry filter states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator import create_app
from bireme_emulator.holistics.filter_states import keep_states
from bireme_emulator.kernel.store import Store

ADMIN = "holistics-demo-admin-key-0001"
ANALYST = "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"
PAUSED = {"repeat": "0 7 * * *", "paused": True, "is_archived": False}


def on(filter_id: int, operator: str, *values: Any, **more: Any) -> dict[str, Any]:
    return {"dynamic_filter_id": filter_id, "condition": {"operator": operator, "values": list(values), **more}}


def kept(api: Any, kind: str) -> list[Any]:
    return [record["id"] for record in api.control._session.store.list("holistics", kind)]


@pytest.fixture
def followers(api: Any) -> Callable[[], tuple[list[Any], list[Any]]]:
    """Schedules and alerts on two dashboards; gives the ids of those that are left."""
    store = api.control._session.store
    schedules = [
        (1, "Dashboard", 16076, {"type": "EmailDest"}),
        (2, "Dashboard", 16076, {"type": "SftpDest", "dashboard_widget_id": 4175}),
        (3, "QueryReport", 12346, {"type": "EmailDest"}),
        (4, "QueryReport", 12345, {"type": "EmailDest"}),
        (5, "Dashboard", 16077, {"type": "EmailDest"}),
    ]
    for id, source_type, source_id, dest in schedules:
        body = {"id": id, "source_type": source_type, "source_id": source_id, "dest": dest, "schedule": PAUSED}
        store.put("holistics", "data_schedules", id, body)
    for id, widget in [(1, 4175), (2, 4176), (3, 4190)]:
        body = {"id": id, "source_type": "DashboardWidget", "source_id": widget, "schedule": PAUSED}
        store.put("holistics", "data_alerts", id, body)
    for kind in ("data_schedules", "data_alerts"):
        for id in [id for id in kept(api, kind) if id > 5]:  # those of the demo
            store.delete("holistics", kind, id)
    return lambda: (kept(api, "data_schedules"), kept(api, "data_alerts"))


async def test_a_dashboard_takes_along_all_that_is_about_it_alone(api: Any, followers: Any) -> None:
    await api.call("POST", "/dashboards/16076/build_url", json={"filter_states": [on(2336, "is", "UA")]})
    reply = await api.call("DELETE", "/dashboards/16076")
    assert (reply.status_code, reply.json()) == (200, {"message": "Dashboard 16076 has been deleted."})
    assert (await api.refused("GET", "/dashboards/16076"))[0] == 404
    assert (await api.refused("GET", "/dashboard_widgets/4175"))[0] == 404
    assert (await api.refused("GET", "/query_reports/12346"))[0] == 404, "made inside the dashboard, gone with it"
    assert (await api.get("/query_reports/12345"))["query_report"]["title"] == "Flights per month"
    assert followers() == ([4, 5], [3])
    assert kept(api, "filter_states") == []
    assert [one["id"] for one in (await api.get("/dashboards"))["dashboards"]] == [16078, 16077]
    assert (await api.refused("DELETE", "/dashboards/16076"))[:2] == (404, "BaseError")


async def test_a_widget_takes_along_what_is_about_it_alone(api: Any, followers: Any) -> None:
    reply = await api.call("DELETE", "/dashboard_widgets/4175")
    assert reply.json() == {"message": "Dashboard widget 4175 has been deleted."}
    assert followers() == ([1, 3, 4, 5], [2, 3])
    dashboard = (await api.get("/dashboards/16076"))["dashboard"]
    assert 4175 not in [widget["id"] for widget in dashboard["widgets"]]
    mapped = {line["viz_conditionable_id"] for one in dashboard["dynamic_filters"] for line in one["mappings"]}
    assert 4175 not in mapped
    assert 4176 in mapped
    await api.get("/query_reports/12345")
    await api.call("DELETE", "/dashboard_widgets/4178")
    assert (await api.refused("GET", "/query_reports/12346"))[0] == 404
    assert followers() == ([1, 4, 5], [2, 3])


async def test_a_report_that_another_widget_draws_stays(api: Any) -> None:
    store = api.control._session.store
    store.put("holistics", "dashboard_widgets", 4300, {**store.get("holistics", "dashboard_widgets", 4178), "id": 4300})
    await api.call("DELETE", "/dashboard_widgets/4178")
    assert (await api.get("/query_reports/12346"))["query_report"]["is_adhoc"] is True


@pytest.mark.parametrize(("path", "own"), [("/dashboards/16076", 16077), ("/dashboard_widgets/4175", 4190)])
async def test_only_administrators_delete_what_belongs_to_others(api: Any, path: str, own: int) -> None:
    assert (await api.refused("DELETE", path, VIEWER))[:2] == (403, "PermissionDeniedError")
    assert (await api.refused("DELETE", path, ANALYST))[:2] == (403, "PermissionDeniedError")
    assert (await api.call("DELETE", f"{path.rpartition('/')[0]}/{own}", ANALYST)).status_code == 200
    assert (await api.call("DELETE", path, ADMIN)).status_code == 200


async def test_a_job_whose_dashboard_is_deleted_meanwhile_fails_and_says_so(api: Any) -> None:
    api.control.jobs.set_progression("dashboard_preload", "manual")
    id = (await api.call("POST", "/dashboards/16077/submit_preload")).json()["job"]["id"]
    await api.call("DELETE", "/dashboards/16077")
    for _ in range(3):
        api.control.jobs.advance(id)
    job = await api.ended(id)
    assert (job["status"], job["last_error_log"]) == ("failure", "There is no dashboard 16077 any more.")


async def build(api: Any, *states: Any, key: str | None = None, dashboard: int = 16076) -> Any:
    reply = await api.call("POST", f"/dashboards/{dashboard}/build_url", key, json={"filter_states": [*states]})
    assert reply.status_code == 200, reply.text
    return reply.json()


async def opened(api: Any, url: str, key: str | None = ADMIN) -> httpx2.Response:
    headers = {"X-Emulator-Session": api.session, **({"X-Holistics-Key": key} if key else {})}
    reply: httpx2.Response = await api.client.get(url, headers=headers)
    return reply


async def test_the_address_gives_the_filter_states_back(api: Any) -> None:
    states = [on(2335, "last", 3, modifier="month"), on(2336, "is", "UA", "AA")]
    built = await build(api, *states, key=VIEWER)
    assert built["dashboard_url"].startswith("http://127.0.0.1:8900/holistics/dashboards/v3/16076-flight-operations?")
    assert built["dashboard_url"].endswith(f"={built['fstate_hash']}")
    page = await opened(api, built["dashboard_url"], VIEWER)
    assert page.status_code == 200
    assert page.json() == {
        "dashboard": {"id": 16076, "title": "Flight operations"},
        "fstate_hash": built["fstate_hash"],
        "filter_states": [states[0], on(2336, "is", "UA", "AA", modifier=None)],
    }


@pytest.mark.parametrize("options", [{}, {"json": {}}, {"json": {"filter_states": []}}])
async def test_without_states_the_address_is_the_plain_one(api: Any, options: Any) -> None:
    built = (await api.call("POST", "/dashboards/16076/build_url", **options)).json()
    assert built["fstate_hash"] is None
    assert built["dashboard_url"] == (await api.get("/dashboards/16076"))["dashboard"]["url"]
    assert (await opened(api, built["dashboard_url"])).json()["filter_states"] == []


async def test_equal_states_have_an_equal_hash_and_others_another(api: Any) -> None:
    date, carrier = on(2335, "matches", "last 2 months"), on(2336, "is", "UA")
    one = (await build(api, date, carrier))["fstate_hash"]
    assert (await build(api, carrier, date))["fstate_hash"] == one
    assert (await build(api, carrier, on(2335, "matches", "last 2 months", modifier=None)))["fstate_hash"] == one
    assert (await build(api, carrier))["fstate_hash"] != one
    assert (await build(api, date, on(2336, "is", "AA")))["fstate_hash"] != one


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([on(1, "is", "UA")], "1"),
        ([on(2345, "last", 1, modifier="day")], "2345"),
        ([on(2336, "is", "UA"), on(2336, "is", "AA")], "2336"),
        ([on(2336, "is_true")], "is_true"),
    ],
)
async def test_states_that_the_dashboard_cannot_take_are_refused(api: Any, states: Any, said: str) -> None:
    for dashboard_is_empty in (False, True):
        if dashboard_is_empty:
            for widget in [w for w in kept(api, "dashboard_widgets") if w < 4190]:
                await api.call("DELETE", f"/dashboard_widgets/{widget}")
        reply = await api.refused("POST", "/dashboards/16076/build_url", json={"filter_states": states})
        assert reply[:2] == (422, "InvalidParameterError")
        assert said in reply[2]
        assert reply[2].startswith("filter_states: ")


async def test_a_dashboard_that_is_not_shared_has_no_address_and_no_page(api: Any) -> None:
    url = (await build(api, on(2350, "is", "BOEING"), dashboard=16078))["dashboard_url"]
    assert (await api.refused("POST", "/dashboards/16078/build_url", VIEWER))[:2] == (403, "PermissionDeniedError")
    assert (await opened(api, url, VIEWER)).status_code == 403
    assert (await opened(api, url, None)).json()["type"] == "AuthError"
    assert (await opened(api, url, "wrong")).status_code == 401


async def test_an_address_that_was_never_given_out_opens_nothing(api: Any) -> None:
    built = await build(api, on(2336, "is", "UA"))
    root = "http://127.0.0.1:8900/holistics/dashboards"
    for url in (
        f"{root}/v3/16076-flight-operations?_fstate=0123456789abcdef0123",
        f"{root}/v3/16077-weather?_fstate={built['fstate_hash']}",
        f"{root}/v3/99999-nothing",
        f"{root}/v3/../../_emulator/state",
        f"{root}/16076",
    ):
        assert (await opened(api, url)).status_code == 404, url
    twice = await opened(api, f"{built['dashboard_url']}&_fstate=other")
    assert (twice.status_code, twice.json()["type"]) == (400, "InvalidParameterError")


class _Session:
    def __init__(self) -> None:
        self.store = Store(":memory:")


_values = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"])),
        st.integers(),
        st.booleans(),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    max_size=4,
)
_states = st.lists(st.tuples(st.integers(1, 5), _values), min_size=1, max_size=4, unique_by=lambda pair: pair[0])


@given(_states, st.sampled_from([16076, 16077]))
def test_any_states_come_back_as_they_were_given(pairs: list[tuple[int, Any]], dashboard: int) -> None:
    session: Any = _Session()
    states = [on(id, "is", *values, modifier=None) for id, values in sorted(pairs)]
    hash = keep_states(session, dashboard, states)
    assert session.store.get("holistics", "filter_states", hash)["filter_states"] == states
    assert keep_states(session, dashboard, states) == hash
    session.store.close()


async def test_a_cached_result_does_not_outlive_a_change_of_a_file_given_as_data(tmp_path: Path) -> None:
    file = tmp_path / "airlines.csv"
    file.write_text("carrier,name\nUA,United\n")
    emulation = create_app(clock=datetime(2013, 7, 1, tzinfo=UTC), data={"airlines": file})
    try:
        session = emulation.sessions.default
        transport = httpx2.ASGITransport(app=emulation.api)
        headers = {"X-Holistics-Key": ADMIN}
        url = "http://127.0.0.1:8900/holistics/api/v2/dashboards/16077/submit_preload"

        async def preloaded(client: httpx2.AsyncClient) -> str:
            id = (await client.post(url, headers=headers)).json()["job"]["id"]
            session.jobs.wait(id)
            return str(session.jobs.logs(id)[-2]["message"])

        async with httpx2.AsyncClient(transport=transport) as client:
            assert await preloaded(client) == "4 widgets run, 0 skipped, 0 failed"
            assert await preloaded(client) == "0 widgets run, 4 skipped, 0 failed"
            file.write_text("carrier,name\nUA,United\nAA,American\n")
            assert await preloaded(client) == "4 widgets run, 0 skipped, 0 failed"
    finally:
        emulation.close()


async def test_a_number_beyond_all_bounds_is_refused(api: Any) -> None:
    content = '{"filter_states": [{"dynamic_filter_id": 2337, "condition": {"operator": "is", "values": [1e999]}}]}'
    headers = {"X-Emulator-Session": api.session, "X-Holistics-Key": ADMIN, "Content-Type": "application/json"}
    url = "/holistics/api/v2/dashboards/16076/build_url"
    reply = await api.client.post(url, headers=headers, content=content)
    assert (reply.status_code, reply.json()["type"]) == (400, "InvalidParameterError")
