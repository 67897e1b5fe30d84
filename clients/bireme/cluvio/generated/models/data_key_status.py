"""The model DataKeyStatus."""

from __future__ import annotations

import uuid
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_execution_id = _decode.nullable(_decode.uuid_)


@define(kw_only=True)
class DataKeyStatus:
    """What there is under a data key.

    Attributes:
        result_status: How the newest data came out: `success`, another status of executions, or `no-
            data` if nothing is cached.
        data_timestamp: When the data was fetched from the database, in Unix seconds. After success
            only.
        data_current: Whether the data is not stale by the refresh rate. After success only.
        data_access_token: Token for the data server of the same location. It lives for minutes. After
            success only.
        execution_id: Execution that makes the data, or made it.
        execution_status: Its status.
        running: Whether it is under way.
    """

    result_status: str
    data_timestamp: int | None | Unset = UNSET
    data_current: bool | None | Unset = UNSET
    data_access_token: str | None | Unset = UNSET
    execution_id: uuid.UUID | None | Unset = UNSET
    execution_status: str | None | Unset = UNSET
    running: bool | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            result_status=v
            if type(v := take("result_status", UNSET)) is str
            else fields.required("result_status", _decode.string, v),
            data_timestamp=v
            if (v := take("data_timestamp", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("data_timestamp", _decode.nullable(_decode.integer), v),
            data_current=v
            if (v := take("data_current", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("data_current", _decode.nullable(_decode.boolean), v),
            data_access_token=v
            if (v := take("data_access_token", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("data_access_token", _decode.nullable(_decode.string), v),
            execution_id=fields.optional("execution_id", _decode_execution_id),
            execution_status=v
            if (v := take("execution_status", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("execution_status", _decode.nullable(_decode.string), v),
            running=v
            if (v := take("running", UNSET)) is UNSET or v is None or type(v) is bool
            else fields.optional("running", _decode.nullable(_decode.boolean), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "result_status": self.result_status,
            "data_timestamp": self.data_timestamp,
            "data_current": self.data_current,
            "data_access_token": self.data_access_token,
            "execution_id": self.execution_id,
            "execution_status": self.execution_status,
            "running": self.running,
        }
