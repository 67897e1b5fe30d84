"""Step "lint": our own rules, for what a valid document must have besides, to be generated from, served and trusted."""

from __future__ import annotations

from collections.abc import Iterable

from generator.bundle import Bundle
from generator.errors import GenerationError, Location, Problem
from generator.rules import RULES
from generator.rules.frame import Rule, Spec


def lint(bundle: Bundle, rules: Iterable[Rule] = RULES) -> Bundle:
    """Give the bundle back when every rule holds. Raises GenerationError with all findings, by file and line."""
    spec = Spec(bundle)
    problems: list[Problem] = []
    for rule in rules:
        if not any(problem.rule == rule.after for problem in problems):
            problems += [
                Problem(finding.what, _location(bundle, finding.at), rule.id, rule.remedy)
                for finding in rule.check(spec)
            ]
    if problems:
        raise GenerationError.of(sorted(problems, key=_order))
    return bundle


def _location(bundle: Bundle, at: tuple[str | int, ...] | Location) -> Location:
    return at if isinstance(at, Location) else bundle.locate(at)


def _order(problem: Problem) -> tuple[str, int, str]:
    location = problem.location
    return (str(location.file), location.line or 0, problem.rule or "") if location else ("", 0, problem.rule or "")
