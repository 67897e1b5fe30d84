"""Rules about agents, executions, freshness, filters, schedules and rates that had no test of their own elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_boards import (
    BOARD,
    MONTHS,
    SAMPLE,
    executions,
    made_board,
    made_report,
    poll,
    wait,
)
from tests.unit.emulator_state.cluvio_world import Cluvio

AGENT = "lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg"
DROPDOWN, DYNAMIC, ALERT = "fltr-carr-0001", "fltr-dest-0001", "mnth-busy-0001"

#: The seventeen controls and the types of values that they go with.
SQL = {"sql_query": "SELECT 1", "linked": True}
CONTROLS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "input": (("TEXT", "NUMBER"), {}),
    "input_multi": (("TEXT", "NUMBER"), {}),
    "checkbox": (("BOOLEAN",), {}),
    "checkbox_two_way": (("BOOLEAN",), {}),
    "date_time": (("DATE_TIME",), {}),
    "date_time_range": (("DATE_TIME",), {}),
    "date": (("DATE",), {}),
    "date_range": (("DATE",), {}),
    "time": (("TIME",), {}),
    "time_range": (("TIME",), {}),
    "date_time_aggregation": (("TEXT",), {"allowed_aggregations": ["day"]}),
    "dropdown": (("TEXT", "NUMBER"), SQL),
    "dropdown_multi": (("TEXT", "NUMBER"), SQL),
    "dropdown_dynamic": (("TEXT", "NUMBER"), SQL),
    "dropdown_multi_dynamic": (("TEXT", "NUMBER"), SQL),
    "dropdown_manual": (("TEXT", "NUMBER"), {"values": ["1"]}),
    "dropdown_multi_manual": (("TEXT", "NUMBER"), {"values": ["1"]}),
}
SWITCHES = ("relative_range_enabled", "before_range_enabled", "after_range_enabled", "from_to_range_enabled")


async def test_version_and_address_of_an_agent_keep_the_last_known_value_while_disconnected(cluvio: Cluvio) -> None:
    shown = (await cluvio.get(f"/datasource_agents/{AGENT}"))["data"]["attributes"]
    assert (shown["connected"], shown["version"], shown["address"]) == (False, "1.4.0", "203.0.113.7")
    reply = await cluvio.call("PATCH", f"/datasource_agents/{AGENT}", json=cluvio.data(enabled=False))
    after = reply.json()["data"]["attributes"]
    assert (after["enabled"], after["version"], after["address"]) == (False, "1.4.0", "203.0.113.7")


async def test_disabling_an_agent_drops_its_live_connection(cluvio: Cluvio) -> None:
    record = cluvio.session.store.get(cluvio.api, "datasource_agents", AGENT)
    assert record is not None
    live = {**record, "attributes": {**record["attributes"], "connected": True, "active_queries": 2}}
    cluvio.session.store.put(cluvio.api, "datasource_agents", AGENT, live)
    reply = await cluvio.call("PATCH", f"/datasource_agents/{AGENT}", json=cluvio.data(enabled=False))
    after = reply.json()["data"]["attributes"]
    assert (after["connected"], after["active_queries"]) == (False, 0)


async def test_every_source_of_executions_answers_an_id_that_can_be_followed_and_has_its_type(cluvio: Cluvio) -> None:
    ran = await cluvio.post(f"/datasources/{SAMPLE}/executions", {"sql_query": "SELECT 1"}, 201)
    ids = {
        ran["data"]["attributes"]["execution_id"]: "sql_query",
        (await cluvio.post(f"/datasources/{SAMPLE}/refresh"))["execution_id"]: "almanach_query",
        (await cluvio.post(f"/reports/{MONTHS}/refresh", {}))["execution_id"]: "sql_query",
        (await cluvio.post(f"/filters/{DROPDOWN}/refresh"))["execution_id"]: "sql_filter",
        (await cluvio.post(f"/sql_alerts/{ALERT}/run"))["execution_id"]: "sql_alert",
    }
    await cluvio.post(f"/reports/{MONTHS}/export/csv", {})
    wait(cluvio)
    (exported,) = [one["id"] for one in executions(cluvio) if one["kind"] == "export_query"]
    keys = (await poll(cluvio))["data_keys"].values()
    polled = [status["execution_id"] for status in keys if status["result_status"] == "success"]
    assert {*polled} <= {*ids}
    assert polled
    for id, kind in {**ids, exported: "export_query"}.items():
        shown = (await cluvio.get(f"/executions/{id}"))["data"]
        assert (shown["attributes"]["execution_id"], shown["attributes"]["execution_type"]) == (id, kind)
        assert shown["attributes"]["execution_status"] == "success"


async def test_refresh_data_is_false_unless_said(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    await made_report(cluvio, board)
    await cluvio.post(f"/dashboards/{board}/status", {})
    assert not executions(cluvio)


async def test_a_refresh_rate_of_a_report_left_out_is_that_of_its_dashboard(cluvio: Cluvio) -> None:
    board = await made_board(cluvio, data_refresh_rate=30)
    report = await made_report(cluvio, board)
    await poll(cluvio, board, refresh=True)
    wait(cluvio)
    for minutes, current in ((29, True), (2, False)):
        cluvio.control.clock.advance(minutes * 60)
        status = await poll(cluvio, board)
        assert status["data_keys"][status["reports"][report]["data_key"]]["data_current"] is current


async def test_a_dynamic_drop_down_runs_again_on_use_when_its_options_are_older_than_its_rate(cluvio: Cluvio) -> None:
    for minutes, runs in ((0, 1), (59, 1), (2, 2)):  # its rate is 60 minutes
        cluvio.control.clock.advance(minutes * 60)
        await poll(cluvio, refresh=True)
        wait(cluvio)
        assert len(executions(cluvio, f"filter:{DYNAMIC}@{BOARD}")) == runs


@pytest.mark.parametrize("control", CONTROLS)
async def test_each_of_the_seventeen_controls_is_taken_with_its_types_of_values(cluvio: Cluvio, control: str) -> None:
    types, more = CONTROLS[control]
    link = {"datasource": {"data": {"id": SAMPLE, "type": "datasources"}}} if "linked" in more else None
    given = {name: value for name, value in more.items() if name != "linked"}
    for number, value_type in enumerate(types):
        fields = {"variable_name": f"v{number}", "control_type": control, "value_type": value_type, **given}
        made = (await cluvio.post("/filters", cluvio.data(link, **fields), 201))["data"]["attributes"]
        assert (made["control_type"], made["value_type"], made["required"]) == (control, value_type, False)


def test_there_are_seventeen_controls() -> None:
    assert len(CONTROLS) == 17


@pytest.mark.parametrize(("control", "type"), [("date_range", "DATE"), ("time_range", "TIME")])
async def test_range_switches_are_on_by_default_and_for_ranges_only(cluvio: Cluvio, control: str, type: str) -> None:
    fields: dict[str, Any] = {"variable_name": "v", "control_type": control, "value_type": type}
    made = (await cluvio.post("/filters", cluvio.data(**fields), 201))["data"]
    assert [made["attributes"][name] for name in SWITCHES] == [True] * 4
    for name in SWITCHES:
        off: dict[str, Any] = {name: False}
        reply = await cluvio.call("PATCH", f"/filters/{made['id']}", json=cluvio.data(**off))
        assert reply.json()["data"]["attributes"][name] is False
        plain = cluvio.data(variable_name="w", control_type="input", value_type="TEXT", **off)
        assert (await cluvio.refused("POST", "/filters", json=plain))[0] == 422


@pytest.mark.parametrize("name", ["name", "text"])
async def test_a_snippet_needs_a_name_and_a_text(cluvio: Cluvio, name: str) -> None:
    given = {key: value for key, value in {"name": "mine", "text": "1"}.items() if key != name}
    link = {"datasource": {"data": {"id": SAMPLE, "type": "datasources"}}}
    status, detail = await cluvio.refused("POST", "/sql_snippets", json=cluvio.data(link, **given))
    assert (status, name in detail) == (422, True)


async def test_send_via_of_a_schedule_is_any_text_and_is_kept(cluvio: Cluvio) -> None:
    link = {"report": {"data": {"id": MONTHS, "type": "reports"}}}
    fields = {
        "name": "x",
        "emails": "ada@example.com",
        "attach_as": "csv",
        "schedule": "disabled",
        "send_via": "pigeon",
    }
    made = await cluvio.post("/dashboard_schedules", cluvio.data(link, **fields), 201)
    assert made["data"]["attributes"]["send_via"] == "pigeon"


async def test_no_rate_of_requests_is_limited(cluvio: Cluvio) -> None:
    statuses = {(await cluvio.call("GET", "/dashboard_groups/arch-ivex-0003")).status_code for _ in range(300)}
    assert statuses == {200}
