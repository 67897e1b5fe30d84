"""The model InputsSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class InputsSubmission:
    """Inputs to work with.

    Attributes:
        parameters: Inputs for the expressions in the SQL. Left out, there are none.
    """

    parameters: InputParameters | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            parameters=fields.optional("parameters", InputParameters.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "parameters": self.parameters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .input_parameters import InputParameters  # noqa: E402
