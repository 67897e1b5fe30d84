"""The values of DatasourceInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatasourceInclude(OpenStrEnum):
    """Related objects that come along with a datasource.

    A value that is not listed is kept: see `is_known`.
    """

    AGENTS = "agents"
