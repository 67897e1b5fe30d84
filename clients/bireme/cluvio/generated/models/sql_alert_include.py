"""The values of SqlAlertInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class SqlAlertInclude(OpenStrEnum):
    """Related objects that come along with an alert.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCE = "datasource"
