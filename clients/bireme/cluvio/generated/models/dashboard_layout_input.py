"""The model DashboardLayoutInput."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .dashboard_layout_input_type import DashboardLayoutInputType

_decode_type_ = _decode.enumerated(DashboardLayoutInputType)


@define(kw_only=True)
class DashboardLayoutInput:
    """Place and size that one report is to have on the grid of its dashboard.

    Attributes:
        id: Id of the report.
        row: Row of the grid that its top edge is in, from 1.
        column: Column of the grid, 1 to 12, that its left edge is in.
        width: Width in columns of the grid, 1 to 12.
        height: Height in rows of the grid, at least 1.
        type_: What stands there. Reports are all there is.
    """

    id: str
    row: int
    column: int
    width: int
    height: int
    type_: DashboardLayoutInputType | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is str else fields.required("id", _decode.string, v),
            row=v if type(v := take("row", UNSET)) is int else fields.required("row", _decode.integer, v),
            column=v if type(v := take("column", UNSET)) is int else fields.required("column", _decode.integer, v),
            width=v if type(v := take("width", UNSET)) is int else fields.required("width", _decode.integer, v),
            height=v if type(v := take("height", UNSET)) is int else fields.required("height", _decode.integer, v),
            type_=fields.optional("type", _decode_type_),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "row": self.row,
            "column": self.column,
            "width": self.width,
            "height": self.height,
            "type": self.type_,
        }
