"""The model SchemaTable."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class SchemaTable:
    """A table or view of a database.

    Attributes:
        name: Name of the table.
        columns: Its columns.
    """

    name: str
    columns: list[SchemaColumn]
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            columns=fields.required("columns", _decode.array(SchemaColumn.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "columns": self.columns,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .schema_column import SchemaColumn  # noqa: E402
