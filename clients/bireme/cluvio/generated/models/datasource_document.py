"""The model DatasourceDocument."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DatasourceDocument:
    """Reply with a datasource.

    Attributes:
        data: The datasource.
        included: The related objects that `include` asks for.
    """

    data: DatasourceResource
    included: list[DatasourceAgentResource] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data=fields.required("data", DatasourceResource.from_dict),
            included=fields.optional("included", _decode.array(DatasourceAgentResource.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data": self.data,
            "included": self.included,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .datasource_agent_resource import DatasourceAgentResource  # noqa: E402
from .datasource_resource import DatasourceResource  # noqa: E402
