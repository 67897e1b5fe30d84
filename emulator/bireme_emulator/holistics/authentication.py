"""Keys: who a key belongs to and what its owner may do; how keys and passwords are kept; how a key is revoked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bireme_emulator.kernel.clock import new_token
from bireme_emulator.kernel.context import Caller

from .refusals import no_key
from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KEYS", "KEY_HEADER", "Authenticator", "password_digest", "put_key", "revoke_keys"]

KEY_HEADER = "x-holistics-key"
KEYS = "api_keys"  # the kind of record that keys are kept as, by their digests
_CALLERS = "holistics.callers"
_ROUNDS = 2**12  # of scrypt: a few milliseconds, for a password that guards demo data


class Authenticator:
    """Finds the caller by the key in `X-Holistics-Key`.

    `roles` maps a role to what it may do (the bundle's `x-roles`). A user without `enable_export_data` never exports
    data, whatever the role says.
    """

    def __init__(self, roles: Mapping[str, Sequence[str]]) -> None:
        self._roles = {role: frozenset(permissions) for role, permissions in roles.items()}

    def __call__(self, headers: Mapping[str, str], session: Session) -> Caller:
        """Who is calling. Raises a 401 `Fault` for a missing, unknown or revoked key, and for a locked-out user."""
        key = headers.get(KEY_HEADER)
        if not key:
            raise no_key("The API key is missing; send it in the header X-Holistics-Key.")
        key_id = _digest(key)
        revision = session.store.revision(API)
        known: tuple[int, dict[str, Caller]] | None = session.cache.get(_CALLERS)
        if known is None or known[0] != revision:
            known = session.cache[_CALLERS] = (revision, {})
        caller = known[1].get(key_id)
        if caller is None:
            caller = known[1][key_id] = self._find(key_id, session)
        return caller

    def _find(self, key_id: str, session: Session) -> Caller:
        key = session.store.get(API, KEYS, key_id)
        if key is None:
            raise no_key("The API key is not valid.")
        if not key["active"]:
            raise no_key("The API key has been revoked.")
        user = session.store.get(API, "users", key["user_id"])
        if user is None or user["is_deleted"] or not user["is_activated"]:
            raise no_key("The owner of the API key is not an active user.")
        if not user["allow_authentication_token"]:
            raise no_key("The owner of the API key is not permitted to use the API.")
        permissions = self._roles.get(user["role"], frozenset())
        if not user["enable_export_data"]:
            permissions -= {"export_data"}
        return Caller(user, user["role"], permissions, key_id[:12])


def put_key(session: Session, key: str, user_id: int, *, active: bool = True) -> None:
    """Store the digest of a key; the key itself is not kept."""
    key_id = _digest(key)
    session.store.put(API, KEYS, key_id, {"digest": key_id, "user_id": user_id, "active": active})


def revoke_keys(session: Session, user_id: int) -> None:
    """Make the user's keys useless, and note that the user has none."""
    store = session.store
    with store.transaction():
        for key in store.list(API, KEYS):
            if key["user_id"] == user_id and key["active"]:
                store.put(API, KEYS, key["digest"], {**key, "active": False})
        user = store.get(API, "users", user_id)
        if user is not None and user["has_authentication_token"]:
            store.put(API, "users", user_id, {**user, "has_authentication_token": False})


def password_digest(password: str) -> str:
    """A password as it is kept: salted and hashed, never to be read back."""
    salt = new_token(16)
    raw = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), n=_ROUNDS, r=8, p=1)
    return f"scrypt${_ROUNDS}${salt}${raw.hex()}"


def _digest(key: str) -> str:
    # Keys are long and random, so one round is enough; what matters is that the state file holds no usable key.
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()
