"""The model DataScheduleAdls2Dest."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .data_schedule_adls_2_dest_type import DataScheduleAdls2DestType
from .drop_format import DropFormat
from .drop_separator import DropSeparator

_decode_type_ = _decode.enumerated(DataScheduleAdls2DestType)
_decode_dashboard_widget_id = _decode.nullable(_decode.union(_decode.integer, _decode.string))
_decode_format_ = _decode.enumerated(DropFormat)
_decode_separator = _decode.nullable(_decode.enumerated(DropSeparator))


@define(kw_only=True)
class DataScheduleAdls2Dest:
    """A file put into a container of Azure Data Lake Storage Gen2.

    Attributes:
        type_: Tells this kind of destination from the others.
        data_source_id: Id of the data source that stands for the machine.
        file_path: Where the file goes, with its name. A file that is there already is replaced.
        dashboard_widget_id: Which chart of a dashboard is written. Needed when the source is a
            dashboard, otherwise left out.
        format_: What the file is; csv when it is left out.
        include_header: Whether the file begins with a line of column names. Yes unless it says no.
        separator: What stands between the values of a csv file; a comma when it is null or left out.
    """

    type_: DataScheduleAdls2DestType
    data_source_id: int
    file_path: str
    dashboard_widget_id: int | str | None | Unset = UNSET
    format_: DropFormat | Unset = UNSET
    include_header: bool | Unset = UNSET
    separator: DropSeparator | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            type_=fields.required("type", _decode_type_),
            data_source_id=v
            if type(v := take("data_source_id", UNSET)) is int
            else fields.required("data_source_id", _decode.integer, v),
            file_path=v
            if type(v := take("file_path", UNSET)) is str
            else fields.required("file_path", _decode.string, v),
            dashboard_widget_id=fields.optional("dashboard_widget_id", _decode_dashboard_widget_id),
            format_=fields.optional("format", _decode_format_),
            include_header=v
            if (v := take("include_header", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_header", _decode.boolean, v),
            separator=fields.optional("separator", _decode_separator),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "type": self.type_,
            "data_source_id": self.data_source_id,
            "file_path": self.file_path,
            "dashboard_widget_id": self.dashboard_widget_id,
            "format": self.format_,
            "include_header": self.include_header,
            "separator": self.separator,
        }
