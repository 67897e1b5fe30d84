"""The model ReportUpdateRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ReportUpdateRelationships:
    """What a report is to belong to and be used with from now on. What is left out stays as it is.

    Attributes:
        dashboard: Dashboard that the report stands on.
        datasource: Datasource that its SQL runs on.
    """

    dashboard: DashboardToOneInput | Unset = UNSET
    datasource: DatasourceToOneInput | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            dashboard=fields.optional("dashboard", DashboardToOneInput.from_dict),
            datasource=fields.optional("datasource", DatasourceToOneInput.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard": self.dashboard,
            "datasource": self.datasource,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_to_one_input import DashboardToOneInput  # noqa: E402
from .datasource_to_one_input import DatasourceToOneInput  # noqa: E402
