"""The record DashboardGroup."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.dashboard_group_attributes import DashboardGroupAttributes
    from .dashboard import Dashboard


class DashboardGroup(Record):
    """A dashboard group as an object of JSON:API."""

    TYPE: ClassVar[str] = "dashboard_groups"

    @property
    def attributes(self) -> DashboardGroupAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the group."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def description(self) -> str | None:
        """What the group is for."""
        return self._attribute("description")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def dashboards(self) -> list[Dashboard]:
        """Dashboards in the group.

        Only named by id unless the request had include="dashboards".
        """
        from .dashboard import Dashboard

        return self._many("dashboards", Dashboard)
