"""Each rule that is known of Cluvio has a test that is there: the table of rules itself."""

from __future__ import annotations

import ast
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tests.unit.cluvio_rules.rules_table import PAGE_FILE, Rule, markdown, rules, untested

TESTS = Path(__file__).parents[2]
SECTIONS = {*range(3, 19), 20}


@cache
def defined(path: str) -> frozenset[str]:
    """The tests of a file, `Class::name` for those in a class."""

    def within(body: list[ast.stmt], outer: str) -> set[str]:
        found = set()
        for statement in body:
            if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef) and statement.name.startswith("test_"):
                found.add(f"{outer}{statement.name}")
            elif isinstance(statement, ast.ClassDef):
                found |= within(statement.body, f"{outer}{statement.name}::")
        return found

    file = TESTS / path
    if not file.is_file():
        return frozenset()
    return frozenset(within(ast.parse(file.read_text(encoding="utf-8")).body, ""))


def there(test: str) -> bool:
    path, _, name = test.partition("::")
    return name in defined(path)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.section}-{rule.rule[:60]}")
def test_every_rule_has_tests_that_are_there(rule: Rule) -> None:
    assert rule.tests
    assert [test for test in rule.tests if not there(test)] == []
    assert rule.evidence in ("vendor page", "manual", "inferred")


def test_every_section_has_rules_and_none_is_said_twice() -> None:
    assert {rule.section for rule in rules()} == SECTIONS
    assert {each.section for each in untested()} <= SECTIONS
    said = Counter((rule.section, rule.rule) for rule in rules())
    assert [each for each, times in said.items() if times > 1] == []
    assert len(said) > 240


@pytest.mark.parametrize(
    "test",
    [
        "unit/emulator_state/test_cluvio_access.py::test_a_secret_expires",
        "unit/emulator_state/test_cluvio_nothing.py::test_a_secret_never_expires",
        "unit/emulator_state/test_cluvio_cache.py::test_a_result_is_cached_for_24_hours",
    ],
)
def test_a_test_that_is_not_there_is_noticed(test: str) -> None:
    assert not there(test)


def test_the_page_is_up_to_date() -> None:
    assert PAGE_FILE.read_text(encoding="utf-8") == markdown(), "run: python -m tests.unit.cluvio_rules.rules_table"
