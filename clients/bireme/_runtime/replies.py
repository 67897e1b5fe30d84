"""From replies to errors: which class, and a text that says what happened and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from bireme._wire import Operation, ParseError, Reply

from .errors import STATUS_CLASSES, ApiError, DecodeError, ServerError, UnexpectedStatus
from .retry import wait_hint

EXCERPT = 500
MESSAGE = 2_000
LARGEST_ERROR = 1_000_000

_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amz-request-id")

_REMEDIES = {
    400: "Check the arguments against the message.",
    401: "Check the API key, and that it belongs to this region.",
    403: "Ask an administrator to give the key's owner this permission.",
    404: "Check the id, and that the key's owner may see it.",
    409: "Look at the current state of the object, then try again.",
    422: "Correct the values that the message names.",
    429: "Send fewer requests, or allow more attempts with retry=.",
    503: "The service is overloaded or under maintenance; try again later.",
}

Redact = Callable[[str], str]


def api_error(operation: Operation, reply: Reply, redact: Redact, now: datetime, *, foreign: bool = False) -> ApiError:
    """The error for a reply with a status of 400 or above; `foreign` if a server other than the API's sent it."""
    excerpt = body_excerpt(reply, redact)
    kind, message, details = _vendor_words(reply, redact)
    request_id = next((redact(reply.headers[name]) for name in _REQUEST_ID_HEADERS if name in reply.headers), None)
    hint = wait_hint(reply.status, reply.headers, now)
    cls = STATUS_CLASSES.get(reply.status, ServerError if reply.status >= 500 else ApiError)
    who = "the server that the API redirected to" if foreign else "the server"
    said = ": ".join(part for part in (kind, message) if part) or excerpt or "no body"
    parts = [f"{operation.id}: {who} answered {reply.status} ({said})."]
    if request_id:
        parts.append(f"Request id: {request_id}.")
    if hint is not None:
        parts.append(f"It asks to be left alone for {hint:g} s.")
    parts.append(_remedy(operation, reply.status, foreign))
    return cls(
        " ".join(parts),
        status=reply.status,
        operation=operation.id,
        type=kind,
        message=message,
        details=details,
        request_id=request_id,
        body_excerpt=excerpt,
        retry_after=hint,
        foreign=foreign,
    )


def decode_error(operation: Operation, reply: Reply, fault: ParseError, redact: Redact) -> DecodeError:
    """The error for a reply below 400 that could not be read as the spec says."""
    cls = DecodeError if 200 <= reply.status < 300 and _documented(operation, reply.status) else UnexpectedStatus
    excerpt = body_excerpt(reply, redact)
    reason = redact(fault.reason)[:MESSAGE]
    text = (
        f"{operation.id}: the reply ({reply.status}) is not what the specification says: "
        f"{redact(fault.path) or 'body'}: {reason}. It began: {excerpt or 'nothing, it was empty'}. "
        "Check that the address is that of the API; `.with_raw_response` gives such a reply as it is."
    )
    return cls(
        text,
        path=redact(fault.path),
        reason=reason,
        status=reply.status,
        operation=operation.id,
        body_excerpt=excerpt,
    )


def unexpected_status(operation: Operation, reply: Reply, redact: Redact) -> DecodeError:
    """The error for a status below 400 that is no success, such as a redirect of a POST."""
    documented = ", ".join(map(str, operation.success)) or "none"
    fault = ParseError("", f"status {reply.status} is not a success that can be followed (documented: {documented})")
    return decode_error(operation, reply, fault, redact)


def body_excerpt(reply: Reply, redact: Redact) -> str:
    """The start of the body on one line, without secrets; for what is not text, its size and type."""
    if not reply.content:
        return ""
    media = reply.media_type
    textual = not media or media.startswith("text/") or any(word in media for word in ("json", "xml", "html", "form"))
    if not textual or b"\x00" in reply.content[:EXCERPT]:
        return f"{len(reply.content)} bytes of {media or 'unknown type'}"
    # Redacted before it is cut, so that no half of a secret stays.
    text = redact(reply.content[: 16 * EXCERPT].decode("utf-8", "replace"))
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return text if len(text) <= EXCERPT else text[:EXCERPT] + "…"


def _documented(operation: Operation, status: int) -> bool:
    return operation.download or operation.any_success or not operation.success or status in operation.success


def _vendor_words(reply: Reply, redact: Redact) -> tuple[str | None, str | None, Any]:
    """The vendor's type, message and the rest, where the body is a JSON object that has them."""
    if len(reply.content) > LARGEST_ERROR:
        return None, None, None
    try:
        body = json.loads(redact(reply.content.decode("utf-8")))
    except (ValueError, RecursionError):
        return None, None, None
    if not isinstance(body, dict):
        return None, None, None
    kind, message = body.get("type"), body.get("message", _plain_message(body))
    kind = kind[:200] if isinstance(kind, str) else None
    message = message[:MESSAGE] if isinstance(message, str) else None
    rest = {key: value for key, value in body.items() if key not in ("type", "message")}
    details = rest["details"] if set(rest) == {"details"} else rest or None
    return kind, message, details


def _plain_message(body: dict[str, Any]) -> str | None:
    """The message of an API that has no type for its errors: `{"errors": [...]}` or `{"error": ...}`.

    Each error is text, or an object of JSON:API with a `detail`.
    """
    errors = body.get("errors", body.get("error"))
    said = errors if isinstance(errors, list) else [errors]
    words = [each.get("detail", each.get("title")) if isinstance(each, dict) else each for each in said]
    texts = [each for each in words if isinstance(each, str)]
    return "; ".join(texts) if texts and len(texts) == len(said) else None


def _remedy(operation: Operation, status: int, foreign: bool) -> str:
    if operation.server == "data" and status in (401, 403):
        return "The data access token has expired or is not for this data: get a fresh one."
    if foreign:
        return "The API key was not sent there. Try again; if it stays, the fault is on the server's side."
    if status in _REMEDIES:
        return _REMEDIES[status]
    if status < 500:
        return "Check the arguments and the API's address."
    if operation.retry == "safe":
        return "The fault is on the server's side; try again later."
    return "The server may or may not have done it: look before you send it again."
