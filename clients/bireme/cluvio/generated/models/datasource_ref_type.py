"""The values of DatasourceRefType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatasourceRefType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCES = "datasources"
