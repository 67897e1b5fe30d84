"""The model TableColumn."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class TableColumn:
    """A column of a table that is written.

    Attributes:
        column_name: Name of the column.
        data_type: Type of the column, in words of the database.
    """

    column_name: str | Unset = UNSET
    data_type: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            column_name=fields.optional("column_name", _decode.string),
            data_type=fields.optional("data_type", _decode.string),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "column_name": self.column_name,
            "data_type": self.data_type,
        }
