"""The values of ShareMode."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ShareMode(OpenStrEnum):
    """Who may see a dashboard: only its owner and admins, all users, all analysts and admins, or chosen
    groups. Those who join later are included.

    A value that is not listed is kept: see `is_known`.
    """

    NONE = "none"
    ALL_USERS = "all_users"
    ALL_ANALYSTS = "all_analysts"
    CUSTOM = "custom"
