"""Servers, keys, permissions and documents of the emulated Cluvio API, operation by operation (fact sheet, 3 to 6)."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bireme_emulator.cluvio.access import PERMISSIONS
from bireme_emulator.cluvio.plugin import make_plugins
from bireme_emulator.kernel.specs import OperationSpec, Specification, load_bundle
from tests.unit.emulator_state.cluvio_world import VIEW, VND_API, Cluvio

BUNDLE = load_bundle("cluvio")
SERVED = make_plugins(BUNDLE)[0]
OPERATIONS = {one.id: one for one in Specification("cluvio", BUNDLE, "api") if one.id in SERVED.handlers}
every_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))


async def send(cluvio: Cluvio, operation: OperationSpec) -> Any:
    """Ask about an object that is not there, with a body where one is needed."""
    path = operation.path.replace("{id}", "none-none-none")
    body = {"json": {}} if operation.body is not None and operation.body[0] else {}
    return await cluvio.call(operation.method, path, **body)


@every_operation
async def test_without_a_permission_for_it_an_operation_is_refused(cluvio: Cluvio, operation: OperationSpec) -> None:
    others = PERMISSIONS - operation.any_permissions
    others -= {f"manage_{one.removeprefix('view_')}" for one in operation.any_permissions}
    reply = await send(cluvio.key(*others), operation)
    assert reply.status_code == 403
    assert reply.json()["errors"][0]["code"] == "403"


@every_operation
async def test_any_one_of_its_permissions_is_enough_for_an_operation(cluvio: Cluvio, operation: OperationSpec) -> None:
    assert operation.any_permissions
    for permission in operation.any_permissions:
        reply = await send(cluvio.key(permission), operation)
        assert reply.status_code in {200, 204, 404, 422}, permission


@every_operation
async def test_a_view_key_only_reads(cluvio: Cluvio, operation: OperationSpec) -> None:
    manages = all(permission.startswith("manage_") for permission in operation.any_permissions)
    assert ((await send(cluvio.with_key(VIEW), operation)).status_code == 403) == manages


@every_operation
async def test_without_a_key_an_operation_says_nothing(cluvio: Cluvio, operation: OperationSpec) -> None:
    cluvio.credential = ""
    reply = await send(cluvio, operation)
    assert (reply.status_code, reply.headers["content-type"]) == (401, VND_API)


@every_operation
async def test_an_object_that_is_not_there_is_404(cluvio: Cluvio, operation: OperationSpec) -> None:
    if "{id}" in operation.path and not (operation.body or (False,))[0]:
        reply = await send(cluvio, operation)
        assert (reply.status_code, reply.json()["errors"][0]["code"]) == (404, "404")


async def test_a_secret_never_expires(cluvio: Cluvio) -> None:
    cluvio.control.clock.advance(20 * 365 * 86_400)
    assert (await cluvio.call("GET", "/users")).status_code == 200


async def test_a_key_that_is_gone_opens_nothing(cluvio: Cluvio) -> None:
    secret = cluvio.control.make_key("cluvio_eu", "view", ["view_users"], enabled=False)
    assert await cluvio.with_key(secret).refused("GET", "/users") == (401, "The API key is disabled")
    cluvio.control.reset()
    assert (await cluvio.with_key(secret).refused("GET", "/users"))[0] == 401


async def test_lists_are_complete_and_take_no_pages(cluvio: Cluvio) -> None:
    whole = await cluvio.get("/users")
    assert await cluvio.get("/users", limit=1, page=2, **{"page[size]": 1, "sort": "email"}) == whole
    assert set(whole) == {"data"}


async def test_times_are_in_utc_and_documents_have_no_other_members(cluvio: Cluvio) -> None:
    for one in (await cluvio.get("/user_groups"))["data"]:
        assert set(one) == {"id", "type", "attributes", "relationships"}
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one["attributes"]["created_at"])


async def test_what_has_no_value_is_null(cluvio: Cluvio) -> None:
    shown = (await cluvio.get("/users/gail-admn-0001"))["data"]
    assert shown["attributes"]["deactivated_at"] is None
    assert shown["relationships"]["invited_by_user"] == {"data": None}


@pytest.mark.parametrize("accept", [VND_API, "application/json", "*/*", "text/html"])
async def test_a_reply_is_the_document_whatever_is_accepted(cluvio: Cluvio, accept: str) -> None:
    reply = await cluvio.call("GET", "/users", headers={"Accept": accept})
    assert (reply.status_code, reply.headers["content-type"]) == (200, VND_API)


async def test_every_kind_of_object_of_the_demo_is_listed_by_the_control_api(cluvio: Cluvio) -> None:
    listed = cluvio.control.workspace()
    assert {"cluvio_eu", "cluvio_us"} <= set(listed)
    assert not [api for api in listed if api.endswith("_data")]
    kinds = {"dashboard_groups", "dashboard_schedules", "dashboards", "datasource_agents", "datasources", "filters",
             "reports", "sql_alerts", "sql_snippets", "user_groups", "users"}  # fmt: skip
    assert all(kinds <= set(listed[api]) for api in ("cluvio_eu", "cluvio_us"))
    assert {"id": "adad-love-0001", "name": "ada@example.com"} in listed["cluvio_eu"]["users"]
    assert {"id": "oper-team-0001", "name": "Operations"} in listed["cluvio_us"]["user_groups"]
    assert not {"api_keys", "organization"} & set(listed["cluvio_eu"])
    assert "cluvio-demo-manage-key-0001" not in str(cluvio.session.store.snapshot())
