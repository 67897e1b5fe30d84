"""Dashboards: their settings, what they show, locking, copying, deleting (fact sheet, sections 6, 10)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_boards import (
    BOARD,
    BROKEN,
    LOCKED,
    MONTHS,
    US_BOARD,
    WEATHER,
    changed,
    executions,
    hold,
    ids,
    made_board,
    made_report,
    on,
    poll,
    wait,
)
from tests.unit.emulator_state.cluvio_world import VIEW, VND_API, Cluvio

ADA, TEAM = "adad-love-0001", "oper-team-0001"
SETTINGS = {
    "name": "Delays",
    "description": "By the hour",
    "time_zone_config": {"type": "input", "allowed_time_zones": ["UTC", "Europe/Berlin"]},
    "automatic_update_enabled": False,
    "thumbnail_enabled": False,
    "prewarm": True,
    "data_refresh_rate": 12.5,
    "data_refresh_anchor_time": "06:30",
    "default_page_width": 1200,
    "color_scheme": "scheme_2",
    "filters_configuration": {"apply_immediately": True, "filter_sorting": ["carrier"], "hidden_parameters": ["tz"]},
}


async def attributes_of(cluvio: Cluvio, id: str) -> dict[str, Any]:
    shown: dict[str, Any] = (await cluvio.get(f"/dashboards/{id}"))["data"]["attributes"]
    return shown


async def test_a_name_is_all_that_a_dashboard_needs_and_the_rest_has_defaults(cluvio: Cluvio) -> None:
    shown = await attributes_of(cluvio, await made_board(cluvio, name="Bare"))
    assert shown == {
        "name": "Bare",
        "description": None,
        "time_zone_config": {"type": "disabled"},
        "automatic_update_enabled": True,
        "thumbnail_enabled": True,
        "thumbnail_image_url": None,
        "thumbnail_created_at": None,
        "prewarm": False,
        "published": False,
        "data_refresh_rate": 1440,
        "data_refresh_anchor_time": None,
        "is_locked": False,
        "default_parameters": None,
        "default_page_width": 1600,
        "layout": [],
        "floating_enabled": False,
        "color_scheme": "scheme_6",
        "filters_configuration": {},
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    for wrong in ({}, {"name": ""}, {"name": " \t"}):
        assert (await cluvio.refused("POST", "/dashboards", json=cluvio.data(**wrong)))[0] == 422


async def test_every_setting_is_taken_on_creation_and_kept(cluvio: Cluvio) -> None:
    shown = await attributes_of(cluvio, await made_board(cluvio, **SETTINGS))
    assert {name: shown[name] for name in SETTINGS} == SETTINGS


async def test_an_update_changes_what_is_given_and_leaves_the_rest(cluvio: Cluvio) -> None:
    before = await attributes_of(cluvio, BOARD)
    cluvio.control.clock.advance(60)
    document = await changed(cluvio, f"/dashboards/{BOARD}", name="Operations", prewarm=True)
    stamp = {"updated_at": "2013-07-01T12:01:00Z"}
    assert document["data"]["attributes"] == {**before, "name": "Operations", "prewarm": True, **stamp}
    assert document["data"] == (await cluvio.get(f"/dashboards/{BOARD}"))["data"]


async def test_default_parameters_are_set_on_dashboards_that_exist_only(cluvio: Cluvio) -> None:
    wanted = {"timerange": "1356998400~", "aggregation": "week"}
    board = await made_board(cluvio, default_parameters=wanted)
    assert (await attributes_of(cluvio, board))["default_parameters"] is None
    document = await changed(cluvio, f"/dashboards/{board}", default_parameters=wanted)
    assert document["data"]["attributes"]["default_parameters"] == wanted


async def test_default_parameters_are_what_a_request_leaves_out(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board, "SELECT {[time_hour]:aggregation} AS p, count(*) FROM flights GROUP BY 1")
    await changed(cluvio, f"/dashboards/{board}", default_parameters={"aggregation": "year"})
    for parameters in ({}, {"aggregation": "month"}):
        await poll(cluvio, board, refresh=True, **parameters)
        wait(cluvio)
    rows = {one["parameters"]["aggregation"]: one["rows"] for one in executions(cluvio, f"report:{report}")}
    assert rows == {"year": 2, "month": 13}  # in UTC a few flights of the last evening are of the next year


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"timerange": "5~1"}, "timerange"),
        ({"tz": "Mars/Olympus"}, "tz"),
        ({"tz": "UTC"}, "not of type input"),
        ({"filters": [{"variable_name": "x"}, {"variable_name": "x"}]}, "variable_name"),
    ],
)
async def test_default_parameters_that_no_request_could_use_are_refused(
    cluvio: Cluvio, parameters: dict[str, Any], says: str
) -> None:
    document = cluvio.data(default_parameters=parameters)
    status, detail = await cluvio.refused("PATCH", f"/dashboards/{BOARD}", json=document)
    assert status == 422
    assert says in detail
    assert (await attributes_of(cluvio, BOARD))["default_parameters"] == {"aggregation": "month"}


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ({"type": "fixed"}, "fixed_time_zone: can't be blank"),
        ({"type": "fixed", "fixed_time_zone": "Mars/Olympus"}, "no time zone"),
        ({"type": "input"}, "allowed_time_zones: can't be empty"),
        ({"type": "input", "allowed_time_zones": ["UTC", "\0"]}, "no time zone"),
        ({"type": "sometimes"}, "type"),
    ],
)
async def test_a_time_zone_configuration_has_what_its_type_needs(
    cluvio: Cluvio, config: dict[str, Any], says: str
) -> None:
    for method, path in (("POST", "/dashboards"), ("PATCH", f"/dashboards/{BOARD}")):
        document = cluvio.data(name="Zones", time_zone_config=config)
        status, detail = await cluvio.refused(method, path, json=document)
        assert status == 422
        assert says in detail


@pytest.mark.parametrize(
    "config",
    [
        {"type": "organization"},
        {"type": "fixed", "fixed_time_zone": "Asia/Kathmandu"},
        {"type": "disabled", "fixed_time_zone": "Europe/Berlin", "allowed_time_zones": ["Europe/Berlin"]},
        {},
    ],
)
async def test_time_zone_types_are_disabled_organization_fixed_and_input(
    cluvio: Cluvio, config: dict[str, Any]
) -> None:
    board = await made_board(cluvio, time_zone_config=config)
    assert (await attributes_of(cluvio, board))["time_zone_config"] == config


async def test_the_dashboards_time_zone_is_the_one_that_results_are_shown_in(cluvio: Cluvio) -> None:
    board = await made_board(cluvio, time_zone_config={"type": "organization"})
    await made_report(cluvio, board, "SELECT {[time_hour]:aggregation} AS p FROM flights")
    await poll(cluvio, board, refresh=True)
    wait(cluvio)
    assert executions(cluvio)[0]["time_zone"] == "America/New_York"


@pytest.mark.parametrize(
    "wrong",
    [
        {"data_refresh_rate": -1},
        {"data_refresh_rate": 10**400},
        {"data_refresh_anchor_time": "25:00"},
        {"default_page_width": 0},
        {"default_page_width": 10**30},
        {"color_scheme": "scheme_9"},
        {"filters_configuration": {"aggregation_options": ["fortnight"]}},
    ],
)
async def test_values_out_of_range_are_refused_by_name(cluvio: Cluvio, wrong: dict[str, Any]) -> None:
    for method, path in (("POST", "/dashboards"), ("PATCH", f"/dashboards/{BOARD}")):
        status, detail = await cluvio.refused(method, path, json=cluvio.data(name="Wrong", **wrong))
        assert status == 422
        assert next(iter(wrong)) in detail


async def test_read_only_attributes_are_ignored_so_that_what_was_read_can_be_sent_back(cluvio: Cluvio) -> None:
    before = (await cluvio.get(f"/dashboards/{WEATHER}"))["data"]
    sent = {name: value for name, value in before["attributes"].items() if value is not None}
    document = {"data": {**before, "attributes": {**sent, "published": False, "thumbnail_image_url": "https://x.test"}}}
    reply = await cluvio.call("PATCH", f"/dashboards/{WEATHER}", json=document)
    assert reply.status_code == 200, reply.text
    after = reply.json()["data"]
    assert after["relationships"] == before["relationships"]
    assert {**after["attributes"], "updated_at": None} == {**before["attributes"], "updated_at": None}


async def test_the_relationships_of_a_dashboard_are_what_is_on_it_and_who_has_it(cluvio: Cluvio) -> None:
    document = await cluvio.get(f"/dashboards/{BOARD}")
    assert len(ids(document, "reports")) == 10
    assert ids(document, "filters") == ["fltr-carr-0001", "fltr-dest-0001", "fltr-orig-0001"]
    assert ids(document, "sql_snippets") == ["busy-rout-0001", "snip-flwn-0001"]
    assert ids(document, "dashboard_groups") == ["flgt-dash-0001"]
    assert ids(document, "user_groups") == [TEAM]
    assert document["data"]["relationships"]["user"] == {"data": {"id": ADA, "type": "users"}}
    link = {"id": "link-open-0001", "type": "dashboard_sharing_links"}
    assert document["data"]["relationships"]["dashboard_sharing_links"] == {"data": [{"data": link}]}
    assert document["data"]["attributes"]["published"] is True


async def test_filters_and_snippets_are_those_that_the_sql_uses_also_through_others(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    assert ids(await cluvio.get(f"/dashboards/{board}"), "filters") == []
    await made_report(cluvio, board, "SELECT [late_share] FROM flights WHERE {dest=destination} AND {x=undefined}")
    document = await cluvio.get(f"/dashboards/{board}")
    # The drop-down for the destination uses carrier and origin; the snippet uses two others and a filter.
    expected = {"fltr-dest-0001", "fltr-carr-0001", "fltr-orig-0001", "fltr-dely-0001"}
    assert set(ids(document, "filters")) == expected
    assert set(ids(document, "sql_snippets")) == {"snip-flwn-0001", "snip-shar-0001", "snip-late-0001"}


@pytest.mark.parametrize(
    "name", ["reports", "filters", "sql_snippets", "dashboard_groups", "dashboard_sharing_links", "user", "user_groups"]
)
async def test_include_brings_related_objects_in_full(cluvio: Cluvio, name: str) -> None:
    document = await cluvio.get(f"/dashboards/{BOARD}", include=name)
    held = document["data"]["relationships"][name]["data"]
    listed = held if isinstance(held, list) else [held]
    wanted = {(link.get("data") or link)["id"] for link in listed}
    assert wanted
    assert {one["id"] for one in document["included"]} == wanted


async def test_owner_and_groups_take_a_permission_about_users_or_manage_dashboards(cluvio: Cluvio) -> None:
    plain, seeing = cluvio.key("view_dashboards"), cluvio.key("view_dashboards", "view_users")
    related = (await plain.get(f"/dashboards/{BOARD}"))["data"]["relationships"]
    assert not {"user", "user_groups", "dashboard_sharing_links"} & {*related}
    related = (await seeing.get(f"/dashboards/{BOARD}"))["data"]["relationships"]
    assert {"user", "user_groups"} <= {*related}
    assert "dashboard_sharing_links" not in related
    for name, key in (("user", plain), ("user_groups", plain), ("dashboard_sharing_links", seeing)):
        assert (await key.refused("GET", f"/dashboards/{BOARD}?include={name}"))[0] == 403
    assert (await seeing.call("GET", f"/dashboards/{BOARD}?include=user")).status_code == 200
    assert (await cluvio.key("manage_dashboards").call("GET", f"/dashboards/{BOARD}?include=user")).status_code == 200


async def test_lists_hold_all_dashboards_that_the_key_reaches(cluvio: Cluvio) -> None:
    listed = [one["id"] for one in (await cluvio.get("/dashboards"))["data"]]
    assert {BOARD, WEATHER, LOCKED} == {*listed}
    narrow = cluvio.key("manage_dashboards", dashboard_ids=[BOARD])
    assert [one["id"] for one in (await narrow.get("/dashboards"))["data"]] == [BOARD]
    assert (await narrow.refused("GET", f"/dashboards/{WEATHER}"))[0] == 403
    assert (await narrow.refused("POST", "/dashboards", json=cluvio.data(name="More")))[0] == 403
    assert (await narrow.refused("POST", f"/dashboards/{BOARD}/duplicate"))[0] == 403


async def test_the_locations_have_dashboards_of_their_own(cluvio: Cluvio) -> None:
    us = [one["id"] for one in (await cluvio.at("us").get("/dashboards"))["data"]]
    assert {*us} == {BOARD, US_BOARD}
    assert len(ids(await cluvio.at("us").get(f"/dashboards/{BOARD}"), "reports")) == 3
    board = await made_board(cluvio)
    assert (await cluvio.at("us").refused("GET", f"/dashboards/{board}"))[0] == 404


async def test_lock_and_unlock_set_is_locked_and_answer_204_also_twice(cluvio: Cluvio) -> None:
    for action, locked in (("lock", True), ("lock", True), ("unlock", False), ("unlock", False)):
        reply = await cluvio.call("POST", f"/dashboards/{BOARD}/{action}")
        assert (reply.status_code, reply.content) == (204, b"")
        assert (await attributes_of(cluvio, BOARD))["is_locked"] is locked


async def test_a_locked_dashboard_takes_no_changes(cluvio: Cluvio) -> None:
    report = ids(await cluvio.get(f"/dashboards/{LOCKED}"), "reports")[0]
    refusals = [
        ("PATCH", f"/dashboards/{LOCKED}", cluvio.data(name="New")),
        ("PATCH", f"/dashboards/{LOCKED}", cluvio.data(is_locked=True)),
        ("PUT", f"/dashboards/{LOCKED}/layout", {"layout": []}),
        ("DELETE", f"/dashboards/{LOCKED}", None),
        ("POST", "/reports", cluvio.data(on(LOCKED), name="New")),
        ("PATCH", f"/reports/{report}", cluvio.data(name="New")),
        ("PATCH", f"/reports/{MONTHS}", cluvio.data({"dashboard": on(LOCKED)["dashboard"]})),
        ("POST", f"/reports/{report}/duplicate", None),
        ("DELETE", f"/reports/{report}", None),
    ]
    before = await cluvio.get(f"/dashboards/{LOCKED}")
    for method, path, body in refusals:
        status, detail = await cluvio.refused(method, path, **({} if body is None else {"json": body}))
        assert (status, LOCKED in detail) == (422, True), (method, path, detail)
    assert await cluvio.get(f"/dashboards/{LOCKED}") == before


async def test_is_locked_can_be_written_to_lock_and_to_unlock_while_changing(cluvio: Cluvio) -> None:
    document = await changed(cluvio, f"/dashboards/{LOCKED}", is_locked=False, name="Open")
    assert (document["data"]["attributes"]["is_locked"], document["data"]["attributes"]["name"]) == (False, "Open")
    await changed(cluvio, f"/dashboards/{LOCKED}", is_locked=True)
    assert (await cluvio.refused("DELETE", f"/dashboards/{LOCKED}"))[0] == 422


async def test_deleting_a_dashboard_takes_what_hangs_on_it_along(cluvio: Cluvio) -> None:
    hold(cluvio)
    await poll(cluvio, refresh=True)
    asleep = {"name": "x", "schedule": "disabled"}
    schedule = {"id": "sche-dule-0001", "attributes": asleep, "relationships": {"report": MONTHS}, "private": {}}
    elsewhere = {**schedule, "id": "sche-else-0002", "relationships": {"dashboard": BOARD, "report": "temp-days-0011"}}
    for one in (schedule, elsewhere):
        cluvio.session.store.put(cluvio.api, "dashboard_schedules", one["id"], one)
    reply = await cluvio.call("DELETE", f"/dashboards/{BOARD}")
    assert (reply.status_code, reply.content) == (204, b"")
    assert (await cluvio.refused("GET", f"/dashboards/{BOARD}"))[0] == 404
    assert (await cluvio.refused("GET", f"/reports/{MONTHS}"))[0] == 404
    assert ids(await cluvio.get("/dashboard_groups/flgt-dash-0001"), "dashboards") == []
    assert cluvio.session.store.list(cluvio.api, "dashboard_sharing_links") == []
    assert cluvio.session.store.get(cluvio.api, "dashboard_schedules", schedule["id"]) is None
    left = cluvio.session.store.list(cluvio.api, "dashboard_schedules")
    assert not [one for one in left if one["relationships"].get("dashboard") == BOARD]
    assert not [one for one in left if one["relationships"].get("report") == MONTHS]
    kept = cluvio.session.store.get(cluvio.api, "dashboard_schedules", elsewhere["id"])
    assert kept is not None
    assert kept["relationships"] == {"dashboard": None, "report": "temp-days-0011"}
    going_on = {one["owner"] for one in executions(cluvio) if one["status"] != "cancelled"}
    assert going_on == {"filter:fltr-carr-0001"}  # a static drop-down belongs to no dashboard
    assert (await cluvio.call("GET", "/filters/fltr-carr-0001")).status_code == 200


async def test_a_copy_has_copies_of_the_reports_and_is_nobodys_business_yet(cluvio: Cluvio) -> None:
    before = await cluvio.get(f"/dashboards/{LOCKED}", include="reports")
    copy = await cluvio.post(f"/dashboards/{LOCKED}/duplicate", status=201)
    shown = await cluvio.get(f"/dashboards/{copy['data']['id']}", include="reports")
    assert shown["data"] == copy["data"]
    assert copy["data"]["attributes"]["name"] == "Punctuality targets (Copy)"
    assert (copy["data"]["attributes"]["is_locked"], copy["data"]["attributes"]["published"]) == (False, False)
    assert (ids(shown, "dashboard_groups"), ids(shown, "user_groups")) == ([], [])
    (old,), (new,) = before["included"], shown["included"]
    assert old["id"] != new["id"]
    for name in ("name", "sql_query", "row", "column", "width", "height", "data_refresh_rate"):
        assert old["attributes"][name] == new["attributes"][name]
    assert new["relationships"]["dashboard"]["data"]["id"] == copy["data"]["id"]
    assert await cluvio.get(f"/dashboards/{LOCKED}", include="reports") == before


async def test_a_copy_shares_nothing_with_the_original_afterwards(cluvio: Cluvio) -> None:
    copy = (await cluvio.post(f"/dashboards/{BOARD}/duplicate", status=201))["data"]["id"]
    await poll(cluvio, copy, refresh=True)
    wait(cluvio)
    status = await poll(cluvio)
    assert {status["data_keys"][one["data_key"]]["result_status"] for one in status["reports"].values()} == {"no-data"}
    assert (await cluvio.call("DELETE", f"/dashboards/{BOARD}")).status_code == 204
    assert len(ids(await cluvio.get(f"/dashboards/{copy}"), "reports")) == 10


async def test_a_backup_is_one_json_object_without_results_and_credentials(cluvio: Cluvio) -> None:
    reply = await cluvio.call("POST", f"/dashboards/{BOARD}/backup")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "application/json"
    backup = reply.json()
    assert backup["dashboard"]["attributes"]["name"] == "Flight operations"
    assert {one["id"] for one in backup["reports"]} >= {MONTHS, BROKEN}
    assert {one["attributes"]["variable_name"] for one in backup["filters"]} == {"carrier", "destination", "origin"}
    assert "password" not in reply.text
    assert (await cluvio.post(f"/dashboards/{BOARD}/backup")) == backup


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("PATCH", ""),
        ("DELETE", ""),
        *(("POST", f"/{action}") for action in ("lock", "unlock", "duplicate", "backup", "share")),
    ],
)
async def test_an_unknown_dashboard_is_404_and_a_view_key_changes_nothing(
    cluvio: Cluvio, method: str, path: str
) -> None:
    body = {"json": cluvio.data(name="x") if method == "PATCH" else {"share_mode": "none"}}
    options = body if method == "PATCH" or path == "/share" else {}
    assert (await cluvio.refused(method, f"/dashboards/none{path}", **options))[0] == 404
    expected = 200 if method == "GET" else 403
    reply = await cluvio.with_key(VIEW).call(method, f"/dashboards/{BOARD}{path}", **options)
    assert reply.status_code == expected
    assert reply.headers["content-type"] == VND_API


async def test_texts_of_any_kind_are_kept_as_they_are(cluvio: Cluvio) -> None:
    for text in ("\0", "\u202e تقرير", "😀" * 300, "'; DROP TABLE dashboards; --", "x" * 100_000):
        board = await made_board(cluvio, name=f"n{text}", description=text)
        shown = await attributes_of(cluvio, board)
        assert (shown["name"], shown["description"]) == (f"n{text}", text)


async def test_null_takes_a_value_away_that_has_no_default(cluvio: Cluvio) -> None:
    taken = {"description": None, "data_refresh_anchor_time": None}
    document = await changed(cluvio, f"/dashboards/{BOARD}", **taken)
    assert {name: document["data"]["attributes"][name] for name in taken} == taken
    for name in ("name", "data_refresh_rate", "color_scheme", "prewarm"):
        assert (await cluvio.refused("PATCH", f"/dashboards/{BOARD}", json=cluvio.data(**{name: None})))[0] == 422
