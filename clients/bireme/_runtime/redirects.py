"""Where a redirect leads, and whether it may be followed.

Redirects are followed by hand, hop by hop, so that what identifies the user never reaches another origin (scheme, host
and port). Once a chain has left the API's origin it stays without credentials, even if it comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit

from .errors import RedirectRefused, TooManyRedirects

STATUSES = frozenset({301, 302, 303, 307, 308})
METHODS = frozenset({"GET", "HEAD"})
MAX_HOPS = 5

_PORTS = {"http": 80, "https": 443}


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL, with the port that the scheme implies.

    >>> origin("https://API.example.com/v2") == origin("https://api.example.com:443/")
    True

    Raises:
        ValueError: the port is not a number.
    """
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(scheme, 0)


def shown(url: str) -> str:
    """A URL as errors may show it: without the query, which can hold a signature, and without a password.

    >>> shown("https://user:pw@files.example.com/a.csv?signature=abc")
    'https://files.example.com/a.csv'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def within(url: str, scope: str) -> bool:
    """Whether a URL's path stands below `scope`, however it is spelt.

    >>> within("http://h/eu/api/x", "/eu/api"), within("http://h/eu/data/x", "/eu/api")
    (True, False)
    >>> within("http://h/eu/api/%2e%2e/data/x", "/eu/api"), within("http://h/eu/apis", "/eu/api")
    (False, False)
    """
    path = unquote(urlsplit(url).path).replace("\\", "/")
    if {".", ".."} & set(path.split("/")):
        return False
    return f"{path}/".startswith(f"{scope.rstrip('/')}/")


class Chain:
    """The hops of one exchange: `url` is the next to ask, `trusted` whether credentials may go there.

    `scope` is the path below which they may; None where the origin alone decides.
    """

    def __init__(self, url: str, operation: str, redact: Callable[[str], str], scope: str | None = None) -> None:
        self.url = url
        self._scope = scope
        self._redact = redact
        self.trusted = True
        self._operation = operation
        self._seen = {url}

    def follow(self, location: str) -> None:
        """Moves to where `location` points.

        Raises:
            RedirectRefused: that place must not be asked.
            TooManyRedirects: it is the sixth hop, or has been asked already.
        """
        here = self.url
        try:
            there = urljoin(here, location.strip()).partition("#")[0]
            before, after = origin(here), origin(there)
            userinfo = "@" in urlsplit(there).netloc
        except ValueError:
            raise self._refused("somewhere that is not a URL") from None
        if after[0] not in _PORTS or not after[1]:
            raise self._refused(f"{shown(there)!r}, which is not an http(s) URL")
        if userinfo:
            raise self._refused(f"{shown(there)} with a user name or password in it")
        if before[0] == "https" and after[0] == "http":
            raise self._refused(f"{shown(there)}, which is not encrypted, from https")
        if there in self._seen:
            raise self._endless(f"come back to {shown(there)}")
        if len(self._seen) > MAX_HOPS:
            raise self._endless(f"go on after {MAX_HOPS} hops")
        self._seen.add(there)
        self.trusted = self.trusted and before == after and (self._scope is None or within(there, self._scope))
        self.url = there

    def leave(self, url: str) -> None:
        """Moves to a place that the API has named in a reply, for good without credentials. Raises as `follow`."""
        self.follow(url)
        self.trusted = False

    def _refused(self, where: str) -> RedirectRefused:
        text = (
            f"{self._operation}: {shown(self.url)} redirects to {where}; this was not followed. "
            "Check the API's address, and whether a proxy stands in between."
        )
        return RedirectRefused(self._redact(text), operation=self._operation)

    def _endless(self, what: str) -> TooManyRedirects:
        remedy = "Check the API's address, and whether a proxy stands in between."
        text = f"{self._operation}: the redirects {what}. {remedy}"
        return TooManyRedirects(self._redact(text), operation=self._operation)
