"""The control API: what a test or a person does to the emulator itself. Its document is `control.openapi.yaml`."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from .clock import new_token
from .context import Answer, ApiPlugin, Call, Caller, Fault, Handlers
from .faults import FaultConflict, FaultRule
from .files import FileGone
from .frozen import thaw
from .imports import ImportRefused, import_csv
from .jobs import JobRefused
from .journal import Entry
from .sessions import Session, Sessions

__all__ = ["control_plugin", "delivery_view", "describe_workspace", "job_view", "load_document", "make_key"]

_LINK = 3600.0  # virtual seconds that a link to an attachment opens it
_TYPES = {
    400: "InvalidRequest",
    404: "NotFound",
    405: "MethodNotAllowed",
    409: "Conflict",
    413: "BodyTooLarge",
    415: "WrongMediaType",
    500: "EmulatorError",
    503: "TooManySessions",
}


def load_document() -> dict[str, Any]:
    """The OpenAPI document of the control API."""
    import yaml  # only here: reading it takes a moment, and only who uses the control API needs it

    text = Path(__file__).with_name("control.openapi.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return document


def control_plugin(sessions: Sessions, plugins: Sequence[ApiPlugin]) -> ApiPlugin:
    """The control API as a plugin of the kernel, so that it is routed and validated like any other."""
    document = load_document()
    return ApiPlugin(
        name="control",
        bundle=document,
        mount="/_emulator",
        handlers=_Control(sessions, plugins, document).handlers(),
        authenticate=_nobody,
        render_fault=lambda fault: {"error": {"type": fault.type, "message": fault.message}},
        seed=lambda session: None,
        fault_types=_TYPES,
        max_body=32 * 1024 * 1024,  # for CSV files, escaped as JSON
    )


def describe_workspace(session: Session, plugins: Sequence[ApiPlugin]) -> dict[str, Any]:
    """The session's objects as `{api: {kind: [{id, name}]}}`; kinds and names are the plugin's to say."""
    return {plugin.name: plugin.objects(session) for plugin in plugins if plugin.objects is not None}


def job_view(session: Session, job: Mapping[str, Any]) -> dict[str, Any]:
    """A job with its log."""
    view: dict[str, Any] = thaw(job)
    view["log"] = [thaw(line) for line in session.jobs.logs(job["id"])]
    return view


def delivery_view(record: Mapping[str, Any]) -> dict[str, Any]:
    """A delivery without what is the book's own business."""
    view: dict[str, Any] = thaw(record)
    del view["done"]
    for attachment in view["attachments"]:
        del attachment["file_id"]
    return view


def check_switch(plugins: Sequence[ApiPlugin], api: str, name: str | None) -> None:
    """Raise a 404 `Fault` where there is no such API, or the API has no switch of that name."""
    known = {plugin.name: plugin.switches for plugin in plugins if plugin.switches}
    if api not in known or (name is not None and name not in known[api]):
        names = ", ".join(f"{api}.{name}" for api, switches in known.items() for name in switches) or "none at all"
        raise _fault(404, f"there is no switch {api}{f'.{name}' if name else ''}; there are {names}")


def make_key(session: Session, plugins: Sequence[ApiPlugin], api: str, given: Mapping[str, Any]) -> dict[str, str]:
    """A new key as `{api, id, secret}`.

    Raises a `Fault`: 404 where the API has no such keys or no such permission, 400 where it refuses.
    """
    plugin = next((plugin for plugin in plugins if plugin.name == api and plugin.make_key is not None), None)
    if plugin is None or plugin.make_key is None:
        raise _fault(404, f"api: there is no API {api!r} whose keys can be made")
    secret = given.get("secret") or new_token(20)
    try:
        return {"api": api, "id": plugin.make_key(session, {**given, "secret": secret}), "secret": secret}
    except LookupError as error:
        raise _fault(404, str(error.args[0])) from error
    except (TypeError, ValueError) as error:
        raise _fault(400, str(error)) from error


def _nobody(headers: Mapping[str, str], session: Session) -> Caller:
    return Caller({}, "local", frozenset(), "")


class _Control:
    """The handlers; each is registered under the operationId that is its method's name."""

    def __init__(self, sessions: Sessions, plugins: Sequence[ApiPlugin], document: dict[str, Any]) -> None:
        self._sessions = sessions
        self._plugins = plugins
        self._document = document

    def handlers(self) -> Handlers:
        handlers = Handlers()
        for name in [name for name in dir(self) if not name.startswith("_") and name != "handlers"]:
            handlers.operation(name)(getattr(self, name))
        return handlers

    def health_get(self, call: Call) -> Answer:
        names = [plugin.name for plugin in self._plugins]
        return Answer(body={"status": "ok", "apis": names, "time": call.session.clock.now().isoformat()})

    def openapi_get(self, call: Call) -> Answer:
        return Answer(body=self._document)

    def workspace_get(self, call: Call) -> Answer:
        return Answer(body=describe_workspace(call.session, self._plugins))

    def reset(self, call: Call) -> Answer:
        self._sessions.reset(call.session)
        return Answer(204)

    def snapshots_list(self, call: Call) -> Answer:
        return Answer(body={"snapshots": list(call.session.snapshots)})

    def snapshots_take(self, call: Call) -> Answer:
        try:
            call.session.take_snapshot(call.path["name"])
        except ValueError as error:
            raise _fault(409, str(error)) from error
        return Answer(204)

    def snapshots_restore(self, call: Call) -> Answer:
        state = call.session.snapshots.get(call.path["name"])
        if state is None:
            raise _fault(404, f"there is no snapshot {call.path['name']} in session {call.session.name}")
        call.session.restore(state)
        return Answer(204)

    def sessions_list(self, call: Call) -> Answer:
        return Answer(body={"sessions": [_session_view(session) for session in self._sessions]})

    def sessions_delete(self, call: Call) -> Answer:
        if not self._sessions.delete(call.path["name"]):
            raise _fault(404, f"there is no session {call.path['name']}")
        return Answer(204)

    def clock_get(self, call: Call) -> Answer:
        return _clock(call.session)

    def clock_set(self, call: Call) -> Answer:
        clock = call.session.clock
        try:
            moment = datetime.fromisoformat(call.body["time"]) if "time" in call.body else None
            if call.body.get("mode") == "frozen":
                clock.freeze()
            if moment is not None:
                clock.set(moment)
            if call.body.get("mode") == "real":
                clock.resume()
        except (ValueError, OverflowError) as error:
            raise _fault(400, f"time: {error}") from error
        return _clock(call.session)

    def clock_advance(self, call: Call) -> Answer:
        try:
            call.session.clock.advance(call.body["seconds"])
        except ValueError as error:
            raise _fault(409, str(error)) from error
        return _clock(call.session)

    def faults_list(self, call: Call) -> Answer:
        return Answer(body={"faults": [rule.as_dict() for rule in call.session.faults.rules()]})

    def faults_add(self, call: Call) -> Answer:
        try:
            rule = call.session.faults.add(FaultRule(**call.body))
        except FaultConflict as error:
            raise _fault(409, str(error)) from error
        except ValueError as error:
            raise _fault(400, str(error)) from error
        return Answer(201, rule.as_dict())

    def faults_clear(self, call: Call) -> Answer:
        call.session.faults.clear()
        return Answer(204)

    def faults_delete(self, call: Call) -> Answer:
        if not call.session.faults.delete(call.path["name"]):
            raise _fault(404, f"there is no fault rule {call.path['name']} in session {call.session.name}")
        return Answer(204)

    def jobs_list(self, call: Call) -> Answer:
        return Answer(body={"jobs": [job_view(call.session, job) for job in call.session.jobs.list()]})

    def jobs_get(self, call: Call) -> Answer:
        return Answer(body=job_view(call.session, _job(call)))

    def outbox_list(self, call: Call) -> Answer:
        found = call.session.deliveries.select(**call.query)
        return Answer(body={"deliveries": [delivery_view(record) for record in found]})

    def outbox_get(self, call: Call) -> Answer:
        record = call.session.deliveries.get(call.path["id"])
        if record is None:
            raise _fault(404, f"there is no delivery {call.path['id']} in session {call.session.name}")
        view = delivery_view(record)
        for shown, attachment in zip(view["attachments"], record["attachments"], strict=True):
            with contextlib.suppress(FileGone):  # a restored snapshot may name files that have been cleared since
                shown["url"] = call.session.files.sign(attachment["file_id"], call.files_url, _LINK)
        return Answer(body=view)

    def outbox_clear(self, call: Call) -> Answer:
        call.session.deliveries.clear()
        return Answer(204)

    async def settle(self, call: Call) -> Answer:
        # in a thread: it waits for timers and jobs
        settled = await asyncio.to_thread(call.session.timetable.settle, call.query["timeout"])
        return Answer(body={"settled": settled, "time": call.session.clock.now().isoformat()})

    async def jobs_advance(self, call: Call) -> Answer:
        _job(call)
        try:  # in a thread: the last step waits for the job's own work
            job = await asyncio.to_thread(call.session.jobs.advance, call.path["id"])
        except JobRefused as refused:
            raise _fault(409, str(refused)) from refused
        return Answer(body=job_view(call.session, job))

    def jobs_cancel(self, call: Call) -> Answer:
        _job(call)
        try:
            job = call.session.jobs.cancel(call.path["id"])
        except JobRefused as refused:
            raise _fault(409, str(refused)) from refused
        return Answer(body=job_view(call.session, job))

    def progressions_list(self, call: Call) -> Answer:
        return Answer(body={"progressions": {kind: _progression(call.session, kind) for kind in self._kinds()}})

    def progressions_set(self, call: Call) -> Answer:
        kind = call.path["name"]
        if kind not in self._kinds():
            raise _fault(404, f"there is no kind of job {kind}; there are {', '.join(self._kinds())}")
        call.session.jobs.set_progression(kind, call.body["mode"], call.body.get("seconds", 0.0))
        return Answer(body=_progression(call.session, kind))

    def journal_list(self, call: Call) -> Answer:
        wanted = dict(call.query)
        limit = wanted.pop("limit", None)
        entries = self._entries(call.session, wanted.pop("session", None), wanted)
        return Answer(body={"requests": [entry.as_dict() for entry in entries[-limit if limit else 0 :]]})

    def journal_clear(self, call: Call) -> Answer:
        call.session.journal.clear()
        return Answer(204)

    def imports_list(self, call: Call) -> Answer:
        return Answer(body={"tables": sorted(call.session.files.tables())})

    async def imports_create(self, call: Call) -> Answer:
        body, session = call.body, call.session
        plugin = next((plugin for plugin in self._plugins if plugin.name == body["api"]), None)
        if plugin is None or plugin.imported is None:
            raise _fault(404, f"api: there is no API {body['api']!r} that takes imports")
        source = body["data_source_id"]
        objects = plugin.objects(session) if plugin.objects is not None else {}
        if all(one["id"] != source for one in objects.get("data_sources", ())):
            raise _fault(404, f"data_source_id: there is no data source {source}")
        try:
            table = await asyncio.to_thread(import_csv, session, source, body["table"], body["csv"])
        except ImportRefused as refused:
            raise _fault(refused.status, str(refused)) from refused
        columns = [{"name": name, "type": kind} for name, kind in table.columns]
        made = {"table": table.name, "data_source_id": source, "rows": table.rows, "columns": columns}
        return Answer(201, {**made, "objects": plugin.imported(session, table)})

    def keys_create(self, call: Call) -> Answer:
        given = dict(call.body)
        return Answer(201, make_key(call.session, self._plugins, given.pop("api"), given))

    def rate_limits_get(self, call: Call) -> Answer:
        return self._rates(call.session)

    def rate_limits_set(self, call: Call) -> Answer:
        rates, body = call.session.rates, call.body
        names = {plugin.name for plugin in self._plugins}
        unknown = sorted(set(body.get("levels", {})) - names)
        if unknown:
            raise _fault(404, f"levels: there is no API {unknown[0]!r}; there are {', '.join(sorted(names))}")
        for api, levels in body.get("levels", {}).items():
            for level, limit in levels.items():
                rates.set_level(api, int(level), limit)
        rates.enabled = body.get("enabled", rates.enabled)
        rates.retry_form = body.get("retry_form", rates.retry_form)
        rates.clear()
        return self._rates(call.session)

    def switches_get(self, call: Call) -> Answer:
        return self._switches(call.session)

    def switches_set(self, call: Call) -> Answer:
        for api, wanted in call.body.items():
            for name in wanted:
                check_switch(self._plugins, api, name)
            check_switch(self._plugins, api, None)
        for api, wanted in call.body.items():
            for name, on in wanted.items():
                call.session.turn(api, name, on)
        return self._switches(call.session)

    def _switches(self, session: Session) -> Answer:
        shown = {
            plugin.name: {
                name: {"enabled": session.is_on(plugin.name, name), "description": text}
                for name, text in plugin.switches.items()
            }
            for plugin in self._plugins
            if plugin.switches
        }
        return Answer(body=shown)

    def _rates(self, session: Session) -> Answer:
        rates = session.rates
        levels = {
            plugin.name: {str(level): rates.limit_of(plugin.name, level, plugin.rate_levels) for level in levels}
            for plugin in self._plugins
            for levels in [sorted({*plugin.rate_levels, *rates.own_levels(plugin.name)})]
        }
        return Answer(body={"enabled": rates.enabled, "retry_form": rates.retry_form, "levels": levels})

    def _entries(self, session: Session, named: str | None, wanted: dict[str, Any]) -> list[Entry]:
        if named == "*":
            found = [entry for each in self._sessions for entry in each.journal.entries(**wanted)]
            return sorted(found, key=lambda entry: entry.time)
        chosen = session if named is None else self._sessions.find(named)
        if chosen is None:
            raise _fault(404, f"there is no session {named!r}")
        return chosen.journal.entries(**wanted)

    def _kinds(self) -> list[str]:
        return sorted({kind for plugin in self._plugins for kind in plugin.job_kinds})


def _fault(status: int, message: str) -> Fault:
    return Fault(status, _TYPES[status], message)


def _job(call: Call) -> Mapping[str, Any]:
    job = call.session.jobs.get(call.path["id"])
    if job is None:
        raise _fault(404, f"there is no job {call.path['id']} in session {call.session.name}")
    return job


def _clock(session: Session) -> Answer:
    return Answer(body={"mode": session.clock.mode, "time": session.clock.now().isoformat()})


def _progression(session: Session, kind: str) -> dict[str, Any]:
    mode, seconds = session.jobs.progression(kind)
    return {"mode": mode, "seconds": seconds}


def _session_view(session: Session) -> dict[str, Any]:
    return {
        "name": session.name,
        "requests": session.requests,
        "jobs": len(session.jobs.list()),
        "faults": len(session.faults.rules()),
    }
