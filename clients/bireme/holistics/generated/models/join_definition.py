"""The model JoinDefinition."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class JoinDefinition:
    """A join as a data set uses it, its models given by name.

    Attributes:
        name: Name of the join.
        source_model: Name of the model that it starts from.
        dest_model: Name of the model that it leads to.
        link_type: How many rows meet how many, such as `n-1`.
        join_on: The condition, in SQL.
    """

    name: str | None | Unset = UNSET
    source_model: str | Unset = UNSET
    dest_model: str | Unset = UNSET
    link_type: str | Unset = UNSET
    join_on: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v
            if (v := take("name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("name", _decode.nullable(_decode.string), v),
            source_model=v
            if (v := take("source_model", UNSET)) is UNSET or type(v) is str
            else fields.optional("source_model", _decode.string, v),
            dest_model=v
            if (v := take("dest_model", UNSET)) is UNSET or type(v) is str
            else fields.optional("dest_model", _decode.string, v),
            link_type=v
            if (v := take("link_type", UNSET)) is UNSET or type(v) is str
            else fields.optional("link_type", _decode.string, v),
            join_on=v
            if (v := take("join_on", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("join_on", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "source_model": self.source_model,
            "dest_model": self.dest_model,
            "link_type": self.link_type,
            "join_on": self.join_on,
        }
