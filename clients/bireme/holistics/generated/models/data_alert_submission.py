"""The model DataAlertSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class DataAlertSubmission:
    """Body that creates or changes a data alert.

    Attributes:
        data_alert: The alert, whole.
    """

    data_alert: DataAlert
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data_alert=fields.required("data_alert", DataAlert.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_alert": self.data_alert,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_alert import DataAlert  # noqa: E402
