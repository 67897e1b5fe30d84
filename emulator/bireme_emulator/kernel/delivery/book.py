"""The book of deliveries: each is entered once under its key, and can be read afterwards (the outbox)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from typing import Any

from bireme_emulator.kernel.clock import Clock
from bireme_emulator.kernel.files import FileStore
from bireme_emulator.kernel.frozen import FrozenDict
from bireme_emulator.kernel.jobbook import LogLevel
from bireme_emulator.kernel.store import Store

from .messages import Attachment, Email, FileDrop, Message, SlackPost

__all__ = ["Deliveries", "DeliveryFailed"]

_API, _KIND = "deliveries", "outbox"


class DeliveryFailed(Exception):
    """A delivery did not go through; the message says what the receiving side answered."""


class Deliveries:
    """The deliveries of one session.

    `deliver` with a key that was delivered before does nothing and gives the earlier record, so a job that runs again
    after a crash sends nothing twice.
    """

    def __init__(self, store: Store, files: FileStore, clock: Clock) -> None:
        self._store, self._files, self._clock = store, files, clock

    def deliver(self, key: str, message: Message, *, log: Callable[[LogLevel, str], None] | None = None) -> FrozenDict:
        """Send a message, once per `key`; gives its record. Raises `DeliveryFailed`.

        `log` (a job's `context.log`) is told how it went.
        """
        known = self.find(key)
        if known is not None:
            return known
        id = self._store.next_id(_API, _KIND)
        attachments = [self._keep(id, number, one) for number, one in enumerate(_attachments(message))]
        record = {
            "id": id,
            "key": key,
            "status": "sent",
            "time": self._clock.now().isoformat(),
            **_described(message),
            "attachments": attachments,
        }
        self._store.put(_API, _KIND, id, record)
        found = self._store.get(_API, _KIND, id)
        assert found is not None, "what was just stored can be read"
        if log is not None:
            log("INFO", f"{record['channel']} to {', '.join(record['to'])}: kept in the outbox")
        return found

    def find(self, key: str) -> FrozenDict | None:
        """The delivery of that key, or `None`."""
        return next((record for record in self.list() if record["key"] == key), None)

    def close(self) -> None:
        """Nothing to let go of yet."""

    def list(self) -> Sequence[FrozenDict]:
        """All deliveries, oldest first."""
        return self._store.list(_API, _KIND)

    def _keep(self, id: int, number: int, attachment: Attachment) -> dict[str, Any]:
        draft = self._files.create(attachment.name, attachment.media_type, owner=f"delivery/{id}/{number}")
        try:
            shutil.copyfile(attachment.path, draft.path)
            kept = self._files.publish(draft)
        finally:
            self._files.discard(draft)
        return {"name": kept.name, "media_type": kept.media_type, "size": kept.size, "file_id": kept.id}


def _attachments(message: Message) -> tuple[Attachment, ...]:
    return (message.attachment,) if isinstance(message, FileDrop) else message.attachments


def _described(message: Message) -> dict[str, Any]:
    match message:
        case Email():
            said = {"to": [*message.to], "bcc": [*message.bcc], "subject": message.subject, "text": message.text}
            return {"channel": "email", **said, "html": message.html}
        case SlackPost():
            return {"channel": "slack", "to": [*message.channels], "text": message.text}
        case FileDrop():
            return {"channel": message.kind, "to": [message.target], "path": message.path}
