"""What the cells of a JSON result become: types that the document declares, wider where a value does not fit.

Cells are read as text first, as the document writes them (`null` aside). A column gets the type that it is declared
with if all its values are that, and the next wider one that holds all of them exactly if not; at last it is text:

    TEXT        text, whatever is there; numbers, true, false and nested JSON as written
    BOOL        bool
    INTEGER     int64; decimal128(38, 0) where one is longer; float64 where fractions are among them
    FLOAT       float64 (also "NaN" and "Infinity"); int64 where integers are that a float cannot hold
    DATE        date32; as TIMESTAMP where times are among them
    TIME        time64[us]
    TIMESTAMP   timestamp[us], without a zone as written; timestamp[us, zone] if all values have an offset or Z
                ([ns] if digits need it)

This module needs pyarrow.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import pyarrow as pa

from .tables_kinds import (
    POOL,
    WORDS,
    Array,
    Fact,
    Found,
    Kind,
    any_true,
    beyond_float,
    cast_or_none,
    dates,
    instants,
    integers,
    pc,
    timestamps,
)


class Declared(Enum):
    """What a document says that a column is. The value is the kind of a column without any value."""

    TEXT = Kind.TEXT
    BOOL = Kind.BOOL
    INTEGER = Kind.INTEGER
    FLOAT = Kind.FLOAT
    DATE = Kind.DATE
    TIME = Kind.TIME
    TIMESTAMP = Kind.TIMESTAMP

    @property
    def quoted(self) -> bool:
        """Whether JSON writes such values in quotes."""
        return self not in (Declared.BOOL, Declared.INTEGER, Declared.FLOAT)


_DAY_ONE = "1970-01-01T"
_BOOLS = pa.array(["true", "false"])
_TRUE = pa.scalar("true")


def read(text: Array, declared: Declared) -> tuple[Fact, Array]:
    """What a part of a column is, and its values as that; `text` holds the cells, null where they are.

    >>> fact, values = read(pa.array(["1", None, "2.5"]), Declared.INTEGER)
    >>> fact.kind, values.to_pylist()
    (<Kind.FLOAT: 'float'>, [1.0, None, 2.5])
    """
    if text.null_count == len(text):
        return Fact(Kind.NULL), text
    for reader in _READERS[declared]:
        found = reader(text)
        if found is not None:
            return found
    return Fact(Kind.TEXT), text


def convert(text: Array, kind: Kind) -> Array:
    """The values of a part of a column whose kind is known to hold."""
    if text.null_count == len(text):
        return pa.nulls(len(text), kind.type)
    if kind.type == pa.string():
        return text
    if kind is Kind.BOOL:
        return pc.equal(text, _TRUE)
    if kind is Kind.TIME:
        return _as_times(text)
    return pc.cast(text, kind.type, memory_pool=POOL)


def _bools(text: Array) -> Found:
    if any_true(pc.invert(pc.is_in(text.drop_null(), _BOOLS))):
        return None
    return Fact(Kind.BOOL), pc.equal(text, _TRUE)


def _integers(text: Array) -> Found:
    """The usual case of `integers`."""
    numbers = cast_or_none(text, pa.int64())
    if numbers is None or b"-0" in characters(text) or _odd_zeros(text):
        return None
    return Fact(Kind.INTEGER, wide=beyond_float(numbers)), numbers


def _floats(text: Array) -> Found:
    """Numbers as JSON writes them, and the words for those that it cannot write."""
    numbers = cast_or_none(text, pa.float64())
    if numbers is None or _odd_zeros(text):
        return None
    if b"+" in characters(text) and any_true(pc.match_substring_regex(text, r"^\+")):
        return None
    if not _in_float_range(numbers):
        odd = text.filter(pc.invert(pc.is_finite(numbers)))
        if any_true(pc.invert(pc.is_in(odd, WORDS))):
            return None  # too large for a float: its digits say more than infinity
        long = text.filter(pc.greater(pc.abs(numbers), _EXACT_FLOAT))
        if any(int(each) != int(float(each)) for each in long.to_pylist() if each.lstrip("-").isdecimal()):
            return None
    return Fact(Kind.FLOAT), numbers


_EXACT_FLOAT = pa.scalar(float(2**53 - 1))


def _in_float_range(numbers: Array) -> bool:
    """Whether all numbers are finite and so small that integers among them are exact."""
    ends = pc.min_max(numbers)
    low, high = ends["min"].as_py(), ends["max"].as_py()
    if low is None or not (low > -(2.0**53) and high < 2.0**53):
        return False
    return not any_true(pc.is_nan(numbers))


def _odd_zeros(text: Array) -> bool:
    """Whether a number starts with a zero in a way that JSON does not allow, so was written as text: `007`."""
    for sign in ("", "-") if b"-0" in characters(text) else ("",):
        zero = pc.starts_with(text, f"{sign}0")
        if any_true(zero) and any_true(pc.match_substring_regex(text.filter(zero), f"^{sign}0[0-9xX]")):
            return True
    return False


def _times(text: Array) -> Found:
    try:
        return Fact(Kind.TIME), _as_times(text)
    except pa.ArrowInvalid:
        return None


def _as_times(text: Array) -> Array:
    # Arrow reads no times of day, but timestamps; a value with a date of its own makes that fail.
    whole = pc.binary_join_element_wise(_DAY_ONE, text, "")
    return pc.cast(pc.cast(whole, pa.timestamp("us")), pa.time64("us"), memory_pool=POOL)


def characters(text: Array) -> bytes:
    """All characters of an array of strings, one after another."""
    _, offsets, data = text.buffers()
    if data is None or not len(text):
        return b""
    ends = pa.Array.from_buffers(pa.int32(), len(text) + 1, [None, offsets], offset=text.offset)
    start, end = ends[0].as_py(), ends[len(text)].as_py()
    return bytes(data.slice(start, end - start).to_pybytes())


_READERS: dict[Declared, tuple[Callable[[Array], Found], ...]] = {
    Declared.TEXT: (),
    Declared.BOOL: (_bools,),
    Declared.INTEGER: (_integers, integers, _floats),
    Declared.FLOAT: (_floats, integers),
    Declared.DATE: (dates, timestamps, instants),
    Declared.TIME: (_times,),
    Declared.TIMESTAMP: (timestamps, instants),
}

__all__ = ["Declared", "characters", "convert", "read"]
