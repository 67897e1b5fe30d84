"""The model PreloadSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class PreloadSubmission:
    """How to warm the cache. Every key may be left out.

    Attributes:
        dashboard_filter_conditions: Conditions for filters of the dashboard. A filter that is not named
            keeps its default condition.
        bust_cache: Run every widget anew, whether its result is cached or not.
    """

    dashboard_filter_conditions: list[DynamicFilterCondition] | Unset = UNSET
    bust_cache: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            dashboard_filter_conditions=fields.optional(
                "dashboard_filter_conditions", _decode.array(DynamicFilterCondition.from_dict)
            ),
            bust_cache=v
            if (v := take("bust_cache", UNSET)) is UNSET or type(v) is bool
            else fields.optional("bust_cache", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard_filter_conditions": self.dashboard_filter_conditions,
            "bust_cache": self.bust_cache,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_filter_condition import DynamicFilterCondition  # noqa: E402
