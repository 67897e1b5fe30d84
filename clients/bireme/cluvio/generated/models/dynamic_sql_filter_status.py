"""The model DynamicSqlFilterStatus."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DynamicSqlFilterStatus:
    """State of a drop-down with dynamic SQL.

    Attributes:
        data_key: Key of the options' data; its entry in `data_keys` tells more.
        updated_at: When this state was reached.
    """

    data_key: str
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            data_key=v if type(v := take("data_key", UNSET)) is str else fields.required("data_key", _decode.string, v),
            updated_at=fields.optional("updated_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_key": self.data_key,
            "updated_at": self.updated_at,
        }
