"""The model DataSourceSettings."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataSourceSettings:
    """How a data source is queried.

    Attributes:
        require_ssl: Whether the connection must be encrypted.
        query_timeout: How long one query may take, in seconds; null for the default of the workspace.
        enable_schema_info: Whether tables and columns of the database are listed for people.
        use_connection_str: Whether the connection is given as one text instead of by its parts.
        timezone: Time zone that dates and times are read and shown in, by its IANA name.
    """

    require_ssl: bool | Unset = UNSET
    query_timeout: int | None | Unset = UNSET
    enable_schema_info: bool | Unset = UNSET
    use_connection_str: bool | Unset = UNSET
    timezone: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            require_ssl=v
            if (v := take("require_ssl", UNSET)) is UNSET or type(v) is bool
            else fields.optional("require_ssl", _decode.boolean, v),
            query_timeout=v
            if (v := take("query_timeout", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("query_timeout", _decode.nullable(_decode.integer), v),
            enable_schema_info=v
            if (v := take("enable_schema_info", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enable_schema_info", _decode.boolean, v),
            use_connection_str=v
            if (v := take("use_connection_str", UNSET)) is UNSET or type(v) is bool
            else fields.optional("use_connection_str", _decode.boolean, v),
            timezone=v
            if (v := take("timezone", UNSET)) is UNSET or type(v) is str
            else fields.optional("timezone", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "require_ssl": self.require_ssl,
            "query_timeout": self.query_timeout,
            "enable_schema_info": self.enable_schema_info,
            "use_connection_str": self.use_connection_str,
            "timezone": self.timezone,
        }
