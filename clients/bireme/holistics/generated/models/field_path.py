"""The model FieldPath."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_model_id = _decode.nullable(_decode.union(_decode.integer, _decode.string))


@define(kw_only=True)
class FieldPath:
    """Where a field stands in the data models.

    Attributes:
        field_name: Name of the field in its model.
        model_id: Id of the model; text on canvas dashboards.
        data_set_id: Id of the data set through which the model is reached.
        is_metric: Whether the name is that of a metric of the data set.
    """

    field_name: str | Unset = UNSET
    model_id: int | str | None | Unset = UNSET
    data_set_id: int | None | Unset = UNSET
    is_metric: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            field_name=v
            if (v := take("field_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("field_name", _decode.string, v),
            model_id=fields.optional("model_id", _decode_model_id),
            data_set_id=v
            if (v := take("data_set_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("data_set_id", _decode.nullable(_decode.integer), v),
            is_metric=v
            if (v := take("is_metric", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("is_metric", _decode.nullable(_decode.boolean), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "field_name": self.field_name,
            "model_id": self.model_id,
            "data_set_id": self.data_set_id,
            "is_metric": self.is_metric,
        }
