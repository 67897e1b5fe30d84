"""What goes along with the mail of a dashboard schedule: pictures, pages, tables, in the eight kinds of the vendor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, cast

from bireme_emulator.kernel.delivery import Attachment
from bireme_emulator.kernel.jobs import JobContext, JobFailure

from .answers import Record
from .execution_book import Execution
from .export_job import MEDIA_TYPES, stem, write_lines
from .inputs import Inputs
from .pictures import PictureKind, dashboard_picture, report_picture
from .results import NoResult, Result
from .results import open as open_result

if TYPE_CHECKING:
    from bireme_emulator.kernel.files import Draft

__all__ = ["ATTACHMENTS", "Enclosures", "attachments_of"]

ATTACHMENTS = ("excel", "csv", "png", "dark_png", "inline_png", "dark_inline_png", "pdf", "dark_pdf")


def attachments_of(text: str) -> list[str]:
    """The kinds that are asked for, separated by commas, each once.

    >>> attachments_of("csv, pdf,csv")
    ['csv', 'pdf']
    """
    return [*dict.fromkeys(part.strip() for part in text.split(",") if part.strip())]


class Enclosures:
    """The files of one mail. A context manager: what it has written is removed at the end.

    `files` go along with the mail, `problems` says what does not and why. Pictures that stand in the mail itself are
    files with a content id.
    """

    def __init__(
        self,
        context: JobContext,
        dashboard: Record,
        report: Record | None,
        answers: Sequence[tuple[Record, Execution | None]],
        inputs: Inputs,
        width: int | None,
    ) -> None:
        self.answers = answers
        self.files: list[Attachment] = []
        self.problems: list[str] = []
        self._context, self._dashboard, self._report = context, dashboard, report
        self._inputs, self._width = inputs, width
        self._drafts: list[Draft] = []
        self._names: set[str] = set()
        self._title = (dashboard if report is None else report)["attributes"]["name"]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for draft in self._drafts:
            self._context.session.files.discard(draft)

    def add(self, kinds: Sequence[str]) -> None:
        """Make the files of these kinds; what cannot be made is a problem, and the others go along all the same.

        Raises `JobFailure` where the job is to stop.
        """
        for kind in kinds:
            if kind == "csv":
                self._lines()
            elif kind == "excel":
                self._workbook()
            else:
                self._picture(kind)

    @property
    def inline(self) -> list[Attachment]:
        """The pictures that stand in the mail."""
        return [file for file in self.files if file.content_id is not None]

    @property
    def attached(self) -> list[Attachment]:
        """The files beside the mail."""
        return [file for file in self.files if file.content_id is None]

    def _picture(self, kind: str) -> None:
        form = cast("PictureKind", kind.rpartition("_")[2])
        dark, inline = kind.startswith("dark"), "inline" in kind

        def write(path: Path) -> None:
            about = (self._context, self._dashboard)
            if self._report is None:
                body = dashboard_picture(*about, self.answers, self._inputs, form, dark=dark, width=self._width)
            else:
                body = report_picture(*about, self.answers[0], self._inputs, form, dark=dark, width=self._width)
            path.write_bytes(body)

        self._file(
            self._title, form, write, ending=f"{'-dark' if dark else ''}{'-inline' if inline else ''}", inline=inline
        )

    def _lines(self) -> None:
        """A file for each report that has a result."""
        session, api = self._context.session, self._context.api
        for report, result in self._results():

            def write(path: Path, result: Result = result) -> None:
                write_lines(session, api, result, path, self._context.cancelled)

            self._file(report["attributes"]["name"], "csv", write)

    def _workbook(self) -> None:
        """One file, with a sheet for each report that has a result."""
        from bireme_emulator.kernel import render

        sheets = [(report["attributes"]["name"], result.reader()) for report, result in self._results()]
        if not sheets:
            return

        def write(path: Path) -> None:
            try:
                render.write_workbook(sheets, path)
            except render.RenderError as error:
                raise JobFailure(error.message) from error

        self._file(self._title, "xlsx", write)

    def _results(self) -> list[tuple[Record, Result]]:
        """The reports that have a result; of the others it is said that they have none."""
        found = []
        for report, execution in self.answers:
            if execution is None:
                continue
            try:
                found.append((report, open_result(self._context.session, self._context.api, execution)))
            except NoResult as error:
                self._say(f"{report['attributes']['name']}: {execution['error'] or error}")
        return found

    def _file(
        self, title: str, form: str, write: Callable[[Path], None], *, ending: str = "", inline: bool = False
    ) -> None:
        name = self._name(f"{stem(title)}{ending}", form)
        draft = self._context.session.files.create(name, MEDIA_TYPES[form])
        self._drafts.append(draft)
        try:
            write(draft.path)
        except JobFailure as error:
            if self._context.cancelled():
                raise
            self._say(f"{name}: {error}")
            return
        self._context.log("INFO", f"{name}: {draft.path.stat().st_size:,} bytes")
        number = len(self.inline) + 1
        content_id = f"picture-{number}.{self._context.job_id}@bireme-emulator.localdomain" if inline else None
        self.files.append(Attachment(name, draft.media_type, draft.path, content_id))

    def _say(self, problem: str) -> None:
        if problem not in self.problems:
            self._context.log("ERROR", problem)
            self.problems.append(problem)

    def _name(self, name: str, suffix: str) -> str:
        """A name that no other file of this mail has: `flights.csv`, `flights-2.csv`."""
        whole, number = f"{name}.{suffix}", 1
        while whole in self._names:
            number += 1
            whole = f"{name}-{number}.{suffix}"
        self._names.add(whole)
        return whole
