"""Inviting people and waiting until the mail is out: what `Holistics` and `AsyncHolistics` have for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bireme._runtime.pace import Poll
    from bireme._runtime.senders import AsyncSender, SyncSender

    from ._context import Context
    from ._flows import OnProgress
    from ._handles import AsyncJob, Job
    from .generated.models.user_role import UserRole

__all__ = ["AsyncInviting", "Inviting"]


class Inviting:
    """A part of `Holistics`."""

    _context: Context
    _run: SyncSender

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

        Example:
            >>> h.invite_users(["dora@example.com"], role="analyst").status   # doctest: +SKIP
            'success'
        """
        from . import _flows
        from ._handles import Job

        flow = _flows.submit_invitations(
            self._context,
            emails,
            role,
            group_ids,
            message,
            allow_authentication_token=allow_authentication_token,
            enable_export_data=enable_export_data,
        )
        started, data = self._run.run(flow)
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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

        Example:
            >>> h.resend_invite(17).status                                # doctest: +SKIP
            'success'
        """
        from . import _flows
        from ._handles import Job

        started, data = self._run.run(_flows.submit_resend(self._context, user_id))
        job = Job(self._run, **_flows.handle_of(self._context, started, data))
        return job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job


class AsyncInviting:
    """A part of `AsyncHolistics`."""

    _context: Context
    _run: AsyncSender

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
        from ._handles import AsyncJob

        flow = _flows.submit_invitations(
            self._context,
            emails,
            role,
            group_ids,
            message,
            allow_authentication_token=allow_authentication_token,
            enable_export_data=enable_export_data,
        )
        started, data = await self._run.run(flow)
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job

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
        from ._handles import AsyncJob

        started, data = await self._run.run(_flows.submit_resend(self._context, user_id))
        job = AsyncJob(self._run, **_flows.handle_of(self._context, started, data))
        return await job.wait(timeout, poll=poll, on_progress=on_progress) if wait else job
