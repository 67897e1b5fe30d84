"""The model QueryReport."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class QueryReport:
    """A query on a data set together with the way it is drawn.

    Attributes:
        id: Id of the report.
        title: Name of the report.
        data_set_id: Id of the data set that it queries.
        data_source_id: Id of the database connection behind the data set.
        owner_id: Id of the user who owns it.
        category_id: Id of the folder that it lies in.
        is_adhoc: Whether it was made inside a dashboard and lives there only.
        viz_setting: Fields, filters and looks.
        data_set: The data set that it queries, there with `include_data_set` only.
    """

    id: int | Unset = UNSET
    title: str | Unset = UNSET
    data_set_id: int | Unset = UNSET
    data_source_id: int | Unset = UNSET
    owner_id: int | Unset = UNSET
    category_id: int | Unset = UNSET
    is_adhoc: bool | Unset = UNSET
    viz_setting: VizSetting | Unset = UNSET
    data_set: DataSet | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            data_set_id=v
            if (v := take("data_set_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_set_id", _decode.integer, v),
            data_source_id=v
            if (v := take("data_source_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_source_id", _decode.integer, v),
            owner_id=v
            if (v := take("owner_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("owner_id", _decode.integer, v),
            category_id=v
            if (v := take("category_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("category_id", _decode.integer, v),
            is_adhoc=v
            if (v := take("is_adhoc", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_adhoc", _decode.boolean, v),
            viz_setting=fields.optional("viz_setting", VizSetting.from_dict),
            data_set=fields.optional("data_set", DataSet.from_dict),
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
            "data_set_id": self.data_set_id,
            "data_source_id": self.data_source_id,
            "owner_id": self.owner_id,
            "category_id": self.category_id,
            "is_adhoc": self.is_adhoc,
            "viz_setting": self.viz_setting,
            "data_set": self.data_set,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_set import DataSet  # noqa: E402
from .viz_setting import VizSetting  # noqa: E402
