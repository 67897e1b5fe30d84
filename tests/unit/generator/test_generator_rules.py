"""Every lint rule has a failing and a passing fixture, and finds exactly the lines that are marked `# fault`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.bundle import bundle
from generator.errors import GenerationError
from generator.lint import lint
from generator.load import load
from generator.rules import RULES
from generator.rules.frame import Rule

FIXTURES = Path(__file__).with_name("fixtures") / "rules"
MARK = "# fault"


def _spec(rule: Rule, name: str, folder: Path) -> Path:
    """Lay out a fixture, which is one file or a folder, as the folder of an API."""
    source = FIXTURES / rule.id / name
    target = folder / "api"
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        target.mkdir()
        shutil.copy(source.with_suffix(".yaml"), target / "openapi.yaml")
    return target


def _marked(folder: Path) -> set[tuple[str, int]]:
    return {
        (file.relative_to(folder).as_posix(), number)
        for file in folder.rglob("*.yaml")
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if line.endswith(MARK)
    }


def test_every_rule_has_a_failing_and_a_passing_fixture() -> None:
    present = {folder.name for folder in FIXTURES.iterdir()}
    assert present == {rule.id for rule in RULES}
    for rule in RULES:
        assert {path.stem for path in (FIXTURES / rule.id).iterdir()} == {"bad", "good"}, rule.id


def test_every_rule_says_what_it_asks_and_what_to_do() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) >= 10
    for rule in RULES:
        assert len(rule.title) > 10, rule.id
        assert rule.remedy.endswith("."), rule.id
        assert rule.family, rule.id


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_the_marked_lines_of_its_failing_fixture_and_no_others(rule: Rule, tmp_path: Path) -> None:
    folder = _spec(rule, "bad", tmp_path)
    with pytest.raises(GenerationError) as caught:
        lint(bundle(load(folder)), [rule])
    found = set()
    for problem in caught.value.problems:
        assert problem.rule == rule.id
        assert problem.location is not None
        assert rule.remedy in str(problem)
        found.add((problem.location.file.relative_to(folder).as_posix(), problem.location.line))
    assert found == _marked(folder)
    assert found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_silent_on_its_passing_fixture(rule: Rule, tmp_path: Path) -> None:
    lint(bundle(load(_spec(rule, "good", tmp_path))), [rule])


def test_a_malformed_extension_is_reported_once_and_trips_no_other_rule(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text(
        "paths:\n  /a:\n    get:\n      operationId: a_get\n      x-async-job: 5\n      x-pagination: [1]\n"
        "      x-permissions: 3\n      x-status-evidence: 4\n"
    )
    with pytest.raises(GenerationError) as caught:
        lint(bundle(load(tmp_path)))
    lines = {p.location.line for p in caught.value.problems if p.rule == "extension-valid" and p.location}
    assert lines == {5, 6, 7, 8}
    assert not {p.rule for p in caught.value.problems} & {"job-pointers", "pagination-fields", "capability-known"}
