"""The model SchemaColumn."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_type import DataType

_decode_data_type = _decode.enumerated(DataType)


@define(kw_only=True)
class SchemaColumn:
    """A column of a table.

    Attributes:
        name: Name of the column.
        db_type: Type as the database calls it.
        data_type: Type as results call it.
    """

    name: str
    db_type: str | Unset = UNSET
    data_type: DataType | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            db_type=v
            if (v := take("db_type", UNSET)) is UNSET or type(v) is str
            else fields.optional("db_type", _decode.string, v),
            data_type=fields.optional("data_type", _decode_data_type),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "db_type": self.db_type,
            "data_type": self.data_type,
        }
