"""The model FilterUpdateRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class FilterUpdateRelationships:
    """What a custom filter is to belong to and be used with from now on. What is left out stays as it is.

    Attributes:
        datasource: Datasource of the query. For SQL drop-downs only.
        sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
            them out; for SQL drop-downs only.
        parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
            drop-down states what it depends on in its SQL.
    """

    datasource: DatasourceToOneOrNoneInput | Unset = UNSET
    sql_snippets: SqlSnippetToManyInput | Unset = UNSET
    parent_filter: FilterToOneOrNoneInput | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            datasource=fields.optional("datasource", DatasourceToOneOrNoneInput.from_dict),
            sql_snippets=fields.optional("sql_snippets", SqlSnippetToManyInput.from_dict),
            parent_filter=fields.optional("parent_filter", FilterToOneOrNoneInput.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "datasource": self.datasource,
            "sql_snippets": self.sql_snippets,
            "parent_filter": self.parent_filter,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .datasource_to_one_or_none_input import DatasourceToOneOrNoneInput  # noqa: E402
from .filter_to_one_or_none_input import FilterToOneOrNoneInput  # noqa: E402
from .sql_snippet_to_many_input import SqlSnippetToManyInput  # noqa: E402
