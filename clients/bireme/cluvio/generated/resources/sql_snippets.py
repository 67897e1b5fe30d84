"""SqlSnippets: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.sql_snippet_collection import SqlSnippetCollection
    from ..models.sql_snippet_creation import SqlSnippetCreation
    from ..models.sql_snippet_document import SqlSnippetDocument
    from ..models.sql_snippet_include import SqlSnippetInclude
    from ..models.sql_snippet_update import SqlSnippetUpdate
    from ..records.sql_snippet import SqlSnippet


class SqlSnippets:
    """Pieces of SQL that are used by name."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawSqlSnippets:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawSqlSnippets(self._sender)

    def list(self) -> builtins.list[SqlSnippet]:
        """List all SQL snippets.

        Lists all SQL snippets in one reply.

        Returns:
            The SQL snippets.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_snippets.list()

        Notes:
            GET /sql_snippets. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, SQL Snippets: List SQL Snippets.
        """
        from ..api.sql_snippets import list_sql_snippets as _operation
        from ..records.sql_snippet import SqlSnippet

        _reply = self._sender.send(_operation.request())
        return SqlSnippet.all_of(_reply)

    def create(
        self,
        *,
        name: str,
        text: str,
        description: str | Unset = UNSET,
        params: str | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
    ) -> SqlSnippet:
        """Create a SQL snippet.

        Creates a piece of SQL that reports, filters and other snippets of the same datasource can use by
        its name. The key needs access to the datasource.

        Args:
            name: Name by which SQL uses the snippet, in square brackets.
            text: SQL that stands in for the name.
            description: What the snippet is for.
            params: Parameters of the snippet, as one text.
            datasource: Datasource whose SQL may use the snippet.
            sql_snippets: Other snippets that its text uses.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_snippets.create(name='LONG_HAUL', text='SELECT * FROM flights WHERE distance > 2000', datasource='smpl-data-0001')

        Notes:
            POST /sql_snippets. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, SQL Snippets: Create SQL Snippet.
        """
        from ..api.sql_snippets import create_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _body = _records.body(
            {
                "name": name,
                "text": text,
                "description": description,
                "params": params,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return SqlSnippet.of(_reply)

    def get(self, id: str, *, include: SqlSnippetInclude | str | Unset = UNSET) -> SqlSnippet:
        """Read one SQL snippet.

        Returns a SQL snippet. Asking for the datasource in `include` needs View Datasources, Manage
        Datasources or Manage Dashboards.

        Args:
            id: Id of the snippet.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_snippets.get('busy-rout-0001')

        Notes:
            GET /sql_snippets/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, SQL Snippets: Get SQL Snippet.
        """
        from ..api.sql_snippets import get_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _reply = self._sender.send(_operation.request(id, include=include))
        return SqlSnippet.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a SQL snippet.

        Deletes a snippet. SQL that uses it stays as it is, and most likely breaks. The key needs Manage
        Datasources for the snippet's datasource.

        Args:
            id: Id of the snippet.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_snippets.delete('busy-rout-0001')

        Notes:
            DELETE /sql_snippets/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, SQL Snippets: Delete SQL Snippet.
        """
        from ..api.sql_snippets import delete_sql_snippet as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        text: str | Unset = UNSET,
        params: str | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
    ) -> SqlSnippet:
        """Change a SQL snippet.

        Changes a snippet. What is left out stays as it is. SQL that uses it under another name is not
        rewritten, and most likely breaks. The key needs access to the datasource, and to the new one if it
        changes.

        Args:
            id: Id of the snippet.
            name: Name by which SQL uses the snippet, in square brackets.
            description: What the snippet is for.
            text: SQL that stands in for the name.
            params: Parameters of the snippet, as one text.
            datasource: Datasource whose SQL may use the snippet.
            sql_snippets: Other snippets that its text uses.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.sql_snippets.update('busy-rout-0001', text='SELECT * FROM flights WHERE distance > 2500')

        Notes:
            PATCH /sql_snippets/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, SQL Snippets: Update SQL Snippet.
        """
        from ..api.sql_snippets import update_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "text": text,
                "params": params,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return SqlSnippet.of(_reply)


class RawSqlSnippets:
    """SqlSnippets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[SqlSnippetCollection]:
        """List all SQL snippets.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetCollection.

        Example:
            reply = c.sql_snippets.with_raw_response.list()
        """
        from ..api.sql_snippets import list_sql_snippets as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: SqlSnippetCreation | Mapping[str, Any]) -> RawResponse[SqlSnippetDocument]:
        """Create a SQL snippet.

        Args:
            body: Request that creates a SQL snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = c.sql_snippets.with_raw_response.create(body=...)
        """
        from ..api.sql_snippets import create_sql_snippet as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: SqlSnippetInclude | str | Unset = UNSET) -> RawResponse[SqlSnippetDocument]:
        """Read one SQL snippet.

        Args:
            id: Id of the snippet.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = c.sql_snippets.with_raw_response.get('busy-rout-0001')
        """
        from ..api.sql_snippets import get_sql_snippet as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a SQL snippet.

        Args:
            id: Id of the snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.sql_snippets.with_raw_response.delete('busy-rout-0001')
        """
        from ..api.sql_snippets import delete_sql_snippet as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: SqlSnippetUpdate | Mapping[str, Any]) -> RawResponse[SqlSnippetDocument]:
        """Change a SQL snippet.

        Args:
            id: Id of the snippet.
            body: Request that changes a SQL snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = c.sql_snippets.with_raw_response.update('busy-rout-0001', body={'data': {'attributes': {'text': 'SELECT * FROM flights WHERE distance > 2500'}}})
        """
        from ..api.sql_snippets import update_sql_snippet as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncSqlSnippets:
    """Pieces of SQL that are used by name."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawSqlSnippets:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawSqlSnippets(self._sender)

    async def list(self) -> builtins.list[SqlSnippet]:
        """List all SQL snippets.

        Lists all SQL snippets in one reply.

        Returns:
            The SQL snippets.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_snippets.list()

        Notes:
            GET /sql_snippets. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, SQL Snippets: List SQL Snippets.
        """
        from ..api.sql_snippets import list_sql_snippets as _operation
        from ..records.sql_snippet import SqlSnippet

        _reply = await self._sender.send(_operation.request())
        return SqlSnippet.all_of(_reply)

    async def create(
        self,
        *,
        name: str,
        text: str,
        description: str | Unset = UNSET,
        params: str | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
    ) -> SqlSnippet:
        """Create a SQL snippet.

        Creates a piece of SQL that reports, filters and other snippets of the same datasource can use by
        its name. The key needs access to the datasource.

        Args:
            name: Name by which SQL uses the snippet, in square brackets.
            text: SQL that stands in for the name.
            description: What the snippet is for.
            params: Parameters of the snippet, as one text.
            datasource: Datasource whose SQL may use the snippet.
            sql_snippets: Other snippets that its text uses.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_snippets.create(name='LONG_HAUL', text='SELECT * FROM flights WHERE distance > 2000', datasource='smpl-data-0001')

        Notes:
            POST /sql_snippets. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, SQL Snippets: Create SQL Snippet.
        """
        from ..api.sql_snippets import create_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _body = _records.body(
            {
                "name": name,
                "text": text,
                "description": description,
                "params": params,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return SqlSnippet.of(_reply)

    async def get(self, id: str, *, include: SqlSnippetInclude | str | Unset = UNSET) -> SqlSnippet:
        """Read one SQL snippet.

        Returns a SQL snippet. Asking for the datasource in `include` needs View Datasources, Manage
        Datasources or Manage Dashboards.

        Args:
            id: Id of the snippet.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_snippets.get('busy-rout-0001')

        Notes:
            GET /sql_snippets/{id}. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, SQL Snippets: Get SQL Snippet.
        """
        from ..api.sql_snippets import get_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _reply = await self._sender.send(_operation.request(id, include=include))
        return SqlSnippet.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a SQL snippet.

        Deletes a snippet. SQL that uses it stays as it is, and most likely breaks. The key needs Manage
        Datasources for the snippet's datasource.

        Args:
            id: Id of the snippet.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_snippets.delete('busy-rout-0001')

        Notes:
            DELETE /sql_snippets/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, SQL Snippets: Delete SQL Snippet.
        """
        from ..api.sql_snippets import delete_sql_snippet as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        text: str | Unset = UNSET,
        params: str | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
    ) -> SqlSnippet:
        """Change a SQL snippet.

        Changes a snippet. What is left out stays as it is. SQL that uses it under another name is not
        rewritten, and most likely breaks. The key needs access to the datasource, and to the new one if it
        changes.

        Args:
            id: Id of the snippet.
            name: Name by which SQL uses the snippet, in square brackets.
            description: What the snippet is for.
            text: SQL that stands in for the name.
            params: Parameters of the snippet, as one text.
            datasource: Datasource whose SQL may use the snippet.
            sql_snippets: Other snippets that its text uses.

        Returns:
            The SQL snippet.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.sql_snippets.update('busy-rout-0001', text='SELECT * FROM flights WHERE distance > 2500')

        Notes:
            PATCH /sql_snippets/{id}. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, SQL Snippets: Update SQL Snippet.
        """
        from ..api.sql_snippets import update_sql_snippet as _operation
        from ..records.sql_snippet import SqlSnippet

        _body = _records.body(
            {
                "name": name,
                "description": description,
                "text": text,
                "params": params,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return SqlSnippet.of(_reply)


class AsyncRawSqlSnippets:
    """AsyncSqlSnippets with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[SqlSnippetCollection]:
        """List all SQL snippets.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetCollection.

        Example:
            reply = await c.sql_snippets.with_raw_response.list()
        """
        from ..api.sql_snippets import list_sql_snippets as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: SqlSnippetCreation | Mapping[str, Any]) -> RawResponse[SqlSnippetDocument]:
        """Create a SQL snippet.

        Args:
            body: Request that creates a SQL snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = await c.sql_snippets.with_raw_response.create(body=...)
        """
        from ..api.sql_snippets import create_sql_snippet as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(
        self, id: str, *, include: SqlSnippetInclude | str | Unset = UNSET
    ) -> RawResponse[SqlSnippetDocument]:
        """Read one SQL snippet.

        Args:
            id: Id of the snippet.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = await c.sql_snippets.with_raw_response.get('busy-rout-0001')
        """
        from ..api.sql_snippets import get_sql_snippet as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a SQL snippet.

        Args:
            id: Id of the snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.sql_snippets.with_raw_response.delete('busy-rout-0001')
        """
        from ..api.sql_snippets import delete_sql_snippet as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: SqlSnippetUpdate | Mapping[str, Any]) -> RawResponse[SqlSnippetDocument]:
        """Change a SQL snippet.

        Args:
            id: Id of the snippet.
            body: Request that changes a SQL snippet.

        Returns:
            Status, headers and body as they came; `.parse()` gives SqlSnippetDocument.

        Example:
            reply = await c.sql_snippets.with_raw_response.update('busy-rout-0001', body={'data': {'attributes': {'text': 'SELECT * FROM flights WHERE distance > 2500'}}})
        """
        from ..api.sql_snippets import update_sql_snippet as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
