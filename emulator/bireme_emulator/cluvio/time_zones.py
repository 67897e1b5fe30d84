"""What the time zone settings of a dashboard may be: each type has what it needs, and nothing for other types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .inputs import known_zone
from .refusals import invalid

__all__ = ["check_time_zone"]


def check_time_zone(attributes: Mapping[str, Any]) -> None:
    """Raise a 422 `Fault` for a `time_zone_config` that lacks what its type needs, or has what is for another type."""
    config = attributes.get("time_zone_config") or {}
    type = config.get("type", "disabled")
    fixed, allowed = config.get("fixed_time_zone"), config.get("allowed_time_zones")
    problems = []
    if type == "fixed" and not fixed:
        problems.append("time_zone_config/fixed_time_zone: can't be blank with the type fixed")
    if type == "input" and not allowed:
        problems.append("time_zone_config/allowed_time_zones: can't be empty with the type input")
    if type != "fixed" and fixed:
        problems.append(f"time_zone_config/fixed_time_zone: for the type fixed only, not for {type}")
    if type != "input" and allowed:
        problems.append(f"time_zone_config/allowed_time_zones: for the type input only, not for {type}")
    zones = [*([("fixed_time_zone", fixed)] if fixed else []), *(("allowed_time_zones", one) for one in allowed or ())]
    problems += [
        f"time_zone_config/{name}: there is no time zone {zone!a:.80}" for name, zone in zones if not known_zone(zone)
    ]
    if problems:
        raise invalid(*problems)
