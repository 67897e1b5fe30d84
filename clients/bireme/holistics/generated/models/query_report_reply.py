"""The model QueryReportReply."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class QueryReportReply:
    """Reply that holds one report.

    Attributes:
        query_report: The report.
    """

    query_report: QueryReport
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            query_report=fields.required("query_report", QueryReport.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "query_report": self.query_report,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .query_report import QueryReport  # noqa: E402
