"""What can be delivered: mail, a post to Slack, a file for another machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

__all__ = ["Attachment", "Email", "FileDrop", "Message", "SlackPost"]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along: its name for the receiver, its media type, and where its content is now.

    With a `content_id` it is a part of a mail's HTML, which names it as `cid:<content_id>`.
    """

    name: str
    media_type: str
    path: Path
    content_id: str | None = None


@dataclass(frozen=True, slots=True)
class Email:
    """One mail to all of `to` and `cc`, and unseen by them to `bcc`. The sender is the operator's to set."""

    to: tuple[str, ...]
    subject: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    bcc: tuple[str, ...] = ()
    html: str | None = None
    cc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlackPost:
    """One post to each of `channels`, by their ids."""

    channels: tuple[str, ...]
    text: str
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class FileDrop:
    """One file put at `path` on the server that the operator has set for `target` (a data source of that kind).

    `kind` is `sftp` or `adls`. The target names a setting of the operator; no host of a request is ever connected to.
    """

    kind: Literal["sftp", "adls"]
    target: str
    path: str
    attachment: Attachment


Message: TypeAlias = Email | SlackPost | FileDrop
