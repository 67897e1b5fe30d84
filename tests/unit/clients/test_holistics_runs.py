"""Running schedules and alerts from the clients: waiting, what a failure says, and resuming elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bireme import AsyncHolistics, Holistics, InvalidInput, JobFailed, UnprocessableEntity
from bireme.holistics import Job

Step = Callable[[Any], None]


@pytest.fixture(autouse=True)
def held(control: Any) -> None:
    for kind in ("data_schedule", "data_alert"):
        control.jobs.set_progression(kind, "manual")


def test_a_schedule_is_run_and_waited_for(h: Holistics, step: Step) -> None:
    job = h.run_schedule(501, on_progress=step)
    assert isinstance(job, Job)
    assert job.status == "success"
    messages = [line.message for line in job.logs()]
    assert any("ada.keller@example.com" in message for message in messages), messages


def test_an_alert_is_run_and_one_can_be_tried_out_as_it_is_read(h: Holistics, step: Step) -> None:
    assert h.run_alert(601, on_progress=step).status == "success"
    alert = h.data_alerts.get(601)
    job = h.test_alert(alert, on_progress=step)
    assert "2 rows meet the conditions" in [line.message for line in job.logs()]
    alert_as_mapping = alert.to_dict() | {"viz_conditions": None}
    job = h.test_alert(alert_as_mapping, on_progress=step)
    assert "12 rows meet the conditions" in [line.message for line in job.logs()]
    assert [one.id for one in h.data_alerts.iter()] == [601]


def test_the_reason_of_a_failure_arrives(h: Holistics, step: Step) -> None:
    broken = h.data_alerts.get(601).to_dict() | {"source_id": 4178, "viz_conditions": None}
    with pytest.raises(JobFailed, match="carier"):
        h.test_alert(broken, on_progress=step)
    with pytest.raises(UnprocessableEntity, match="there is no widget 99"):
        h.test_alert(broken | {"source_id": 99})


def test_a_run_can_be_taken_up_from_its_token(h: Holistics, step: Step) -> None:
    for started in (h.run_schedule(501, wait=False), h.run_alert(601, wait=False)):
        assert started.status == "created"
        taken_up = h.resume(started.resume_token)
        assert taken_up.wait(on_progress=step).status == "success"


def test_what_is_no_id_and_no_alert_is_not_sent(h: Holistics, control: Any) -> None:
    calls: list[tuple[Callable[[Any], Any], Any, str]] = [
        (h.run_schedule, 0, "schedule_id"),
        (h.run_alert, "601", "alert_id"),
        (h.test_alert, [1], "alert"),
    ]
    for call, given, field in calls:
        with pytest.raises(InvalidInput) as caught:
            call(given)
        assert caught.value.field == field
    assert control.journal(listener="api") == []


async def test_the_asynchronous_client_does_the_same(ah: AsyncHolistics, step: Step) -> None:
    assert (await ah.run_schedule(501, on_progress=step)).status == "success"
    assert (await ah.run_alert(601, on_progress=step)).status == "success"
    job = await ah.test_alert(await ah.data_alerts.get(601), wait=False)
    assert job.status == "created"
