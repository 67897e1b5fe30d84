"""The values of UserGroupInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserGroupInclude(OpenStrEnum):
    """Related objects that come along with a user group.

    A value that is not listed is kept: see `is_known`.
    """

    USERS = "users"
    DASHBOARDS = "dashboards"
