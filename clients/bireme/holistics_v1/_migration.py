"""Finding legacy calls in source files: what `bireme holistics migrate` does.

Source is read line by line. A path counts where it stands at the root of an address: after a URL's host, at the start
of a string, or after a variable that is called like an address. Paths that other programs might have as well count only
in files that mention Holistics, and an address with `/api/v2` in it, or a variable that is given one, is never legacy.
Comments and docstrings are left out. What is put together out of pieces far apart cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from . import _migration_sources as sources
from ._migration_table import RULES, Rule

EXCERPT = 160


@dataclass(frozen=True)
class Finding:
    """A legacy call: where it stands, what stands there, and which row of the table says what becomes of it.

    `line` counts from 1, in a notebook within the cell of that number.
    """

    path: Path
    line: int
    cell: int | None
    language: str
    code: str
    rule: Rule

    @property
    def place(self) -> str:
        """`file:line`, or `file:cell 3:line`."""
        return f"{self.path}:{self.line}" if self.cell is None else f"{self.path}:cell {self.cell}:{self.line}"

    def as_dict(self) -> dict[str, object]:
        """All of it as plain JSON values."""
        rule = self.rule
        return {
            "file": str(self.path),
            "line": self.line,
            "cell": self.cell,
            "language": self.language,
            "code": self.code,
            "rule": rule.id,
            "v1": rule.v1,
            "v2": rule.v2,
            "bireme": rule.bireme or None,
            "changes": rule.changes,
        }


@dataclass
class Report:
    """What a search came to: findings in order, files read, and files that could not be read with the reason."""

    findings: list[Finding]
    files: int
    unreadable: list[tuple[Path, str]]


def search(paths: Iterable[Path]) -> Report:
    """Looks through files and folders; nothing is changed.

    Example:
        >>> report = search([Path("scripts")])                            # doctest: +SKIP
        >>> [finding.place for finding in report.findings]                # doctest: +SKIP
        ['scripts/report.py:12']
    """
    report = Report([], 0, [])
    seen: set[Path] = set()
    for path in paths:
        for file in sources.files(path):
            real = file.resolve()
            if real in seen:
                continue
            seen.add(real)
            try:
                parts = sources.read(file)
            except sources.Unreadable as problem:
                report.unreadable.append((file, str(problem)))
                continue
            report.files += 1
            report.findings += _in_file(file, parts)
    return report


def _in_file(path: Path, parts: list[sources.Part]) -> list[Finding]:
    file = _File(parts)
    findings: dict[tuple[int | None, int, str], Finding] = {}
    for part in parts:
        for index, line in enumerate(part.lines):
            for rule in file.rules_at(part, index):
                finding = Finding(path, index + 1, part.cell, part.language, line.strip()[:EXCERPT], rule)
                findings.setdefault((part.cell, index, rule.id), finding)
    return sorted(findings.values(), key=lambda found: (found.cell or 0, found.line))


# --- one file ---

_HOLISTICS = re.compile(r"holistics", re.IGNORECASE)
_V2_NAME = re.compile(r"(\w+)[\"']?\s*(?:=|<-|:=|\|\|=|:|=>)\s*[^=\n]*?/api/v2\b")
_PACKAGE_RULES = ("python_package", "r_package")


class _File:
    """What has to be known of the whole file to judge one line of it."""

    def __init__(self, parts: list[sources.Part]) -> None:
        text = "\n".join(line for part in parts for line in part.lines)
        self.mentions = _HOLISTICS.search(text) is not None
        self.v2_names = {found[1] for found in _V2_NAME.finditer(text)}
        kits = [rule for rule in RULES if rule.id in _PACKAGE_RULES]
        self.package = any(_traces(rule, part.language, line) for rule in kits for part in parts for line in part.lines)
        # The shared paths mean the legacy API where other paths of it are used, or the vendor's package is.
        self.legacy = False
        self.legacy = any(
            rule.paths for part in parts for index in range(len(part.lines)) for rule in self.rules_at(part, index)
        )

    def rules_at(self, part: sources.Part, index: int) -> list[Rule]:
        """The rows that a line shows."""
        line = part.lines[index]
        if not line.strip():
            return []
        found = [
            rule for rule in RULES if (self.package or not rule.with_package) and _traces(rule, part.language, line)
        ]
        return found + self._paths_at(part.lines, index)

    def _paths_at(self, lines: tuple[str, ...], index: int) -> list[Rule]:
        """The rows whose paths a line has, by the method where it tells them apart, otherwise all of them."""
        line, found = lines[index], []
        hits = [
            (spot, method, rule)
            for rule in _PATH_RULES
            for method, pattern in _compiled(rule)
            for spot in pattern.finditer(line)
            if self._counts(rule, line, spot)
        ]
        for spot, method, rule in hits:
            rivals = {other for at, other, _ in hits if at.span() == spot.span()}
            seen = _method(lines, index, spot) if method else None
            if method in (None, seen) or seen not in rivals:
                found.append(rule)
        return found

    def _counts(self, rule: Rule, line: str, spot: re.Match[str]) -> bool:
        before = line[: spot.start()]
        root = _root(before, self.v2_names)
        if rule.distinct:
            return True
        if root is None or root == "v2":
            return False
        if rule.shared:
            return (root == "host" and "holistics" in before) or self.legacy
        return self.mentions


_PATH_RULES = tuple(rule for rule in RULES if rule.paths)


def _traces(rule: Rule, language: str, line: str) -> bool:
    return any(re.search(pattern, line) for where, pattern in rule.code if where in ("*", language))


# --- paths ---

_ID = (
    r"(?:\d[\w-]*|[#$]?\{[^{}]*\}|\$\w+|%[sd]|<\w+>|:\w+"
    r"|[\"']\s*[+,.]\s*[^\"'+,]{1,60}?\s*[+,.]\s*[\"'])"
)
_FORMAT = r"(?:csv|json|xlsx|[#$]?\{[^{}]*\}|\$\w+|<\w+>|[\"']\s*[+,.])"


@cache
def _compiled(rule: Rule) -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    compiled = []
    for template in rule.paths:
        method, _, path = template.rpartition(" ")
        pattern = re.escape(path).replace(r"\{id\}", _ID).replace(r"\{format\}", _FORMAT)
        start = r"(?<![\w-])/?" + pattern.removeprefix("/") if rule.distinct else pattern
        compiled.append((method or None, re.compile(start + r"(?![\w(-])")))
    return tuple(compiled)


_HOST = re.compile(r"https?://[\w.-]*(?:[#$]?\{[^{}]*\})?[\w.-]*(?::\d+)?(?:/[\w.-]+)*/?$")
_NAME = re.compile(r"([\w.@$]+)[\s\"'})\]+,/]*$")
_ADDRESS = re.compile(r"ur[li]|host|base|api|endpoint|root|server|origin|domain|site|holistics", re.IGNORECASE)


def _root(before: str, v2_names: set[str]) -> str | None:
    """What a path stands behind: `v2` for an address of API v2, `host` for another, `name` for a variable, `start` for
    the start of a string; None where it is a part of some other path.
    """
    if re.search(r"/api/v2/?$", before):
        return "v2"
    named = _NAME.search(before)
    parts = re.split(r"[.$@]", named[1]) if named else []
    if any(part in v2_names for part in parts):
        return "v2"
    if _HOST.search(before):
        return "host"
    if before.endswith(("}", ")")) or re.search(r"\$\w+$", before):
        return "name" if any(_ADDRESS.search(part) for part in parts) else None
    return "start" if before.endswith(('"', "'", "`")) else None


# --- methods ---

_METHOD = re.compile(r"(?<![a-z])(get|post|put|delete|patch)(?![a-z_])", re.IGNORECASE)
_BODY = re.compile(r"\s(?:-d|--data(?:-\w+)?|--json)[\s=]")
_GOES_ON = re.compile(r"(?:[(,\\+.|]|\bdo)\s*$")


def _method(lines: tuple[str, ...], index: int, spot: re.Match[str]) -> str:
    """The HTTP method that a call seems to have; `GET` where nothing tells."""
    line = lines[index]
    above = index
    text = line[: spot.start()]
    while above > 0 and index - above < 3 and _GOES_ON.search(lines[above - 1]):
        above -= 1
        text = lines[above] + "\n" + text
    before = _METHOD.findall(text)
    if before:
        return str(before[-1]).upper()
    after = _METHOD.findall(_rest(lines, index, spot))
    if after:
        return str(after[0]).upper()
    return "POST" if _BODY.search(line) else "GET"


def _rest(lines: tuple[str, ...], index: int, spot: re.Match[str]) -> str:
    """What follows the path: the rest of its line, and of those that it goes on in."""
    text, below = lines[index][spot.end() :], index
    while below + 1 < len(lines) and below - index < 3 and _GOES_ON.search(lines[below]):
        below += 1
        text += "\n" + lines[below]
    return text


def table() -> Iterator[tuple[str, list[Rule]]]:
    """The rows under their headings, in order."""
    groups: dict[str, list[Rule]] = {}
    for rule in RULES:
        groups.setdefault(rule.group, []).append(rule)
    yield from groups.items()
