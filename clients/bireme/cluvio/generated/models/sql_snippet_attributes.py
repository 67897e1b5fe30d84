"""The model SqlSnippetAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class SqlSnippetAttributes:
    """What is known of a SQL snippet. Attributes that are not described here may come and go.

    Attributes:
        name: Name by which SQL uses the snippet, in square brackets.
        text: SQL that stands in for the name.
        description: What the snippet is for.
        params: Parameters of the snippet, as one text.
        created_at: When it was created.
        updated_at: When it was last changed.
    """

    name: str
    text: str
    description: str | None | Unset = UNSET
    params: str | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v if type(v := take("name", UNSET)) is str else fields.required("name", _decode.string, v),
            text=v if type(v := take("text", UNSET)) is str else fields.required("text", _decode.string, v),
            description=v
            if (v := take("description", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("description", _decode.nullable(_decode.string), v),
            params=v
            if (v := take("params", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("params", _decode.nullable(_decode.string), v),
            created_at=fields.optional("created_at", _decode.date_time),
            updated_at=fields.optional("updated_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "text": self.text,
            "description": self.description,
            "params": self.params,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
        }
