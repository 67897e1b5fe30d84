"""Users, dashboards, widgets: what each key may see, and how it looks."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest

ADMIN = "holistics-demo-admin-key-0001"
ANALYST = "holistics-demo-analyst-key-0001"
VIEWER = "holistics-demo-viewer-key-0001"


@pytest.mark.parametrize(
    ("key", "id", "role", "may_export_data"),
    [(ADMIN, 1, "admin", True), (ANALYST, 2, "analyst", True), (VIEWER, 3, "user", False)],
)
async def test_a_key_tells_whose_it_is(api: Any, key: str, id: int, role: str, may_export_data: bool) -> None:
    user = (await api.get("/users/me", key))["user"]
    assert (user["id"], user["role"], user["enable_export_data"]) == (id, role, may_export_data)
    assert not [name for name in user if name.startswith("_")]


async def test_a_missing_and_an_unknown_key_are_refused(api: Any) -> None:
    missing = await api.client.get("/holistics/api/v2/users/me")
    assert (missing.status_code, missing.json()["type"]) == (401, "AuthError")
    assert "X-Holistics-Key" in missing.json()["message"]
    status, type, message = await api.refused("GET", "/users/me", "holistics-demo-admin-key-0002")
    assert (status, type) == (401, "AuthError")
    assert "0002" not in message


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("users", {"is_deleted": True}),
        ("users", {"is_activated": False}),
        ("users", {"allow_authentication_token": False}),
        ("api_keys", {"active": False}),
    ],
)
async def test_a_revoked_key_or_locked_out_user_is_refused_from_then_on(api: Any, kind: str, change: Any) -> None:
    await api.get("/users/me", VIEWER)
    store = api.control._session.store
    chosen = [record for record in store.list("holistics", kind) if record.get("id", record.get("user_id")) == 3]
    id = 3 if kind == "users" else _key_id(VIEWER)
    store.put("holistics", kind, id, {**chosen[0], **change})
    assert (await api.refused("GET", "/users/me", VIEWER))[:2] == (401, "AuthError")
    await api.get("/users/me", ADMIN)


async def test_the_state_holds_no_usable_key(api: Any) -> None:
    assert "demo-admin-key" not in json.dumps(api.control._session.store.snapshot())


async def test_a_role_that_changes_changes_what_the_key_may_do(api: Any) -> None:
    assert (await api.refused("POST", "/dashboards/16076/submit_preload", VIEWER))[0] == 403
    store = api.control._session.store
    store.put("holistics", "users", 3, {**store.get("holistics", "users", 3), "role": "analyst"})
    reply = await api.call("POST", "/dashboards/16076/submit_preload", VIEWER)
    assert reply.status_code == 200


@pytest.mark.parametrize(
    ("sort", "ids"),
    [
        (None, [16078, 16076, 16077]),
        ("natural", [16078, 16076, 16077]),
        ("id_asc", [16076, 16077, 16078]),
        ("id_desc", [16078, 16077, 16076]),
    ],
)
async def test_dashboards_come_in_the_order_asked_for(api: Any, sort: str | None, ids: list[int]) -> None:
    page = await api.get("/dashboards", **({"sort": sort} if sort else {}))
    assert [entry["id"] for entry in page["dashboards"]] == ids
    assert page["cursors"] == {"previous": None, "next": None}


async def test_pages_follow_their_cursors_in_both_directions(api: Any) -> None:
    first = await api.get("/dashboards", limit=2, sort="id_asc")
    second = await api.get("/dashboards", limit=2, sort="id_asc", after=first["cursors"]["next"])
    back = await api.get("/dashboards", limit=2, sort="id_asc", before=second["cursors"]["previous"])
    assert [[entry["id"] for entry in page["dashboards"]] for page in (first, second, back)] == [
        [16076, 16077],
        [16078],
        [16076, 16077],
    ]
    assert second["cursors"]["next"] is None
    assert first["cursors"]["previous"] is None


async def test_a_bad_cursor_and_both_cursors_at_once_are_refused_by_name(api: Any) -> None:
    status, type, message = await api.refused("GET", "/dashboards?after=zzz")
    assert (status, type) == (400, "InvalidParameterError")
    assert message == "after: 'zzz' is not a cursor of this list"
    assert (await api.refused("GET", "/dashboards?after=a&before=b"))[2].startswith("after, before")


async def test_a_dashboard_not_shared_with_the_viewer_is_hidden_and_refused(api: Any) -> None:
    assert [entry["id"] for entry in (await api.get("/dashboards", VIEWER))["dashboards"]] == [16076, 16077]
    for path in ("/dashboards/16078", "/dashboard_widgets/4195"):
        assert (await api.refused("GET", path, VIEWER))[:2] == (403, "PermissionDeniedError")
        await api.get(path, ANALYST)
    assert (await api.refused("POST", "/dashboard_widgets/4195/submit_export?output=pdf", VIEWER))[0] == 403


async def test_a_dashboard_has_its_filters_and_widgets_and_no_private_keys(api: Any) -> None:
    dashboard = (await api.get("/dashboards/16076"))["dashboard"]
    assert dashboard["title"] == "Flight operations"
    assert dashboard["url"] == "http://127.0.0.1:8900/holistics/dashboards/v3/16076-flight-operations"
    assert [entry["id"] for entry in dashboard["dynamic_filters"]][:2] == [2335, 2336]
    assert {4175, 4176, 4177, 4178, 4179} <= {entry["id"] for entry in dashboard["widgets"]}
    assert '"_' not in json.dumps(dashboard)
    assert "dashboard" not in dashboard["widgets"][0]


async def test_permissions_in_replies_are_the_callers(api: Any) -> None:
    widget = {key: (await api.get("/dashboard_widgets/4175", key))["dashboard_widget"] for key in (ADMIN, VIEWER)}
    assert widget[ADMIN]["permissions"] == {"can_explore": True, "can_export": True, "can_export_data": True}
    assert widget[VIEWER]["permissions"] == {"can_explore": False, "can_export": True, "can_export_data": False}
    text = (await api.get("/dashboard_widgets/4174"))["dashboard_widget"]
    assert set(text["permissions"].values()) == {False}
    filters = {
        key: (await api.get("/dashboards/16076", key))["dashboard"]["dynamic_filters"][0] for key in (ADMIN, VIEWER)
    }
    assert filters[ADMIN]["permissions"] == {"read": True, "crud": True, "use": True}
    assert filters[VIEWER]["permissions"] == {"read": True, "crud": False, "use": True}


async def test_a_widget_has_only_what_is_asked_for(api: Any) -> None:
    plain = (await api.get("/dashboard_widgets/4175"))["dashboard_widget"]
    assert set(plain) == {"id", "source_id", "source_type", "source_title", "permissions"}
    full = (await api.get("/dashboard_widgets/4175", include_dashboard=True, include_report=True, include_url=True))[
        "dashboard_widget"
    ]
    assert full["url"].endswith("/dashboards/v3/16076-flight-operations?_e=4175")
    assert full["query_report"]["viz_setting"]["viz_type"] == "column_chart"
    assert full["dashboard"]["id"] == 16076
    assert full["dashboard"]["url"].endswith("/16076-flight-operations")
    without_url = (await api.get("/dashboard_widgets/4175", include_dashboard=True))["dashboard_widget"]
    assert "url" not in without_url
    assert "url" not in without_url["dashboard"]
    assert '"_' not in json.dumps(full)


@pytest.mark.parametrize(
    ("path", "message"),
    [("/dashboards/99", "There is no dashboard 99."), ("/dashboard_widgets/99", "There is no dashboard widget 99.")],
)
async def test_an_unknown_id_is_not_found(api: Any, path: str, message: str) -> None:
    assert await api.refused("GET", path) == (404, "BaseError", message)


async def test_a_changed_record_shows_at_once(api: Any) -> None:
    await api.get("/dashboards/16076")
    store = api.control._session.store
    store.put("holistics", "dashboards", 16076, {**store.get("holistics", "dashboards", 16076), "title": "Renamed"})
    assert (await api.get("/dashboards/16076"))["dashboard"]["title"] == "Renamed"
    assert (await api.get("/dashboards"))["dashboards"][-1]["title"] == "Weather at the New York airports"


def _key_id(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
