"""Results of Cluvio's alerts: newest first, page by page, for thirty days (fact sheet, sections 15 and 20)."""

from __future__ import annotations

from datetime import timedelta

from bireme_emulator.cluvio import alert_results
from tests.unit.emulator_state.cluvio_alerts_world import made
from tests.unit.emulator_state.cluvio_world import Cluvio


def past(cluvio: Cluvio, id: str, count: int, error: str = "") -> None:
    """Record so many results, a minute apart."""
    execution = {"id": "none", "sql": "SELECT 1", "status": "success", "started_at": None, "completed_at": None}
    with cluvio.session.store.transaction():
        for number in range(count):
            alert_results.recorded(cluvio.session, cluvio.api, id, execution, "ok", f"{error}{number}", None)
            cluvio.session.clock.advance(60)


async def test_results_come_newest_first_a_hundred_at_a_time_unless_said(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    past(cluvio, id, 130)
    reply = await cluvio.get(f"/sql_alerts/{id}/results")
    assert [each["error_message"] for each in reply["items"]] == [str(number) for number in range(129, 29, -1)]
    assert reply["count"] == 130
    rest = await cluvio.get(f"/sql_alerts/{id}/results", cursor=reply["cursor"])
    assert [each["error_message"] for each in rest["items"]] == [str(number) for number in range(29, -1, -1)]
    assert "cursor" not in rest
    assert "cursor" not in await cluvio.get(f"/sql_alerts/{id}/results", limit=130)


async def test_at_most_a_thousand_results_are_asked_for_at_once(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    assert (await cluvio.get(f"/sql_alerts/{id}/results", limit=1000))["count"] == 0
    for limit in (0, -1, 1001, 10**30, "many"):
        assert (await cluvio.refused("GET", f"/sql_alerts/{id}/results", params={"limit": limit}))[0] == 422


async def test_a_page_is_not_moved_by_newer_results(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    past(cluvio, id, 6)
    first = await cluvio.get(f"/sql_alerts/{id}/results", limit=2)
    past(cluvio, id, 3, "new ")
    second = await cluvio.get(f"/sql_alerts/{id}/results", limit=2, cursor=first["cursor"])
    assert [each["error_message"] for each in first["items"] + second["items"]] == ["5", "4", "3", "2"]
    assert second["count"] == 9


async def test_a_cursor_that_was_not_given_out_for_the_alert_is_refused(cluvio: Cluvio) -> None:
    id, other = await made(cluvio), await made(cluvio)
    past(cluvio, id, 3)
    past(cluvio, other, 3)
    cursor = (await cluvio.get(f"/sql_alerts/{id}/results", limit=1))["cursor"]
    number, _, sealed = cursor.partition(".")
    for bad in ["", "x", "\x00", "ü", "1", f"{int(number) + 1}.{sealed}", cursor[:-1], "9" * 5000 + "." + sealed]:
        status, detail = await cluvio.refused("GET", f"/sql_alerts/{id}/results", params={"cursor": bad})
        assert (status, "cursor" in detail) == (422, True)
    assert (await cluvio.refused("GET", f"/sql_alerts/{other}/results", params={"cursor": cursor}))[0] == 422


async def test_results_are_kept_for_thirty_days(cluvio: Cluvio) -> None:
    id = await made(cluvio)
    past(cluvio, id, 2)
    cluvio.session.clock.advance(timedelta(days=29).total_seconds())
    past(cluvio, id, 1, "new ")
    assert (await cluvio.get(f"/sql_alerts/{id}/results"))["count"] == 3
    cluvio.session.clock.advance(timedelta(days=1).total_seconds())
    reply = await cluvio.get(f"/sql_alerts/{id}/results")
    assert (reply["count"], [each["error_message"] for each in reply["items"]]) == (1, ["new 0"])
    assert (await cluvio.get(f"/sql_alerts/{id}"))["data"]["attributes"]["last_result_status"] == "ok"
    past(cluvio, id, 1)
    assert len(cluvio.session.store.list(cluvio.api, f"sql_alert_results/{id}")) == 2, "the old ones are let go of"
