"""Turning JSON into typed values, with errors that say where the value stands.

A decoder is a function from a plain JSON value to a typed one; it raises `ParseError` where the value is not what the
spec says. Generated models are built from these: `fields.required("id", integer)`.
"""

from __future__ import annotations

import datetime
import re
import uuid
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from ._unset import UNSET, Unset

if TYPE_CHECKING:
    from ._request import File, Reply

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_SHOWN = 40
_NOT_TAKEN = object()
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


class ParseError(ValueError):
    """A reply that is not what the spec says.

    `path` is the JSON pointer of the value at fault (empty for the whole reply), `reason` says what is wrong with it.
    Glue turns this into `bireme.DecodeError`, which also knows the request.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path or 'reply'}: {reason}")
        self.path = path
        self.reason = reason

    def under(self, key: str | int) -> ParseError:
        """The same error seen from one level up.

        >>> ParseError("/id", "missing").under("job").path
        '/job/id'
        """
        return ParseError(f"/{str(key).replace('~', '~0').replace('/', '~1')}{self.path}", self.reason)


def describe(value: object) -> str:
    """A JSON value as an error text names it; long ones are cut, objects and arrays are not shown.

    >>> describe("abc"), describe(None), describe([1])
    ("'abc' (string)", 'null', 'an array')
    """
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list):
        return "an array"
    if isinstance(value, bool):
        return f"{str(value).lower()} (boolean)"
    shown = repr(value)
    kind = {str: "string", int: "number", float: "number"}.get(type(value), type(value).__name__)
    return f"{shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '...'} ({kind})"


def _not(value: object, wanted: str) -> ParseError:
    return ParseError("", f"is {describe(value)}, not {wanted}")


def anything(value: object) -> Any:
    """Any JSON value, as it is."""
    return value


def string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise _not(value, "a string")


def boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise _not(value, "a boolean")


def integer(value: object) -> int:
    """An integer; `5.0` is one in JSON Schema, `true` is not."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _not(value, "an integer")


def number(value: object) -> float:
    """A number; an integer stays one, so that large ones keep every digit."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise _not(value, "a number")


def null(value: object) -> None:
    if value is not None:
        raise _not(value, "null")


def date(value: object) -> datetime.date:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass  # a day such as 31 February: the error below says so
    raise _not(value, "a date such as 2024-05-31")


def date_time(value: object) -> datetime.datetime:
    """A point in time with its offset (RFC 3339); digits beyond microseconds are cut."""
    if isinstance(value, str) and (_is_usual(value) or _DATE_TIME.fullmatch(value)):
        try:
            return datetime.datetime.fromisoformat(value.upper())
        except ValueError:
            pass  # an hour such as 25: the error below says so
    raise _not(value, "a date and time with an offset such as 2024-05-31T12:00:00Z")


def _is_usual(text: str) -> bool:
    """Whether a text is like `2024-05-31T12:00:00Z`, which is how nearly all times look: this is quicker to see.

    Whether digits stand in between, and of a day that exists, is for `fromisoformat` to say.
    """
    return (
        len(text) == 20
        and text[10] == "T"
        and text[19] == "Z"
        and text[4] == text[7] == "-"
        and text[13] == text[16] == ":"
    )


def uuid_(value: object) -> uuid.UUID:
    if isinstance(value, str):
        try:
            return uuid.UUID(value)
        except ValueError:
            pass
    raise _not(value, "a UUID")


def file(value: object) -> File:
    """A part of a form: given by the caller, never found in JSON."""
    from ._request import File as Part

    if isinstance(value, Part):
        return value
    raise _not(value, "a bireme File")


def constant(wanted: T) -> Callable[[object], T]:
    """The one value that the spec allows."""

    def decode(value: object) -> T:
        if value == wanted and type(value) is type(wanted):
            return wanted
        raise _not(value, repr(wanted))

    return decode


def enumerated(kind: type[E]) -> Callable[[object], E]:
    """A member of an open enum; a value that the spec does not know becomes an unknown member that keeps it."""
    plain: type = int if issubclass(kind, int) else str
    scalar: Callable[[object], object] = integer if plain is int else string
    known: Mapping[Any, Enum] = kind._value2member_map_

    def decode(value: object) -> E:
        member = known.get(value) if type(value) is plain else None
        return kind(scalar(value)) if member is None else cast("E", member)

    return decode


def nullable(inner: Callable[[object], T]) -> Callable[[object], T | None]:
    def decode(value: object) -> T | None:
        return None if value is None else inner(value)

    return decode


def array(inner: Callable[[object], T]) -> Callable[[object], list[T]]:
    def decode(value: object) -> list[T]:
        if not isinstance(value, list):
            raise _not(value, "an array")
        items: list[T] = []
        try:
            for item in value:
                items.append(inner(item))  # noqa: PERF401 - the length tells which item is at fault
        except ParseError as error:
            raise error.under(len(items)) from None
        return items

    return decode


def tagged(
    tag: str, members: Mapping[Any, Callable[[object], Any]], *others: Callable[[object], Any]
) -> Callable[[object], Any]:
    """One of several objects, told apart by the value of their property `tag`.

    `others` are members that state no value for the tag: they are tried where its value is none of the known ones.

    Raises (the decoder):
        ParseError: the tag is missing, or its value is not known and there are no others.
    """

    def decode(value: object) -> Any:
        if not isinstance(value, Mapping):
            if others:
                return union(*others)(value)
            raise _not(value, "an object")
        found = value.get(tag, UNSET)
        if not isinstance(found, dict | list) and found in members:
            return members[found](value)
        if others:
            return union(*others)(value)
        if isinstance(found, Unset):
            raise ParseError("", "is missing").under(tag)
        known = ", ".join(str(name) for name in members)
        raise ParseError("", f"is {describe(found)}, which tells no known variant; known are {known}").under(tag)

    return decode


def union(*members: Callable[[object], Any]) -> Callable[[object], Any]:
    """One of several types that no tag tells apart: the member that fits closest.

    An object that leaves the fewest members of the JSON unexplained wins, then the one that misses the fewest of its
    own fields. Two objects that fit equally well are an error, not a guess.

    Raises (the decoder):
        ParseError: no member fits, or two objects fit equally well.
    """

    def decode(value: object) -> Any:
        fits: list[tuple[tuple[int, int], Any]] = []
        errors: list[str] = []
        for member in members:
            try:
                fit = member(value)
            except ParseError as error:
                errors.append(str(error) if error.path else error.reason)
            else:
                fits.append((_misfit(fit), fit))
        if not fits:
            raise ParseError("", f"is {describe(value)} and fits no member of the union: {'; '.join(errors)}")
        best = min(score for score, _ in fits)
        chosen = [fit for score, fit in fits if score == best]
        if len(chosen) > 1 and hasattr(chosen[0], "additional_properties"):
            names = " and ".join(type(fit).__name__ for fit in chosen)
            raise ParseError("", f"fits {names} equally well, and the spec names no property that tells them apart")
        return chosen[0]

    return decode


def _misfit(value: object) -> tuple[int, int]:
    """How badly a decoded value fits: what it leaves unexplained, and what it lacks."""
    if isinstance(value, OpenStrEnum | OpenIntEnum):
        return (0 if value.is_known else 1, 0)
    if isinstance(value, list):
        scores = [_misfit(item) for item in value]
        return (sum(extra for extra, _ in scores), sum(lacking for _, lacking in scores))
    extra = getattr(value, "additional_properties", None)
    if extra is None:
        return (0, 0)
    names: Iterable[str] = getattr(type(value), "__slots__", ())
    return (len(extra), sum(getattr(value, name, None) is UNSET for name in names))


class Fields:
    """The members of a JSON object, taken out one after the other.

    `take(name, UNSET)` gives a member as it is. Generated models look themselves whether it is of the plain type that
    the spec says, since that is quick and nearly always so, and hand it to `required` or `optional` where it is not:
    `id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v)`.

    Raises:
        ParseError: the value is not an object.
    """

    __slots__ = ("_left", "take")

    def __init__(self, value: object) -> None:
        if not isinstance(value, Mapping):
            raise _not(value, "an object")
        self._left: dict[str, Any] = dict(value)
        self.take = self._left.pop

    def required(self, name: str, decoder: Callable[[object], T], taken: Any = _NOT_TAKEN) -> T:
        """The member `name`; a ParseError with its path where it is missing or not as the spec says."""
        value = self.take(name, UNSET) if taken is _NOT_TAKEN else taken
        if value is UNSET:
            raise ParseError("", "is missing").under(name)
        try:
            return decoder(value)
        except ParseError as error:
            raise error.under(name) from None

    def optional(self, name: str, decoder: Callable[[object], T], taken: Any = _NOT_TAKEN) -> T | Unset:
        """The member `name`, or UNSET where it is not there."""
        value = self.take(name, UNSET) if taken is _NOT_TAKEN else taken
        return UNSET if value is UNSET else self.required(name, decoder, value)

    def rest(self, decoder: Callable[[object], T]) -> dict[str, T]:
        """What has not been taken: members that the spec does not name."""
        return {name: self.required(name, decoder) for name in list(self._left)} if self._left else {}


class OpenStrEnum(StrEnum):
    """Text values that the spec lists; a value beyond the list is kept as an unknown member that equals its text.

    >>> class Status(OpenStrEnum):
    ...     DONE = "done"
    >>> Status("done") is Status.DONE, Status("paused") == "paused", Status("paused").is_known
    (True, True, False)
    """

    @property
    def is_known(self) -> bool:
        """Whether the spec lists this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_, member._value_ = "UNKNOWN", value
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self._name_}" if self.is_known else f"{type(self).__name__}({self._value_!r})"


class OpenIntEnum(IntEnum):
    """The same for whole numbers."""

    @property
    def is_known(self) -> bool:
        """Whether the spec lists this value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = "UNKNOWN", value
        return member

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self._name_}" if self.is_known else f"{type(self).__name__}({self._value_!r})"


def json_body(reply: Reply, decoder: Callable[[object], T]) -> T:
    """The body as JSON, decoded.

    Raises:
        ParseError: it has another media type (a proxy's HTML page, say), is not JSON, or not what the spec says.
    """
    kind = reply.media_type
    if kind and not is_json(kind):
        raise ParseError("", f"the body is {kind} where JSON is due (status {reply.status})")
    return decoder(reply.json())


def is_json(media_type: str) -> bool:
    return media_type in ("application/json", "text/json") or media_type.endswith("+json")


def text_body(reply: Reply) -> str:
    """The body as text, by the charset of its media type, else UTF-8."""
    charset = re.search(r"charset=\"?([\w.:-]+)", reply.headers.get("content-type", ""), re.IGNORECASE)
    name = charset[1] if charset else "utf-8"
    try:
        return reply.content.decode(name)
    except (LookupError, UnicodeDecodeError) as error:
        raise ParseError("", f"the body is not {name} text: {error}") from None


def unexpected_media_type(reply: Reply, *documented: str) -> ParseError:
    """The error for a success whose media type the spec does not name."""
    found = reply.media_type or "of no media type"
    return ParseError("", f"the body is {found}; the spec names {', '.join(documented)} for status {reply.status}")


def undocumented(reply: Reply, *documented: str) -> ParseError:
    """The error for a status that is no documented success."""
    return ParseError("", f"status {reply.status} is not one that the spec gives for success ({', '.join(documented)})")
