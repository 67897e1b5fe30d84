"""The model ExecutionSubmission."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class ExecutionSubmission:
    """A query to run.

    Attributes:
        sql_query: SQL to run, with or without Cluvio's expressions.
        r_query: R code that is given the result of the SQL and makes another one of it.
        parameters: Inputs for the expressions in the SQL.
    """

    sql_query: str
    r_query: str | Unset = UNSET
    parameters: InputParameters | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            sql_query=v
            if type(v := take("sql_query", UNSET)) is str
            else fields.required("sql_query", _decode.string, v),
            r_query=v
            if (v := take("r_query", UNSET)) is UNSET or type(v) is str
            else fields.optional("r_query", _decode.string, v),
            parameters=fields.optional("parameters", InputParameters.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "sql_query": self.sql_query,
            "r_query": self.r_query,
            "parameters": self.parameters,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .input_parameters import InputParameters  # noqa: E402
