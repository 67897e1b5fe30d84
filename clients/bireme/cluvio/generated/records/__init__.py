"""Every record class, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .dashboard import Dashboard
    from .dashboard_group import DashboardGroup
    from .dashboard_schedule import DashboardSchedule
    from .dashboard_sharing_link import DashboardSharingLink
    from .datasource import Datasource
    from .datasource_agent import DatasourceAgent
    from .datasource_agent_with_secret import DatasourceAgentWithSecret
    from .execution import Execution
    from .filter_ import Filter
    from .report import Report
    from .sql_alert import SqlAlert
    from .sql_snippet import SqlSnippet
    from .user import User
    from .user_group import UserGroup

__all__ = [
    "DashboardGroup",
    "Dashboard",
    "DashboardSchedule",
    "DashboardSharingLink",
    "DatasourceAgent",
    "DatasourceAgentWithSecret",
    "Datasource",
    "Execution",
    "Filter",
    "Report",
    "SqlAlert",
    "SqlSnippet",
    "UserGroup",
    "User",
]

_MODULES = {
    "DashboardGroup": "dashboard_group",
    "Dashboard": "dashboard",
    "DashboardSchedule": "dashboard_schedule",
    "DashboardSharingLink": "dashboard_sharing_link",
    "DatasourceAgent": "datasource_agent",
    "DatasourceAgentWithSecret": "datasource_agent_with_secret",
    "Datasource": "datasource",
    "Execution": "execution",
    "Filter": "filter_",
    "Report": "report",
    "SqlAlert": "sql_alert",
    "SqlSnippet": "sql_snippet",
    "UserGroup": "user_group",
    "User": "user",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
