"""Who calls: the same keys and users as in version 2, with the legacy API's own refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bireme_emulator.holistics.authentication import KEY_HEADER, Authenticator
from bireme_emulator.kernel.context import Caller, Fault

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KEY_HEADER", "LegacyAuthenticator"]


class LegacyAuthenticator:
    """Finds the caller by the key in `X-Holistics-Key`; `roles` maps a role to what it may do."""

    def __init__(self, roles: Mapping[str, Sequence[str]]) -> None:
        self._find = Authenticator(roles)

    def __call__(self, headers: Mapping[str, str], session: Session) -> Caller:
        """Who is calling. Raises a `Fault`: 401 without a key, 422 for a key that is not good."""
        if not headers.get(KEY_HEADER):
            raise Fault(401, "Unauthenticated", "Holistics::Unauthenticated")
        try:
            return self._find(headers, session)
        except Fault as fault:
            raise Fault(422, "InvalidToken", "Holistics::InvalidAuthenticationToken") from fault
