"""The model TransportSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class TransportSubmission:
    """What to copy, from where to where.

    Attributes:
        from_ds_id: Id of the data source that is read.
        dest_ds_id: Id of the data source that is written to.
        from_table_name: Table that is read.
        configs: Further settings, as a JSON text.
    """

    from_ds_id: int
    dest_ds_id: int
    from_table_name: str
    configs: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            from_ds_id=v
            if type(v := take("from_ds_id", UNSET)) is int
            else fields.required("from_ds_id", _decode.integer, v),
            dest_ds_id=v
            if type(v := take("dest_ds_id", UNSET)) is int
            else fields.required("dest_ds_id", _decode.integer, v),
            from_table_name=v
            if type(v := take("from_table_name", UNSET)) is str
            else fields.required("from_table_name", _decode.string, v),
            configs=v
            if (v := take("configs", UNSET)) is UNSET or type(v) is str
            else fields.optional("configs", _decode.string, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "from_ds_id": self.from_ds_id,
            "dest_ds_id": self.dest_ds_id,
            "from_table_name": self.from_table_name,
            "configs": self.configs,
        }
