"""The model ExecutionDataAccess."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ExecutionDataAccess:
    """The way to an execution's rows on the data server.

    Attributes:
        data_key: Key of the data: a path that goes into the address at the data server as it is.
        data_access_token: Token for the data server of the same location. It lives for minutes.
        data_timestamp: When the data was fetched from the database, in Unix seconds.
    """

    data_key: str
    data_access_token: str
    data_timestamp: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            data_key=v if type(v := take("data_key", UNSET)) is str else fields.required("data_key", _decode.string, v),
            data_access_token=v
            if type(v := take("data_access_token", UNSET)) is str
            else fields.required("data_access_token", _decode.string, v),
            data_timestamp=v
            if (v := take("data_timestamp", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_timestamp", _decode.integer, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_key": self.data_key,
            "data_access_token": self.data_access_token,
            "data_timestamp": self.data_timestamp,
        }
