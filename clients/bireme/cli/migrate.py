"""`bireme holistics migrate`: finds calls of the legacy API in sources, and says what becomes of each in API v2."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bireme.holistics_v1._migration import Finding, Report, search

from .output import FAILED, USAGE, fail, one_line, print_json, tell


def migrate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders to look through.")],
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find calls of the legacy API (v1) in Python, Ruby, shell and R sources, and notebooks; nothing is changed.

    Each is printed with its place, its equivalent in API v2 and what else changes.

    \b
    Exit codes:
      0  nothing found
      1  legacy calls found
      2  wrong usage, or a named file cannot be read

    \b
    Examples:
      bireme holistics migrate scripts/ notebooks/report.ipynb
      bireme holistics migrate --json . | jq -r '.[].file' | sort -u
    """
    for path in paths:
        if not path.exists():
            fail(f"{path}: there is no such file or folder.", USAGE)
    report = search(paths)
    for path, reason in report.unreadable:
        tell(f"Not read: {path}: {one_line(reason)}")
    if json:
        print_json([finding.as_dict() for finding in report.findings])
    else:
        for finding in report.findings:
            _print(finding)
    tell(_summary(report))
    if any(path in paths for path, _ in report.unreadable):
        raise typer.Exit(USAGE)
    if report.findings:
        raise typer.Exit(FAILED)


def _print(finding: Finding) -> None:
    rule = finding.rule
    typer.echo(f"{finding.place}: {rule.v1}")
    typer.echo(f"    found    {one_line(finding.code)}")
    typer.echo(f"    v2       {rule.v2}")
    if rule.bireme:
        typer.echo(f"    bireme   {rule.bireme}")
    typer.echo(f"    changes  {rule.changes}\n")


def _summary(report: Report) -> str:
    searched = _count(report.files, "file")
    if not report.findings:
        return f"No legacy calls in {searched}."
    found = len({finding.path for finding in report.findings})
    return f"{_count(len(report.findings), 'legacy call')} in {found} of {searched}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
