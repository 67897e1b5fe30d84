"""`bust_cache` and `delete_data_model`, blocking and asynchronous, against the emulator."""

from __future__ import annotations

from typing import Any

import pytest

from bireme import AsyncHolistics, Holistics
from bireme._runtime.errors import InvalidInput, JobCancelled, UnprocessableEntity
from bireme.holistics._handles import AsyncJob, Job
from bireme.holistics.generated.models.database_config import DatabaseConfig


def test_busting_the_cache_waits_for_its_end(h: Holistics) -> None:
    job = h.bust_cache(1)
    assert type(job) is Job
    assert job.status == "success"
    assert any("0 cached results dropped" in line.message for line in job.logs())


async def test_busting_the_cache_asynchronously(ah: AsyncHolistics) -> None:
    job = await ah.bust_cache(1)
    assert type(job) is AsyncJob
    assert job.status == "success"


def test_a_bust_can_be_left_and_taken_up_again(h: Holistics, control: Any) -> None:
    control.jobs.set_progression("cache_bust", "manual")
    job = h.bust_cache(1, wait=False)
    assert job.status == "created"
    again = h.bust_cache(1, wait=False)
    assert again.id == job.id, "an equal job under way stands for the new one"
    resumed = h.resume(job.resume_token)
    for _ in range(3):
        control.jobs.advance(job.id)
    assert resumed.wait().status == "success"


def test_deleting_a_model_gives_a_job_only_where_its_table_is_dropped(h: Holistics, control: Any) -> None:
    assert h.delete_data_model(108) is None
    control.jobs.set_progression("import_table_drop", "manual")
    job = h.delete_data_model(107, drop_import_table=True, wait=False)
    assert job is not None
    assert h.data_models.get(107).table_name == "punctuality_targets"
    resumed = h.resume(job.resume_token)
    for _ in range(3):
        control.jobs.advance(job.id)
    assert resumed.wait().status == "success"
    assert [model for model in control.workspace()["holistics"]["data_models"] if model["id"] in (107, 108)] == []


async def test_deleting_models_asynchronously(ah: AsyncHolistics) -> None:
    assert await ah.delete_data_model(108, drop_import_table=True) is None
    job = await ah.delete_data_model(107, drop_import_table=True)
    assert job is not None
    assert job.status == "success"


def test_a_cancelled_drop_and_a_model_in_use_are_told_apart(h: Holistics, control: Any) -> None:
    with pytest.raises(UnprocessableEntity, match="data sets 201, 203"):
        h.delete_data_model(104)
    control.jobs.set_progression("import_table_drop", "manual")
    job = h.delete_data_model(107, drop_import_table=True, wait=False)
    assert job is not None
    control.jobs.cancel(job.id)
    with pytest.raises(JobCancelled):
        job.wait()


@pytest.mark.parametrize(
    ("call", "field"),
    [
        (lambda h: h.bust_cache(0), "data_source_id"),
        (lambda h: h.bust_cache("1"), "data_source_id"),
        (lambda h: h.delete_data_model(True), "id"),
        (lambda h: h.delete_data_model(107, drop_import_table="yes"), "drop_import_table"),
    ],
)
def test_a_wrong_argument_to_a_data_call_is_refused_unsent(h: Holistics, control: Any, call: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        call(h)
    assert caught.value.field == field
    assert control.journal() == []


def test_the_operations_on_data_give_what_people_want(h: Holistics) -> None:
    assert h.data_sources.get(2).name == "partner-sftp"
    assert h.data_sets.get(203, include_reports=True).reports[0].title == "Aircraft by manufacturer"
    assert h.query_reports.get(12370, include_data_set=True).data_set.name == "fleet"
    assert h.dependencies.downstream_dependencies(id=202, type_="DataSet").dashboard_ids == [16077]
    assert h.job_queues.list()[0].queue == "default"
    assert h.data_sets.delete(206) == "Data set 206 has been deleted."
    changed = h.data_sources.update(2, body={"data_source": {"settings": {"timezone": "Europe/Paris"}}})
    assert changed.settings.timezone == "Europe/Paris"
    built = h.dashboards.build_url(16076)
    assert built.fstate_hash is None


def test_a_password_is_not_in_the_repr_of_a_model() -> None:
    config = DatabaseConfig(host="db.example.com", password="correct-horse")
    assert "correct-horse" not in repr(config)
    assert config.to_dict() == {"host": "db.example.com", "password": "correct-horse"}
