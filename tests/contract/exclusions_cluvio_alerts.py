"""What schemathesis cannot know about the alerts of the Cluvio API: what goes together, and what a text has to be."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["ALERTS"]

ALERT = "long-dely-0002"
_WHOLE = {
    "name": "Delays",
    "sql_query": "SELECT 1",
    "run_schedule": "disabled",
    "trigger_condition": "has_results",
    "email_condition": "all",
}
_GRAMMAR = "The vendor says in words what the text has to be; the document takes any."
_TOGETHER = "The vendor says in words which attributes need which others."
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."


def _both(datasource: str = "smpl-data-0001", **attributes: Any) -> tuple[Ask, Ask]:
    """The creation of an alert and a change to one, with these attributes."""
    related = {"datasource": {"data": {"id": datasource, "type": "datasources"}}}
    return (
        Ask("createSqlAlert", body={"data": {"attributes": {**_WHOLE, **attributes}, "relationships": related}}),
        Ask("updateSqlAlert", {"id": ALERT}, body={"data": {"attributes": attributes, "relationships": related}}),
    )


_WRITTEN = ("createSqlAlert", "updateSqlAlert")
ALERTS: tuple[Exclusion, ...] = (
    Exclusion(
        _WRITTEN, 422,
        (
            r"run_at (is missing|cannot be .*)\. With run_schedule at it is required\. .*",
            r"run_every is missing\. With run_schedule every it is required\. .*",
            r"trigger_value: \w+ compares the result with it; give a number",
        ),
        _TOGETHER,
        (*_both(run_schedule="at"), *_both(run_schedule="every"), *_both(trigger_condition="equal")),
    ),
    Exclusion(
        _WRITTEN, 422,
        (
            r"run_at cannot be .*\. Give times of day such as .*",
            r"run_at cannot be .*\. Give a time of day from 00:00 to 23:59\.",
            r"run_at cannot be .*\. With am or pm, give an hour from 1 to 12\.",
            r"(cc_|bcc_|error_)?emails: .* is no e-mail address; separate addresses by commas",
            r"(cc_|bcc_|error_)?emails: there are \d+ addresses; give at most 100",
        ),
        _GRAMMAR,
        (
            *_both(run_at="noon"),
            *_both(run_at="24:00"),
            *_both(run_at="13:00pm"),
            *_both(cc_emails="ada"),
            *_both(emails=",".join(f"a{number}@example.com" for number in range(101))),
        ),
    ),
    Exclusion(
        _WRITTEN, 422,
        (r"relationships/datasource: (there is no datasources .*|it is required)",),
        _STATE,
        _both("none"),
    ),
    Exclusion(
        ("listSqlAlertResults",), 422,
        (r"cursor: it was not given out for this alert; leave it out to begin with the newest",),
        "A cursor is opaque: those that were given out are taken, each for its alert.",
        (Ask("listSqlAlertResults", {"id": ALERT}, {"cursor": "x"}),),
    ),
)  # fmt: skip
