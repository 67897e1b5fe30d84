"""The record DashboardSharingLink."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.dashboard_sharing_link_resource_attributes import DashboardSharingLinkResourceAttributes


class DashboardSharingLink(Record):
    """A link that shows a dashboard without a login. The vendor names it and shows none of its attributes."""

    TYPE: ClassVar[str] = "dashboard_sharing_links"

    @property
    def attributes(self) -> DashboardSharingLinkResourceAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]
