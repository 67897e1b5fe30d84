"""The book of deliveries: each is entered under its key, sent once, and can be read afterwards (the outbox).

A delivery is `pending`, then `sending`, then `sent`, `failed` or `in_doubt`; one that the operator has set no channel
for is `kept`. Every step is written down before the next, so that a killed process leaves it known how far it came.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from bireme_emulator.kernel.clock import Clock, new_token
from bireme_emulator.kernel.files import Draft, FileStore, flush_to_disk
from bireme_emulator.kernel.frozen import FrozenDict, freeze
from bireme_emulator.kernel.jobbook import LogLevel
from bireme_emulator.kernel.store import Store

from .channels import Channel, Channels, Parcel, SendFault
from .messages import Attachment, Email, FileDrop, Message, SlackPost
from .settings import DeliverySettings

__all__ = ["ATTEMPTS", "Deliveries", "DeliveryFailed", "DeliveryInDoubt", "Log"]

ATTEMPTS = 5
MOST_KEPT = 10_000
_LOOKS = 64  # deliveries between two looks at how many are kept
FIRST_WAIT = 5.0  # virtual seconds after the first attempt; doubled after each further one
_API, _KIND, _KEYS = "deliveries", "outbox", "key"
_STATE_ID = "deliveries/state_id"
_FINAL = frozenset({"kept", "sent", "failed", "in_doubt"})
_log = logging.getLogger("bireme_emulator.deliveries")

Log = Callable[[LogLevel, str], None]


class DeliveryFailed(Exception):
    """A delivery did not go through; the message says what the receiving side answered."""


class DeliveryInDoubt(DeliveryFailed):
    """A delivery may or may not have gone through; it is not sent again, and somebody has to look."""


class Deliveries:
    """The deliveries of one session.

    `deliver` with a key that was delivered before sends nothing and gives the earlier outcome, so a job that runs again
    after a crash sends nothing twice. Of those that have been dealt with, the last `most` can be read.
    """

    def __init__(
        self,
        store: Store,
        files: FileStore,
        clock: Clock,
        settings: DeliverySettings | None = None,
        *,
        most: int = MOST_KEPT,
    ) -> None:
        self._store, self._files, self._clock, self._most = store, files, clock, most
        self._channels = Channels(settings or DeliverySettings())
        self._turns = threading.Condition()
        self._busy: dict[str, int] = {}  # keys under way, each with the epoch in which that began
        self._epoch = 0  # grows when the state is replaced: what was under way before it writes no more
        self._closing = False
        store.watch(self._abandon, self._abandon)

    def deliver(
        self, key: str, message: Message, *, log: Log | None = None, stop: Callable[[], bool] | None = None
    ) -> FrozenDict:
        """Send a message, once per `key`; gives its record.

        A temporary fault is tried again, up to `ATTEMPTS` times in all, with growing waits on the session's clock.
        `log` (a job's `context.log`) is told how it went; `stop` (`context.cancelled`) is asked during waits. Raises
        `DeliveryFailed` when it does not go through, `DeliveryInDoubt` when nobody can tell.
        """
        with self._turn(key):
            known = self._store.get(_API, _KEYS, key)
            record = self._entered(key, message) if known is None else self.find(key)
            if record is None:  # cleared from the outbox; that it was delivered still counts
                assert known is not None
                record = known
            if known is None and record["status"] == "kept":
                (log or _nowhere)("INFO", f"{_name_of(record)}: kept in the outbox")
            if record["status"] in ("kept", "sent"):
                return record
            if record["status"] == "failed":
                raise DeliveryFailed(record["error"])
            if record["status"] == "in_doubt":
                raise DeliveryInDoubt(record["error"])
            return self._send(record, message, log or _nowhere, stop or _never)

    def find(self, key: str) -> FrozenDict | None:
        """The delivery of that key, or `None`."""
        known = self._store.get(_API, _KEYS, key)
        return None if known is None else self.get(known["id"])

    def get(self, id: int) -> FrozenDict | None:
        """The delivery of that id, or `None`."""
        return self._store.get(_API, _KIND, id)

    def list(self) -> Sequence[FrozenDict]:
        """All deliveries, oldest first."""
        return self._store.list(_API, _KIND)

    def select(
        self,
        channel: str | None = None,
        to: str | None = None,
        status: str | None = None,
        since: int | None = None,
        limit: int | None = None,
    ) -> Sequence[FrozenDict]:
        """Those by `channel`, to the receiver `to`, in `status`, with an id above `since`; the last `limit` of them."""
        found = [
            record
            for record in self.list()
            if (channel is None or record["channel"] == channel)
            and (status is None or record["status"] == status)
            and (since is None or record["id"] > since)
            and (to is None or any(to in record.get(line, ()) for line in ("to", "cc", "bcc")))
        ]
        return found[-limit:] if limit else found

    def clear(self) -> None:
        """Forget what has been dealt with, with its files. What is still to be sent stays, and every key counts on."""
        self._drop([record for record in self.list() if record["status"] in _FINAL])

    def _drop(self, done: Sequence[FrozenDict]) -> None:
        with self._store.transaction():
            for record in done:
                self._store.delete(_API, _KIND, record["id"])
        for record in done:
            for attachment in record["attachments"]:
                self._files.remove(attachment["file_id"])

    def forget(self, prefixes: Collection[str]) -> None:
        """Forget the keys below these (`<prefix>/<number>`): nobody will deliver under them again."""
        known = [record["key"] for record in self._store.list(_API, _KEYS)]
        with self._store.transaction():
            for key in known:
                if key.rpartition("/")[0] in prefixes:
                    self._store.delete(_API, _KEYS, key)

    def _thin_out(self) -> None:
        """Let go of the oldest that have been dealt with, when there are too many."""
        records = self.list()
        done = [record for record in records if record["status"] in _FINAL]
        self._drop(done[: max(0, len(records) - self._most)])

    def close(self) -> None:
        """Wait for nothing any more. What is pending goes on after a restart."""
        self._closing = True
        self._clock.wake()

    # -- the record ---------------------------------------------------------------------------------------------------

    def _entered(self, key: str, message: Message) -> FrozenDict:
        keep = hashlib.sha256(key.encode(errors="replace")).hexdigest()[:24]
        drafts = [self._copied(keep, number, one) for number, one in enumerate(_attachments(message))]
        try:
            record = self._enter(key, message, drafts)
        finally:
            for draft in drafts:
                self._files.discard(draft)
        if record["id"] % _LOOKS == 0:
            self._thin_out()
        return record

    def _enter(self, key: str, message: Message, drafts: Sequence[Draft]) -> FrozenDict:
        with self._store.transaction():  # the files and the record of them together, flushed to disk once
            kept = [self._kept(draft, one) for draft, one in zip(drafts, _attachments(message), strict=True)]
            id = self._store.next_id(_API, _KIND)
            record = {
                "id": id,
                "key": key,
                "status": "pending" if self._channels.of(message) else "kept",
                "time": self._now(),
                **_described(message),
                "attachments": kept,
                "attempts": 0,
                "sent_at": None,
                "error": None,
                "done": [],
            }
            return self._write(record)

    def _write(self, record: dict[str, Any]) -> FrozenDict:
        short = {name: record[name] for name in ("id", "key", "status", "error")}
        made: FrozenDict = freeze(record)
        with self._store.transaction():
            self._store.put(_API, _KIND, record["id"], made)
            self._store.put(_API, _KEYS, record["key"], short)
        return made

    def _change(self, record: FrozenDict, **changes: Any) -> FrozenDict:
        if "error" in changes and changes["error"] is not None:
            changes["error"] = self._channels.redact(changes["error"])
        with self._store.transaction():
            if not self._is_ours(record):
                raise DeliveryFailed("the session was reset meanwhile")
            return self._write({**record, **changes})

    def _is_ours(self, record: FrozenDict) -> bool:
        return self._busy.get(record["key"]) == self._epoch and self.get(record["id"]) is not None

    def _abandon(self) -> None:
        self._epoch += 1
        self._clock.wake()

    def _copied(self, name: str, number: int, attachment: Attachment) -> Draft:
        owner = f"delivery/{name}/{number}"  # by the key: entered again after a crash, it replaces itself
        draft = self._files.create(attachment.name, attachment.media_type, owner=owner, lasting=True)
        try:
            shutil.copyfile(attachment.path, draft.path)
            if self._store.persistent:
                flush_to_disk(draft.path)
        except BaseException:
            self._files.discard(draft)
            raise
        return draft

    def _kept(self, draft: Draft, attachment: Attachment) -> dict[str, Any]:
        kept = self._files.publish(draft)
        inline = {} if attachment.content_id is None else {"content_id": attachment.content_id}
        return {"name": kept.name, "media_type": kept.media_type, "size": kept.size, "file_id": kept.id, **inline}

    def _now(self) -> str:
        return self._clock.now().isoformat()

    # -- sending ------------------------------------------------------------------------------------------------------

    @contextmanager
    def _turn(self, key: str) -> Iterator[None]:
        """One delivery of a key at a time; another one waits for its outcome."""
        with self._turns:
            self._turns.wait_for(lambda: key not in self._busy)
            self._busy[key] = self._epoch
        try:
            yield
        finally:
            with self._turns:
                del self._busy[key]
                self._turns.notify_all()

    def _send(self, record: FrozenDict, message: Message, log: Log, stop: Callable[[], bool]) -> FrozenDict:
        channel = self._channels.of(message)
        name = _name_of(record)
        if channel is None:
            log("INFO", f"{name}: kept in the outbox")
            return self._change(record, status="kept")
        if record["status"] == "sending" and not channel.idempotent:
            raise self._in_doubt(record, name, "the emulator was killed while it was being sent", log)
        while True:
            self._may_go_on(record, stop)
            record = self._change(record, status="sending", attempts=record["attempts"] + 1)
            fault = self._attempt(record, channel, message)
            record = self._fresh(record)
            if fault is None:
                log("INFO", f"{name}: sent")
                return self._change(record, status="sent", sent_at=self._now(), error=None)
            if fault.in_doubt and not channel.idempotent:
                raise self._in_doubt(record, name, str(fault), log)
            wait = self._after(record, name, fault, log)
            record = self._change(record, status="pending", error=str(fault))
            self._clock.wait_for(lambda: self._closing or stop() or not self._is_ours(record), timeout=wait)  # noqa: B023

    def _attempt(self, record: FrozenDict, channel: Channel, message: Message) -> SendFault | None:
        done = [*record["done"]]

        def mark(step: str) -> None:
            done.append(step)
            self._change(self._fresh(record), done=done)

        try:
            channel.send(Parcel(self._parcel_id(record["key"]), message, self._clock.now(), tuple(done), mark))
        except SendFault as fault:
            return fault
        except (DeliveryFailed, MemoryError):
            raise
        except Exception as error:  # a fault of ours: nobody knows how far it came
            _log.exception("delivery %s failed", record["id"])
            return SendFault(f"something went wrong on our side ({type(error).__name__})", in_doubt=True)
        return None

    def _after(self, record: FrozenDict, name: str, fault: SendFault, log: Log) -> float:
        """Seconds until the next attempt. Raises `DeliveryFailed` where there is to be none."""
        attempts, said = record["attempts"], self._channels.redact(str(fault))
        if not fault.temporary or attempts >= ATTEMPTS:
            log("ERROR", f"{name}: attempt {attempts} failed: {said}; it is not tried again")
            self._change(record, status="failed", error=said)
            raise DeliveryFailed(f"{name}: {said}")
        wait: float = max(FIRST_WAIT * 2 ** (attempts - 1), fault.wait or 0.0)
        log("ERROR", f"{name}: attempt {attempts} of {ATTEMPTS} failed: {said}; the next one is in {wait:g} seconds")
        return wait

    def _in_doubt(self, record: FrozenDict, name: str, why: str, log: Log) -> DeliveryInDoubt:
        check = f"look whether it arrived (delivery {record['id']}, {_mark_of(record, self._parcel_id(record['key']))})"
        text = self._channels.redact(f"{name}: in doubt, and not sent again: {why}; {check}")
        log("ERROR", text)
        self._change(record, status="in_doubt", error=text)
        return DeliveryInDoubt(text)

    def _may_go_on(self, record: FrozenDict, stop: Callable[[], bool]) -> None:
        if self._closing:
            raise DeliveryFailed("the emulator stops; it is sent after the next start")
        if stop():
            self._change(record, status="failed", error="cancelled before it was sent")
            raise DeliveryFailed("cancelled before it was sent")

    def _fresh(self, record: FrozenDict) -> FrozenDict:
        if not self._is_ours(record):
            raise DeliveryFailed("the session was reset meanwhile")
        return self.get(record["id"]) or record

    def _parcel_id(self, key: str) -> str:
        """The same for a key as long as the state lives, and for no other key or state."""
        state = self._store.meta_once(_STATE_ID, new_token)
        return hashlib.sha256(f"{state}/{key}".encode(errors="replace")).hexdigest()[:40]


def _nowhere(level: LogLevel, message: str) -> None:
    pass


def _never() -> bool:
    return False


def _attachments(message: Message) -> tuple[Attachment, ...]:
    return (message.attachment,) if isinstance(message, FileDrop) else message.attachments


def _name_of(record: FrozenDict) -> str:
    return f"{record['channel']} to {', '.join(record['to'])}"


def _mark_of(record: FrozenDict, parcel_id: str) -> str:
    return f"Message-ID <{parcel_id}@...>" if record["channel"] == "email" else "its text in the channels"


def _described(message: Message) -> dict[str, Any]:
    match message:
        case Email():
            receivers = {"to": [*message.to], "cc": [*message.cc], "bcc": [*message.bcc]}
            said = {"subject": message.subject, "text": message.text, "html": message.html}
            return {"channel": "email", **receivers, **said}
        case SlackPost():
            return {"channel": "slack", "to": [*message.channels], "text": message.text}
        case FileDrop():
            return {"channel": message.kind, "to": [message.target], "path": message.path}
