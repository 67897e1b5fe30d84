"""Invitations: an account that works once its owner has accepted, the mail about it, sending it again, taking it back.

They are addressed by the id of the invited user (vendor page, Users).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.delivery import DeliveryFailed, Email
from bireme_emulator.kernel.delivery.addresses import is_address
from bireme_emulator.kernel.jobs import JobFailure

from .access import caller_of
from .documents import defaults_of, document
from .organization import organization
from .people import GROUPS, USERS, checked_group_ids, require_seat, status_of
from .records import all_of, created, found, now, remove
from .refusals import invalid

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["INVITATION", "handlers", "run_invitation"]

INVITATION = "cluvio_invitation"

handlers = Handlers()


@handlers.operation("inviteUser")
def invite_user(call: Call) -> Answer:
    """Create the account and start the job that sends the mail: both or neither."""
    body: Mapping[str, Any] = call.body or {}
    with call.session.store.transaction():
        email, role = _checked_address(call, body.get("email")), body.get("role", "viewer")
        require_seat(call, role)
        attributes = {
            **defaults_of(USERS),
            "email": email,
            "role": role,
            "created_at": now(call),
            "invitation_created_at": now(call),
        }
        account = {"attributes": attributes, "relationships": {}}
        groups = checked_group_ids(call, body.get("user_group_ids") or (), account, "user_group_ids")
        user = created(call, USERS, attributes, {GROUPS: groups})
        _send(call, user)
    return document(call, USERS, user, status=201)


@handlers.operation("resendUserInvite")
def resend_user_invite(call: Call) -> Answer:
    """Send the mail of a pending invitation again."""
    with call.session.store.transaction():
        _send(call, _pending(call))
    return Answer(204)


@handlers.operation("deleteUserInvite")
def delete_user_invite(call: Call) -> Answer:
    """Take a pending invitation back; the account goes with it."""
    with call.session.store.transaction():
        remove(call, USERS, _pending(call)["id"])
    return Answer(204)


def run_invitation(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Send one mail; a job that runs again after a crash sends it no second time."""
    session = context.session
    user = session.store.get(context.api, USERS, params["user_id"])
    if user is None or status_of(user) != "pending":
        context.log("INFO", "The invitation is no longer open; nothing is sent")
        return {"sent": 0}
    name = organization(session, context.api)["name"]
    text = f"You are invited to the Cluvio account of {name}.\n\nSign in with {user['attributes']['email']} to accept."
    mail = Email(to=(user["attributes"]["email"],), subject=f"You are invited to {name} on Cluvio", text=f"{text}\n")
    try:
        session.deliveries.deliver(f"job/{context.job_id}/1", mail, log=context.log)
    except DeliveryFailed as error:
        raise JobFailure(str(error)) from error
    return {"sent": 1}


def _send(call: Call, user: Mapping[str, Any]) -> None:
    key = caller_of(call).user["id"]
    call.session.jobs.submit(call.api, INVITATION, {"user_id": user["id"]}, user_id=key)


def _pending(call: Call) -> Mapping[str, Any]:
    """The invited user. Raises a `Fault`: 404 for an unknown id, 422 for a user who has no open invitation."""
    user = found(call, USERS)
    if status_of(user) != "pending":
        raise invalid(f"The user is {status_of(user)} and has no pending invitation")
    return user


def _checked_address(call: Call, email: str | None) -> str:
    """The address. Raises a 422 `Fault` for one that is none, is taken, or is of a domain that is not registered."""
    if not email:
        raise invalid("email: can't be blank")
    if not is_address(email):
        raise invalid("email: is not an e-mail address")
    if any(user["attributes"]["email"].casefold() == email.casefold() for user in all_of(call, USERS)):
        raise invalid("email: belongs to a user already")
    domains = organization(call.session, call.api)["email_domains"]
    if domains and email.rpartition("@")[2].lower() not in domains:
        raise invalid(f"email: its domain is not registered with the organization; {', '.join(domains)} are")
    return email
