"""The model DataModelingCondition."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .condition_operator import ConditionOperator
from .time_unit import TimeUnit

_decode_operator = _decode.enumerated(ConditionOperator)
_decode_values = _decode.array(_decode.union(_decode.number, _decode.boolean, _decode.string))
_decode_modifier = _decode.nullable(_decode.enumerated(TimeUnit))


@define(kw_only=True)
class DataModelingCondition:
    """A test that the values of a field must pass. The operator says how many values and which `modifier`
    it takes.

    | operator | values | modifier |
    |---|---|---|
    | `is`, `is_not` | any number | none |
    | `is_null`, `not_null`, `is_true`, `is_false`, `none` | none | none |
    | `greater_than`, `less_than` | one | none |
    | `between` | two, both included | none |
    | `contains`, `does_not_contain`, `starts_with`, `ends_with` | one or more texts | none |
    | `matches_user_attribute` | one or more names of user attributes | none |
    | `last`, `next` | one count | time unit |
    | `before`, `after` | one date, itself not included | none |
    | `matches` | one phrase such as `last 2 months` | none |
    | `transform_pop_relative` | one count | time unit |
    | `transform_pop_absolute` | two dates | time unit, optional |
    | `transform_pop_none` | none | none |
    | `transform_date_drill` | one, such as `datetrunc month` | none |

    Attributes:
        operator: How to compare.
        values: What to compare with; empty for operators that take nothing.
        modifier: Unit of a count of periods; null or left out elsewhere.
    """

    operator: ConditionOperator
    values: list[str | float | bool]
    modifier: TimeUnit | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            operator=fields.required("operator", _decode_operator),
            values=fields.required("values", _decode_values),
            modifier=fields.optional("modifier", _decode_modifier),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "operator": self.operator,
            "values": self.values,
            "modifier": self.modifier,
        }
