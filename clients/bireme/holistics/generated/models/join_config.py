"""The model JoinConfig."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class JoinConfig:
    """Whether and how a data set uses a join.

    Attributes:
        id: Id of this entry.
        data_set_id: Id of the data set.
        join_id: Id of the join.
        active: Whether the data set uses the join.
        direction: Which way filters pass through the join.
        join: The join.
    """

    id: int | None | Unset = UNSET
    data_set_id: int | None | Unset = UNSET
    join_id: int | None | Unset = UNSET
    active: bool | Unset = UNSET
    direction: str | Unset = UNSET
    join: JoinDefinition | None | Unset = UNSET
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
            data_set_id=v
            if (v := take("data_set_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("data_set_id", _decode.nullable(_decode.integer), v),
            join_id=v
            if (v := take("join_id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("join_id", _decode.nullable(_decode.integer), v),
            active=v
            if (v := take("active", UNSET)) is UNSET or type(v) is bool
            else fields.optional("active", _decode.boolean, v),
            direction=v
            if (v := take("direction", UNSET)) is UNSET or type(v) is str
            else fields.optional("direction", _decode.string, v),
            join=fields.optional("join", _decode.nullable(JoinDefinition.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "data_set_id": self.data_set_id,
            "join_id": self.join_id,
            "active": self.active,
            "direction": self.direction,
            "join": self.join,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .join_definition import JoinDefinition  # noqa: E402
