"""What the settings of dashboards and reports may be, beyond what the spec says of their types.

Limits without a source are the emulator's own, so that no value leads past what a date or a picture can hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .inputs import known_zone
from .refusals import invalid

__all__ = ["MOST_MINUTES", "MOST_PIXELS", "check_attributes", "check_time_zone"]

MOST_MINUTES = 5_256_000  # ten years
MOST_PIXELS = 20_000


def check_attributes(given: Mapping[str, Any]) -> None:
    """Raise a 422 `Fault` naming each attribute that cannot be used: a blank name, a rate or size out of range."""
    problems = []
    if "name" in given and not (given["name"] or "").strip():
        problems.append("name: can't be blank")
    rate = given.get("data_refresh_rate")
    if rate is not None and not 0 <= rate <= MOST_MINUTES:
        problems.append(f"data_refresh_rate: give minutes, 0 to {MOST_MINUTES}")
    sizes = {name: given[name] for name in ("default_page_width", "default_page_height") if name in given}
    problems += [
        f"{name}: give pixels, 1 to {MOST_PIXELS}" for name, size in sizes.items() if not 1 <= size <= MOST_PIXELS
    ]
    if problems:
        raise invalid(*problems)


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
