"""Users and invitations of the emulated Cluvio API: roles, seats, who is out of reach, and mail (fact sheet, 17)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

GAIL, INES, ADA, MARIA = "gail-admn-0001", "ines-roth-0002", "adad-love-0001", "mari-silv-0004"
MINJUN, LENA, TOMISLAV, GISELA = "cho0-minj-0005", "lena-berg-0006", "tomi-kova-0007", "gise-laux-0008"
NOOR = "noor-haid-0009"
EVERYBODY, ANALYSTS, OPERATIONS, PLANNING = "allu-sers-0000", "alla-naly-sts0", "oper-team-0001", "netw-plan-0002"


async def user(cluvio: Cluvio, id: str) -> dict[str, Any]:
    data: dict[str, Any] = (await cluvio.get(f"/users/{id}"))["data"]
    return data


def groups(shown: dict[str, Any]) -> set[str]:
    return {link["id"] for link in shown["relationships"]["user_groups"]["data"]}


def links(kind: str, *ids: str) -> dict[str, Any]:
    return {"data": [{"type": kind, "id": id} for id in ids]}


async def invite(cluvio: Cluvio, email: str, **more: Any) -> dict[str, Any]:
    data: dict[str, Any] = (await cluvio.post("/user_invites", {"email": email, **more}, 201))["data"]
    return data


def ended(cluvio: Cluvio) -> list[str]:
    """Wait for all jobs; gives how they ended."""
    jobs = cluvio.control.jobs
    return [jobs.wait(job["id"])["status"] for job in jobs.list()]


async def test_all_users_are_listed_those_shut_out_and_those_invited_included(cluvio: Cluvio) -> None:
    listed = (await cluvio.get("/users"))["data"]
    assert {one["id"] for one in listed} >= {GAIL, ADA, MINJUN, TOMISLAV, NOOR}
    assert {one["attributes"]["role"] for one in listed} == {"viewer", "analyst", "admin"}
    assert all(one["type"] == "users" for one in listed)


async def test_the_locations_have_people_of_their_own(cluvio: Cluvio) -> None:
    assert (await cluvio.at("us").refused("GET", f"/users/{MARIA}")) == (404, f"There is no user {MARIA}")
    invited = await invite(cluvio.at("us"), "somebody@example.com")
    assert (await cluvio.refused("GET", f"/users/{invited['id']}"))[0] == 404


async def test_second_factors_are_shown_to_keys_with_manage_users_only(cluvio: Cluvio) -> None:
    assert (await user(cluvio, ADA))["attributes"]["otp_app_enabled"] is True
    shown = (await user(cluvio.with_key(VIEW), ADA))["attributes"]
    assert not {"otp_app_enabled", "otp_phone_enabled"} & set(shown)
    for one in (await cluvio.with_key(VIEW).get("/users"))["data"]:
        assert "otp_app_enabled" not in one["attributes"]


async def test_reading_takes_view_users_and_writing_manage_users(cluvio: Cluvio) -> None:
    assert (await cluvio.key("manage_dashboards").refused("GET", "/users"))[0] == 403
    assert (await cluvio.key("view_users").call("GET", "/users")).status_code == 200
    assert (await cluvio.with_key(VIEW).refused("POST", f"/users/{ADA}/deactivate"))[0] == 403


async def test_groups_and_the_inviting_user_are_included_when_asked_for(cluvio: Cluvio) -> None:
    shown = await cluvio.get(f"/users/{LENA}", include="user_groups")
    assert {(one["type"], one["id"]) for one in shown["included"]} == {
        ("user_groups", EVERYBODY),
        ("user_groups", PLANNING),
    }
    assert (await cluvio.get(f"/users/{LENA}", include="invited_by_user"))["included"] == [await user(cluvio, INES)]
    listed = await cluvio.get("/users", include="user_groups")
    assert {one["id"] for one in listed["included"]} == {EVERYBODY, ANALYSTS, OPERATIONS, PLANNING}
    assert (await cluvio.refused("GET", "/users?include=invited_by_user"))[0] == 422


async def test_an_update_sets_role_and_groups_and_leaves_the_rest(cluvio: Cluvio) -> None:
    related = {"user_groups": links("user_groups", PLANNING)}
    reply = await cluvio.call("PATCH", f"/users/{MINJUN}", json=cluvio.data(related, role="analyst", firstname="X"))
    assert reply.status_code == 200
    shown = await user(cluvio, MINJUN)
    assert shown == reply.json()["data"]
    assert shown["attributes"]["role"] == "analyst"
    assert shown["attributes"]["firstname"] == "Minjun"
    assert groups(shown) == {EVERYBODY, ANALYSTS, PLANNING}
    await cluvio.call("PATCH", f"/users/{MINJUN}", json=cluvio.data(role="viewer"))
    assert groups(await user(cluvio, MINJUN)) == {EVERYBODY, PLANNING}


async def test_what_was_read_can_be_sent_back(cluvio: Cluvio) -> None:
    before = await user(cluvio, ADA)
    assert (await cluvio.call("PUT", f"/users/{ADA}", json={"data": before})).status_code == 200
    assert await user(cluvio, ADA) == before


@pytest.mark.parametrize(
    ("id", "body", "says"),
    [
        (MINJUN, Cluvio.data(role="admin"), "admin"),
        (INES, Cluvio.data(role="viewer"), "is an admin"),
        (MINJUN, Cluvio.data({"user_groups": links("user_groups", ANALYSTS)}), "built-in group"),
        (MINJUN, Cluvio.data({"user_groups": links("user_groups", "none")}), "there is no user_groups none"),
    ],
)
async def test_a_key_neither_makes_nor_changes_admins_nor_fills_built_in_groups(
    cluvio: Cluvio, id: str, body: dict[str, Any], says: str
) -> None:
    before = await user(cluvio, id)
    status, detail = await cluvio.refused("PATCH", f"/users/{id}", json=body)
    assert status == 422
    assert says in detail
    assert await user(cluvio, id) == before


async def test_analyst_seats_are_limited_and_viewers_are_not(cluvio: Cluvio) -> None:
    for number in range(2):  # two of the four are taken
        await invite(cluvio, f"analyst{number}@example.com", role="analyst")
    body = {"email": "one.more@example.com", "role": "analyst"}
    assert (await cluvio.refused("POST", "/user_invites", json=body))[1] == (
        "role: all 4 analyst seats of the plan are taken"
    )
    assert (await cluvio.refused("PATCH", f"/users/{MINJUN}", json=cluvio.data(role="analyst")))[0] == 422
    assert (await cluvio.call("PATCH", f"/users/{ADA}", json=cluvio.data(role="analyst"))).status_code == 200
    for number in range(6):
        await invite(cluvio, f"viewer{number}@example.com")


async def test_admin_seats_are_limited_too(cluvio: Cluvio) -> None:
    await invite(cluvio, "boss@example.com", role="admin")
    status, detail = await cluvio.refused("POST", "/user_invites", json={"email": "b@example.com", "role": "admin"})
    assert status == 422
    assert "3 admin seats" in detail


async def test_deactivating_shuts_a_user_out_and_frees_the_seat(cluvio: Cluvio) -> None:
    await cluvio.post(f"/users/{ADA}/deactivate", status=204)
    shown = await user(cluvio, ADA)
    assert shown["attributes"]["deactivated_at"] == "2013-07-01T12:00:00Z"
    assert groups(shown) == {OPERATIONS}
    for number in range(3):
        await invite(cluvio, f"analyst{number}@example.com", role="analyst")
    status, detail = await cluvio.refused("POST", f"/users/{ADA}/activate")
    assert status == 422
    assert "seats" in detail
    await cluvio.post(f"/users/{ADA}/activate", {"role": "viewer"}, 204)
    shown = await user(cluvio, ADA)
    assert shown["attributes"]["role"] == "viewer"
    assert shown["attributes"]["deactivated_at"] is None


@pytest.mark.parametrize(
    ("id", "says"), [(GAIL, "is an admin"), (TOMISLAV, "is deactivated"), (NOOR, "delete the invitation")]
)
async def test_admins_and_whoever_is_not_active_cannot_be_deactivated(cluvio: Cluvio, id: str, says: str) -> None:
    status, detail = await cluvio.refused("POST", f"/users/{id}/deactivate")
    assert status == 422
    assert says in detail


async def test_activating_keeps_the_role_and_a_former_admin_comes_back_as_an_analyst(cluvio: Cluvio) -> None:
    await cluvio.post(f"/users/{TOMISLAV}/activate", status=204)
    await cluvio.post(f"/users/{GISELA}/activate", status=204)
    assert (await user(cluvio, TOMISLAV))["attributes"]["role"] == "analyst"
    assert (await user(cluvio, GISELA))["attributes"]["role"] == "analyst"
    assert (await cluvio.refused("POST", f"/users/{ADA}/activate"))[0] == 422
    assert (await cluvio.refused("POST", f"/users/{GISELA}/activate", json={"role": "admin"}))[0] == 422


async def test_an_invitation_creates_the_account_at_once_and_mails_it(cluvio: Cluvio) -> None:
    made = await invite(cluvio, "zoe@example.com", user_group_ids=[OPERATIONS])
    assert made["attributes"]["role"] == "viewer"
    assert made["attributes"]["invitation_created_at"] == "2013-07-01T12:00:00Z"
    assert made["attributes"]["invitation_accepted_at"] is None
    assert groups(made) == {EVERYBODY, OPERATIONS}
    assert await user(cluvio, made["id"]) == made
    ended(cluvio)
    mail = cluvio.control.outbox(channel="email", to="zoe@example.com")
    assert [one["subject"] for one in mail] == ["You are invited to Keller Air Analytics on Cluvio"]
    await cluvio.post(f"/user_invites/{made['id']}/resend", status=204)
    ended(cluvio)
    assert len(cluvio.control.outbox(to="zoe@example.com")) == 2


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (None, "email: can't be blank"),
        ({}, "email"),
        ({"email": "nobody"}, "email"),
        ({"email": "zoe@elsewhere.example"}, "domain is not registered"),
        ({"email": "Gail@Example.com"}, "belongs to a user already"),
        ({"email": "zoe@example.com", "role": "owner"}, "role"),
        ({"email": "zoe@example.com", "user_group_ids": ["none"]}, "there is no user group none"),
        ({"email": "zoe@example.com", "user_group_ids": [ANALYSTS]}, "built-in"),
    ],
)
async def test_who_cannot_be_invited_is_refused_and_gets_no_mail(cluvio: Cluvio, body: Any, says: str) -> None:
    before = len((await cluvio.get("/users"))["data"])
    status, detail = await cluvio.refused("POST", "/user_invites", **({} if body is None else {"json": body}))
    assert status == 422
    assert says in detail
    assert len((await cluvio.get("/users"))["data"]) == before
    assert not cluvio.control.jobs.list()


async def test_invitations_are_resent_and_deleted_by_user_id_while_they_are_pending(cluvio: Cluvio) -> None:
    for method, path in (("POST", f"/user_invites/{ADA}/resend"), ("DELETE", f"/user_invites/{ADA}")):
        assert await cluvio.refused(method, path) == (422, "The user is active and has no pending invitation")
    for method, path in (("POST", "/user_invites/none/resend"), ("DELETE", "/user_invites/none")):
        assert (await cluvio.refused(method, path))[0] == 404
    assert (await cluvio.call("DELETE", f"/user_invites/{NOOR}")).status_code == 204
    assert (await cluvio.refused("GET", f"/users/{NOOR}"))[0] == 404
    await invite(cluvio, "noor.haidari@example.org")


async def test_an_invitation_that_was_taken_back_before_its_mail_went_out_sends_none(cluvio: Cluvio) -> None:
    cluvio.control.jobs.set_progression("cluvio_invitation", "manual")
    made = await invite(cluvio, "zoe@example.com")
    assert (await cluvio.call("DELETE", f"/user_invites/{made['id']}")).status_code == 204
    job = cluvio.control.jobs.list()[0]["id"]
    assert [cluvio.control.jobs.advance(job)["status"] for _ in range(3)] == ["queued", "running", "success"]
    assert cluvio.control.outbox() == []
