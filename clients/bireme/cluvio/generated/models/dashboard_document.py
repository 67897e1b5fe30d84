"""The model DashboardDocument."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode


@define(kw_only=True)
class DashboardDocument:
    """Reply with a dashboard.

    Attributes:
        data: The dashboard.
        included: The related objects that `include` asks for.
    """

    data: DashboardResource
    included: (
        list[
            UserResource
            | ReportResource
            | UserGroupResource
            | DashboardGroupResource
            | FilterResource
            | SqlSnippetResource
            | DashboardSharingLinkResource
        ]
        | Unset
    ) = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        return cls(
            data=fields.required("data", DashboardResource.from_dict),
            included=fields.optional(
                "included",
                _decode.array(
                    _decode.tagged(
                        "type",
                        {
                            "users": UserResource.from_dict,
                            "reports": ReportResource.from_dict,
                            "user_groups": UserGroupResource.from_dict,
                            "dashboard_groups": DashboardGroupResource.from_dict,
                            "filters": FilterResource.from_dict,
                            "sql_snippets": SqlSnippetResource.from_dict,
                            "dashboard_sharing_links": DashboardSharingLinkResource.from_dict,
                        },
                    )
                ),
            ),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "data": self.data,
            "included": self.included,
        }


# Models may refer to each other in a circle, so they are imported once this one is defined.
from .dashboard_group_resource import DashboardGroupResource  # noqa: E402
from .dashboard_resource import DashboardResource  # noqa: E402
from .dashboard_sharing_link_resource import DashboardSharingLinkResource  # noqa: E402
from .filter_resource import FilterResource  # noqa: E402
from .report_resource import ReportResource  # noqa: E402
from .sql_snippet_resource import SqlSnippetResource  # noqa: E402
from .user_group_resource import UserGroupResource  # noqa: E402
from .user_resource import UserResource  # noqa: E402
