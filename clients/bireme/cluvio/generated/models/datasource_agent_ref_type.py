"""The values of DatasourceAgentRefType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatasourceAgentRefType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCE_AGENTS = "datasource_agents"
