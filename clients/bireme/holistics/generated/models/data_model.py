"""The model DataModel."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_id = _decode.nullable(_decode.union(_decode.integer, _decode.string))


@define(kw_only=True)
class DataModel:
    """A table or a query with its fields.

    Attributes:
        id: Id of the model; text for models defined in AML.
        data_source_id: Id of the data source that it lies on.
        name: Name of the model in code.
        label: Name of the model for people.
        fields: All fields.
        dimensions: Fields that rows are grouped by.
        measures: Fields that are aggregated.
        params: Fields that a reader gives values to.
        category_id: Id of the folder that it lies in.
        metadata: Further facts.
        sql: The query that it is made of, if it is one.
        table_name: The table that it is made of, if it is one.
    """

    id: int | str | None | Unset = UNSET
    data_source_id: int | Unset = UNSET
    name: str | Unset = UNSET
    label: str | Unset = UNSET
    fields: list[DataModelField] | Unset = UNSET
    dimensions: list[DataModelField] | Unset = UNSET
    measures: list[DataModelField] | Unset = UNSET
    params: list[DataModelField] | Unset = UNSET
    category_id: int | None | Unset = UNSET
    metadata: FreeForm | Unset = UNSET
    sql: str | None | Unset = UNSET
    table_name: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=fields.optional("id", _decode_id),
            data_source_id=v
            if (v := take("data_source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_source_id", _decode.integer, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            label=v
            if (v := take("label", UNSET)) is UNSET or type(v) is str
            else fields.optional("label", _decode.string, v),
            fields=fields.optional("fields", _decode.array(DataModelField.from_dict)),
            dimensions=fields.optional("dimensions", _decode.array(DataModelField.from_dict)),
            measures=fields.optional("measures", _decode.array(DataModelField.from_dict)),
            params=fields.optional("params", _decode.array(DataModelField.from_dict)),
            category_id=v
            if (v := take("category_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("category_id", _decode.nullable(_decode.integer), v),
            metadata=fields.optional("metadata", FreeForm.from_dict),
            sql=v
            if (v := take("sql", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("sql", _decode.nullable(_decode.string), v),
            table_name=v
            if (v := take("table_name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("table_name", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "data_source_id": self.data_source_id,
            "name": self.name,
            "label": self.label,
            "fields": self.fields,
            "dimensions": self.dimensions,
            "measures": self.measures,
            "params": self.params,
            "category_id": self.category_id,
            "metadata": self.metadata,
            "sql": self.sql,
            "table_name": self.table_name,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_model_field import DataModelField  # noqa: E402
from .free_form import FreeForm  # noqa: E402
