"""What schemathesis cannot know about dashboard schedules and exports of the Cluvio API."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["SCHEDULES_AND_EXPORTS"]

SCHEDULE, DASHBOARD, REPORT, CLOSED = "mond-mail-0001", "flgt-oper-0001", "flts-mnth-0001", "flts-totl-0003"
_WHOLE = {"name": "Monday", "emails": "ada@example.com", "attach_as": "csv", "schedule": "disabled"}
_GRAMMAR = "The vendor says in words what the text has to be; the document takes any."
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_INPUTS = "The vendor says in words which inputs a dashboard takes; the document takes any of their form."


def _both(dashboard: Any = DASHBOARD, **attributes: Any) -> tuple[Ask, Ask]:
    """The creation of a schedule and a change to one, with these attributes."""
    related = {"dashboard": {"data": dashboard and {"id": dashboard, "type": "dashboards"}}}
    creation = {"attributes": {**_WHOLE, **attributes}, "relationships": related}
    change = {"attributes": attributes, "relationships": related}
    return (
        Ask("createDashboardSchedule", body={"data": creation}),
        Ask("updateDashboardSchedule", {"id": SCHEDULE}, body={"data": change}),
    )


_WRITTEN = ("createDashboardSchedule", "updateDashboardSchedule")
_OF_DASHBOARD = ("exportDashboardPdf", "exportDashboardPng")
_OF_REPORT = ("exportReportPdf", "exportReportPng", "exportReportCsv")


def _each(**parameters: Any) -> tuple[Ask, ...]:
    """Every export with these inputs."""
    body = {"parameters": parameters}
    return (
        *(Ask(name, {"id": DASHBOARD}, body=body) for name in _OF_DASHBOARD),
        *(Ask(name, {"id": REPORT}, body=body) for name in _OF_REPORT),
    )


def _with_query(sql: str) -> Ask:
    """The report gets another query."""
    return Ask("updateReport", {"id": REPORT}, body={"data": {"attributes": {"sql_query": sql}}})


_CSV = Ask("exportReportCsv", {"id": REPORT}, body={})
_BAD_INPUTS = (
    r"parameters\.timerange cannot be .*",
    r"parameters\.aggregation cannot be .*",
    r"parameters\.tz cannot be .*",
    r"parameters\.filters\[\d+\]\.variable_name cannot be .*",
)
_TRIED: tuple[dict[str, Any], ...] = (
    {"timerange": "2~1"},
    {"aggregation": "all_time"},
    {"tz": "UTC"},
    {"filters": [{"variable_name": "carrier", "selected_values": []}] * 2},
)
SCHEDULES_AND_EXPORTS: tuple[Exclusion, ...] = (
    Exclusion(
        _WRITTEN, 422,
        (
            r"(emails|attach_as|schedule): can't be blank",
            r"(cc_|bcc_)?emails: .* is no e-mail address; separate addresses by commas",
            r"(cc_|bcc_)?emails: there are \d+ addresses; give at most 100",
            r"attach_as: .* is none of excel, csv, .*",
            r"schedule cannot be .*",
        ),
        _GRAMMAR,
        (
            *_both(attach_as=" ,"),
            *_both(cc_emails="ada"),
            *_both(emails=",".join(f"a{number}@example.com" for number in range(101))),
            *_both(attach_as="word"),
            *_both(schedule="hourly"),
        ),
    ),
    Exclusion(_WRITTEN, 422, _BAD_INPUTS, _INPUTS, tuple(ask for each in _TRIED for ask in _both(parameters=each))),
    Exclusion(
        _WRITTEN, 422,
        (r"relationships/(dashboard|report): there is no (dashboards|reports) .*",
         r"relationships: one of dashboard and report is required"),
        _STATE,
        (*_both("none"), *_both(None)),
    ),
    Exclusion(
        (*_OF_DASHBOARD, *_OF_REPORT), 422, _BAD_INPUTS, _INPUTS, tuple(ask for each in _TRIED for ask in _each(**each))
    ),
    Exclusion(
        ("exportReportCsv",), 422,
        (r"unlimited_csv_export_enabled: the report does not have it; set it to true first",),
        _STATE,
        (Ask("exportReportCsv", {"id": CLOSED}, body={}),),
    ),
    Exclusion(
        ("exportReportCsv",), 422,
        (r"The report has no SQL query to run",),
        _STATE,
        (Ask("exportReportCsv", {"id": REPORT}, body={}, before=(_with_query(""),)),),
    ),
    Exclusion(
        ("exportReportCsv",), 422,
        (r"The last export of this report with these inputs came to nothing \(job .*",),
        _STATE,
        (Ask("exportReportCsv", {"id": REPORT}, body={}, before=(_with_query("SELECT nonsense"), _CSV)),),
    ),
)  # fmt: skip
