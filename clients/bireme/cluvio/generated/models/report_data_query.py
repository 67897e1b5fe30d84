"""The model ReportDataQuery."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .csv_column_separator import CsvColumnSeparator
from .csv_decimal_separator import CsvDecimalSeparator
from .csv_quote_style import CsvQuoteStyle
from .data_format import DataFormat

_decode_data_format = _decode.enumerated(DataFormat)
_decode_csv_column_separator = _decode.enumerated(CsvColumnSeparator)
_decode_csv_decimal_separator = _decode.enumerated(CsvDecimalSeparator)
_decode_csv_quote_style = _decode.enumerated(CsvQuoteStyle)


@define(kw_only=True)
class ReportDataQuery:
    """Which data of a report is wanted, and in which form.

    Attributes:
        parameters: Inputs that the data was made with.
        data_format: Form of the data: `json`, or `csv`.
        csv_column_separator: Character between columns of CSV. Left out, the organization's setting
            holds, which is a comma unless it has been changed.
        csv_decimal_separator: Character before decimals in CSV. Left out, the organization's setting
            holds, which is a point unless it has been changed.
        csv_quote_style: Which values of CSV stand in quotes: those that need them (`necessary`), or all
            (`always`). Left out, the organization's setting holds, which is `necessary` unless it has
            been changed.
    """

    parameters: InputParameters | Unset = UNSET
    data_format: DataFormat | Unset = UNSET
    csv_column_separator: CsvColumnSeparator | Unset = UNSET
    csv_decimal_separator: CsvDecimalSeparator | Unset = UNSET
    csv_quote_style: CsvQuoteStyle | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            parameters=fields.optional("parameters", InputParameters.from_dict),
            data_format=fields.optional("data_format", _decode_data_format),
            csv_column_separator=fields.optional("csv_column_separator", _decode_csv_column_separator),
            csv_decimal_separator=fields.optional("csv_decimal_separator", _decode_csv_decimal_separator),
            csv_quote_style=fields.optional("csv_quote_style", _decode_csv_quote_style),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "parameters": self.parameters,
            "data_format": self.data_format,
            "csv_column_separator": self.csv_column_separator,
            "csv_decimal_separator": self.csv_decimal_separator,
            "csv_quote_style": self.csv_quote_style,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .input_parameters import InputParameters  # noqa: E402
