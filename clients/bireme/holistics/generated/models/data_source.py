"""The model DataSource."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataSource:
    """A database, or another place that data comes from or is delivered to.

    Attributes:
        id: Id of the data source.
        name: Name of the data source.
        dbtype: Kind of database, such as `postgresql`.
        settings: How it is queried.
        is_sample: Whether it is the vendor's sample data.
        is_default: Whether it is the one taken when none is named.
    """

    id: int | Unset = UNSET
    name: str | Unset = UNSET
    dbtype: str | Unset = UNSET
    settings: DataSourceSettings | Unset = UNSET
    is_sample: bool | Unset = UNSET
    is_default: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            name=v
            if (v := take("name", UNSET)) is UNSET or type(v) is str
            else fields.optional("name", _decode.string, v),
            dbtype=v
            if (v := take("dbtype", UNSET)) is UNSET or type(v) is str
            else fields.optional("dbtype", _decode.string, v),
            settings=fields.optional("settings", DataSourceSettings.from_dict),
            is_sample=v
            if (v := take("is_sample", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_sample", _decode.boolean, v),
            is_default=v
            if (v := take("is_default", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_default", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "name": self.name,
            "dbtype": self.dbtype,
            "settings": self.settings,
            "is_sample": self.is_sample,
            "is_default": self.is_default,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_source_settings import DataSourceSettings  # noqa: E402
