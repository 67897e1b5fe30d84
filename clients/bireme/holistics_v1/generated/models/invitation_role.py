"""The values of InvitationRole."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class InvitationRole(OpenStrEnum):
    """What a new user may do.

    A value that is not listed is kept: see `is_known`.
    """

    ADMIN = "admin"
    ANALYST = "analyst"
    EXPLORER = "explorer"
    VIEWER = "viewer"
