"""The record UserGroup."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.built_in_behavior import BuiltInBehavior
    from ..models.user_group_attributes import UserGroupAttributes
    from .dashboard import Dashboard
    from .user import User


class UserGroup(Record):
    """A user group as an object of JSON:API."""

    TYPE: ClassVar[str] = "user_groups"

    @property
    def attributes(self) -> UserGroupAttributes:
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
    def built_in_behavior(self) -> BuiltInBehavior | None:
        """Which built-in group this is, of everyone (`all_users`) or of analysts and admins (`all_analysts`);
        missing or null for all others. It can stand for the id of the group when a dashboard is shared.
        """
        return self._attribute("built_in_behavior")  # type: ignore[no-any-return]

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
        """Dashboards that are shared with the group.

        Only named by id unless the request had include="dashboards".
        """
        from .dashboard import Dashboard

        return self._many("dashboards", Dashboard)

    @property
    def users(self) -> list[User]:
        """Users in the group.

        Only named by id unless the request had include="users".
        """
        from .user import User

        return self._many("users", User)
