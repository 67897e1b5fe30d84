"""The organization that a location's account belongs to: what its administrators have set, and what its plan allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["KIND", "organization", "put_organization", "time_zone"]

KIND = "organization"
_DEFAULTS: dict[str, Any] = {
    "name": "Organization",
    "time_zone": "UTC",
    "csv_column_separator": ",",
    "csv_decimal_separator": ".",
    "csv_quote_style": "necessary",
    "email_domains": [],
    "seats": {"admin": 5, "analyst": 5},
    "max_datasources": 10,
    "max_csv_bytes": 1_000_000_000,
    "custom_user_groups": True,
}


def organization(session: Session, api: str) -> Mapping[str, Any]:
    """The organization of a location.

    `name`, `time_zone` (of schedules, alerts and anchor times), the CSV defaults `csv_column_separator`,
    `csv_decimal_separator` and `csv_quote_style`, `email_domains` (people outside of them cannot be invited; an empty
    list takes everybody), `seats` by role, `max_datasources` (the sample data is not counted), `max_csv_bytes`.
    """
    return session.store.get(api, KIND, KIND) or _DEFAULTS


def put_organization(session: Session, api: str, settings: Mapping[str, Any]) -> None:
    """Store the organization of a location; what is left out is as at the vendor's by default.

    Raises `ValueError` for a setting that there is not.
    """
    unknown = sorted(set(settings) - set(_DEFAULTS))
    if unknown:
        raise ValueError(f"organization: there is no setting {unknown[0]!r}; there are {', '.join(_DEFAULTS)}")
    session.store.put(api, KIND, KIND, {**_DEFAULTS, **settings})


def time_zone(session: Session, api: str) -> ZoneInfo:
    """The organization's time zone."""
    return ZoneInfo(organization(session, api)["time_zone"])
