"""The model DatasourceAgentAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DatasourceAgentAttributes:
    """What is known of an agent. Attributes that are not described here may come and go.

    Attributes:
        name: Name of the agent.
        agent_id: Id that the agent itself uses.
        version: Version of the agent's program; the last one seen while it is not connected.
        address: IP address that the agent connects from; the last one seen while it is not connected.
        connected: Whether the agent holds a connection at this moment.
        active_queries: Roughly how many queries run through the agent at this moment.
        enabled: Whether the agent may connect. Disabling it ends a connection that is open.
        created_at: When it was created.
        updated_at: When it was last changed.
    """

    name: str
    agent_id: str | Unset = UNSET
    version: str | None | Unset = UNSET
    address: str | None | Unset = UNSET
    connected: bool | Unset = UNSET
    active_queries: int | None | Unset = UNSET
    enabled: bool | Unset = UNSET
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
            agent_id=v
            if (v := take("agent_id", UNSET)) is UNSET or type(v) is str
            else fields.optional("agent_id", _decode.string, v),
            version=v
            if (v := take("version", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("version", _decode.nullable(_decode.string), v),
            address=v
            if (v := take("address", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("address", _decode.nullable(_decode.string), v),
            connected=v
            if (v := take("connected", UNSET)) is UNSET or type(v) is bool
            else fields.optional("connected", _decode.boolean, v),
            active_queries=v
            if (v := take("active_queries", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("active_queries", _decode.nullable(_decode.integer), v),
            enabled=v
            if (v := take("enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enabled", _decode.boolean, v),
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
            "agent_id": self.agent_id,
            "version": self.version,
            "address": self.address,
            "connected": self.connected,
            "active_queries": self.active_queries,
            "enabled": self.enabled,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
        }
