"""Rules on what waits and pages: job life cycles, pagination, envelopes. Every name and pointer must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.rules.frame import Finding, Operation, Spec, rule
from generator.shape import Node, Pointer, parse_pointer

_LISTS = ("waiting", "success", "failure", "cancelled")


@rule(
    "job-operations",
    title="x-async-job names operations that exist",
    remedy="Write the operationId of the operation that is meant.",
    after="extension-valid",
)
def job_operations(spec: Spec) -> Iterator[Finding]:
    for operation, job in _jobs(spec):
        for key in ("poll", "logs", "result"):
            if key in job and job[key] not in spec.by_id:
                at = (*operation.pointer, "x-async-job", key)
                yield Finding(at, f"{key} names {job[key]!r}, and there is no such operation")


@rule(
    "job-statuses",
    title="x-async-job puts every status of the enum into one list, and no other",
    remedy="Correct the name, or put the status into one of waiting, success, failure, cancelled or moved.",
    after="extension-valid",
)
def job_statuses(spec: Spec) -> Iterator[Finding]:
    for operation, job in _jobs(spec):
        reader = spec.by_id.get(str(job.get("poll"))) if job.get("bare") else operation
        schema = _field(spec, reader, job.get("status")) if reader is not None else None
        known = schema.value.get("enum") if schema is not None and isinstance(schema.value, dict) else None
        if not isinstance(known, list):
            continue
        base = (*operation.pointer, "x-async-job")
        listed: dict[str, str] = {}
        for key in (*_LISTS, "moved"):
            statuses = job.get(key) or ()
            for index, status in enumerate(statuses):
                at = (*base, key, status if key == "moved" else index)
                if status not in known:
                    yield Finding(at, f"the status {status!r} is not in the enum of {job['status']}")
                if status in listed:
                    yield Finding(at, f"the status {status!r} stands in {listed[status]} as well")
                listed[status] = key
        missing = [status for status in known if status not in listed]
        if missing:
            yield Finding(base, f"no list has {', '.join(missing)}: a client would wait on it until its deadline")


@rule(
    "job-pointers",
    title="The pointers of x-async-job lead to fields of the replies",
    remedy="Correct the pointer, or describe the field in the reply's schema.",
    after="extension-valid",
)
def job_pointers(spec: Spec) -> Iterator[Finding]:
    for operation, job in _jobs(spec):
        poll = spec.by_id.get(str(job.get("poll")))
        base = (*operation.pointer, "x-async-job")
        polls = [poll] if poll else []
        both = polls if job.get("bare") else [operation, *polls]
        wanted: list[tuple[Pointer, Any, list[Operation]]] = [
            ((*base, "id"), job.get("id"), [operation] if job.get("bare") else both),
            ((*base, "status"), job.get("status"), both),
            ((*base, "error"), job.get("error"), polls),  # what went wrong is known to polls only
        ]
        wanted += [((*base, "moved", status), pointer, both) for status, pointer in (job.get("moved") or {}).items()]
        for at, pointer, readers in wanted:
            for reader in readers:
                if pointer and spec.success(reader) is not None and _field(spec, reader, pointer) is None:
                    yield Finding(at, f"the reply of {reader.id} has no {pointer}")


@rule(
    "pagination-fields",
    title="x-pagination names fields of the reply and a query parameter that exist",
    remedy="Correct the pointer or the parameter's name.",
    after="extension-valid",
)
def pagination_fields(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        paging = operation.value.get("x-pagination")
        if not isinstance(paging, dict):
            continue
        base = (*operation.pointer, "x-pagination")
        items = _field(spec, operation, paging.get("items"))
        if items is None or not isinstance(items.value, dict) or items.value.get("type") != "array":
            yield Finding((*base, "items"), f"the reply of {operation.id} has no list at {paging.get('items')}")
        if _field(spec, operation, paging.get("next")) is None:
            yield Finding((*base, "next"), f"the reply of {operation.id} has no {paging.get('next')}")
        names = [node.value.get("name") for node in operation.parameters if node.value.get("in") == "query"]
        if paging.get("param") not in names:
            yield Finding((*base, "param"), f"{operation.id} has no query parameter {paging.get('param')!r}")


@rule(
    "envelope-only-key",
    title="x-envelope is the only key of the reply, and required",
    remedy="Name the key that wraps the reply and require it, or leave x-envelope out.",
    after="extension-valid",
)
def envelope_only_key(spec: Spec) -> Iterator[Finding]:
    for operation in spec.operations:
        key = operation.value.get("x-envelope")
        if key is None:
            continue
        at = (*operation.pointer, "x-envelope")
        schema = spec.success(operation)
        value = schema.value if schema is not None and isinstance(schema.value, dict) else {}
        names = list(value.get("properties") or {})
        if names != [key]:
            yield Finding(
                at, f"the reply of {operation.id} has the keys {', '.join(names) or 'none'}, not {key!r} alone"
            )
        elif key not in (value.get("required") or ()):
            yield Finding(at, f"the reply of {operation.id} does not require {key!r}")


def _jobs(spec: Spec) -> Iterator[tuple[Operation, dict[str, Any]]]:
    for operation in spec.operations:
        job = operation.value.get("x-async-job")
        if isinstance(job, dict):
            yield operation, job


def _field(spec: Spec, operation: Operation, pointer: Any) -> Node | None:
    schema = spec.success(operation)
    return spec.inside(schema, parse_pointer(pointer)) if schema is not None and isinstance(pointer, str) else None
