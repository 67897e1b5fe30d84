"""Users: list, invite, and who the key belongs to."""

from __future__ import annotations

from bireme_emulator.holistics.invitations import INVITATION
from bireme_emulator.holistics.views import API, caller_of
from bireme_emulator.kernel.context import Answer, Call, Handlers

from .people import invite, user_view, users

__all__ = ["handlers"]

handlers = Handlers()


@handlers.operation("users_info")
def users_info(call: Call) -> Answer:
    """The owner of the key."""
    return Answer(body=user_view(call.session, caller_of(call).user))


@handlers.operation("users_list")
def users_list(call: Call) -> Answer:
    """All users with their groups."""
    return Answer(body=[user_view(call.session, user) for user in users(call.session)])


@handlers.operation("users_invite")
def users_invite(call: Call) -> Answer:
    """Add a user and write to the address."""
    with call.session.store.transaction():  # nobody is added whose mail no job would send
        id = invite(call, call.body)
        source = {"type": "User", "id": id, "action": "invite"}
        params = {"user_ids": [id], "url": call.base_url}
        call.session.jobs.submit(API, INVITATION, params, user_id=caller_of(call).user["id"], source=source)
        return Answer(body={"status": "OK"})
