"""The values of DashboardSharingLinkIdentifierType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class DashboardSharingLinkIdentifierType(OpenStrEnum):
    """Type of the object.

    A value that is not listed is kept: see `is_known`.
    """

    DASHBOARD_SHARING_LINKS = "dashboard_sharing_links"
