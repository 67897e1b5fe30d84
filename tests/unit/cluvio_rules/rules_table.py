"""The rules of `rules.yaml` as a page. Run as a script this writes `docs/cluvio-rules.md`.

python -m tests.unit.cluvio_rules.rules_table
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

__all__ = ["PAGE_FILE", "Rule", "Untested", "markdown", "rules", "untested"]

RULES_FILE = Path(__file__).with_name("rules.yaml")
PAGE_FILE = Path(__file__).parents[3] / "docs" / "cluvio-rules.md"

INTRODUCTION = """\
# What is known of Cluvio, and the tests that assert it

Written by `python -m tests.unit.cluvio_rules.rules_table` from `tests/unit/cluvio_rules/rules.yaml`. A test checks that
every test named here is there, and that this page is up to date.

Evidence is where a rule comes from: the *vendor page* of the API, the vendor's user *manual*, or *inferred* from these
where both are silent. What the emulator decided beyond that is in [DIFFERENCES.md](../DIFFERENCES.md).
"""


@dataclass(frozen=True)
class Rule:
    """One rule: the section and its title, the rule in our words, where it comes from, the tests below tests/."""

    section: int
    title: str
    rule: str
    evidence: str
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Untested:
    """What is said of the vendor and cannot be tested here, and why."""

    section: int
    said: str
    why: str


def rules() -> list[Rule]:
    """All rules, in the order of the file."""
    sections = yaml.safe_load(RULES_FILE.read_text(encoding="utf-8"))["sections"]
    return [
        Rule(section["section"], section["title"], rule["rule"], rule["evidence"], tuple(rule["tests"]))
        for section in sections
        for rule in section["rules"]
    ]


def untested() -> list[Untested]:
    """What has no test, in the order of the file."""
    return [Untested(**each) for each in yaml.safe_load(RULES_FILE.read_text(encoding="utf-8"))["untested"]]


def markdown() -> str:
    """The whole page."""
    return INTRODUCTION + "\n".join([*_rules(), *_untested()]) + "\n"


def _rules() -> Iterator[str]:
    title = ""
    for rule in rules():
        if rule.title != title:
            title = rule.title
            yield f"\n## {rule.section}. {title}\n\n| rule | evidence | tests |\n|---|---|---|"
        tests = "<br>".join(f"`{_short(test)}`" for test in rule.tests)
        yield f"| {rule.rule} | {rule.evidence} | {tests} |"


def _untested() -> Iterator[str]:
    yield "\n## What cannot be tested here\n\n| section | what is said | why there is no test |\n|---|---|---|"
    for each in untested():
        yield f"| {each.section} | {each.said} | {each.why} |"


def _short(test: str) -> str:
    """The file's name and the test's: `test_cluvio_cache.py: test_a_result_is_cached_for_24_hours`."""
    path, *names = test.split("::")
    return f"{path.rpartition('/')[2]}: {names[-1]}"


if __name__ == "__main__":
    PAGE_FILE.write_text(markdown(), encoding="utf-8")
