"""How the runs of alerts came out: what is kept of each for 30 days, page by page, and the alert's last state.

Results are records of a kind of their own for each alert, numbered in the order in which they were judged. A cursor
names the last result of a page; it is sealed, so none but those that were given out are taken, each for its alert.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .data_tokens import seal
from .executions import stamp
from .facts import period

if TYPE_CHECKING:
    from bireme_emulator.kernel.sessions import Session

    from .executions import Execution

__all__ = ["BadCursor", "find", "forget", "page", "recorded", "results", "state"]

_STATES = "sql_alert_states"
_NUMBERS = "sql_alert_results"


class BadCursor(ValueError):
    """A cursor that was never given out for the alert."""


def state(session: Session, api: str, alert_id: str) -> Mapping[str, Any]:
    """What is known of an alert's last run: its read-only attributes, and `triggered` (`None`: never judged)."""
    return session.store.get(api, _STATES, alert_id) or {}


def results(session: Session, api: str, alert_id: str) -> Sequence[Mapping[str, Any]]:
    """The results of an alert that are kept, newest first.

    Each has `number`, `execution_id`, `result_status`, `error_message`, `sql_query`, `sql_query_duration`,
    `created_at` and `mail` (`None`, `result` or `error`: what was decided to be sent).
    """
    since = session.clock.now() - period("alert_results")
    kept = session.store.list(api, _kind(alert_id))
    kept.reverse()
    return [each for each in kept if datetime.fromisoformat(each["created_at"]) > since]


def recorded(
    session: Session, api: str, alert_id: str, execution: Execution, status: str, error: str | None, mail: str | None
) -> Mapping[str, Any]:
    """Record how a run came out, and let go of what is too old; call it in a transaction."""
    store, moment = session.store, stamp(session)
    number = store.next_id(api, _NUMBERS)
    record = {
        "number": number,
        "execution_id": execution["id"],
        "result_status": status,
        "error_message": error,
        "sql_query": execution["sql"],
        "sql_query_duration": _duration(execution),
        "created_at": moment,
        "mail": mail,
    }
    _drop_old(session, api, alert_id)
    store.put(api, _kind(alert_id), number, record)
    store.put(api, _STATES, alert_id, {**state(session, api, alert_id), **_last(execution, status, error)})
    return record


def find(session: Session, api: str, alert_id: str, execution_id: str) -> Mapping[str, Any] | None:
    """The result of a run, if it has been recorded."""
    kept = session.store.list(api, _kind(alert_id))
    return next((each for each in reversed(kept) if each["execution_id"] == execution_id), None)


def page(
    session: Session, api: str, alert_id: str, limit: int, cursor: str | None
) -> tuple[list[Mapping[str, Any]], int, str | None]:
    """Some results, newest first; how many there are in all; and the cursor to go on with, if there are more.

    Raises `BadCursor`.
    """
    kept = results(session, api, alert_id)
    before = None if cursor is None else _position(session, api, alert_id, cursor)
    older = [each for each in kept if before is None or each["number"] < before]
    shown = older[:limit]
    following = _cursor(session, api, alert_id, shown[-1]["number"]) if len(older) > limit else None
    return shown, len(kept), following


def forget(session: Session, api: str, alert_id: str) -> None:
    """Drop all that is kept of an alert's runs; call it in the transaction that deletes the alert."""
    for each in session.store.list(api, _kind(alert_id)):
        session.store.delete(api, _kind(alert_id), each["number"])
    session.store.delete(api, _STATES, alert_id)


def _kind(alert_id: str) -> str:
    return f"sql_alert_results/{alert_id}"


def _drop_old(session: Session, api: str, alert_id: str) -> None:
    until = session.clock.now() - period("alert_results")
    for each in session.store.list(api, _kind(alert_id)):
        if datetime.fromisoformat(each["created_at"]) > until:
            return
        session.store.delete(api, _kind(alert_id), each["number"])


def _last(execution: Execution, status: str, error: str | None) -> dict[str, Any]:
    """What a run changes of its alert's state. Errors of the query are kept apart from those of the alert (vendor)."""
    of_query = status == "query_error"
    last: dict[str, Any] = {"last_result_status": status, "last_error_message": None if of_query else error}
    if execution["started_at"] is not None:
        last |= {"last_query_run": execution["started_at"], "last_query_error_message": error if of_query else None}
    if execution["status"] == "success":
        last["last_query_success"] = execution["completed_at"]
    if status in ("ok", "alert_triggered"):
        last["triggered"] = status == "alert_triggered"
    return last


def _duration(execution: Execution) -> int | None:
    """How long the query ran, in milliseconds, if it did."""
    if execution["started_at"] is None or execution["completed_at"] is None:
        return None
    took = datetime.fromisoformat(execution["completed_at"]) - datetime.fromisoformat(execution["started_at"])
    return max(0, round(took.total_seconds() * 1000))


def _cursor(session: Session, api: str, alert_id: str, number: int) -> str:
    return f"{number}.{_sealed(session, api, alert_id, number)}"


def _position(session: Session, api: str, alert_id: str, cursor: str) -> int:
    number, _, given = cursor.partition(".")
    if not (number.isascii() and number.isdecimal() and len(number) <= 18):
        raise BadCursor(cursor)
    if not hmac.compare_digest(_sealed(session, api, alert_id, int(number)).encode(), given.encode(errors="replace")):
        raise BadCursor(cursor)
    return int(number)


def _sealed(session: Session, api: str, alert_id: str, number: int) -> str:
    return seal(session, api, f"cursor/{alert_id}/{number}")[:32]
