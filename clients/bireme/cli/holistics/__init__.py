"""`bireme holistics`: reports as files, what there is, and the vendor's own command line tool."""

from __future__ import annotations

from . import dashboards, exports, objects, session
from .group import EXPORTS, VENDOR_CLI, group, with_client

app = group(
    "holistics",
    "Holistics API v2.\n\nThe API key is read from --api-key-file, HOLISTICS_API_KEY, or ~/.holistics.yml, which login "
    "writes; the region from HOLISTICS_REGION (apac, eu, us), another host from HOLISTICS_HOST.",
)
app.command("export", rich_help_panel=EXPORTS)(exports.export)
app.add_typer(dashboards.app, rich_help_panel=EXPORTS)
app.command("widget", rich_help_panel=EXPORTS)(with_client(objects.widget))
app.command("job", rich_help_panel=EXPORTS)(with_client(objects.job))
app.command("me", rich_help_panel=EXPORTS)(with_client(objects.me))
app.command("login", rich_help_panel=VENDOR_CLI)(session.login)
app.command("version", rich_help_panel=VENDOR_CLI)(session.version)
app.command("help", rich_help_panel=VENDOR_CLI)(session.help)
