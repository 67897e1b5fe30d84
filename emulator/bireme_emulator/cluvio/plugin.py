"""The Cluvio API as plugins of the kernel: an API server and a data server in each location, with a state per location.

An API server and the data server beside it share the location's state; the two locations share nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.context import ApiPlugin, Handlers

from . import (
    alert_job,
    arranging,
    dashboard_copies,
    dashboard_groups,
    dashboard_schedules,
    dashboard_status,
    dashboards,
    data_handlers,
    datasource_agents,
    datasources,
    execution_handlers,
    export_job,
    export_jobs,
    filters,
    report_data,
    reports,
    schedule_job,
    sharing,
    sql_alerts,
    sql_snippets,
    user_groups,
    user_invites,
    users,
)
from .access import KeyAuthenticator, TokenAuthenticator, put_key
from .data_tokens import read_token
from .execution_job import run_execution
from .executions import JOB
from .refusals import VND_API, answer_fault, render
from .seeding import LOCATIONS, objects, seed
from .timers import fire, timers

if TYPE_CHECKING:
    from types import ModuleType

    from bireme_emulator.kernel.jobs import JobRunner

__all__ = ["MANAGE_KEY", "api_server", "data_server", "make_plugins"]

MANAGE_KEY = "cluvio-demo-manage-key-0001"

_API_MODULES: tuple[ModuleType, ...] = (
    arranging,
    dashboard_copies,
    dashboard_groups,
    dashboard_schedules,
    dashboard_status,
    dashboards,
    datasource_agents,
    datasources,
    execution_handlers,
    export_jobs,
    filters,
    report_data,
    reports,
    sharing,
    sql_alerts,
    sql_snippets,
    user_groups,
    user_invites,
    users,
)
_DATA_MODULES: tuple[ModuleType, ...] = (data_handlers,)
_JOBS: dict[str, JobRunner] = {
    JOB: run_execution,
    alert_job.JOB: alert_job.run_alert,
    sharing.NOTICE: sharing.run_notice,
    export_job.JOB: export_job.run_export,
    schedule_job.JOB: schedule_job.run_schedule,
    user_invites.INVITATION: user_invites.run_invitation,
}
_SAME_MEDIA = frozenset({VND_API, "application/json"})


def make_plugins(bundle: dict[str, Any]) -> list[ApiPlugin]:
    """The plugins for the bundle of the Cluvio specification: `cluvio_eu`, `cluvio_eu_data`, and the same for `us`.

    Example: `make_plugins(load_bundle("cluvio"))[0].ready("http://127.0.0.1:8900/cluvio/eu/api")["eu"]["api"]`
    """
    api_handlers, data_handlers = _handlers(_API_MODULES), _handlers(_DATA_MODULES)
    plugins = []
    for location in LOCATIONS:
        plugins += [api_server(bundle, location, api_handlers), data_server(bundle, location, data_handlers)]
    return plugins


def api_server(bundle: dict[str, Any], location: str, handlers: Handlers) -> ApiPlugin:
    """The API server of a location (`eu`)."""
    api = f"cluvio_{location}"
    return ApiPlugin(
        name=api,
        authenticate=KeyAuthenticator(api),
        handlers=handlers,
        mount=f"/cluvio/{location}/api",
        ready=lambda root: {location: {"api": root}, "key": MANAGE_KEY},
        seed=lambda session: seed(session, api),
        objects=lambda session: objects(session, api),
        job_kinds=_JOBS,
        timers=lambda session: timers(session, api),
        fire=lambda session, key, due: fire(session, api, key, due),
        server="api",
        aliases={"PUT": "PATCH"},
        make_key=lambda session, given: put_key(session, api, **given),
        **_common(bundle),
    )


def data_server(bundle: dict[str, Any], location: str, handlers: Handlers) -> ApiPlugin:
    """The data server of a location, which shares the state of its API server."""
    api = f"cluvio_{location}"
    return ApiPlugin(
        name=f"{api}_data",
        authenticate=TokenAuthenticator(api, read_token),
        handlers=handlers,
        mount=f"/cluvio/{location}/data",
        ready=lambda root: {location: {"data": root}},
        seed=lambda session: None,
        state=api,
        mounted_as=api,
        server="data",
        **_common(bundle),
    )


def _common(bundle: dict[str, Any]) -> dict[str, Any]:
    return {
        "bundle": bundle,
        "render_fault": render,
        "answer_fault": answer_fault,
        "secret_headers": frozenset({"authorization"}),
        "ready_as": "cluvio",
        "same_media": _SAME_MEDIA,
    }


def _handlers(modules: tuple[ModuleType, ...]) -> Handlers:
    handlers = Handlers()
    for module in modules:
        handlers.include(module.handlers)
    return handlers
