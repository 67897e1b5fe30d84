"""The facts about an operation that the spec states, as generated code carries them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list is paged (`x-pagination`): where its items and its next cursor stand, and what carries the cursor.

    `items` and `next` are JSON pointers into the reply, `param` is the name of a query parameter.
    """

    style: Literal["cursor"]
    items: str
    next: str
    param: str


@dataclass(frozen=True, slots=True)
class AsyncJob:
    """The life cycle of the job that an operation starts (`x-async-job`).

    `id`, `status`, `moved`'s values and `error` are JSON pointers; they apply to the reply that started the job and to
    every poll alike. `poll`, `logs` and `result` are operationIds. `moved` maps a status to the pointer of the id of
    the job that stands for this one. A status in none of the lists is unknown: it is waited on until the deadline.
    With `bare`, the reply that started the job holds its id alone: `id` applies to that one, the rest to polls.
    """

    id: str
    status: str
    poll: str
    waiting: tuple[str, ...]
    success: tuple[str, ...]
    failure: tuple[str, ...]
    cancelled: tuple[str, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)
    error: str | None = None
    logs: str | None = None
    result: str | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of an API as its spec states it.

    `path` is the template relative to the base URL, `success` the documented success statuses, `rate_limit` the
    vendor's level, `download` true where success is a file (which the server may hand off to another origin),
    `any_success` where the statuses of success are only inferred, so that any 2xx may come instead. A key needs all of
    `permissions`, and one of `any_permission`. `server` says which kind of server answers.
    """

    id: str
    method: str
    path: str
    tag: str
    success: tuple[int, ...]
    retry: Literal["safe", "unsafe"]
    evidence: str
    rate_limit: int | None = None
    permissions: tuple[str, ...] = ()
    any_permission: tuple[str, ...] = ()
    pagination: Pagination | None = None
    job: AsyncJob | None = None
    download: bool = False
    any_success: bool = False
    server: Literal["api", "data"] = "api"
