"""`bireme cluvio`: queries, reports and dashboards as tables and files, and what there is at Cluvio."""

from __future__ import annotations

from . import content, dashboard, deliveries, exports, people, queries, sources
from .group import CONTENT, DATA, DELIVERY, PEOPLE, SOURCES, group, with_client, with_connection

app = group(
    "cluvio",
    "Cluvio API 2024-06-01.\n\nThe API key is read from --api-key-file or CLUVIO_API_KEY; the location from --location "
    "or CLUVIO_LOCATION (eu, us), other servers from CLUVIO_API_URL and CLUVIO_DATA_URL. The vendor's page has lost "
    "the paths of its operations: most that are used here are inferred.",
)
app.command("query", rich_help_panel=DATA)(with_connection(queries.query))
app.command("report", rich_help_panel=DATA)(with_connection(queries.report))
app.command("dashboard", rich_help_panel=DATA)(with_connection(dashboard.dashboard))
app.add_typer(exports.app, rich_help_panel=DATA)
app.command("schema", rich_help_panel=DATA)(with_client(queries.schema))
app.command("resume", rich_help_panel=DATA)(with_connection(queries.resume))
for _group in (content.dashboards, content.dashboard_groups, content.reports, content.filters, content.snippets):
    app.add_typer(_group, rich_help_panel=CONTENT)
for _group in (sources.datasources, sources.agents, sources.executions):
    app.add_typer(_group, rich_help_panel=SOURCES)
for _group in (deliveries.alerts, deliveries.schedules):
    app.add_typer(_group, rich_help_panel=DELIVERY)
for _group in (people.users, people.groups):
    app.add_typer(_group, rich_help_panel=PEOPLE)
