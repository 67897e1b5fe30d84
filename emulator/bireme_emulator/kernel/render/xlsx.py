"""Write a stream of Arrow batches as an Excel workbook, with dates as dates and nothing turned into formulas.

Memory does not grow with the number of rows. What Excel cannot hold is said, not silently dropped: too many rows, dates
before 1900, over-long text. Whole numbers that Excel would round (beyond 2^53) are written as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.render.errors import RenderError

if TYPE_CHECKING:
    import pyarrow

MAX_ROWS = 1_048_575  # Excel's 1,048,576 less the header
_MAX_EXACT = 2**53
_FORMATS = {"date": ("yyyy-mm-dd", 12.0), "datetime": ("yyyy-mm-dd hh:mm:ss", 20.0)}


def write_xlsx(reader: pyarrow.RecordBatchReader, path: Path, sheet_name: str = "Data") -> int:
    """Write all batches to one sheet with a bold header that stays in view; return the number of rows.

    An earlier file stays until the new one is whole. Raises RenderError for what Excel cannot hold; what the reader
    raises (a query that fails under way) passes through.

    Example: `write_xlsx(engine.reader(compiled), Path("flights.xlsx"), "All flights")`
    """
    return write_workbook([(sheet_name, reader)], path)


def write_workbook(sheets: Sequence[tuple[str, pyarrow.RecordBatchReader]], path: Path) -> int:
    """Write each reader to a sheet of its own; return the number of rows in all. Otherwise as `write_xlsx`.

    Sheets whose names are the same to Excel are numbered: `Flights`, `Flights (2)`.

    Example: `write_workbook([("Flights", flights), ("Weather", weather)], Path("dashboard.xlsx"))`
    """
    import rustpy_xlsxwriter

    names = _sheet_names([name for name, _ in sheets])
    parts = [_Rows(reader) for _, reader in sheets]
    part = path.with_name(path.name + ".part.xlsx")
    try:
        rustpy_xlsxwriter.write_worksheets(
            [(name, rows.content()) for name, rows in zip(names, parts, strict=True)],
            str(part),
            header_format=dict.fromkeys(names, rustpy_xlsxwriter.Format().set_bold()),
            freeze_panes={name: {"row": 1} for name in names},
            inf_value="inf",
            **_column_options(dict(zip(names, parts, strict=True))),
        )
        _raise_first(parts)
        part.replace(path)
    except (RuntimeError, ValueError, OSError) as error:
        # The writer, which is not Python, wraps what the stream raised; the first error is the one that helps.
        _raise_first(parts)
        raise RenderError(f"The workbook could not be written: {error}. Export as csv instead.") from error
    finally:
        part.unlink(missing_ok=True)
    return sum(rows.count for rows in parts)


def _raise_first(parts: Sequence[_Rows]) -> None:
    for rows in parts:
        if rows.error is not None:
            raise rows.error from None


def _sheet_names(wanted: Sequence[str]) -> list[str]:
    """Return names that Excel takes side by side: it does not tell small letters from capitals."""
    names: dict[str, str] = {}
    for each in wanted:
        name = clean_sheet_name(each)
        number, candidate = 1, name
        while candidate.casefold() in names:
            number += 1
            ending = f" ({number})"
            candidate = name[: 31 - len(ending)].rstrip(" '") + ending
        names[candidate.casefold()] = candidate
    return [*names.values()]


def clean_sheet_name(name: str) -> str:
    """Return a name that Excel allows for a sheet: 31 characters at most, none of []:*?/\\, no apostrophe at an end."""
    plain = re.sub(r"[\[\]:*?/\\\x00-\x1f]+", " ", name)
    short = re.sub(r"\s+", " ", plain).strip(" '")[:31].rstrip(" '")
    return "History_" if short.casefold() == "history" else short or "Data"


def _column_options(sheets: dict[str, _Rows]) -> dict[str, Any]:
    """Return formats and widths of the columns that need them, by sheet."""
    import rustpy_xlsxwriter

    formats: dict[str, dict[str, Any]] = {}
    widths: dict[str, dict[str, float]] = {}
    for sheet, rows in sheets.items():
        shown = {name: _FORMATS[kind] for name, kind in rows.kinds.items() if kind in _FORMATS}
        if shown:
            made = {name: rustpy_xlsxwriter.Format().set_num_format(pattern) for name, (pattern, _) in shown.items()}
            formats[sheet], widths[sheet] = made, {name: width for name, (_, width) in shown.items()}
    return {"column_formats": formats, "column_widths": widths} if formats else {}


class _Rows:
    """Prepares batches for Excel, counts the rows, and keeps the first error that the writer would hide."""

    def __init__(self, reader: pyarrow.RecordBatchReader) -> None:
        self.reader = reader
        self.names = _unique(reader.schema.names)
        types = dict(zip(self.names, reader.schema.types, strict=True))
        self.kinds = {name: _kind(each) for name, each in types.items()}
        self.count = 0
        self.error: Exception | None = None

    def content(self) -> Any:
        """Return what the writer takes: Arrow where types alone decide, rows where single values do."""
        import pyarrow

        batches = self._prepared()
        first = next(batches, None)
        if self.error is not None:
            raise self.error
        if first is None:
            nothing = {name: pyarrow.array([], pyarrow.string()) for name in self.names}
            return pyarrow.table(nothing)
        following = _chained(first, batches)
        if "wide" in self.kinds.values():
            return self._records(following)
        return pyarrow.RecordBatchReader.from_batches(first.schema, following)

    def _prepared(self) -> Iterator[Any]:
        """Yield batches in types that Excel has. An error ends the stream and is kept."""
        try:
            for batch in self.reader:
                if batch.num_rows == 0:
                    continue
                self.count += batch.num_rows
                if self.count > MAX_ROWS:
                    raise RenderError(
                        f"The result has more than {MAX_ROWS:,} rows, which is all that an Excel sheet holds below its"
                        " header. Export as csv, or filter the result."
                    )
                yield self._batch(batch)
        except Exception as error:  # kept, and raised again by write_xlsx
            self.error = error

    def _batch(self, batch: Any) -> Any:
        import pyarrow

        columns = [
            _column(name, self.kinds[name], column) for name, column in zip(self.names, batch.columns, strict=True)
        ]
        return pyarrow.RecordBatch.from_arrays(columns, names=self.names)

    def _records(self, batches: Iterator[Any]) -> Iterator[dict[str, Any]]:
        wide = [name for name, kind in self.kinds.items() if kind == "wide"]
        for batch in batches:
            for row in batch.to_pylist():
                for name in wide:
                    if row[name] is not None:
                        number = int(row[name])
                        row[name] = str(number) if abs(number) > _MAX_EXACT else number
                yield row


def _chained(first: Any, following: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from following


def _unique(names: list[str]) -> list[str]:
    """Number repeated column names: `n`, `n (2)`."""
    seen: dict[str, None] = {}
    for name in names:
        number, candidate = 1, name
        while candidate in seen:
            number += 1
            candidate = f"{name} ({number})"
        seen[candidate] = None
    return list(seen)


def _kind(each: pyarrow.DataType) -> str:
    """Sort a type by how it is written: as it is, as a date, as text, or number by number (`wide`)."""
    import pyarrow.types as types

    if types.is_date(each):
        return "date"
    if types.is_timestamp(each):
        return "datetime"
    if types.is_int64(each) or types.is_uint64(each) or (types.is_decimal(each) and each.scale == 0):
        return "wide"
    if types.is_decimal(each):
        return "decimal"
    plain = types.is_integer(each) or types.is_floating(each) or types.is_boolean(each) or types.is_string(each)
    return "plain" if plain else "text"


def _column(name: str, kind: str, column: Any) -> Any:
    """Return a column in a type that the writer takes, without changing what a person would read."""
    import pyarrow
    import pyarrow.compute as compute

    if kind in ("date", "datetime"):
        if column.type == pyarrow.date64() or kind == "date":
            column = column.cast(pyarrow.date32())
        elif column.type.tz is not None:
            column = compute.local_timestamp(column)
        earliest = compute.min(column).as_py()
        if earliest is not None and earliest.year < 1900:
            raise RenderError(
                f"Column {name!r} has the date {earliest}, and Excel knows none before 1900. Export as csv."
            )
        return column
    if kind == "decimal":
        return column.cast(pyarrow.float64())
    if kind != "text":
        return column
    texts = [None if value is None else str(value) for value in column.to_pylist()]
    return pyarrow.array(texts, pyarrow.string())
