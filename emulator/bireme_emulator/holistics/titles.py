"""Variables in titles of mails and posts, and the time zone in which a workspace tells its days.

Of the variables the tutorials name one: `{{$today}}`, which becomes `2021-09-29 Wed`. Any other stays as it is written.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["expanded", "local_day", "timezone_of"]

_VARIABLE = re.compile(r"\{\{\s*\$(\w+)\s*\}\}", re.ASCII)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")  # whatever language the machine speaks


def expanded(text: str, day: date) -> str:
    """The text on one line, its variables replaced.

    >>> expanded("Sales report for {{$today}}", date(2021, 9, 29))
    'Sales report for 2021-09-29 Wed'
    """
    known = {"today": f"{day.isoformat()} {_DAYS[day.weekday()]}"}
    return " ".join(_VARIABLE.sub(lambda found: known.get(found[1], found[0]), text).split())


def timezone_of(session: Session) -> str:
    """The IANA name of the workspace's time zone: that of its default data source; UTC where it has none."""
    for source in session.store.list(API, "data_sources"):
        if source.get("is_default"):
            name = source["settings"].get("timezone") or "UTC"
            return name if _exists(name) else "UTC"
    return "UTC"


def local_day(session: Session, now: datetime) -> date:
    """The day that it is in the workspace's time zone."""
    return now.astimezone(ZoneInfo(timezone_of(session))).date()


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True
