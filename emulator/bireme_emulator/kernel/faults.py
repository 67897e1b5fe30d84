"""Faults on order: rules that make chosen requests fail the way real services and networks do.

A rule says which requests it hits, how often, and what happens to them. What it does to a reply as a whole stands here;
what it does to the bytes on their way out stands in `wire`.
"""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from email.utils import format_datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, Literal

from .ratelimit import retry_after

if TYPE_CHECKING:
    from .clock import Clock
    from .streams import Stream

__all__ = ["REPLACING", "FaultBook", "FaultConflict", "FaultRule", "Reply", "change_reply", "replacement"]

Kind = Literal[
    "status",
    "latency",
    "dribble",
    "reset",
    "reset_body",
    "truncate",
    "empty",
    "garbage",
    "content_type",
    "redirect",
    "redirect_loop",
    "expired_url",
    "body_patch",
]
REPLACING = frozenset({"status", "empty", "garbage", "redirect", "redirect_loop"})
_COMPANIONS = frozenset({"latency", "dribble", "content_type", "body_patch"})
_MAX_RULES = 1000


@dataclass(slots=True)
class Reply:
    """A reply on its way out, whole or as a stream; header names are in lower case."""

    status: int
    headers: list[tuple[bytes, bytes]]
    content: bytes
    stream: Stream | None = None  # in place of the content

    def header(self, name: bytes) -> bytes | None:
        """The value of a header, or `None`."""
        return next((value for key, value in self.headers if key == name), None)

    def set_header(self, name: bytes, value: bytes) -> None:
        """Put one header in place of all of that name."""
        self.headers = [(key, old) for key, old in self.headers if key != name]
        self.headers.append((name, value))


@dataclass(slots=True)
class FaultRule:
    """One rule. Empty matchers match everything; `path` is a pattern such as `*/jobs/*` over the whole request path.

    `after` requests are let through first; then `times` are hit (`None`: all), each with `probability`. `process`
    decides for `status`, `reset`, `empty`, `garbage` and the redirects whether the operation is done before its reply
    is lost (a submit that took effect though nobody heard of it). The other fields belong to single kinds.
    """

    kind: Kind
    id: str = ""
    listener: Literal["api", "files"] = "api"
    api: str | None = None
    operation: str = "*"
    method: str | None = None
    path: str | None = None
    times: int | None = None
    after: int = 0
    probability: float = 1.0
    process: bool = False
    status: int | None = None
    body: Any = None
    content_type: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    retry_after: float | None = None
    retry_form: Literal["seconds", "http-date"] = "seconds"
    seconds: float = 0.0
    chunk: int = 1
    interval: float = 1.0
    after_bytes: int = 0
    location: str | None = None
    pointer: str = ""
    value: Any = None
    seen: int = 0
    hits: int = 0

    def matches(self, listener: str, api: str | None, operation: str | None, method: str, path: str) -> bool:
        """Whether the rule is meant for such a request at all."""
        return (
            self.listener == listener
            and (self.api is None or self.api == api)
            and (self.operation == "*" or self.operation == operation)
            and (self.method is None or self.method.upper() == method)
            and (self.path is None or fnmatchcase(path, self.path))
        )

    def as_dict(self) -> dict[str, Any]:
        """The rule with its counters, as the control API shows it."""
        return asdict(self)


class FaultConflict(ValueError):
    """A rule that cannot be added beside those that are there."""


class FaultBook:
    """The rules of one session, in the order they were added.

    >>> from random import Random
    >>> book = FaultBook(Random(1))
    >>> rule = book.add(FaultRule("status", status=503, operation="jobs_get", times=1))
    >>> [len(book.take("api", "holistics", "jobs_get", "GET", "/jobs/7")) for _ in range(2)]
    [1, 0]
    """

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._rules: tuple[FaultRule, ...] = ()  # replaced, never changed: threads may read it at any time
        self._last = 0
        self._lock = threading.Lock()

    @property
    def active(self) -> bool:
        """Whether there are any rules."""
        return bool(self._rules)

    def add(self, rule: FaultRule) -> FaultRule:
        """Add a rule; one without an id gets the next number. Raises `ValueError` for a rule that cannot work."""
        if rule.kind == "expired_url":
            rule.listener = "files"  # no other listener has signed URLs
        problem = _problem(rule)
        if problem:
            raise ValueError(problem)
        with self._lock:
            ids = {known.id for known in self._rules}
            if rule.id in ids:
                raise FaultConflict(f"id: there is a rule {rule.id!r} already; delete it first or choose another id")
            if len(ids) >= _MAX_RULES:
                raise FaultConflict(f"there are {_MAX_RULES} rules already; clear them first")
            while not rule.id or rule.id in ids:
                self._last += 1
                rule.id = str(self._last)
            self._rules = (*self._rules, rule)
        return rule

    def rules(self) -> list[FaultRule]:
        """All rules, used up ones included."""
        return list(self._rules)

    def delete(self, id: str) -> bool:
        """Remove a rule; tells whether there was one."""
        with self._lock:
            kept = tuple(rule for rule in self._rules if rule.id != id)
            found = len(kept) < len(self._rules)
            self._rules = kept
        return found

    def clear(self) -> None:
        """Remove all rules."""
        with self._lock:
            self._rules = ()

    def take(
        self, listener: str, api: str | None, operation: str | None, method: str, path: str
    ) -> tuple[FaultRule, ...]:
        """The rules that hit this request, each counted as used.

        At most one of those that decide a request's fate: the next one waits for the next request, so that several
        rules play one after the other. Latency, dribbling and changes to the reply go along with any other.
        """
        hit: list[FaultRule] = []
        decided = False
        for rule in self._rules:
            fatal = rule.kind not in _COMPANIONS
            if not (fatal and decided) and rule.matches(listener, api, operation, method, path) and self._hits(rule):
                hit.append(rule)
                decided = decided or fatal
        return tuple(hit)

    def _hits(self, rule: FaultRule) -> bool:
        rule.seen += 1
        if rule.seen <= rule.after or (rule.times is not None and rule.hits >= rule.times):
            return False
        if rule.probability < 1.0 and self._chance.random() >= rule.probability:
            return False
        rule.hits += 1
        return True


def replacement(rule: FaultRule, clock: Clock, url: str, elsewhere: str, body: Any = None) -> Reply:
    """The reply that a replacing rule gives.

    `url` is the request's own, `elsewhere` a URL on another origin, `body` that of a status fault which states none.
    """
    reply = Reply(rule.status or 200, [], b"")
    if rule.kind == "status":
        content, media = _content(body if rule.body is None else rule.body)
        reply = Reply(rule.status or 500, [(b"content-type", (rule.content_type or media).encode("latin-1"))], content)
    elif rule.kind == "garbage":
        media = rule.content_type or "application/json"
        reply = Reply(rule.status or 200, [(b"content-type", media.encode("latin-1"))], b'{"garbage": [\xff\xfe{{{,,')
    elif rule.kind == "empty":
        media = rule.content_type or "application/json"
        reply.headers.append((b"content-type", media.encode("latin-1")))
    else:
        target = url if rule.kind == "redirect_loop" else (rule.location or elsewhere)
        reply = Reply(rule.status or 302, [(b"location", target.encode("latin-1", "replace"))], b"")
    _add_headers(reply, rule, clock)
    return reply


def change_reply(rule: FaultRule, reply: Reply) -> None:
    """What `content_type` and `body_patch` do to the real reply."""
    if rule.kind == "content_type":
        reply.set_header(b"content-type", (rule.content_type or "text/html").encode("latin-1"))
        if rule.body is not None:
            reply.content = _content(rule.body)[0]
    elif rule.kind == "body_patch":
        try:
            document = json.loads(reply.content)
            patched = _patched(document, rule.pointer, rule.value)
        except (ValueError, LookupError, TypeError):
            return  # the pointer leads nowhere in this reply (an error, say): it goes out as it is
        reply.content = json.dumps(patched, separators=(",", ":")).encode()


def _add_headers(reply: Reply, rule: FaultRule, clock: Clock) -> None:
    # as gateways do: a date in Retry-After makes sense only beside the time that its sender believes it is
    reply.headers.append((b"date", format_datetime(clock.now(), usegmt=True).encode("ascii")))
    if rule.retry_after is not None:
        value = retry_after(clock, int(rule.retry_after), rule.retry_form)
        reply.set_header(b"retry-after", value.encode("ascii"))
    for name, value in rule.headers.items():
        reply.set_header(name.lower().encode("latin-1"), value.encode("latin-1"))


def _content(body: Any) -> tuple[bytes, str]:
    """A rule's body as bytes, and the media type it has when the rule states none."""
    if body is None:
        return b"", "text/plain; charset=utf-8"
    if isinstance(body, str):
        media = "text/html" if body.lstrip().startswith("<") else "text/plain"
        return body.encode("utf-8", "replace"), f"{media}; charset=utf-8"
    return json.dumps(body, separators=(",", ":")).encode(), "application/json"


def _patched(document: Any, pointer: str, value: Any) -> Any:
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if not parts:
        return value
    holder = document
    for part in parts[:-1]:
        holder = holder[int(part)] if isinstance(holder, list) else holder[part]
    if isinstance(holder, list):
        holder[int(parts[-1])] = value
    elif isinstance(holder, dict):
        holder[parts[-1]] = value
    else:
        raise TypeError(pointer)
    return document


def _problem(rule: FaultRule) -> str | None:
    """Why a rule cannot work, naming the field; `None` where it can."""
    if rule.kind == "status" and rule.status is None:
        return "status: a `status` fault needs the status to answer with"
    if rule.kind == "latency" and rule.seconds <= 0:
        return "seconds: a `latency` fault needs a number above 0"
    if rule.kind == "body_patch" and not rule.pointer:
        return "pointer: a `body_patch` fault needs a JSON pointer, e.g. /job/status"
    if rule.pointer and not rule.pointer.startswith("/"):
        return f"pointer: {rule.pointer!r} is no JSON pointer; begin it with /"
    if rule.listener == "files" and rule.kind == "body_patch":
        return "listener: files have no JSON to patch; use the api listener"
    for name, text in _header_texts(rule):
        if not _is_header(text):
            return f"{name}: {text[:60]!r} cannot stand in a header; use printable ASCII"
    return None


def _header_texts(rule: FaultRule) -> Iterable[tuple[str, str]]:
    yield "content_type", rule.content_type or "x"
    yield "location", rule.location or "x"
    for name, value in rule.headers.items():
        yield "headers", name if not name.isascii() or not name.replace("-", "").isalnum() else "x"
        yield "headers", value or "x"


def _is_header(text: str) -> bool:
    return text.isascii() and text.isprintable()
