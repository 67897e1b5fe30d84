"""Schedules and alerts have an owner: who sees them, who may change them, and how they are kept.

A record has the API's own keys and three private ones: `_owner_id` (with whose rights it runs), `_since` (when it was
last saved: no earlier occurrence of its crontab counts) and `_base_url` (the address under which it was saved, for
links).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bireme_emulator.kernel.context import Call

from .refusals import denied, not_found, record_error
from .views import API, caller_of, public

__all__ = ["ALERTS", "SCHEDULES", "Owned"]

_HIGHEST_CHOSEN = 10**12  # what a request may choose as an id; the ids after it still fit into a path


@dataclass(frozen=True, slots=True)
class Owned:
    """One kind of record that has an owner."""

    kind: str
    label: str
    manage_all: str

    def seen(self, call: Call) -> list[Mapping[str, Any]]:
        """Those that the caller may see: the own ones, or all for those who manage everybody's."""
        records = call.session.store.list(API, self.kind)
        return [record for record in records if self._may(call, record)]

    def get(self, call: Call, id: int) -> Mapping[str, Any]:
        """One of them. Raises a `Fault`: 404 when there is none, 403 when it is another's and the caller no manager."""
        record = call.session.store.get(API, self.kind, id)
        if record is None:
            raise not_found(self.label, id)
        if not self._may(call, record):
            raise denied(f"{self.label.capitalize()} {id} belongs to somebody else.")
        return record

    def create(self, call: Call, body: Mapping[str, Any], asked: int | None) -> dict[str, Any]:
        """Keep a new one; gives its public form. Raises a 422 `Fault` when the id that is asked for is not free."""
        store = call.session.store
        with store.transaction():
            if asked is not None:
                self._check_free(call, asked)
            id = asked if asked is not None else store.next_id(API, self.kind)
            return self._put(call, id, body, caller_of(call).user["id"])

    def replace(self, call: Call, record: Mapping[str, Any], body: Mapping[str, Any]) -> dict[str, Any]:
        """Keep `body` in the place of a record, whose id and owner stay; gives its public form.

        Raises a 404 `Fault` when it has been deleted meanwhile.
        """
        store = call.session.store
        with store.transaction():
            if store.get(API, self.kind, record["id"]) is None:
                raise not_found(self.label, record["id"])
            return self._put(call, record["id"], body, record["_owner_id"])

    def delete(self, call: Call, record: Mapping[str, Any]) -> dict[str, Any]:
        """Remove a record; gives the message of the reply. Raises a 404 `Fault` when somebody else was faster."""
        if not call.session.store.delete(API, self.kind, record["id"]):
            raise not_found(self.label, record["id"])
        return {"message": f"{self.label.capitalize()} {record['id']} has been deleted."}

    def _may(self, call: Call, record: Mapping[str, Any]) -> bool:
        caller = caller_of(call)
        return record["_owner_id"] == caller.user["id"] or self.manage_all in caller.permissions

    def _check_free(self, call: Call, id: int) -> None:
        if id > _HIGHEST_CHOSEN:
            raise record_error(f"id: {id} is too large", id=[f"must be at most {_HIGHEST_CHOSEN}"])
        if call.session.store.get(API, self.kind, id) is not None:
            raise record_error(f"id: there is a {self.label} {id} already", id=["has already been taken"])

    def _put(self, call: Call, id: int, body: Mapping[str, Any], owner_id: int) -> dict[str, Any]:
        private = {
            "_owner_id": owner_id,
            "_since": call.session.clock.now().isoformat(),
            "_base_url": call.base_url,
        }
        record = {"id": id, **body, **private}
        call.session.store.put(API, self.kind, id, record)
        return public(record)


SCHEDULES = Owned("data_schedules", "data schedule", "manage_all_schedules")
ALERTS = Owned("data_alerts", "data alert", "manage_all_alerts")
