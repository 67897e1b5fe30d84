"""What an imported table is in Holistics: a data model over it, a data set with that, and a report of all its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bireme_emulator.workspace.loader import complete

from .views import API

if TYPE_CHECKING:
    from bireme_emulator.kernel.imports import ImportedTable
    from bireme_emulator.kernel.sessions import Session

__all__ = ["put_imported"]

_KINDS = ("data_models", "data_sets", "query_reports")


def put_imported(session: Session, table: ImportedTable) -> dict[str, int]:
    """Make the objects of a table, or put them in place of those of an earlier import; return their ids by kind."""
    store = session.store
    ids = {kind: _known(session, kind, table.name) or store.next_id(API, kind) for kind in _KINDS}
    owner = next((user["id"] for user in store.list(API, "users") if user["role"] == "admin"), 1)
    source = store.get(API, "data_sources", table.data_source_id)
    assert source is not None, "whoever imports has looked it up"
    objects = complete({"data_sources": [source], **_terse(table, ids, owner)})
    with store.transaction():
        for kind, id in ids.items():
            store.put(API, kind, id, {**objects[kind][0], "_imported": table.name})
    return ids


def _known(session: Session, kind: str, name: str) -> int | None:
    found = (one["id"] for one in session.store.list(API, kind) if one.get("_imported") == name)
    return next(found, None)


def _terse(table: ImportedTable, ids: dict[str, int], owner: int) -> dict[str, list[dict[str, Any]]]:
    """The objects as a seed file has them."""
    fields = [
        {"name": name, "label": name, "type": kind, "sql": f"{{{{ #SOURCE.{name} }}}}"} for name, kind in table.columns
    ]
    common = {"owner_id": owner, "category_id": 0}
    model = {"id": ids["data_models"], "name": table.name, "label": table.name, "table_name": table.name}
    data_set = {"id": ids["data_sets"], "name": table.name, "label": table.name, "description": "Imported from CSV"}
    report = {"id": ids["query_reports"], "title": table.name, "data_set_id": ids["data_sets"]}
    columns = [{"field": f"{table.name}.{name}"} for name, _ in table.columns]
    source = {"data_source_id": table.data_source_id}
    return {
        "data_models": [{**model, **source, "dimensions": fields, "measures": []}],
        "data_sets": [{**data_set, **source, **common, "models": [table.name], "joins": []}],
        "query_reports": [{**report, **common, "viz_type": "data_table", "_query": {"columns": columns}}],
    }
