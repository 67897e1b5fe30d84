"""Dashboard groups: members and order (fact sheet, section 10.5)."""

from __future__ import annotations

from tests.unit.emulator_state.cluvio_boards import BOARD, LOCKED, WEATHER, changed, ids
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

OPERATIONS, PLANNING, ARCHIVE = "flgt-dash-0001", "plan-ning-0002", "arch-ivex-0003"


def members(*dashboards: str) -> dict[str, object]:
    return {"dashboards": {"data": [{"id": id, "type": "dashboards"} for id in dashboards]}}


async def order(cluvio: Cluvio) -> list[str]:
    return [group["id"] for group in (await cluvio.get("/dashboard_groups"))["data"]]


async def made(cluvio: Cluvio, name: str, *dashboards: str) -> str:
    document = cluvio.data(members(*dashboards), name=name)
    id: str = (await cluvio.post("/dashboard_groups", document, 201))["data"]["id"]
    return id


async def test_a_group_needs_a_name_and_can_have_dashboards_at_once(cluvio: Cluvio) -> None:
    document = await cluvio.get(f"/dashboard_groups/{await made(cluvio, 'Board room', WEATHER, BOARD)}")
    assert document["data"]["attributes"] == {
        "name": "Board room",
        "description": None,
        "created_at": "2013-07-01T12:00:00Z",
        "updated_at": "2013-07-01T12:00:00Z",
    }
    assert ids(document, "dashboards") == [WEATHER, BOARD]
    for wrong in ({}, {"name": ""}, {"name": "   "}):
        assert (await cluvio.refused("POST", "/dashboard_groups", json=cluvio.data(**wrong)))[0] == 422


async def test_both_sides_of_the_relationship_agree(cluvio: Cluvio) -> None:
    group = await made(cluvio, "Both", LOCKED)
    assert ids(await cluvio.get(f"/dashboards/{LOCKED}"), "dashboard_groups") == sorted([group, PLANNING])


async def test_an_update_replaces_the_dashboards_and_leaves_what_is_not_given(cluvio: Cluvio) -> None:
    cluvio.control.clock.advance(60)
    before = (await cluvio.get(f"/dashboard_groups/{PLANNING}"))["data"]["attributes"]
    reply = await cluvio.call("PATCH", f"/dashboard_groups/{PLANNING}", json=cluvio.data(members(BOARD)))
    assert reply.status_code == 200
    assert ids(reply.json(), "dashboards") == [BOARD]
    assert reply.json()["data"]["attributes"] == {**before, "updated_at": "2013-07-01T12:01:00Z"}
    document = await changed(cluvio, f"/dashboard_groups/{PLANNING}", name="Plans")
    assert ids(document, "dashboards") == [BOARD]
    assert (await cluvio.refused("PATCH", f"/dashboard_groups/{PLANNING}", json=cluvio.data(name=" ")))[0] == 422


async def test_members_are_dashboards_that_exist(cluvio: Cluvio) -> None:
    document = cluvio.data(members("none"), name="Odd")
    assert (await cluvio.refused("POST", "/dashboard_groups", json=document))[0] == 422


async def test_unsorted_groups_are_listed_by_name(cluvio: Cluvio) -> None:
    assert await order(cluvio) == [ARCHIVE, PLANNING, OPERATIONS]
    lower = await made(cluvio, "beach")
    assert await order(cluvio) == [ARCHIVE, lower, PLANNING, OPERATIONS]


async def test_sorted_groups_come_first_in_their_order_a_subset_is_fine(cluvio: Cluvio) -> None:
    await cluvio.post("/dashboard_groups/sort", {"dashboard_group_ids": [OPERATIONS]}, 204)
    assert await order(cluvio) == [OPERATIONS, ARCHIVE, PLANNING]
    await cluvio.post("/dashboard_groups/sort", {"dashboard_group_ids": [PLANNING, OPERATIONS]}, 204)
    assert await order(cluvio) == [PLANNING, OPERATIONS, ARCHIVE]
    new = await made(cluvio, "AAA")
    assert await order(cluvio) == [PLANNING, OPERATIONS, new, ARCHIVE]


async def test_a_new_order_takes_the_place_of_the_one_before(cluvio: Cluvio) -> None:
    await cluvio.post("/dashboard_groups/sort", {"dashboard_group_ids": [OPERATIONS, PLANNING]}, 204)
    await cluvio.post("/dashboard_groups/sort", {"dashboard_group_ids": []}, 204)
    assert await order(cluvio) == [ARCHIVE, PLANNING, OPERATIONS]


async def test_the_order_holds_for_every_key(cluvio: Cluvio) -> None:
    await cluvio.post("/dashboard_groups/sort", {"dashboard_group_ids": [OPERATIONS]}, 204)
    assert await order(cluvio.with_key(VIEW)) == await order(cluvio)
    body = {"dashboard_group_ids": [ARCHIVE]}
    assert (await cluvio.with_key(VIEW).refused("POST", "/dashboard_groups/sort", json=body))[0] == 403


async def test_an_unknown_group_in_an_order_changes_nothing(cluvio: Cluvio) -> None:
    body = {"dashboard_group_ids": [OPERATIONS, "none"]}
    status, detail = await cluvio.refused("POST", "/dashboard_groups/sort", json=body)
    assert (status, "'none'" in detail) == (422, True)
    assert await order(cluvio) == [ARCHIVE, PLANNING, OPERATIONS]


async def test_deleting_a_group_leaves_its_dashboards(cluvio: Cluvio) -> None:
    reply = await cluvio.call("DELETE", f"/dashboard_groups/{PLANNING}")
    assert (reply.status_code, reply.content) == (204, b"")
    assert ids(await cluvio.get(f"/dashboards/{WEATHER}"), "dashboard_groups") == []
    for method in ("GET", "DELETE"):
        assert (await cluvio.refused(method, f"/dashboard_groups/{PLANNING}"))[0] == 404


async def test_include_brings_the_dashboards(cluvio: Cluvio) -> None:
    document = await cluvio.get(f"/dashboard_groups/{PLANNING}", include="dashboards")
    assert [one["id"] for one in document["included"]] == [WEATHER, LOCKED]


async def test_a_key_narrowed_to_dashboards_sees_and_changes_those_alone(cluvio: Cluvio) -> None:
    narrow = cluvio.key("manage_dashboards", dashboard_ids=[WEATHER, BOARD])
    document = await narrow.get(f"/dashboard_groups/{PLANNING}", include="dashboards")
    assert (ids(document, "dashboards"), len(document["included"])) == ([WEATHER], 1)
    reply = await narrow.call("PATCH", f"/dashboard_groups/{PLANNING}", json=cluvio.data(members(BOARD)))
    assert ids(reply.json(), "dashboards") == [BOARD]
    assert ids(await cluvio.get(f"/dashboard_groups/{PLANNING}"), "dashboards") == [BOARD, LOCKED]
    document = cluvio.data(members(LOCKED), name="More")
    assert (await narrow.refused("POST", "/dashboard_groups", json=document))[0] == 403
