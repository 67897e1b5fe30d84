"""The values of DependencySource."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DependencySource(OpenStrEnum):
    """Kinds of objects that others can depend on.

    A value that is not listed is kept: see `is_known`.
    """

    DATA_SOURCE = "DataSource"
    DATA_MODEL = "DataModel"
    DATA_SET = "DataSet"
