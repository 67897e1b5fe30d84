"""Docstrings of generated code: text of the spec, wrapped and made safe to stand in a docstring."""

from __future__ import annotations

import re
import textwrap

from openapi_python_client.strings import safe_for_docstring

_WIDTH = 100


def sentence(text: str | None) -> str:
    """The first paragraph of a text on one line, with a full stop at its end."""
    first = " ".join((text or "").strip().split("\n\n")[0].split())
    return first if not first or first.endswith((".", "?", "!", ":")) else f"{first}."


def prose(text: str | None) -> list[str]:
    """The lines of a text: paragraphs wrapped, lists and tables left as they are."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", (text or "").strip()):
        if not paragraph:
            continue
        if lines:
            lines.append("")
        rows = paragraph.splitlines()
        if any(row.lstrip().startswith(("- ", "* ", "|", "```")) for row in rows):
            lines += [row.rstrip() for row in rows]
        else:
            lines += textwrap.wrap(" ".join(paragraph.split()), _WIDTH, break_long_words=False)
    return lines


def section(title: str, entries: list[tuple[str, str]]) -> list[str]:
    """A section such as `Args:` with one entry a name; nothing where there are none."""
    if not entries:
        return []
    lines = ["", f"{title}:"]
    for name, text in entries:
        start = f"{name}: " if name else ""
        lines += textwrap.wrap(
            start + " ".join(text.split()),
            _WIDTH,
            initial_indent="    ",
            subsequent_indent="        " if name else "    ",
            break_long_words=False,
        )
    return lines


def docstring(lines: list[str], indent: int = 0) -> str:
    """A docstring literal of these lines, its later lines indented; the first line stands where it is put."""
    text = safe_for_docstring("\n".join(lines).strip())
    pad = " " * indent
    parts = [f"{pad}{line}" if line else "" for line in text.split("\n")]
    first = parts[0].strip()
    if len(parts) == 1:
        if not first.endswith(('"', "\\")):
            return f'"""{first}"""'
        return f'"""{first}\n{pad}"""'
    return "\n".join([f'"""{first}', *parts[1:], f'{pad}"""'])
