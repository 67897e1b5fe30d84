"""The refusals of the Cluvio API: JSON:API error objects whose `code` is the status as a string (vendor page, errors).

The page shows 422 only. That 401 stands for a credential, 403 for a permission and 404 for an id is inferred.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Fault

__all__ = ["VND_API", "answer_fault", "denied", "fault", "invalid", "no_credential", "not_found", "render"]

VND_API = "application/vnd.api+json"
_MOST_DETAILS = 20


def fault(status: int, *details: str) -> Fault:
    """A refusal with one error object for each of `details`.

    Example: `raise fault(422, "name: can't be blank", "emails: is not an e-mail address")`
    """
    return Fault(status, "Error", details[0], extra={"details": [*details]})


def no_credential(detail: str) -> Fault:
    """401: the credential is missing, malformed, unknown or disabled."""
    return fault(401, detail)


def denied(detail: str) -> Fault:
    """403: the key lacks a permission or a resource."""
    return fault(403, detail)


def not_found(kind: str, id: str) -> Fault:
    """404: there is no such object; `kind` is the JSON:API type."""
    return fault(404, f"There is no {kind.removesuffix('s').replace('_', ' ')} {id}")


def invalid(*details: str) -> Fault:
    """422: the request cannot be carried out as it stands, or not in the present state. Of many details, the first."""
    if len(details) > _MOST_DETAILS:
        details = (*details[:_MOST_DETAILS], f"There are {len(details) - _MOST_DETAILS} more problems")
    return fault(422, *details)


def render(refusal: Fault) -> dict[str, Any]:
    """A refusal as the vendor writes it."""
    extra: Mapping[str, Any] = refusal.extra or {}
    details = extra.get("details") or [refusal.message]
    return {"errors": [{"code": str(refusal.status), "detail": detail} for detail in details]}


def answer_fault(refusal: Fault, path: str) -> Answer:
    """The whole answer to a refusal."""
    return Answer(refusal.status, render(refusal), {"Content-Type": VND_API})
