"""From a JSON result document to Arrow: rows are read while they arrive, then a table or batches are given.

The document is `{"fields": [{"name", "data_type", ...}, ...], "rows": [[...], ...], ...}`, its members in any order,
with any white space. `JsonOptions.declared` says what a `data_type` means; the rest goes as for CSV (see `tables_csv`):
what does not fit a column's type makes the column wider, from the first row on, so nothing is ever forced or lost.

The other members stay in the schema's metadata: `document_of(table.schema)` gives them back.

This module needs pyarrow.
"""

from __future__ import annotations

import json
import zoneinfo
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pyarrow as pa

from .errors import InvalidInput
from .tables_body import Block, Spool, unique_names, unreadable
from .tables_csv import FIXED, Batches, Options, Part, Reading, Table, Types
from .tables_json_document import FIELDS, Document, Piece, exact_cells, piece_of
from .tables_json_exact import Malformed
from .tables_json_kinds import Declared, convert, read
from .tables_json_quick import Style, columns_of, undone
from .tables_kinds import POOL, Array, Fact, Kind, join, pc

_METADATA = b"document"
_UTC = "UTC"


class JsonOptions(Options):
    """What a document's data types mean, and the types that a caller fixes.

    Args:
        declared: the name of a `Declared` by `data_type`; types that are not in it are text.
        types, strings: as for CSV.
    """

    def __init__(
        self, declared: Mapping[str, str] | None = None, types: Types | None = None, strings: bool = False
    ) -> None:
        super().__init__(types, strings)
        self.declared = {name: Declared[kind] for name, kind in (declared or {}).items()}

    def table(self) -> Table:
        return JsonTable(self)

    def batches(self) -> Batches:
        return JsonBatches(self)


def document_of(schema: Any) -> dict[str, Any]:
    """The members of the document that a table was read from, `fields` among them, without the rows.

    >>> document_of(pa.schema([], {"document": '{"time_zone": "UTC"}'}))
    {'time_zone': 'UTC'}
    """
    found = (schema.metadata or {}).get(_METADATA)
    return dict(json.loads(found)) if found else {}


class JsonBody(Spool):
    """A temporary file to download into; calls `on_bytes` with how much is there, each time a block more is."""

    def __init__(self, on_bytes: Callable[[int], None], on_restart: Callable[[], None], block_size: int) -> None:
        super().__init__(on_restart)
        self._on_bytes = on_bytes
        self._block_size = block_size
        self._told = 0

    def _written(self, data: memoryview) -> None:
        while self.size - self._told >= self._block_size:
            self._told = min(self.size, self._told + max(self._block_size, len(data)))
            self._on_bytes(self._told)

    def _forget(self) -> None:
        self._told = 0


class Cells:
    """Reads rows whose columns are known.

    Args:
        fields: the document's.
        options: what their types mean, and which of them the caller has fixed.
    """

    def __init__(self, fields: list[Any], options: JsonOptions) -> None:
        if not all(isinstance(each, dict) and isinstance(each.get("name"), str) for each in fields):
            raise unreadable("'fields' is no list of objects with names", format="JSON")
        self.names = unique_names([each["name"] for each in fields])
        self.declared = [options.declared.get(str(each.get("data_type")), Declared.TEXT) for each in fields]
        fixed = options.fixed(self.names)
        self.fixed = [fixed.get(name) for name in self.names]
        self._known = [
            Declared.TEXT if fixed is not None else declared
            for fixed, declared in zip(self.fixed, self.declared, strict=True)
        ]
        self._by_cell: set[Block] = set()  # what could not be read quickly

    def part(self, piece: Piece, raw: Callable[[], bytes], style: Style | None, before: int, keep: bool) -> Part:
        """The first reading of some rows, `before` of which are others; `raw` gives their text."""
        found = self._found(piece, style)
        if found is None:
            self._by_cell.add(piece.block)
            cells = exact_cells(raw()) if piece.cells is None else piece.cells
            found = [self._read(text, index) for index, text in enumerate(self._exactly(cells, before))]
        rows = len(found[0][1]) if found else 0
        return Part(piece.block, rows, [fact for fact, _ in found], [values for _, values in found] if keep else None)

    def values(self, block: Block, data: bytes, style: Style | None, kinds: Mapping[int, Kind]) -> dict[int, Array]:
        """The columns asked for, by index, of a block that was read before, as what is now known that they are."""
        if style is not None and block not in self._by_cell:
            piece = piece_of(data, style)
            texts = self._quickly(piece, style)
            assert texts is not None
            return {index: self._converted(texts[index], index, kind, style) for index, kind in kinds.items()}
        exact = self._exactly(exact_cells(data), 0)
        return {index: self._as_fixed(convert(exact[index], kind), index) for index, kind in kinds.items()}

    def _found(self, piece: Piece, style: Style | None) -> list[tuple[Fact, Array]] | None:
        """What the columns are, if that can be told without a look at each cell."""
        texts = self._quickly(piece, style)
        if texts is None or style is None:
            return None
        found = []
        for index, text in enumerate(texts):
            quoted, known = self.declared[index].quoted, self._known[index]
            if known is Declared.TEXT:
                values = self._text(text, index, style, piece.escapes)
                if values is None:
                    return None
                found.append((FIXED, self._as_fixed(values, index)))
                continue
            fact, values = read(text, known)
            if fact.kind is Kind.TEXT:
                # Without quotes that would be no JSON, so each cell is looked at; in quotes it may have escapes.
                values = undone(text, style, piece.escapes) if quoted else None
                if values is None:
                    return None
                fact, values = read(values, known)
            found.append((fact, values))
        return found

    def _text(self, text: Array, index: int, style: Style, escapes: bool) -> Array | None:
        """A column that is to be text; None where that cannot be had without a look at each cell."""
        declared = self.declared[index]
        if declared.quoted:
            return undone(text, style, escapes)
        return text if read(text, declared)[0].kind is not Kind.TEXT else None

    def _read(self, text: Array, index: int) -> tuple[Fact, Array]:
        known = self._known[index]
        return (FIXED, self._as_fixed(text, index)) if known is Declared.TEXT else read(text, known)

    def _converted(self, text: Array, index: int, kind: Kind, style: Style) -> Array:
        quoted = self.declared[index].quoted
        if kind is not Kind.TEXT:
            try:
                return convert(text, kind)
            except pa.ArrowInvalid:
                if not quoted:
                    raise
        # Text as it is, or what was written with escapes.
        return self._as_fixed(convert(undone(text, style, True) if quoted else text, kind), index)

    def _as_fixed(self, text: Array, index: int) -> Array:
        fixed = self.fixed[index]
        if fixed is None or fixed == pa.string():
            return text
        try:
            return pc.cast(text, fixed, memory_pool=POOL)
        except pa.ArrowInvalid as error:
            field = f"types[{self.names[index]!r}]"
            raise InvalidInput(field, str(fixed), f"does not fit ({error})", 'Use "string" for it.') from None

    def _quickly(self, piece: Piece, style: Style | None) -> list[Array] | None:
        """All columns as text if every quote stands where a text is declared."""
        if piece.csv is None or style is None:
            return None
        texts = columns_of(piece.csv, style, len(self.names))
        if texts is None:
            return None
        quoted = sum(
            len(text) - text.null_count for text, declared in zip(texts, self.declared, strict=True) if declared.quoted
        )
        return texts if piece.quotes == 2 * quoted else None

    def _exactly(self, cells: list[list[str | None]], before: int) -> list[Array]:
        width = len(self.names)
        for index, row in enumerate(cells):
            if len(row) != width:
                number = before + index
                reason = f"row {number + 1} has {len(row)} values, not {width}"
                error = unreadable(reason, str(row)[:200], format="JSON")
                error.path = f"/rows/{number}"
                raise error
        return [pa.array([row[index] for row in cells], pa.string()) for index in range(width)]


class _JsonReading(Reading):
    """What `JsonTable` and `JsonBatches` share."""

    _options: JsonOptions

    def _new_body(self, block_size: int) -> Any:
        body = JsonBody(lambda end: self._submit(self._advance, end, False), self._restart, block_size)
        self._begin(body)
        return body

    def _begin(self, body: JsonBody) -> None:
        self._document = Document(body.read)
        self._cells: Cells | None = None
        self._waiting: list[Block] = []  # rows that came before the fields
        self._rows = 0
        self._readers = ThreadPoolExecutor(1, thread_name_prefix="bireme-table-columns")
        self._ahead: deque[Future[Part]] = deque()

    def _restart(self) -> None:
        self._readers.shutdown(cancel_futures=True)
        super()._restart()
        self._begin(self.body)

    def close(self) -> None:
        self._readers.shutdown(cancel_futures=True)
        super().close()

    def _submit(self, read: Callable[..., Any], *args: Any) -> None:
        if self._failure is not None:
            raise self._failure  # now, rather than after gigabytes more
        super()._submit(read, *args)

    def _advance(self, end: int, last: bool) -> list[Future[Part]]:
        """Looks what else has come; a second thread makes columns of it meanwhile."""
        parts: list[Future[Part]] = []
        for piece in self._document.advance(end, last):
            if self._cells is None and FIELDS in self._document.members:
                parts += self._late_start()
            if self._cells is None:
                self._waiting.append(piece.block)
            else:
                parts.append(self._part_of(piece))
        if last:
            self._document.check()
            if self._cells is None:
                parts += self._late_start()
        return parts

    def _part_of(self, piece: Piece) -> Future[Part]:
        while len(self._ahead) > 1:
            self._ahead.popleft().result()  # so that no more than two pieces are in memory
        part = self._readers.submit(self._part, self._columns(), piece)
        part.add_done_callback(self._note)
        self._ahead.append(part)
        return part

    def _late_start(self) -> Iterator[Future[Part]]:
        """The columns are known: reads the rows that have come before them."""
        fields = self._document.members[FIELDS]
        if not isinstance(fields, list):
            raise unreadable("'fields' is no list", format="JSON")
        self._cells = Cells(fields, self._options)
        for block in self._waiting:
            piece = piece_of(self.body.read(block), self._document.style)
            yield self._part_of(replace(piece, block=block))

    def _part(self, cells: Cells, piece: Piece) -> Part:
        try:
            part = cells.part(piece, lambda: self.body.read(piece.block), self._document.style, self._rows, self._keep)
        except Malformed as error:
            raise unreadable(f"{error.reason} (byte {piece.block.start + error.position})", format="JSON") from None
        self._rows += part.rows
        return part

    def _settle(self) -> tuple[list[Part], list[Kind]]:
        self._submit(self._advance, self.body.size, True)
        parts = [part.result() for advanced in self._parts for part in advanced.result()]
        cells = self._columns()
        facts = [Fact(Kind.NULL)] * len(cells.names)
        for part in parts:
            facts = [join(one, other) for one, other in zip(facts, part.facts, strict=True)]
        kinds: list[Kind] = [
            declared.value if fact.kind is Kind.NULL else fact.kind
            for fact, declared in zip(facts, cells.declared, strict=True)
        ]
        return parts, kinds

    def _columns(self) -> Cells:
        assert self._cells is not None
        return self._cells

    def _schema(self, kinds: list[Kind]) -> Any:
        cells, zone = self._columns(), self._zone()
        types = [
            fixed or (pa.timestamp(kind.type.unit, zone) if kind in (Kind.INSTANT, Kind.INSTANT_NS) else kind.type)
            for kind, fixed in zip(kinds, cells.fixed, strict=True)
        ]
        return pa.schema(
            list(zip(cells.names, types, strict=True)), {_METADATA: json.dumps(self._document.members).encode()}
        )

    def _zone(self) -> str:
        """The document's time zone, if there is such a one."""
        zone = self._document.members.get("time_zone")
        try:
            return zoneinfo.ZoneInfo(zone).key if isinstance(zone, str) and zone else _UTC
        except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
            return _UTC

    def _again(self, block: Block, kinds: Mapping[int, Kind]) -> dict[int, Array]:
        return self._columns().values(block, self.body.read(block), self._document.style, kinds)


class JsonTable(_JsonReading, Table):
    """Gives the whole document's rows as one `pyarrow.Table`, as `Table` does for CSV."""

    def _finish(self, part: Part, kinds: list[Kind], schema: Any) -> Any:
        values, facts = part.values or [], part.facts
        settled = (Kind.NULL, Kind.TEXT)
        late = {i: kind for i, kind in enumerate(kinds) if facts[i].kind not in (*settled, kind)}
        again = self._again(part.block, late) if late else {}
        for index, kind in enumerate(schema.types):
            column = again.get(index, values[index])
            values[index] = pa.nulls(part.rows, kind) if facts[index].kind is Kind.NULL else _cast(column, kind)
        part.values = None
        return pa.RecordBatch.from_arrays(values, schema=schema)


class JsonBatches(_JsonReading, Batches):
    """Gives the rows as record batches of one schema, read from disk one block at a time, as `Batches` for CSV."""

    def batch(self, block: Block) -> Any:
        found = self._again(block, dict(enumerate(self._kinds)))
        values = [_cast(found[index], kind) for index, kind in enumerate(self.schema.types)]
        return pa.RecordBatch.from_arrays(values, schema=self.schema)


def _cast(column: Array, kind: Any) -> Array:
    """Instants in the zone of the document; all others are what they are to be."""
    return column if column.type == kind else pc.cast(column, kind)
