"""The jobs behind data objects: dropping cached results, dropping an imported table with its model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme_emulator.kernel.jobs import JobFailure

from .dependencies import dependants, named
from .results import drop_results
from .views import API
from .widget_query import DROPPED, stored

if TYPE_CHECKING:
    from bireme_emulator.kernel.jobs import JobContext
    from bireme_emulator.kernel.sessions import Session

__all__ = ["CACHE_BUST", "IMPORT_DROP", "run_cache_bust", "run_import_drop", "standing_against"]

CACHE_BUST = "cache_bust"
IMPORT_DROP = "import_table_drop"


def run_cache_bust(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Drop all cached results of a data source. The job's result says how many there were."""
    source = stored(context.session, "data_sources", params["data_source_id"])
    dropped = drop_results(context.session, source["id"])
    context.log("INFO", f"Data source {source['id']}, {source['name']}: {dropped} cached results dropped")
    return {"dropped": dropped}


def run_import_drop(context: JobContext, params: dict[str, Any]) -> dict[str, Any]:
    """Delete an import model and drop its table: queries of this session do not find the table any more."""
    session = context.session
    if context.cancelled():
        raise JobFailure("Cancelled")
    model = stored(session, "data_models", params["data_model_id"])
    reason = standing_against(session, model, with_table=True)
    if reason is not None:
        raise JobFailure(reason)
    table = model["_import_table"]
    with session.store.transaction():
        session.store.put(API, DROPPED, table, {"id": table, "data_model_id": model["id"]})
        session.store.delete(API, "data_models", model["id"])
    context.log("INFO", f"Table {table} dropped; data model {model['id']}, {model['name']}, deleted")
    return {"table": table}


def standing_against(session: Session, model: Mapping[str, Any], *, with_table: bool) -> str | None:
    """Why a data model, and with `with_table` its imported table, cannot be deleted; `None` where nothing is."""
    sets = dependants(session, "data_models", model["id"]).get("data_set_ids")
    if sets:
        return f"Data model {model['id']} is used by {named(sets, 'data set')}; take it out of there first."
    if not with_table:
        return None
    table = model["_import_table"]
    others = [
        other["id"]
        for other in session.store.list(API, "data_models")
        if other["table_name"] == table and other["id"] != model["id"]
    ]
    if others:
        return f"Table {table} is used by {named(others, 'data model')} as well; delete these first."
    return None
