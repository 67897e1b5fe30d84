"""Holistics API v2: the client classes, handles on jobs and exports, filters, and the models of what comes back."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._handles import AsyncExport, AsyncJob, Export, Job
    from .client import AsyncHolistics, Holistics
    from .conditions import Condition, Filter, FilterCondition
    from .generated import models

_HOME = {
    "AsyncExport": "._handles",
    "AsyncHolistics": ".client",
    "AsyncJob": "._handles",
    "Condition": ".conditions",
    "Export": "._handles",
    "Filter": ".conditions",
    "FilterCondition": ".conditions",
    "Holistics": ".client",
    "Job": "._handles",
}


def __getattr__(name: str) -> Any:
    if name == "models":
        return import_module(".generated.models", __name__)
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name], __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME, "models"])


__all__ = [
    "AsyncExport",
    "AsyncHolistics",
    "AsyncJob",
    "Condition",
    "Export",
    "Filter",
    "FilterCondition",
    "Holistics",
    "Job",
    "models",
]
