"""The values of DashboardSharingLinkResourceType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardSharingLinkResourceType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_SHARING_LINKS = "dashboard_sharing_links"
