"""The work behind an invitation: a mail to the new user."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.views import API
from bireme_emulator.kernel.delivery import DeliveryFailed, DeliveryInDoubt, Email
from bireme_emulator.kernel.jobs import JobFailure

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["INVITATION", "run_invitation"]

INVITATION = "legacy_invitation"


def run_invitation(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Write to the new user, in the name of the one who invites."""
    session = context.session
    user = session.store.get(API, "users", params["user_id"])
    if user is None:
        raise JobFailure(f"There is no user {params['user_id']} any more.")
    owner = session.store.get(API, "users", context.user_id or 0)
    inviter = (owner["name"] if owner is not None else None) or "A colleague"
    text = params["message"] or f"{inviter} invites you to look at data together."
    email = Email(to=(user["email"],), subject=f"{inviter} has invited you", text=text)
    try:
        session.deliveries.deliver(
            f"legacy-invitation/{context.job_id}", email, log=context.log, stop=context.cancelled
        )
    except (DeliveryFailed, DeliveryInDoubt) as error:
        raise JobFailure(str(error)) from error
    return {"user_id": user["id"]}
