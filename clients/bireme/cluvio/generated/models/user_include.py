"""The values of UserInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserInclude(OpenStrEnum):
    """Related objects that come along with a user.

    A value that is not listed is kept: see `is_known`.
    """

    USER_GROUPS = "user_groups"
    INVITED_BY_USER = "invited_by_user"
