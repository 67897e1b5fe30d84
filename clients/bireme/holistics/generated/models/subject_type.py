"""The values of SubjectType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SubjectType(OpenStrEnum):
    """Whom an entry is about.

    A value that is not listed is kept: see `is_known`.
    """

    USER = "User"
    GROUP = "Group"
