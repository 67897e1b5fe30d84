"""The progress bar of an export: states while it waits, bytes while it is fetched; nothing off a terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from bireme._runtime.poll import Progress as Waiting


class _Transferred(DownloadColumn):
    """Bytes, once there are any."""

    def render(self, task: Task) -> Text:
        return super().render(task) if task.completed else Text()


class ExportProgress:
    """Shows on standard error how far an export is, where that is a terminal; a context manager."""

    def __init__(self, title: str, *, shown: bool = True) -> None:
        self._title = title
        console = Console(stderr=True)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=30),
            _Transferred(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not (shown and console.is_terminal),
        )
        self._task: TaskID | None = None

    def __enter__(self) -> ExportProgress:
        self._bar.start()
        self._task = self._bar.add_task(f"{self._title}: submitted", total=None)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Takes the bar off the screen; doing so twice is harmless."""
        self._bar.stop()

    def waiting(self, seen: Waiting) -> None:
        """The job was asked for its state."""
        if self._task is not None:
            self._bar.update(self._task, description=f"{self._title}: {seen.status or 'waiting'}")

    def transferred(self, received: int, total: int | None) -> None:
        """Bytes came in."""
        if self._task is not None:
            self._bar.update(self._task, description=f"{self._title}: download", completed=received, total=total)
