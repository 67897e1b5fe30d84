"""The model ResultDataField."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_type import DataType

_decode_data_type = _decode.enumerated(DataType)
_decode_min_value = _decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string))
_decode_max_value = _decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string))


@define(kw_only=True)
class ResultDataField:
    """One column of a result.

    Attributes:
        name: Name in the SQL result.
        data_type: Type of the values.
        idx: Position of the column, from 0.
        unique_count: How many different values the column holds.
        human_name: Name for people to read.
        min_value: Smallest value.
        max_value: Largest value.
        group_by: Whether the query groups by the column.
    """

    name: str
    data_type: DataType
    idx: int | None | Unset = UNSET
    unique_count: int | None | Unset = UNSET
    human_name: str | None | Unset = UNSET
    min_value: float | str | bool | None | Unset = UNSET
    max_value: float | str | bool | None | Unset = UNSET
    group_by: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            data_type=fields.required("data_type", _decode_data_type),
            idx=v
            if (v := take("idx", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("idx", _decode.nullable(_decode.integer), v),
            unique_count=v
            if (v := take("unique_count", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("unique_count", _decode.nullable(_decode.integer), v),
            human_name=v
            if (v := take("human_name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("human_name", _decode.nullable(_decode.string), v),
            min_value=fields.optional("min_value", _decode_min_value),
            max_value=fields.optional("max_value", _decode_max_value),
            group_by=v
            if (v := take("group_by", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("group_by", _decode.nullable(_decode.boolean), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "data_type": self.data_type,
            "idx": self.idx,
            "unique_count": self.unique_count,
            "human_name": self.human_name,
            "min_value": self.min_value,
            "max_value": self.max_value,
            "group_by": self.group_by,
        }
