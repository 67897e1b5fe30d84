"""User groups of the emulated Cluvio API: custom ones, and built-in ones that follow from roles (fact sheet, 17)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio
from tests.unit.emulator_state.test_cluvio_users import (
    ADA,
    ANALYSTS,
    EVERYBODY,
    GISELA,
    MARIA,
    MINJUN,
    NOOR,
    OPERATIONS,
    PLANNING,
    TOMISLAV,
    groups,
    invite,
    links,
    user,
)

DASHBOARDS = ("dash-test-0001", "dash-test-0002")


def held(shown: dict[str, Any], name: str) -> set[str]:
    return {link["id"] for link in shown["relationships"][name]["data"]}


async def group(cluvio: Cluvio, id: str) -> dict[str, Any]:
    data: dict[str, Any] = (await cluvio.get(f"/user_groups/{id}"))["data"]
    return data


def put_dashboards(cluvio: Cluvio) -> None:
    for id in DASHBOARDS:
        record = {"id": id, "attributes": {"name": id}, "relationships": {"user_groups": []}, "private": {}}
        cluvio.session.store.put(cluvio.api, "dashboards", id, record)


async def test_a_group_is_created_with_members_and_dashboards(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    related = {"users": links("users", ADA, MINJUN), "dashboards": links("dashboards", DASHBOARDS[0])}
    made = (await cluvio.post("/user_groups", cluvio.data(related, name="Pilots", description="Who fly"), 201))["data"]
    assert made["attributes"] == {
        "name": "Pilots",
        "description": "Who fly",
        "built_in_behavior": None,
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    assert held(made, "users") == {ADA, MINJUN}
    assert held(made, "dashboards") == {DASHBOARDS[0]}
    assert await group(cluvio, made["id"]) == made
    assert made["id"] in groups(await user(cluvio, ADA))


async def test_a_group_needs_a_name(cluvio: Cluvio) -> None:
    for attributes in ({}, {"name": ""}, {"name": "  "}):
        assert (await cluvio.refused("POST", "/user_groups", json=cluvio.data(**attributes)))[0] == 422


async def test_an_update_changes_what_is_given_and_leaves_the_rest(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    cluvio.control.clock.advance(60)
    related = {"users": links("users", MARIA), "dashboards": links("dashboards", *DASHBOARDS)}
    reply = await cluvio.call("PATCH", f"/user_groups/{OPERATIONS}", json=cluvio.data(related, name="Ops"))
    assert reply.status_code == 200
    shown = await group(cluvio, OPERATIONS)
    assert shown == reply.json()["data"]
    assert shown["attributes"]["name"] == "Ops"
    assert shown["attributes"]["description"] == "People who plan flights."
    assert shown["attributes"]["updated_at"] == "2013-07-01T12:01:00Z"
    assert held(shown, "users") == {MARIA}
    assert held(shown, "dashboards") == set(DASHBOARDS)
    assert OPERATIONS not in groups(await user(cluvio, ADA))


async def test_members_and_dashboards_are_included_when_asked_for(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    related = {"dashboards": links("dashboards", DASHBOARDS[1])}
    await cluvio.call("PATCH", f"/user_groups/{PLANNING}", json=cluvio.data(related))
    shown = await cluvio.with_key(VIEW).get(f"/user_groups/{PLANNING}", include="users")
    assert {one["id"] for one in shown["included"]} == held(shown["data"], "users")
    assert all("otp_app_enabled" not in one["attributes"] for one in shown["included"])


async def test_built_in_groups_always_have_whom_they_are_for(cluvio: Cluvio) -> None:
    everybody, analysts = await group(cluvio, EVERYBODY), await group(cluvio, ANALYSTS)
    assert everybody["attributes"]["built_in_behavior"] == "all_users"
    assert {NOOR, ADA, MINJUN} <= held(everybody, "users")
    assert not {TOMISLAV, GISELA} & held(everybody, "users")
    assert ADA in held(analysts, "users")
    assert MINJUN not in held(analysts, "users")
    made = await invite(cluvio, "new@example.com", role="analyst")
    for id in (EVERYBODY, ANALYSTS):
        assert made["id"] in held(await group(cluvio, id), "users")


@pytest.mark.parametrize(
    ("method", "body"),
    [
        ("DELETE", None),
        ("PATCH", Cluvio.data(name="Everyone")),
        ("PATCH", Cluvio.data(description="All of us")),
        ("PATCH", Cluvio.data({"users": links("users", ADA)})),
    ],
)
async def test_built_in_groups_cannot_be_deleted_renamed_or_filled(cluvio: Cluvio, method: str, body: Any) -> None:
    before = await group(cluvio, EVERYBODY)
    status, detail = await cluvio.refused(method, f"/user_groups/{EVERYBODY}", **({"json": body} if body else {}))
    assert status == 422
    assert "built-in" in detail
    assert await group(cluvio, EVERYBODY) == before


async def test_dashboards_are_shared_with_a_built_in_group_as_with_any(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    before = await group(cluvio, EVERYBODY)
    before["relationships"]["dashboards"] = links("dashboards", *DASHBOARDS)
    reply = await cluvio.call("PATCH", f"/user_groups/{EVERYBODY}", json={"data": before})
    assert reply.status_code == 200
    assert held(await group(cluvio, EVERYBODY), "dashboards") == set(DASHBOARDS)


async def test_a_key_narrowed_to_dashboards_shares_no_others(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    mine, other = DASHBOARDS
    narrow = cluvio.key("manage_users", dashboard_ids=[mine])
    shared = held(await group(cluvio, OPERATIONS), "dashboards")
    for ids, status in (([*shared, other], 403), ([*shared, mine], 200), ([*shared], 200)):
        body = cluvio.data({"dashboards": links("dashboards", *ids)})
        assert (await narrow.call("PATCH", f"/user_groups/{OPERATIONS}", json=body)).status_code == status
    assert held(await group(cluvio, OPERATIONS), "dashboards") == shared


async def test_deleting_a_group_takes_away_what_came_through_it(cluvio: Cluvio) -> None:
    put_dashboards(cluvio)
    related = {"dashboards": links("dashboards", DASHBOARDS[0])}
    await cluvio.call("PATCH", f"/user_groups/{OPERATIONS}", json=cluvio.data(related))
    assert (await cluvio.call("DELETE", f"/user_groups/{OPERATIONS}")).status_code == 204
    assert (await cluvio.refused("GET", f"/user_groups/{OPERATIONS}"))[0] == 404
    assert OPERATIONS not in groups(await user(cluvio, ADA))
    dashboard = cluvio.session.store.get(cluvio.api, "dashboards", DASHBOARDS[0])
    assert dashboard is not None
    assert dashboard["relationships"]["user_groups"] == []


async def test_custom_groups_depend_on_the_plan(cluvio: Cluvio) -> None:
    settings = cluvio.session.store.get(cluvio.api, "organization", "organization")
    assert settings is not None
    cluvio.session.store.put(cluvio.api, "organization", "organization", {**settings, "custom_user_groups": False})
    status, detail = await cluvio.refused("POST", "/user_groups", json=cluvio.data(name="Pilots"))
    assert status == 422
    assert "plan" in detail
