"""Finished files of one session: written aside, published whole, handed out by signed links that expire.

A file is first a draft (`.part`), and becomes visible under its id by a rename. Links carry the session's name, the
file's id and an end time under an HMAC whose secret belongs to the state, so links from before a restart still work.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .clock import Clock, new_token
from .store import Store

__all__ = ["Draft", "FileGone", "FileStore", "LinkRefused", "StoredFile", "flush_to_disk", "session_of"]

_SECRET = "file_secret"
_TABLE = "table/"  # files of such owners are tables of the session, kept until they are replaced
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)
_OURS = re.compile(r"[0-9a-f]{24}(\.[a-z0-9]{1,10})*")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,10}")


class FileGone(Exception):
    """No file of this id is kept: it never was, or its retention is over."""


class LinkRefused(Exception):
    """A download link that opens nothing. `reason` is `expired`, `invalid` or `gone`."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Draft:
    """A file being written at `path`; `publish` makes it visible, `discard` removes it."""

    id: str
    name: str
    media_type: str
    owner: str | None
    path: Path
    epoch: int = 0
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A published file: where it is, what it is called to the person who downloads it, `size` in bytes."""

    id: str
    name: str
    media_type: str
    size: int
    path: Path
    owner: str | None
    expires_at: datetime


class FileStore:
    """The files of one session.

    `directory` is made when absent; `None` means a temporary folder that `close` removes. `retention` is how many
    virtual seconds a published file is kept (default: one day).

    >>> from bireme_emulator.kernel.clock import Clock
    >>> from bireme_emulator.kernel.store import Store
    >>> files = FileStore(Store(), Clock("frozen"))
    >>> draft = files.create("flights.csv", "text/csv")
    >>> _ = draft.path.write_text("a,b")
    >>> link = files.sign(files.publish(draft).id, "http://127.0.0.1:8901")
    >>> files.resolve(link.partition("?token=")[2]).size
    3
    >>> files.close()
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Path | None = None,
        *,
        session: str = "default",
        retention: float = 86_400.0,
    ) -> None:
        self._store, self._clock, self._session = store, clock, session
        self._retention = timedelta(seconds=retention)
        self._lock = store.lock  # the store's own: a file may be published within a transaction
        self._temporary = directory is None
        self._root = Path(tempfile.mkdtemp(prefix="bireme-files-")) if directory is None else directory
        self._root.mkdir(parents=True, exist_ok=True)
        self._rows: dict[str, dict[str, Any]] = {}
        self._owned: dict[str, set[str]] = {}
        self._brief: dict[str, datetime] = {}  # when those end that do not last
        self._epoch = 0  # counts resets and restores: a draft from before one belongs to a state that is gone
        self._reload()
        self._sweep_leftovers()
        store.watch(lambda: None, self._reload)

    @property
    def directory(self) -> Path:
        """Where the files are."""
        return self._root

    def create(self, name: str, media_type: str, owner: str | None = None, *, lasting: bool = False) -> Draft:
        """Begin a file called `name`; write to the draft's `path`, then `publish` or `discard` it.

        `owner` says what it belongs to (e.g. `job/7`): publishing replaces an earlier file of the same owner, so that
        a job that runs again after a restart leaves one file, not two. A `lasting` one is kept until it is removed.
        """
        self._purge()
        id = new_token(12)
        return Draft(id, name, media_type, owner, self._root / f"{id}{_suffix(name)}.part", self._epoch, lasting)

    def publish(self, draft: Draft) -> StoredFile:
        """Make a draft visible, whole and at once.

        Raises `FileNotFoundError` when nothing was written, `FileGone` when the state was reset or restored meanwhile.
        """
        if self._store.persistent:
            flush_to_disk(draft.path)
        size = draft.path.stat().st_size
        row = {
            "name": draft.name,
            "media_type": draft.media_type,
            "owner": draft.owner,
            "size": size,
            "created_at": self._clock.now().isoformat(),
            "lasting": draft.lasting,
        }
        with self._store.transaction():
            if draft.epoch != self._epoch:
                raise FileGone(f"{draft.name} was written for a state that has been reset")
            earlier = [*self._owned.get(draft.owner, ())] if draft.owner is not None else []
            os.replace(draft.path, self._path(draft.id, row))
            self._store.on_failure(lambda: self._forget(draft.id))
            self._store.save_row("files", draft.id, row)
            self._remember(draft.id, row)
            for id in earlier:
                self.remove(id)
        return self._stored(draft.id, row)

    def discard(self, draft: Draft) -> None:
        """Remove a draft that will not be published."""
        draft.path.unlink(missing_ok=True)

    def get(self, id: str) -> StoredFile:
        """The published file. Raises `FileGone` when there is none or its retention is over."""
        row = self._rows.get(id)
        if row is None:
            raise FileGone(f"no file {id} is kept")
        stored = self._stored(id, row)
        if self._clock.now() >= stored.expires_at or not stored.path.is_file():
            raise FileGone(f"the file {stored.name} was kept until {stored.expires_at.isoformat()}")
        return stored

    def find(self, owner: str) -> StoredFile | None:
        """The kept file that belongs to `owner`, or `None`."""
        for id in [*self._owned.get(owner, ())]:
            with contextlib.suppress(FileGone):
                return self.get(id)
        return None

    def create_table(self, name: str) -> Draft:
        """Begin a table of the session as a Parquet file; once published it is kept until it is replaced."""
        return self.create(f"{name}.parquet", "application/vnd.apache.parquet", owner=f"{_TABLE}{name}")

    def tables(self) -> dict[str, Path]:
        """The session's own tables by name."""
        kept = [(row["owner"] or "", self._path(id, row)) for id, row in list(self._rows.items())]
        return {owner.removeprefix(_TABLE): path for owner, path in kept if owner.startswith(_TABLE) and path.is_file()}

    def remove(self, id: str) -> None:
        """Remove a published file; removing one that is not there is harmless."""
        with self._lock:
            row = self._forget(id)
            if row is not None:
                self._store.drop_row("files", id)
                self._path(id, row).unlink(missing_ok=True)

    def remove_owned(self, prefix: str) -> int:
        """Remove the published files whose owner begins with `prefix`; gives how many there were."""
        with self._lock:
            owned = [id for id, row in self._rows.items() if (row["owner"] or "").startswith(prefix)]
            for id in owned:
                self.remove(id)
        return len(owned)

    def sign(self, id: str, base: str, expires_in: float = 60.0) -> str:
        """A link below `base` that opens the file for `expires_in` virtual seconds: `<base>/<file name>?token=<token>`.

        The token stands in the query, where clients and proxies expect what is secret about a link.

        Raises `FileGone` when the file is not there.
        """
        stored = self.get(id)
        end = self._clock.now().timestamp() + expires_in
        claims = json.dumps([self._session, id, round(end, 3)], separators=(",", ":")).encode()
        body = base64.urlsafe_b64encode(claims).rstrip(b"=").decode()
        return f"{base}/{quote(stored.name, safe='')}?token={body}.{self._seal(body)}"

    def resolve(self, token: str) -> StoredFile:
        """The file that a token opens. Raises `LinkRefused`: forged or garbled, expired, or the file is gone."""
        body, _, seal = token.partition(".")
        if not hmac.compare_digest(seal.encode(errors="replace"), self._seal(body).encode()):
            raise LinkRefused("invalid", "the link's signature does not match; ask for a new link")
        session, id, end = json.loads(_unpad(body))
        if session != self._session:
            raise LinkRefused("invalid", "the link belongs to another session; ask for a new link")
        if self._clock.now().timestamp() >= end:
            raise LinkRefused("expired", "the link has expired; ask for a new link")
        try:
            return self.get(id)
        except FileGone as error:
            raise LinkRefused("gone", f"{error}; run the export again") from error

    def close(self) -> None:
        """Remove the temporary folder, where there is one. Closing twice is harmless."""
        if self._temporary:
            shutil.rmtree(self._root, ignore_errors=True)

    def _seal(self, body: str) -> str:
        secret = self._store.meta_once(_SECRET, lambda: new_token(32))
        return hmac.new(secret.encode(), body.encode(errors="replace"), hashlib.sha256).hexdigest()

    def _stored(self, id: str, row: dict[str, Any]) -> StoredFile:
        made = datetime.fromisoformat(row["created_at"])
        lasting = row.get("lasting") or (row["owner"] or "").startswith(_TABLE)
        end = _NEVER if lasting else made + self._retention
        return StoredFile(id, row["name"], row["media_type"], row["size"], self._path(id, row), row["owner"], end)

    def _path(self, id: str, row: dict[str, Any]) -> Path:
        return self._root / f"{id}{_suffix(row['name'])}"

    def _purge(self) -> None:
        """Remove what is past its retention."""
        now = self._clock.now()
        for id, end in list(self._brief.items()):
            if now >= end:
                self.remove(id)

    def _remember(self, id: str, row: dict[str, Any]) -> None:
        self._rows[id] = row
        if row["owner"] is not None:
            self._owned.setdefault(row["owner"], set()).add(id)
        if not row.get("lasting"):
            self._brief[id] = self._stored(id, row).expires_at

    def _forget(self, id: str) -> dict[str, Any] | None:
        row = self._rows.pop(id, None)
        if row is not None:
            self._brief.pop(id, None)
            owned = self._owned.get(row["owner"], set())
            owned.discard(id)
            if not owned:
                self._owned.pop(row["owner"], None)
        return row

    def _reload(self) -> None:
        with self._lock:
            self._epoch += 1
            self._rows, self._owned, self._brief = {}, {}, {}
            for id, row in self._store.rows("files"):
                self._remember(id, row)

    def _sweep_leftovers(self) -> None:
        """Remove drafts and unlisted files that a killed process left behind."""
        kept = {self._path(id, row) for id, row in self._rows.items()}
        for path in self._root.iterdir():
            if _OURS.fullmatch(path.name) and path not in kept:
                path.unlink()


def session_of(token: str) -> str | None:
    """The session a token says it belongs to, before anything is verified; `None` when it is no token at all."""
    try:
        claims = json.loads(_unpad(token.partition(".")[0]))
    except (ValueError, RecursionError):  # of Base64, of UTF-8, of JSON, or of JSON that is all brackets
        return None
    if not isinstance(claims, list) or len(claims) != 3 or not isinstance(claims[0], str):
        return None
    return claims[0]


def _suffix(name: str) -> str:
    """What the name ends with, where that is plain: programs that read the file may go by it."""
    suffix = Path(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def _unpad(body: str) -> bytes:
    return base64.b64decode(body + "=" * (-len(body) % 4), altchars=b"-_", validate=True)


def flush_to_disk(path: Path) -> None:
    """Have the system write a file's contents to disk now; cheap for one that it has written already."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
