"""The model LastRuns."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import _decode, _encode


@define(kw_only=True)
class LastRuns:
    """The newest job of each source, by the id of the source as text. A source without any is left out."""

    additional_properties: dict[str, LastRun] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            additional_properties=fields.rest(LastRun.from_dict),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .last_run import LastRun  # noqa: E402
