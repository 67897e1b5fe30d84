"""The mails of dashboard schedules: what is sent, under which inputs, as of when, and what goes along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from .alert_letters import moment_in_words, one_line
from .inputs import Inputs
from .pictures import inputs_in_words

if TYPE_CHECKING:
    from bireme_emulator.kernel.delivery import Attachment

    from .answers import Record
    from .schedule_files import Enclosures

__all__ = ["Letter"]

_ACCENT = "#2f6fb7"
_LISTED = 5
_FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"


class Letter:
    """One mail of a schedule, for those who read HTML and for those who do not."""

    def __init__(
        self,
        schedule: Record,
        dashboard: Record,
        report: Record | None,
        enclosures: Enclosures,
        inputs: Inputs,
        organization: str,
        zone: ZoneInfo,
    ) -> None:
        attributes: Mapping[str, Any] = schedule["attributes"]
        source = dashboard if report is None else report
        self.title = one_line(source["attributes"]["name"])
        self.body = (attributes.get("body_text") or "").strip()
        self._subject = one_line(attributes.get("subject_text") or "")
        self._kind = "Dashboard" if report is None else "Report"
        self._enclosures, self._organization = enclosures, organization
        self.facts = _facts(schedule, dashboard, report, enclosures, inputs, zone)

    @property
    def subject(self) -> str:
        """What stands in the subject: the schedule's own, else the name of what is sent."""
        return self._subject or self.title

    @property
    def text(self) -> str:
        """All of it as plain text."""
        blocks = [self.title, *([self.body] if self.body else [])]
        blocks += [f"[Picture: {picture.name}]" for picture in self._enclosures.inline]
        if self._enclosures.problems:
            blocks.append("\n".join(["Not attached:", *(f"- {one_line(each)}" for each in self._enclosures.problems)]))
        blocks.append("\n".join(f"{label}: {said}" for label, said in self.facts))
        return "\n\n".join([*blocks, f"Sent by {self._organization}."]) + "\n"

    @property
    def html(self) -> str:
        """All of it as HTML that mail programs take: tables, styles in their places, pictures by content id."""
        small = f"margin:0 0 4px;font-size:12px;font-weight:600;letter-spacing:.04em;color:{_ACCENT}"
        parts = [
            f'<p style="{small}">{self._kind.upper()}</p>',
            f'<h1 style="margin:0 0 16px;font-size:24px;line-height:30px;color:#101828">{escape(self.title)}</h1>',
        ]
        if self.body:
            lines = "<br>".join(escape(line) for line in self.body.splitlines())
            parts.append(f'<p style="margin:0 0 20px;font-size:15px;line-height:23px;color:#344054">{lines}</p>')
        parts += [_picture(each, self.title) for each in self._enclosures.inline]
        if self._enclosures.problems:
            parts.append(_problems(self._enclosures.problems))
        parts.append(_table(self.facts))
        style = "margin:24px 0 0;padding:14px 0 0;border-top:1px solid #e4e7ec;font-size:12px;color:#98a2b3"
        parts.append(f'<p style="{style}">Sent by {escape(self._organization)}</p>')
        inner = f'<td style="padding:28px 32px;border-top:4px solid {_ACCENT}">{"".join(parts)}</td>'
        wide = 1664 if self._enclosures.inline else 760
        sheet = f"max-width:{wide}px;width:100%;background:#ffffff;border-collapse:collapse"
        body = f'<table role="presentation" align="center" style="{sheet}"><tr>{inner}</tr></table>'
        page = f"margin:0;padding:24px;background:#f2f4f7;color:#344054;{_FONT}"
        head = f'<meta charset="utf-8"><title>{escape(self.subject)}</title>'
        return f'<!doctype html><html lang="en"><head>{head}</head><body style="{page}">{body}</body></html>'


def _facts(
    schedule: Record, dashboard: Record, report: Record | None, enclosures: Enclosures, inputs: Inputs, zone: ZoneInfo
) -> list[tuple[str, str]]:
    ran = [one["started_at"] or one["created_at"] for _, one in enclosures.answers if one is not None]
    words = " · ".join(inputs_in_words(inputs))
    facts = [
        ("Dashboard", "" if report is None else one_line(dashboard["attributes"]["name"])),
        ("Inputs", f"{words[0].upper()}{words[1:]}"),
        ("Data of", moment_in_words(datetime.fromisoformat(min(ran)), zone) if ran else ""),
        ("Attached", _listed(enclosures.attached)),
        ("Schedule", one_line(schedule["attributes"]["name"])),
    ]
    return [(label, said) for label, said in facts if said]


def _listed(files: Sequence[Attachment]) -> str:
    """Files with their sizes; of many, the first."""
    said = ", ".join(f"{file.name} ({_size_of(file)})" for file in files[:_LISTED])
    return f"{said} and {len(files) - _LISTED} more" if len(files) > _LISTED else said


def _size_of(file: Attachment) -> str:
    """A file's size as people say it."""
    size = file.path.stat().st_size
    if size < 1_000:
        return f"{size} bytes"
    return f"{size / 1_000:,.1f} KB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"


def _picture(picture: Attachment, title: str) -> str:
    style = "display:block;max-width:100%;height:auto;border:0"
    return (
        f'<p style="margin:0 0 20px"><img src="cid:{escape(picture.content_id or "")}" alt="{escape(title)}"'
        f' style="{style}"></p>'
    )


def _problems(problems: Sequence[str]) -> str:
    said = "".join(f'<li style="margin:2px 0">{escape(one_line(each))}</li>' for each in problems)
    style = "margin:0 0 20px;padding:12px 16px;background:#fffaeb;color:#7a2e0e;font-size:13px;line-height:19px"
    return f'<div style="{style}"><b>Not attached</b><ul style="margin:6px 0 0;padding-left:18px">{said}</ul></div>'


def _table(facts: Sequence[tuple[str, str]]) -> str:
    style = "padding:3px 16px 3px 0;color:#667085;white-space:nowrap;vertical-align:top"
    rows = "".join(
        f'<tr><td style="{style}">{escape(label)}</td><td style="padding:3px 0;color:#344054">{escape(said)}</td></tr>'
        for label, said in facts
    )
    return f'<table style="border-collapse:collapse;margin:4px 0 0;font-size:13px;line-height:19px">{rows}</table>'
