"""Invitations: all or nobody, listed at once, mail from the job and never twice, sent again on request."""

from __future__ import annotations

from typing import Any

import pytest

from bireme_emulator.kernel.delivery import DeliveryFailed


async def invite(api: Any, *emails: str, **more: Any) -> Any:
    return await api.call("POST", "/users/invite", json={"emails": [*emails], "role": "analyst", **more})


def outbox(api: Any) -> Any:
    return api.control._session.deliveries.list()


async def pending(api: Any) -> list[dict[str, Any]]:
    users: list[dict[str, Any]] = (await api.get("/users", status="pending", sort="id_asc"))["users"]
    return users


async def test_the_invited_are_listed_at_once_while_the_mail_waits_for_the_job(api: Any) -> None:
    api.control.jobs.set_progression("user_invitation", "manual")
    rights = {"allow_authentication_token": True, "enable_export_data": False, "group_ids": [3]}
    reply = await invite(api, "gil@example.com", "Hana@example.com", **rights)
    assert (reply.status_code, reply.json()["job"]["status"]) == (200, "created")
    gil, hana = (await pending(api))[1:]
    assert (gil["email"], hana["email"], hana["initials"], hana["role"]) == (
        "gil@example.com",
        "Hana@example.com",
        "HA",
        "analyst",
    )
    assert (gil["is_activated"], gil["has_authentication_token"], gil["name"]) == (False, False, None)
    assert (gil["allow_authentication_token"], gil["enable_export_data"], gil["group_ids"]) == (True, False, [3])
    assert gil["created_at"] == "2013-07-01T12:00:00Z"
    assert (await api.get("/groups/3"))["group"]["user_ids"] == [gil["id"], hana["id"]]
    assert not outbox(api)


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/holistics/api/v2/users/invite", {"emails": ["gil@example.com"], "role": "analyst"}),
        ("/holistics/users/invite.json", {"email": "gil@example.com", "role": "analyst"}),
    ],
)
async def test_nobody_is_added_where_the_job_that_sends_the_mail_cannot_be_made(
    api: Any, monkeypatch: pytest.MonkeyPatch, path: str, body: dict[str, Any]
) -> None:
    def breaks(*args: Any, **options: Any) -> None:
        raise OSError("the disk is full")

    before = await pending(api)
    monkeypatch.setattr(api.control._session.jobs, "submit", breaks)
    headers = {"X-Emulator-Session": api.session, "X-Holistics-Key": api.key}
    assert (await api.client.post(path, json=body, headers=headers)).status_code == 500
    assert await pending(api) == before


async def test_the_job_sends_one_mail_to_each_with_the_message_and_says_so_in_its_log(api: Any) -> None:
    reply = await invite(api, "gil@example.com", "hana@example.com", message="Welcome on board.")
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "success"
    sent = outbox(api)
    assert [(mail["channel"], [*mail["to"]]) for mail in sent] == [
        ("email", ["gil@example.com"]),
        ("email", ["hana@example.com"]),
    ]
    assert [mail["key"] for mail in sent] == [f"job/{job['id']}/1", f"job/{job['id']}/2"]
    assert "Ada Keller invites you" in sent[0]["text"]
    assert "Welcome on board." in sent[0]["text"]
    assert any("gil@example.com" in line for line in await api.logs(job["id"]))


async def test_without_further_wishes_the_invited_may_not_use_the_api_and_may_export(api: Any) -> None:
    await invite(api, "gil@example.com")
    gil = (await pending(api))[-1]
    assert (gil["allow_authentication_token"], gil["enable_export_data"], gil["group_ids"]) == (False, True, [])


async def test_one_bad_address_refuses_all_and_each_is_told_with_its_reason(api: Any) -> None:
    bad = ["gil", "ADA.keller@example.com", "farah.aziz@example.com", "emil.novak@example.com", "GOOD@example.com"]
    reply = await invite(api, "good@example.com", *bad)
    assert reply.status_code == 422
    assert reply.json() == {
        "type": "InvalidEmailsInvitationError",
        "message": "5 of 6 addresses cannot be invited; nobody was.",
        "data": [
            {"email": "gil", "reason": "is not an e-mail address"},
            {"email": "ADA.keller@example.com", "reason": "belongs to a user already"},
            {"email": "farah.aziz@example.com", "reason": "belongs to a user already"},
            {"email": "emil.novak@example.com", "reason": "belongs to a user already"},
            {"email": "GOOD@example.com", "reason": "is given more than once"},
        ],
    }
    assert [user["id"] for user in await pending(api)] == [4]
    assert not outbox(api)
    assert not api.control.jobs.list()


@pytest.mark.parametrize(
    "email",
    ["a@b", "a b@c.de", "a@c.de\r\nBcc: x@y.z", "a@c.de\x00", "@c.de", "ü@c.de", "a@@c.de", "a" * 65 + "@c.de"],
)
async def test_what_no_mail_server_takes_is_no_address(api: Any, email: str) -> None:
    reply = await invite(api, email)
    assert (reply.status_code, reply.json()["data"]) == (
        422,
        [{"email": email, "reason": "is not an e-mail address"}],
    )


async def test_an_unknown_group_and_an_empty_list_are_refused(api: Any) -> None:
    body = {"emails": ["gil@example.com"], "role": "user", "group_ids": [1, 99]}
    refused = await api.refused("POST", "/users/invite", json=body)
    assert refused == (422, "InvalidParameterError", "group_ids: there is no group 99")
    assert (await api.refused("POST", "/users/invite", json={"emails": [], "role": "user"}))[0] == 422
    assert (await api.refused("POST", "/users/invite", json={"emails": ["g@example.com"], "role": "viewer"}))[0] == 400
    assert [user["id"] for user in await pending(api)] == [4]


async def test_an_invitation_is_sent_again_and_an_equal_job_is_pointed_to(api: Any) -> None:
    api.control.jobs.set_progression("user_invitation", "manual")
    first = (await api.call("POST", "/users/4/resend_invite")).json()["job"]
    second = (await api.call("POST", "/users/4/resend_invite")).json()["job"]
    assert (second["status"], second["existing_job_id"]) == ("already_existed", first["id"])
    for _ in range(3):
        api.control.jobs.advance(first["id"])
    assert (await api.ended(first["id"]))["status"] == "success"
    assert [[*mail["to"]] for mail in outbox(api)] == [["emil.novak@example.com"]]


@pytest.mark.parametrize(("id", "state"), [(2, "active"), (5, "deleted")])
async def test_who_has_no_open_invitation_gets_none_again(api: Any, id: int, state: str) -> None:
    status, type, message = await api.refused("POST", f"/users/{id}/resend_invite")
    assert (status, type) == (422, "InvalidOperationError")
    assert message.endswith(f"the user is {state}.")


async def test_who_was_deleted_in_the_meantime_gets_no_mail(api: Any) -> None:
    api.control.jobs.set_progression("user_invitation", "manual")
    job = (await invite(api, "gil@example.com", "hana@example.com")).json()["job"]
    await api.call("DELETE", f"/users/{(await pending(api))[1]['id']}")
    for _ in range(3):
        api.control.jobs.advance(job["id"])
    assert (await api.ended(job["id"]))["status"] == "success"
    assert [[*mail["to"]] for mail in outbox(api)] == [["hana@example.com"]]


async def test_a_mail_that_cannot_be_delivered_fails_the_job_and_the_others_still_go_out(
    api: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliveries = api.control._session.deliveries
    deliver = type(deliveries).deliver

    def fails_for_gil(self: Any, key: str, message: Any, **options: Any) -> Any:
        if message.to == ("gil@example.com",):
            raise DeliveryFailed("550 no such mailbox")
        return deliver(self, key, message, **options)

    monkeypatch.setattr(type(deliveries), "deliver", fails_for_gil)
    reply = await invite(api, "gil@example.com", "hana@example.com")
    job = await api.ended(reply.json()["job"]["id"])
    assert job["status"] == "failure"
    assert job["last_error_log"] == "1 of 2 invitations could not be delivered; the log says why."
    assert any("550 no such mailbox" in line for line in await api.logs(job["id"]))
    assert [[*mail["to"]] for mail in outbox(api)] == [["hana@example.com"]]
