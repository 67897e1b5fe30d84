"""Times as the legacy API writes them."""

from __future__ import annotations

from datetime import datetime

__all__ = ["stamp"]


def stamp(moment: datetime) -> str:
    """A time in UTC as ISO 8601 with milliseconds.

    >>> from datetime import UTC
    >>> stamp(datetime(2013, 7, 1, 12, tzinfo=UTC))
    '2013-07-01T12:00:00.000Z'
    """
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
