"""A small version of the endurance program: an emulator that executes queries is killed, and none of them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endurance import cluvio_executions

pytestmark = [pytest.mark.slow]


def test_every_acknowledged_execution_is_there_after_kills_and_ends(tmp_path: Path) -> None:
    tally = cluvio_executions.run(3, seed=7, state=tmp_path / "state")
    assert (tally.kills, tally.problems) == (3, [])
    assert tally.acknowledged >= 10  # otherwise the kills came before anything was started
