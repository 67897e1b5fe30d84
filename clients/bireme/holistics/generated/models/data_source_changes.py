"""The model DataSourceChanges."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataSourceChanges:
    """The parts of a data source that can be changed. What is left out stays as it was.

    Attributes:
        name: Name of the data source.
        settings: How it is queried.
        dbconfig: How it is reached.
    """

    name: str | Unset = UNSET
    settings: DataSourceSettings | Unset = UNSET
    dbconfig: DatabaseConfig | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            settings=fields.optional("settings", DataSourceSettings.from_dict),
            dbconfig=fields.optional("dbconfig", DatabaseConfig.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "name": self.name,
            "settings": self.settings,
            "dbconfig": self.dbconfig,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_source_settings import DataSourceSettings  # noqa: E402
from .database_config import DatabaseConfig  # noqa: E402
