"""The values of DataFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DataFormat(OpenStrEnum):
    """Forms in which the data server gives data out.

    A value that is not listed is kept: see `is_known`.
    """

    JSON = "json"
    CSV = "csv"
