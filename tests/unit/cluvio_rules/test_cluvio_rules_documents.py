"""Rules about keys, permissions and documents that concern several resources (sections 4 and 5 of what is known)."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bireme_emulator.kernel.specs import load_bundle
from tests.unit.cluvio_rules.cluvio_tour import Replies
from tests.unit.emulator_state.cluvio_boards import BOARD, MONTHS, SAMPLE, made_board, made_report, poll, wait
from tests.unit.emulator_state.cluvio_world import Cluvio

BUNDLE = load_bundle("cluvio")
SNIPPET, DROPDOWN, ALERT, USER, GROUP = (
    *("snip-flwn-0001", "fltr-carr-0001", "mnth-busy-0001"),
    *("lena-berg-0006", "oper-team-0001"),
)
AGENT = "lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg"

#: What `include` takes, by path.
INCLUDES = {
    "/datasources": ["agents"],
    f"/datasources/{SAMPLE}": ["agents"],
    "/datasource_agents": ["datasources"],
    f"/datasource_agents/{AGENT}": ["datasources"],
    f"/dashboards/{BOARD}": [
        *("reports", "filters", "sql_snippets", "dashboard_groups", "dashboard_sharing_links", "user", "user_groups")
    ],
    "/dashboard_groups/flgt-dash-0001": ["dashboards"],
    "/dashboard_schedules/mnth-figr-0002": ["dashboard", "report"],
    f"/reports/{MONTHS}": ["dashboard", "datasource"],
    f"/filters/{DROPDOWN}": ["datasource", "sql_snippets", "parent_filter"],
    f"/sql_snippets/{SNIPPET}": ["datasource", "sql_snippets"],
    f"/sql_alerts/{ALERT}": ["datasource"],
    "/users": ["user_groups"],
    f"/users/{USER}": ["user_groups", "invited_by_user"],
    f"/user_groups/{GROUP}": ["users", "dashboards"],
}
#: What shows a datasource that comes along, besides the permission to read the object itself.
SHOWS_DATASOURCES = {
    f"/reports/{MONTHS}": ("view_dashboards", ("view_datasources", "manage_datasources", "manage_dashboards")),
    f"/filters/{DROPDOWN}": ("view_dashboards", ("view_datasources", "manage_datasources", "manage_dashboards")),
    f"/sql_snippets/{SNIPPET}": ("view_dashboards", ("view_datasources", "manage_datasources", "manage_dashboards")),
    f"/sql_alerts/{ALERT}": ("view_alerts", ("view_datasources", "manage_datasources", "manage_alerts")),
}


def test_no_operation_makes_changes_or_deletes_api_keys() -> None:
    assert not [path for path in BUNDLE["paths"] if "key" in path.lower().replace("{datakey}", "")]


def test_the_version_hangs_on_the_key_and_stands_in_no_path() -> None:
    assert not [path for path in BUNDLE["paths"] if re.search(r"/v\d|20\d\d", path)]
    assert not [server["url"] for server in BUNDLE["servers"] if re.search(r"/v\d|20\d\d", server["url"])]


@pytest.mark.parametrize("path", SHOWS_DATASOURCES)
async def test_a_datasource_comes_along_with_any_of_three_permissions(cluvio: Cluvio, path: str) -> None:
    reading, showing = SHOWS_DATASOURCES[path]
    assert (await cluvio.key(reading).refused("GET", f"{path}?include=datasource"))[0] == 403
    for permission in showing:
        shown = await cluvio.key(reading, permission).get(path, include="datasource")
        assert [one["id"] for one in shown["included"]] == [SAMPLE], permission
    other = {"view_alerts", "manage_alerts", "manage_dashboards", "view_users", "manage_schedules"} - {*showing}
    assert (await cluvio.key(reading, *sorted(other)).refused("GET", f"{path}?include=datasource"))[0] == 403


@pytest.mark.parametrize("permission", ["view_users", "manage_users", "manage_dashboards"])
async def test_owner_and_groups_of_a_dashboard_are_shown_with_any_of_three_permissions(
    cluvio: Cluvio, permission: str
) -> None:
    key = cluvio.key("view_dashboards", permission)
    for name in ("user", "user_groups"):
        shown = await key.get(f"/dashboards/{BOARD}", include=name)
        assert shown["included"]
        assert shown["data"]["relationships"][name]["data"]


async def test_each_of_four_operations_hands_over_a_data_key_with_a_token_that_opens_it(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    report = await made_report(cluvio, board)
    execution = (await cluvio.post(f"/reports/{report}/refresh", {}))["execution_id"]
    wait(cluvio)
    handed = [
        ("schema", await cluvio.get(f"/datasources/{SAMPLE}/schema")),
        ("data", await cluvio.get(f"/executions/{execution}/data")),
        ("data", await cluvio.post(f"/reports/{report}/data", {})),
    ]
    keys = (await poll(cluvio, board))["data_keys"]
    handed += [("data", {"data_key": key, **status}) for key, status in keys.items()]
    assert len(handed) == 4
    for part, access in handed:
        server = cluvio.server("data", f"Data {access['data_access_token']}")
        assert (await server.call("GET", f"/{part}/{access['data_key']}")).status_code == 200


@pytest.mark.parametrize("path", INCLUDES)
async def test_include_takes_what_the_vendor_lists_and_nothing_else(cluvio: Cluvio, path: str) -> None:
    assert "included" not in await cluvio.get(path)
    for name in INCLUDES[path]:
        assert isinstance((await cluvio.get(path, include=name))["included"], list)
    names = {name for values in INCLUDES.values() for name in values}
    for name in sorted(names - {*INCLUDES[path]}):
        assert (await cluvio.refused("GET", path, params={"include": name}))[0] == 422, name


def test_no_other_operation_has_include() -> None:
    named = BUNDLE["components"].get("parameters", {})
    operations = [one for item in BUNDLE["paths"].values() for one in item.values() if isinstance(one, dict)]
    with_include = [
        operation["operationId"]
        for operation in operations
        for parameter in operation.get("parameters", ())
        if named.get(parameter.get("$ref", "").rpartition("/")[2], parameter)["name"] == "include"
    ]
    assert len(with_include) == len({*with_include}) == len(INCLUDES)


def objects(body: Any) -> list[Any]:
    """The JSON:API objects of a reply."""
    if not isinstance(body, dict):
        return []
    data = body.get("data", [])
    found = [*(data if isinstance(data, list) else [data]), *body.get("included", [])]
    return [one for one in found if isinstance(one, dict) and "attributes" in one]


def test_objects_have_the_vendors_thirteen_types(replies: Replies) -> None:
    shown = [one for answers in replies.values() for reply in answers if reply.content for one in objects(_json(reply))]
    assert {one["type"] for one in shown} == {
        *("datasources", "datasource_agents", "executions", "dashboards", "dashboard_groups", "dashboard_schedules"),
        *("dashboard_sharing_links", "reports", "filters", "sql_snippets", "sql_alerts", "users", "user_groups"),
    }


def test_ids_are_three_groups_of_four_but_for_agents_executions_and_jobs(replies: Replies) -> None:
    group, uuid = r"[a-z0-9]{4}", r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    forms = {"datasource_agents": r"[A-Za-z0-9_-]{43}", "executions": uuid}
    checked = 0
    for answers in replies.values():
        for reply in answers:
            body = _json(reply) if reply.content else None
            for one in objects(body):
                form = forms.get(one["type"], f"{group}-{group}-{group}")
                assert re.fullmatch(form, one["id"]), one
                checked += 1
            for name in ("execution_id", "job_id"):
                if isinstance(body, dict) and name in body:
                    assert re.fullmatch(uuid, body[name]), body
    assert checked > 200


def test_documents_have_data_and_included_and_no_other_member(replies: Replies) -> None:
    checked = 0
    for operation, answers in replies.items():
        for reply in answers:
            if reply.headers.get("content-type") == "application/vnd.api+json":
                assert {*_json(reply)} <= {"data", "included"}, operation
                for one in objects(_json(reply)):
                    assert {*one} <= {"id", "type", "attributes", "relationships"}, operation
                    for name, link in one.get("relationships", {}).items():
                        assert {*link} == {"data"}, name
                checked += 1
    assert checked > 80


def _json(reply: Any) -> Any:
    return json.loads(reply.content)
