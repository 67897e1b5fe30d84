"""The model ManualFilterSource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .manual_filter_source_source_type import ManualFilterSourceSourceType

_decode_source_type = _decode.enumerated(ManualFilterSourceSourceType)


@define(kw_only=True)
class ManualFilterSource:
    """Values to choose from that somebody has typed in.

    Attributes:
        source_type: Tells this kind of source from the other.
        manual_options: The values.
    """

    source_type: ManualFilterSourceSourceType
    manual_options: list[ManualFilterOption] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            source_type=fields.required("source_type", _decode_source_type),
            manual_options=fields.optional("manual_options", _decode.array(ManualFilterOption.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "source_type": self.source_type,
            "manual_options": self.manual_options,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .manual_filter_option import ManualFilterOption  # noqa: E402
