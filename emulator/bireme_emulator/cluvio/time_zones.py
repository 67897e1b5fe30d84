"""What the time zone settings of a dashboard may be: each type has what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .inputs import known_zone
from .refusals import invalid

__all__ = ["check_time_zone"]


def check_time_zone(attributes: Mapping[str, Any]) -> None:
    """Raise a 422 `Fault` for a `time_zone_config` that lacks what its type needs; what is for other types is kept."""
    config = attributes.get("time_zone_config") or {}
    type = config.get("type", "disabled")
    problems: list[str] = []
    zones: list[tuple[str, str]] = []
    if type == "fixed":
        zones = [("fixed_time_zone", config["fixed_time_zone"])] if config.get("fixed_time_zone") else []
        if not zones:
            problems.append("time_zone_config/fixed_time_zone: can't be blank with the type fixed")
    if type == "input":
        zones = [("allowed_time_zones", zone) for zone in config.get("allowed_time_zones") or ()]
        if not zones:
            problems.append("time_zone_config/allowed_time_zones: can't be empty with the type input")
    problems += [
        f"time_zone_config/{name}: there is no time zone {zone!a:.80}" for name, zone in zones if not known_zone(zone)
    ]
    if problems:
        raise invalid(*problems)
