"""The URLs under which a client sees the emulator, taken from the Host header it used."""

from __future__ import annotations

import re

__all__ = ["PublicUrls", "host_name"]

_HOST = re.compile(r"(?P<name>[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?\Z")
_MAX_KNOWN = 256


def host_name(host: str) -> str | None:
    """The name in a Host header, without port and brackets, in lower case; `None` for one that makes no sense.

    >>> host_name("[::1]:8900")
    '::1'
    """
    match = _HOST.match(host)
    return match["name"].strip("[]").lower() if match else None


class PublicUrls:
    """Origins of both listeners. Ports are set once the sockets are bound.

    >>> PublicUrls("127.0.0.1", 8900, 8901).seen_from("localhost:8900")
    ('http://localhost:8900', 'http://localhost:8901')
    """

    def __init__(self, host: str, port: int, files_port: int) -> None:
        self._name = f"[{host}]" if ":" in host else host
        self.port = port
        self.files_port = files_port
        self._known: dict[str, tuple[str, str]] = {}

    @property
    def api(self) -> str:
        """The API listener's origin, by the host it was started with."""
        return f"http://{self._name}:{self.port}"

    @property
    def files(self) -> str:
        """The files listener's origin, by the host it was started with."""
        return f"http://{self._name}:{self.files_port}"

    def seen_from(self, host: str | None) -> tuple[str, str]:
        """Both origins (API, files) as a client sees them that sent this Host header."""
        if host is None:
            return self.api, self.files
        known = self._known.get(host)
        if known is None:
            match = _HOST.match(host)
            known = (f"http://{host}", f"http://{match['name']}:{self.files_port}") if match else (self.api, self.files)
            if len(self._known) >= _MAX_KNOWN:
                self._known.clear()
            self._known[host] = known
        return known
