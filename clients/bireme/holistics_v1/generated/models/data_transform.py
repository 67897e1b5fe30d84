"""The model DataTransform."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DataTransform:
    """A query whose result is kept as a table.

    Attributes:
        id: Id of the transform.
        title: Title.
        owner_id: Id of the user who owns it.
        owner_name: Name of that user.
        settings: How it writes.
        query: The query, in SQL.
        data_source_id: Id of the data source that is read.
        data_dest_id: Id of the data source that is written to.
        table_config: Shape of the table.
        schedules: When it runs by itself.
        enable_upsert: Whether rows that exist are replaced.
        upsert_column: Column by which rows are found again.
    """

    id: int
    title: str | Unset = UNSET
    owner_id: int | Unset = UNSET
    owner_name: str | Unset = UNSET
    settings: TransformSettings | Unset = UNSET
    query: str | Unset = UNSET
    data_source_id: int | Unset = UNSET
    data_dest_id: int | Unset = UNSET
    table_config: TableConfig | Unset = UNSET
    schedules: list[FreeForm] | Unset = UNSET
    enable_upsert: bool | Unset = UNSET
    upsert_column: str | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if type(v := take("id", UNSET)) is int else fields.required("id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            owner_id=v
            if (v := take("owner_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("owner_id", _decode.integer, v),
            owner_name=v
            if (v := take("owner_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("owner_name", _decode.string, v),
            settings=fields.optional("settings", TransformSettings.from_dict),
            query=v
            if (v := take("query", UNSET)) is UNSET or type(v) is str
            else fields.optional("query", _decode.string, v),
            data_source_id=v
            if (v := take("data_source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_source_id", _decode.integer, v),
            data_dest_id=v
            if (v := take("data_dest_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_dest_id", _decode.integer, v),
            table_config=fields.optional("table_config", TableConfig.from_dict),
            schedules=fields.optional("schedules", _decode.array(FreeForm.from_dict)),
            enable_upsert=v
            if (v := take("enable_upsert", UNSET)) is UNSET or type(v) is bool
            else fields.optional("enable_upsert", _decode.boolean, v),
            upsert_column=v
            if (v := take("upsert_column", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("upsert_column", _decode.nullable(_decode.string), v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "title": self.title,
            "owner_id": self.owner_id,
            "owner_name": self.owner_name,
            "settings": self.settings,
            "query": self.query,
            "data_source_id": self.data_source_id,
            "data_dest_id": self.data_dest_id,
            "table_config": self.table_config,
            "schedules": self.schedules,
            "enable_upsert": self.enable_upsert,
            "upsert_column": self.upsert_column,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .free_form import FreeForm  # noqa: E402
from .table_config import TableConfig  # noqa: E402
from .transform_settings import TransformSettings  # noqa: E402
