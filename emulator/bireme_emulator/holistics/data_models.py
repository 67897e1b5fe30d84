"""Data models: read one, delete one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bireme_emulator.kernel.context import Answer, Call, Handlers

from .data_jobs import IMPORT_DROP, standing_against
from .jobs import submit
from .refusals import cannot, not_found
from .removal import message
from .views import API, public

__all__ = ["handlers"]

handlers = Handlers()


@handlers.operation("data_models_get")
def data_models_get(call: Call) -> Answer:
    """One data model with its fields."""
    return Answer(body={"data_model": public(_stored(call))})


@handlers.operation("data_models_delete")
def data_models_delete(call: Call) -> Answer:
    """Delete a data model that no data set needs: at once, or by a job where its imported table is to go as well."""
    model = _stored(call)
    drop = bool(call.query.get("drop_import_table")) and model.get("_import_table") is not None
    reason = standing_against(call.session, model, with_table=drop)
    if reason is not None:
        raise cannot(reason)
    if drop:
        source = {"type": "DataModel", "id": model["id"], "action": "drop_import_table"}
        return submit(call, IMPORT_DROP, {"data_model_id": model["id"]}, source)
    call.session.store.delete(API, "data_models", model["id"])
    return message("Data model", model["id"])


def _stored(call: Call) -> Mapping[str, Any]:
    model = call.session.store.get(API, "data_models", call.path["id"])
    if model is None:
        raise not_found("data model", call.path["id"])
    return model
