"""What a channel is, how its sending can fail, and which channel takes a message by the operator's settings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from .messages import Email, FileDrop, Message, SlackPost

if TYPE_CHECKING:
    from .settings import DeliverySettings

__all__ = ["Channel", "Channels", "Parcel", "SendFault", "confined", "http_fault"]

_LONGEST_WAIT = 3600.0
_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


class SendFault(Exception):
    """A message did not go out, or not for certain; the message says what the other side answered.

    `temporary`: another attempt may work, after `wait` seconds if the other side said so. `in_doubt`: it may have been
    taken all the same, so another attempt could double it.
    """

    def __init__(
        self, message: str, *, temporary: bool = False, in_doubt: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(message)
        self.temporary, self.in_doubt, self.wait = temporary, in_doubt, wait


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message on its way. `id` is the same in every attempt and for no other message; `now` is the session's time.

    `done` holds the steps that earlier attempts have completed (a part of the receivers has it); `mark` adds one.
    """

    id: str
    message: Message
    now: datetime
    done: Collection[str]
    mark: Callable[[str], None]


class Channel(Protocol):
    """A way out. `idempotent`: sending the same parcel twice leaves one copy."""

    @property
    def idempotent(self) -> bool: ...

    def send(self, parcel: Parcel) -> None:
        """Send it, or raise `SendFault`."""


class Channels:
    """The channels that the operator has set, each made (and its library imported) when first needed."""

    def __init__(self, settings: DeliverySettings) -> None:
        self._settings = settings
        self._made: dict[tuple[str, str], Channel] = {}

    def of(self, message: Message) -> Channel | None:
        """The channel for a message, or `None` where the operator has set none."""
        name = _name(message)
        if name not in self._made:
            made = self._make(*name)
            if made is None:
                return None
            self._made[name] = made
        return self._made[name]

    def redact(self, text: str) -> str:
        """The text without any secret of the settings, whoever may have put one in."""
        for secret in self._settings.secrets:
            text = text.replace(secret, "***")
        return text

    def _make(self, kind: str, target: str) -> Channel | None:
        settings = self._settings
        if kind == "email" and settings.smtp is not None:
            from .smtp import SmtpChannel

            return SmtpChannel(settings.smtp)
        if kind == "slack" and settings.slack is not None:
            from .slack import SlackChannel

            return SlackChannel(settings.slack)
        if kind == "sftp" and target in settings.sftp:
            from .sftp import SftpChannel

            return SftpChannel(settings.sftp[target])
        if kind == "adls" and target in settings.adls:
            from .adls import AdlsChannel

            return AdlsChannel(settings.adls[target])
        return None


def _name(message: Message) -> tuple[str, str]:
    match message:
        case Email():
            return "email", ""
        case SlackPost():
            return "slack", ""
        case FileDrop():
            return message.kind, message.target


def confined(root: str, path: str) -> str:
    """A path of a message, below the operator's root and nowhere else; a leading slash means the root.

    Raises `SendFault` for one that would lead elsewhere or cannot be a path.

    >>> confined("/upload", "/reports//2013/./june.csv")
    '/upload/reports/2013/june.csv'
    """
    if _CONTROL.search(path):
        raise SendFault(f"path {path!r}: backslashes and control characters are not allowed; use / between folders")
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if not parts or path.endswith("/"):
        raise SendFault(f"path {path!r}: it names no file")
    if ".." in parts:
        raise SendFault(f"path {path!r}: it may not contain ..")
    if any(len(part.encode(errors="replace")) > 240 for part in parts) or len(path) > 2000:
        raise SendFault(f"path {path[:60]!r}...: it is too long")
    if any(0xD800 <= ord(char) <= 0xDFFF for char in path):
        raise SendFault(f"path {path!r}: it is no text that can be encoded")
    return "/".join([root.rstrip("/"), *parts]) if root else "/".join(parts)


def http_fault(what: str, status: int, headers: Mapping[str, str], now: datetime, said: str = "") -> SendFault:
    """The fault that an HTTP status stands for: 429 and 5xx pass, all else stays."""
    told = f": {said[:300]}" if said else ""
    return SendFault(
        f"{what} answered {status}{told}", temporary=status == 429 or status >= 500, wait=_wait(headers, now)
    )


def _wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Retry-After in seconds, in either of its forms."""
    text = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", text):
        return min(float(text), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(text)
        return min(max(0.0, (until - now).total_seconds()), _LONGEST_WAIT)
    except (ValueError, TypeError):
        return None
