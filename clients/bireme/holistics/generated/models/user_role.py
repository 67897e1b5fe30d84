"""The values of UserRole."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserRole(OpenStrEnum):
    """Roles of a workspace. `user` is the one that the web interface calls viewer.

    A value that is not listed is kept: see `is_known`.
    """

    USER = "user"
    EXPLORER = "explorer"
    ANALYST = "analyst"
    ADMIN = "admin"
    GROWTH_ADMIN = "growth_admin"
    IT_ADMIN = "it_admin"
