"""A request as data, and the reply it gets."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from ._decode import ParseError
from ._operation import Operation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class File:
    """A part of a multipart body: bytes, with the name and media type that go with them."""

    content: bytes
    name: str | None = None
    content_type: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: status, headers (names in lower case), and the body in full."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def media_type(self) -> str:
        """The media type in lower case without parameters, e.g. `application/json`; empty where none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            ParseError: it is empty, not UTF-8 or not JSON, whatever its media type says.
        """
        try:
            return json.loads(self.content)
        except RecursionError:
            raise ParseError("", "the body is nested too deeply") from None
        except ValueError as error:
            what = "is empty" if not self.content.strip() else f"is not JSON ({error})"
            raise ParseError("", f"the body {what}; media type {self.media_type or 'not given'}") from None


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One call as data: what to send, and how to read what comes back.

    `path` is relative to the base URL and percent-encoded, `query` holds name and value as they are before encoding.
    A request has no credentials: the sender adds them.
    """

    operation: Operation
    path: str
    parse: Callable[[Reply], T] = field(repr=False)
    query: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes | None = field(default=None, repr=False)
    multipart: tuple[tuple[str, File], ...] | None = field(default=None, repr=False)

    def with_query(self, name: str, value: str) -> Request[T]:
        """The same request with one query parameter replaced or added."""
        kept = tuple(pair for pair in self.query if pair[0] != name)
        return replace(self, query=(*kept, (name, value)))


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[T]):
    """A reply beside its typed value: what `.with_raw_response` gives.

    >>> raw = h.users.with_raw_response.me()                            # doctest: +SKIP
    >>> raw.status, raw.headers["ratelimit-remaining"], raw.parse().user.email
    """

    request: Request[T]
    reply: Reply

    @property
    def status(self) -> int:
        return self.reply.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self.reply.headers

    @property
    def content(self) -> bytes:
        return self.reply.content

    def json(self) -> Any:
        """The body as plain JSON values."""
        return self.reply.json()

    def parse(self) -> T:
        """The body as the type that the spec gives it.

        Raises:
            DecodeError: the body is not what the spec says (ParseError where no client was involved).
        """
        return self.request.parse(self.reply)
