"""Filter states behind short hashes: what `build_url` puts into an address, and what opening that address gives back.

The web application of the vendor restores the filters from the address. The emulator has no web application; a GET of
the address, with an API key in place of the log-in, answers with the states as JSON.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from bireme_emulator.kernel.context import Answer, Caller

from .refusals import denied, invalid, not_found
from .views import API, may_see, public

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

__all__ = ["STATES", "STATE_PARAMETER", "dashboard_page", "keep_states"]

STATES = "filter_states"
STATE_PARAMETER = "_fstate"  # the vendor's name for it is not known; its other parameter on these addresses is `_e`
_PAGE = re.compile(r"/dashboards/v[0-9]+/([0-9]{1,18})(-[^/]*)?\Z", re.ASCII)
_HASH_LENGTH = 20


def keep_states(session: Session, dashboard_id: int, states: Sequence[Mapping[str, Any]]) -> str:
    """Keep the states, which are in order of their filters, and give their hash: equal states have an equal one."""
    plain = [
        {"dynamic_filter_id": item["dynamic_filter_id"], "condition": _plain(item["condition"])} for item in states
    ]
    wording = json.dumps([dashboard_id, plain], sort_keys=True, separators=(",", ":"))
    hash = hashlib.sha256(wording.encode()).hexdigest()[:_HASH_LENGTH]
    if session.store.get(API, STATES, hash) is None:
        record = {"id": hash, "dashboard_id": dashboard_id, "filter_states": plain}
        session.store.put(API, STATES, hash, record)
    return hash


def _plain(condition: Mapping[str, Any]) -> dict[str, Any]:
    """The documented parts; a modifier that is null says the same as none."""
    return {
        "operator": condition["operator"],
        "values": [*condition["values"]],
        "modifier": condition.get("modifier"),
    }


def dashboard_page(
    authenticate: Callable[[Mapping[str, str], Session], Caller],
    session: Session,
    path: str,
    query: str,
    headers: Mapping[str, str],
) -> Answer | None:
    """What the address of a dashboard opens: its id and title and the filter states that the address carries.

    `None` for a path that is no dashboard's. Raises `Fault`: 401 without a key, 403 for a dashboard that is not shared
    with its owner, 404 for one that is not there and for a hash that none of its addresses has, 400 for two hashes.
    """
    match = _PAGE.match(path)
    if match is None:
        return None
    caller = authenticate(headers, session)
    dashboard = session.store.get(API, "dashboards", int(match[1]))
    if dashboard is None:
        raise not_found("dashboard", int(match[1]))
    if "view_dashboards" not in caller.permissions or not may_see(caller, dashboard):
        raise denied(f"Dashboard {dashboard['id']} is not shared with you.")
    hashes = parse_qs(query, keep_blank_values=True).get(STATE_PARAMETER, [])
    if len(hashes) > 1:
        raise invalid(f"{STATE_PARAMETER}: it is given more than once", "Give one hash.", status=400)
    states = _states(session, dashboard["id"], hashes[0]) if hashes else []
    shown = {key: value for key, value in public(dashboard).items() if key in ("id", "title")}
    return Answer(
        body={"dashboard": shown, "fstate_hash": hashes[0] if hashes else None, "filter_states": [*states]},
        headers={"Cache-Control": "no-store"},
    )


def _states(session: Session, dashboard_id: int, hash: str) -> Sequence[Mapping[str, Any]]:
    kept = session.store.get(API, STATES, hash)
    if kept is None or kept["dashboard_id"] != dashboard_id:
        raise not_found("filter state", hash[: 2 * _HASH_LENGTH])
    states: Sequence[Mapping[str, Any]] = kept["filter_states"]
    return states
