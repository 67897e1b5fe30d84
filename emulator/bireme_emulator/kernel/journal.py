"""What was asked and what came of it: a ring of the last requests of a session, with every secret taken out."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

__all__ = ["REDACTED", "Entry", "Journal", "Secrets"]

REDACTED = "[redacted]"
_ALWAYS_SECRET = frozenset({"authorization", "cookie", "proxy-authorization"})
_EXCERPT = 2048
# Members of a JSON body with such a name keep their value to themselves.
_PRIVATE = re.compile("password|passphrase|secret|api_?key|service_?key|connection_str(?:ing)?$", re.IGNORECASE)
# So do parameters: the legacy API's other way to send a key, and the token of a download link.
_PRIVATE_PARAMETER = re.compile(
    r"(?<![^&;])([^=&;]*(?:utoken|password|passphrase|secret|api_?key|token)[^=&;]*)=[^&;]+", re.IGNORECASE
)
_MAX_KNOWN = 256


@dataclass(slots=True)
class Entry:
    """One request. `verdict` is `valid`, `invalid`, `unrouted`, `refused` or `broken` (the reply broke the spec);
    `reason` explains anything but `valid`; `near` is what an unknown path may have meant."""

    number: int
    time: datetime
    session: str
    listener: str
    api: str | None
    operation: str | None
    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    credentials_present: bool
    status: int = 0
    duration: float = 0.0
    verdict: str = "valid"
    reason: str | None = None
    near: str | None = None
    faults: tuple[str, ...] = ()

    @property
    def request_id(self) -> str:
        """The X-Request-Id of the reply."""
        return f"{self.session}-{self.number}"

    def as_dict(self) -> dict[str, Any]:
        """The entry as the control API shows it; `status` is null where the connection was broken before a reply."""
        return {
            "id": self.request_id,
            "time": self.time.isoformat(),
            "session": self.session,
            "listener": self.listener,
            "api": self.api,
            "operation": self.operation,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": self.headers,
            "body": self.body.decode("utf-8", "replace"),
            "credentials_present": self.credentials_present,
            "status": self.status or None,
            "duration_ms": round(self.duration * 1000, 3),
            "verdict": self.verdict,
            "reason": self.reason,
            "near": self.near,
            "faults": list(self.faults),
        }


class Secrets:
    """Keeps credentials out of the journal: by header name, and by value wherever a value once seen turns up again."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = _ALWAYS_SECRET | frozenset(names)
        self._known: dict[str, None] = {}

    def request(self, path: str, query: str, headers: Mapping[str, str]) -> tuple[str, str, dict[str, str], bool]:
        """Path, query and headers without secrets, and whether there were any."""
        clean = dict(headers)
        found = False
        for name in self._names:
            if name in clean:
                found = True
                self._learn(clean[name])
                clean[name] = REDACTED
        if query:
            found = found or "utoken" in query.lower()
            query = _PRIVATE_PARAMETER.sub(rf"\1={REDACTED}", query)
        everything = "\n".join((path, query, *clean.values()))
        for value in self._known:
            if value in everything:
                cleaned = {name: self.text(value) for name, value in clean.items()}
                return self.text(path), self.text(query), cleaned, True
        return path, query, clean, found

    def text(self, text: str) -> str:
        """`text` with every known secret value taken out."""
        for value in self._known:
            if value in text:
                text = text.replace(value, REDACTED)
        return text

    def excerpt(self, content: bytes) -> bytes:
        """The beginning of a body with every known secret value taken out, and what JSON members call a password."""
        content = _without_passwords(content)
        for value in self._known:
            if (raw := value.encode("utf-8", "surrogateescape")) in content:
                content = content.replace(raw, REDACTED.encode())
        return bytes(content[:_EXCERPT])

    def _learn(self, value: str) -> None:
        if value in self._known:
            return
        secret = value.rpartition(" ")[2]  # of `Bearer <token>`, the token
        if len(secret) >= 8 and secret not in self._known:  # shorter ones would blacken ordinary words
            if len(self._known) >= _MAX_KNOWN:
                self._known.pop(next(iter(self._known)))
            self._known[secret] = None


def _without_passwords(content: bytes) -> bytes:
    private = _PRIVATE.search(content.decode("latin-1"))
    if private is None and b"\\u" not in content:  # a name may be written with escapes
        return content
    found = False

    def masked(members: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal found
        clean = {}
        for name, value in members:  # a name may come twice, so what is not kept must not decide
            secret = _PRIVATE.search(name) is not None
            found = found or secret
            clean[name] = REDACTED if secret and value is not None else value
        return clean

    try:
        value = json.loads(content, object_pairs_hook=masked)
    except (ValueError, RecursionError):  # not a body that will be taken; what stands where cannot be told
        return REDACTED.encode() if private else content
    if not found:
        return content
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


class Journal:
    """The last `size` requests of one session, oldest first."""

    def __init__(self, size: int = 1000) -> None:
        self._entries: deque[Entry] = deque(maxlen=size)

    def add(self, entry: Entry) -> None:
        """Append an entry; the oldest one falls out when the ring is full."""
        self._entries.append(entry)

    def entries(self, **wanted: Any) -> list[Entry]:
        """The entries whose attributes equal all of `wanted` (a `None` there asks for nothing)."""
        asked = {name: value for name, value in wanted.items() if value is not None}
        return [
            entry
            for entry in list(self._entries)
            if all(getattr(entry, name) == value for name, value in asked.items())
        ]

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()

    def __len__(self) -> int:
        return len(self._entries)
