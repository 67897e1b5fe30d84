"""From a CSV body to Arrow: parse blocks while they arrive, settle the types, then give a table or batches.

Every block is parsed once as text and classified (see `tables_kinds`). Once the body is complete, the columns' types
follow from all blocks together. A block that was read as something narrower, because the surprise came later, is read
again from disk; so a type never depends on where a block ends, and no value is ever forced into one.

`Table` keeps the values of the first reading. `Batches` keeps only the types and reads twice, in little memory.

This module needs pyarrow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeAlias

import pyarrow as pa
import pyarrow.csv as pacsv

from .errors import InvalidInput
from .tables_body import BLOCK_SIZE, Block, Body, unreadable
from .tables_kinds import NOTHING, POOL, Array, Fact, Kind, Rules, classify, convert, join

ColumnType: TypeAlias = Any  # a pyarrow.DataType, or the name of one
Types: TypeAlias = Mapping[str, ColumnType]

_NO_HEADER = "the header has not arrived"
_LONGEST_REASON = 300
_ROW = re.compile(r"Row #\d+: ")  # counts within the block, so it would mislead
_COLUMN = re.compile(r"In CSV column #(\d+)")


class Options:
    """The types that a caller fixes: `types` for some columns, or text for all by `strings`; `rules` for the others.

    `separator` stands between values, `decimal` in fractions; a fraction with another mark in it is text.

    Raises:
        InvalidInput: a type is not known, or both ways are used.
    """

    def __init__(
        self,
        types: Types | None = None,
        strings: bool = False,
        rules: Rules = Rules.EXACT,
        *,
        separator: str = ",",
        decimal: str = ".",
    ) -> None:
        if types and strings:
            raise InvalidInput("types", dict(types), "is given beside strings=True", "Give one of the two.")
        self.types = {name: arrow_type(name, given) for name, given in (types or {}).items()}
        self.strings = strings
        self.rules = rules
        self.separator = separator
        self.decimal = decimal

    def table(self) -> Table:
        """Reads the whole body into one table."""
        return Table(self)

    def batches(self) -> Batches:
        """Reads the body as batches."""
        return Batches(self)

    def fixed(self, names: list[str]) -> dict[str, Any]:
        """The types that need no look at the values.

        Raises:
            InvalidInput: a type is given for a column that the body does not have.
        """
        if self.strings:
            return dict.fromkeys(names, pa.string())
        for name in self.types:
            if name not in names:
                columns = ", ".join(names)
                raise InvalidInput("types", name, "names no column of the result", f"Its columns are: {columns}.")
        return dict(self.types)


def arrow_type(name: str, given: ColumnType) -> Any:
    field = f"types[{name!r}]"
    remedy = 'Give a pyarrow type, or its name such as "string", "int64", "float64", "date32", "timestamp[us]".'
    if isinstance(given, pa.DataType):
        return given
    if not isinstance(given, str):
        raise InvalidInput(field, given, "is not a type", remedy)
    unit = re.fullmatch(r"timestamp\[(s|ms|us|ns)(?:, *(?:tz=)?(.+))?\]", given)
    if unit:
        return pa.timestamp(unit[1], unit[2])
    try:
        return pa.type_for_alias(given)
    except ValueError:
        raise InvalidInput(field, given, "is not the name of a type", remedy) from None


class Parser:
    """Reads blocks of one body, as text first; the columns in `fixed` directly as the type given."""

    def __init__(self, names: list[str], options: Options) -> None:
        self.names = names
        self.fixed = options.fixed(names)
        self.rules = options.rules
        self._separator = options.separator
        self._decimal = options.decimal
        self._types = dict.fromkeys(names, pa.string()) | self.fixed

    def text(self, data: bytes, only: list[str] | None = None) -> Any:
        """One record batch of text (and of fixed types); `only` some columns.

        Raises:
            DecodeError: a row has too many or too few values, or the text is not UTF-8.
            InvalidInput: a value does not fit the type that the caller gave.
        """
        read = pacsv.ReadOptions(column_names=self.names, block_size=len(data) + 1, use_threads=False)
        parse = pacsv.ParseOptions(
            delimiter=self._separator, newlines_in_values=b'"' in data, ignore_empty_lines=len(self.names) > 1
        )
        how = pacsv.ConvertOptions(
            column_types=self._types,
            include_columns=only,
            null_values=[""] if self.rules is Rules.EXACT else list(NOTHING),
            strings_can_be_null=True,
            quoted_strings_can_be_null=self.rules is not Rules.EXACT,
            check_utf8=not data.isascii(),
            decimal_point=self._decimal,
        )
        try:
            table = pacsv.read_csv(pa.BufferReader(data), read, parse, how, memory_pool=POOL)
        except pa.ArrowInvalid as error:
            raise self._explain(error) from None
        if not len(table):
            return pa.RecordBatch.from_pylist([], table.schema)
        return table.combine_chunks(memory_pool=POOL).to_batches()[0]

    def _explain(self, error: Exception) -> Exception:
        reason = _ROW.sub("", " ".join(str(error).split()))[:_LONGEST_REASON]
        column = _COLUMN.search(reason)
        if column:
            name = self.names[int(column[1])]
            if name in self.fixed and self.fixed[name] != pa.string():
                field = f"types[{name!r}]"
                return InvalidInput(field, str(self.fixed[name]), f"does not fit ({reason})", 'Use "string" for it.')
            reason = f"column {name!r} is not UTF-8"
        return unreadable(reason)


class Part:
    """One block after its first reading: rows, a fact per column, and the values where they are kept."""

    __slots__ = ("block", "facts", "rows", "values")

    def __init__(self, block: Block, rows: int, facts: list[Fact], values: list[Array] | None) -> None:
        self.block = block
        self.rows = rows
        self.facts = facts
        self.values = values


FIXED = Fact(Kind.TEXT)


class Reading:
    """The part that `Table` and `Batches` share: a body, and its blocks being read by a thread beside.

    One thread keeps up with what one connection brings, and each more would cost as much memory as this one.
    """

    def __init__(self, options: Options, *, keep: bool, block_size: int = BLOCK_SIZE) -> None:
        self._options = options
        self._keep = keep
        self._parser: Parser | None = None
        self._hints: dict[str, Kind] = {}
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="bireme-table")
        self._parts: list[Future[Any]] = []
        self._failure: BaseException | None = None
        self.body: Any = self._new_body(block_size)

    def _new_body(self, block_size: int) -> Any:
        """Where the download goes: it has the methods of a file, and `finish`."""
        return Body(self._start, self._restart, block_size, self._options.separator)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Stops reading and gives the space on disk back."""
        self._threads.shutdown(cancel_futures=True)
        self.body.close()

    @property
    def parser(self) -> Parser:
        if self._parser is None:
            if self.body.names is None:
                raise unreadable(_NO_HEADER)
            self._parser = Parser(self.body.names, self._options)
        return self._parser

    def _start(self, block: Block) -> None:
        if self._failure is not None:
            raise self._failure  # now, rather than after gigabytes more
        self._submit(self._read, self.parser, block)

    def _submit(self, read: Callable[..., Any], *args: Any) -> None:
        part = self._threads.submit(read, *args)
        part.add_done_callback(self._note)
        self._parts.append(part)

    def _note(self, part: Future[Any]) -> None:
        if not part.cancelled():
            self._failure = self._failure or part.exception()

    def _restart(self) -> None:
        for part in self._parts:
            part.cancel()
        self._threads.shutdown()
        self._threads = ThreadPoolExecutor(1, thread_name_prefix="bireme-table")
        self._parts.clear()
        self._failure = None
        self._parser = None
        self._hints.clear()

    def _read(self, parser: Parser, block: Block) -> Part:
        data = self.body.read(block)
        batch = parser.text(data)
        blanks = b'"' in data
        facts, values = [], []
        for name, column in zip(parser.names, batch.columns, strict=True):
            if name in parser.fixed:
                fact, value = FIXED, column
            else:
                hint = self._hints.get(name, Kind.NULL)
                fact, value = classify(column, hint, blanks, parser.rules, self._options.decimal)
            self._hints[name] = fact.kind
            facts.append(fact)
            values.append(value)
        return Part(block, batch.num_rows, facts, values if self._keep else None)

    def _settle(self) -> tuple[list[Part], list[Kind]]:
        """Ends the first reading: the blocks, and what each column is."""
        self.body.finish()
        parts: list[Part] = [part.result() for part in self._parts]
        facts = [Fact(Kind.NULL)] * len(self.parser.names)
        for part in parts:
            facts = [join(one, other) for one, other in zip(facts, part.facts, strict=True)]
        return parts, [fact.kind for fact in facts]

    def _schema(self, kinds: list[Kind]) -> Any:
        names, fixed = self.parser.names, self.parser.fixed
        return pa.schema([(name, fixed.get(name, kind.type)) for name, kind in zip(names, kinds, strict=True)])


class Table(Reading):
    """Gives the whole body as one `pyarrow.Table`.

    with Table(Options()) as reading:
        reading.body.write(b"a,b\\n1,x\\n")
        table = reading.table()
    """

    def __init__(self, options: Options, *, block_size: int = BLOCK_SIZE) -> None:
        super().__init__(options, keep=True, block_size=block_size)

    def table(self) -> Any:
        """The table; call it once, when the body is complete.

        Raises:
            DecodeError: the body is not readable CSV, or has neither rows nor a header.
            InvalidInput: a type that the caller gave does not fit.
        """
        parts, kinds = self._settle()
        self._parts.clear()
        schema = self._schema(kinds)
        batches = self._threads.map(lambda part: self._finish(part, kinds, schema), parts)
        return pa.Table.from_batches(list(batches), schema)

    def _finish(self, part: Part, kinds: list[Kind], schema: Any) -> Any:
        values = part.values or []
        late = [i for i, kind in enumerate(kinds) if values[i].type != schema.types[i] and part.facts[i] is not FIXED]
        if any(part.facts[i].kind is not Kind.NULL for i in late):
            again = self.parser.text(self.body.read(part.block), [schema.names[i] for i in late])
            for column, i in zip(again.columns, late, strict=True):
                values[i] = convert(column, kinds[i], self._options.decimal)
        else:
            for i in late:
                values[i] = pa.nulls(part.rows, schema.types[i])
        part.values = None
        return pa.RecordBatch.from_arrays(values, schema=schema)


class Batches(Reading):
    """Gives the body as record batches of one schema, read from disk one block at a time.

    with Batches(Options()) as reading:
        reading.body.write(b"a,b\\n1,x\\n")
        schema = reading.settle()
        for batch in reading:
            ...
    """

    def __init__(self, options: Options, *, block_size: int = BLOCK_SIZE) -> None:
        super().__init__(options, keep=False, block_size=block_size)
        self._blocks: list[Block] = []
        self._kinds: list[Kind] = []
        self.schema: Any = None

    def settle(self) -> Any:
        """The schema, once the body is complete; before it there are no batches.

        Raises:
            DecodeError: the body is not readable CSV, or has neither rows nor a header.
            InvalidInput: a type that the caller gave does not fit.
        """
        parts, self._kinds = self._settle()
        self._parts.clear()
        self._threads.shutdown()
        self._blocks = [part.block for part in parts if part.rows]
        self.schema = self._schema(self._kinds)
        return self.schema

    def __iter__(self) -> Iterator[Any]:
        for block in self._blocks:
            yield self.batch(block)

    @property
    def blocks(self) -> list[Block]:
        """The blocks that have rows, in order."""
        return self._blocks

    def batch(self, block: Block) -> Any:
        """The rows of one block as a `pyarrow.RecordBatch`."""
        text = self.parser.text(self.body.read(block))
        values = [
            column if name in self.parser.fixed else convert(column, kind, self._options.decimal)
            for name, column, kind in zip(self.parser.names, text.columns, self._kinds, strict=True)
        ]
        return pa.RecordBatch.from_arrays(values, schema=self.schema)
