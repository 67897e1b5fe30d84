"""The model DashboardLayout."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .dashboard_layout_type import DashboardLayoutType

_decode_type_ = _decode.enumerated(DashboardLayoutType)


@define(kw_only=True)
class DashboardLayout:
    """Place and size of one report on the grid of its dashboard.

    Attributes:
        id: Id of the report.
        type_: What stands there. Reports are all there is.
        row: Row of the grid that its top edge is in, from 1.
        column: Column of the grid, 1 to 12, that its left edge is in.
        width: Width in columns of the grid, 1 to 12.
        height: Height in rows of the grid, at least 1.
    """

    id: str
    type_: DashboardLayoutType | Unset = UNSET
    row: int | Unset = UNSET
    column: int | Unset = UNSET
    width: int | Unset = UNSET
    height: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is str else fields.required("id", _decode.string, v),
            type_=fields.optional("type", _decode_type_),
            row=v
            if (v := take("row", UNSET)) is UNSET or type(v) is int
            else fields.optional("row", _decode.integer, v),
            column=v
            if (v := take("column", UNSET)) is UNSET or type(v) is int
            else fields.optional("column", _decode.integer, v),
            width=v
            if (v := take("width", UNSET)) is UNSET or type(v) is int
            else fields.optional("width", _decode.integer, v),
            height=v
            if (v := take("height", UNSET)) is UNSET or type(v) is int
            else fields.optional("height", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "type": self.type_,
            "row": self.row,
            "column": self.column,
            "width": self.width,
            "height": self.height,
        }
