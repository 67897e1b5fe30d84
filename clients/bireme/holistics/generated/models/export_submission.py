"""The model ExportSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .export_format import ExportFormat

_decode_output = _decode.enumerated(ExportFormat)


@define(kw_only=True)
class ExportSubmission:
    """What to export. Every key may be left out.

    Attributes:
        dashboard_filter_conditions: Conditions for filters of the dashboard. A filter that is not named
            keeps its default condition.
        output: Format of the file. Another place for what the query parameter of this name says.
    """

    dashboard_filter_conditions: list[DynamicFilterCondition] | Unset = UNSET
    output: ExportFormat | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            dashboard_filter_conditions=fields.optional(
                "dashboard_filter_conditions", _decode.array(DynamicFilterCondition.from_dict)
            ),
            output=fields.optional("output", _decode_output),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard_filter_conditions": self.dashboard_filter_conditions,
            "output": self.output,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_filter_condition import DynamicFilterCondition  # noqa: E402
