"""The model DashboardRelationships."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardRelationships:
    """What a dashboard belongs to and is used with.

    Attributes:
        reports: Reports on the dashboard.
        filters: Custom filters that the reports use.
        sql_snippets: SQL snippets that the reports use.
        dashboard_groups: Dashboard groups that it is in.
        dashboard_sharing_links: Links that show the dashboard without a login. Each entry is wrapped in
            a `data` object of its own. Only for keys with Manage Dashboards.
        user: Owner of the dashboard. Only for keys with View Users, Manage Users or Manage Dashboards.
        user_groups: Groups of users that it is shared with. Only for keys with View Users, Manage Users
            or Manage Dashboards.
    """

    reports: ReportToMany | Unset = UNSET
    filters: FilterToMany | Unset = UNSET
    sql_snippets: SqlSnippetToMany | Unset = UNSET
    dashboard_groups: DashboardGroupToMany | Unset = UNSET
    dashboard_sharing_links: DashboardSharingLinkToMany | Unset = UNSET
    user: UserToOne | Unset = UNSET
    user_groups: UserGroupToMany | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            reports=fields.optional("reports", ReportToMany.from_dict),
            filters=fields.optional("filters", FilterToMany.from_dict),
            sql_snippets=fields.optional("sql_snippets", SqlSnippetToMany.from_dict),
            dashboard_groups=fields.optional("dashboard_groups", DashboardGroupToMany.from_dict),
            dashboard_sharing_links=fields.optional("dashboard_sharing_links", DashboardSharingLinkToMany.from_dict),
            user=fields.optional("user", UserToOne.from_dict),
            user_groups=fields.optional("user_groups", UserGroupToMany.from_dict),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "reports": self.reports,
            "filters": self.filters,
            "sql_snippets": self.sql_snippets,
            "dashboard_groups": self.dashboard_groups,
            "dashboard_sharing_links": self.dashboard_sharing_links,
            "user": self.user,
            "user_groups": self.user_groups,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_group_to_many import DashboardGroupToMany  # noqa: E402
from .dashboard_sharing_link_to_many import DashboardSharingLinkToMany  # noqa: E402
from .filter_to_many import FilterToMany  # noqa: E402
from .report_to_many import ReportToMany  # noqa: E402
from .sql_snippet_to_many import SqlSnippetToMany  # noqa: E402
from .user_group_to_many import UserGroupToMany  # noqa: E402
from .user_to_one import UserToOne  # noqa: E402
