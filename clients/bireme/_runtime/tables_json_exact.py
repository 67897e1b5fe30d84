"""JSON rows read exactly, one cell at a time: for whatever `tables_json_quick` leaves, and for what stands around rows.

Plain regular expressions over bytes, so that a cell keeps the digits that it was written with, and every position is
known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_SPACE = rb"[ \t\r\n]*+"
_TEXT = rb'"(?:[^"\\\x00-\x1f]++|\\.)*+"'
CELL = re.compile(
    _SPACE + rb"(?:(" + _TEXT + rb")|(null)|"
    rb"(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?|true|false|NaN|-?Infinity)|(?=[\[{]))" + _SPACE,
    re.DOTALL,
)
_SPACES = re.compile(_SPACE)
KEY = re.compile(_SPACE + rb"(" + _TEXT + rb")" + _SPACE + rb":" + _SPACE, re.DOTALL)
KEY_STARTED = re.compile(rb'(?:"(?:[^"\\\x00-\x1f]++|\\.)*+(?:\\?|"[ \t\r\n]*+))?\Z', re.DOTALL)
_STEPS = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["\[\]{}]', re.DOTALL)
_STARTED = re.compile(rb'(?:"(?:[^"\\\x00-\x1f]++|\\.)*+\\?|[-+.0-9A-Za-z]*+)\Z', re.DOTALL)


class Malformed(Exception):
    """Text that is no JSON, or not of the shape that rows have; says where, from the start of what was given."""

    def __init__(self, reason: str, position: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.position = position


class Unfinished(Exception):
    """The text ends before what was begun."""


def behind_space(data: bytes, start: int) -> int:
    """The offset of what follows the white space that may be at `start`."""
    found = _SPACES.match(data, start)
    return found.end() if found else start


def nested_end(data: bytes, start: int) -> int:
    """Where the list or object that starts at `start` ends.

    Raises:
        Unfinished: not within `data`.
    """
    depth = 0
    for step in _STEPS.finditer(data, start):
        token = step[0]
        if token in b"[{":
            depth += 1
        elif token in b"]}":
            depth -= 1
            if not depth:
                return step.end()
        elif token == b'"':
            break
    raise Unfinished


def cell_at(data: bytes, start: int) -> tuple[re.Match[bytes], int]:
    """The value that starts at `start`, and where it and the space behind it end; more must follow there.

    Raises:
        Unfinished: the data ends before that is certain.
        Malformed: there is no value.
    """
    found = CELL.match(data, start)
    if found is None:
        begin = behind_space(data, start)
        if _STARTED.match(data, begin):
            raise Unfinished
        raise Malformed("there is no value where one is due", begin)
    end = found.end()
    if found.lastindex is None:
        end = behind_space(data, nested_end(data, end))
    if end == len(data) or (found.lastindex == 3 and end == found.end(3) and _STARTED.match(data, end)):
        raise Unfinished  # a number may go on: `1.`
    return found, end


def exact_rows(data: bytes) -> Iterator[tuple[list[str | None], int]]:
    """The rows that are complete in `data`, which starts with one, each with the offset behind it.

    A cell is the text it holds, None for null; numbers, true, false and nested values are as written.

    >>> list(exact_rows(b'[1, "a\\\\n"], [null,[2]],[3'))
    [(['1', 'a\\n'], 10), ([None, '[2]'], 22)]

    Raises:
        Malformed: something is no JSON, or no row.
    """
    position = 0
    while True:
        try:
            cells, end = row_at(data, position)
        except Unfinished:
            return
        yield cells, end
        position = behind_space(data, end)
        if data[position : position + 1] != b",":
            return
        position = behind_space(data, position + 1)


def row_at(data: bytes, start: int) -> tuple[list[str | None], int]:
    """The row that starts at `start`, and the offset behind it. Raises as `cell_at`."""
    if data[start : start + 1] != b"[":
        if start >= len(data):
            raise Unfinished
        raise Malformed("a row is no list", start)
    cells: list[str | None] = []
    position = behind_space(data, start + 1)
    if data[position : position + 1] == b"]":
        return cells, position + 1
    while True:
        found, end = cell_at(data, position)
        cells.append(_cell(data, found, end))
        if data[end] == 0x5D:  # ]
            return cells, end + 1
        if data[end] != 0x2C:  # ,
            raise Malformed("a value is followed by neither a comma nor the end of its list", end)
        position = end + 1


def _cell(data: bytes, found: re.Match[bytes], end: int) -> str | None:
    text, null, scalar = found.groups()
    if text is not None:
        return text_of(text, found.start(1))
    if null is not None:
        return None
    if scalar is not None:
        return str(scalar, "ascii")
    nested = data[found.end() : end].rstrip()
    try:
        json.loads(nested, parse_int=len)  # what a number says is of no matter, and it may be longer than int() takes
        return nested.decode()
    except (ValueError, RecursionError) as error:
        raise Malformed(f"a nested value is no JSON ({error})", found.end()) from None


def text_of(raw: bytes, position: int = 0) -> str:
    """What a JSON string says. Half of a surrogate pair without the other is U+FFFD, as UTF-8 cannot say it.

    Raises:
        Malformed: it is not UTF-8, or an escape is not known.
    """
    try:
        return whole(json.loads(raw)) if b"\\" in raw else raw[1:-1].decode()
    except UnicodeDecodeError as error:
        raise Malformed(f"a text is not UTF-8 ({error.reason})", position + error.start) from None
    except ValueError as error:
        raise Malformed(f"a text is no JSON ({error})", position) from None


def whole(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
