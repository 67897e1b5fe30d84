"""A JSON document whose member `rows` is a table, read from disk while it arrives: its other members, and its rows.

`{"fields": [{"name": ..., "data_type": ...}, ...], "rows": [[...], ...], ...}`, the members in any order. Rows are
given away in blocks of whole rows as soon as they are there. What they mean is in `fields`; where that comes after
them, they wait on disk.

This module needs pyarrow.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .tables_body import Block, unreadable
from .tables_json_exact import KEY, KEY_STARTED, Malformed, Unfinished, behind_space, cell_at, exact_rows, text_of
from .tables_json_quick import Rows, Style, rows_of, style_of

_BOM = b"\xef\xbb\xbf"
_EXCERPT = 200
FIELDS, ROWS = "fields", "rows"


class _At(Enum):
    """Where in the document the reading is."""

    START = "before it"
    MEMBER = "where a member may begin"
    NEXT = "behind a member"
    ROW = "where a row may begin"
    ROW_END = "behind a row"
    END = "behind it"


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole rows: their place, and what was found out on the way: their CSV and the quotes in it, or their cells."""

    block: Block
    csv: bytes | None = None
    escapes: bool = False
    quotes: int = 0
    cells: list[list[str | None]] | None = None


class Document:
    """Reads on as more of the document is there; `members` are those that are complete, but for the rows.

    Args:
        read: gives the bytes of a block that is on disk.
    """

    def __init__(self, read: Callable[[Block], bytes]) -> None:
        self._read = read
        self._at = _At.START
        self._place = 0
        self._worth = 0  # no use to look again before so much is there
        self._seen_rows = False
        self.members: dict[str, Any] = {}
        self.style: Style | None = None

    def advance(self, end: int, last: bool = False) -> Iterator[Piece]:
        """Reads up to `end`; `last` says that there will be no more.

        Raises:
            DecodeError: it is no JSON, or no document with rows, or with `last` not complete.
        """
        if end < self._worth and not last:
            return
        data = self._read(Block(self._place, end - self._place))
        base, position = self._place, 0
        try:
            while self._at is not _At.END:
                if self._at in (_At.ROW, _At.ROW_END):
                    position = self._to_row(data, position)
                    self._place = base + position
                    if self._at is _At.ROW:
                        piece = self._rows(data[position:], base + position, last)
                        position += piece.block.size
                        if piece.csv is not None and self.style is not None:
                            position += self.style.between  # it was cut where a next row begins
                        else:
                            self._at = _At.ROW_END
                        self._place = base + position
                        yield piece
                else:
                    position = self._step(data, position)
                self._place = base + position
            if data[position:].strip(b" \t\r\n"):
                raise Malformed("something follows the document", position)
        except Unfinished:
            if last:
                raise unreadable("it ends before it is complete: it was cut short", format="JSON") from None
            self._worth = end + (end - self._place)
        except Malformed as error:
            place = self._place - base + error.position if self._at is _At.ROW else error.position
            reason = f"{error.reason} (byte {base + place})"
            excerpt = data[max(0, place - 20) : place + _EXCERPT].decode(errors="replace")
            raise unreadable(reason, excerpt, format="JSON") from None

    def check(self) -> None:
        """Raises DecodeError if the complete document has no rows or fields."""
        for name, there in ((ROWS, self._seen_rows), (FIELDS, isinstance(self.members.get(FIELDS), list))):
            if not there:
                raise unreadable(f"it has no list {name!r}", format="JSON")

    def _step(self, data: bytes, position: int) -> int:
        """Over the next mark or member."""
        if self._at is _At.START and data[position : position + 3] == _BOM:
            position += 3
        position = behind_space(data, position)
        mark = data[position : position + 1]
        if not mark or (self._at is _At.START and _BOM.startswith(data[position:])):
            raise Unfinished
        if self._at is _At.START:
            if mark != b"{":
                raise Malformed("it is no JSON object", position)
            self._at = _At.MEMBER
            return position + 1
        if mark == b"}" and (self._at is _At.NEXT or not (self.members or self._seen_rows)):
            self._at = _At.END
            return position + 1
        if self._at is _At.NEXT:
            if mark != b",":
                raise Malformed("a member is followed by neither a comma nor the end", position)
            position += 1
        return self._member(data, position)

    def _member(self, data: bytes, position: int) -> int:
        found = KEY.match(data, position)
        if found is None:
            start = behind_space(data, position)
            if KEY_STARTED.match(data, start):
                raise Unfinished
            raise Malformed("there is no member where one is due", start)
        name, start = text_of(found[1], found.start(1)), found.end()
        if start == len(data):
            raise Unfinished
        if name == ROWS:
            if data[start : start + 1] != b"[" or self._seen_rows:
                raise Malformed("the rows are no list, or there twice", start)
            self._seen_rows = True
            self._at = _At.ROW
            return start + 1
        _, end = cell_at(data, start)
        try:
            value = json.loads(data[start:end])
            json.dumps(value)  # the metadata of the schema is to hold it
            self.members[name] = value
        except (ValueError, RecursionError) as error:
            raise Malformed(f"member {name!r} is no JSON ({error})", start) from None
        self._at = _At.NEXT
        return end

    def _to_row(self, data: bytes, position: int) -> int:
        """To the start of the next row, or behind the end of the rows."""
        position = behind_space(data, position)
        mark = data[position : position + 1]
        if mark == b"]":
            self._at = _At.NEXT
            return position + 1
        if self._at is _At.ROW_END:
            if mark != b",":
                if mark:
                    raise Malformed("a row is followed by neither a comma nor the end of the rows", position)
                raise Unfinished
            position = behind_space(data, position + 1)
            mark = data[position : position + 1]
        if not mark:
            raise Unfinished
        if mark != b"[":
            raise Malformed("a row is no list", position)
        self._at = _At.ROW
        return position

    def _rows(self, data: bytes, start: int, last: bool) -> Piece:
        """As many rows as can be had of data that begins with one."""
        if self.style is None:
            self.style = style_of(data)
        rows = rows_of(data) if self.style else None
        if self.style is not None and rows is not None and rows.cut(self.style):
            found = quick_piece(rows, self.style, start)
            if found is not None:
                return found
        elif not last and self.style is not None and rows is not None:
            raise Unfinished
        cells, size = [], 0
        for row, size in exact_rows(data):  # noqa: B007 - used after the loop
            cells.append(row)
        if not cells:
            raise Unfinished
        return Piece(Block(start, size), cells=cells)


def quick_piece(rows: Rows, style: Style, start: int) -> Piece | None:
    """Rows as CSV; None where that would not say what they are."""
    csv = rows.csv(style)
    return None if csv is None else Piece(Block(start, rows.size), csv, rows.escapes, rows.quotes)


def piece_of(data: bytes, style: Style | None) -> Piece:
    """Rows that are known to be whole."""
    rows = rows_of(data) if style else None
    if style is not None and rows is not None:
        rows.quotes = rows.text.count(b'"')
        found = quick_piece(rows, style, 0)
        if found is not None:
            return found
    return Piece(Block(0, len(data)), cells=exact_cells(data))


def exact_cells(data: bytes) -> list[list[str | None]]:
    """The cells of rows that are known to be whole, each by itself."""
    return [row for row, _ in exact_rows(data)]
