"""The model DashboardSharing."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field
from bireme._wire import UNSET, Unset, _decode, _encode

from .share_mode import ShareMode

_decode_share_mode = _decode.enumerated(ShareMode)
_decode_user_group_ids = _decode.array(_decode.string)


@define(kw_only=True)
class DashboardSharing:
    """Who may see a dashboard from now on.

    Attributes:
        share_mode: Who may see it: its owner and admins only (`none`), everyone (`all_users`), analysts
            and admins (`all_analysts`), or the groups that `user_group_ids` names (`custom`).
        user_group_ids: Groups who may see it, by id; `all_users` and `all_analysts` name the built-in
            ones. With the mode `custom`, and then at least one.
        notify_new_users: Whether those who could not see it before are told by mail.
        include_thumbnail: Whether that mail has a preview picture.
    """

    share_mode: ShareMode
    user_group_ids: list[str] | Unset = UNSET
    notify_new_users: bool | Unset = UNSET
    include_thumbnail: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(factory=dict)

    @classmethod
    def from_dict(cls, value: object) -> Self:
        """Decode a JSON object; a ParseError says where it is not as the spec says."""
        fields = _decode.Fields(value)
        take = fields.take
        return cls(
            share_mode=fields.required("share_mode", _decode_share_mode),
            user_group_ids=fields.optional("user_group_ids", _decode_user_group_ids),
            notify_new_users=v
            if (v := take("notify_new_users", UNSET)) is UNSET or type(v) is bool
            else fields.optional("notify_new_users", _decode.boolean, v),
            include_thumbnail=v
            if (v := take("include_thumbnail", UNSET)) is UNSET or type(v) is bool
            else fields.optional("include_thumbnail", _decode.boolean, v),
            additional_properties=fields.rest(_decode.anything),
        )

    def to_dict(self) -> dict[str, Any]:
        """The JSON object, unknown members included; members that are not set are left out."""
        return _encode.members(self._members())

    def _members(self) -> dict[str, object]:
        return {
            **self.additional_properties,
            "share_mode": self.share_mode,
            "user_group_ids": self.user_group_ids,
            "notify_new_users": self.notify_new_users,
            "include_thumbnail": self.include_thumbnail,
        }
