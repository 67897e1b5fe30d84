"""Results as files that go along with mails and posts, or are put on another machine.

Where results are needed more than once, each query runs once: its rows are kept aside and every file is made of them,
so all parts of a mail tell of the same moment.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

from bireme_emulator.kernel.delivery import Attachment
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Compiled, Engine, Preview, QueryCancelled, QueryError, columns_of

from .documents import chart_of, drawn
from .export_job import MEDIA_TYPES
from .results import source_of
from .views import slug
from .widget_query import WidgetQuery

if TYPE_CHECKING:
    from bireme_emulator.kernel.files import Draft
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["Paper", "Results"]

_TABLE = "result"
_SUFFIXES = {"excel": "xlsx", "excel_dashboard": "xlsx", "csv_formatted_data": "csv"}
_TYPES = {**MEDIA_TYPES, "png": "image/png", "txt": "text/plain; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Paper:
    """How rows are written as csv: whether under a line of names, and what stands between values."""

    header: bool = True
    separator: str = ","


@dataclass(slots=True)
class _Result:
    """One query and where its rows come from now."""

    query: WidgetQuery
    engine: Engine
    compiled: Compiled


class Results:
    """The results that one job is about. A context manager: what it has written is removed at the end.

    `title` names them as a whole. With `keep` each query runs at once; without, when something is made of it. Queries
    that fail are said in the log and in `failed`, and the others go on; when none is left, `JobFailure` is raised with
    the database's own words.
    """

    def __init__(self, context: JobContext, title: str, queries: Sequence[WidgetQuery], *, keep: bool) -> None:
        self.title = title
        self.failed: list[str] = []
        self._context = context
        self._drafts: list[Draft] = []
        self._names: dict[str, int] = {}
        self._one = len(queries) == 1
        self._error = ""
        self._results = [_Result(query, *source_of(context, query)) for query in queries]
        if keep:
            try:
                self._each(self._keep)
            except BaseException:
                self._discard()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._discard()

    def is_empty(self) -> bool:
        """Whether there is not a single row."""
        return not self.failed and all(rows == 0 for rows in self._each(lambda each: self.preview(each, 0).total))

    def preview(self, result: _Result, rows: int) -> Preview:
        """The first rows of one result."""
        return result.engine.preview(result.compiled, rows, cancelled=self._context.cancelled)

    def shown(self, rows: int, tables: Sequence[str]) -> list[tuple[WidgetQuery, Preview | None, bytes]]:
        """Each result as its first rows where it is drawn as one of `tables`, otherwise as a picture (PNG)."""

        def show(each: _Result) -> tuple[WidgetQuery, Preview | None, bytes]:
            if each.query.viz_type in tables:
                return each.query, self.preview(each, rows), b""
            return each.query, None, drawn(self._context, self._chart(each), "png")

        return self._each(show)

    def attachments(self, format: str, paper: Paper | None = None) -> list[Attachment]:
        """The results in one of the API's formats: a file for each, or one for all.

        `txt` is the legacy API's only: csv with tabs.
        """
        paper = paper or Paper()
        if format in ("pdf", "png"):
            return [self._picture("pdf" if format == "pdf" else "png")]
        if format == "excel_dashboard":
            return [self._workbook()]
        writers: dict[str, Callable[[_Result, Path], int]] = {
            "csv": lambda each, path: self._lines(each, path, paper),
            "txt": lambda each, path: self._lines(each, path, replace(paper, separator="\t")),
            "csv_formatted_data": lambda each, path: self._formatted(each, path, paper),
            "xlsx": self._sheet,
            "excel": self._sheet,
        }
        return self._each(lambda each: self._file(each.query.title, format, lambda path: writers[format](each, path)))

    # -- one result ---------------------------------------------------------------------------------------------------

    def _keep(self, result: _Result) -> None:
        import pyarrow.parquet

        draft = self._draft("kept.parquet", "application/vnd.apache.parquet")
        reader = result.engine.reader(result.compiled, cancelled=self._context.cancelled)
        columns = result.compiled.columns or tuple(columns_of(reader.schema))
        with pyarrow.parquet.ParquetWriter(draft.path, reader.schema, compression="lz4") as writer:
            for batch in reader:
                writer.write_batch(batch)
        # The engine tells files apart by their names, and a draft's ends in `.part`.
        kept = draft.path.rename(draft.path.with_name(f"{draft.path.name}.parquet"))
        result.engine = Engine({_TABLE: kept})
        result.compiled = Compiled(f"SELECT * FROM {_TABLE}", columns=columns, timezone=result.compiled.timezone)

    def _chart(self, result: _Result) -> dict[str, Any]:
        return chart_of(self._context, result.engine, result.compiled, result.query)[0]

    def _sheet(self, result: _Result, path: Path) -> int:
        from bireme_emulator.kernel import render

        reader = result.engine.reader(result.compiled, cancelled=self._context.cancelled)
        try:
            return render.write_xlsx(reader, path, result.query.title)
        except render.RenderError as error:
            raise JobFailure(error.message) from error

    def _lines(self, result: _Result, path: Path, paper: Paper) -> int:
        return result.engine.write_csv(
            result.compiled,
            path,
            header=paper.header,
            delimiter=paper.separator,
            cancelled=self._context.cancelled,
        )

    def _formatted(self, result: _Result, path: Path, paper: Paper) -> int:
        """Values as a table shows them: amounts with separators, times to the minute."""
        from bireme_emulator.kernel.render import shown

        reader = result.engine.reader(result.compiled, cancelled=self._context.cancelled)
        columns = result.compiled.columns or tuple(columns_of(reader.schema))
        count = 0
        with path.open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, delimiter=paper.separator, lineterminator="\n")
            if paper.header:
                lines.writerow(column.name for column in columns)
            for batch in reader:
                count += batch.num_rows
                rows = zip(*(values.to_pylist() for values in batch.columns), strict=True)
                lines.writerows(
                    [shown(value, column) for value, column in zip(row, columns, strict=True)] for row in rows
                )
        return count

    # -- all results --------------------------------------------------------------------------------------------------

    def _picture(self, kind: Literal["pdf", "png"]) -> Attachment:
        from bireme_emulator.kernel.render import board_spec

        charts = self._each(self._chart)
        # One chart speaks for itself; several stand on a page of their own title.
        spec = charts[0] if self._one else board_spec(charts, title=self.title)
        title = self._results[0].query.title if self._one else self.title
        return self._file(title, kind, lambda path: path.write_bytes(drawn(self._context, spec, kind)))

    def _workbook(self) -> Attachment:
        from bireme_emulator.kernel import render

        def write(path: Path) -> int:
            sheets = self._each(
                lambda each: (
                    each.query.title,
                    each.engine.reader(each.compiled, cancelled=self._context.cancelled),
                )
            )
            try:
                return render.write_workbook(sheets, path)
            except render.RenderError as error:
                raise JobFailure(error.message) from error

        return self._file(self.title, "excel_dashboard", write)

    def _each(self, make: Callable[[_Result], Any]) -> list[Any]:
        """What `make` gives for each result; those whose query fails are left out from now on."""
        made, usable = [], []
        for result in self._results:
            try:
                made.append(make(result))
                usable.append(result)
            except QueryCancelled as error:
                raise JobFailure("Cancelled") from error
            except QueryError as error:
                self._error = error.message
                self.failed.append(result.query.title)
                if not self._one:
                    self._context.log("ERROR", f"{result.query.title}: {error.message}")
        self._results = usable
        if not usable:
            raise JobFailure(self._error if self._one else f"All {len(self.failed)} charts failed; the log says why.")
        return made

    # -- files --------------------------------------------------------------------------------------------------------

    def _file(self, title: str, format: str, write: Callable[[Path], int]) -> Attachment:
        suffix = _SUFFIXES.get(format, format)
        draft = self._draft(self._name(slug(title), suffix), _TYPES[suffix])
        write(draft.path)
        self._context.log("INFO", f"{draft.name}: {draft.path.stat().st_size:,} bytes")
        return Attachment(draft.name, draft.media_type, draft.path)

    def _name(self, stem: str, suffix: str) -> str:
        """A name that no other file of this job has: `flights.csv`, `flights-2.csv`."""
        name = f"{stem}.{suffix}"
        number = self._names[name] = self._names.get(name, 0) + 1
        return name if number == 1 else f"{stem}-{number}.{suffix}"

    def _draft(self, name: str, media_type: str) -> Draft:
        draft = self._context.session.files.create(name, media_type)
        self._drafts.append(draft)
        return draft

    def _discard(self) -> None:
        for draft in self._drafts:
            self._context.session.files.discard(draft)
            draft.path.with_name(f"{draft.path.name}.parquet").unlink(missing_ok=True)
