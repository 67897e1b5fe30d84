"""The model FilterOptions."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class FilterOptions:
    """Options of a drop-down as far as they are known.

    Attributes:
        data_timestamp: When the options were fetched from the database, in Unix seconds. For SQL drop-
            downs only.
        options: The options; missing if there are none yet.
    """

    data_timestamp: int | None | Unset = UNSET
    options: FilterOptionValues | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            data_timestamp=v
            if (v := take("data_timestamp", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("data_timestamp", _decode.nullable(_decode.integer), v),
            options=fields.optional("options", FilterOptionValues.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_timestamp": self.data_timestamp,
            "options": self.options,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .filter_option_values import FilterOptionValues  # noqa: E402
