"""The values of UserGroupResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserGroupResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    USER_GROUPS = "user_groups"
