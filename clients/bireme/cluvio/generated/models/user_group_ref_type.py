"""The values of UserGroupRefType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserGroupRefType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    USER_GROUPS = "user_groups"
