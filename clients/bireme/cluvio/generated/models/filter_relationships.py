"""The model FilterRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class FilterRelationships:
    """What a custom filter belongs to and is used with.

    Attributes:
        datasource: Datasource of the query. For SQL drop-downs only.
        sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
            them out; for SQL drop-downs only.
        parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
            drop-down states what it depends on in its SQL.
    """

    datasource: DatasourceToOne | Unset = UNSET
    sql_snippets: SqlSnippetToMany | Unset = UNSET
    parent_filter: FilterToOne | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            datasource=fields.optional("datasource", DatasourceToOne.from_dict),
            sql_snippets=fields.optional("sql_snippets", SqlSnippetToMany.from_dict),
            parent_filter=fields.optional("parent_filter", FilterToOne.from_dict),
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
from .datasource_to_one import DatasourceToOne  # noqa: E402
from .filter_to_one import FilterToOne  # noqa: E402
from .sql_snippet_to_many import SqlSnippetToMany  # noqa: E402
