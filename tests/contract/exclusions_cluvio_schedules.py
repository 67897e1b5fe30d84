"""What schemathesis cannot know about Cluvio's dashboard schedules and exports: what a text must be, what is state."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["SCHEDULES_AND_EXPORTS"]

SCHEDULE, BOARD, MONTHS = "mond-mail-0001", "flgt-oper-0001", "flts-mnth-0001"
_WHOLE = {"name": "x", "emails": "ada@example.com", "attach_as": "pdf", "schedule": "disabled"}
_GRAMMAR = "The vendor says in words what the text has to be; the document takes any."
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_WRITTEN = ("createDashboardSchedule", "updateDashboardSchedule")


def _link(type: str, id: str | None) -> dict[str, Any]:
    return {"data": None if id is None else {"type": type, "id": id}}


def _both(dashboard: str | None = BOARD, report: str | None = None, **attributes: Any) -> tuple[Ask, Ask]:
    """The creation of a schedule and a change to one, with these attributes."""
    related = {"dashboard": _link("dashboards", dashboard), "report": _link("reports", report)}
    return (
        Ask(_WRITTEN[0], body={"data": {"attributes": {**_WHOLE, **attributes}, "relationships": related}}),
        Ask(_WRITTEN[1], {"id": SCHEDULE}, body={"data": {"attributes": attributes, "relationships": related}}),
    )


def _report(**attributes: Any) -> Ask:
    """A change to a report."""
    return Ask("updateReport", {"id": MONTHS}, body={"data": {"attributes": attributes}})


_CSV = Ask("exportReportCsv", {"id": MONTHS}, body={})
SCHEDULES_AND_EXPORTS: tuple[Exclusion, ...] = (
    Exclusion(
        _WRITTEN, 422,
        (
            r"(emails|attach_as|schedule): can't be blank",
            r"(cc_|bcc_)?emails: .* is no e-mail address; separate addresses by commas",
            r"(cc_|bcc_)?emails: there are \d+ addresses; give at most 100",
            r"attach_as: .* is none of .*",
            r"schedule cannot be .*\. Give disabled, daily;.*",
            r"schedule cannot be .*\. Give times of day such as .*",
            r"schedule cannot be .*\. Give a time of day from 00:00 to 23:59\.",
            r"schedule cannot be .*\. With am or pm, give an hour from 1 to 12\.",
            r"schedule cannot be .*\. Give days from .*",
            r"parameters\..* cannot be .*",
        ),
        _GRAMMAR,
        (
            *_both(attach_as=" ,"),
            *_both(cc_emails="ada"),
            *_both(emails=",".join(f"a{number}@example.com" for number in range(101))),
            *_both(attach_as="jpg"),
            *_both(schedule="yearly"),
            *_both(schedule="daily;noon"),
            *_both(schedule="daily;24:00"),
            *_both(schedule="daily;13:00pm"),
            *_both(schedule="weekly;7;06:00"),
            *_both(parameters={"tz": "Nowhere/At_All"}),
        ),
    ),
    Exclusion(
        _WRITTEN, 422,
        (r"relationships: one of dashboard and report is required",),
        "The vendor says that one of two is needed; a change may also leave out both, or give none of one.",
        _both(None),
    ),
    Exclusion(
        _WRITTEN, 422,
        (r"relationships/(dashboard|report): there is no \w+ .*",),
        _STATE,
        _both("none"),
    ),
    Exclusion(
        ("exportReportCsv",), 422,
        (
            r"unlimited_csv_export_enabled: the report does not have it; set it to true first",
            r"The report has no SQL query to run",
            r"The last export of this report with these inputs came to nothing .*",
        ),
        _STATE,
        (
            Ask("exportReportCsv", {"id": MONTHS}, body={}, before=(_report(unlimited_csv_export_enabled=False),)),
            Ask("exportReportCsv", {"id": MONTHS}, body={},
                before=(_report(unlimited_csv_export_enabled=True, sql_query=""),)),
            Ask("exportReportCsv", {"id": MONTHS}, body={},
                before=(_report(unlimited_csv_export_enabled=True, sql_query="SELECT nothing FROM nowhere"), _CSV)),
        ),
    ),
)  # fmt: skip
