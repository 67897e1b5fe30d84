"""The model DynamicFilter."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

_decode_id = _decode.union(_decode.integer, _decode.string)


@define(kw_only=True)
class DynamicFilter:
    """A filter of a dashboard.

    Attributes:
        id: Id of the filter; text on canvas dashboards.
        order: Place among the filters, counted from zero.
        uname: Technical name, unique within the dashboard.
        permissions: What the owner of the key may do with the filter.
        definition: What the filter asks for.
        drillthrough_enabled: Whether the filter takes a value over when a reader drills in from another
            dashboard.
        mappings: Fields of widgets that the filter acts on.
    """

    id: int | str | Unset = UNSET
    order: int | Unset = UNSET
    uname: str | Unset = UNSET
    permissions: DynamicFilterPermissions | Unset = UNSET
    definition: DynamicFilterDefinition | Unset = UNSET
    drillthrough_enabled: bool | Unset = UNSET
    mappings: list[DynamicFilterMapping] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=fields.optional("id", _decode_id),
            order=v
            if (v := take("order", UNSET)) is UNSET or type(v) is int
            else fields.optional("order", _decode.integer, v),
            uname=v
            if (v := take("uname", UNSET)) is UNSET or type(v) is str
            else fields.optional("uname", _decode.string, v),
            permissions=fields.optional("permissions", DynamicFilterPermissions.from_dict),
            definition=fields.optional("definition", DynamicFilterDefinition.from_dict),
            drillthrough_enabled=v
            if (v := take("drillthrough_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("drillthrough_enabled", _decode.boolean, v),
            mappings=fields.optional("mappings", _decode.array(DynamicFilterMapping.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "order": self.order,
            "uname": self.uname,
            "permissions": self.permissions,
            "definition": self.definition,
            "drillthrough_enabled": self.drillthrough_enabled,
            "mappings": self.mappings,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dynamic_filter_definition import DynamicFilterDefinition  # noqa: E402
from .dynamic_filter_mapping import DynamicFilterMapping  # noqa: E402
from .dynamic_filter_permissions import DynamicFilterPermissions  # noqa: E402
