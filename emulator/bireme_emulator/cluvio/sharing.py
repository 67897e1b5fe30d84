"""Who may see a dashboard: setting it, and the mail to those who gain access (vendor page, Share Dashboard).

What a dashboard is shared with is kept as the ids of user groups; the modes for everybody and for all analysts stand
for the built-in ones. The owner and the administrators see a dashboard in any case.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import Answer, Call, Handlers
from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, Email
from bireme_emulator.kernel.jobs import JobFailure

from .access import caller_of
from .answers import answer_to, reports_on
from .dashboards import KIND, found_dashboard
from .inputs import Inputs, InputsError
from .organization import organization, time_zone
from .people import ALL_ANALYSTS, ALL_USERS, GROUPS, USERS, behavior_of, members_of, status_of
from .pictures import dashboard_picture
from .records import all_of, changed, find, ids_of
from .refusals import invalid

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["NOTICE", "handlers", "run_notice"]

NOTICE = "cluvio_sharing_notice"

handlers = Handlers()


@handlers.operation("shareDashboard")
def share_dashboard(call: Call) -> Answer:
    """Share with these groups and no others; start the job that tells those who could not see it before, if wanted."""
    body: Mapping[str, Any] = call.body
    with call.session.store.transaction():
        dashboard = found_dashboard(call)
        before = _audience(call, dashboard)
        dashboard = changed(call, KIND, dashboard, relationships={GROUPS: _group_ids(call, body)})
        gained = sorted(_audience(call, dashboard) - before)
        if body.get("notify_new_users") and gained:
            params = {
                "dashboard_id": dashboard["id"],
                "user_ids": gained,
                "thumbnail": bool(body.get("include_thumbnail")),
            }
            source = {"type": "Dashboard", "id": dashboard["id"], "action": "share"}
            call.session.jobs.submit(call.api, NOTICE, params, user_id=caller_of(call).user["id"], source=source)
    return Answer(204)


def run_notice(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Send one mail to each; a job that runs again after a crash sends nothing twice.

    Who is gone by now gets none. Where a mail cannot be delivered the others still go out, and the job is a failure.
    """
    session, api = context.session, context.api
    dashboard = session.store.get(api, KIND, params["dashboard_id"])
    if dashboard is None:
        context.log("INFO", "The dashboard is gone; nobody is told")
        return {"sent": 0}
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="bireme-thumbnail-") as folder:
        pictures = _pictures(context, dashboard, Path(folder)) if params["thumbnail"] else ()
        for id in params["user_ids"]:
            if context.cancelled():
                raise JobFailure("Cancelled")
            outcomes.append(_tell(context, dashboard, id, pictures))
    if False in outcomes:
        failed, tried = outcomes.count(False), len(outcomes) - outcomes.count(None)
        raise JobFailure(f"{failed} of {tried} mails could not be delivered; the log says why.")
    return {"sent": outcomes.count(True)}


def _tell(
    context: JobContext, dashboard: Mapping[str, Any], user_id: str, pictures: tuple[Attachment, ...]
) -> bool | None:
    """Send a user the mail; whether that went well, `None` where the user cannot log in any more."""
    session, api = context.session, context.api
    user = session.store.get(api, USERS, user_id)
    if user is None or status_of(user) != "active":
        context.log("INFO", f"User {user_id} has no account any more, skipped")
        return None
    mail = _mail(organization(session, api)["name"], dashboard, user, pictures)
    try:
        session.deliveries.deliver(f"job/{context.job_id}/{user_id}", mail, log=context.log, stop=context.cancelled)
    except DeliveryFailed as error:
        context.log("ERROR", f"Mail to user {user_id}: {error}")
        return False
    return True


def _pictures(context: JobContext, dashboard: Mapping[str, Any], folder: Path) -> tuple[Attachment, ...]:
    """The dashboard with its default inputs; none where it cannot be drawn, which is no reason to tell nobody."""
    path = folder / "dashboard.png"
    try:
        inputs = Inputs.of(None, dashboard, str(time_zone(context.session, context.api)))
        reports = reports_on(context.session, context.api, dashboard["id"])
        answers = [(report, answer_to(context, report, dashboard, inputs)) for report in reports]
        path.write_bytes(dashboard_picture(context, dashboard, answers, inputs, "png"))
    except (InputsError, JobFailure) as error:
        if context.cancelled():
            raise
        context.log("ERROR", f"The mails go without the thumbnail: {error}")
        return ()
    return (Attachment(path.name, "image/png", path),)


def _group_ids(call: Call, body: Mapping[str, Any]) -> list[str]:
    """The groups that a request shares with. Raises a 422 `Fault` for unknown ones, and for none with `custom`."""
    mode, wanted = body["share_mode"], [*dict.fromkeys(body.get("user_group_ids") or ())]
    if mode != "custom":
        wanted = [] if mode == "none" else [mode]  # the groups named besides are for another mode
    elif not wanted:
        raise invalid("user_group_ids: name the groups to share with; the mode none shares with nobody")
    built_in = {behavior_of(group): group["id"] for group in all_of(call, GROUPS) if behavior_of(group)}
    ids = [built_in.get(name, name) if name in (ALL_USERS, ALL_ANALYSTS) else name for name in wanted]
    unknown = [name for name, id in zip(wanted, ids, strict=True) if find(call, GROUPS, id) is None]
    if unknown:
        raise invalid(*(f"user_group_ids: there is no user group {name!a:.80}" for name in unknown))
    return [*dict.fromkeys(ids)]


def _audience(call: Call, dashboard: Mapping[str, Any]) -> set[str]:
    """The ids of the users who see a dashboard and can log in."""
    groups = [group for id in ids_of(dashboard, GROUPS) if (group := find(call, GROUPS, id)) is not None]
    shared = [user for group in groups for user in members_of(call, group)]
    admins = [user for user in all_of(call, USERS) if user["attributes"]["role"] == "admin"]
    return {user["id"] for user in [*shared, *admins] if status_of(user) == "active"} | {*ids_of(dashboard, "user")}


def _mail(
    organization_name: str,
    dashboard: Mapping[str, Any],
    user: Mapping[str, Any],
    pictures: tuple[Attachment, ...],
) -> Email:
    name, said = dashboard["attributes"]["name"], dashboard["attributes"].get("description")
    greeting = f"Hello {user['attributes']['firstname']}," if user["attributes"].get("firstname") else "Hello,"
    lines = [
        greeting,
        f"the dashboard {name} of {organization_name} is now shared with you.",
        *([said] if said else []),
    ]
    text = "\n\n".join(lines) + "\n"
    return Email((user["attributes"]["email"],), f"{name} is now shared with you", text, pictures)
