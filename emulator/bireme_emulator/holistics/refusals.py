"""The refusals of the Holistics API: which type and status stands for what (API reference, errors)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bireme_emulator.kernel.context import Fault

__all__ = ["FAULT_TYPES", "cannot", "denied", "invalid", "no_key", "not_found", "record_error", "render"]

# The vendor names no type for "not found" and none for a method or media type that is not taken: plain BaseError.
FAULT_TYPES = {
    400: "InvalidParameterError",
    401: "AuthError",
    403: "PermissionDeniedError",
    404: "BaseError",
    405: "BaseError",
    413: "InvalidParameterError",
    415: "InvalidParameterError",
    422: "InvalidParameterError",
    429: "RateLimitExceedError",
    500: "InternalHolisticsError",
    503: "MaintenanceError",
}


def no_key(message: str) -> Fault:
    """401: the key is missing, unknown or no longer valid."""
    return Fault(401, "AuthError", message)


def denied(message: str) -> Fault:
    """403: the owner of the key may not do this."""
    return Fault(403, "PermissionDeniedError", message)


def not_found(what: str, id: int | str) -> Fault:
    """404: there is no such object."""
    return Fault(404, "BaseError", f"There is no {what} {id}.")


def invalid(message: str, remedy: str, *, status: int = 422) -> Fault:
    """400 or 422: a parameter cannot be used; `remedy` says what to give instead."""
    return Fault(status, "InvalidParameterError", message, {"description": remedy})


def cannot(message: str) -> Fault:
    """422: the request is right but the object is not in a state for it."""
    return Fault(422, "InvalidOperationError", message)


def record_error(message: str, **problems: Sequence[str]) -> Fault:
    """422: a record cannot be saved; `problems` lists what is wrong by field (`base`: with the record as a whole)."""
    record: Mapping[str, list[str]] = {field: [*texts] for field, texts in problems.items()}
    return Fault(422, "RecordError", message, extra={"record": record})


def render(fault: Fault) -> dict[str, Any]:
    """A refusal as the vendor writes it: `type`, `message`, and `details`, `record` or `data` where there are any."""
    body: dict[str, Any] = {"type": fault.type, "message": fault.message}
    if fault.details:
        body["details"] = fault.details
    return {**body, **(fault.extra or {})}
