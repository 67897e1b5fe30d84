"""The record User."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.user_attributes import UserAttributes
    from ..models.user_role import UserRole
    from .user_group import UserGroup


class User(Record):
    """A user as an object of JSON:API."""

    TYPE: ClassVar[str] = "users"

    @property
    def attributes(self) -> UserAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def email(self) -> str:
        """Address that the user signs in with."""
        return self._attribute("email")  # type: ignore[no-any-return]

    @property
    def role(self) -> UserRole:
        """Role in the organization: `viewer`, `analyst` or `admin`."""
        return self._attribute("role")  # type: ignore[no-any-return]

    @property
    def firstname(self) -> str | None:
        """First name."""
        return self._attribute("firstname")  # type: ignore[no-any-return]

    @property
    def lastname(self) -> str | None:
        """Last name."""
        return self._attribute("lastname")  # type: ignore[no-any-return]

    @property
    def otp_app_enabled(self) -> bool | None:
        """Whether logins need a code from an app. Only for keys with Manage Users."""
        return self._attribute("otp_app_enabled")  # type: ignore[no-any-return]

    @property
    def otp_phone_enabled(self) -> bool | None:
        """Whether logins need a code sent to a phone. Only for keys with Manage Users."""
        return self._attribute("otp_phone_enabled")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def deactivated_at(self) -> datetime.datetime | None:
        """When the user was shut out; missing or null while the user is active."""
        return self._attribute("deactivated_at")  # type: ignore[no-any-return]

    @property
    def invitation_created_at(self) -> datetime.datetime | None:
        """When the user was invited."""
        return self._attribute("invitation_created_at")  # type: ignore[no-any-return]

    @property
    def invitation_accepted_at(self) -> datetime.datetime | None:
        """When the invitation was accepted."""
        return self._attribute("invitation_accepted_at")  # type: ignore[no-any-return]

    @property
    def user_groups(self) -> list[UserGroup]:
        """Groups that the user is in.

        Only named by id unless the request had include="user_groups".
        """
        from .user_group import UserGroup

        return self._many("user_groups", UserGroup)

    @property
    def invited_by_user(self) -> User | None:
        """User who sent the invitation.

        Only named by id unless the request had include="invited_by_user".
        """
        return self._one("invited_by_user", User)
