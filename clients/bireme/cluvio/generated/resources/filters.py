"""Filters: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Record, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.aggregation_option import AggregationOption
    from ..models.execution_started import ExecutionStarted
    from ..models.filter_collection import FilterCollection
    from ..models.filter_control_type import FilterControlType
    from ..models.filter_creation import FilterCreation
    from ..models.filter_document import FilterDocument
    from ..models.filter_include import FilterInclude
    from ..models.filter_options import FilterOptions
    from ..models.filter_options_query import FilterOptionsQuery
    from ..models.filter_update import FilterUpdate
    from ..models.filter_value_type import FilterValueType
    from ..records.filter_ import Filter


class Filters:
    """Variables that people set on dashboards, and the options to choose from."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawFilters:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawFilters(self._sender)

    def list(self) -> builtins.list[Filter]:
        """List all filters.

        Lists all custom filters in one reply.

        Returns:
            The custom filters.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.list()

        Notes:
            GET /filters. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Filters: List Filters.
        """
        from ..api.filters import list_filters as _operation
        from ..records.filter_ import Filter

        _reply = self._sender.send(_operation.request())
        return Filter.all_of(_reply)

    def create(
        self,
        *,
        variable_name: str,
        control_type: FilterControlType | str,
        value_type: FilterValueType | str,
        display_name: str | Unset = UNSET,
        values: Sequence[str] | Unset = UNSET,
        value_names: Sequence[str] | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        default_values: Sequence[str | float | bool | None] | Unset = UNSET,
        required: bool | Unset = UNSET,
        dropdown_validate: bool | Unset = UNSET,
        relative_range_enabled: bool | Unset = UNSET,
        before_range_enabled: bool | Unset = UNSET,
        after_range_enabled: bool | Unset = UNSET,
        from_to_range_enabled: bool | Unset = UNSET,
        allowed_aggregations: Sequence[AggregationOption | str] | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
        parent_filter: Record | str | None | Unset = UNSET,
    ) -> Filter:
        """Create a filter.

        Creates a custom filter under a variable name that SQL can use. SQL drop-downs need a datasource, to
        which the key must have access; manual ones take `values` and `value_names`.

        Args:
            variable_name: Name by which SQL refers to the filter: letters, digits, `_` and `-`.
            control_type: How a value is entered or chosen. Of drop-downs, `dropdown` and `dropdown_multi`
                have static SQL behind them, those on `_dynamic` SQL that is run on use, those on `_manual`
                a list. Some kinds go with one value type only, `date_time_range` with `DATE_TIME` for
                instance.
            value_type: Type of the values: how inputs are checked and written into SQL.
            display_name: Label on the dashboard.
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
            datasource: Datasource of the query. For SQL drop-downs only.
            sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
                them out; for SQL drop-downs only.
            parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
                drop-down states what it depends on in its SQL.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.create(variable_name='departure_airport', control_type='dropdown_multi_manual', value_type='TEXT', ...)

        Notes:
            POST /filters. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Filters: Create Filter.
        """
        from ..api.filters import create_filter as _operation
        from ..records.filter_ import Filter

        _body = _records.body(
            {
                "variable_name": variable_name,
                "control_type": control_type,
                "value_type": value_type,
                "display_name": display_name,
                "values": values,
                "value_names": value_names,
                "sql_query": sql_query,
                "data_refresh_rate": data_refresh_rate,
                "default_values": default_values,
                "required": required,
                "dropdown_validate": dropdown_validate,
                "relative_range_enabled": relative_range_enabled,
                "before_range_enabled": before_range_enabled,
                "after_range_enabled": after_range_enabled,
                "from_to_range_enabled": from_to_range_enabled,
                "allowed_aggregations": allowed_aggregations,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
                "parent_filter": _records.one("parent_filter", "filters", parent_filter),
            },
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return Filter.of(_reply)

    def get(self, id: str, *, include: FilterInclude | str | Unset = UNSET) -> Filter:
        """Read one filter.

        Returns a custom filter. Its options are not part of it: `getDropDownFilterOptions` has them. Asking
        for the datasource in `include` needs View Datasources, Manage Datasources or Manage Dashboards.

        Args:
            id: Id of the filter.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets, parent_filter.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.get('fltr-carr-0001')

        Notes:
            GET /filters/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Filters: Get Filter.
        """
        from ..api.filters import get_filter as _operation
        from ..records.filter_ import Filter

        _reply = self._sender.send(_operation.request(id, include=include))
        return Filter.of(_reply)

    def delete(self, id: str) -> None:
        """Delete a filter.

        Deletes a filter. SQL that uses it stays as it is and takes the name for a text filter that nobody
        has defined. The key needs access to the datasource of a SQL drop-down.

        Args:
            id: Id of the filter.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.delete('fltr-carr-0001')

        Notes:
            DELETE /filters/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Filters: Delete Filter.
        """
        from ..api.filters import delete_filter as _operation

        return self._sender.send(_operation.request(id))

    def update(
        self,
        id: str,
        *,
        display_name: str | Unset = UNSET,
        variable_name: str | Unset = UNSET,
        control_type: FilterControlType | str | Unset = UNSET,
        value_type: FilterValueType | str | Unset = UNSET,
        values: Sequence[str] | Unset = UNSET,
        value_names: Sequence[str] | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        default_values: Sequence[str | float | bool | None] | Unset = UNSET,
        required: bool | Unset = UNSET,
        dropdown_validate: bool | Unset = UNSET,
        relative_range_enabled: bool | Unset = UNSET,
        before_range_enabled: bool | Unset = UNSET,
        after_range_enabled: bool | Unset = UNSET,
        from_to_range_enabled: bool | Unset = UNSET,
        allowed_aggregations: Sequence[AggregationOption | str] | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
        parent_filter: Record | str | None | Unset = UNSET,
    ) -> Filter:
        """Change a filter.

        Changes a filter. What is left out stays as it is. SQL is not rewritten when the variable gets
        another name: places that use the old one then take it for a text filter that nobody has defined.
        The key needs access to the datasource of a SQL drop-down.

        Args:
            id: Id of the filter.
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
            datasource: Datasource of the query. For SQL drop-downs only.
            sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
                them out; for SQL drop-downs only.
            parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
                drop-down states what it depends on in its SQL.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.update('fltr-carr-0001', display_name='Airline', required=True)

        Notes:
            PATCH /filters/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Filters: Update Filter.
        """
        from ..api.filters import update_filter as _operation
        from ..records.filter_ import Filter

        _body = _records.body(
            {
                "display_name": display_name,
                "variable_name": variable_name,
                "control_type": control_type,
                "value_type": value_type,
                "values": values,
                "value_names": value_names,
                "sql_query": sql_query,
                "data_refresh_rate": data_refresh_rate,
                "default_values": default_values,
                "required": required,
                "dropdown_validate": dropdown_validate,
                "relative_range_enabled": relative_range_enabled,
                "before_range_enabled": before_range_enabled,
                "after_range_enabled": after_range_enabled,
                "from_to_range_enabled": from_to_range_enabled,
                "allowed_aggregations": allowed_aggregations,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
                "parent_filter": _records.one("parent_filter", "filters", parent_filter),
            },
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return Filter.of(_reply)

    def get_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> FilterOptions:
        """Read the options of a drop-down.

        Returns the options that are known, and never starts a query. Dynamic SQL drop-downs need the
        dashboard and the inputs, and have options only if their query has run for these in the last 24
        hours; static ones have them once their query has succeeded. Where there are none, refresh first,
        with `refreshDropDownFilterOptions` or `pollDashboardStatus`.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            The options that are known.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.get_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})

        Notes:
            POST /filters/{id}/options. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Filters: Get Drop-Down Filter Options.
        """
        from ..api.filters import get_drop_down_filter_options as _operation

        return self._sender.send(_operation.request(id, body=body))

    def refresh_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> ExecutionStarted | None:
        """Run a drop-down's query anew.

        Starts the query behind a SQL drop-down and answers at once; follow it with `getExecution`. Dynamic
        ones need the dashboard and the inputs. Status 204 means that the drop-down is a manual one, so that
        there is nothing to run.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            The execution to follow. The drop-down is a manual one; there is nothing to run.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.filters.refresh_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})

        Notes:
            POST /filters/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Filters: Refresh Drop-Down Filter Options.
        """
        from ..api.filters import refresh_drop_down_filter_options as _operation

        return self._sender.send(_operation.request(id, body=body))


class RawFilters:
    """Filters with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[FilterCollection]:
        """List all filters.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterCollection.

        Example:
            reply = c.filters.with_raw_response.list()
        """
        from ..api.filters import list_filters as _operation

        return self._sender.send_raw(_operation.request())

    def create(self, *, body: FilterCreation | Mapping[str, Any]) -> RawResponse[FilterDocument]:
        """Create a filter.

        Args:
            body: Request that creates a custom filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = c.filters.with_raw_response.create(body=...)
        """
        from ..api.filters import create_filter as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(self, id: str, *, include: FilterInclude | str | Unset = UNSET) -> RawResponse[FilterDocument]:
        """Read one filter.

        Args:
            id: Id of the filter.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets, parent_filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = c.filters.with_raw_response.get('fltr-carr-0001')
        """
        from ..api.filters import get_filter as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete a filter.

        Args:
            id: Id of the filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.filters.with_raw_response.delete('fltr-carr-0001')
        """
        from ..api.filters import delete_filter as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(self, id: str, *, body: FilterUpdate | Mapping[str, Any]) -> RawResponse[FilterDocument]:
        """Change a filter.

        Args:
            id: Id of the filter.
            body: Request that changes a custom filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = c.filters.with_raw_response.update('fltr-carr-0001', body={'data': {'attributes': {'display_name': 'Airline', 'required': True}}})
        """
        from ..api.filters import update_filter as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def get_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[FilterOptions]:
        """Read the options of a drop-down.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterOptions.

        Example:
            reply = c.filters.with_raw_response.get_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})
        """
        from ..api.filters import get_drop_down_filter_options as _operation

        return self._sender.send_raw(_operation.request(id, body=body))

    def refresh_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[ExecutionStarted | None]:
        """Run a drop-down's query anew.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted | None.

        Example:
            reply = c.filters.with_raw_response.refresh_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})
        """
        from ..api.filters import refresh_drop_down_filter_options as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncFilters:
    """Variables that people set on dashboards, and the options to choose from."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawFilters:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawFilters(self._sender)

    async def list(self) -> builtins.list[Filter]:
        """List all filters.

        Lists all custom filters in one reply.

        Returns:
            The custom filters.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.list()

        Notes:
            GET /filters. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Filters: List Filters.
        """
        from ..api.filters import list_filters as _operation
        from ..records.filter_ import Filter

        _reply = await self._sender.send(_operation.request())
        return Filter.all_of(_reply)

    async def create(
        self,
        *,
        variable_name: str,
        control_type: FilterControlType | str,
        value_type: FilterValueType | str,
        display_name: str | Unset = UNSET,
        values: Sequence[str] | Unset = UNSET,
        value_names: Sequence[str] | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        default_values: Sequence[str | float | bool | None] | Unset = UNSET,
        required: bool | Unset = UNSET,
        dropdown_validate: bool | Unset = UNSET,
        relative_range_enabled: bool | Unset = UNSET,
        before_range_enabled: bool | Unset = UNSET,
        after_range_enabled: bool | Unset = UNSET,
        from_to_range_enabled: bool | Unset = UNSET,
        allowed_aggregations: Sequence[AggregationOption | str] | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
        parent_filter: Record | str | None | Unset = UNSET,
    ) -> Filter:
        """Create a filter.

        Creates a custom filter under a variable name that SQL can use. SQL drop-downs need a datasource, to
        which the key must have access; manual ones take `values` and `value_names`.

        Args:
            variable_name: Name by which SQL refers to the filter: letters, digits, `_` and `-`.
            control_type: How a value is entered or chosen. Of drop-downs, `dropdown` and `dropdown_multi`
                have static SQL behind them, those on `_dynamic` SQL that is run on use, those on `_manual`
                a list. Some kinds go with one value type only, `date_time_range` with `DATE_TIME` for
                instance.
            value_type: Type of the values: how inputs are checked and written into SQL.
            display_name: Label on the dashboard.
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
            datasource: Datasource of the query. For SQL drop-downs only.
            sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
                them out; for SQL drop-downs only.
            parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
                drop-down states what it depends on in its SQL.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.create(variable_name='departure_airport', control_type='dropdown_multi_manual', value_type='TEXT', ...)

        Notes:
            POST /filters. Needs one of the permissions manage_dashboards. Evidence: documented: Vendor
            page, Filters: Create Filter.
        """
        from ..api.filters import create_filter as _operation
        from ..records.filter_ import Filter

        _body = _records.body(
            {
                "variable_name": variable_name,
                "control_type": control_type,
                "value_type": value_type,
                "display_name": display_name,
                "values": values,
                "value_names": value_names,
                "sql_query": sql_query,
                "data_refresh_rate": data_refresh_rate,
                "default_values": default_values,
                "required": required,
                "dropdown_validate": dropdown_validate,
                "relative_range_enabled": relative_range_enabled,
                "before_range_enabled": before_range_enabled,
                "after_range_enabled": after_range_enabled,
                "from_to_range_enabled": from_to_range_enabled,
                "allowed_aggregations": allowed_aggregations,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
                "parent_filter": _records.one("parent_filter", "filters", parent_filter),
            },
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return Filter.of(_reply)

    async def get(self, id: str, *, include: FilterInclude | str | Unset = UNSET) -> Filter:
        """Read one filter.

        Returns a custom filter. Its options are not part of it: `getDropDownFilterOptions` has them. Asking
        for the datasource in `include` needs View Datasources, Manage Datasources or Manage Dashboards.

        Args:
            id: Id of the filter.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets, parent_filter.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.get('fltr-carr-0001')

        Notes:
            GET /filters/{id}. Needs one of the permissions view_dashboards, manage_dashboards. Evidence:
            documented: Vendor page, Filters: Get Filter.
        """
        from ..api.filters import get_filter as _operation
        from ..records.filter_ import Filter

        _reply = await self._sender.send(_operation.request(id, include=include))
        return Filter.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete a filter.

        Deletes a filter. SQL that uses it stays as it is and takes the name for a text filter that nobody
        has defined. The key needs access to the datasource of a SQL drop-down.

        Args:
            id: Id of the filter.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.delete('fltr-carr-0001')

        Notes:
            DELETE /filters/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Filters: Delete Filter.
        """
        from ..api.filters import delete_filter as _operation

        return await self._sender.send(_operation.request(id))

    async def update(
        self,
        id: str,
        *,
        display_name: str | Unset = UNSET,
        variable_name: str | Unset = UNSET,
        control_type: FilterControlType | str | Unset = UNSET,
        value_type: FilterValueType | str | Unset = UNSET,
        values: Sequence[str] | Unset = UNSET,
        value_names: Sequence[str] | Unset = UNSET,
        sql_query: str | Unset = UNSET,
        data_refresh_rate: int | Unset = UNSET,
        default_values: Sequence[str | float | bool | None] | Unset = UNSET,
        required: bool | Unset = UNSET,
        dropdown_validate: bool | Unset = UNSET,
        relative_range_enabled: bool | Unset = UNSET,
        before_range_enabled: bool | Unset = UNSET,
        after_range_enabled: bool | Unset = UNSET,
        from_to_range_enabled: bool | Unset = UNSET,
        allowed_aggregations: Sequence[AggregationOption | str] | Unset = UNSET,
        datasource: Record | str | None | Unset = UNSET,
        sql_snippets: Sequence[Record | str] | Unset = UNSET,
        parent_filter: Record | str | None | Unset = UNSET,
    ) -> Filter:
        """Change a filter.

        Changes a filter. What is left out stays as it is. SQL is not rewritten when the variable gets
        another name: places that use the old one then take it for a text filter that nobody has defined.
        The key needs access to the datasource of a SQL drop-down.

        Args:
            id: Id of the filter.
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
            datasource: Datasource of the query. For SQL drop-downs only.
            sql_snippets: Snippets that the query uses, those used by snippets included. The server finds
                them out; for SQL drop-downs only.
            parent_filter: Filter whose value narrows the options. For static SQL drop-downs only; a dynamic
                drop-down states what it depends on in its SQL.

        Returns:
            The custom filter.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.update('fltr-carr-0001', display_name='Airline', required=True)

        Notes:
            PATCH /filters/{id}. Needs one of the permissions manage_dashboards. Evidence: documented:
            Vendor page, Filters: Update Filter.
        """
        from ..api.filters import update_filter as _operation
        from ..records.filter_ import Filter

        _body = _records.body(
            {
                "display_name": display_name,
                "variable_name": variable_name,
                "control_type": control_type,
                "value_type": value_type,
                "values": values,
                "value_names": value_names,
                "sql_query": sql_query,
                "data_refresh_rate": data_refresh_rate,
                "default_values": default_values,
                "required": required,
                "dropdown_validate": dropdown_validate,
                "relative_range_enabled": relative_range_enabled,
                "before_range_enabled": before_range_enabled,
                "after_range_enabled": after_range_enabled,
                "from_to_range_enabled": from_to_range_enabled,
                "allowed_aggregations": allowed_aggregations,
            },
            {
                "datasource": _records.one("datasource", "datasources", datasource),
                "sql_snippets": _records.many("sql_snippets", "sql_snippets", sql_snippets),
                "parent_filter": _records.one("parent_filter", "filters", parent_filter),
            },
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return Filter.of(_reply)

    async def get_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> FilterOptions:
        """Read the options of a drop-down.

        Returns the options that are known, and never starts a query. Dynamic SQL drop-downs need the
        dashboard and the inputs, and have options only if their query has run for these in the last 24
        hours; static ones have them once their query has succeeded. Where there are none, refresh first,
        with `refreshDropDownFilterOptions` or `pollDashboardStatus`.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            The options that are known.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.get_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})

        Notes:
            POST /filters/{id}/options. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Filters: Get Drop-Down Filter Options.
        """
        from ..api.filters import get_drop_down_filter_options as _operation

        return await self._sender.send(_operation.request(id, body=body))

    async def refresh_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> ExecutionStarted | None:
        """Run a drop-down's query anew.

        Starts the query behind a SQL drop-down and answers at once; follow it with `getExecution`. Dynamic
        ones need the dashboard and the inputs. Status 204 means that the drop-down is a manual one, so that
        there is nothing to run.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            The execution to follow. The drop-down is a manual one; there is nothing to run.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.filters.refresh_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})

        Notes:
            POST /filters/{id}/refresh. Needs one of the permissions view_dashboards, manage_dashboards.
            Evidence: documented: Vendor page, Filters: Refresh Drop-Down Filter Options.
        """
        from ..api.filters import refresh_drop_down_filter_options as _operation

        return await self._sender.send(_operation.request(id, body=body))


class AsyncRawFilters:
    """AsyncFilters with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[FilterCollection]:
        """List all filters.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterCollection.

        Example:
            reply = await c.filters.with_raw_response.list()
        """
        from ..api.filters import list_filters as _operation

        return await self._sender.send_raw(_operation.request())

    async def create(self, *, body: FilterCreation | Mapping[str, Any]) -> RawResponse[FilterDocument]:
        """Create a filter.

        Args:
            body: Request that creates a custom filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = await c.filters.with_raw_response.create(body=...)
        """
        from ..api.filters import create_filter as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(self, id: str, *, include: FilterInclude | str | Unset = UNSET) -> RawResponse[FilterDocument]:
        """Read one filter.

        Args:
            id: Id of the filter.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasource, sql_snippets, parent_filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = await c.filters.with_raw_response.get('fltr-carr-0001')
        """
        from ..api.filters import get_filter as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete a filter.

        Args:
            id: Id of the filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.filters.with_raw_response.delete('fltr-carr-0001')
        """
        from ..api.filters import delete_filter as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(self, id: str, *, body: FilterUpdate | Mapping[str, Any]) -> RawResponse[FilterDocument]:
        """Change a filter.

        Args:
            id: Id of the filter.
            body: Request that changes a custom filter.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterDocument.

        Example:
            reply = await c.filters.with_raw_response.update('fltr-carr-0001', body={'data': {'attributes': {'display_name': 'Airline', 'required': True}}})
        """
        from ..api.filters import update_filter as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def get_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[FilterOptions]:
        """Read the options of a drop-down.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            Status, headers and body as they came; `.parse()` gives FilterOptions.

        Example:
            reply = await c.filters.with_raw_response.get_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})
        """
        from ..api.filters import get_drop_down_filter_options as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))

    async def refresh_drop_down_options(
        self, id: str, *, body: FilterOptionsQuery | Mapping[str, Any] | Unset = UNSET
    ) -> RawResponse[ExecutionStarted | None]:
        """Run a drop-down's query anew.

        Args:
            id: Id of the filter.
            body: For which dashboard and inputs options are wanted.

        Returns:
            Status, headers and body as they came; `.parse()` gives ExecutionStarted | None.

        Example:
            reply = await c.filters.with_raw_response.refresh_drop_down_options('fltr-carr-0001', body={'dashboard_id': 'flgt-oper-0001', 'parameters': {'aggregation': 'month'}})
        """
        from ..api.filters import refresh_drop_down_filter_options as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
