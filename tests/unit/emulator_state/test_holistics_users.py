"""Users: listing by every filter, changing, deleting, restoring, keys that stop working, and who may do what."""

from __future__ import annotations

import json
from typing import Any

import pytest

ADMIN = "holistics-demo-admin-key-0001"
ANALYST = "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"


async def listed(api: Any, **query: Any) -> list[int]:
    return [user["id"] for user in (await api.get("/users", **query))["users"]]


async def one(api: Any, id: int) -> dict[str, Any]:
    users: list[dict[str, Any]] = (await api.get("/users", limit=100))["users"]
    return next(user for user in users if user["id"] == id)


async def update(api: Any, id: int, key: str | None = None, **changes: Any) -> Any:
    return await api.call("PUT", f"/users/{id}", key, json={"user": changes})


async def refused_record(api: Any, id: int, **changes: Any) -> dict[str, list[str]]:
    reply = await update(api, id, **changes)
    assert (reply.status_code, reply.json()["type"]) == (422, "RecordError"), reply.text
    record: dict[str, list[str]] = reply.json()["record"]
    return record


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"status": "active"}, [1, 2, 3]),
        ({"status": "pending"}, [4]),
        ({"status": "deleted"}, [5]),
        ({"exclude_deleted": True}, [1, 2, 3, 4]),
        ({"role": "analyst"}, [2, 5]),
        ({"role": "analyst", "exclude_deleted": True}, [2]),
        ({"has_authentication_token": True}, [1, 2, 3, 5]),
        ({"has_authentication_token": False}, [4]),
        ({"search_term": "OSEI"}, [2]),
        ({"search_term": "novak@"}, [4]),
        ({"search_term": "cm"}, [3]),
        ({"search_term": "newark"}, [3]),
        ({"search_term": "operations", "role": "admin"}, [1]),
        ({"search_term": "nobody"}, []),
    ],
)
async def test_each_filter_of_the_list_lets_through_what_it_says(api: Any, query: Any, ids: list[int]) -> None:
    assert await listed(api, sort="id_asc", **query) == ids


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        ("id_desc", [5, 4, 3, 2, 1]),
        ("natural", [1, 2, 3, 4, 5]),
        ("name_asc", [4, 1, 2, 3, 5]),
        ("name_desc", [5, 3, 2, 1, 4]),
        ("initials_asc", [1, 2, 3, 4, 5]),
        ("initials_desc", [5, 4, 3, 2, 1]),
    ],
)
async def test_users_come_in_each_order(api: Any, sort: str, ids: list[int]) -> None:
    assert await listed(api, sort=sort) == ids


@pytest.mark.parametrize("sort", ["name_asc", "name_desc"])
async def test_users_of_one_name_stand_by_id_in_the_same_direction_and_pages_lose_none(api: Any, sort: str) -> None:
    for id in (1, 2, 3):
        await update(api, id, name="Same Name")
    seen: list[int] = []
    cursor: dict[str, str] = {}
    while True:
        page = await api.get("/users", sort=sort, limit=1, **cursor)
        seen += [user["id"] for user in page["users"]]
        if page["cursors"]["next"] is None:
            break
        cursor = {"after": page["cursors"]["next"]}
    assert sorted(seen) == [1, 2, 3, 4, 5]
    same = [id for id in seen if id < 4]
    assert same == ([1, 2, 3] if sort == "name_asc" else [3, 2, 1])


async def test_counters_count_what_the_filters_let_through_not_the_page(api: Any) -> None:
    page = await api.get("/users", limit=1, exclude_deleted=True)
    assert page["counters"] == {"total": 4, "by_role": {"admin": 1, "analyst": 1, "explorer": 1, "user": 1}}
    assert len(page["users"]) == 1


async def test_groups_are_those_of_the_users_on_the_page(api: Any) -> None:
    page = await api.get("/users", role="user")
    assert page["users"][0]["group_ids"] == [2]
    assert page["groups"] == {"2": {"id": 2, "name": "Newark station", "user_ids": [3]}}
    assert (await api.get("/users", status="pending"))["groups"] == {}


async def test_a_list_leaves_out_titles_and_what_is_private(api: Any) -> None:
    user = await one(api, 1)
    assert "title" not in user
    assert "job_title" not in user
    assert not [name for name in user if name.startswith("_")]


async def test_an_update_changes_what_it_names_and_answers_with_the_bare_user(api: Any) -> None:
    changes = {
        "name": "Benedict de Osei",
        "title": "Dr",
        "job_title": None,
        "role": "explorer",
        "email": "b@osei.example",
    }
    reply = await update(api, 2, **changes)
    assert reply.status_code == 200
    user = reply.json()
    assert {key: user[key] for key in changes} == changes
    assert (user["id"], user["initials"], user["created_at"]) == (2, "BO", "2024-06-03T10:30:00Z")
    assert (await api.get("/users/me", ANALYST))["user"] == user


async def test_an_update_of_nothing_changes_nothing(api: Any) -> None:
    before = (await api.get("/users/me"))["user"]
    for body in ({}, {"user": {}}):
        assert (await api.call("PUT", "/users/1", json=body)).json() == before
    assert (await api.call("PUT", "/users/1")).json() == before


async def test_group_ids_replace_the_groups_and_the_other_side_sees_it(api: Any) -> None:
    assert (await update(api, 2, group_ids=[3, 2, 3])).status_code == 200
    assert (await one(api, 2))["group_ids"] == [2, 3]
    groups = {group["id"]: group["user_ids"] for group in (await api.get("/groups"))["groups"]}
    assert groups == {1: [1], 2: [2, 3], 3: [2]}
    await update(api, 2, group_ids=[])
    assert (await one(api, 2))["group_ids"] == []
    await update(api, 1, name="Ada K")
    assert (await one(api, 1))["group_ids"] == [1]


async def test_what_cannot_be_saved_is_told_by_field_and_nothing_is_saved(api: Any) -> None:
    record = await refused_record(api, 2, name="X", email="no address", password="", group_ids=[1, 99])
    assert record == {
        "email": ["is not an e-mail address"],
        "password": ["can't be blank"],
        "group_ids": ["names no group: 99"],
    }
    assert (await one(api, 2))["name"] == "Ben Osei"
    assert (await one(api, 2))["group_ids"] == [1]


async def test_an_address_is_taken_whatever_its_case(api: Any) -> None:
    assert await refused_record(api, 2, email="ADA.Keller@example.com") == {"email": ["has already been taken"]}
    assert (await update(api, 2, email="BEN.OSEI@example.com")).status_code == 200


async def test_a_password_is_kept_as_a_digest_and_shows_nowhere(api: Any) -> None:
    reply = await update(api, 2, password="correct horse battery")
    assert "password" not in reply.text
    state = json.dumps(api.control._session.store.snapshot())
    assert "scrypt$" in state
    assert "correct horse" not in state + json.dumps(api.control.journal())
    assert "password" not in json.dumps(await api.get("/users"))


async def test_a_change_of_rights_holds_from_the_next_call_on(api: Any) -> None:
    await api.get("/users/me", ANALYST)
    await update(api, 2, allow_authentication_token=False)
    assert (await api.refused("GET", "/users/me", ANALYST))[:2] == (401, "AuthError")
    await update(api, 2, allow_authentication_token=True, role="user")
    assert (await api.refused("GET", "/users", ANALYST))[0] == 403
    assert (await update(api, 2, enable_export_data=False)).json()["enable_export_data"] is False
    widget = (await api.get("/dashboard_widgets/4175", ANALYST))["dashboard_widget"]
    assert widget["permissions"]["can_export_data"] is False


async def test_the_last_administrator_stays_one(api: Any) -> None:
    said = {"role": ["cannot be changed: this is the last administrator of the workspace"]}
    assert await refused_record(api, 1, role="analyst") == said
    await update(api, 2, role="it_admin")
    assert (await api.refused("DELETE", "/users/1", ANALYST))[:2] == (422, "InvalidOperationError")
    await update(api, 2, role="admin")
    assert (await update(api, 1, role="analyst")).status_code == 200


async def test_a_deleted_user_is_kept_loses_access_and_comes_back(api: Any) -> None:
    assert (await api.call("DELETE", "/users/2")).json() == {"message": "User 2 has been deleted."}
    assert (await api.refused("GET", "/users/me", ANALYST))[:2] == (401, "AuthError")
    user = await one(api, 2)
    assert (user["is_deleted"], user["group_ids"]) == (True, [1])
    assert (await api.refused("DELETE", "/users/2"))[:2] == (422, "InvalidOperationError")
    assert (await api.refused("PUT", "/users/2", json={"user": {"name": "X"}}))[0] == 422
    assert (await api.call("POST", "/users/2/restore")).json() == {"message": "User 2 has been restored."}
    assert (await api.get("/users/me", ANALYST))["user"]["is_deleted"] is False


async def test_nobody_deletes_themselves_and_only_the_deleted_are_restored(api: Any) -> None:
    assert await api.refused("DELETE", "/users/1") == (422, "InvalidOperationError", "You cannot delete yourself.")
    refused = await api.refused("POST", "/users/2/restore")
    assert refused == (422, "InvalidOperationError", "User 2 is not deleted.")


async def test_an_administrator_revokes_any_key_and_it_stops_at_once(api: Any) -> None:
    await api.get("/users/me", VIEWER)
    assert (await api.call("POST", "/users/3/revoke_authentication_token")).status_code == 200
    assert (await api.refused("GET", "/users/me", VIEWER))[2] == "The API key has been revoked."
    assert (await one(api, 3))["has_authentication_token"] is False
    await api.get("/users/me", ANALYST)
    assert (await api.call("POST", "/users/3/revoke_authentication_token")).status_code == 200


async def test_others_revoke_their_own_key_only(api: Any) -> None:
    path = "/users/{}/revoke_authentication_token"
    for id in (1, 2, 99):
        assert (await api.refused("POST", path.format(id), VIEWER))[:2] == (403, "PermissionDeniedError")
    assert (await api.call("POST", path.format(3), VIEWER)).status_code == 200
    assert (await api.refused("GET", "/users/me", VIEWER))[0] == 401


@pytest.mark.parametrize(
    ("email", "known"),
    [
        ("ada.keller@example.com", True),
        ("ADA.KELLER@EXAMPLE.COM", True),
        ("farah.aziz@example.com", True),
        ("ada.keller@example", False),
        ("", False),
        (None, False),
    ],
)
async def test_an_address_is_checked_against_all_users(api: Any, email: str | None, known: bool) -> None:
    query = {} if email is None else {"email": email}
    assert await api.get("/users/check_holistics_user", **query) == {"is_already_user": known}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "/users/99"),
        ("DELETE", "/users/99"),
        ("POST", "/users/99/restore"),
        ("POST", "/users/99/resend_invite"),
        ("POST", "/users/99/revoke_authentication_token"),
    ],
)
async def test_an_unknown_user_is_not_found(api: Any, method: str, path: str) -> None:
    assert await api.refused(method, path) == (404, "BaseError", "There is no user 99.")


INVITE = {"json": {"emails": ["new@example.com"], "role": "user"}}
GROUP = {"json": {"group": {"name": "New"}}}
ATTRIBUTE = {"json": {"user_attribute": {"name": "new", "attribute_type": "string", "label": "New"}}}
SUBJECT = "?subject_type=User&subject_id=2"


@pytest.mark.parametrize(
    ("method", "path", "options"),
    [
        ("GET", "/users", {}),
        ("GET", "/users/check_holistics_user", {}),
        ("GET", "/groups", {}),
        ("GET", "/groups/1", {}),
        ("GET", "/user_attributes", {}),
        ("GET", f"/user_attribute_entries{SUBJECT}", {}),
        ("GET", f"/user_attribute_entries/computed_values{SUBJECT}", {}),
    ],
)
async def test_an_analyst_may_read_people_and_a_viewer_may_not(api: Any, method: str, path: str, options: Any) -> None:
    assert (await api.call(method, path, ANALYST, **options)).status_code == 200
    assert (await api.refused(method, path, VIEWER, **options))[:2] == (403, "PermissionDeniedError")


@pytest.mark.parametrize(
    ("method", "path", "options"),
    [
        ("PUT", "/users/2", {"json": {"user": {}}}),
        ("DELETE", "/users/3", {}),
        ("POST", "/users/invite", INVITE),
        ("POST", "/users/5/restore", {}),
        ("POST", "/users/4/resend_invite", {}),
        ("POST", "/groups", GROUP),
        ("PUT", "/groups/1", GROUP),
        ("DELETE", "/groups/1", {}),
        ("POST", "/groups/1/add_user/3", {}),
        ("POST", "/groups/1/remove_user/1", {}),
        ("POST", "/user_attributes", ATTRIBUTE),
        ("PUT", "/user_attributes/2", ATTRIBUTE),
        ("DELETE", "/user_attributes/2", {}),
        ("PUT", "/user_attribute_entries/upsert", {"json": {"user_attribute_entries": []}}),
    ],
)
async def test_only_an_administrator_may_change_people(api: Any, method: str, path: str, options: Any) -> None:
    for key in (ANALYST, VIEWER):
        assert (await api.refused(method, path, key, **options))[:2] == (403, "PermissionDeniedError")
    assert (await api.call(method, path, ADMIN, **options)).status_code in (200, 201)
