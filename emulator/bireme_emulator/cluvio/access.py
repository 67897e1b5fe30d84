"""Who may do what: API keys at the API servers, data access tokens at the data servers.

A key carries permissions and may be narrowed to particular datasources and dashboards. View keys take view permissions
only; a manage permission includes the view permission of its area (inferred). Keys and tokens belong to one location.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from bireme_emulator.kernel.context import Call, Caller

from .refusals import denied, no_credential

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "KEYS",
    "PERMISSIONS",
    "KeyAuthenticator",
    "TokenAuthenticator",
    "TokenReader",
    "allowed",
    "caller_of",
    "digest",
    "may_see_dashboard",
    "may_see_datasource",
    "may_use_dashboard",
    "may_use_datasource",
    "put_key",
    "require",
]

KEYS = "api_keys"  # the kind of record that keys are kept as, by their digests
_AREAS = ("alerts", "dashboards", "datasources", "schedules", "users")
PERMISSIONS = frozenset({"include_sql_details", *(f"{verb}_{area}" for verb in ("view", "manage") for area in _AREAS)})
_CALLERS = "cluvio.callers"

TokenReader: TypeAlias = "Callable[[Session, str, str], Mapping[str, Any] | None]"
"""From session, API and token to what the token opens, or `None` where it is unknown or too old."""


class KeyAuthenticator:
    """Finds the caller by the key in `Authorization: Api <secret>`; `api` is the location whose keys are meant.

    The caller's `user` is the key's record: `id`, `name`, `type`, `permissions`, `datasource_ids`, `dashboard_ids`.
    """

    def __init__(self, api: str) -> None:
        self._api = api

    def __call__(self, headers: Mapping[str, str], session: Session) -> Caller:
        """Who is calling. Raises a 401 `Fault` for a missing, malformed, unknown or disabled key."""
        key_id = digest(_credential(headers, "Api", "an API key"))
        revision = session.store.revision(self._api)
        name = f"{_CALLERS}.{self._api}"
        known: tuple[int, dict[str, Caller]] | None = session.cache.get(name)
        if known is None or known[0] != revision:
            known = session.cache[name] = (revision, {})
        caller = known[1].get(key_id)
        if caller is None:
            caller = known[1][key_id] = self._find(key_id, session)
        return caller

    def _find(self, key_id: str, session: Session) -> Caller:
        key = session.store.get(self._api, KEYS, key_id)
        if key is None:
            raise no_credential("The API key is not known in this location")
        if not key["enabled"]:
            raise no_credential("The API key is disabled")
        return Caller(key, f"{key['type']} key", _with_implied(key["permissions"]), key["id"])


class TokenAuthenticator:
    """Finds what is opened by the token in `Authorization: Data <token>`; the caller's `user` is what `read` gives."""

    def __init__(self, api: str, read: TokenReader) -> None:
        self._api = api
        self._read = read

    def __call__(self, headers: Mapping[str, str], session: Session) -> Caller:
        """Who is calling. Raises a 401 `Fault` for a missing, malformed, unknown or expired token."""
        token = _credential(headers, "Data", "a data access token")
        grant = self._read(session, self._api, token)
        if grant is None:
            raise no_credential("The data access token is not known in this location, or no longer valid")
        return Caller({"id": digest(token)[:12], **grant}, "data token", frozenset(), digest(token)[:12])


def put_key(
    session: Session,
    api: str,
    secret: str,
    type: Literal["view", "manage"],
    permissions: Iterable[str],
    *,
    name: str = "",
    datasource_ids: Iterable[str] | None = None,
    dashboard_ids: Iterable[str] | None = None,
    enabled: bool = True,
) -> str:
    """Store the digest of a key, not the key; gives the id of the key. `None` for ids does not narrow the key.

    Raises `LookupError` for a permission that there is not, and `ValueError` for one that a view key cannot have.

    >>> put_key(session, "cluvio_eu", "a-secret-of-some-length", "view", ["view_dashboards"])    # doctest: +SKIP
    """
    granted = sorted(set(permissions))
    unknown = [permission for permission in granted if permission not in PERMISSIONS]
    if unknown:
        raise LookupError(f"permissions: there is no {unknown[0]!r}; there are {', '.join(sorted(PERMISSIONS))}")
    if type not in ("view", "manage"):
        raise ValueError(f"type: {type!r} is neither 'view' nor 'manage'")
    managing = [permission for permission in granted if permission.startswith("manage_")]
    if type == "view" and managing:
        raise ValueError(f"a view key takes no {managing[0]}; give type 'manage' or leave that permission out")
    key_id = digest(secret)
    record = {
        "id": key_id[:12],
        "name": name,
        "type": type,
        "permissions": granted,
        "datasource_ids": None if datasource_ids is None else sorted(datasource_ids),
        "dashboard_ids": None if dashboard_ids is None else sorted(dashboard_ids),
        "enabled": enabled,
    }
    session.store.put(api, KEYS, key_id, record)
    return key_id[:12]


def caller_of(call: Call) -> Caller:
    """The caller; every operation of this API has one."""
    assert call.caller is not None, "the plugin authenticates every request"
    return call.caller


def allowed(call: Call, *permissions: str) -> bool:
    """Whether the key has any one of the permissions."""
    return not caller_of(call).permissions.isdisjoint(permissions)


def require(call: Call, what: str, *permissions: str) -> None:
    """Raise a 403 `Fault` unless the key has any one of the permissions; `what` says what they are needed for."""
    if not allowed(call, *permissions):
        raise denied(f"{what} takes one of the permissions {', '.join(sorted(permissions))}")


def may_see_datasource(call: Call, datasource_id: str | None) -> bool:
    """Whether the key reaches a datasource; every key reaches `None`, what has no datasource."""
    return _within(call, "datasource_ids", datasource_id)


def may_use_datasource(call: Call, datasource_id: str | None) -> None:
    """Raise a 403 `Fault` unless the key reaches the datasource."""
    if not may_see_datasource(call, datasource_id):
        raise denied(f"The API key has no access to datasource {datasource_id}")


def may_see_dashboard(call: Call, dashboard_id: str | None) -> bool:
    """Whether the key reaches a dashboard."""
    return _within(call, "dashboard_ids", dashboard_id)


def may_use_dashboard(call: Call, dashboard_id: str | None) -> None:
    """Raise a 403 `Fault` unless the key reaches the dashboard."""
    if not may_see_dashboard(call, dashboard_id):
        raise denied(f"The API key has no access to dashboard {dashboard_id}")


def digest(secret: str) -> str:
    """What is kept of a secret. Secrets are long and random, so one round is enough."""
    return hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest()


def _within(call: Call, narrowing: str, id: str | None) -> bool:
    ids = caller_of(call).user.get(narrowing)
    return ids is None or id is None or id in ids


def _credential(headers: Mapping[str, str], scheme: str, what: str) -> str:
    """The credential after its scheme. Raises a 401 `Fault` where it is missing or of another scheme or form."""
    given = headers.get("authorization", "").strip()
    if not given:
        raise no_credential(f"The credential is missing; send {what} as `Authorization: {scheme} <secret>`")
    named, _, secret = given.partition(" ")
    secret = secret.strip()
    if named.casefold() != scheme.casefold() or not secret or " " in secret:
        raise no_credential(f"This server takes {what}, sent as `Authorization: {scheme} <secret>`")
    return secret


def _with_implied(permissions: Iterable[str]) -> frozenset[str]:
    """The permissions, and with each to manage the one to view the same."""
    given = frozenset(permissions)
    return given | {f"view_{one.removeprefix('manage_')}" for one in given if one.startswith("manage_")}
