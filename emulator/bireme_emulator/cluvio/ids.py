"""Ids in the forms that the vendor's samples show, drawn from the state's seed: equal states give equal ids."""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["new_bytes", "new_id", "new_uuid"]

_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz"
_COUNTER = "drawn_ids"


def new_id(session: Session, api: str) -> str:
    """The id of a new object: three groups of four lower-case letters and digits.

    Example: `new_id(call.session, call.api)` gives `"8qxn-y9ex-65vd"`
    """
    number = int.from_bytes(new_bytes(session, api, 16))
    drawn = []
    for _ in range(12):
        number, place = divmod(number, len(_SIGNS))
        drawn.append(_SIGNS[place])
    return "-".join("".join(drawn[start : start + 4]) for start in (0, 4, 8))


def new_uuid(session: Session, api: str) -> str:
    """The id of a new execution or export job: a random UUID."""
    return str(uuid.UUID(bytes=new_bytes(session, api, 16), version=4))


def new_bytes(session: Session, api: str, size: int) -> bytes:
    """Up to 32 bytes that this state never gives twice. For ids only: who knows the seed can tell them beforehand."""
    number = session.store.next_id(api, _COUNTER)
    return hashlib.sha256(f"{session.seed}/{api}/{number}".encode()).digest()[:size]
