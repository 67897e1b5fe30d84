"""What mails and posts say, and sending them: each to its channel, one failure not holding up the others."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, Email, Message, SlackPost
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Column, Preview

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["ROWS_SHOWN", "Letter", "email_of", "send", "slack_posts"]

ROWS_SHOWN = 40


@dataclass(slots=True)
class Letter:
    """What is to be said, whatever the channel. `lines` come below the title, `parts` are the results themselves.

    Without `headed` the title is the subject only, and the text begins with the first line.
    """

    title: str
    lines: list[str] = field(default_factory=list)
    link: str | None = None
    parts: list[tuple[str, str]] = field(default_factory=list)  # the same thing as text and as HTML
    headed: bool = True

    def add_table(self, title: str, preview: Preview) -> None:
        """Show the first rows of a result."""
        rows = [_cells(row, preview.columns) for row in preview.rows[:ROWS_SHOWN]]
        note = f"first {len(rows):,} of {preview.total:,} rows" if preview.total > len(rows) else ""
        names = [column.name for column in preview.columns]
        text = [title, " | ".join(names), *(" | ".join(row) for row in rows), *([note] if note else [])]
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
        table = f"<h3>{escape(title)}</h3><table><tr>{head}</tr>{body}</table>"
        self.parts.append(("\n".join(text), table + (f"<p>{note}</p>" if note else "")))

    def add_picture(self, title: str, png: bytes) -> None:
        """Show a picture; a mail read as text has its title only."""
        data = base64.b64encode(png).decode()
        picture = f'<p><img alt="{escape(title)}" src="data:image/png;base64,{data}"></p>'
        self.parts.append((f"[{title}]", picture))

    @property
    def text(self) -> str:
        """All of it as plain text."""
        head = [self.title] if self.headed else []
        blocks = [*head, *self.lines, *([self.link] if self.link else []), *(text for text, _ in self.parts)]
        return "\n\n".join(blocks)

    @property
    def html(self) -> str:
        """All of it as HTML. What people wrote is text in it, never markup."""
        head = f"<h2>{escape(self.title)}</h2>" if self.headed else ""
        said = "".join(f"<p>{escape(line).replace(chr(10), '<br>')}</p>" for line in self.lines)
        link = f'<p><a href="{escape(self.link)}">{escape(self.link)}</a></p>' if self.link else ""
        parts = "".join(html for _, html in self.parts)
        return f"<html><body>{head}{said}{link}{parts}</body></html>"


def email_of(letter: Letter, dest: Mapping[str, Any], attachments: Sequence[Attachment] = ()) -> Email:
    """The letter as one mail to all recipients, and unseen by them to those of `bcc`."""
    recipients = tuple(dict.fromkeys(dest["recipients"]))
    unseen = tuple(dict.fromkeys(dest.get("bcc") or ()))
    return Email(recipients, letter.title, letter.text, tuple(attachments), bcc=unseen, html=letter.html)


def slack_posts(letter: Letter, dest: Mapping[str, Any], attachments: Sequence[Attachment] = ()) -> list[SlackPost]:
    """The letter as a post to each channel."""
    channels = dict.fromkeys(channel.get("id") or channel["name"] for channel in dest["slack_channels"])
    return [SlackPost((channel,), letter.text, tuple(attachments)) for channel in channels]


def send(context: JobContext, messages: Iterable[Message]) -> int:
    """Deliver each message, once however often the job runs; gives how many there are.

    Raises `JobFailure` that says what did not go through, after all have been tried.
    """
    sent, refused = 0, []
    for number, message in enumerate(messages):
        if context.cancelled():
            raise JobFailure("Cancelled")
        try:
            key = f"job/{context.job_id}/{number}"
            context.session.deliveries.deliver(key, message, log=context.log, stop=context.cancelled)
            sent += 1
        except DeliveryFailed as error:
            refused.append(f"{_addressee(message)}: {error}")
    if refused:
        others = f" {sent} of {sent + len(refused)} were delivered." if sent else ""
        raise JobFailure(f"Not delivered. {'; '.join(refused)}{'' if refused[-1].endswith('.') else '.'}{others}")
    return sent


def _addressee(message: Message) -> str:
    match message:
        case Email():
            return f"mail to {', '.join(message.to)}"
        case SlackPost():
            return f"Slack, {', '.join(message.channels)}"
        case _:
            return f"{message.kind}, {message.path}"


def _cells(row: Sequence[Any], columns: Sequence[Column]) -> list[str]:
    from bireme_emulator.kernel.render import shown

    return [shown(value, column) for value, column in zip(row, columns, strict=True)]
