"""The cache of Cluvio's results: fact sheet sections 8 (equal inputs share), 10 (freshness) and 12 (refresh)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bireme_emulator.cluvio import cache, executions
from bireme_emulator.cluvio.inputs import Inputs
from bireme_emulator.cluvio.organization import put_organization
from tests.unit.emulator_state.cluvio_world import Cluvio

SAMPLE = "smpl-data-0001"
OWNER = "report:flts-mnth-0001"
ENDLESS = "SELECT count(*) FROM range(1000000000000) WHERE range % 7 = 3"
NONE = Inputs.of(None)


@pytest.fixture
def fresh(cluvio: Cluvio) -> executions.Execution:
    """A result of just now."""
    return refreshed(cluvio)


def refreshed(cluvio: Cluvio, sql: str = "SELECT 1 AS n", inputs: Inputs = NONE, **more: Any) -> executions.Execution:
    started = cache.refresh(cluvio.session, cluvio.api, OWNER, SAMPLE, sql, inputs=inputs, **more)
    cluvio.session.jobs.wait(started["job_id"])
    found = executions.find(cluvio.session, cluvio.api, started["id"])
    assert found is not None
    return found


def stale(cluvio: Cluvio, execution: executions.Execution, rate: float | None, anchor: str | None = None) -> bool:
    return cache.is_stale(cluvio.session, cluvio.api, execution, rate, anchor)


class TestSharing:
    def test_equal_inputs_share_a_result_however_they_are_written(self, cluvio: Cluvio) -> None:
        one = Inputs.of({"timerange": "~", "filters": [{"variable_name": "a", "selected_values": [1.0]}]})
        same = Inputs.of({"filters": [{"variable_name": "a", "selected_values": [1]}]})
        made = refreshed(cluvio, inputs=one)
        found = cache.current(cluvio.session, cluvio.api, OWNER, same)
        assert found is not None
        assert found["id"] == made["id"]

    def test_other_inputs_and_other_owners_do_not(self, cluvio: Cluvio, fresh: executions.Execution) -> None:
        session, api = cluvio.session, cluvio.api
        assert cache.current(session, api, OWNER, Inputs.of({"aggregation": "year"})) is None
        assert cache.current(session, api, "report:other", NONE) is None
        assert cache.current(session, "cluvio_us", OWNER, NONE) is None

    def test_the_newest_success_counts_and_a_failure_does_not_hide_it(self, cluvio: Cluvio) -> None:
        session, api = cluvio.session, cluvio.api
        refreshed(cluvio)
        second = refreshed(cluvio)
        bad = refreshed(cluvio, "SELECT nonsense")
        found, failed, newest = (ask(session, api, OWNER, NONE) for ask in (cache.current, cache.failed, cache.newest))
        assert [one and one["id"] for one in (found, failed, newest)] == [second["id"], bad["id"], bad["id"]]
        refreshed(cluvio)
        assert cache.failed(session, api, OWNER, NONE) is None

    def test_a_result_is_cached_for_24_hours(self, cluvio: Cluvio, fresh: executions.Execution) -> None:
        cluvio.control.clock.advance(86_399)
        assert cache.current(cluvio.session, cluvio.api, OWNER, NONE) is not None
        cluvio.control.clock.advance(1)
        assert cache.current(cluvio.session, cluvio.api, OWNER, NONE) is None


class TestRefresh:
    def test_a_running_query_for_equal_inputs_is_cancelled_first(self, cluvio: Cluvio) -> None:
        session, api = cluvio.session, cluvio.api
        first = cache.refresh(session, api, OWNER, SAMPLE, ENDLESS, inputs=NONE)
        other = cache.refresh(session, api, OWNER, SAMPLE, ENDLESS, inputs=Inputs.of({"aggregation": "year"}))
        second = cache.refresh(session, api, OWNER, SAMPLE, ENDLESS, inputs=NONE)
        assert [one["id"] for one in cache.running(session, api, OWNER, NONE)] == [second["id"]]
        found = [executions.find(session, api, one["id"]) for one in (first, other)]
        assert [one and executions.is_over(one) for one in found] == [True, False]
        for one in (other, second):
            executions.cancel(session, api, one["id"])

    def test_many_started_in_one_transaction_keep_to_the_limit_and_fail_together(self, cluvio: Cluvio) -> None:
        session, api = cluvio.session, cluvio.api
        session.jobs.set_progression(executions.JOB, "manual")
        with session.store.transaction():
            for number in range(25):
                executions.start(session, api, SAMPLE, "SELECT 1", inputs=NONE, owner=f"report:{number}")
        unfinished = executions.unfinished_on(session, api, SAMPLE)
        assert [one["status"] for one in unfinished].count("waiting") == 5

        def half_done() -> None:
            with session.store.transaction():
                executions.start(session, api, SAMPLE, "SELECT 1", inputs=NONE, owner="report:lost")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            half_done()
        assert cache.newest(session, api, "report:lost", NONE) is None
        assert len(executions.unfinished_on(session, api, SAMPLE)) == 25


class TestStaleness:
    """A rate in minutes, and an anchor time in the organization's time zone."""

    def test_results_older_than_the_refresh_rate_are_stale(self, cluvio: Cluvio, fresh: executions.Execution) -> None:
        cluvio.control.clock.advance(3600)
        assert not stale(cluvio, fresh, 60)
        cluvio.control.clock.advance(1)
        assert stale(cluvio, fresh, 60)
        assert not stale(cluvio, fresh, None)

    def test_results_from_before_todays_anchor_are_stale_in_the_organizations_time_zone(self, cluvio: Cluvio) -> None:
        put_organization(cluvio.session, cluvio.api, {"time_zone": "America/New_York"})
        made = refreshed(cluvio)  # at 8:00 in New York
        assert not stale(cluvio, made, 1440, "09:00")  # today's anchor is to come
        cluvio.control.clock.set(datetime(2013, 7, 1, 12, 59, 59, tzinfo=UTC))
        assert not stale(cluvio, made, 1440, "09:00")
        cluvio.control.clock.set(datetime(2013, 7, 1, 13, tzinfo=UTC))
        assert stale(cluvio, made, 1440, "09:00")
        assert not stale(cluvio, made, 1440, "07:30")

    def test_the_anchor_0000_means_never_showing_yesterdays_data(self, cluvio: Cluvio) -> None:
        put_organization(cluvio.session, cluvio.api, {"time_zone": "America/New_York"})
        made = refreshed(cluvio)
        cluvio.control.clock.set(datetime(2013, 7, 2, 3, 59, tzinfo=UTC))
        assert not stale(cluvio, made, 1440, "00:00")
        cluvio.control.clock.set(datetime(2013, 7, 2, 4, tzinfo=UTC))
        assert stale(cluvio, made, 1440, "00:00")
