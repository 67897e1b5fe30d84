"""Groups: names, members from both sides, and what goes with a group when it is deleted."""

from __future__ import annotations

from typing import Any

import pytest


async def create(api: Any, name: str) -> Any:
    return await api.call("POST", "/groups", json={"group": {"name": name}})


async def test_a_new_group_is_there_without_members(api: Any) -> None:
    reply = await create(api, "  Day shift ")
    assert (reply.status_code, reply.json()) == (201, {"group": {"id": 4, "name": "Day shift", "user_ids": []}})
    assert await api.get("/groups/4") == reply.json()


async def test_ids_of_deleted_groups_are_not_used_again(api: Any) -> None:
    await api.call("DELETE", "/groups/3")
    assert (await create(api, "Night shift")).json()["group"]["id"] == 4


@pytest.mark.parametrize(
    ("sort", "ids"),
    [(None, [2, 3, 1]), ("natural", [2, 3, 1]), ("id_asc", [1, 2, 3]), ("id_desc", [3, 2, 1])],
)
async def test_groups_come_in_the_order_asked_for(api: Any, sort: str | None, ids: list[int]) -> None:
    page = await api.get("/groups", **({"sort": sort} if sort else {}))
    assert [group["id"] for group in page["groups"]] == ids
    assert page["users"] == {}


async def test_pages_of_groups_follow_their_cursors(api: Any) -> None:
    first = await api.get("/groups", limit=2)
    second = await api.get("/groups", limit=2, after=first["cursors"]["next"])
    assert [[group["id"] for group in page["groups"]] for page in (first, second)] == [[2, 3], [1]]
    assert second["cursors"]["next"] is None


async def test_include_users_adds_the_members_of_the_groups_shown(api: Any) -> None:
    page = await api.get("/groups", include_users=True, limit=1)
    assert [group["id"] for group in page["groups"]] == [2]
    assert list(page["users"]) == ["3"]
    assert page["users"]["3"]["job_title"] == "Station Manager"
    group = (await api.get("/groups/1", include_users=True))["group"]
    assert [user["email"] for user in group["users"]] == ["ada.keller@example.com", "ben.osei@example.com"]
    assert "users" not in (await api.get("/groups/1"))["group"]


async def test_a_group_is_renamed_and_keeps_its_members(api: Any) -> None:
    reply = await api.call("PUT", "/groups/1", json={"group": {"name": "Ops"}})
    assert reply.json() == {"group": {"id": 1, "name": "Ops", "user_ids": [1, 2]}}
    assert (await api.call("PUT", "/groups/1", json={"group": {}})).json() == reply.json()
    assert (await api.call("PUT", "/groups/1", json={"group": {"name": "OPS"}})).status_code == 200


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("", "can't be blank"),
        ("  ", "can't be blank"),
        ("x" * 256, "is too long (maximum is 255 characters)"),
        ("newark STATION ", "has already been taken"),
    ],
)
async def test_a_name_that_cannot_be_is_refused_with_the_reason(api: Any, name: str, problem: str) -> None:
    changed = await api.call("PUT", "/groups/1", json={"group": {"name": name}})
    for reply in (await create(api, name), changed):
        assert reply.status_code == 422
        assert reply.json() == {"type": "RecordError", "message": f"Name {problem}.", "record": {"name": [problem]}}
    assert len((await api.get("/groups"))["groups"]) == 3


async def test_a_membership_shows_on_both_sides(api: Any) -> None:
    reply = await api.call("POST", "/groups/2/add_user/1")
    assert reply.json() == {"message": "User 1 has been added to group 2."}
    assert (await api.get("/groups/2"))["group"]["user_ids"] == [1, 3]
    user = (await api.get("/users", role="admin"))["users"][0]
    assert user["group_ids"] == [1, 2]
    reply = await api.call("POST", "/groups/1/remove_user/1")
    assert reply.json() == {"message": "User 1 has been removed from group 1."}
    assert (await api.get("/users", role="admin"))["users"][0]["group_ids"] == [2]
    assert (await api.get("/groups/1"))["group"]["user_ids"] == [2]


async def test_memberships_that_cannot_be_changed_are_refused(api: Any) -> None:
    assert (await api.refused("POST", "/groups/1/add_user/1"))[:2] == (422, "InvalidOperationError")
    assert (await api.refused("POST", "/groups/1/add_user/5"))[:2] == (422, "InvalidOperationError")
    assert (await api.refused("POST", "/groups/1/remove_user/3"))[:2] == (404, "BaseError")
    for action in ("add_user", "remove_user"):
        assert (await api.refused("POST", f"/groups/1/{action}/99"))[2] == "There is no user 99."
        assert (await api.refused("POST", f"/groups/99/{action}/1"))[2] == "There is no group 99."


async def test_a_deleted_group_takes_its_memberships_and_entries_along(api: Any) -> None:
    assert (await api.call("DELETE", "/groups/2")).json() == {"message": "Group 2 has been deleted."}
    assert (await api.refused("GET", "/groups/2"))[0] == 404
    assert (await api.refused("DELETE", "/groups/2"))[0] == 404
    page = await api.get("/users", role="user")
    assert (page["users"][0]["group_ids"], page["groups"]) == ([], {})
    values = await api.get("/user_attribute_entries/computed_values", subject_type="User", subject_id=3)
    assert values["user_attribute_values"]["carrier"] == []
    kinds = [entry["subject_type"] for entry in api.control._session.store.list("holistics", "user_attribute_entries")]
    assert kinds.count("Group") == 2
