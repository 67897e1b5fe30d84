"""The model DatabaseConfig."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DatabaseConfig:
    """How a data source is reached. A key that is left out stays as it was.

    Attributes:
        database: Name of the database.
        host: Name or address of the server.
        port: Port of the server, written as text.
        username: Name of the account.
        password: Password of the account; it cannot be read again.
    """

    database: str | None | Unset = UNSET
    host: str | None | Unset = UNSET
    port: str | None | Unset = UNSET
    username: str | None | Unset = UNSET
    password: str | None | Unset = field(default=UNSET, repr=False)
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            database=v
            if (v := take("database", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("database", _decode.nullable(_decode.string), v),
            host=v
            if (v := take("host", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("host", _decode.nullable(_decode.string), v),
            port=v
            if (v := take("port", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("port", _decode.nullable(_decode.string), v),
            username=v
            if (v := take("username", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("username", _decode.nullable(_decode.string), v),
            password=v
            if (v := take("password", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("password", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "database": self.database,
            "host": self.host,
            "port": self.port,
            "username": self.username,
            "password": self.password,
        }
