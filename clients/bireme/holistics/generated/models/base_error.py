"""The model BaseError."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .error_type import ErrorType

_decode_type_ = _decode.enumerated(ErrorType)


@define(kw_only=True)
class BaseError:
    """What every error looks like.

    Attributes:
        type_: Kind of error.
        message: What went wrong, for people.
        details: More about it, where there is more to say.
    """

    type_: ErrorType
    message: str
    details: ErrorDetails | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.required("type", _decode_type_),
            message=v if type(v := take("message", UNSET)) is str else fields.required("message", _decode.string, v),
            details=fields.optional("details", ErrorDetails.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "message": self.message,
            "details": self.details,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .error_details import ErrorDetails  # noqa: E402
