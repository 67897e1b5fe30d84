"""Source files as the code in them, line by line: which files are read, in what language, without their comments."""

from __future__ import annotations

import io
import json
import os
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SKIPPED_FOLDERS = frozenset(
    {".git", ".hg", ".svn", "node_modules", ".venv", "venv", "__pycache__", "site-packages", ".tox", ".nox"}
    | {".mypy_cache", ".ruff_cache", ".pytest_cache", ".bundle", "renv", "packrat", ".Rproj.user", ".ipynb_checkpoints"}
)

_ENDINGS = {
    **dict.fromkeys((".py", ".pyi", ".pyw"), "python"),
    ".ipynb": "notebook",
    **dict.fromkeys((".rb", ".rake", ".ru", ".gemspec"), "ruby"),
    **dict.fromkeys((".sh", ".bash", ".zsh", ".ksh"), "shell"),
    ".r": "r",
    **dict.fromkeys((".rmd", ".qmd"), "markdown"),
}
_NAMES = {"gemfile": "ruby", "rakefile": "ruby", "dockerfile": "shell", "makefile": "shell"}
_REQUIREMENTS = re.compile(r"requirements.*\.(?:txt|in)$", re.IGNORECASE)
_SHEBANG = re.compile(rb"^#!.*\b(python|ruby|Rscript|bash|zsh|ksh|dash|sh)")
_INTERPRETERS = {b"python": "python", b"ruby": "ruby", b"Rscript": "r"}
_HEAD = 8192


@dataclass(frozen=True)
class Part:
    """Code of one language: a file, or one cell of a notebook (counted from 1). `lines` have no comments left."""

    language: str
    lines: tuple[str, ...]
    cell: int | None = None


class Unreadable(Exception):
    """A file that is no text, or cannot be opened; the text says why."""


def files(path: Path) -> Iterator[Path]:
    """The source files below a folder, in order; a path that is a file itself, whatever it is called."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED_FOLDERS and not (here / name / "pyvenv.cfg").exists()
        )
        yield from (here / name for name in sorted(names) if language_of(here / name) is not None)


def language_of(path: Path) -> str | None:
    """What a file is written in, by its name or first line; None where it is no source."""
    name = path.name.lower()
    found = _ENDINGS.get(path.suffix.lower()) or _NAMES.get(name)
    if found is None and _REQUIREMENTS.match(name):
        return "requirements"
    if found is None and not path.suffix:
        try:
            with path.open("rb") as file:
                shebang = _SHEBANG.match(file.readline(200))
        except OSError:
            return None
        if shebang:
            return _INTERPRETERS.get(shebang[1], "shell")
    return found


def read(path: Path) -> list[Part]:
    """The code in a file.

    Raises:
        Unreadable: it cannot be opened, is binary, or is a notebook that is no JSON.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None
    if b"\x00" in content[:_HEAD]:
        raise Unreadable("it is a binary file")
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    language = language_of(path) or "shell"
    if language == "notebook":
        return list(_cells(text))
    if language == "markdown":
        return list(_chunks(text))
    return [Part(language, tuple(without_comments(text, language)))]


def _cells(text: str) -> Iterator[Part]:
    try:
        document = json.loads(text)
        kernel = document["metadata"].get("language_info", document["metadata"].get("kernelspec", {}))
        cells = document["cells"]
        named = str(kernel.get("language") or kernel.get("name") or "python").lower()
        language = named if named in ("ruby", "r") else "python"
        sources = [
            (number, cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"]))
            for number, cell in enumerate(cells, 1)
            if cell["cell_type"] == "code"
        ]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Unreadable("it is not a notebook of format 4") from None
    for number, source in sources:
        yield from _cell(source, language, number)


_MAGIC = {"bash": "shell", "sh": "shell", "script": "shell", "ruby": "ruby", "R": "r"}


def _cell(source: str, language: str, number: int) -> Iterator[Part]:
    magic = re.match(r"\s*%%(\w+)", source)
    if magic and magic[1] in _MAGIC:
        language = _MAGIC[magic[1]]
    lines = source.split("\n")
    # Lines that begin with ! go to the shell; in their place the cell has empty ones, so that lines keep their numbers.
    to_shell = [bool(re.match(r"\s*[!%]", line)) and language == "python" for line in lines]
    code = "\n".join("" if away else line for line, away in zip(lines, to_shell, strict=True))
    yield Part(language, tuple(without_comments(code, language)), number)
    if any(to_shell):
        shell = "\n".join(line if away else "" for line, away in zip(lines, to_shell, strict=True))
        yield Part("shell", tuple(without_comments(shell, "shell")), number)


_FENCE = re.compile(r"^\s*```+\s*(?:\{\s*(\w+)[^}]*\})?")


def _chunks(text: str) -> Iterator[Part]:
    """The code chunks of R Markdown, one part for each language; the other lines are empty."""
    lines = text.split("\n")
    by_language: dict[str, list[str]] = {}
    current: str | None = None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if fence:
            named = (fence[1] or "").lower()
            current = (
                None
                if current
                else {"r": "r", "python": "python", "ruby": "ruby"}.get(
                    named, "shell" if named in ("bash", "sh") else None
                )
            )
        elif current:
            by_language.setdefault(current, [""] * len(lines))[index] = line
    for language, code in by_language.items():
        yield Part(language, tuple(without_comments("\n".join(code), language)))


# --- comments ---


def without_comments(text: str, language: str) -> list[str]:
    """The lines with comments (and Python's docstrings) blanked; the others keep their places."""
    lines = text.split("\n")
    if language == "python":
        try:
            return _python(text, lines)
        except (tokenize.TokenError, SyntaxError, ValueError, IndexError):
            pass  # not this Python's grammar, as a program for Python 2: then line by line, as the others
    if language == "ruby":
        lines = _without_blocks(lines)
    return [_plain(line) for line in lines]


def _python(text: str, lines: list[str]) -> list[str]:
    spans: list[tuple[tuple[int, int], tuple[int, int]]] = []
    fresh = True  # nothing of a statement has come yet
    docstring: tokenize.TokenInfo | None = None
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            spans.append((token.start, token.end))
        elif token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            if docstring is not None:
                spans.append((docstring.start, docstring.end))
            fresh, docstring = True, None
        elif token.type not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT):
            docstring = token if fresh and token.type == tokenize.STRING else None
            fresh = False
    result = list(lines)
    for (first, start), (last, end) in spans:
        _blank(result, first - 1, start, last - 1, end)
    return result


def _blank(lines: list[str], first: int, start: int, last: int, end: int) -> None:
    for row in range(first, last + 1):
        left = start if row == first else 0
        right = end if row == last else len(lines[row])
        lines[row] = lines[row][:left] + " " * (right - left) + lines[row][right:]


def _without_blocks(lines: Iterable[str]) -> list[str]:
    kept, inside = [], False
    for line in lines:
        if line.startswith("=begin"):
            inside = True
        kept.append("" if inside else line)
        if line.startswith("=end"):
            inside = False
    return kept


_HASH = re.compile(r"(?:^|(?<=\s))#(?!\{)")


def _plain(line: str) -> str:
    """The line up to a `#` that begins a word outside quotes."""
    for found in _HASH.finditer(line):
        before = line[: found.start()]
        if before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            return before
    return line
