"""The record Filter."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.aggregation_option import AggregationOption
    from ..models.filter_attributes import FilterAttributes
    from ..models.filter_control_type import FilterControlType
    from ..models.filter_value_type import FilterValueType
    from .datasource import Datasource
    from .sql_snippet import SqlSnippet


class Filter(Record):
    """A custom filter as an object of JSON:API."""

    TYPE: ClassVar[str] = "filters"

    @property
    def attributes(self) -> FilterAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def variable_name(self) -> str:
        """Name by which SQL refers to the filter: letters, digits, `_` and `-`."""
        return self._attribute("variable_name")  # type: ignore[no-any-return]

    @property
    def control_type(self) -> FilterControlType:
        """How a value is entered or chosen. Of drop-downs, `dropdown` and `dropdown_multi` have static SQL
        behind them, those on `_dynamic` SQL that is run on use, those on `_manual` a list. Some kinds go
        with one value type only, `date_time_range` with `DATE_TIME` for instance.
        """
        return self._attribute("control_type")  # type: ignore[no-any-return]

    @property
    def value_type(self) -> FilterValueType:
        """Type of the values: how inputs are checked and written into SQL."""
        return self._attribute("value_type")  # type: ignore[no-any-return]

    @property
    def display_name(self) -> str | None:
        """Label on the dashboard."""
        return self._attribute("display_name")  # type: ignore[no-any-return]

    @property
    def sql_query(self) -> str | None:
        """Query for the options of a SQL drop-down: the first column holds values, a second one, if there is,
        labels. Results of a static drop-down must be free of NUL characters.
        """
        return self._attribute("sql_query")  # type: ignore[no-any-return]

    @property
    def data_refresh_rate(self) -> int | None:
        """For SQL drop-downs, in minutes. Static ones run their query every so often; dynamic ones run it on
        use when the last run is older.
        """
        return self._attribute("data_refresh_rate")  # type: ignore[no-any-return]

    @property
    def default_values(self) -> list[str | float | bool | None] | None:
        """What is chosen to begin with. Every value must fit the value type."""
        return self._attribute("default_values")  # type: ignore[no-any-return]

    @property
    def required(self) -> bool:
        """Whether a value must be chosen."""
        return self._attribute("required")  # type: ignore[no-any-return]

    @property
    def dropdown_validate(self) -> bool:
        """For drop-downs: whether inputs are accepted only if they are among the options last known."""
        return self._attribute("dropdown_validate")  # type: ignore[no-any-return]

    @property
    def relative_range_enabled(self) -> bool:
        """For ranges: whether ranges relative to now are allowed."""
        return self._attribute("relative_range_enabled")  # type: ignore[no-any-return]

    @property
    def before_range_enabled(self) -> bool:
        """For ranges: whether ranges without a beginning are allowed."""
        return self._attribute("before_range_enabled")  # type: ignore[no-any-return]

    @property
    def after_range_enabled(self) -> bool:
        """For ranges: whether ranges without an end are allowed."""
        return self._attribute("after_range_enabled")  # type: ignore[no-any-return]

    @property
    def from_to_range_enabled(self) -> bool:
        """For ranges: whether ranges between two fixed points are allowed."""
        return self._attribute("from_to_range_enabled")  # type: ignore[no-any-return]

    @property
    def allowed_aggregations(self) -> list[AggregationOption] | None:
        """Units to choose from. With the control `date_time_aggregation` only."""
        return self._attribute("allowed_aggregations")  # type: ignore[no-any-return]

    @property
    def last_query_success(self) -> datetime.datetime | None:
        """For SQL drop-downs: when the query last succeeded."""
        return self._attribute("last_query_success")  # type: ignore[no-any-return]

    @property
    def last_query_error_message(self) -> str | None:
        """For SQL drop-downs: what went wrong in the last run, if something did."""
        return self._attribute("last_query_error_message")  # type: ignore[no-any-return]

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
        """Datasource of the query. For SQL drop-downs only.

        Only named by id unless the request had include="datasource".
        """
        from .datasource import Datasource

        return self._one("datasource", Datasource)

    @property
    def sql_snippets(self) -> list[SqlSnippet]:
        """Snippets that the query uses, those used by snippets included. The server finds them out; for SQL
        drop-downs only.

        Only named by id unless the request had include="sql_snippets".
        """
        from .sql_snippet import SqlSnippet

        return self._many("sql_snippets", SqlSnippet)

    @property
    def parent_filter(self) -> Filter | None:
        """Filter whose value narrows the options. For static SQL drop-downs only; a dynamic drop-down states
        what it depends on in its SQL.

        Only named by id unless the request had include="parent_filter".
        """
        return self._one("parent_filter", Filter)
