"""The model DashboardStatusReports."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class DashboardStatusReports:
    """State of every report, by the id of the report."""

    additional_properties: dict[str, ReportStatus | ReportStatusError] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            additional_properties=fields.rest(_decode.union(ReportStatus.from_dict, ReportStatusError.from_dict)),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .report_status import ReportStatus  # noqa: E402
from .report_status_error import ReportStatusError  # noqa: E402
