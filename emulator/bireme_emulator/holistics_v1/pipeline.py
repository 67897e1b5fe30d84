"""Data imports, data transforms, transports and data sources: read them, run them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.holistics.views import API, caller_of, public
from bireme_emulator.kernel.context import Answer, Call, Handlers

from .pipeline_jobs import IMPORT, STATE, TRANSFORM, TRANSPORT
from .refusals import cannot, unknown

__all__ = ["handlers"]

_SOURCE_TYPES = {"data_imports": "DataImport", "data_transforms": "DataTransform"}

handlers = Handlers()


@handlers.operation("data_imports_list")
def data_imports_list(call: Call) -> Answer:
    """All imports."""
    return Answer(body=[_import_view(call, one) for one in call.session.store.list(STATE, "data_imports")])


@handlers.operation("data_imports_get")
def data_imports_get(call: Call) -> Answer:
    """One import."""
    return Answer(body=_import_view(call, _stored(call, "data_imports", call.path["data_import_id"])))


@handlers.operation("data_imports_execute")
def data_imports_execute(call: Call) -> Answer:
    """Run an import."""
    return _run(call, IMPORT, "data_imports", call.path["data_import_id"])


@handlers.operation("data_transforms_list")
def data_transforms_list(call: Call) -> Answer:
    """All transforms."""
    return Answer(body=[_owned(call, one) for one in call.session.store.list(STATE, "data_transforms")])


@handlers.operation("data_transforms_get")
def data_transforms_get(call: Call) -> Answer:
    """One transform."""
    return Answer(body=_owned(call, _stored(call, "data_transforms", call.path["data_transform_id"])))


@handlers.operation("data_transforms_execute")
def data_transforms_execute(call: Call) -> Answer:
    """Run a transform."""
    return _run(call, TRANSFORM, "data_transforms", call.path["data_transform_id"])


@handlers.operation("transports_submit")
def transports_submit(call: Call) -> Answer:
    """Copy a table; it gets the name of the one that is read, with `transported_` before it."""
    body = call.body
    for key in ("from_ds_id", "dest_ds_id"):
        if call.session.store.get(API, "data_sources", body[key]) is None:
            raise cannot(f"{key}: there is no data source {body[key]}")
    table = body["from_table_name"]
    params = {"from_table_name": table, "table": f"transported_{table}", "configured": bool(body.get("configs"))}
    source = {"type": "Transport", "id": body["from_ds_id"], "action": "transport"}
    return _started(call, TRANSPORT, params, source)


@handlers.operation("data_sources_list")
def data_sources_list(call: Call) -> Answer:
    """All data sources."""
    return Answer(body=[_source_view(one) for one in call.session.store.list(API, "data_sources")])


@handlers.operation("data_sources_get")
def data_sources_get(call: Call) -> Answer:
    """One data source."""
    found = call.session.store.get(API, "data_sources", call.path["data_source_id"])
    if found is None:
        raise unknown()
    return Answer(body=_source_view(found))


def _stored(call: Call, kind: str, id: int) -> Mapping[str, Any]:
    record = call.session.store.get(STATE, kind, id)
    if record is None:
        raise unknown()
    return record


def _run(call: Call, kind: str, records: str, id: int) -> Answer:
    record = _stored(call, records, id)
    source = {"type": _SOURCE_TYPES[records], "id": record["id"], "action": "execute"}
    return _started(call, kind, {"id": record["id"]}, source)


def _started(call: Call, kind: str, params: Mapping[str, Any], source: Mapping[str, Any]) -> Answer:
    user_id = caller_of(call).user["id"]
    job = call.session.jobs.submit(API, kind, params, user_id=user_id, source=source)
    return Answer(body={"status": "created", "job_id": job["id"]})


def _owned(call: Call, record: Mapping[str, Any]) -> dict[str, Any]:
    owner: Mapping[str, Any] = call.session.store.get(API, "users", record["owner_id"]) or {}
    return {**public(record), "owner_name": owner.get("name") or ""}


def _import_view(call: Call, record: Mapping[str, Any]) -> dict[str, Any]:
    """An import with its newest job, which says `failed` where others say failure."""
    jobs = call.session.jobs.list(API)
    wanted = ("DataImport", record["id"])
    mine = [job for job in jobs if job["source"] and (job["source"]["type"], job["source"]["id"]) == wanted]
    view = {**_owned(call, record), "last_run": None, "last_run_job": None}
    if mine:
        status = mine[-1]["status"]
        view["last_run"] = mine[-1]["start_time"]
        view["last_run_job"] = {"status": "failed" if status == "failure" else status}
    return view


def _source_view(source: Mapping[str, Any]) -> dict[str, Any]:
    return {key: source[key] for key in ("id", "name", "dbtype")}
