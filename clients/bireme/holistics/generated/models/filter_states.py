"""The model FilterStates."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class FilterStates:
    """The filters to set. The key may be left out.

    Attributes:
        filter_states: Conditions for filters of the dashboard, one for each filter at most.
    """

    filter_states: list[DynamicFilterCondition] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            filter_states=fields.optional("filter_states", _decode.array(DynamicFilterCondition.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "filter_states": self.filter_states,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_filter_condition import DynamicFilterCondition  # noqa: E402
