"""The values of UserAttributeCreatedStatus."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserAttributeCreatedStatus(OpenStrEnum):
    """That it has been created.

    A value that is not listed is kept: see `is_known`.
    """

    CREATED = "created"
