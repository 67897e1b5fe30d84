"""The benchmark runs and says what it should; its figures are for `make bench`, on a quiet machine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.__main__ import GROUPS, cells
from bench.harness import Row

ROOT = Path(__file__).parents[2]
SECONDS = 240


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "bench", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)


@pytest.mark.slow
@pytest.mark.socket
@pytest.mark.parametrize("group", list(GROUPS))
def test_every_group_runs_and_gives_comparable_figures(group: str, tmp_path: Path) -> None:
    kept = tmp_path / "figures.json"
    done = run("--quick", "--json", str(kept), group)
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
    assert rows
    for row in rows:
        assert row["name"] in done.stdout
        if row["skipped"]:
            assert row["figure"] is None
            continue
        assert row["figure"] is not None
        assert row["how"][0]
        assert all(value > 0 for value in row["ours"] if row["compare"] == "ratio")
        assert len(row["theirs"]) in (0, len(row["ours"]))
        assert row["met"] in ((True, False) if row["target"] is not None else (None,))


def test_the_figure_is_the_median_of_pairwise_ratios_and_is_held_against_the_target() -> None:
    row = Row("x", ours=[1.0, 4.0, 9.0], theirs=[2.0, 4.0, 3.0], target=1.0, how=("a", "b"))
    assert row.figure == 1.0
    assert row.met is True
    assert cells(row)[-1] == "met"


def test_where_more_is_better_less_than_the_target_is_missed() -> None:
    row = Row("x", ours=[4.0], theirs=[1.0], unit="1/s", target=5.0, at_least=True)
    assert row.met is False
    assert cells(row)[-2:] == (">= 5", "MISSED")


def test_a_difference_is_taken_pair_by_pair() -> None:
    row = Row("x", ours=[30.0, 60.0, 40.0], theirs=[10.0, 20.0, 30.0], unit="ms", target=20.0, compare="difference")
    assert row.figure == 20.0
    assert row.met is True


def test_a_row_without_a_figure_says_why() -> None:
    row = Row("x", target=5.0, skipped="no Node")
    assert row.figure is None
    assert row.met is None
    assert cells(row)[-1] == "skipped"


def test_an_unknown_name_is_refused_with_those_that_exist() -> None:
    done = run("nonsense")
    assert done.returncode == 2
    assert "'nonsense'" in done.stderr
    assert "noticing" in done.stderr
