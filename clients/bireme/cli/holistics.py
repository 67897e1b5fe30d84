"""`bireme holistics`: exports, dashboards, widgets, jobs, and who the key belongs to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bireme._runtime.errors import InvalidInput
from bireme.holistics import Export, Holistics

from .output import INTERRUPTED, err, errors_as_text, fail, print_fields, print_json, print_table
from .progress import ExportProgress

app = typer.Typer(
    name="holistics",
    help=(
        "Holistics API v2. The key is read from HOLISTICS_API_KEY, the region from HOLISTICS_REGION (apac, eu, us), "
        "another host from HOLISTICS_HOST."
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)

BaseUrl = Annotated[
    str | None, typer.Option("--base-url", metavar="URL", help="API address with its prefix, e.g. an emulator's.")
]
Region = Annotated[str | None, typer.Option("--region", help="apac, eu or us; otherwise HOLISTICS_REGION, or apac.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", help="How long to wait for the job in all.")]

FORMATS = {".csv": "csv", ".xlsx": "xlsx", ".pdf": "pdf", ".parquet": "csv"}


def _client(base_url: str | None, region: str | None, timeout: float = 600.0) -> Holistics:
    return Holistics(base_url=base_url, region=region, timeout=timeout)


@app.command()
def export(
    widget: Annotated[int | None, typer.Argument(help="The widget's id: the _e part of its address.")] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to: .csv .xlsx .pdf .parquet; - is stdout.")
    ] = "-",
    format: Annotated[
        str | None, typer.Option("--format", "-f", help="csv, xlsx, pdf or parquet; otherwise by the file's ending.")
    ] = None,
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", metavar="TEXT", help="'ID OPERATOR VALUES', e.g. '2336 is UA AA'. Can be repeated."),
    ] = None,
    resume: Annotated[
        str | None, typer.Option("--resume", metavar="TOKEN", help="Go on with an export that was cut off.")
    ] = None,
    timeout: Timeout = 600.0,
    base_url: BaseUrl = None,
    region: Region = None,
) -> None:
    """Export a widget as a file: submit, wait, download.

    A progress bar shows on a terminal; nothing is printed in a pipe. Interrupted, it leaves no partial file and prints
    a token to go on from (--resume).

        bireme holistics export 4175 --output flights.csv --filter '2336 is UA AA'
    """
    with errors_as_text():
        kind = _kind(output, format)
        if (widget is None) == (resume is None):
            fail("Give a widget's id, or --resume TOKEN.", 2)
        with _client(base_url, region, timeout) as h:
            if resume is not None:
                handle = _resumed(h, resume)
            else:
                assert widget is not None
                handle = h.export_widget(widget, format=_vendor_format(kind), filters=filters or (), wait=False)
            _deliver(handle, output, kind)


def _kind(output: str, format: str | None) -> str:
    """The kind of file that is asked for."""
    if format is not None:
        if f".{format}" not in FORMATS:
            raise InvalidInput("--format", format, "is not a format", "Use csv, xlsx, pdf or parquet")
        return format
    if output == "-":
        return "csv"
    suffix = Path(output).suffix.lower()
    if suffix not in FORMATS:
        raise InvalidInput(
            "--output", output, "does not say the format", "End it in .csv, .xlsx, .pdf or .parquet, or add --format"
        )
    return suffix[1:]


def _vendor_format(kind: str) -> str:
    return FORMATS[f".{kind}"]


def _resumed(h: Holistics, token: str) -> Export:
    handle = h.resume(token)
    if not isinstance(handle, Export):
        raise InvalidInput("--resume", token, "is not an export's", "See `bireme holistics job ID`")
    return handle


def _deliver(handle: Export, output: str, kind: str) -> None:
    """Waits and writes; on Ctrl-C says how to go on."""
    with ExportProgress(err, f"Export {handle.id}") as progress:
        try:
            handle.wait(on_progress=progress.waiting)
            if output == "-":
                handle.to_file(sys.stdout.buffer, format=kind, on_progress=progress.transferred)
            else:
                handle.to_file(Path(output), format=kind, on_progress=progress.transferred)
        except KeyboardInterrupt:
            progress.stop()
            _interrupted(handle)
    if output != "-" and err.is_terminal:
        err.print(f"Wrote {output} ({Path(output).stat().st_size:,} bytes)", markup=False)


def _interrupted(handle: Export) -> NoReturn:
    err.print("Interrupted; the export goes on at Holistics. Go on with:", markup=False)
    err.print(f"bireme holistics export --resume '{handle.resume_token}'", markup=False)
    raise typer.Exit(INTERRUPTED)


@app.command()
def dashboards(json: Json = False, base_url: BaseUrl = None, region: Region = None) -> None:
    """List the dashboards that the key may see."""
    with errors_as_text(), _client(base_url, region) as h:
        found = list(h.dashboards.iter())
        if json:
            print_json([dashboard.to_dict() for dashboard in found])
            return
        rows = [(d.id, d.title, len(d.widgets or ()), d.url or "") for d in found]
        print_table(("id", "title", "widgets", "url"), rows, "No dashboards that this key may see.")


@app.command()
def widget(
    id: Annotated[int, typer.Argument(help="The widget's id.")],
    json: Json = False,
    base_url: BaseUrl = None,
    region: Region = None,
) -> None:
    """Show a widget and the filters of its dashboard."""
    with errors_as_text(), _client(base_url, region) as h:
        found = h.dashboard_widgets.get(id, include_dashboard=True, include_report=True, include_url=True)
        if json:
            print_json(found.to_dict())
            return
        shown = found.to_dict()
        dashboard = shown.get("dashboard") or {}
        report = shown.get("query_report") or {}
        print_fields(
            {
                "id": shown.get("id"),
                "title": shown.get("source_title"),
                "chart": (report.get("viz_setting") or {}).get("viz_type"),
                "dashboard": f"{dashboard.get('id')} {dashboard.get('title')}",
                "may export": _allowed(shown.get("permissions") or {}),
                "url": shown.get("url"),
            }
        )
        filters = dashboard.get("dynamic_filters") or []
        rows = [
            (f.get("id"), (f.get("definition") or {}).get("label"), (f.get("definition") or {}).get("filter_type"))
            for f in filters
        ]
        print_table(("filter", "label", "type"), rows, "Its dashboard has no filters.")


def _allowed(permissions: dict[str, Any]) -> str:
    words = [("file", "can_export"), ("data", "can_export_data")]
    return ", ".join(word for word, key in words if permissions.get(key)) or "nothing"


@app.command()
def job(
    id: Annotated[int, typer.Argument(help="The job's id.")],
    logs: Annotated[bool, typer.Option("--logs", help="Print its log too.")] = False,
    json: Json = False,
    base_url: BaseUrl = None,
    region: Region = None,
) -> None:
    """Show a job's state, and its log with --logs."""
    with errors_as_text(), _client(base_url, region) as h:
        record = h.jobs.get(id).to_dict()
        lines = [line.to_dict() for line in h.jobs.get_logs(id)] if logs else []
        if json:
            print_json({**record, "logs": lines} if logs else record)
            return
        print_fields(record)
        if logs:
            rows = [(line.get("timestamp"), line.get("level"), line.get("message")) for line in lines]
            print_table(("time", "level", "message"), rows, "The job's log is empty.")


@app.command()
def me(json: Json = False, base_url: BaseUrl = None, region: Region = None) -> None:
    """Show whose key this is."""
    with errors_as_text(), _client(base_url, region) as h:
        user = h.users.me().to_dict()
        if json:
            print_json(user)
        else:
            print_fields(user)
