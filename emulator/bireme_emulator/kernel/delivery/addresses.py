"""What an e-mail address has to look like, wherever an API takes one."""

from __future__ import annotations

import re

__all__ = ["is_address"]

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+\Z", re.ASCII)


def is_address(text: str) -> bool:
    """Whether a text is an e-mail address that a mail server can take.

    >>> is_address("ada.keller@example.com"), is_address("ada keller@example.com"), is_address("ada@localhost")
    (True, False, False)
    """
    return len(text) <= 254 and _ADDRESS.match(text) is not None
