"""Cluvio: the client classes, handles on queries, reports' data and exports, inputs, and the models of replies."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._handles import AsyncExport, AsyncJob, AsyncQuery, AsyncReportData, Export, Job, Query, ReportData
    from .client import AsyncCluvio, Cluvio
    from .generated import models, records
    from .parameters import Parameters

_HOME = {
    "AsyncCluvio": ".client",
    "AsyncExport": "._handles",
    "AsyncJob": "._handles",
    "AsyncQuery": "._handles",
    "AsyncReportData": "._handles",
    "Cluvio": ".client",
    "Export": "._handles",
    "Job": "._handles",
    "Parameters": ".parameters",
    "Query": "._handles",
    "ReportData": "._handles",
}


def __getattr__(name: str) -> Any:
    if name in ("models", "records"):
        return import_module(f".generated.{name}", __name__)
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOME[name], __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME, "models", "records"])


__all__ = [
    "AsyncCluvio",
    "AsyncExport",
    "AsyncJob",
    "AsyncQuery",
    "AsyncReportData",
    "Cluvio",
    "Export",
    "Job",
    "Parameters",
    "Query",
    "ReportData",
    "models",
    "records",
]
