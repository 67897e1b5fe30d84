"""The progress bar of an export: states while it waits, bytes while it is fetched; nothing off a terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from bireme._runtime.poll import Progress as Waiting


class ExportProgress:
    """Shows how far an export is; a context manager."""

    def __init__(self, console: Console, title: str) -> None:
        self._title = title
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            DownloadColumn(),
            TimeElapsedColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
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
        """Takes the bar off the screen."""
        self._bar.stop()

    def waiting(self, seen: Waiting) -> None:
        """The job was asked for its state."""
        if self._task is not None:
            self._bar.update(self._task, description=f"{self._title}: {seen.status}")

    def transferred(self, received: int, total: int | None) -> None:
        """Bytes came in."""
        if self._task is not None:
            self._bar.update(self._task, description=f"{self._title}: download", completed=received, total=total)
