"""The fault matrix for Cluvio: executions, the hand-off to the data server, and export jobs.

Most rows are those of `fault_table`, carried over to what is alike: a start that must not be sent twice, a state that
is polled, a safe call, a download. `test_cluvio_fault_matrix` makes every cell true, for both kinds of client. Run as a
script this writes `docs/fault-matrix-cluvio.md`.

    python -m tests.e2e.cluvio_fault_table
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from bireme._runtime import errors as e

from .fault_table import FAULTS, Cell, Fault, Never, Outcome, cell, fails, ok, rule, runs_out
from .fault_table import Stage as Elsewhere

PAGE_FILE = Path(__file__).parents[2] / "docs" / "fault-matrix-cluvio.md"


class Stage(StrEnum):
    """Where a fault is planted."""

    RUN = "run"
    LOOK = "look"
    HANDOFF = "hand-off"
    ROWS = "rows"
    EXPORT = "export"
    JOB = "job"
    FILE = "file"


TITLES = {
    Stage.RUN: "`runExecution`, which must not be sent twice",
    Stage.LOOK: "`getExecution`, while a query is waited for",
    Stage.HANDOFF: "`getExecutionData`, which gives key and token",
    Stage.ROWS: "`getResultData` at the data server",
    Stage.EXPORT: "`exportReportCsv`, which must not be sent twice",
    Stage.JOB: "`getExportJob`, while an export is waited for",
    Stage.FILE: "the download from the file store, another origin",
}
OPERATIONS = {
    Stage.RUN: "runExecution",
    Stage.LOOK: "getExecution",
    Stage.HANDOFF: "getExecutionData",
    Stage.ROWS: "getResultData",
    Stage.EXPORT: "exportReportCsv",
    Stage.JOB: "getExportJob",
}
LIKE = {
    Stage.RUN: Elsewhere.SUBMIT,
    Stage.LOOK: Elsewhere.POLL,
    Stage.HANDOFF: Elsewhere.PAGE,
    Stage.ROWS: Elsewhere.FILE,
    Stage.EXPORT: Elsewhere.SUBMIT,
    Stage.JOB: Elsewhere.POLL,
    Stage.FILE: Elsewhere.FILE,
}

# Rows about what Holistics alone has, and those that Cluvio has in another form, which stand below.
_NOT_HERE = ("already_existed", "unknown job status", "signed link", "job that never", "job cancelled", "redirect to")

Plant = tuple[Mapping[str, Any], ...] | str


@dataclass(frozen=True)
class Case:
    """One thing to try: a fault, where, whether it ever stops, and how it must end."""

    name: str
    stage: Stage
    persistent: bool
    outcome: Outcome
    plant: Plant
    manual: bool = False

    def __str__(self) -> str:
        return f"{self.stage}-{self.name}-{'always' if self.persistent else 'once'}"


def cases() -> Iterator[Case]:
    """All of them."""
    for fault in FAULTS:
        if not any(word in fault.name for word in _NOT_HERE):
            yield from _carried_over(fault)
    for name, stage, plant, found in OWN:
        for persistent, outcome in ((False, found.once), (True, found.always)):
            if isinstance(outcome, Outcome):
                yield Case(name, stage, persistent, outcome, plant, plant in ("stuck", "cancel"))


def _carried_over(fault: Fault) -> Iterator[Case]:
    for stage, like in LIKE.items():
        found = fault.cell(like)
        for persistent, outcome in ((False, found.once), (True, found.always)):
            if isinstance(outcome, Outcome):
                yield Case(fault.name, stage, persistent, _here(fault.name, outcome, stage), found.plant or fault.plant)


def _here(fault: str, outcome: Outcome, stage: Stage) -> Outcome:
    if stage is Stage.ROWS and "foreign" in outcome.attributes:
        # The data server is no stranger: the client has asked it itself.
        return replace(outcome, attributes={**outcome.attributes, "foreign": False})
    if stage is Stage.RUN and outcome.error is e.DecodeError and "content type" in fault:
        return replace(outcome, attributes={"status": 201})  # only that is wrong
    if stage is Stage.JOB and outcome.error is None:
        return replace(outcome, requests=None)  # the first look is taken at once, so the job may still run
    if stage is Stage.FILE and fault == "connection refused":
        return replace(outcome, requests=None)  # the store answers, and leads to where nobody does
    return outcome


_ONCE = Never("a job is cancelled once")
_GONE = fails(e.Unauthorized, 1, status=401, foreign=True)

#: What Cluvio has of its own: name, stage, what is planted, how it ends.
OWN: list[tuple[str, Stage, Plant, Cell]] = [
    (
        "unknown status",
        Stage.LOOK,
        rule("body_patch", pointer="/data/attributes/execution_status", value="hibernating"),
        cell(ok(2), runs_out(last_status="hibernating")),
    ),
    (
        "unknown status",
        Stage.JOB,
        rule("body_patch", pointer="/job_status", value="hibernating"),
        cell(ok(2), runs_out(last_status="hibernating")),
    ),
    ("query that never ends", Stage.LOOK, "stuck", cell(ok(), runs_out())),
    ("export that never ends", Stage.JOB, "stuck", cell(ok(), runs_out())),
    ("query cancelled", Stage.LOOK, "cancel", Cell(fails(e.JobCancelled, 1, status="cancelled"), _ONCE)),
    (
        "204 in place of key and token",
        Stage.HANDOFF,
        rule("status", status=204, body=""),
        cell(fails(e.NoData, 1), fails(e.NoData, 1)),
    ),
    (
        "token that is none",
        Stage.HANDOFF,
        rule("body_patch", pointer="/data_access_token", value="two words"),
        cell(fails(e.DecodeError, 1, path="/data_access_token"), fails(e.DecodeError, 1)),
    ),
    (
        "key that leads elsewhere",
        Stage.HANDOFF,
        rule("body_patch", pointer="/data_key", value="../../us/data/x"),
        cell(fails(e.DecodeError, 1, path="/data_key"), fails(e.DecodeError, 1)),
    ),
    ("token refused", Stage.ROWS, rule("status", status=401), cell(ok(2), fails(e.ResultExpired, 2, status=401))),
    (
        "token that expires on the way",
        Stage.ROWS,
        rule("latency", seconds=301.0),  # one second more than a token lives
        cell(ok(2), fails(e.ResultExpired, 2, status=401)),
    ),
    (
        "link that has expired",
        Stage.FILE,
        rule("expired_url"),
        cell(ok(2), fails(e.ResultExpired, 2, status=403)),
    ),
    (
        "success without a link",
        Stage.JOB,
        rule("body_patch", pointer="/file_url", value=None),
        Cell(Never("the job may still run at that look"), fails(e.DecodeError, path="/file_url")),
    ),
    *[
        (
            "redirect to another origin, where a page waits",
            stage,
            rule("redirect", location="{elsewhere}/login"),
            outcome,
        )
        for stage, outcome in (
            (Stage.RUN, cell(fails(e.UnexpectedStatus, 1, status=302), fails(e.UnexpectedStatus, 1))),
            (Stage.LOOK, cell(ok(2), runs_out(e.DecodeError))),
            (Stage.HANDOFF, cell(fails(e.DecodeError, 1, status=200), fails(e.DecodeError, 1))),
            (Stage.ROWS, cell(fails(e.DecodeError, 1, status=200), fails(e.DecodeError, 1))),
            (Stage.EXPORT, cell(fails(e.UnexpectedStatus, 1, status=302), fails(e.UnexpectedStatus, 1))),
            (Stage.JOB, cell(ok(2), runs_out(e.DecodeError))),
            (Stage.FILE, cell(fails(e.DecodeError, 1, status=200), fails(e.DecodeError, 1))),
        )
    ],
    *[
        (f"redirect to the {server} server of {location}", stage, rule("redirect", location=to), cell(_GONE, _GONE))
        for location, server, to in (
            ("the same location", "data", "{eu_data}/schema/x"),
            ("the other location", "API", "{us_api}/dashboards"),
            ("the other location", "data", "{us_data}/schema/x"),
        )
        for stage in (Stage.LOOK, Stage.HANDOFF, Stage.JOB)
    ],
    *[
        (
            f"redirect to the {server} server of {location}",
            Stage.ROWS,
            rule("redirect", location=to),
            cell(_GONE, _GONE),
        )
        for location, server, to in (
            ("the same location", "API", "{eu_api}/dashboards"),
            ("the other location", "API", "{us_api}/dashboards"),
            ("the other location", "data", "{us_data}/schema/x"),
        )
    ],
]

INTRODUCTION = f"""\
# What goes wrong with Cluvio, and how it ends

Written by `python -m tests.e2e.cluvio_fault_table` from the table that `tests/e2e/test_cluvio_fault_matrix.py` makes
true: every cell is tried with `Cluvio` and with `AsyncCluvio`, on real sockets and in virtual time. None of them hangs,
leaves a partial file, starts a query or an export twice that the server may have taken, or shows a credential where it
does not belong. Counted in each case, and 0 in all: data tokens at an API server, API keys at a data server, either at
the other location, and either at a file store or any other origin.

Each cell says how the call ends if the fault strikes once, and then, where that differs, if it never stops. A dash is
a combination that makes no sense, or that a row below has in Cluvio's own form.

{chr(10).join(f"- **{stage}**: {title}" for stage, title in TITLES.items())}

Success means the right data: the rows of a query, or the CSV file of a report.

"""


def markdown() -> str:
    """The whole page."""
    found: dict[str, dict[Stage, dict[bool, str]]] = {}
    for case in cases():
        found.setdefault(case.name, {}).setdefault(case.stage, {})[case.persistent] = str(case.outcome)
    lines = ["| fault | " + " | ".join(Stage) + " |", "|---" * (len(Stage) + 1) + "|"]
    for name, stages in found.items():
        lines.append(f"| {name} | " + " | ".join(_text(stages.get(stage, {})) for stage in Stage) + " |")
    return INTRODUCTION + "\n".join(lines) + "\n"


def _text(outcomes: Mapping[bool, str]) -> str:
    once, always = outcomes.get(False, "-"), outcomes.get(True, "-")
    return once if always in (once, "-") else f"{once}; lasting: {always}"


if __name__ == "__main__":
    PAGE_FILE.write_text(markdown(), encoding="utf-8")
