"""The model DashboardStatusFilters."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class DashboardStatusFilters:
    """State of every custom filter, by the id of the filter."""

    additional_properties: dict[
        str, DynamicSqlFilterStatus | FilterStatusError | StaticSqlFilterStatus | ManualFilterStatus
    ] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            additional_properties=fields.rest(
                _decode.union(
                    DynamicSqlFilterStatus.from_dict,
                    FilterStatusError.from_dict,
                    StaticSqlFilterStatus.from_dict,
                    ManualFilterStatus.from_dict,
                )
            ),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_sql_filter_status import DynamicSqlFilterStatus  # noqa: E402
from .filter_status_error import FilterStatusError  # noqa: E402
from .manual_filter_status import ManualFilterStatus  # noqa: E402
from .static_sql_filter_status import StaticSqlFilterStatus  # noqa: E402
