"""Inviting people and having invitations sent again, and walking the lists of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bireme import AsyncHolistics, Holistics, InvalidInput, UnprocessableEntity
from bireme.holistics import Job

Step = Callable[[Any], None]


@pytest.fixture(autouse=True)
def by_hand(control: Any) -> None:
    control.jobs.set_progression("user_invitation", "manual")


def outbox(control: Any) -> list[list[str]]:
    return [[*mail["to"]] for mail in control._session.deliveries.list()]


def test_people_are_invited_and_the_call_waits_for_their_mail(h: Holistics, control: Any, step: Step) -> None:
    job = h.invite_users(
        ["gil@example.com", "hana@example.com"],
        role="analyst",
        group_ids=[3],
        message="Welcome.",
        allow_authentication_token=True,
        enable_export_data=False,
        on_progress=step,
    )
    assert isinstance(job, Job)
    assert (job.status, job.operation) == ("success", "users_invite")
    assert outbox(control) == [["gil@example.com"], ["hana@example.com"]]
    invited = {user.email: user for user in h.users.iter(status="pending")}
    gil = invited["gil@example.com"]
    assert (gil.group_ids, gil.allow_authentication_token, gil.enable_export_data) == ([3], True, False)
    assert "Welcome." in control._session.deliveries.list()[0]["text"]


def test_without_waiting_the_job_is_followed_later_or_elsewhere(h: Holistics, control: Any, step: Step) -> None:
    job = h.invite_users(["gil@example.com"], role="user", wait=False)
    assert job.status == "created"
    assert not outbox(control)
    again = h.resume(job.resume_token)
    assert again.wait(on_progress=step).status == "success"
    assert outbox(control) == [["gil@example.com"]]


def test_an_invitation_is_sent_again(h: Holistics, control: Any, step: Step) -> None:
    job = h.resend_invite(4, on_progress=step)
    assert (job.status, job.operation) == ("success", "users_resend_invite")
    assert outbox(control) == [["emil.novak@example.com"]]


def test_a_second_call_follows_the_job_under_way(h: Holistics) -> None:
    first = h.resend_invite(4, wait=False)
    assert h.resend_invite(4, wait=False).id == first.id


def test_addresses_that_cannot_be_invited_are_told(h: Holistics) -> None:
    with pytest.raises(UnprocessableEntity) as caught:
        h.invite_users(["gil", "good@example.com"], role="user")
    assert caught.value.type == "InvalidEmailsInvitationError"
    assert '"reason":"is not an e-mail address"' in caught.value.body_excerpt.replace('": "', '":"')
    with pytest.raises(UnprocessableEntity, match="no open invitation"):
        h.resend_invite(2)


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda h: h.invite_users("gil@example.com", role="user"), "emails"),
        (lambda h: h.invite_users([], role="user"), "emails"),
        (lambda h: h.invite_users([7], role="user"), "emails"),
        (lambda h: h.invite_users(["gil@example.com"], role="user", group_ids=3), "group_ids"),
        (lambda h: h.invite_users(["gil@example.com"], role="user", group_ids=[0]), "group_ids"),
        (lambda h: h.resend_invite("4"), "user_id"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_sent(
    h: Holistics, control: Any, call: Callable[[Holistics], Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        call(h)
    assert caught.value.field == field
    assert not control.journal(listener="api")


async def test_the_asynchronous_client_does_the_same(ah: AsyncHolistics, control: Any, step: Step) -> None:
    job = await ah.invite_users(["gil@example.com"], role="user", on_progress=step)
    assert (await job.result()).status == "success"
    await ah.resend_invite(4, on_progress=step)
    assert outbox(control) == [["gil@example.com"], ["emil.novak@example.com"]]
    assert [user.id async for user in ah.users.iter(role="analyst")] == [2, 5]


def test_lists_of_people_are_walked_over_all_pages(h: Holistics) -> None:
    assert [user.id for user in h.users.iter(role="analyst")] == [2, 5]
    assert [user.id for user in h.users.iter(limit=2, sort="id_desc", exclude_deleted=True)] == [4, 3, 2, 1]
    assert [group.name for group in h.groups.iter(limit=1)] == ["Newark station", "Night shift", "Operations"]
    assert [one.name for one in h.user_attributes.iter(limit=3)] == ["h_email", "carrier", "airport", "shift_hours"]


def test_people_are_changed_by_typed_calls(h: Holistics) -> None:
    group = h.groups.create(body={"group": {"name": "Day shift"}})
    assert isinstance(group.id, int)
    assert "added" in h.groups.add_user(group.id, 3)
    assert h.groups.get(group.id, include_users=True).users[0].email == "chloe.martin@example.com"
    assert h.users.update(3, body={"user": {"group_ids": []}}).name == "Chloé Martin"
    assert h.groups.get(group.id).user_ids == []
    assert h.users.check_holistics_user(email="ada.keller@example.com") is True
    created = h.user_attributes.create(body={"user_attribute": {"name": "r", "attribute_type": "string", "label": "R"}})
    assert isinstance(created.user_attribute.id, int)
    one = {"user_attribute_name": "r", "values": ["x"], "subject_type": "Group", "subject_id": 2}
    assert h.user_attribute_entries.upsert(body={"user_attribute_entries": [one]})[0].subject_id == 2
    held = h.user_attribute_entries.computed_values(subject_type="Group", subject_id=2)
    assert held.additional_properties["r"] == ["x"]
