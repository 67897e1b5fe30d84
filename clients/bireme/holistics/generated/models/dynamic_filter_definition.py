"""The model DynamicFilterDefinition."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .filter_input_type import FilterInputType
from .filter_type import FilterType

_decode_filter_type = _decode.enumerated(FilterType)
_decode_input_type = _decode.nullable(_decode.enumerated(FilterInputType))


@define(kw_only=True)
class DynamicFilterDefinition:
    """Type, input and default of a filter.

    Attributes:
        id: Id of the definition.
        label: Name that readers see.
        default_condition: Condition that holds while a reader has set none.
        filter_type: Type of the values that it filters.
        input_type: Kind of input that readers get, or null for the usual one.
        is_sharable: Whether other dashboards may use the definition, too.
        filter_source: Where the values to choose from come from.
        constraints: Limits on the input, in a form that the vendor does not describe.
    """

    id: int | None | Unset = UNSET
    label: str | Unset = UNSET
    default_condition: DataModelingCondition | Unset = UNSET
    filter_type: FilterType | Unset = UNSET
    input_type: FilterInputType | None | Unset = UNSET
    is_sharable: bool | Unset = UNSET
    filter_source: ManualFilterSource | DmFieldFilterSource | Unset = UNSET
    constraints: FreeForm | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            id=v
            if (v := take("id", UNSET)) is UNSET or v is None or type(v) is int
            else fields.optional("id", _decode.nullable(_decode.integer), v),
            label=v
            if (v := take("label", UNSET)) is UNSET or type(v) is str
            else fields.optional("label", _decode.string, v),
            default_condition=fields.optional("default_condition", DataModelingCondition.from_dict),
            filter_type=fields.optional("filter_type", _decode_filter_type),
            input_type=fields.optional("input_type", _decode_input_type),
            is_sharable=v
            if (v := take("is_sharable", UNSET)) is UNSET or type(v) is bool
            else fields.optional("is_sharable", _decode.boolean, v),
            filter_source=fields.optional(
                "filter_source",
                _decode.tagged(
                    "source_type",
                    {
                        "DmFieldFilterSource": DmFieldFilterSource.from_dict,
                        "ManualFilterSource": ManualFilterSource.from_dict,
                    },
                ),
            ),
            constraints=fields.optional("constraints", _decode.nullable(FreeForm.from_dict)),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "id": self.id,
            "label": self.label,
            "default_condition": self.default_condition,
            "filter_type": self.filter_type,
            "input_type": self.input_type,
            "is_sharable": self.is_sharable,
            "filter_source": self.filter_source,
            "constraints": self.constraints,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .data_modeling_condition import DataModelingCondition  # noqa: E402
from .dm_field_filter_source import DmFieldFilterSource  # noqa: E402
from .free_form import FreeForm  # noqa: E402
from .manual_filter_source import ManualFilterSource  # noqa: E402
