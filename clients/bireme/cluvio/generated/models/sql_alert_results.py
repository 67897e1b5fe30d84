"""The model SqlAlertResults."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class SqlAlertResults:
    """One page of results of an alert.

    Attributes:
        items: The results, newest first.
        cursor: Where the next page begins; missing or null on the last one.
        count: How many results there are in all.
    """

    items: list[SqlAlertResult]
    cursor: str | None | Unset = UNSET
    count: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            items=fields.required("items", _decode.array(SqlAlertResult.from_dict)),
            cursor=v
            if (v := take("cursor", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("cursor", _decode.nullable(_decode.string), v),
            count=v
            if (v := take("count", UNSET)) is UNSET or type(v) is int
            else fields.optional("count", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "items": self.items,
            "cursor": self.cursor,
            "count": self.count,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .sql_alert_result import SqlAlertResult  # noqa: E402
