"""Inviting people: what `Holistics` and `AsyncHolistics` have to do it and to wait until the mail is out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ._starting import AsyncStarting, Starting

if TYPE_CHECKING:
    from bireme._runtime.pace import Poll

    from ._flows import OnProgress
    from ._handles import AsyncJob, Job
    from .generated.models.user_role import UserRole

__all__ = ["AsyncPeopleCalls", "PeopleCalls"]


class PeopleCalls(Starting):
    """A part of `Holistics`."""

    def invite_users(
        self,
        emails: Iterable[str],
        role: UserRole | str,
        *,
        group_ids: Iterable[int] = (),
        message: str | None = None,
        allow_authentication_token: bool | None = None,
        enable_export_data: bool | None = None,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Invites people into the workspace, and waits until the mail is out. They can be listed at once, as pending.

        Args:
            emails: their addresses. If one of them cannot be invited, nobody is.
            role: what they become: `user`, `explorer`, `analyst`, `admin`, `growth_admin` or `it_admin`.
            group_ids: the groups they are put into.
            message: a few words that go into every mail.
            allow_authentication_token: whether they may use the API; the server decides if not given.
            enable_export_data: whether they may export rows; the server decides if not given.
            wait: False returns as soon as the job is submitted.
            timeout: seconds for the whole wait; the client's if not given.
            poll, on_progress: as for `export_widget`.

        Raises:
            InvalidInput: `emails` is no list, or empty; nothing was sent.
            UnprocessableEntity: addresses that cannot be invited, each with its reason, are in `error.body_excerpt`.
            Otherwise as `export_widget`.

        Calls:
            users_invite, jobs_get (Holistics API v2).

        Example:
            >>> h.invite_users(["dora@example.com"], role="analyst").status   # doctest: +SKIP
            'success'
        """
        from . import _flows

        flow = _flows.submit_invitations(
            self._context,
            emails,
            role,
            group_ids,
            message,
            allow_authentication_token=allow_authentication_token,
            enable_export_data=enable_export_data,
        )
        return self._job(flow, wait, timeout, poll, on_progress)

    def resend_invite(
        self,
        user_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> Job:
        """Sends an open invitation once more, and waits until the mail is out.

        Args:
            user_id: the invited user, as in `h.users.iter(status="pending")`.
            wait: False returns as soon as the job is submitted.
            timeout, poll, on_progress: as for `invite_users`.

        Raises:
            UnprocessableEntity: the user has no open invitation.
            Otherwise as `export_widget`.

        Calls:
            users_resend_invite, jobs_get (Holistics API v2).

        Example:
            >>> h.resend_invite(17).status                                # doctest: +SKIP
            'success'
        """
        from . import _flows

        return self._job(_flows.submit_resend(self._context, user_id), wait, timeout, poll, on_progress)


class AsyncPeopleCalls(AsyncStarting):
    """A part of `AsyncHolistics`."""

    async def invite_users(
        self,
        emails: Iterable[str],
        role: UserRole | str,
        *,
        group_ids: Iterable[int] = (),
        message: str | None = None,
        allow_authentication_token: bool | None = None,
        enable_export_data: bool | None = None,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.invite_users`."""
        from . import _flows

        flow = _flows.submit_invitations(
            self._context,
            emails,
            role,
            group_ids,
            message,
            allow_authentication_token=allow_authentication_token,
            enable_export_data=enable_export_data,
        )
        return await self._job(flow, wait, timeout, poll, on_progress)

    async def resend_invite(
        self,
        user_id: int,
        *,
        wait: bool = True,
        timeout: float | None = None,
        poll: Poll | None = None,
        on_progress: OnProgress | None = None,
    ) -> AsyncJob:
        """As `Holistics.resend_invite`."""
        from . import _flows

        return await self._job(_flows.submit_resend(self._context, user_id), wait, timeout, poll, on_progress)
