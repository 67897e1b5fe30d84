"""What the text of a column means: the rules by which CSV values become typed ones.

A CSV body says nothing of types, so they are found by looking at every value. A column gets a type only if all its
values are written as that type would write them and none would change; otherwise it stays text. So `007`, `+49 30`,
`0x1F`, `12E4` (an exponent needs a sign or a point) and ` 5` are text, and so is a column that mixes fractions with
integers too long for a float. The rules, per column:

    empty without quotes       null
    empty in quotes            empty text in a text column, null in any other
    no value at all            text
    true, True, TRUE, false .. bool
    integers                   int64; decimal128(38, 0) where one is longer; text above 38 digits
    integers and fractions     float64 (also nan, inf)
    2024-05-01                 date32
    2024-05-01 10:00:00.5      timestamp[us] (space or T; dates between them count as midnight); [ns] if digits need it
    .. with Z or an offset     timestamp[us, UTC]
    anything else              text

`Rules` has two sets more, for whoever has to give what `pandas.read_csv` gives.

This module needs pyarrow.
"""

from __future__ import annotations

import os
import re
import struct
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute

pc: Any = pyarrow.compute  # its functions are made at import, so type checkers do not know them

Array: TypeAlias = Any  # pyarrow has no type hints of its own

_EXACT = 2**53 - 1  # integers up to here are exact as float64, and no other integer is read as one of them
_NS_RANGE = (2**63 - 1) // 1000  # microseconds that nanoseconds can hold
_SAMPLE = 64
_US_PER_DAY = 86_400_000_000

# By its start alone: which attempts are worth making. The attempts themselves look at every value.
_NUMBER = re.compile(r"-?([0-9.]|nan|inf)", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _pool() -> Any:
    """The memory that values are kept in: jemalloc where Arrow has it and the user has not chosen.

    Many short-lived blocks beside values that stay are what it is good at: a table of a million rows takes a tenth less
    memory at its peak than in Arrow's usual pool, and the kernel is not kept busy with large pages.
    """
    if os.environ.get("ARROW_DEFAULT_MEMORY_POOL") or "jemalloc" not in pa.supported_memory_backends():
        return pa.default_memory_pool()
    return pa.jemalloc_memory_pool()


def _strings(*values: str) -> Array:
    """An Arrow array of strings. `pa.array` and `pa.scalar` would import pandas, which costs a third of a second."""
    ends = array("i", accumulate((len(value) for value in values), initial=0))
    return pa.Array.from_buffers(
        pa.string(), len(values), [None, pa.py_buffer(ends), pa.py_buffer("".join(values).encode())]
    )


POOL = _pool()
_EMPTY = _strings("")[0]
_NO_TEXT = pa.nulls(1, pa.string())[0]
_NO_BOOL = pa.nulls(1, pa.bool_())[0]
_EXACT_FLOAT = _strings(str(_EXACT))[0].cast(pa.float64())
_TRUE = _strings("true", "True", "TRUE")
_BOOLS = _strings("true", "True", "TRUE", "false", "False", "FALSE")
_NAMES = ("nan", "NaN", "NAN", "inf", "Inf", "INF", "Infinity")
WORDS = _strings(*_NAMES, *(f"-{name}" for name in _NAMES))


class Kind(Enum):
    """What all values of a column have in common."""

    NULL = "null"
    BLANK = "blank"  # only empty values, some of them in quotes
    BOOL = "bool"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    DATE = "date"
    TIMESTAMP = "timestamp"
    TIMESTAMP_NS = "timestamp_ns"
    INSTANT = "instant"
    INSTANT_NS = "instant_ns"
    TIME = "time"  # only where a document declares it
    TEXT = "text"

    @property
    def type(self) -> Any:
        """The Arrow type that such a column gets."""
        return _TYPES[self]


_TYPES = {
    Kind.NULL: pa.string(),
    Kind.BLANK: pa.string(),
    Kind.BOOL: pa.bool_(),
    Kind.INTEGER: pa.int64(),
    Kind.DECIMAL: pa.decimal128(38, 0),
    Kind.FLOAT: pa.float64(),
    Kind.DATE: pa.date32(),
    Kind.TIMESTAMP: pa.timestamp("us"),
    Kind.TIMESTAMP_NS: pa.timestamp("ns"),
    Kind.INSTANT: pa.timestamp("us", "UTC"),
    Kind.INSTANT_NS: pa.timestamp("ns", "UTC"),
    Kind.TIME: pa.time64("us"),
    Kind.TEXT: pa.string(),
}


class Rules(Enum):
    """Which text becomes what: the rules above, or those of `pandas.read_csv`, with leading zeros kept or dropped.

    Under the latter dates stay text, and integers may lose what a float cannot hold where fractions stand beside them.
    """

    EXACT = "exact"
    READ_CSV = "read_csv"
    READ_CSV_ZEROS_KEPT = "read_csv, leading zeros kept"


# What read_csv takes for no value, in quotes or not.
NOTHING = (
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
    "NULL", "NaN", "None", "n/a", "nan", "null",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a column, or of a part of it.

    `wide` marks values that the next wider type cannot hold exactly: integers beyond 2**53 for a float, years far
    from ours for nanoseconds.
    """

    kind: Kind
    wide: bool = False


_WIDER = {
    (Kind.INTEGER, Kind.DECIMAL): Kind.DECIMAL,
    (Kind.INTEGER, Kind.FLOAT): Kind.FLOAT,
    (Kind.DATE, Kind.TIMESTAMP): Kind.TIMESTAMP,
    (Kind.DATE, Kind.TIMESTAMP_NS): Kind.TIMESTAMP_NS,
    (Kind.TIMESTAMP, Kind.TIMESTAMP_NS): Kind.TIMESTAMP_NS,
    (Kind.INSTANT, Kind.INSTANT_NS): Kind.INSTANT_NS,
}
_NARROWING = (Kind.FLOAT, Kind.TIMESTAMP_NS, Kind.INSTANT_NS)


def join(one: Fact, other: Fact) -> Fact:
    """The narrowest fact that holds for both parts of a column, in whatever order they come.

    >>> join(Fact(Kind.INTEGER), Fact(Kind.FLOAT)).kind, join(Fact(Kind.INTEGER, wide=True), Fact(Kind.FLOAT)).kind
    (<Kind.FLOAT: 'float'>, <Kind.TEXT: 'text'>)
    """
    if one.kind == other.kind:
        return Fact(one.kind, one.wide or other.wide)
    if Kind.NULL in (one.kind, other.kind):
        return other if one.kind is Kind.NULL else one
    if Kind.BLANK in (one.kind, other.kind):
        return other if one.kind is Kind.BLANK else one
    for narrow, wide in ((one, other), (other, one)):
        kind = _WIDER.get((narrow.kind, wide.kind))
        if kind is not None and not (narrow.wide and kind in _NARROWING):
            return Fact(kind, narrow.wide or wide.wide)
    return Fact(Kind.TEXT)


def classify(
    text: Array, hint: Kind = Kind.NULL, blanks: bool = True, rules: Rules = Rules.EXACT, decimal: str = "."
) -> tuple[Fact, Array]:
    """What a part of a column is, and its values as that; `text` is an Arrow string array, null where unquoted empty.

    `hint` is what another part of the column was: it saves time, and does not change what the parts are together.
    `blanks` is false where no value can be an empty text. `decimal` is the mark in fractions.

    >>> fact, values = classify(pa.array(["1", None, "30"]))
    >>> fact.kind, values.to_pylist()
    (<Kind.INTEGER: 'integer'>, [1, None, 30])
    """
    if decimal != ".":
        return _classify_marked(text, hint, blanks, rules, decimal)
    if text.null_count == len(text):
        return Fact(Kind.NULL), text
    values = _without_blanks(text) if blanks else text
    if values.null_count == len(values):
        return Fact(Kind.BLANK), text
    readers = _READERS_BY_RULES[rules]
    if hint in readers and (found := readers[hint](values)) is not None:
        return found
    first = values.drop_null()[:_SAMPLE]
    for kind, finer in _candidates(first[0].as_py()):
        # A cast that fails on many values is slow; one that fails on the first few need not be tried on the rest.
        fits = cast_or_none(first, kind.type) is not None or cast_or_none(first, finer.type) is not None
        if fits and kind in readers and (found := readers[kind](values)) is not None:
            return found
    return Fact(Kind.TEXT), text


def _classify_marked(text: Array, hint: Kind, blanks: bool, rules: Rules, decimal: str) -> tuple[Fact, Array]:
    """As `classify`, where another mark than a point stands in fractions, and a point in none."""
    found = classify(_with_point(text, decimal), hint, blanks, rules)
    if found[0].kind is Kind.FLOAT:
        return found
    fact, values = classify(text, hint, blanks, rules)
    return (fact, values) if fact.kind is not Kind.FLOAT or not has(text, r"\.") else (Fact(Kind.TEXT), text)


def _with_point(text: Array, decimal: str) -> Array:
    return pc.replace_substring(pc.replace_substring(text, ".", "#"), decimal, ".")


def convert(text: Array, kind: Kind, decimal: str = ".") -> Array:
    """The values of a part of a column whose kind is known to hold."""
    if decimal != "." and kind is Kind.FLOAT:
        text = _with_point(text, decimal)
    if kind.type == pa.string():
        return text
    values = _without_blanks(text)
    if kind is Kind.BOOL:
        return _as_bool(values)
    return pc.cast(values, kind.type, memory_pool=POOL)


def _without_blanks(text: Array) -> Array:
    blank = pc.equal(text, _EMPTY)
    return pc.if_else(blank, _NO_TEXT, text) if any_true(blank) else text


Found: TypeAlias = tuple[Fact, Array] | None


def _candidates(first: str) -> tuple[tuple[Kind, Kind], ...]:
    """What a column may be, judged by its first value: kinds, each with the one that takes over where it ends."""
    if _DATE.match(first):
        return (
            (Kind.DATE, Kind.DATE),
            (Kind.TIMESTAMP, Kind.TIMESTAMP_NS),
            (Kind.INSTANT, Kind.INSTANT_NS),
        )
    if _NUMBER.match(first):
        return ((Kind.INTEGER, Kind.DECIMAL), (Kind.FLOAT, Kind.FLOAT))
    return ((Kind.BOOL, Kind.BOOL),)


def cast_or_none(values: Array, to: Any) -> Array | None:
    try:
        return pc.cast(values, to, memory_pool=POOL)
    except pa.ArrowInvalid:
        return None


def any_true(mask: Array) -> bool:
    return bool(pc.any(mask).as_py())


def has(values: Array, pattern: str) -> bool:
    """Whether the pattern is found anywhere in the column's characters, taken as one long text (much faster)."""
    _, offsets, data = values.buffers()
    ends = pa.Array.from_buffers(pa.int32(), len(values) + 1, [None, offsets], offset=values.offset)
    span = struct.pack("=qq", ends[0].as_py(), ends[len(values)].as_py())
    whole = pa.Array.from_buffers(pa.large_binary(), 1, [None, pa.py_buffer(span), data])
    return any_true(pc.match_substring_regex(whole, pattern))


def has_any(values: Array, characters: str) -> bool:
    """The same for single characters, one by one: a search for one is many times faster than for a set."""
    return any(has(values, re.escape(character)) for character in characters)


def _as_bool(values: Array) -> Array:
    return pc.if_else(pc.is_valid(values), pc.is_in(values, _TRUE), _NO_BOOL)


def _bools(values: Array) -> Found:
    known = pc.is_in(values, _BOOLS)
    if any_true(pc.and_(pc.invert(known), pc.is_valid(values))):
        return None
    return Fact(Kind.BOOL), _as_bool(values)


def _zero_padded(values: Array) -> bool:
    """Whether a value starts with a zero but is neither `0` nor `0.5`, with or without a minus sign."""
    signs = ("", "-") if has(values, "-0") else ("",)
    for sign in signs:
        zero = pc.starts_with(values, f"{sign}0")
        if any_true(zero) and any_true(pc.match_substring_regex(values.filter(zero), f"^{sign}0[^.]")):
            return True
    return False


def integers(values: Array) -> Found:
    """Integers of any length up to 38 digits, if all values are that and none is written in an odd way."""
    numbers = cast_or_none(values, pa.int64())
    if numbers is not None:
        if has(values, "-0") or _zero_padded(values):
            return None
        return Fact(Kind.INTEGER, wide=beyond_float(numbers)), numbers
    # The cast wraps around silently at 2**128, so more digits than there are places never get there.
    if has(values, "[^0-9-]|-0") or _zero_padded(values) or any_true(pc.match_substring_regex(values, "[0-9]{39}")):
        return None
    numbers = cast_or_none(values, Kind.DECIMAL.type)
    return None if numbers is None else (Fact(Kind.DECIMAL, wide=True), numbers)


def _loose_integers(values: Array) -> Found:
    numbers = cast_or_none(values, pa.int64())
    return None if numbers is None or has_any(values, "xX") else (Fact(Kind.INTEGER), numbers)


def _loose_floats(values: Array) -> Found:
    numbers = cast_or_none(values, pa.float64())
    if numbers is None or not has_any(values, ".eEnN"):
        return None  # integers too long for int64 stay text
    return Fact(Kind.FLOAT), numbers


def beyond(numbers: Array, limit: int) -> bool:
    ends = pc.min_max(numbers).as_py()
    return bool(ends["min"] < -limit or ends["max"] > limit)


def _floats(values: Array) -> Found:
    numbers = cast_or_none(values, pa.float64())
    if numbers is None or _zero_padded(values):
        return None
    if has_any(values, "eE+") and any_true(pc.match_substring_regex(values, r"^\+|^-?[0-9]+[eE][0-9]")):
        return None
    if has_any(values, "nN") or beyond(numbers, _EXACT):
        odd = values.filter(pc.invert(pc.is_finite(numbers)))
        if any_true(pc.invert(pc.is_in(odd, WORDS))):
            return None  # a number too large for a float, or a word that only looks like one
        long = values.filter(pc.greater(pc.abs(numbers), _EXACT_FLOAT))
        if any_true(pc.match_substring_regex(long, "^-?[0-9]+$")):
            return None
    return Fact(Kind.FLOAT), numbers


def beyond_float(integers: Array) -> bool:
    """Whether some integers are too large to be certain to keep their value as float64."""
    return beyond(integers, _EXACT)


def dates(values: Array) -> Found:
    """Dates, if all values are that; so with the next two."""
    days = cast_or_none(values, pa.date32())
    if days is None:
        return None
    return Fact(Kind.DATE, wide=beyond(pc.cast(days, pa.int32()), _NS_RANGE // _US_PER_DAY)), days


def timestamps(values: Array) -> Found:
    return _times(values, Kind.TIMESTAMP, Kind.TIMESTAMP_NS)


def instants(values: Array) -> Found:
    return _times(values, Kind.INSTANT, Kind.INSTANT_NS)


def _times(values: Array, usual: Kind, fine: Kind) -> Found:
    times = cast_or_none(values, usual.type)
    if times is not None:
        return Fact(usual, wide=beyond(pc.cast(times, pa.int64()), _NS_RANGE)), times
    times = cast_or_none(values, fine.type)
    return None if times is None else (Fact(fine), times)


_READERS: dict[Kind, Callable[[Array], Found]] = {
    Kind.BOOL: _bools,
    Kind.INTEGER: integers,
    Kind.DECIMAL: integers,
    Kind.FLOAT: _floats,
    Kind.DATE: dates,
    Kind.TIMESTAMP: timestamps,
    Kind.TIMESTAMP_NS: timestamps,
    Kind.INSTANT: instants,
    Kind.INSTANT_NS: instants,
}

_STRICT_NUMBERS = {kind: _READERS[kind] for kind in (Kind.BOOL, Kind.INTEGER, Kind.DECIMAL, Kind.FLOAT)}

_READERS_BY_RULES: dict[Rules, dict[Kind, Callable[[Array], Found]]] = {
    Rules.EXACT: _READERS,
    Rules.READ_CSV: {Kind.BOOL: _bools, Kind.INTEGER: _loose_integers, Kind.FLOAT: _loose_floats},
    Rules.READ_CSV_ZEROS_KEPT: _STRICT_NUMBERS,
}
