"""Rules on replies: which statuses are there, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rules.frame import Finding, Operation, Spec, rule
from generator.shape import Node

_NO_CONTENT = ("204", "205", "304")


@rule(
    "success-documented",
    title="Every operation has a success status, with a schema where it has content",
    remedy="Add the success reply with its schema; a download has 302 with Location, or a binary 200.",
)
def success_documented(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        good = {status: reply for status, reply in operation.responses.items() if status[:1] in ("2", "3")}
        if not good:
            yield Finding((*operation.pointer, "responses"), f"{operation.id} has no success status")
        for status, reply in good.items():
            if status in _NO_CONTENT or not isinstance(reply.value, dict):
                continue
            if status.startswith("3"):
                if "Location" not in (reply.value.get("headers") or {}):
                    yield Finding(reply.pointer, f"status {status} of {operation.id} has no Location header")
            else:
                yield from _content(spec, operation, status, reply)


@rule(
    "errors-documented",
    title="Every operation documents 401 (where a key is needed), 429 and 500, each error with a schema",
    remedy="Refer to the shared response; write one under responses/ where it is missing.",
)
def errors_documented(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        secured = operation.value.get("security", spec.document.get("security"))
        needed = ("401", "429", "500") if secured else ("429", "500")
        missing = [status for status in needed if not _covers(operation, status)]
        if missing:
            yield Finding((*operation.pointer, "responses"), f"{operation.id} does not document {', '.join(missing)}")
        for status, reply in operation.responses.items():
            if status[:1] in ("4", "5", "d") and isinstance(reply.value, dict):
                yield from _content(spec, operation, status, reply)


@rule(
    "reply-headers",
    title="A 429 names Retry-After among its headers",
    remedy="Add the header; clients wait as it says.",
)
def reply_headers(spec: Spec) -> Iterator[Finding]:
    seen = set()
    for operation in spec.operations:
        reply = operation.responses.get("429")
        if reply is None or reply.pointer in seen or not isinstance(reply.value, dict):
            continue
        seen.add(reply.pointer)
        if "Retry-After" not in (reply.value.get("headers") or {}):
            yield Finding(reply.pointer, f"status 429 of {operation.id} has no Retry-After header")


def _covers(operation: Operation, status: str) -> bool:
    return any(name in operation.responses for name in (status, f"{status[0]}XX", "default"))


def _content(spec: Spec, operation: Operation, status: str, reply: Node) -> Iterator[Finding]:
    content = spec.content(reply)
    if not content:
        yield Finding(reply.pointer, f"status {status} of {operation.id} has no content")
    for media, schema in content.items():
        if schema.value is None:
            yield Finding(schema.pointer, f"status {status} of {operation.id} has no schema for {media}")
