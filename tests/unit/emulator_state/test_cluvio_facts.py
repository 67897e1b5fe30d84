"""Rules go by what the specification states: where it says something else, the emulator does something else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bireme_emulator.cluvio import facts
from bireme_emulator.kernel.specs import load_bundle
from tests.unit.emulator_state.cluvio_exporting import all_done, begun, fetched, state
from tests.unit.emulator_state.cluvio_world import Cluvio


@pytest.fixture
def stated(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """The bundle as rules read it, to be changed at will."""
    document = copy.deepcopy(load_bundle("cluvio"))
    monkeypatch.setattr(facts, "load_bundle", lambda name: document)
    for known in (facts.period, facts.endings_of):
        known.cache_clear()
    yield document
    for known in (facts.period, facts.endings_of):
        known.cache_clear()


async def test_the_address_of_a_file_works_as_long_as_the_specification_says(
    cluvio: Cluvio, stated: dict[str, Any]
) -> None:
    stated["x-periods"]["export_file_url"]["seconds"] = 20
    id = await begun(cluvio, "/reports/flts-mnth-0001/export/png")
    all_done(cluvio)
    link = (await state(cluvio, id))["file_url"]
    cluvio.control.clock.advance(19)
    assert (await fetched(cluvio, link)).status_code == 200
    cluvio.control.clock.advance(2)
    assert (await fetched(cluvio, link)).status_code != 200


def test_periods_endings_and_defaults_are_those_of_the_bundle(stated: dict[str, Any]) -> None:
    stated["x-periods"]["csv_export"]["seconds"] = 7
    stated["components"]["schemas"]["DashboardCreationAttributes"]["properties"]["prewarm"]["default"] = True
    life = stated["paths"]["/datasources/{id}/executions"]["post"]["x-async-job"]
    life["failure"].append("lost")
    assert facts.period("csv_export") == timedelta(seconds=7)
    assert facts.defaults_in("DashboardCreationAttributes")["prewarm"] is True
    assert "lost" in facts.endings_of("runExecution")
    assert "running" not in facts.endings_of("runExecution")
