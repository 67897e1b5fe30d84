"""`bireme holistics`: reports as files, what there is, and the vendor's own command line tool."""

from __future__ import annotations

from . import attributes, dashboards, deliveries, exports, groups, objects, session, sources, users, vendor
from .group import DELIVERY, EXPORTS, PEOPLE, VENDOR_CLI, group, with_client

app = group(
    "holistics",
    "Holistics API v2.\n\nThe API key is read from --api-key-file, HOLISTICS_API_KEY, or ~/.holistics.yml, which login "
    "writes; the region from HOLISTICS_REGION (apac, eu, us), another host from HOLISTICS_HOST.",
)
app.command("export", rich_help_panel=EXPORTS)(exports.export)
app.add_typer(dashboards.app, rich_help_panel=EXPORTS)
app.command("widget", rich_help_panel=EXPORTS)(with_client(objects.widget))
app.add_typer(sources.app, rich_help_panel=EXPORTS)
app.command("dependencies", rich_help_panel=EXPORTS)(with_client(objects.dependencies))
app.command("job", rich_help_panel=EXPORTS)(with_client(objects.job))
app.add_typer(objects.jobs, rich_help_panel=EXPORTS)
app.add_typer(deliveries.schedules, rich_help_panel=DELIVERY)
app.add_typer(deliveries.alerts, rich_help_panel=DELIVERY)
app.command("me", rich_help_panel=PEOPLE)(with_client(objects.me))
app.add_typer(users.app, rich_help_panel=PEOPLE)
app.add_typer(groups.app, rich_help_panel=PEOPLE)
app.add_typer(attributes.app, rich_help_panel=PEOPLE)
app.command("login", rich_help_panel=VENDOR_CLI)(session.login)
app.add_typer(vendor.data_sources, rich_help_panel=VENDOR_CLI)
app.command("ds_list", rich_help_panel=VENDOR_CLI)(vendor.ds_list)
app.add_typer(vendor.imports, rich_help_panel=VENDOR_CLI)
app.command("job_show", rich_help_panel=VENDOR_CLI)(with_client(vendor.job_show))
app.command("version", rich_help_panel=VENDOR_CLI)(session.version)
app.command("help", rich_help_panel=VENDOR_CLI)(session.help)
