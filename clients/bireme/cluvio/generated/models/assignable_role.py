"""The values of AssignableRole."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class AssignableRole(OpenStrEnum):
    """Roles that an API key can give to a user who exists.

    A value that is not listed is kept: see `is_known`.
    """

    VIEWER = "viewer"
    ANALYST = "analyst"
