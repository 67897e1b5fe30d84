"""The model SingleSchemaData."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, _decode, _encode


@define(kw_only=True)
class SingleSchemaData:
    """One schema of a database with its tables.

    Attributes:
        name: Name of the schema.
        tables: Its tables and views.
    """

    name: str
    tables: list[SchemaTable]
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            tables=fields.required("tables", _decode.array(SchemaTable.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "tables": self.tables,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .schema_table import SchemaTable  # noqa: E402
