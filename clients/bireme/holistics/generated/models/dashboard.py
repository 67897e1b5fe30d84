"""The model Dashboard."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .dashboard_version import DashboardVersion

_decode_version = _decode.enumerated(DashboardVersion)
_decode_tags = _decode.nullable(_decode.array(_decode.string))


@define(kw_only=True)
class Dashboard:
    """A page of widgets with filters that act on them.

    Attributes:
        id: Id of the dashboard.
        owner_id: Id of the user who owns it.
        title: Name of the dashboard.
        category_id: Id of the folder that it lies in.
        version: Generation of the dashboard.
        dynamic_filters: Filters that a reader can set. Their ids are what filter conditions refer to.
        widgets: Tiles of the dashboard.
        url: Web address.
        tags: Labels that people have put on it.
    """

    id: int | Unset = UNSET
    owner_id: int | Unset = UNSET
    title: str | Unset = UNSET
    category_id: int | Unset = UNSET
    version: DashboardVersion | Unset = UNSET
    dynamic_filters: list[DynamicFilter] | Unset = UNSET
    widgets: list[DashboardWidget] | Unset = UNSET
    url: str | Unset = UNSET
    tags: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v if (v := take("id", UNSET)) is UNSET or type(v) is int else fields.optional("id", _decode.integer, v),
            owner_id=v
            if (v := take("owner_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("owner_id", _decode.integer, v),
            title=v
            if (v := take("title", UNSET)) is UNSET or type(v) is str
            else fields.optional("title", _decode.string, v),
            category_id=v
            if (v := take("category_id", UNSET)) is UNSET or type(v) is int
            else fields.optional("category_id", _decode.integer, v),
            version=fields.optional("version", _decode_version),
            dynamic_filters=fields.optional("dynamic_filters", _decode.array(DynamicFilter.from_dict)),
            widgets=fields.optional("widgets", _decode.array(DashboardWidget.from_dict)),
            url=v
            if (v := take("url", UNSET)) is UNSET or type(v) is str
            else fields.optional("url", _decode.string, v),
            tags=fields.optional("tags", _decode_tags),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "owner_id": self.owner_id,
            "title": self.title,
            "category_id": self.category_id,
            "version": self.version,
            "dynamic_filters": self.dynamic_filters,
            "widgets": self.widgets,
            "url": self.url,
            "tags": self.tags,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_widget import DashboardWidget  # noqa: E402
from .dynamic_filter import DynamicFilter  # noqa: E402
