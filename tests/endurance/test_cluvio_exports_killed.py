"""A small version of the endurance program: an emulator that exports and mails is killed; nothing is lost or twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endurance import cluvio_exports

pytestmark = [pytest.mark.slow]


def test_exports_end_and_schedules_are_mailed_once_over_kills(tmp_path: Path) -> None:
    tally = cluvio_exports.run(3, seed=7, state=tmp_path / "state")
    assert (tally.kills, tally.problems) == (3, [])
    assert tally.mails >= 3
