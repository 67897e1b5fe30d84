"""TLS settings that load the certificates to trust at the first handshake.

Loading them takes longer than a call over loopback, and a client of a server on plain HTTP (an emulator, a gateway on
the same machine) never needs them.
"""

from __future__ import annotations

import ssl
import threading
from typing import Any, Self

import httpx2


class LateContext(ssl.SSLContext):
    """What `httpx2.create_ssl_context()` gives, made when it is first needed; the environment counts then.

    Until then, and for anybody who looks at this object itself, it is a client's context that trusts nobody.
    """

    def __new__(cls) -> Self:
        return super().__new__(cls, ssl.PROTOCOL_TLS_CLIENT)

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._whole: ssl.SSLContext | None = None
        self._protocols: list[str] = []

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        """Remembers the protocols to offer."""
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *args: Any, **options: Any) -> ssl.SSLSocket:
        """As `ssl.SSLContext.wrap_socket`."""
        return self._context().wrap_socket(*args, **options)

    def wrap_bio(self, *args: Any, **options: Any) -> ssl.SSLObject:
        """As `ssl.SSLContext.wrap_bio`."""
        return self._context().wrap_bio(*args, **options)

    def _context(self) -> ssl.SSLContext:
        with self._lock:
            if self._whole is None:
                self._whole = httpx2.create_ssl_context()
            if self._protocols:
                self._whole.set_alpn_protocols(self._protocols)
            return self._whole
