"""The values of DatasourceAgentInclude."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatasourceAgentInclude(OpenStrEnum):
    """Related objects that come along with an agent.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCES = "datasources"
