"""Whether a schedule or an alert can be kept: every complaint names the key of the record that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bireme_emulator.holistics.conditions import ConditionError, check_submitted
from bireme_emulator.kernel.crontab import crontab_problem, occurrences
from bireme_emulator.kernel.jobs import JobFailure

from .refusals import denied, record_error
from .titles import timezone_of
from .views import API, caller_of
from .widget_query import compiled_widget

if TYPE_CHECKING:
    from bireme_emulator.kernel.context import Call
    from bireme_emulator.kernel.sessions import Session

__all__ = [
    "DATA_FORMATS",
    "Problems",
    "as_submitted",
    "check_channels",
    "check_data_rights",
    "check_presets",
    "check_timing",
    "kept_presets",
    "kept_timing",
    "owner_of",
    "part",
]

DATA_FORMATS = frozenset({"csv", "xlsx", "excel", "excel_dashboard", "csv_formatted_data"})
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
_CONDITION = ("operator", "values", "modifier")


class Problems:
    """What is wrong with a record, by key; told all at once."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def add(self, field: str, text: str) -> None:
        """Note a problem with a key of the record."""
        self._found.setdefault(field, []).append(text)

    def raise_if_any(self) -> None:
        """Raise a 422 `Fault` of type RecordError when there is a problem."""
        if self._found:
            said = "; ".join(f"{field}: {text}" for field, texts in self._found.items() for text in texts)
            raise record_error(said, **self._found)


def part(body: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    """Those keys of an object that the API knows, as they were sent."""
    return {key: body[key] for key in keys if key in body}


def kept_timing(schedule: Mapping[str, Any]) -> dict[str, Any]:
    """The `schedule` of a record as it is kept. Nobody can archive by a request."""
    return {"repeat": schedule["repeat"], "paused": schedule["paused"], "is_archived": False}


def kept_presets(presets: Sequence[Mapping[str, Any]] | None) -> list[dict[str, Any]]:
    """The presets of a record as they are kept."""
    known = ("id", "dynamic_filter_id", "public_hidden")
    return [
        {**part(preset, known), "preset_condition": part(preset["preset_condition"], _CONDITION)}
        for preset in presets or ()
    ]


def as_submitted(presets: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Presets as the filter conditions of an export, in the order of their filters."""
    ordered = sorted(presets, key=lambda preset: str(preset["dynamic_filter_id"]))
    return [
        {"dynamic_filter_id": preset["dynamic_filter_id"], "condition": preset["preset_condition"]}
        for preset in ordered
    ]


def owner_of(call: Call, record: Mapping[str, Any] | None) -> Mapping[str, Any]:
    """The user with whose rights a record runs: its owner, or the caller for a new one."""
    caller = caller_of(call)
    if record is None:
        return caller.user
    return call.session.store.get(API, "users", record["_owner_id"]) or caller.user


def check_timing(session: Session, problems: Problems, schedule: Mapping[str, Any]) -> None:
    """The crontab can be read and comes due some day."""
    repeat, zone = schedule["repeat"], timezone_of(session)
    problem = crontab_problem(repeat, zone) if repeat.isascii() else f"crontab={repeat!r}: it has strange characters"
    if problem is None and next(occurrences(repeat, zone, _ANY_TIME), None) is None:
        problem = f"crontab={repeat!r}: there is no such day"
    if problem is not None:
        problems.add("schedule", problem)


def check_presets(
    session: Session,
    problems: Problems,
    user: Mapping[str, Any],
    dashboard: Mapping[str, Any],
    widgets: Iterable[Mapping[str, Any]],
    presets: Sequence[Mapping[str, Any]],
) -> None:
    """The filters are the dashboard's, each named once, and the widgets' reports can take the conditions."""
    submitted = as_submitted(presets)
    try:
        check_submitted(dashboard, submitted)
        for widget in widgets:
            compiled_widget(session, user, dashboard, widget, submitted)
    except ConditionError as error:
        problems.add("dynamic_filter_presets", str(error))
    except JobFailure as error:  # a chart's report or data source has been deleted
        problems.add("source_id", str(error))


def check_channels(problems: Problems, dest: Mapping[str, Any]) -> None:
    """Each channel of a post can be found."""
    for channel in dest["slack_channels"]:
        if not (channel.get("id") or channel.get("name") or "").strip():
            problems.add("dest", "slack_channels has a channel with neither id nor name")


def check_data_rights(call: Call, what: str) -> None:
    """Rows leave the house only for those who may export them. Raises a 403 `Fault`."""
    if "export_data" not in caller_of(call).permissions:
        raise denied(f"You are not permitted to export data, so {what} is not for you.")
