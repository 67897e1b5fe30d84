"""The mails of alerts: what came out, in words and figures, for those who read HTML and for those who do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from .alert_conditions import exact, is_number, written

if TYPE_CHECKING:
    import pyarrow

    from .results import Result

__all__ = ["Excerpt", "Letter", "excerpt_of", "moment_in_words", "one_line"]

_ROWS, _COLUMNS, _LETTERS = 20, 8, 60
_BREAKS = dict.fromkeys([*range(32), *range(127, 160), 0x2028, 0x2029], " ")
_COLOURS = {"alert_triggered": "#b42318", "ok": "#067647"}  # of all others: amber
_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_CELL = "padding:7px 12px;border-bottom:1px solid #e4e7ec;font-size:14px;line-height:20px"


class Excerpt:
    """The first rows of a result as texts, and which of its columns are numbers."""

    def __init__(
        self, names: Sequence[str], numeric: Sequence[bool], rows: Sequence[Sequence[str]], total: tuple[int, int]
    ) -> None:
        self.names, self.numeric, self.rows = names, numeric, rows
        self._rows, self._columns = total

    @property
    def note(self) -> str:
        """How much of the result is not shown, in words."""
        notes = []
        if self._rows > len(self.rows):
            notes.append(f"The first {len(self.rows)} of {self._rows:,} rows")
        if self._columns > len(self.names):
            notes.append(f"the first {len(self.names)} of {self._columns} columns")
        text = ", ".join(notes)
        return f"{text[0].upper()}{text[1:]}." if text else ""


def excerpt_of(result: Result) -> Excerpt:
    """What a mail shows of a result."""
    reader = result.reader()
    names = [_short(name) for name in reader.schema.names[:_COLUMNS]]
    numeric = [is_number(kind) for kind in reader.schema.types[:_COLUMNS]]
    rows: list[tuple[str, ...]] = []
    for batch in reader:
        first = batch.slice(0, _ROWS - len(rows))
        cells = [_cells(column, name, result) for column, name in zip(first.columns, names, strict=False)]
        rows += zip(*cells, strict=True)
        if len(rows) >= _ROWS:
            break
    return Excerpt(names, numeric, rows, (result.rows, result.columns))


class Letter:
    """One mail: what the alert is called, how the run came out, and what there is to see of it.

    `facts` are pairs of a label and what is to be said; `value` is the number that was compared.
    """

    def __init__(
        self,
        alert: Mapping[str, Any],
        status: str,
        headline: str,
        *,
        facts: Sequence[tuple[str, str]],
        value: Decimal | None = None,
        excerpt: Excerpt | None = None,
        message: str | None = None,
    ) -> None:
        self.name = one_line(alert["name"])
        self.description = (alert.get("description") or "").strip()
        self.status, self.headline, self.facts = status, headline, facts
        self.value = None if value is None else written(value)
        self.excerpt, self.message = excerpt, message

    @property
    def subject(self) -> str:
        """What stands in the subject: the outcome first, since that is what differs from mail to mail."""
        words = {"alert_triggered": "Alert triggered", "ok": "Alert not triggered"}
        return f"{words.get(self.status, 'Alert failed')}: {self.name}"

    @property
    def text(self) -> str:
        """All of it as plain text; columns stand below each other."""
        blocks = [self.name, self.headline]
        if self.description:
            blocks.append(self.description)
        if self.value is not None:
            blocks.append(f"Result: {self.value}")
        if self.message:
            blocks.append(self.message)
        if self.excerpt is not None and self.excerpt.rows:
            blocks.append("\n".join([*_aligned(self.excerpt), *([self.excerpt.note] if self.excerpt.note else [])]))
        blocks.append("\n".join(f"{label}: {said}" for label, said in self.facts))
        return "\n\n".join(blocks) + "\n"

    @property
    def html(self) -> str:
        """All of it as HTML that mail programs take: tables, styles in their places, no pictures."""
        colour = _COLOURS.get(self.status, "#b54708")
        parts = [
            f'<p style="margin:0 0 6px;font-size:13px;font-weight:600;color:{colour}">{escape(self.headline)}</p>',
            f'<h1 style="margin:0 0 14px;font-size:22px;line-height:28px;color:#101828">{escape(self.name)}</h1>',
        ]
        if self.description:
            parts.append(_paragraph(self.description))
        if self.value is not None:
            style = f"margin:0 0 18px;font-size:40px;line-height:48px;font-weight:600;color:{colour}"
            parts.append(f'<p style="{style}">{escape(self.value)}</p>')
        if self.message:
            style = "margin:0 0 18px;padding:12px;background:#fffaeb;font:13px/20px Menlo,Consolas,monospace"
            parts.append(f'<pre style="{style};white-space:pre-wrap;color:#101828">{escape(self.message)}</pre>')
        if self.excerpt is not None and self.excerpt.rows:
            parts.append(_table(self.excerpt))
        parts.append(_facts(self.facts))
        inner = f'<td style="padding:28px 32px;border-top:4px solid {colour}">{"".join(parts)}</td>'
        sheet = "max-width:760px;width:100%;background:#ffffff;border-collapse:collapse"
        body = f'<table role="presentation" align="center" style="{sheet}"><tr>{inner}</tr></table>'
        page = f"margin:0;padding:24px;background:#f2f4f7;color:#344054;{_FONT}"
        head = f'<meta charset="utf-8"><title>{escape(self.subject)}</title>'
        return f'<!doctype html><html lang="en"><head>{head}</head><body style="{page}">{body}</body></html>'


def moment_in_words(moment: datetime, zone: ZoneInfo) -> str:
    """A moment as people in a time zone say it.

    >>> moment_in_words(datetime.fromisoformat("2013-07-01T12:00:00Z"), ZoneInfo("America/New_York"))
    '1 July 2013, 08:00 EDT'
    """
    local = moment.astimezone(zone)
    return f"{local.day} {local:%B %Y, %H:%M %Z}"


def one_line(text: str) -> str:
    """A text without breaks and control characters."""
    return " ".join(text.translate(_BREAKS).split())


def _cells(column: pyarrow.Array, name: str, result: Result) -> list[str]:
    """The cells of a column as a mail shows them; nothing stands for null."""
    import pyarrow.types as types

    from .result_cells import text_of

    if is_number(column.type):
        return ["" if value is None else _figure(value, name) for value in column.to_pylist()]
    texts = ["" if text is None else _short(text) for text in text_of(column, result.time_zone).to_pylist()]
    return [text.replace("T", " ") for text in texts] if types.is_timestamp(column.type) else texts


def _figure(value: float | Decimal, column: str) -> str:
    """A number to be read: from 10,000 on with its thousands set apart, unless it stands for something (an id)."""
    number = exact(value)
    if not number.is_finite():
        return str(value)
    if not isinstance(value, int) and -2 <= number.adjusted() <= 15:
        number = round(number, 2) if abs(number) >= 100 else round(number, 4)
    text = written(number)
    names_something = column.lower() == "id" or column.lower().endswith(("_id", " id"))
    return text.replace(",", "") if abs(number) < 10_000 or names_something else text


def _short(text: str) -> str:
    flat = one_line(text[: 4 * _LETTERS])
    return flat if len(flat) <= _LETTERS else flat[: _LETTERS - 1] + "…"


def _aligned(excerpt: Excerpt) -> list[str]:
    """Rows as lines of text, numbers to the right."""
    lines = [excerpt.names, *excerpt.rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(excerpt.names))]

    def line(cells: Sequence[str]) -> str:
        padded = [
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(cells, widths, excerpt.numeric, strict=True)
        ]
        return "  ".join(padded).rstrip()

    return [line(excerpt.names), "  ".join("-" * width for width in widths), *map(line, excerpt.rows)]


def _paragraph(text: str) -> str:
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f'<p style="margin:0 0 16px;font-size:14px;line-height:21px">{lines}</p>'


def _table(excerpt: Excerpt) -> str:
    sides = ["text-align:right;white-space:nowrap" if right else "text-align:left" for right in excerpt.numeric]

    def line(tag: str, style: str, cells: Sequence[str]) -> str:
        told = (
            f'<{tag} style="{_CELL};{style};{side}">{escape(cell)}</{tag}>'
            for cell, side in zip(cells, sides, strict=True)
        )
        return f"<tr>{''.join(told)}</tr>"

    heads = line("th", "color:#475467;font-weight:600;white-space:nowrap", excerpt.names)
    rows = "".join(line("td", "color:#101828;font-variant-numeric:tabular-nums", row) for row in excerpt.rows)
    note = f'<p style="margin:8px 0 18px;font-size:13px;color:#667085">{escape(excerpt.note)}</p>'
    return (
        f'<table style="border-collapse:collapse;margin:0 0 8px"><thead>{heads}</thead>'
        f"<tbody>{rows}</tbody></table>{note if excerpt.note else ''}"
    )


def _facts(facts: Sequence[tuple[str, str]]) -> str:
    style = "padding:3px 16px 3px 0;color:#667085;white-space:nowrap;vertical-align:top"
    rows = "".join(
        f'<tr><td style="{style}">{escape(label)}</td><td style="padding:3px 0;color:#344054">{escape(said)}</td></tr>'
        for label, said in facts
    )
    return f'<table style="border-collapse:collapse;margin:16px 0 0;font-size:13px;line-height:19px">{rows}</table>'
