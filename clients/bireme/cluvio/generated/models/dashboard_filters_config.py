"""The model DashboardFiltersConfig."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .aggregation_option import AggregationOption

_decode_aggregation_options = _decode.array(_decode.enumerated(AggregationOption))
_decode_filter_sorting = _decode.array(_decode.string)
_decode_hidden_parameters = _decode.array(_decode.string)


@define(kw_only=True)
class DashboardFiltersConfig:
    """How the filters of a dashboard look and act.

    Attributes:
        apply_immediately: Whether a choice takes effect at once. Choices of several values are
            confirmed in any case.
        aggregation_options: Units that the aggregation filter offers. Requests may ask for `all_time`
            only where it is among them.
        filter_sorting: Variable names in the order in which the filters are shown. Filters that are not
            named come last.
        hidden_parameters: Variable names of the filters that are not shown.
    """

    apply_immediately: bool | Unset = UNSET
    aggregation_options: list[AggregationOption] | Unset = UNSET
    filter_sorting: list[str] | Unset = UNSET
    hidden_parameters: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            apply_immediately=v
            if (v := take("apply_immediately", UNSET)) is UNSET or type(v) is bool
            else fields.optional("apply_immediately", _decode.boolean, v),
            aggregation_options=fields.optional("aggregation_options", _decode_aggregation_options),
            filter_sorting=fields.optional("filter_sorting", _decode_filter_sorting),
            hidden_parameters=fields.optional("hidden_parameters", _decode_hidden_parameters),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "apply_immediately": self.apply_immediately,
            "aggregation_options": self.aggregation_options,
            "filter_sorting": self.filter_sorting,
            "hidden_parameters": self.hidden_parameters,
        }
