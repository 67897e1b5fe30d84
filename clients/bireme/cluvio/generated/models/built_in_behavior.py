"""The values of BuiltInBehavior."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class BuiltInBehavior(OpenStrEnum):
    """Built-in groups: everyone, or analysts and admins; always with those who join later.

    A value that is not listed is kept: see `is_known`.
    """

    ALL_USERS = "all_users"
    ALL_ANALYSTS = "all_analysts"
