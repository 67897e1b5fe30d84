"""From the text of JSON rows to columns of text: quickly where all is as it usually is, exactly in any case.

Rows are lists of numbers, texts, true, false and null, so their text is nearly CSV, which Arrow reads many times faster
than anything can make objects of JSON. What stands in the way is replaced first, each by a control character, which
JSON text cannot hold as such:

    an escaped backslash    1
    an escaped quote        2, so that every quote left is one around a text
    the end of a row, the start of the next and what is between, e.g. `],[`     a line feed
    what is between cells, unless that is a comma alone                         3

A text that holds one of these by chance gets it back afterwards, so nothing is lost; other escapes are undone there,
too. This holds only while brackets outside of texts are those of rows, and every text is where one is declared; that is
checked by counting. Where it is not so, the rows are read one cell at a time (`exact_rows`), which
takes any JSON.

This module needs pyarrow.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv

from .tables_json_exact import Unfinished, behind_space, cell_at, row_at, whole
from .tables_json_kinds import characters
from .tables_kinds import POOL, Array, pc

_TAKEN = (b"\x00", b"\x01", b"\x02", b"\x03", b"\x04")
_LINE_BREAKS = (b"\n", b"\r", b"\t")
_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\/": "/", "\\r": "\r", "\\b": "\b", "\\f": "\f"}


@dataclass(frozen=True, slots=True)
class Style:
    """How a document separates cells, and rows: brackets, comma and space."""

    cells: bytes
    rows: bytes
    start: bytes
    end: bytes

    @property
    def between(self) -> int:
        """Bytes between the end of a row and the start of the next."""
        return len(self.rows) - len(self.end) - len(self.start)

    @property
    def spaced(self) -> bool:
        """Whether line breaks or tabs are part of it, so that no text can hold it."""
        return any(each in self.cells + self.rows for each in _LINE_BREAKS)


def style_of(data: bytes) -> Style | None:
    """The style of rows, by the first two; None where these are not all there."""
    try:
        cells, end = row_at(data, 0)
        if not cells:
            return None
        first = behind_space(data, 1)
        _, behind = cell_at(data, first)
    except Unfinished:
        return None
    comma = behind_space(data, end)
    second = behind_space(data, comma + 1)
    if data[comma : comma + 1] != b"," or data[second : second + 1] != b"[":
        return None
    between = b","
    if len(cells) > 1:
        written = len(data[:behind].rstrip())
        between = data[written : behind_space(data, behind + 1)]
    closing = data[len(data[: end - 1].rstrip()) : end]
    lead = b"[" + data[1:first]
    return Style(between, closing + data[end:second] + lead, lead, closing)


def _replaced(data: Any, what: bytes, by: bytes) -> pa.Buffer:
    """As `bytes.replace`, but several times as fast, and others can work meanwhile."""
    buffer = pa.py_buffer(data)
    ends = pa.py_buffer(b"".join(each.to_bytes(8, "little") for each in (0, len(buffer))))
    one = pa.Array.from_buffers(pa.large_binary(), 1, [None, ends, buffer])
    found = pc.replace_substring(one, what, by)
    return found.buffers()[2]


@dataclass(slots=True)
class Rows:
    """Rows on the way to CSV: `text` begins with a row, and its escaped backslashes and quotes are replaced."""

    text: bytes
    escapes: bool
    size: int  # bytes that the text took before replacing
    end: int  # of the text, as far as it is used
    quotes: int = 0

    def cut(self, style: Style) -> bool:
        """Ends the text behind a whole row, but for the last, which may not be the last; false: nothing is left."""
        total = self.text.count(b'"')
        behind, last = 0, len(self.text)
        place = self.text.rfind(style.rows)
        while place >= 0:
            behind += self.text.count(b'"', place, last)
            if (total - behind) % 2 == 0:  # not inside a text
                break
            last, place = place, self.text.rfind(style.rows, 0, place + len(style.rows) - 1)
        if place < 0:
            return False
        self.end = place + len(style.end)
        rest = len(self.text) - self.end
        self.size -= rest + sum(self.text.count(each, self.end) for each in (b"\x01", b"\x02"))
        self.quotes = total - behind
        return True

    def csv(self, style: Style) -> bytes | None:
        """The rows, each in a line; None where they are not of this style, or hold lists or objects."""
        text, end = self.text, self.end
        if not (text.startswith(style.start) and text.endswith(style.end, 0, end)):
            return None
        inner = memoryview(text)[len(style.start) : end - len(style.end)]
        spaced = style.spaced
        if not spaced and any(text.find(each, 0, end) >= 0 for each in _LINE_BREAKS):
            return None
        lines = _replaced(inner, style.rows, b"\x04" if spaced else b"\n")
        if style.cells != b",":
            lines = _replaced(lines, style.cells, b"\x03")
        data = bytes(lines.to_pybytes())
        if spaced:
            if any(each in data for each in _LINE_BREAKS):
                return None
            data = data.replace(b"\x04", b"\n")
        if b"[" in data or b"{" in data:
            outside = b"".join(data.split(b'"')[::2])
            if b"[" in outside or b"{" in outside:
                return None
        return data


def rows_of(data: bytes) -> Rows | None:
    """Rows as they are to be read quickly; None where that cannot be."""
    if any(each in data for each in _TAKEN):
        return None
    if b"\\" not in data:
        return Rows(data, False, len(data), len(data))
    text = _replaced(_replaced(data, b"\\\\", b"\x01"), b'\\"', b"\x02").to_pybytes()
    return Rows(text, True, len(data), len(text))


def columns_of(data: bytes, style: Style, width: int) -> list[Array] | None:
    """The columns of rows in CSV as text, null for null, nothing undone yet; None where it cannot be had."""
    names = [str(index) for index in range(width)]
    read = pacsv.ReadOptions(column_names=names, block_size=len(data) + 1, use_threads=False)
    delimiter = "," if style.cells == b"," else "\x03"
    parse = pacsv.ParseOptions(delimiter=delimiter, newlines_in_values=True, ignore_empty_lines=False)
    how = pacsv.ConvertOptions(
        column_types=dict.fromkeys(names, pa.string()),
        null_values=["null"],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        check_utf8=not data.isascii(),
    )
    try:
        table = pacsv.read_csv(pa.BufferReader(data), read, parse, how, memory_pool=POOL)
    except pa.ArrowInvalid:
        return None
    return [column.chunk(0) for column in table.combine_chunks(memory_pool=POOL).columns]


def undone(text: Array, style: Style, escapes: bool) -> Array | None:
    """A column of texts with all replacements and escapes undone; None where an escape is not known."""
    data = characters(text)
    if b"\n" in data:
        text = pc.replace_substring(text, "\n", style.rows.decode())
    if b"\x03" in data:
        text = pc.replace_substring(text, "\x03", style.cells.decode())
    if not escapes:
        return text
    coded = decoded = None
    if b"\\" in data:
        if b"\\u" in data:
            coded = pc.fill_null(pc.match_substring(text, "\\u"), False)
            decoded = _decoded(text.filter(coded).to_pylist())
            if decoded is None:
                return None
            text = pc.if_else(coded, "", text)
        for escape, character in _ESCAPES.items():
            if escape.encode() in data:
                text = pc.replace_substring(text, escape, character)
        if b"\\" in characters(text):
            return None
    if b"\x02" in data:
        text = pc.replace_substring(text, "\x02", '"')
    if b"\x01" in data:
        text = pc.replace_substring(text, "\x01", "\\")
    return text if coded is None else pc.replace_with_mask(text, coded, decoded)


def _decoded(texts: list[str]) -> Array | None:
    """Texts with escapes of any kind, by the JSON decoder, all at once."""
    joined = '","'.join(texts).replace("\x02", '\\"').replace("\x01", "\\\\")
    try:
        return pa.array([whole(each) for each in json.loads(f'["{joined}"]')], pa.string())
    except ValueError:
        return None
