"""The model FilterAttributes."""

from __future__ import annotations

import datetime
from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .aggregation_option import AggregationOption
from .filter_control_type import FilterControlType
from .filter_value_type import FilterValueType

_decode_control_type = _decode.enumerated(FilterControlType)
_decode_value_type = _decode.enumerated(FilterValueType)
_decode_default_values = _decode.nullable(
    _decode.array(_decode.nullable(_decode.union(_decode.number, _decode.boolean, _decode.string)))
)
_decode_allowed_aggregations = _decode.nullable(_decode.array(_decode.enumerated(AggregationOption)))
_decode_last_query_success = _decode.nullable(_decode.date_time)


@define(kw_only=True)
class FilterAttributes:
    """What is known of a custom filter. Attributes that are not described here may come and go.

    Attributes:
        variable_name: Name by which SQL refers to the filter: letters, digits, `_` and `-`.
        control_type: How a value is entered or chosen. Of drop-downs, `dropdown` and `dropdown_multi`
            have static SQL behind them, those on `_dynamic` SQL that is run on use, those on `_manual`
            a list. Some kinds go with one value type only, `date_time_range` with `DATE_TIME` for
            instance.
        value_type: Type of the values: how inputs are checked and written into SQL.
        display_name: Label on the dashboard.
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
        last_query_success: For SQL drop-downs: when the query last succeeded.
        last_query_error_message: For SQL drop-downs: what went wrong in the last run, if something did.
        created_at: When it was created.
        updated_at: When it was last changed.
    """

    variable_name: str
    control_type: FilterControlType
    value_type: FilterValueType
    display_name: str | None | Unset = UNSET
    sql_query: str | None | Unset = UNSET
    data_refresh_rate: int | None | Unset = UNSET
    default_values: list[str | float | bool | None] | None | Unset = UNSET
    required: bool | Unset = UNSET
    dropdown_validate: bool | Unset = UNSET
    relative_range_enabled: bool | Unset = UNSET
    before_range_enabled: bool | Unset = UNSET
    after_range_enabled: bool | Unset = UNSET
    from_to_range_enabled: bool | Unset = UNSET
    allowed_aggregations: list[AggregationOption] | None | Unset = UNSET
    last_query_success: datetime.datetime | None | Unset = UNSET
    last_query_error_message: str | None | Unset = UNSET
    created_at: datetime.datetime | Unset = UNSET
    updated_at: datetime.datetime | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            variable_name=v
            if type(v := take("variable_name", UNSET)) is str
            else fields.required("variable_name", _decode.string, v),
            control_type=fields.required("control_type", _decode_control_type),
            value_type=fields.required("value_type", _decode_value_type),
            display_name=v
            if (v := take("display_name", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("display_name", _decode.nullable(_decode.string), v),
            sql_query=v
            if (v := take("sql_query", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("sql_query", _decode.nullable(_decode.string), v),
            data_refresh_rate=v
            if (v := take("data_refresh_rate", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("data_refresh_rate", _decode.nullable(_decode.integer), v),
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
            last_query_success=fields.optional("last_query_success", _decode_last_query_success),
            last_query_error_message=v
            if (v := take("last_query_error_message", UNSET)) is UNSET or v is None or type(v) is str
            else fields.optional("last_query_error_message", _decode.nullable(_decode.string), v),
            created_at=fields.optional("created_at", _decode.date_time),
            updated_at=fields.optional("updated_at", _decode.date_time),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "variable_name": self.variable_name,
            "control_type": self.control_type,
            "value_type": self.value_type,
            "display_name": self.display_name,
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
            "last_query_success": self.last_query_success,
            "last_query_error_message": self.last_query_error_message,
            "created_at": self.created_at,
            "updated_at": self.updated_at,
        }
