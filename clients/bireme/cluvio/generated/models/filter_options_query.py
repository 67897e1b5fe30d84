"""The model FilterOptionsQuery."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class FilterOptionsQuery:
    """For which dashboard and inputs options are wanted.

    Attributes:
        dashboard_id: Dashboard whose SQL options are wanted. Needed for dynamic SQL drop-downs.
        parameters: Inputs that the options depend on. Needed for dynamic SQL drop-downs.
    """

    dashboard_id: str | Unset = UNSET
    parameters: InputParameters | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            dashboard_id=v
            if (v := take("dashboard_id", UNSET)) is UNSET or type(v) is str
            else fields.optional("dashboard_id", _decode.string, v),
            parameters=fields.optional("parameters", InputParameters.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "dashboard_id": self.dashboard_id,
            "parameters": self.parameters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .input_parameters import InputParameters  # noqa: E402
