"""`--timerange`, `--aggregation`, `--tz` and `--filter`: the inputs of queries, as a person writes them."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

import typer

from bireme._runtime.errors import InvalidInput
from bireme.cluvio import Parameters

Timerange = Annotated[
    str | None,
    typer.Option(
        "--timerange",
        metavar="START~END",
        help="Days, times or Unix seconds, both included; either may be left out. What names no zone is UTC.",
    ),
]
Aggregation = Annotated[
    str | None, typer.Option("--aggregation", metavar="UNIT", help="second, minute, hour, day, week, month, ...")
]
Tz = Annotated[str | None, typer.Option("--tz", metavar="ZONE", help="IANA name, where the dashboard lets one choose.")]
Filters = Annotated[
    list[str] | None,
    typer.Option(
        "--filter",
        metavar="NAME=TEXT",
        help="A value of a filter; repeated for several. NAME:=JSON for numbers, true, null, lists.",
    ),
]

_PAIR = re.compile(r"([A-Za-z0-9_-]+)(:?=)(.*)", re.DOTALL)
_SECONDS = re.compile(r"-?[0-9]{5,}")  # shorter ones could be years
_REMEDY = "Give START~END, e.g. 2013-01-01~2013-03-31, 2013-06-01T08:00:00+02:00~ or 1712233090~1712237090"


def parameters_of(
    timerange: str | None, aggregation: str | None, tz: str | None, filters: list[str] | None
) -> Parameters | None:
    """The inputs that the options say; None where there are none.

    Raises:
        InvalidInput: one of them cannot be sent.
    """
    if timerange is None and aggregation is None and tz is None and not filters:
        return None
    return Parameters(
        timerange=None if timerange is None else _timerange(timerange),
        aggregation=aggregation,
        tz=tz,
        filters=_filters(filters) if filters else None,
    )


def _timerange(text: str) -> tuple[int | datetime | None, int | datetime | None]:
    start, separator, end = text.partition("~")
    if not separator or "~" in end:
        raise InvalidInput("--timerange", text, "is no time range", _REMEDY)
    bounds = _moment(text, start.strip(), last=False), _moment(text, end.strip(), last=True)
    seconds = [bound.timestamp() if isinstance(bound, datetime) else bound for bound in bounds]
    if seconds[0] is not None and seconds[1] is not None and seconds[0] > seconds[1]:
        raise InvalidInput("--timerange", text, "ends before it starts", "Give the earlier one first")
    return bounds


def _moment(whole: str, text: str, *, last: bool) -> int | datetime | None:
    """One end of a time range; of a day its first second, or its last, for both ends are included."""
    if not text:
        return None
    if _SECONDS.fullmatch(text):
        return int(text)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            began = datetime.combine(date.fromisoformat(text), time(), UTC)
            return began + timedelta(days=1, seconds=-1) if last else began
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise InvalidInput("--timerange", whole, f"has {text!r} in it, which is no time", _REMEDY) from None


def _filters(pairs: list[str]) -> dict[str, list[Any]]:
    """Variable name -> values, of all that was given for it."""
    found: dict[str, list[Any]] = {}
    for pair in pairs:
        name, value, _ = split(pair, "--filter", "carrier=UA, or least_delay:=15 for what is not text")
        found.setdefault(name, []).extend(value if isinstance(value, list) else [value])
    return found


def split(pair: str, option: str, example: str) -> tuple[str, Any, bool]:
    """Name and value of `NAME=TEXT` or `NAME:=JSON`, and whether it is text that may stand for something else.

    Raises:
        InvalidInput: it is neither.
    """
    parts = _PAIR.fullmatch(pair)
    if parts is None:
        raise InvalidInput(option, pair, "is neither NAME=TEXT nor NAME:=JSON", f"Write e.g. {example}")
    name, sign, text = parts.groups()
    if sign == "=":
        return name, text, True
    try:
        return name, json.loads(text), False
    except ValueError:
        # Without the text, which may be a secret.
        raise InvalidInput(option, f"{name}:=...", "has no JSON after ':='", f"Write e.g. {example}") from None
