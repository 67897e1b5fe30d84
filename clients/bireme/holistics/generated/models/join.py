"""The model Join."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_source_model_id = _decode.nullable(_decode.union(_decode.integer, _decode.string))
_decode_dest_model_id = _decode.nullable(_decode.union(_decode.integer, _decode.string))
_decode_missing_source_fields = _decode.nullable(_decode.array(_decode.string))
_decode_missing_dest_fields = _decode.nullable(_decode.array(_decode.string))


@define(kw_only=True)
class Join:
    """How two data models belong together.

    Attributes:
        id: Id of the join.
        name: Name of the join.
        link_type: How many rows meet how many, such as `n-1`.
        join_on: The condition, in SQL.
        data_source_id: Id of the data source that both models lie on.
        source_model_id: Id of the model that the join starts from.
        dest_model_id: Id of the model that it leads to.
        source_model: The model that the join starts from.
        dest_model: The model that it leads to.
        missing_source_fields: Fields that the condition names and the first model does not have.
        missing_dest_fields: Fields that the condition names and the second model does not have.
    """

    id: int | None | Unset = UNSET
    name: str | None | Unset = UNSET
    link_type: str | None | Unset = UNSET
    join_on: str | None | Unset = UNSET
    data_source_id: int | Unset = UNSET
    source_model_id: int | str | None | Unset = UNSET
    dest_model_id: int | str | None | Unset = UNSET
    source_model: ModelReference | None | Unset = UNSET
    dest_model: ModelReference | None | Unset = UNSET
    missing_source_fields: list[str] | None | Unset = UNSET
    missing_dest_fields: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v
            if (v := take("id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("id", _decode.nullable(_decode.integer), v),
            name=v
            if (v := take("name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("name", _decode.nullable(_decode.string), v),
            link_type=v
            if (v := take("link_type", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("link_type", _decode.nullable(_decode.string), v),
            join_on=v
            if (v := take("join_on", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("join_on", _decode.nullable(_decode.string), v),
            data_source_id=v
            if (v := take("data_source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_source_id", _decode.integer, v),
            source_model_id=fields.optional("source_model_id", _decode_source_model_id),
            dest_model_id=fields.optional("dest_model_id", _decode_dest_model_id),
            source_model=fields.optional("source_model", _decode.nullable(ModelReference.from_dict)),
            dest_model=fields.optional("dest_model", _decode.nullable(ModelReference.from_dict)),
            missing_source_fields=fields.optional("missing_source_fields", _decode_missing_source_fields),
            missing_dest_fields=fields.optional("missing_dest_fields", _decode_missing_dest_fields),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "name": self.name,
            "link_type": self.link_type,
            "join_on": self.join_on,
            "data_source_id": self.data_source_id,
            "source_model_id": self.source_model_id,
            "dest_model_id": self.dest_model_id,
            "source_model": self.source_model,
            "dest_model": self.dest_model,
            "missing_source_fields": self.missing_source_fields,
            "missing_dest_fields": self.missing_dest_fields,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .model_reference import ModelReference  # noqa: E402
