"""Taking secrets out of text."""

from __future__ import annotations

import json
import re
from urllib.parse import quote, quote_plus

MASK = "***"

# The query of a link can hold a signature that opens a file to whoever has it.
_LINK = re.compile(r"(https?:(?:\\?/){2}[^\s\"'<>?]+)\?[^\s\"'<>]+", re.IGNORECASE)


class Redactor:
    """Replaces secrets in text, in the spellings that a server might echo, and the queries of links.

    >>> Redactor("k-123")("no user has k-123; see https://files.example.com/a?sig=9")
    'no user has ***; see https://files.example.com/a?***'
    """

    def __init__(self, *secrets: str) -> None:
        spellings = {
            spelling
            for secret in secrets
            if secret
            for spelling in (secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1])
        }
        # The longest first, so that no part of one is left over from another.
        self._spellings = sorted(spellings, key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for spelling in self._spellings:
            if spelling in text:
                text = text.replace(spelling, MASK)
        return _LINK.sub(rf"\1?{MASK}", text)

    def __repr__(self) -> str:
        return "Redactor(***)"
