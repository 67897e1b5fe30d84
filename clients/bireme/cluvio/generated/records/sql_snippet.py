"""The record SqlSnippet."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.sql_snippet_attributes import SqlSnippetAttributes
    from .datasource import Datasource


class SqlSnippet(Record):
    """A SQL snippet as an object of JSON:API."""

    TYPE: ClassVar[str] = "sql_snippets"

    @property
    def attributes(self) -> SqlSnippetAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name by which SQL uses the snippet, in square brackets."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def text(self) -> str:
        """SQL that stands in for the name."""
        return self._attribute("text")  # type: ignore[no-any-return]

    @property
    def description(self) -> str | None:
        """What the snippet is for."""
        return self._attribute("description")  # type: ignore[no-any-return]

    @property
    def params(self) -> str | None:
        """Parameters of the snippet, as one text."""
        return self._attribute("params")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def datasource(self) -> Datasource | None:
        """Datasource whose SQL may use the snippet.

        Only named by id unless the request had include="datasource".
        """
        from .datasource import Datasource

        return self._one("datasource", Datasource)

    @property
    def sql_snippets(self) -> list[SqlSnippet]:
        """Other snippets that its text uses.

        Only named by id unless the request had include="sql_snippets".
        """
        return self._many("sql_snippets", SqlSnippet)
