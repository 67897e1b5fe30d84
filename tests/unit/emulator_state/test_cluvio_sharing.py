"""Who may see a dashboard, and the mail about it (fact sheet, section 10.3)."""

from __future__ import annotations

from typing import Any

import pytest

from bireme_emulator.kernel.delivery import DeliveryFailed
from tests.unit.emulator_state.cluvio_boards import BOARD, LOCKED, changed, ids, made_board, wait
from tests.unit.emulator_state.cluvio_world import VIEW, Cluvio

EVERYBODY, ANALYSTS, TEAM, PLANNING = "allu-sers-0000", "alla-naly-sts0", "oper-team-0001", "netw-plan-0002"


async def share(cluvio: Cluvio, board: str, mode: str, *groups: str, **more: Any) -> list[str]:
    """Share, and give the groups that the dashboard is shared with afterwards."""
    body = {"share_mode": mode, **({"user_group_ids": [*groups]} if groups else {}), **more}
    reply = await cluvio.call("POST", f"/dashboards/{board}/share", json=body)
    assert (reply.status_code, reply.content) == (204, b""), reply.text
    return ids(await cluvio.get(f"/dashboards/{board}"), "user_groups")


def told(cluvio: Cluvio) -> list[str]:
    """Who has got a mail."""
    wait(cluvio)
    return sorted(address for mail in cluvio.control.outbox(channel="email") for address in mail["to"])


async def published(cluvio: Cluvio, board: str) -> bool:
    shown: bool = (await cluvio.get(f"/dashboards/{board}"))["data"]["attributes"]["published"]
    return shown


@pytest.mark.parametrize(
    ("mode", "groups", "expected"),
    [
        ("none", (), []),
        ("all_users", (), [EVERYBODY]),
        ("all_analysts", (), [ANALYSTS]),
        ("custom", (TEAM, PLANNING), [TEAM, PLANNING]),
        ("custom", ("all_analysts", TEAM), [ANALYSTS, TEAM]),
        ("custom", ("all_users", EVERYBODY, "all_users"), [EVERYBODY]),
        ("none", (TEAM,), []),  # groups are for the mode custom
    ],
)
async def test_the_modes_share_with_groups_of_which_the_built_in_ones_have_aliases(
    cluvio: Cluvio, mode: str, groups: tuple[str, ...], expected: list[str]
) -> None:
    board = await made_board(cluvio)
    assert await share(cluvio, board, mode, *groups) == expected
    assert await published(cluvio, board) is bool(expected)


async def test_sharing_takes_the_place_of_what_held_before(cluvio: Cluvio) -> None:
    assert await share(cluvio, BOARD, "custom", PLANNING) == [PLANNING]
    assert BOARD not in ids(await cluvio.get(f"/user_groups/{TEAM}"), "dashboards")
    assert BOARD in ids(await cluvio.get(f"/user_groups/{PLANNING}"), "dashboards")
    assert await share(cluvio, BOARD, "none") == []
    assert not await published(cluvio, BOARD)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({}, "share_mode"),
        ({"share_mode": "everybody"}, "share_mode"),
        ({"share_mode": "custom"}, "user_group_ids"),
        ({"share_mode": "custom", "user_group_ids": []}, "user_group_ids"),
        ({"share_mode": "custom", "user_group_ids": ["none"]}, "no user group 'none'"),
        ({"share_mode": "custom", "user_group_ids": ["\0😀"]}, "no user group"),
    ],
)
async def test_what_cannot_be_shared_with_is_refused_and_nothing_changes(
    cluvio: Cluvio, body: dict[str, Any], says: str
) -> None:
    status, detail = await cluvio.refused("POST", f"/dashboards/{BOARD}/share", json=body)
    assert (status, says in detail) == (422, True), detail
    assert ids(await cluvio.get(f"/dashboards/{BOARD}"), "user_groups") == [TEAM]


async def test_nobody_is_told_unless_asked_for(cluvio: Cluvio) -> None:
    await share(cluvio, await made_board(cluvio), "all_users")
    assert told(cluvio) == []


async def test_those_who_gain_access_are_told_and_no_others(cluvio: Cluvio) -> None:
    # Operations is told of already; admins see everything anyway; of the rest one is pending, one shut out.
    await share(cluvio, BOARD, "all_users", notify_new_users=True)
    assert told(cluvio) == ["lena.bergstrom@example.org"]
    (mail,) = cluvio.control.outbox(channel="email")
    assert mail["subject"] == "Flight operations is now shared with you"
    assert "Lena" in mail["text"]
    assert "Flights from New York in 2013." in mail["text"]


async def test_who_had_access_through_another_group_is_not_told(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    await share(cluvio, board, "all_users")
    await share(cluvio, board, "custom", TEAM, notify_new_users=True)
    assert told(cluvio) == []
    await share(cluvio, board, "none")
    await share(cluvio, board, "custom", TEAM, notify_new_users=True)
    team = (await cluvio.get(f"/user_groups/{TEAM}", include="users"))["included"]
    active = {one["attributes"]["email"] for one in team if not one["attributes"].get("deactivated_at")}
    assert {*told(cluvio)} == active
    assert active


async def test_the_thumbnail_matters_with_the_mail_only_and_is_a_picture(cluvio: Cluvio) -> None:
    board = await made_board(cluvio)
    await share(cluvio, board, "custom", TEAM, include_thumbnail=True)
    assert told(cluvio) == []
    await share(cluvio, board, "custom", PLANNING, notify_new_users=True, include_thumbnail=True)
    wait(cluvio)
    mails = cluvio.control.outbox(channel="email")
    assert mails
    for mail in mails:
        (picture,) = mail["attachments"]
        assert picture["media_type"] == "image/png"
        assert picture["path"].read_bytes().startswith(b"\x89PNG")


async def test_a_mail_that_does_not_go_through_leaves_the_others_and_ends_the_job_as_a_failure(
    cluvio: Cluvio, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = await made_board(cluvio)
    deliveries = cluvio.session.deliveries
    delivered = deliveries.deliver

    def deliver(key: str, message: Any, **options: Any) -> Any:
        if "minjun.cho@example.com" in message.to:
            raise DeliveryFailed("mailbox full")
        return delivered(key, message, **options)

    monkeypatch.setattr(deliveries, "deliver", deliver)
    await share(cluvio, board, "all_users", notify_new_users=True)
    others = told(cluvio)
    assert "lena.bergstrom@example.org" in others
    assert "minjun.cho@example.com" not in others
    (job,) = [job for job in cluvio.control.jobs.list() if job["source"]["action"] == "share"]
    assert job["status"] == "failure"


async def test_sharing_takes_manage_dashboards_and_works_on_locked_dashboards(cluvio: Cluvio) -> None:
    body = {"share_mode": "all_users"}
    assert (await cluvio.with_key(VIEW).refused("POST", f"/dashboards/{BOARD}/share", json=body))[0] == 403
    assert await share(cluvio, LOCKED, "all_users") == [EVERYBODY]


async def test_default_inputs_that_do_not_fit_any_more_cost_the_thumbnail_and_not_the_mails(cluvio: Cluvio) -> None:
    board = await made_board(cluvio, filters_configuration={"aggregation_options": ["day", "all_time"]})
    await changed(cluvio, f"/dashboards/{board}", default_parameters={"aggregation": "all_time"})
    await changed(cluvio, f"/dashboards/{board}", filters_configuration={"aggregation_options": ["day"]})
    await share(cluvio, board, "custom", PLANNING, notify_new_users=True, include_thumbnail=True)
    assert told(cluvio)
    assert not any(mail["attachments"] for mail in cluvio.control.outbox(channel="email"))
