"""The model FilterUpdateAttributes."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .aggregation_option import AggregationOption
from .filter_control_type import FilterControlType
from .filter_value_type import FilterValueType

_decode_control_type = _decode.enumerated(FilterControlType)
_decode_value_type = _decode.enumerated(FilterValueType)
_decode_values = _decode.array(_decode.string)
_decode_value_names = _decode.array(_decode.string)
_decode_default_values = _decode.array(_decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string)))
_decode_allowed_aggregations = _decode.array(_decode.enumerated(AggregationOption))


@define(kw_only=True)
class FilterUpdateAttributes:
    """New values for a custom filter. What is left out stays as it is.

    Attributes:
        display_name: Label on the dashboard.
        variable_name: Name by which SQL refers to the filter: letters, digits, `_` and `-`.
        control_type: How a value is entered or chosen. Of drop-downs, `dropdown` and `dropdown_multi`
            have static SQL behind them, those on `_dynamic` SQL that is run on use, those on `_manual`
            a list. Some kinds go with one value type only, `date_time_range` with `DATE_TIME` for
            instance.
        value_type: Type of the values: how inputs are checked and written into SQL.
        values: Options of a manual drop-down. No NUL characters. They are read with
            `getDropDownFilterOptions`.
        value_names: Labels of `values`, by position; a value without one is its own label. No NUL
            characters. They are read with `getDropDownFilterOptions`.
        sql_query: Query for the options of a SQL drop-down: the first column holds values, a second
            one, if there is, labels. Results of a static drop-down must be free of NUL characters.
        data_refresh_rate: For SQL drop-downs, in minutes. Static ones run their query every so often;
            dynamic ones run it on use when the last run is older.
        default_values: What is chosen to begin with. Every value must fit the value type.
        required: Whether a value must be chosen.
        dropdown_validate: For drop-downs: whether inputs are accepted only if they are among the
            options last known.
        relative_range_enabled: For ranges: whether ranges relative to now are allowed.
        before_range_enabled: For ranges: whether ranges without a beginning are allowed.
        after_range_enabled: For ranges: whether ranges without an end are allowed.
        from_to_range_enabled: For ranges: whether ranges between two fixed points are allowed.
        allowed_aggregations: Units to choose from. With the control `date_time_aggregation` only.
    """

    display_name: str | Unset = UNSET
    variable_name: str | Unset = UNSET
    control_type: FilterControlType | Unset = UNSET
    value_type: FilterValueType | Unset = UNSET
    values: list[str] | Unset = UNSET
    value_names: list[str] | Unset = UNSET
    sql_query: str | Unset = UNSET
    data_refresh_rate: int | Unset = UNSET
    default_values: list[str | float | bool | None] | Unset = UNSET
    required: bool | Unset = UNSET
    dropdown_validate: bool | Unset = UNSET
    relative_range_enabled: bool | Unset = UNSET
    before_range_enabled: bool | Unset = UNSET
    after_range_enabled: bool | Unset = UNSET
    from_to_range_enabled: bool | Unset = UNSET
    allowed_aggregations: list[AggregationOption] | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            display_name=v
            if (v := take("display_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("display_name", _decode.string, v),
            variable_name=v
            if (v := take("variable_name", UNSET)) is UNSET or type(v) is str
            else fields.optional("variable_name", _decode.string, v),
            control_type=fields.optional("control_type", _decode_control_type),
            value_type=fields.optional("value_type", _decode_value_type),
            values=fields.optional("values", _decode_values),
            value_names=fields.optional("value_names", _decode_value_names),
            sql_query=v
            if (v := take("sql_query", UNSET)) is UNSET or type(v) is str
            else fields.optional("sql_query", _decode.string, v),
            data_refresh_rate=v
            if (v := take("data_refresh_rate", UNSET)) is UNSET or type(v) is int
            else fields.optional("data_refresh_rate", _decode.integer, v),
            default_values=fields.optional("default_values", _decode_default_values),
            required=v
            if (v := take("required", UNSET)) is UNSET or type(v) is bool
            else fields.optional("required", _decode.boolean, v),
            dropdown_validate=v
            if (v := take("dropdown_validate", UNSET)) is UNSET or type(v) is bool
            else fields.optional("dropdown_validate", _decode.boolean, v),
            relative_range_enabled=v
            if (v := take("relative_range_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("relative_range_enabled", _decode.boolean, v),
            before_range_enabled=v
            if (v := take("before_range_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("before_range_enabled", _decode.boolean, v),
            after_range_enabled=v
            if (v := take("after_range_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("after_range_enabled", _decode.boolean, v),
            from_to_range_enabled=v
            if (v := take("from_to_range_enabled", UNSET)) is UNSET or type(v) is bool
            else fields.optional("from_to_range_enabled", _decode.boolean, v),
            allowed_aggregations=fields.optional("allowed_aggregations", _decode_allowed_aggregations),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "display_name": self.display_name,
            "variable_name": self.variable_name,
            "control_type": self.control_type,
            "value_type": self.value_type,
            "values": self.values,
            "value_names": self.value_names,
            "sql_query": self.sql_query,
            "data_refresh_rate": self.data_refresh_rate,
            "default_values": self.default_values,
            "required": self.required,
            "dropdown_validate": self.dropdown_validate,
            "relative_range_enabled": self.relative_range_enabled,
            "before_range_enabled": self.before_range_enabled,
            "after_range_enabled": self.after_range_enabled,
            "from_to_range_enabled": self.from_to_range_enabled,
            "allowed_aggregations": self.allowed_aggregations,
        }
