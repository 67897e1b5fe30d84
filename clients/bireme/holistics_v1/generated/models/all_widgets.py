"""The values of AllWidgets."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class AllWidgets(OpenStrEnum):
    """Stands for all widgets.

    A value that is not listed is kept: see `is_known`.
    """

    ALL = "_all"
