"""What passes between the kernel and an API's handlers: calls, answers, faults, plugins.

A plugin (one per emulated API) brings a bundle, handlers by operationId and the vendor's ways: how a caller proves who
they are, how an error looks, how fast one may ask. The kernel brings everything else.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from .imports import ImportedTable
    from .jobs import JobRunner
    from .sessions import Session
    from .specs import OperationSpec
    from .timetable import Timer

__all__ = ["Answer", "ApiPlugin", "Call", "Caller", "Fault", "Handler", "Handlers"]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is calling: the user's record, the role, what the role may do, and the id of the key (never the key)."""

    user: dict[str, Any]
    role: str
    permissions: frozenset[str]
    key_id: str


@dataclass(slots=True)
class Call:
    """One request, after the spec has validated it.

    `path`, `query` and `body` hold values of the types the spec states; `query` has the spec's defaults filled in.
    `base_url` is this API's public root as the client sees it (`http://127.0.0.1:8900/holistics`), `files_url` the
    second listener's (`http://127.0.0.1:8901`); neither ends with a slash. `api` is the name under which the store
    keeps the API's records, for handlers that serve several APIs (`cluvio_eu`).
    """

    operation: OperationSpec
    session: Session
    caller: Caller | None
    path: dict[str, Any]
    query: dict[str, Any]
    body: Any
    headers: Mapping[str, str]
    base_url: str
    files_url: str
    api: str


@dataclass(slots=True)
class Answer:
    """What a handler gives back: `body` is JSON-able, or `None` for no body at all, or a `Stream` of what is large.

    A header named `Content-Type` or `Location` goes out as it stands.
    """

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


class Fault(Exception):
    """A refusal that the caller sees in the vendor's own error shape.

    `type` is the vendor's word for it, e.g. `Fault(404, "RecordNotFoundError", "No dashboard has id 7")`. `extra` holds
    further members of the error's body, for vendors whose errors carry more than a message.
    """

    def __init__(
        self,
        status: int,
        type: str,
        message: str,
        details: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.type = type
        self.message = message
        self.details = details
        self.headers = headers
        self.extra = extra


Handler: TypeAlias = Callable[[Call], Answer | Awaitable[Answer]]


class Handlers:
    """The handlers of one API by operationId.

    >>> handlers = Handlers()
    >>> @handlers.operation("users_me")
    ... def users_me(call: Call) -> Answer:
    ...     return Answer(body={"user": call.caller.user})
    >>> list(handlers)
    ['users_me']
    """

    def __init__(self) -> None:
        self._by_id: dict[str, Handler] = {}

    def operation(self, operation_id: str) -> Callable[[Handler], Handler]:
        """Register the decorated function as the handler of `operation_id`; a second one raises `ValueError`."""

        def register(handler: Handler) -> Handler:
            if operation_id in self._by_id:
                raise ValueError(f"operation {operation_id!r} has two handlers; remove one of them")
            self._by_id[operation_id] = handler
            return handler

        return register

    def include(self, other: Handlers) -> None:
        """Take over all handlers of another registry, e.g. one per resource module; a clash raises `ValueError`."""
        for operation_id in other:
            self.operation(operation_id)(other[operation_id])

    def __getitem__(self, operation_id: str) -> Handler:
        return self._by_id[operation_id]

    def __contains__(self, operation_id: object) -> bool:
        return operation_id in self._by_id

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_id)

    def __len__(self) -> int:
        return len(self._by_id)


@dataclass(frozen=True, slots=True)
class ApiPlugin:
    """One emulated API.

    `mount` is the path prefix of its public root (`/holistics`); `prefix` is what stands between that root and the
    paths of the bundle (`/api/v2`). `authenticate` gets header names in lower case and raises a `Fault` for a caller it
    does not know. `secret_headers` (lower case) never reach the journal. `fault_types` gives the vendor's word
    (`Fault.type`) for the faults that the kernel itself finds, by status: 400, 403, 404, 405, 413, 415, 422, 429, 500
    (a status that is absent gets `Error`). `rate_levels` maps an operation's `x-rate-limit` level to the number of
    requests that one user may make of it in `rate_window` seconds. `page` answers GET requests for pages of the
    vendor's web application, which are no operations: it gets session, path below the public root, query string and
    headers (names in lower case), and gives `None` where it has no such page; `pages` is what their paths begin with.
    `ready` gives the API's entry in the ready line from its public root. `objects` lists the session's objects as
    `{kind: [{"id": ..., "name": ...}]}`; it is `None` for a server that has none of its own. `imported` makes the
    objects by which an imported table can be asked for, and gives their ids by kind; `None` takes no imports.

    `timers` gives what is to happen by the clock, read from the session's store (it is asked again whenever the API's
    records change); `fire(session, key, due)` does it by submitting a job: timer `key` is due at `due` (aware, UTC). It
    runs inside a transaction of the store, together with the note that this occurrence has been fired, so it must be
    quick and do nothing that cannot be undone. A key that is gone by then is to be ignored.

    For vendors with more ways of their own: `state` names the API whose jobs this one shares, and whose entry in the
    ready line it adds to. `answer_fault` gives the whole answer to a refusal, from the path of the request, in place of
    `render_fault`'s JSON. `refuse_invalid` gives the refusal of a request that breaks the document, from the operation,
    the place (`path`, `query`, ...), the message and the query string. `reply_headers` gives headers for every reply by
    its status. `merge_slashes` takes `//` in a path for `/`. `switches` names what the API can be made to do by the
    control API, each with what it does; all are off at first, and `session.is_on` tells.

    For vendors with several servers: `server` names the servers whose operations this plugin serves, by `x-server` of
    the bundle (`api` where an operation has none); `None` serves all. `mounted_as` is the name by which `--mount` puts
    it at the root of the port, and `ready_as` that of its entry in the ready line, where entries of one name are
    merged to the bottom; both default to `name`, or `state`. `aliases` maps a method to the one that it stands for
    where a path has no operation of its own for it. Bodies of any media type in `same_media` are taken where the
    bundle asks for another of them. `make_key` makes an API key from what the control API was given, and gives its id;
    it raises `LookupError` for a permission that there is not, `ValueError` for a key that cannot be.
    """

    name: str
    bundle: dict[str, Any]
    mount: str
    handlers: Handlers
    authenticate: Callable[[Mapping[str, str], Session], Caller]
    render_fault: Callable[[Fault], Any]
    seed: Callable[[Session], None]
    job_kinds: Mapping[str, JobRunner] = field(default_factory=dict)
    rate_levels: Mapping[int, int] = field(default_factory=dict)
    rate_window: float = 60.0
    prefix: str = ""
    secret_headers: frozenset[str] = frozenset()
    ready: Callable[[str], dict[str, Any]] = field(default=lambda root: {"url": root})
    fault_types: Mapping[int, str] = field(default_factory=dict)
    objects: Callable[[Session], dict[str, list[dict[str, Any]]]] | None = None
    pages: str = ""
    page: Callable[[Session, str, str, Mapping[str, str]], Answer | None] = field(default=lambda *request: None)
    max_body: int = 10 * 1024 * 1024
    imported: Callable[[Session, ImportedTable], dict[str, int]] | None = None
    timers: Callable[[Session], Iterable[Timer]] | None = None
    fire: Callable[[Session, str, datetime], None] = field(default=lambda session, key, due: None)
    state: str | None = None
    answer_fault: Callable[[Fault, str], Answer] | None = None
    refuse_invalid: Callable[[OperationSpec, str, str, str], Fault] | None = None
    reply_headers: Callable[[int], Mapping[str, str]] | None = None
    merge_slashes: bool = False
    switches: Mapping[str, str] = field(default_factory=dict)
    server: str | None = None
    mounted_as: str | None = None
    ready_as: str | None = None
    aliases: Mapping[str, str] = field(default_factory=dict)
    same_media: frozenset[str] = frozenset()
    make_key: Callable[[Session, Mapping[str, Any]], str] | None = None

    @property
    def records(self) -> str:
        """The name under which the store keeps the records of this API."""
        return self.state or self.name

    @property
    def at_root(self) -> str:
        """The name by which `--mount` puts this API at the root of the port."""
        return self.mounted_as or self.name
