"""Filters and the options of drop-downs (fact sheet, sections 13 and 13.1)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_world import Cluvio

SAMPLE = {"datasource": {"data": {"id": "smpl-data-0001", "type": "datasources"}}}
CARRIERS = "SELECT carrier, name FROM airlines ORDER BY 1 LIMIT 2"
BOARD = "flgt-test-0001"


def parent(id: str | None) -> dict[str, Any]:
    return {"parent_filter": {"data": None if id is None else {"id": id, "type": "filters"}}}


async def made(cluvio: Cluvio, control: str, relationships: Any = None, **attributes: Any) -> dict[str, Any]:
    attributes = {"variable_name": "x", "control_type": control, "value_type": "TEXT", **attributes}
    reply = await cluvio.call("POST", "/filters", json=cluvio.data(relationships, **attributes))
    assert reply.status_code == 201, reply.text
    data: dict[str, Any] = reply.json()["data"]
    return data


async def refused(cluvio: Cluvio, control: str, relationships: Any = None, **attributes: Any) -> str:
    attributes = {"variable_name": "x", "control_type": control, "value_type": "TEXT", **attributes}
    status, detail = await cluvio.refused("POST", "/filters", json=cluvio.data(relationships, **attributes))
    assert status == 422
    return detail


async def patched(cluvio: Cluvio, id: str, relationships: Any = None, **attributes: Any) -> dict[str, Any]:
    reply = await cluvio.call("PATCH", f"/filters/{id}", json=cluvio.data(relationships, **attributes))
    assert reply.status_code == 200, reply.text
    data: dict[str, Any] = reply.json()["data"]
    return data


async def refreshed(cluvio: Cluvio, id: str, body: Any = None) -> dict[str, Any]:
    """Run the query of a drop-down to its end and give the execution's attributes."""
    execution_id = (await cluvio.post(f"/filters/{id}/refresh", body))["execution_id"]
    ended(cluvio)
    attributes: dict[str, Any] = (await cluvio.get(f"/executions/{execution_id}"))["data"]["attributes"]
    return attributes


def ended(cluvio: Cluvio) -> None:
    """Wait until all that was started has ended."""
    for job in cluvio.control.jobs.list():
        cluvio.control.jobs.wait(job["id"])


async def options(cluvio: Cluvio, id: str, body: Any = None) -> Any:
    return await cluvio.post(f"/filters/{id}/options", body)


def dashboard(cluvio: Cluvio, id: str = BOARD, **attributes: Any) -> str:
    record = {"id": id, "attributes": {"name": "Test", **attributes}, "relationships": {}, "private": {}}
    cluvio.session.store.put(cluvio.api, "dashboards", id, record)
    return id


def inputs(**selected: list[Any]) -> dict[str, Any]:
    chosen = [{"variable_name": name, "selected_values": values} for name, values in selected.items()]
    return {"dashboard_id": BOARD, "parameters": {"filters": chosen}}


async def test_a_new_filter_needs_a_variable_a_control_and_a_value_type(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "input", display_name="Anything")
    assert filter["attributes"] == {
        "display_name": "Anything",
        "variable_name": "x",
        "control_type": "input",
        "value_type": "TEXT",
        "sql_query": None,
        "data_refresh_rate": None,
        "default_values": None,
        "required": False,
        "dropdown_validate": False,
        "relative_range_enabled": True,
        "before_range_enabled": True,
        "after_range_enabled": True,
        "from_to_range_enabled": True,
        "allowed_aggregations": None,
        "last_query_success": None,
        "last_query_error_message": None,
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    for missing in ("variable_name", "control_type", "value_type"):
        whole = {"variable_name": "y", "control_type": "input", "value_type": "TEXT"}
        whole.pop(missing)
        status, detail = await cluvio.refused("POST", "/filters", json=cluvio.data(**whole))
        assert status == 422
        assert missing in detail


@pytest.mark.parametrize(
    "name", ["two words", "", "é", "a.b", "a\n", "timerange", "aggregation", "month", "a--b", "carrier"]
)
async def test_a_variable_name_has_letters_digits_underscores_and_hyphens_and_is_free(
    cluvio: Cluvio, name: str
) -> None:
    assert "variable_name" in await refused(cluvio, "input", variable_name=name)


@pytest.mark.parametrize(
    ("control", "value_type"),
    [
        ("date_time_range", "DATE_TIME"),
        ("date_range", "DATE"),
        ("time_range", "TIME"),
        ("date_time_aggregation", "TEXT"),
        ("checkbox", "BOOLEAN"),
        ("checkbox_two_way", "BOOLEAN"),
        ("date", "DATE"),
        ("time", "TIME"),
        ("date_time", "DATE_TIME"),
    ],
)
async def test_some_controls_fix_the_value_type(cluvio: Cluvio, control: str, value_type: str) -> None:
    assert f"goes with {value_type}, not NUMBER" in await refused(cluvio, control, value_type="NUMBER")
    assert (await made(cluvio, control, value_type=value_type))["attributes"]["value_type"] == value_type


@pytest.mark.parametrize(
    ("control", "attribute", "value"),
    [
        ("input", "values", ["a"]),
        ("input", "value_names", ["a"]),
        ("dropdown_manual", "sql_query", "SELECT 1"),
        ("input", "data_refresh_rate", 5),
        ("input", "dropdown_validate", True),
        ("input", "relative_range_enabled", False),
        ("dropdown_manual", "before_range_enabled", False),
        ("input", "allowed_aggregations", ["day"]),
    ],
)
async def test_attributes_of_other_controls_are_refused(
    cluvio: Cluvio, control: str, attribute: str, value: Any
) -> None:
    assert f"attributes/{attribute}: it is for" in await refused(cluvio, control, **{attribute: value})


async def test_what_the_vendor_has_as_default_is_taken_with_any_control(cluvio: Cluvio) -> None:
    await made(cluvio, "input", dropdown_validate=False, before_range_enabled=True, allowed_aggregations=[])


@pytest.mark.parametrize(
    ("control", "value_type", "values"),
    [
        ("input", "NUMBER", ["five"]),
        ("input", "DATE", ["2013-02-30"]),
        ("checkbox", "BOOLEAN", ["maybe"]),
        ("input", "TEXT", ["a", "b"]),
        ("date_range", "DATE", ["2013-01-02", "2013-01-01"]),
        ("date_time_aggregation", "TEXT", ["all_time"]),
        ("input", "NUMBER", [2**200]),
    ],
)
async def test_default_values_must_fit_the_value_type(
    cluvio: Cluvio, control: str, value_type: str, values: list[Any]
) -> None:
    detail = await refused(cluvio, control, value_type=value_type, default_values=values)
    assert detail.startswith("attributes/default_values")


async def test_default_values_that_fit_are_taken(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "input_multi", value_type="NUMBER", default_values=[1, 2.5, None])
    assert filter["attributes"]["default_values"] == [1, 2.5, None]
    await made(cluvio, "date_range", variable_name="y", value_type="DATE", default_values=["last 7 days"])


async def test_values_of_a_manual_drop_down_are_read_with_its_options_only(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown_manual", values=["a", "b", "c"], value_names=["Anna", "Berta"])
    assert {"values", "value_names"}.isdisjoint(filter["attributes"])
    assert await options(cluvio, filter["id"]) == {
        "options": {"values": ["a", "b", "c"], "value_names": ["Anna", "Berta", "c"]}
    }


async def test_labels_go_with_the_values_that_they_came_with(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown_manual", values=["a", "b"], value_names=["Anna", "Berta"])
    await patched(cluvio, filter["id"], value_names=["Adam"])
    assert (await options(cluvio, filter["id"]))["options"]["value_names"] == ["Adam", "b"]
    await patched(cluvio, filter["id"], values=["c"])
    assert (await options(cluvio, filter["id"]))["options"] == {"values": ["c"], "value_names": ["c"]}
    await patched(cluvio, filter["id"], display_name="Who")
    assert (await options(cluvio, filter["id"]))["options"]["values"] == ["c"]


@pytest.mark.parametrize(
    "attributes",
    [{"values": ["a\0"]}, {"values": ["a"], "value_names": ["\0"]}, {"values": [], "value_names": ["a"]}],
)
async def test_manual_options_have_no_nul_and_no_label_without_a_value(
    cluvio: Cluvio, attributes: dict[str, Any]
) -> None:
    assert "attributes/value" in await refused(cluvio, "dropdown_manual", **attributes)


async def test_a_sql_drop_down_has_a_query_and_a_datasource(cluvio: Cluvio) -> None:
    detail = await refused(cluvio, "dropdown")
    assert "relationships/datasource" in detail
    assert "attributes/sql_query" in detail
    assert "relationships/datasource" in await refused(cluvio, "input", SAMPLE)
    assert "data_refresh_rate" in await refused(cluvio, "dropdown", SAMPLE, sql_query="SELECT 1", data_refresh_rate=0)


async def test_a_static_drop_down_takes_no_filters_and_a_dynamic_one_does(cluvio: Cluvio) -> None:
    sql = "SELECT carrier FROM airlines WHERE {carrier=carriers}"
    assert "dropdown_dynamic" in await refused(cluvio, "dropdown", SAMPLE, sql_query=sql)
    assert "circle" not in await refused(cluvio, "dropdown", SAMPLE, sql_query="SELECT {[a]=}")
    assert (await made(cluvio, "dropdown_dynamic", SAMPLE, sql_query=sql))["attributes"]["sql_query"] == sql


async def test_the_snippets_that_a_query_uses_are_told(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown_dynamic", SAMPLE, sql_query="SELECT [late_share] FROM flights")
    told = [link["id"] for link in filter["relationships"]["sql_snippets"]["data"]]
    assert told == ["snip-late-0001", "snip-shar-0001", "snip-flwn-0001"]
    unrelated = {"datasource": {"data": None}, "sql_snippets": {"data": []}, "parent_filter": {"data": None}}
    assert (await made(cluvio, "input", variable_name="y"))["relationships"] == unrelated


async def test_only_static_drop_downs_have_a_parent_and_never_themselves(cluvio: Cluvio) -> None:
    assert "parent_filter" in await refused(cluvio, "input", parent("fltr-carr-0001"))
    child = await made(cluvio, "dropdown", {**SAMPLE, **parent("fltr-carr-0001")}, sql_query=CARRIERS)
    assert child["relationships"]["parent_filter"]["data"]["id"] == "fltr-carr-0001"
    status, detail = await cluvio.refused("PATCH", "/filters/fltr-carr-0001", json=cluvio.data(parent(child["id"])))
    assert (status, detail.split(":")[0]) == (422, "relationships/parent_filter")
    included = (await cluvio.get(f"/filters/{child['id']}", include="parent_filter"))["included"]
    assert [part["id"] for part in included] == ["fltr-carr-0001"]
    assert (await patched(cluvio, child["id"], parent(None)))["relationships"]["parent_filter"] == {"data": None}


async def test_deleting_a_parent_leaves_its_children(cluvio: Cluvio) -> None:
    child = await made(cluvio, "dropdown", {**SAMPLE, **parent("fltr-carr-0001")}, sql_query=CARRIERS)
    assert (await cluvio.call("DELETE", "/filters/fltr-carr-0001")).status_code == 204
    after = (await cluvio.get(f"/filters/{child['id']}"))["data"]
    assert after["relationships"]["parent_filter"] == {"data": None}
    assert await cluvio.refused("GET", "/filters/fltr-carr-0001") == (404, "There is no filter fltr-carr-0001")


async def test_another_control_drops_what_does_not_go_with_it(cluvio: Cluvio) -> None:
    changed = await patched(cluvio, "fltr-carr-0001", control_type="dropdown_manual", values=["UA"])
    assert changed["attributes"]["sql_query"] is None
    assert changed["relationships"]["datasource"] == {"data": None}
    assert (await options(cluvio, "fltr-carr-0001"))["options"]["values"] == ["UA"]


async def test_a_sql_drop_down_needs_access_to_its_datasource(cluvio: Cluvio) -> None:
    narrow = cluvio.key("manage_dashboards", datasource_ids=["othr-data-0001"])
    body = cluvio.data(SAMPLE, variable_name="x", control_type="dropdown", value_type="TEXT", sql_query="SELECT 1")
    path = "/filters/fltr-carr-0001"
    for method, where, content in (
        ("POST", "/filters", body),
        ("PATCH", path, cluvio.data(display_name="n")),
        ("DELETE", path, None),
    ):
        status, detail = await narrow.refused(method, where, **({} if content is None else {"json": content}))
        assert (status, detail) == (403, "The API key has no access to datasource smpl-data-0001")
    assert (await narrow.call("DELETE", "/filters/fltr-dely-0001")).status_code == 204


async def test_reading_the_datasource_along_needs_a_permission(cluvio: Cluvio) -> None:
    viewer = cluvio.key("view_dashboards", type="view")
    assert (await viewer.refused("GET", "/filters/fltr-carr-0001?include=datasource"))[0] == 403
    found = await cluvio.get("/filters/fltr-dest-0001", include="datasource")
    assert [part["id"] for part in found["included"]] == ["smpl-data-0001"]


async def test_a_static_drop_down_has_no_options_before_its_query_has_succeeded(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown", SAMPLE, sql_query=CARRIERS)
    assert await options(cluvio, filter["id"]) == {}
    assert (await refreshed(cluvio, filter["id"]))["execution_type"] == "sql_filter"
    assert await options(cluvio, filter["id"]) == {
        "data_timestamp": 1372680000,
        "options": {"values": ["9E", "AA"], "value_names": ["Endeavor Air Inc.", "American Airlines Inc."]},
    }
    told = (await cluvio.get(f"/filters/{filter['id']}"))["data"]["attributes"]
    assert told["last_query_success"].startswith("2013-07-01T12:00:00")


async def test_static_options_stay_after_a_day_and_until_the_query_changes(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown", SAMPLE, sql_query=CARRIERS)
    await refreshed(cluvio, filter["id"])
    cluvio.control.clock.advance(3 * 86_400)
    assert (await options(cluvio, filter["id"]))["options"]["values"] == ["9E", "AA"]
    await patched(cluvio, filter["id"], display_name="Who")
    assert (await options(cluvio, filter["id"]))["options"]["values"] == ["9E", "AA"]
    changed = await patched(cluvio, filter["id"], sql_query="SELECT 'ZZ'")
    assert changed["attributes"]["last_query_success"] is None
    assert await options(cluvio, filter["id"]) == {}


async def test_a_static_query_is_run_again_every_so_many_minutes_and_a_dynamic_one_is_not(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown", SAMPLE, sql_query=CARRIERS, data_refresh_rate=90)
    await made(cluvio, "dropdown_dynamic", SAMPLE, variable_name="y", sql_query=CARRIERS, data_refresh_rate=1)
    for minutes, runs in ((89, 0), (1, 1), (30, 1), (60, 2)):
        cluvio.control.clock.advance(minutes * 60)
        assert cluvio.control.settle()
        ended(cluvio)
        executions = cluvio.session.store.list(cluvio.api, "executions")
        assert [one["owner"] for one in executions] == [f"filter:{filter['id']}"] * runs
    assert (await options(cluvio, filter["id"]))["data_timestamp"] == 1372680000 + 180 * 60
    await patched(cluvio, filter["id"], data_refresh_rate=10)
    cluvio.control.clock.advance(10 * 60)
    assert cluvio.control.settle()
    ended(cluvio)
    assert (await options(cluvio, filter["id"]))["data_timestamp"] == 1372680000 + 190 * 60


async def test_options_with_a_parent_say_which_of_its_values_they_belong_to(cluvio: Cluvio) -> None:
    sql = "SELECT 'LHR', 'Heathrow', 'GB' UNION ALL SELECT 'ORY', NULL, 'FR' UNION ALL SELECT NULL, 'x', 'y' ORDER BY 1"
    filter = await made(cluvio, "dropdown", {**SAMPLE, **parent("fltr-carr-0001")}, sql_query=sql)
    await refreshed(cluvio, filter["id"])
    assert (await options(cluvio, filter["id"]))["options"] == {
        "values": ["LHR", "ORY"],
        "value_names": ["Heathrow", "ORY"],
        "parent_values": ["GB", "FR"],
    }
    await patched(cluvio, filter["id"], parent(None))
    assert "parent_values" not in (await options(cluvio, filter["id"]))["options"]


async def test_a_query_that_fails_is_told_and_the_options_stay(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown", SAMPLE, sql_query="SELECT * FROM nowhere")
    assert (await refreshed(cluvio, filter["id"]))["execution_status"] == "query_error"
    told = (await cluvio.get(f"/filters/{filter['id']}"))["data"]["attributes"]
    assert "nowhere" in told["last_query_error_message"]
    assert await options(cluvio, filter["id"]) == {}


async def test_results_of_a_static_drop_down_have_no_nul_and_those_of_a_dynamic_one_may(cluvio: Cluvio) -> None:
    sql = "SELECT 'a' || chr(0)"
    static = await made(cluvio, "dropdown", SAMPLE, sql_query=sql)
    await refreshed(cluvio, static["id"])
    assert await options(cluvio, static["id"]) == {}
    told = (await cluvio.get(f"/filters/{static['id']}"))["data"]["attributes"]
    assert "NUL" in told["last_query_error_message"]
    dashboard(cluvio)
    dynamic = await made(cluvio, "dropdown_dynamic", SAMPLE, variable_name="y", sql_query=sql)
    await refreshed(cluvio, dynamic["id"], inputs())
    assert (await options(cluvio, dynamic["id"], inputs()))["options"]["values"] == ["a\0"]


async def test_dynamic_options_are_those_of_a_dashboard_and_inputs_for_24_hours(cluvio: Cluvio) -> None:
    dashboard(cluvio)
    hawaiian = inputs(carrier=["HA"])
    assert await options(cluvio, "fltr-dest-0001", hawaiian) == {}
    await refreshed(cluvio, "fltr-dest-0001", hawaiian)
    found = await options(cluvio, "fltr-dest-0001", hawaiian)
    assert found["options"] == {"values": ["HNL"], "value_names": ["Honolulu Intl"]}
    assert await options(cluvio, "fltr-dest-0001", inputs(carrier=["UA"])) == {}
    assert await options(cluvio, "fltr-dest-0001", {**hawaiian, "dashboard_id": dashboard(cluvio, "b-2")}) == {}
    cluvio.control.clock.advance(86_401)
    assert await options(cluvio, "fltr-dest-0001", hawaiian) == {}


@pytest.mark.parametrize("action", ["options", "refresh"])
async def test_a_dynamic_drop_down_needs_dashboard_and_inputs(cluvio: Cluvio, action: str) -> None:
    dashboard(cluvio)
    path = f"/filters/fltr-dest-0001/{action}"
    assert (await cluvio.refused("POST", path))[1].count("depend") == 2
    assert "dashboard_id" in (await cluvio.refused("POST", path, json={"parameters": {}}))[1]
    assert "parameters" in (await cluvio.refused("POST", path, json={"dashboard_id": BOARD}))[1]
    unknown = {"dashboard_id": "none", "parameters": {}}
    assert await cluvio.refused("POST", path, json=unknown) == (422, "dashboard_id: there is no dashboard none")
    wrong = {"dashboard_id": BOARD, "parameters": {"tz": "Europe/Berlin"}}
    assert (await cluvio.refused("POST", path, json=wrong))[0] == 422
    narrow = cluvio.key("view_dashboards", type="view", dashboard_ids=["other"])
    assert (await narrow.refused("POST", path, json=inputs()))[0] == 403


@pytest.mark.parametrize("action", ["options", "refresh"])
async def test_what_is_no_drop_down_has_no_options(cluvio: Cluvio, action: str) -> None:
    status, detail = await cluvio.refused("POST", f"/filters/fltr-date-0001/{action}")
    assert (status, detail) == (422, "The filter is no drop-down (date_range) and has no options")
    assert (await cluvio.refused("POST", f"/filters/none/{action}"))[0] == 404


async def test_refreshing_a_manual_drop_down_does_nothing(cluvio: Cluvio) -> None:
    assert await cluvio.post("/filters/fltr-orig-0001/refresh", status=204) is None


async def test_asking_for_options_starts_no_query(cluvio: Cluvio) -> None:
    before = len(cluvio.control.jobs.list())
    await options(cluvio, "fltr-carr-0001")
    assert len(cluvio.control.jobs.list()) == before


async def run(cluvio: Cluvio, sql: str, **selected: list[Any]) -> tuple[str, str | None]:
    """Status and error of an execution."""
    body = {"sql_query": sql, "parameters": inputs(**selected)["parameters"]}
    id = (await cluvio.post("/datasources/smpl-data-0001/executions", body, status=201))["data"]["id"]
    ended(cluvio)
    record = cluvio.session.store.get(cluvio.api, "executions", id)
    assert record is not None
    return record["status"], record["error"]


async def test_validation_takes_the_options_that_were_produced_last(cluvio: Cluvio) -> None:
    filter = await made(cluvio, "dropdown", SAMPLE, sql_query=CARRIERS, dropdown_validate=True)
    sql = "SELECT count(*) FROM flights WHERE {carrier=x}"
    status, error = await run(cluvio, sql, x=["AA"])
    assert (status, "one of the options" in str(error)) == ("query_error", True)
    await refreshed(cluvio, filter["id"])
    assert await run(cluvio, sql, x=["AA"]) == ("success", None)
    assert (await run(cluvio, sql, x=["UA"]))[0] == "query_error"
    await patched(cluvio, filter["id"], dropdown_validate=False)
    assert await run(cluvio, sql, x=["UA"]) == ("success", None)


async def test_renaming_a_variable_leaves_an_ad_hoc_filter_behind(cluvio: Cluvio) -> None:
    sql = "SELECT 1 / (count(*) = 3)::INT FROM (VALUES ('JFK'), ('LGA'), ('EWR'), ('XXX')) AS t(o) WHERE {o=origin}"
    status, error = await run(cluvio, sql, origin=["JFK", "LGA", "XXX"])
    assert (status, "options" in str(error)) == ("query_error", True)
    await patched(cluvio, "fltr-orig-0001", variable_name="departure")
    assert await run(cluvio, sql, origin=["JFK", "LGA", "XXX"]) == ("success", None)
    assert (await cluvio.call("DELETE", "/filters/fltr-orig-0001")).status_code == 204
    assert await run(cluvio, sql, origin=["JFK", "LGA", "XXX"]) == ("success", None)


async def test_built_in_snippets_know_the_dashboard_and_no_user(cluvio: Cluvio) -> None:
    dashboard(cluvio, name="It's ours")
    sql = "SELECT [CLUVIO_DASHBOARD_NAME], coalesce([CLUVIO_USER_EMAIL], 'nobody')"
    filter = await made(cluvio, "dropdown_dynamic", SAMPLE, sql_query=sql)
    await refreshed(cluvio, filter["id"], inputs())
    assert (await options(cluvio, filter["id"], inputs()))["options"] == {
        "values": ["It's ours"],
        "value_names": ["nobody"],
    }


async def test_every_filter_of_the_demo_passes_its_own_rules(cluvio: Cluvio) -> None:
    for filter in (await cluvio.get("/filters"))["data"]:
        changed = await patched(cluvio, filter["id"], display_name="New")
        assert changed["attributes"]["display_name"] == "New"
