"""The model RecordError."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .record_error_type import RecordErrorType

_decode_type_ = _decode.enumerated(RecordErrorType)


@define(kw_only=True)
class RecordError:
    """An error about a record that cannot be saved, field by field.

    Attributes:
        type_: Kind of error.
        message: What went wrong, for people.
        record: What is wrong, by name of the field; `base` stands for the record as a whole.
        details: More about it, where there is more to say.
    """

    type_: RecordErrorType
    message: str
    record: RecordErrorRecord
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
            record=fields.required("record", RecordErrorRecord.from_dict),
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
            "record": self.record,
            "details": self.details,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .error_details import ErrorDetails  # noqa: E402
from .record_error_record import RecordErrorRecord  # noqa: E402
