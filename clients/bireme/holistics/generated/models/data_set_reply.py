"""The model DataSetReply."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class DataSetReply:
    """Reply that holds one data set.

    Attributes:
        data_set: The data set.
    """

    data_set: DataSet
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data_set=fields.required("data_set", DataSet.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data_set": self.data_set,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_set import DataSet  # noqa: E402
