"""The values of UserRole."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserRole(OpenStrEnum):
    """Roles of users.

    A value that is not listed is kept: see `is_known`.
    """

    VIEWER = "viewer"
    ANALYST = "analyst"
    ADMIN = "admin"
