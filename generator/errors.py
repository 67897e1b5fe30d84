"""What can go wrong in a generation run: problems with a place, a reason and a remedy, never a traceback."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Location:
    """A line (1-based) of a file; `line` is None where only the file is known."""

    file: Path
    line: int | None = None

    def __str__(self) -> str:
        shown = display_path(self.file)
        return shown if self.line is None else f"{shown}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands, which rule or step found it, what is wrong, and what to do about it.

    >>> print(Problem("the reference has no target", Location(Path("a.yaml"), 3), "bundle", "Create the file."))
    a.yaml:3: bundle: the reference has no target. Remedy: Create the file.
    """

    reason: str
    location: Location | None = None
    rule: str | None = None
    remedy: str | None = None

    def __str__(self) -> str:
        parts = [str(self.location)] if self.location else []
        parts += [self.rule] if self.rule else []
        text = ": ".join([*parts, self.reason])
        if not self.remedy:
            return text
        return f"{text if text.endswith(('.', '?', '!')) else text + '.'} Remedy: {self.remedy}"


class GenerationError(Exception):
    """A generation step cannot go on. `problems` lists everything it found, in the order of the files.

    >>> str(GenerationError("no operation was generated", file="openapi.yaml", line=4, remedy="Add a path."))
    'openapi.yaml:4: no operation was generated. Remedy: Add a path.'
    """

    def __init__(
        self,
        reason: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        rule: str | None = None,
        remedy: str | None = None,
    ) -> None:
        location = Location(Path(file), line) if file is not None else None
        self.problems: tuple[Problem, ...] = (Problem(reason, location, rule, remedy),)
        super().__init__(str(self.problems[0]))

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> GenerationError:
        """Make one error of several problems, each shown on its own line."""
        found = tuple(dict.fromkeys(problems))
        error = cls("several problems")
        error.problems = found
        error.args = ("\n".join(str(problem) for problem in found),)
        return error


def display_path(file: Path) -> str:
    """Give a path relative to the working directory where it lies below it, else as it is."""
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
