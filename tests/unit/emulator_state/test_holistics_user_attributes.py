"""User attributes: their names and types, entries all or none, what they amount to, and the filter that uses them."""

from __future__ import annotations

from typing import Any

import pytest

ANALYST = "holistics-demo-analyst-key-0001"


async def create(api: Any, **fields: Any) -> Any:
    body = {"name": "region", "attribute_type": "string", "label": "Region", **fields}
    return await api.call("POST", "/user_attributes", json={"user_attribute": body})


def entry(attribute: int | str, *values: str, user: int = 2, group: int | None = None, **more: Any) -> dict[str, Any]:
    named = {"user_attribute_id": attribute} if isinstance(attribute, int) else {"user_attribute_name": attribute}
    whose = ("User", user) if group is None else ("Group", group)
    given: dict[str, Any] = {**named, "subject_type": whose[0], "subject_id": whose[1], **more}
    return given if "input_type" in more and not values else {**given, "values": [*values]}


async def upsert(api: Any, *entries: dict[str, Any]) -> Any:
    return await api.call("PUT", "/user_attribute_entries/upsert", json={"user_attribute_entries": [*entries]})


async def values(api: Any, subject_id: int, subject_type: str = "User") -> Any:
    path = "/user_attribute_entries/computed_values"
    return (await api.get(path, subject_type=subject_type, subject_id=subject_id))["user_attribute_values"]


async def saved(api: Any, *entries: dict[str, Any]) -> None:
    reply = await upsert(api, *entries)
    assert reply.status_code == 200, reply.text


# --- attributes ---


async def test_attributes_are_listed_with_those_of_the_system(api: Any) -> None:
    page = await api.get("/user_attributes", limit=2)
    assert [(one["id"], one["name"], one["is_system_attribute"]) for one in page["user_attributes"]] == [
        (1, "h_email", True),
        (2, "carrier", False),
    ]
    rest = await api.get("/user_attributes", limit=2, after=page["cursors"]["next"])
    assert [one["name"] for one in rest["user_attributes"]] == ["airport", "shift_hours"]
    assert rest["cursors"]["next"] is None


async def test_a_new_attribute_is_answered_with_200_and_its_status(api: Any) -> None:
    reply = await create(api, description="Where they work.")
    attribute = {
        "id": 5,
        "name": "region",
        "attribute_type": "string",
        "label": "Region",
        "description": "Where they work.",
        "is_system_attribute": False,
    }
    assert (reply.status_code, reply.json()) == (200, {"user_attribute": attribute, "status": "created"})
    assert (await api.get("/user_attributes"))["user_attributes"][-1] == attribute
    assert (await values(api, 2))["region"] == []


@pytest.mark.parametrize(
    ("fields", "record"),
    [
        ({"name": " "}, {"name": ["can't be blank"]}),
        ({"name": "CARRIER"}, {"name": ["has already been taken"]}),
        ({"name": "h_role"}, {"name": ["begins with h_, as only attributes of the system do"]}),
        ({"attribute_type": "", "label": ""}, {"attribute_type": ["can't be blank"], "label": ["can't be blank"]}),
    ],
)
async def test_an_attribute_that_cannot_be_is_refused_by_field(api: Any, fields: Any, record: Any) -> None:
    reply = await create(api, **fields)
    assert (reply.status_code, reply.json()["type"], reply.json()["record"]) == (422, "RecordError", record)


async def test_an_attribute_is_changed_and_its_entries_stay(api: Any) -> None:
    fields = {"name": "airline", "attribute_type": "string", "label": "Airline"}
    reply = await api.call("PUT", "/user_attributes/2", json={"user_attribute": fields})
    changed = reply.json()["user_attribute"]
    assert {key: changed[key] for key in fields} == fields
    assert changed["description"] == "Carriers whose flights a person looks after."
    assert (await values(api, 2))["airline"] == ["AA", "UA"]


async def test_a_type_that_the_values_do_not_fit_is_refused(api: Any) -> None:
    fields = {"name": "carrier", "attribute_type": "number", "label": "Carrier"}
    reply = await api.call("PUT", "/user_attributes/2", json={"user_attribute": fields})
    assert (reply.status_code, list(reply.json()["record"])) == (422, ["attribute_type"])
    assert (await api.get("/user_attributes"))["user_attributes"][1]["attribute_type"] == "string"


async def test_a_deleted_attribute_takes_its_entries_along(api: Any) -> None:
    assert (await api.call("DELETE", "/user_attributes/2")).status_code == 200
    assert "carrier" not in await values(api, 2)
    assert (await api.refused("DELETE", "/user_attributes/2"))[0] == 404
    left = api.control._session.store.list("holistics", "user_attribute_entries")
    assert {one["user_attribute_id"] for one in left} == {3, 4}


async def test_attributes_of_the_system_are_not_to_be_changed(api: Any) -> None:
    fields = {"user_attribute": {"name": "email", "attribute_type": "string", "label": "E"}}
    refused = (422, "InvalidOperationError", "User attribute 1, h_email, belongs to the system.")
    assert await api.refused("PUT", "/user_attributes/1", json=fields) == refused
    assert await api.refused("DELETE", "/user_attributes/1") == refused
    reply = await upsert(api, entry("h_email", "x@example.com"))
    assert (reply.status_code, reply.json()["type"]) == (422, "RecordError")


# --- what they amount to ---


async def test_a_users_own_values_win_over_those_of_the_groups(api: Any) -> None:
    assert await values(api, 2) == {
        "h_email": ["ben.osei@example.com"],
        "carrier": ["AA", "UA"],
        "airport": ["JFK", "LGA"],
        "shift_hours": [],
    }


async def test_a_user_without_an_entry_inherits_and_several_groups_add_up(api: Any) -> None:
    await api.call("POST", "/groups/3/add_user/3")
    await saved(api, entry("carrier", "EV", "B6", group=3))
    assert (await values(api, 3))["carrier"] == ["UA", "EV", "B6"]
    await saved(api, entry("carrier", "WN", user=3))
    assert (await values(api, 3))["carrier"] == ["WN"]
    await saved(api, entry("carrier", user=3, input_type="inherit"))
    assert (await values(api, 3))["carrier"] == ["UA", "EV", "B6"]
    await saved(api, entry("carrier", user=3))
    assert (await values(api, 3))["carrier"] == []


async def test_all_holds_for_a_user_and_through_one_group_of_many(api: Any) -> None:
    assert (await values(api, 1))["carrier"] == ["*"]
    await saved(api, entry("airport", user=3, input_type="all"))
    assert (await values(api, 3))["airport"] == ["*"]
    await api.call("POST", "/groups/1/add_user/3")
    assert (await values(api, 3))["carrier"] == ["*"]
    await api.call("POST", "/groups/1/remove_user/3")
    assert (await values(api, 3))["carrier"] == ["UA", "EV"]


async def test_a_group_has_what_is_entered_for_it(api: Any) -> None:
    expected = {"h_email": [], "carrier": ["UA", "EV"], "airport": ["EWR"], "shift_hours": []}
    assert await values(api, 2, "Group") == expected
    await saved(api, entry("airport", group=2, input_type="inherit"))
    assert (await values(api, 2, "Group"))["airport"] == []


async def test_the_address_follows_the_user(api: Any) -> None:
    await api.call("PUT", "/users/2", json={"user": {"email": "ben@example.org"}})
    assert (await values(api, 2))["h_email"] == ["ben@example.org"]


# --- entries ---


async def test_entries_are_listed_by_user_and_by_group_without_their_values(api: Any) -> None:
    page = await api.get("/user_attribute_entries", subject_type="User", subject_id=2)
    own = {"subject_type": "User", "subject_id": 2}
    assert page == {
        "user_attribute_entries": [
            {"user_attribute_id": 2, "input_type": "manual", **own},
            {"user_attribute_id": 3, "input_type": "inherit", **own},
        ],
        "cursors": {"previous": None, "next": None},
    }
    group = await api.get("/user_attribute_entries", subject_type="Group", subject_id=1)
    assert [one["input_type"] for one in group["user_attribute_entries"]] == ["all", "manual"]


async def test_entries_are_saved_by_id_and_by_name_and_replace_what_was_there(api: Any) -> None:
    reply = await upsert(api, entry(2, "DL"), entry("airport", group=3, input_type="all"))
    assert reply.status_code == 200
    assert reply.json()["user_attribute_entries"] == [
        {"user_attribute_id": 2, "input_type": "manual", "subject_type": "User", "subject_id": 2},
        {"user_attribute_id": 3, "input_type": "all", "subject_type": "Group", "subject_id": 3},
    ]
    assert (await values(api, 2))["carrier"] == ["DL"]
    page = await api.get("/user_attribute_entries", subject_type="User", subject_id=2)
    assert len(page["user_attribute_entries"]) == 2


@pytest.mark.parametrize(
    ("bad", "status", "said"),
    [
        (entry(99, "x"), 404, "There is no user attribute 99."),
        (entry("unknown", "x"), 404, "There is no user attribute unknown."),
        (entry(2, "x", user=99), 404, "There is no user 99."),
        (entry(2, "x", user=2.5), 404, "There is no user 2.5."),  # type: ignore[arg-type]
        (entry(2, "x", group=99), 404, "There is no group 99."),
        (entry(2, "x", input_type="all"), 422, "entry 2 has values, which the input type all does not take"),
        (entry(4, "eight"), 422, "entry 2 has the value 'eight', which is no number"),
        (entry("carrier", "AA", user=3), 422, "entry 2 sets what an earlier one sets"),
    ],
)
async def test_one_bad_entry_and_none_is_saved(api: Any, bad: dict[str, Any], status: int, said: str) -> None:
    reply = await upsert(api, entry(2, "ZZ", user=3), bad)
    assert reply.status_code == status
    assert said in reply.json()["message"]
    assert (await values(api, 3))["carrier"] == ["UA", "EV"]


@pytest.mark.parametrize(
    "named", [{}, {"user_attribute_id": 2, "user_attribute_name": "carrier"}, {"user_attribute_id": "carrier"}]
)
async def test_an_attribute_is_named_in_exactly_one_way(api: Any, named: Any) -> None:
    reply = await upsert(api, {**named, "subject_type": "User", "subject_id": 2, "values": ["x"]})
    assert (reply.status_code, reply.json()["type"]) == (400, "InvalidParameterError")


async def test_at_most_a_hundred_entries_are_taken_at_once(api: Any) -> None:
    attribute = entry(2, "AA")
    many = [{**attribute, "subject_id": 1} for _ in range(101)]
    assert (await upsert(api, *many)).status_code == 400
    for number in range(100):
        await create(api, name=f"extra_{number}")
    assert (await upsert(api, *[entry(f"extra_{number}", "x") for number in range(100)])).status_code == 200
    assert (await values(api, 2))["extra_99"] == ["x"]


async def test_entries_of_nobody_are_not_found(api: Any) -> None:
    for path in ("/user_attribute_entries", "/user_attribute_entries/computed_values"):
        assert (await api.refused("GET", f"{path}?subject_type=User&subject_id=99"))[0] == 404
        assert (await api.refused("GET", f"{path}?subject_type=User&subject_id=1e999"))[0] == 400
        assert (await api.refused("GET", f"{path}?subject_type=Team&subject_id=1"))[0] == 400
        assert (await api.refused("GET", f"{path}?subject_type=User"))[0] == 400
        assert (await api.call("GET", f"{path}?subject_type=User&subject_id=2.0")).status_code == 200


# --- the filter ---


async def flights(api: Any, *attributes: str, key: str | None = None) -> int:
    condition = {"operator": "matches_user_attribute", "values": [*attributes], "modifier": None}
    job = await api.export(
        4175, key=key, dashboard_filter_conditions=[{"dynamic_filter_id": 2336, "condition": condition}]
    )
    assert job["status"] == "success", job
    text = (await api.fetch(await api.link(job["id"], key))).text
    return sum(int(line.rpartition(",")[2]) for line in text.splitlines()[1:])


async def test_the_filter_by_attribute_keeps_what_the_caller_may_see(api: Any) -> None:
    assert await flights(api, "carrier") == 336_776
    assert await flights(api, "carrier", key=ANALYST) == 32_729 + 58_665
    await saved(api, entry("carrier", user=2, input_type="inherit"), entry("carrier", "HA", group=1))
    assert await flights(api, "carrier", key=ANALYST) == 342
    await saved(api, entry("carrier", user=2))
    assert await flights(api, "carrier", key=ANALYST) == 0


async def test_the_filter_refuses_an_attribute_that_there_is_not(api: Any) -> None:
    condition = {"operator": "matches_user_attribute", "values": ["carrier", "gone"], "modifier": None}
    body = {"dashboard_filter_conditions": [{"dynamic_filter_id": 2336, "condition": condition}]}
    refused = await api.refused("POST", "/dashboard_widgets/4175/submit_export?output=csv", json=body)
    assert refused[0] == 422
    assert "'gone'" in refused[2]
