"""The model SqlAlertRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class SqlAlertRelationships:
    """What an alert belongs to and is used with.

    Attributes:
        datasource: Datasource that the query runs on.
    """

    datasource: DatasourceToOne | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            datasource=fields.optional("datasource", DatasourceToOne.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "datasource": self.datasource,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .datasource_to_one import DatasourceToOne  # noqa: E402
