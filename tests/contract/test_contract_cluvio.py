"""Every server of Cluvio keeps to its document, in process, with fixed seeds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bireme_emulator.kernel.emulation import Emulation
from tests.contract.apis import NOON, few_flights
from tests.contract.apis_cluvio import api_server, data_server, with_plain_slashes
from tests.contract.suite import run
from tests.unit.emulator_state.cluvio_world import emulation_of_cluvio

SEEDS = (20130701, 7, 31)


@pytest.fixture
def emulation(tmp_path: Path) -> Iterator[Emulation]:
    emulation = emulation_of_cluvio(clock=NOON, data={"flights": few_flights(tmp_path)})
    yield emulation
    emulation.close()


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("location", ["eu", "us"])
def test_the_api_servers_keep_to_their_document_in_all_phases(emulation: Emulation, location: str, seed: int) -> None:
    api = api_server(location)
    report = run(api, emulation.control, app=emulation.api, cases=6, walks=20, seed=seed)
    assert not report.failures, "\n\n".join(report.failures)
    assert all(phase.cases and phase.checks for phase in report.phases.values()), report.table()
    succeeded = {operation for operation, status in report.statuses if status < 400}
    every = {part["operationId"] for item in api.document["paths"].values() for part in item.values()}
    assert succeeded == every


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("location", ["eu", "us"])
def test_the_data_servers_keep_to_their_document_in_all_phases(emulation: Emulation, location: str, seed: int) -> None:
    api = data_server(location, emulation.control)
    report = run(api, emulation.control, app=with_plain_slashes(emulation.api), cases=40, walks=0, seed=seed)
    assert not report.failures, "\n\n".join(report.failures)
    succeeded = {operation for operation, status in report.statuses if status < 400}
    assert succeeded == {"getResultData", "getSchemaData"}
