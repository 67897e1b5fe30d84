"""The values of UserStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserStatus(OpenStrEnum):
    """States of a user. `pending` stands for one who has not accepted the invitation yet.

    A value that is not listed is kept: see `is_known`.
    """

    ACTIVE = "active"
    DELETED = "deleted"
    PENDING = "pending"
