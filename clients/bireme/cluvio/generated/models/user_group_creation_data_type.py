"""The values of UserGroupCreationDataType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserGroupCreationDataType(OpenStrEnum):
    """Type of the object; may be left out.

    A value that is not listed is kept: see `is_known`.
    """

    USER_GROUPS = "user_groups"
