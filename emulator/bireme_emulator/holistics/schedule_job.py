"""The job behind a schedule: run its source, make what is asked for, deliver it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from bireme_emulator.holistics.conditions import ConditionError
from bireme_emulator.kernel.delivery import FileDrop
from bireme_emulator.kernel.jobs import JobFailure

from .attachments import Paper, Results
from .letters import ROWS_SHOWN, Letter, email_of, send, slack_posts
from .schedule_checks import as_submitted
from .titles import expanded, local_day
from .views import charts_of, dashboard_url, slug
from .widget_query import WidgetQuery, compiled_report, compiled_widget, stored

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext

__all__ = ["check_shared", "mail", "run_schedule", "source_link"]

_TABLES = ("data_table", "pivot_table", "metric_sheet")
_PER_CHART = ("csv", "txt", "xlsx", "excel", "csv_formatted_data")


def run_schedule(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Send what a schedule says. `params` has `schedule_id`, `due` (what dates count from) and maybe `base_url`.

    The job's result is the number of deliveries. It runs with the rights of the schedule's owner, whoever started it.
    """
    record = stored(context.session, "data_schedules", params["schedule_id"])
    now = datetime.fromisoformat(params["due"])
    dest = record["dest"]
    kind, id = record["source_type"], record["source_id"]
    source = stored(context.session, "query_reports" if kind == "QueryReport" else "dashboards", id)
    context.log("INFO", f"Schedule {record['id']}: {kind} {id}, {source['title']}, for {now:%Y-%m-%d %H:%M} UTC")
    queries = _queries(context, record, source, now)
    title = expanded(dest.get("title") or "", local_day(context.session, now)) or source["title"]
    link = source_link(kind, source, params.get("base_url") or record.get("_base_url"))
    if dest["type"] == "EmailDest":
        return mail(context, dest, source["title"], queries, Letter(title, link=link))
    if dest["type"] == "SlackDest":
        return _post(context, dest, source["title"], queries, Letter(title, link=link))
    return _drop(context, dest, queries)


def _queries(
    context: JobContext, record: Mapping[str, Any], source: Mapping[str, Any], now: datetime
) -> list[WidgetQuery]:
    """The queries of the source, or of what is selected of it."""
    session = context.session
    owner = stored(session, "users", record["_owner_id"])
    if record["source_type"] == "QueryReport":
        return [compiled_report(session, source, now)]
    check_shared(source, owner)
    charts = charts_of(session, source["id"])
    wanted = _selected(record["dest"])
    if wanted is not None:
        charts = [chart for chart in charts if str(chart["id"]) in wanted]
    if not charts:
        raise JobFailure(f"Dashboard {source['id']} has none of the charts that are to be sent.")
    submitted = as_submitted(record["dynamic_filter_presets"])
    try:
        return [compiled_widget(session, owner, source, chart, submitted, now) for chart in charts]
    except ConditionError as error:
        raise JobFailure(str(error)) from error


def _selected(dest: Mapping[str, Any]) -> set[str] | None:
    """The ids of the charts that a destination takes, or `None` for all."""
    if dest.get("dashboard_widget_id") is not None:
        return {str(dest["dashboard_widget_id"])}
    options = dest.get("options") or {}
    if options.get("selected_type") == "widget":
        return {str(value) for value in options["selected_values"]}
    return None


def check_shared(dashboard: Mapping[str, Any], owner: Mapping[str, Any]) -> None:
    """Raises `JobFailure` when a dashboard is not shared with the owner of a schedule."""
    roles = dashboard.get("_visible_to")
    if roles is not None and owner["role"] not in roles:
        id = dashboard["id"]
        raise JobFailure(f"Dashboard {id} is not shared with {owner['email']}, to whom the schedule belongs.")


def source_link(kind: str, source: Mapping[str, Any], base_url: str | None) -> str | None:
    """The web address of a report or dashboard below the address that its schedule is known under, if any is."""
    if not base_url:
        return None
    if kind == "QueryReport":
        return f"{base_url}/queries/{source['id']}-{slug(source['title'])}"
    return dashboard_url(base_url, source)


def mail(
    context: JobContext, dest: Mapping[str, Any], title: str, queries: list[WidgetQuery], letter: Letter
) -> dict[str, Any]:
    """Send results as the options of `dest` want them; the job's result is the number of mails.

    `title` names the results as a whole, `letter` has title and link. Raises `JobFailure`.
    """
    options = dest.get("options") or {}
    formats = _formats(options.get("attachment_formats") or ())
    preview, unless_empty = options.get("preview", False), options.get("dont_send_when_empty", False)
    if options.get("body_text"):
        letter.lines.append(options["body_text"])
    if not options.get("include_report_link", True):
        letter.link = None
    queries = _with_filters(letter, queries, shown=options.get("include_filters", True))
    if not (formats or preview or unless_empty):
        return {"sent": send(context, [email_of(letter, dest)])}
    once = len(formats) == 1 and formats[0] in _PER_CHART and not preview and not unless_empty
    with Results(context, title, queries, keep=not once) as results:
        if unless_empty and results.is_empty():
            context.log("INFO", "Nothing was sent, because there are no rows")
            return {"sent": 0}
        if preview:
            _show(results, letter)
        paper = Paper(header=options.get("include_header", True))
        attachments = [file for name in formats for file in results.attachments(name, paper)]
        _say_failures(letter, results)
        return {"sent": send(context, [email_of(letter, dest, attachments)])}


def _post(
    context: JobContext, dest: Mapping[str, Any], title: str, queries: list[WidgetQuery], letter: Letter
) -> dict[str, Any]:
    """A post has a picture of the source."""
    if dest.get("message"):
        letter.lines.append(dest["message"])
    queries = _with_filters(letter, queries, shown=not dest.get("hide_filters", False))
    with Results(context, title, queries, keep=True) as results:
        picture = results.attachments("png")
        _say_failures(letter, results)
        return {"sent": send(context, slack_posts(letter, dest, picture))}


def _drop(context: JobContext, dest: Mapping[str, Any], queries: list[WidgetQuery]) -> dict[str, Any]:
    """One file for another machine."""
    source = stored(context.session, "data_sources", dest["data_source_id"])
    paper = Paper(header=dest.get("include_header", True), separator=dest.get("separator") or ",")
    with Results(context, queries[0].title, queries, keep=False) as results:
        (file,) = results.attachments(dest.get("format") or "csv", paper)
        kind: Literal["sftp", "adls"] = "sftp" if dest["type"] == "SftpDest" else "adls"
        return {"sent": send(context, [FileDrop(kind, str(source["id"]), dest["file_path"], file)])}


def _formats(asked: Any) -> list[str]:
    """The formats asked for, each once; `excel` is another word for `xlsx`."""
    return list(dict.fromkeys("xlsx" if name == "excel" else name for name in asked))


def _with_filters(letter: Letter, queries: list[WidgetQuery], *, shown: bool) -> list[WidgetQuery]:
    """Say in the letter which filters are set, each wording once; or take them off pictures as well."""
    if not shown:
        return [replace(query, filters="") for query in queries]
    said = dict.fromkeys(query.filters for query in queries if query.filters)
    if said:
        letter.lines.append("\n".join(f"Filters: {words}" for words in said))
    return queries


def _say_failures(letter: Letter, results: Results) -> None:
    if results.failed:
        letter.lines.append(f"Could not be run: {', '.join(results.failed)}.")


def _show(results: Results, letter: Letter) -> None:
    """Show each result in the mail: tables as tables, charts as pictures."""
    for query, preview, png in results.shown(ROWS_SHOWN, _TABLES):
        if preview is not None:
            letter.add_table(query.title, preview)
        else:
            letter.add_picture(query.title, png)
