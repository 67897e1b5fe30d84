"""The Holistics API as a plugin of the kernel: its ways of authentication, its errors, its limits, its seed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import bireme_emulator.workspace
from bireme_emulator.kernel.context import ApiPlugin, Handlers
from bireme_emulator.kernel.yamlfiles import read_yaml

from . import (
    dashboard_widgets,
    dashboards,
    data_alerts,
    data_models,
    data_schedules,
    data_sets,
    data_sources,
    dependencies,
    exports,
    groups,
    invitations,
    jobs,
    query_reports,
    timers,
    user_attribute_entries,
    user_attributes,
    users,
)
from .alert_job import run_alert
from .authentication import KEY_HEADER, KEYS, Authenticator
from .data_jobs import CACHE_BUST, IMPORT_DROP, run_cache_bust, run_import_drop
from .export_job import run_export
from .filter_states import dashboard_page
from .imported import put_imported
from .owned import ALERTS, SCHEDULES
from .people import ENTRIES, put_people
from .preload_job import run_preload
from .refusals import FAULT_TYPES, render
from .schedule_job import run_schedule
from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["ADMIN_KEY", "PREFIX", "make_plugin", "seed"]

ADMIN_KEY = "holistics-demo-admin-key-0001"
PREFIX = "/api/v2"
_USERS_FILE = "users.yaml"
_NO_OBJECTS = (KEYS, ENTRIES)


def make_plugin(bundle: dict[str, Any]) -> ApiPlugin:
    """The plugin for the bundle of the Holistics specification.

    Example: `make_plugin(json.loads(path.read_text())).ready("http://127.0.0.1:8900/holistics")["url"]`
    """
    limits = bundle["x-rate-limits"]
    handlers = Handlers()
    authenticate = Authenticator(bundle["x-roles"])
    people = (users, invitations, groups, user_attributes, user_attribute_entries)
    content = (dashboards, dashboard_widgets, data_schedules, data_alerts, jobs, exports)
    data = (data_sources, data_sets, data_models, query_reports, dependencies)
    for module in (*people, *content, *data):
        handlers.include(module.handlers)
    return ApiPlugin(
        name=API,
        bundle=bundle,
        mount="/holistics",
        prefix=PREFIX,
        handlers=handlers,
        authenticate=authenticate,
        render_fault=render,
        seed=seed,
        job_kinds={
            dashboard_widgets.EXPORT: run_export,
            dashboards.PRELOAD: run_preload,
            invitations.INVITATION: invitations.run_invitation,
            data_schedules.EXECUTE: run_schedule,
            data_alerts.EXECUTE: run_alert,
            CACHE_BUST: run_cache_bust,
            IMPORT_DROP: run_import_drop,
        },
        rate_levels={int(level): count for level, count in limits["levels"].items()},
        rate_window=float(limits["window"]),
        secret_headers=frozenset({KEY_HEADER}),
        ready=lambda root: {"url": root + PREFIX, "key": ADMIN_KEY},
        fault_types=FAULT_TYPES,
        objects=objects,
        imported=put_imported,
        timers=timers.timers,
        fire=timers.fire,
        pages="/dashboards",
        page=lambda *request: dashboard_page(authenticate, *request),
    )


def objects(session: Session) -> dict[str, list[dict[str, Any]]]:
    """What the session has, as `{kind: [{id, name}]}`: what is stored under a name, and the filters of dashboards."""
    found = {kind: session.store.list(API, kind) for kind in session.store.kinds(API) if kind not in _NO_OBJECTS}
    listed = {kind: [{"id": body["id"], "name": _name(body)} for body in bodies] for kind, bodies in found.items()}
    filters = [filter for dashboard in found.get("dashboards", ()) for filter in dashboard["dynamic_filters"]]
    listed["dynamic_filters"] = [{"id": one["id"], "name": one["definition"]["label"]} for one in filters]
    return listed


def _name(body: Any) -> str | None:
    return next((body[key] for key in ("name", "title", "source_title", "email") if body.get(key)), None)


def seed(session: Session) -> None:
    """Fill a new session from the workspace: its objects, its users and their keys.

    A workspace of one's own may have a `users.yaml`; without one it has the people of the demo.
    """
    workspace, began = session.workspace, {"_since": session.clock.now().isoformat()}
    with session.store.transaction():
        for kind, objects in workspace.objects.items():
            since = began if kind in (SCHEDULES.kind, ALERTS.kind) else {}
            for body in objects:
                session.store.put(API, kind, body["id"], {**body, **since})
        put_people(session, _people(str(workspace.name)))


def _people(workspace: str) -> dict[str, list[dict[str, Any]]]:
    own, demo = Path(workspace) / _USERS_FILE, Path(bireme_emulator.workspace.__file__).with_name(_USERS_FILE)
    chosen = own if own.is_file() else demo
    people: dict[str, list[dict[str, Any]]] = read_yaml(chosen)
    return people
