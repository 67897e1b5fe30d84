"""How the legacy API refuses: bare text or JSON by the path, statuses by cause (recordings of the real service)."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from bireme_emulator.kernel.context import Answer, Fault

if TYPE_CHECKING:
    from bireme_emulator.kernel.specs import OperationSpec

__all__ = ["answer_fault", "cannot", "forbidden", "no_file", "refuse_invalid", "render", "status_header", "unknown"]

_AS_TEXT = (".csv", ".xlsx")
_KNOWN = frozenset(map(int, HTTPStatus))
_WORDS = {422: "Unprocessable Entity"}  # as recorded; later versions of Python have other words
_POLLS = {"reports_get_export_results", "reports_get_query_results", "reports_get_query_results_by_report"}


def unknown() -> Fault:
    """404: there is no such object."""
    return Fault(404, "NotFound", "Resource not found")


def no_file() -> Fault:
    """422: the job has no file, or none any more."""
    return Fault(422, "NotFound", "Holistics::NotFound")


def cannot(message: str) -> Fault:
    """422: the request cannot be carried out as it stands."""
    return Fault(422, "Invalid", message)


def forbidden(message: str) -> Fault:
    """403: the owner of the key may not do this."""
    return Fault(403, "Forbidden", message)


def render(fault: Fault) -> dict[str, list[str]]:
    """A refusal as JSON."""
    return {"errors": [fault.message]}


def answer_fault(fault: Fault, path: str) -> Answer:
    """A refusal in the form that the path asks for: bare text for csv and xlsx, else JSON."""
    if path.endswith(_AS_TEXT):
        text = fault.message.encode("utf-8", "replace")
        return Answer(fault.status, text, {"Content-Type": "text/plain; charset=utf-8"})
    return Answer(fault.status, render(fault))


def refuse_invalid(operation: OperationSpec, where: str, message: str, query: str) -> Fault:
    """The refusal of a request that breaks the document.

    An id that cannot be one is an unknown one. A poll without `job_id` gives 404 and a download without it 422, as the
    tests of the vendor's R package have it.
    """
    about_job = where == "query" and "job_id" in message
    missing = "job_id" not in parse_qs(query, keep_blank_values=True)
    if where == "path" or (about_job and (operation.id in _POLLS or not missing)):
        return unknown()
    return cannot(message)


def status_header(status: int) -> dict[str, str]:
    """The headers of every reply: `Status`, which the vendor's R package reads, and the media type of most."""
    words = _WORDS.get(status) or (HTTPStatus(status).phrase if status in _KNOWN else "Unknown")
    return {"Status": f"{status} {words}", "Content-Type": "application/json; charset=utf-8"}
