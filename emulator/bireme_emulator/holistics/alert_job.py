"""The job behind an alert: look at the widget, and send word if its conditions hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.kernel.delivery import Message
from bireme_emulator.kernel.jobs import JobFailure
from bireme_emulator.kernel.query import Preview, QueryCancelled, QueryError

from .attribute_values import values_of
from .letters import ROWS_SHOWN, Letter, email_of, send, slack_posts
from .schedule_checks import as_submitted
from .titles import expanded, local_day
from .views import dashboard_url
from .viz_conditions import narrowed
from .widget_query import catalog_of, compiled_widget, stored

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["run_alert"]


def run_alert(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Send the rows that meet an alert's conditions, if there are any.

    `params` has `alert_id` or, to try one out, the `alert` itself; `due` (what dates count from) and maybe `base_url`.
    The result says whether it was sent and how many rows there are. It runs with the rights of the alert's owner.
    """
    session, now = context.session, datetime.fromisoformat(params["due"])
    alert = params["alert"] if "alert" in params else stored(session, "data_alerts", params["alert_id"])
    named = f"Alert {alert['id']}" if "id" in alert else "Trial of an alert"
    context.log("INFO", f"{named}: {alert['title']}, for {now:%Y-%m-%d %H:%M} UTC")
    widget = stored(session, "dashboard_widgets", alert["source_id"])
    dashboard = stored(session, "dashboards", widget["_dashboard_id"])
    found = _rows(context, alert, widget, dashboard, now)
    if found.total == 0:
        context.log("INFO", "Nothing was sent, because no row meets the conditions")
        return {"sent": 0, "rows": 0}
    context.log("INFO", f"{found.total:,} rows meet the conditions")
    base_url = params.get("base_url") or alert.get("_base_url")
    link = f"{dashboard_url(base_url, dashboard)}?_e={widget['id']}" if base_url else None
    sent = send(context, _messages(context, alert, widget, found, link, now))
    return {"sent": sent, "rows": found.total}


def _rows(
    context: JobContext,
    alert: Mapping[str, Any],
    widget: Mapping[str, Any],
    dashboard: Mapping[str, Any],
    now: datetime,
) -> Preview:
    """The rows of the widget that meet the conditions, the first of them as values."""
    session = context.session
    owner = stored(session, "users", alert["_owner_id"])
    roles = dashboard.get("_visible_to")
    if roles is not None and owner["role"] not in roles:
        raise JobFailure(f"Dashboard {dashboard['id']} is not shared with {owner['email']}, to whom the alert belongs.")
    report = stored(session, "query_reports", widget["source_id"])
    try:
        presets = as_submitted(alert["dynamic_filter_presets"])
        query = compiled_widget(session, owner, dashboard, widget, presets, now)
        compiled = narrowed(
            catalog_of(session),
            report,
            query.compiled,
            alert.get("viz_conditions") or (),
            attributes=values_of(session, "User", owner["id"]),
            now=now,
        )
        found: Preview = session.engine.preview(compiled, ROWS_SHOWN, cancelled=context.cancelled)
    except ConditionError as error:
        raise JobFailure(str(error)) from error
    except QueryCancelled as error:
        raise JobFailure("Cancelled") from error
    except QueryError as error:
        raise JobFailure(error.message) from error
    return found


def _messages(
    context: JobContext,
    alert: Mapping[str, Any],
    widget: Mapping[str, Any],
    found: Preview,
    link: str | None,
    now: datetime,
) -> list[Message]:
    dest = alert["dest"]
    title = expanded(dest.get("title") or alert["title"], local_day(context.session, now))
    letter = Letter(title, link=link)
    said = (dest.get("options") or {}).get("body_text") if dest["type"] == "EmailDest" else dest.get("message")
    if said:
        letter.lines.append(said)
    letter.add_table(widget["source_title"], found)
    return [email_of(letter, dest)] if dest["type"] == "EmailDest" else [*slack_posts(letter, dest)]
