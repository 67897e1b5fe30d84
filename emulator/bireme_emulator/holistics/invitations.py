"""Invitations: adding people by their addresses, and the job that sends the mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Fault, Handlers
from bireme_emulator.kernel.delivery import DeliveryFailed, Email
from bireme_emulator.kernel.delivery.addresses import is_address
from bireme_emulator.kernel.jobs import JobFailure

from .jobs import submit
from .people import USERS, add_user, checked_group_ids, found, invitation_by, set_groups
from .refusals import cannot, invalid
from .users import status_of
from .views import API, caller_of

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["INVITATION", "handlers", "run_invitation"]

INVITATION = "user_invitation"

handlers = Handlers()


@handlers.operation("users_invite")
def users_invite(call: Call) -> Answer:
    """Add everybody or nobody; then start the job that sends the mail."""
    body: Mapping[str, Any] = call.body
    store, session = call.session.store, call.session
    with store.transaction():
        emails = _checked(call, body["emails"])
        group_ids, unknown = checked_group_ids(call, body.get("group_ids") or ())
        if unknown:
            problem = f"group_ids: there is no group {unknown[0]}"
            raise invalid(problem, "Take the ids of groups from the list of groups.")
        ids = [_add(call, email, body) for email in emails]
        set_groups(session, ids, group_ids, only=False)
        return _send(call, ids, "invite")  # kept together: nobody is added whose mail no job would send


@handlers.operation("users_resend_invite")
def users_resend_invite(call: Call) -> Answer:
    """Start a job that sends one invitation again."""
    user = found(call, USERS, call.path["id"])
    if status_of(user) != "pending":
        raise cannot(f"User {user['id']} has no open invitation: the user is {status_of(user)}.")
    return _send(call, [user["id"]], "resend_invite")


def run_invitation(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Send the mail, one to each of the invited; a job that runs again after a crash sends nothing twice.

    Users who are gone or have come in the meantime get none. Where a mail cannot be delivered the others still go out,
    and the job is a failure.
    """
    session, sent, failed = context.session, 0, 0
    for number, id in enumerate(params["user_ids"], start=1):
        if context.cancelled():
            raise JobFailure("Cancelled")
        user = session.store.get(API, USERS, id)
        if user is None or status_of(user) != "pending":
            context.log("INFO", f"User {id} has no open invitation any more, skipped")
            continue
        try:
            session.deliveries.deliver(f"job/{context.job_id}/{number}", _mail(user, params["url"]), log=context.log)
        except DeliveryFailed as error:
            context.log("ERROR", f"Invitation of user {id}: {error}")
            failed += 1
        else:
            sent += 1
    if failed:
        raise JobFailure(f"{failed} of {failed + sent} invitations could not be delivered; the log says why.")
    return {"sent": sent}


def _send(call: Call, ids: Sequence[int], action: str) -> Answer:
    source = {"type": "User", "id": ids[0], "action": action}
    return submit(call, INVITATION, {"user_ids": [*ids], "url": call.base_url}, source)


def _checked(call: Call, emails: Sequence[str]) -> Sequence[str]:
    """The addresses, all of them good. Raises a 422 `Fault` that lists those that cannot be invited."""
    if not emails:
        raise invalid("emails: nobody is to be invited", "Give at least one address.")
    known = {user["email"].casefold() for user in call.session.store.list(API, USERS)}
    bad = []
    seen: set[str] = set()
    for email in emails:
        folded = email.casefold()
        if not is_address(email):
            bad.append({"email": email, "reason": "is not an e-mail address"})
        elif folded in known:
            bad.append({"email": email, "reason": "belongs to a user already"})
        elif folded in seen:
            bad.append({"email": email, "reason": "is given more than once"})
        seen.add(folded)
    if bad:
        said = f"{len(bad)} of {len(emails)} addresses cannot be invited; nobody was."
        raise Fault(422, "InvalidEmailsInvitationError", said, extra={"data": bad})
    return emails


def _add(call: Call, email: str, body: Mapping[str, Any]) -> int:
    """Store an invited user; gives the id."""
    return add_user(
        call.session,
        email,
        body["role"],
        allow_authentication_token=body.get("allow_authentication_token", False),
        enable_export_data=body.get("enable_export_data", True),
        _invitation=invitation_by(caller_of(call).user, body.get("message")),
    )


def _mail(user: Mapping[str, Any], url: str) -> Email:
    invitation = user.get("_invitation") or {"by": "Your administrator", "message": ""}
    parts = [f"{invitation['by']} invites you to Holistics.", invitation["message"], f"Sign in at {url}"]
    text = "\n\n".join(part for part in parts if part)
    return Email(to=(user["email"],), subject="You are invited to Holistics", text=f"{text}\n")
