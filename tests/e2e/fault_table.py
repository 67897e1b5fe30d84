"""The fault matrix as a table: what may go wrong, at which stage of an export or a walk over pages, and how it ends.

`test_fault_matrix` makes every cell true, for both kinds of client. Run as a script this writes `docs/fault-matrix.md`.

    python -m tests.e2e.fault_table
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from bireme._runtime import errors as e

PAGE_FILE = Path(__file__).parents[2] / "docs" / "fault-matrix.md"


class Stage(StrEnum):
    """Where a fault is planted. `link` and `file` are the two halves of a download."""

    SUBMIT = "submit"
    POLL = "poll"
    LINK = "link"
    FILE = "file"
    PAGE = "page"


TITLES = {
    Stage.SUBMIT: "`POST .../submit_export`, which must not be sent twice",
    Stage.POLL: "`GET /jobs/{id}`, while an export is waited for",
    Stage.LINK: "`GET /exports/download`, which leads to the file by a signed link",
    Stage.FILE: "the download from the file store, another origin",
    Stage.PAGE: "the second page of `GET /dashboards`",
}


@dataclass(frozen=True)
class Outcome:
    """How a case must end.

    Attributes:
        error: exactly this class; None is success with the right data.
        attributes: what the error must say of itself. A class stands for "an instance of exactly that".
        requests: how many requests of the faulty kind the emulator must have seen, where the number is certain.
        waited: some wait must have been this many seconds or a little more.
    """

    error: type[e.BiremeError] | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    requests: int | None = None
    waited: float | None = None

    def __str__(self) -> str:
        if self.error is None:
            return "success"
        last = self.attributes.get("last_error")
        return f"`{self.error.__name__}`" + (f" naming `{last.__name__}`" if isinstance(last, type) else "")


@dataclass(frozen=True, eq=False)
class Within:
    """Equal to every number from `low` to `high`."""

    low: float
    high: float

    def __eq__(self, other: object) -> bool:
        return isinstance(other, float) and self.low <= other <= self.high

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Never:
    """A combination that makes no sense, and why."""

    reason: str


@dataclass(frozen=True)
class Cell:
    """One fault at one stage: how it ends if it strikes once, and if it does not stop."""

    once: Outcome | Never
    always: Outcome | Never
    plant: tuple[Mapping[str, Any], ...] | str | None = None


@dataclass(frozen=True)
class Fault:
    """A row. `plant` is fault rules for the emulator, or the name of something that `World` does instead."""

    name: str
    plant: tuple[Mapping[str, Any], ...] | str
    submit: Cell
    poll: Cell
    link: Cell
    file: Cell
    page: Cell
    manual_jobs: bool = False

    def cell(self, stage: Stage) -> Cell:
        found: Cell = getattr(self, stage.value)
        return found


def ok(requests: int | None = None, waited: float | None = None) -> Outcome:
    return Outcome(requests=requests, waited=waited)


def fails(error: type[e.BiremeError], requests: int | None = None, /, **attributes: Any) -> Outcome:
    return Outcome(error, attributes, requests)


def runs_out(last_error: type[e.BiremeError] | None = None, **attributes: Any) -> Outcome:
    """The wait goes on until its deadline, and names the last error then."""
    return Outcome(e.WaitTimeout, {"last_error": last_error, **attributes})


def cell(once: Outcome | Never, always: Outcome | Never, *plant: Mapping[str, Any]) -> Cell:
    return Cell(once, always, plant or None)


def both(outcome: Outcome, *plant: Mapping[str, Any]) -> Cell:
    return Cell(outcome, outcome, plant or None)


def never(reason: str) -> Cell:
    return Cell(Never(reason), Never(reason))


def rule(kind: str, **fields: Any) -> tuple[Mapping[str, Any], ...]:
    return ({"kind": kind, **fields},)


JSON_ERROR = {"type": "InternalServerError", "message": "Something went wrong"}
HTML = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
NO_JOB = "no job is named in such a reply"
NO_LINK = "signed links are used at the file store alone"
NO_FILE = "a job that has not succeeded has no file, so nothing is downloaded"

# A reply that came to the client, but is of no use to it: a submission may have been done, so it is not sent again.
UNREADABLE = {
    "submit": both(fails(e.DecodeError, 1, status=200)),
    "poll": cell(ok(2), runs_out(e.DecodeError)),
    "page": both(fails(e.DecodeError, 1, status=200)),
}


def refused_with(status: int, error: type[e.BiremeError]) -> dict[str, Cell]:
    """The cells of a 5xx: a submission fails at once, a wait survives it, and what is safe is asked for again."""
    return {
        "submit": both(fails(error, 1, status=status, foreign=False)),
        "poll": cell(ok(2), runs_out(error)),
        "link": cell(ok(2), fails(error, 4, status=status, foreign=False)),
        "file": cell(ok(2), fails(error, 4, status=status, foreign=True)),
        "page": cell(ok(2), fails(error, 4, status=status, foreign=False)),
    }


def broken(error: type[e.NetworkError]) -> dict[str, Cell]:
    """The cells of a connection that breaks while a request is under way."""
    return {
        "submit": both(fails(error, 1, sent=True)),
        "poll": cell(ok(2), runs_out(error)),
        "file": cell(ok(2), fails(error, 4, sent=True)),
        "page": cell(ok(2), fails(error, 4, sent=True)),
    }


def throttled(retry_after: object) -> dict[str, Cell]:
    """The cells of a 429: the server has done nothing, so everything is sent again, and never sooner than it says."""
    said = {"status": 429, "retry_after": retry_after}
    return {
        "submit": cell(ok(2, waited=7.0), fails(e.RateLimited, 4, **said)),
        "poll": cell(ok(2, waited=7.0), runs_out(e.RateLimited)),
        "link": cell(ok(2, waited=7.0), fails(e.RateLimited, 4, **said)),
        "file": cell(ok(2, waited=7.0), fails(e.RateLimited, 4, **said, foreign=True)),
        "page": cell(ok(2, waited=7.0), fails(e.RateLimited, 4, **said)),
    }


HEADERS_SUFFICE = ok(1)  # the reply is a redirect: all that counts is in its headers, and its body is never read

FAULTS = [
    Fault("429, Retry-After in seconds", rule("status", status=429, retry_after=7), **throttled(7.0)),
    Fault(
        "429, Retry-After as a date",
        rule("status", status=429, retry_after=7, retry_form="http-date"),
        **throttled(Within(7.0, 8.0)),  # a date has whole seconds
    ),
    Fault("500", rule("status", status=500, body=JSON_ERROR), **refused_with(500, e.ServerError)),
    Fault("502 with an HTML page", rule("status", status=502, body=HTML), **refused_with(502, e.ServerError)),
    Fault("503", rule("status", status=503), **refused_with(503, e.ServiceUnavailable)),
    Fault("520", rule("status", status=520, body="error code: 520"), **refused_with(520, e.ServerError)),
    Fault(
        "connection refused",
        "refuse",
        submit=cell(ok(1), fails(e.ConnectionFailed, 0, sent=False)),
        poll=cell(ok(1), runs_out(e.ConnectionFailed)),
        link=cell(ok(1), fails(e.ConnectionFailed, 0, sent=False)),
        file=cell(ok(1), fails(e.ConnectionFailed, 0, sent=False)),
        page=cell(ok(1), fails(e.ConnectionFailed, 0, sent=False)),
    ),
    Fault(
        "reset before any reply, nothing done",
        rule("reset"),
        **broken(e.ConnectionFailed),
        link=cell(ok(2), fails(e.ConnectionFailed, 4, sent=True)),
    ),
    Fault(
        "reset before any reply, after the work was done",
        rule("reset", process=True),
        **broken(e.ConnectionFailed),
        link=cell(ok(2), fails(e.ConnectionFailed, 4, sent=True)),
    ),
    Fault(
        "reset in the body",
        rule("reset_body", after_bytes=20),
        **broken(e.TransferError),
        link=both(HEADERS_SUFFICE),
    ),
    Fault(
        "truncated body",
        rule("truncate", after_bytes=20),
        **broken(e.TransferError),
        link=both(HEADERS_SUFFICE),
    ),
    Fault(
        "dribble, within the limits",
        rule("dribble", chunk=16, interval=1.0),
        submit=both(ok(1)),
        poll=both(ok(1)),
        link=both(HEADERS_SUFFICE),
        file=both(ok(1)),
        page=both(ok(1), *rule("dribble", chunk=512, interval=1.0)),
    ),
    Fault(
        "dribble, slower than the limits",
        rule("dribble", chunk=1, interval=10.0),
        submit=both(fails(e.TransferError, 1, sent=True)),
        poll=cell(ok(2), runs_out(e.TransferError)),
        link=both(HEADERS_SUFFICE),
        # the limit of a download is an hour in all, so a byte a minute leaves no time for another try
        file=both(fails(e.TransferError, 1, sent=True), *rule("dribble", chunk=1, interval=60.0)),
        page=cell(ok(2), fails(e.TransferError, sent=True)),
    ),
    Fault(
        "wrong content type",
        rule("content_type", content_type="text/html; charset=utf-8"),
        submit=both(fails(e.DecodeError, 1, status=200)),
        poll=both(ok(1)),  # the status of the job can be read all the same
        link=both(HEADERS_SUFFICE),
        file=both(fails(e.DecodeError, 1, status=200)),
        page=both(fails(e.DecodeError, 1, status=200)),
    ),
    Fault(
        "200 with an HTML page",
        rule("status", status=200, body="<html><body>Sign in</body></html>"),
        **UNREADABLE,
        link=both(fails(e.DecodeError, 1, status=200)),
        file=both(fails(e.DecodeError, 1, status=200)),
    ),
    Fault(
        "JSON that is not",
        rule("garbage"),
        **UNREADABLE,
        link=both(fails(e.DecodeError, 1, status=200)),
        file=both(fails(e.DecodeError, 1, status=200)),
    ),
    Fault(
        "empty body",
        rule("empty"),
        **UNREADABLE,
        link=both(fails(e.DecodeError, 1, status=200)),
        file=both(fails(e.DecodeError, 1, status=200), *rule("empty", content_type="text/csv")),
    ),
    Fault(
        "unknown job status",
        rule("body_patch", pointer="/job/status", value="hibernating"),
        submit=both(ok(1)),
        poll=cell(ok(2), runs_out(last_status="hibernating")),
        link=never(NO_JOB),
        file=never(NO_JOB),
        page=never(NO_JOB),
    ),
    Fault(
        "`already_existed`",
        "moved",
        submit=Cell(ok(1), Never("an equal export that is under way is the whole fault; it cannot happen more often")),
        poll=cell(ok(2), fails(e.JobError, 2, status="already_existed")),
        link=never("the poll before it has gone over to the job that has the file"),
        file=never(NO_JOB),
        page=never(NO_JOB),
        manual_jobs=True,
    ),
    Fault(
        "expired signed link",
        rule("expired_url"),
        submit=never(NO_LINK),
        poll=never(NO_LINK),
        link=never(NO_LINK),
        file=cell(ok(2), fails(e.ResultExpired, 2, status=403)),
        page=never(NO_LINK),
    ),
    Fault(
        "signed link that expires on the way",
        rule("latency", seconds=61.0),
        submit=never(NO_LINK),
        poll=never(NO_LINK),
        link=never(NO_LINK),
        file=cell(ok(2), fails(e.ResultExpired, 2, status=403)),
        page=never(NO_LINK),
    ),
    Fault(
        "redirect to another origin, where a page waits",
        rule("redirect", location="{elsewhere}/login"),
        submit=both(fails(e.UnexpectedStatus, 1, status=302)),
        poll=cell(ok(2), runs_out(e.DecodeError)),
        link=both(fails(e.DecodeError, 1, status=200)),
        file=both(fails(e.DecodeError, 1, status=200)),
        page=both(fails(e.DecodeError, 1, status=200)),
    ),
    Fault(
        "redirect to another origin, where the file is",
        rule("redirect", location="{elsewhere}/flights.csv"),
        submit=never("a submission has no file; that it is not sent elsewhere shows in the row above"),
        poll=never("a job's state is no file; see the row above"),
        link=both(ok(1)),
        file=both(ok(1)),
        page=never("a page is no file; see the row above"),
    ),
    Fault(
        "redirect loop",
        rule("redirect_loop"),
        submit=both(fails(e.UnexpectedStatus, 1, status=302)),
        poll=both(fails(e.TooManyRedirects, 1)),
        link=both(fails(e.TooManyRedirects, 1)),
        file=both(fails(e.TooManyRedirects, 1)),
        page=both(fails(e.TooManyRedirects, 1)),
    ),
    Fault(
        "job that never ends",
        "stuck",
        submit=never("a submission is answered before its job ends"),
        poll=cell(ok(), runs_out(last_status="running")),
        link=never(NO_FILE),
        file=never(NO_FILE),
        page=never(NO_JOB),
        manual_jobs=True,
    ),
    Fault(
        "job cancelled",
        "cancel",
        submit=Cell(
            fails(e.JobCancelled, 1, status="cancelled"),
            Never("a job is cancelled once"),
            rule("body_patch", pointer="/job/status", value="cancelled"),
        ),
        poll=Cell(fails(e.JobCancelled, 1, status="cancelled"), Never("a job is cancelled once")),
        link=never(NO_FILE),
        file=never(NO_FILE),
        page=never(NO_JOB),
        manual_jobs=True,
    ),
]


@dataclass(frozen=True)
class Case:
    """One thing to try: a fault, where, whether it ever stops, and how it must end."""

    fault: Fault
    stage: Stage
    persistent: bool
    outcome: Outcome

    @property
    def plant(self) -> tuple[Mapping[str, Any], ...] | str:
        return self.fault.cell(self.stage).plant or self.fault.plant

    def __str__(self) -> str:
        return f"{self.stage}-{self.fault.name}-{'always' if self.persistent else 'once'}"


def cases() -> Iterator[Case]:
    """All combinations that make sense."""
    for fault in FAULTS:
        for stage in Stage:
            found = fault.cell(stage)
            for persistent, outcome in ((False, found.once), (True, found.always)):
                if isinstance(outcome, Outcome):
                    yield Case(fault, stage, persistent, outcome)


def senseless() -> Iterator[tuple[Fault, Stage, bool, str]]:
    """The others, with the reason."""
    for fault in FAULTS:
        for stage in Stage:
            found = fault.cell(stage)
            for persistent, outcome in ((False, found.once), (True, found.always)):
                if isinstance(outcome, Never):
                    yield fault, stage, persistent, outcome.reason


# --- the table as a page ---

INTRODUCTION = f"""\
# What goes wrong, and how it ends

Written by `python -m tests.e2e.fault_table` from the table that `tests/e2e/test_fault_matrix.py` makes true: every
cell is tried with `Holistics` and with `AsyncHolistics`, on real sockets and in virtual time. None of them hangs,
leaves a partial file, sends a submission twice that the server may have taken, or shows the API key to another origin
or in a log, error, traceback or pickle.

Each cell says how the call ends if the fault strikes once, and then, where that differs, if it never stops. A dash is
a combination that makes no sense; the reasons stand below.

{chr(10).join(f"- **{stage}**: {title}" for stage, title in TITLES.items())}

Success means the right data: the 12 rows of widget 4175, or every dashboard exactly once.

"""


def _text(found: Cell) -> str:
    once, always = ("-" if isinstance(each, Never) else str(each) for each in (found.once, found.always))
    return once if once == always or always == "-" else f"{once}; lasting: {always}"


def markdown() -> str:
    """The whole page."""
    lines = ["| fault | " + " | ".join(Stage) + " |", "|---" * (len(Stage) + 1) + "|"]
    lines += [f"| {fault.name} | " + " | ".join(_text(fault.cell(stage)) for stage in Stage) + " |" for fault in FAULTS]
    reasons: dict[tuple[str, str], list[str]] = {}
    for fault, stage, persistent, reason in senseless():
        word = f"{stage} (lasting)" if persistent and isinstance(fault.cell(stage).once, Outcome) else str(stage)
        found = reasons.setdefault((fault.name, reason), [])
        if word not in found:
            found.append(word)
    why = [f"- {name}, {', '.join(stages)}: {reason}." for (name, reason), stages in reasons.items()]
    return INTRODUCTION + "\n".join(lines) + "\n\n## Combinations that make no sense\n\n" + "\n".join(why) + "\n"


if __name__ == "__main__":
    PAGE_FILE.write_text(markdown(), encoding="utf-8")
