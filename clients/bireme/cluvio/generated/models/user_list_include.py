"""The values of UserListInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserListInclude(OpenStrEnum):
    """Related objects that come along with a user in a list.

    A value that is not listed is kept: see `is_known`.
    """

    USER_GROUPS = "user_groups"
