"""The values of DatasourceAgentCreationDataType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DatasourceAgentCreationDataType(OpenStrEnum):
    """Type of the object; may be left out.

    A value that is not listed is kept: see `is_known`.
    """

    DATASOURCE_AGENTS = "datasource_agents"
