"""The model InputParameters."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .aggregation_option import AggregationOption

_decode_aggregation = _decode.enumerated(AggregationOption)


@define(kw_only=True)
class InputParameters:
    """Inputs for the expressions in SQL: time range, aggregation, time zone and custom filters. Requests
    with equal inputs share cached results.

    Attributes:
        timerange: Value of the built-in variable `timerange`: `START~END` in Unix seconds, both
            included. Either may be left out; `~` alone has no bounds.
        aggregation: Value of the built-in variable `aggregation`: a unit that times are grouped by.
            `all_time` is taken only where the filter allows it.
        tz: IANA name of the time zone to use, on dashboards that let people choose one.
        filters: Values of custom filters.
    """

    timerange: str | Unset = UNSET
    aggregation: AggregationOption | Unset = UNSET
    tz: str | Unset = UNSET
    filters: list[FilterInput] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            timerange=v
            if (v := take("timerange", UNSET)) is UNSET or type(v) is str
            else fields.optional("timerange", _decode.string, v),
            aggregation=fields.optional("aggregation", _decode_aggregation),
            tz=v if (v := take("tz", UNSET)) is UNSET or type(v) is str else fields.optional("tz", _decode.string, v),
            filters=fields.optional("filters", _decode.array(FilterInput.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "timerange": self.timerange,
            "aggregation": self.aggregation,
            "tz": self.tz,
            "filters": self.filters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .filter_input import FilterInput  # noqa: E402
