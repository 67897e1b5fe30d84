"""Every model and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_job import AsyncJob
    from .async_job_reply import AsyncJobReply
    from .base_error import BaseError
    from .condition_operator import ConditionOperator
    from .dashboard import Dashboard
    from .dashboard_page import DashboardPage
    from .dashboard_reply import DashboardReply
    from .dashboard_sort import DashboardSort
    from .dashboard_version import DashboardVersion
    from .dashboard_widget import DashboardWidget
    from .dashboard_widget_permissions import DashboardWidgetPermissions
    from .dashboard_widget_reply import DashboardWidgetReply
    from .data_modeling_condition import DataModelingCondition
    from .dm_field_filter_source import DmFieldFilterSource
    from .dm_field_filter_source_source_type import DmFieldFilterSourceSourceType
    from .dynamic_filter import DynamicFilter
    from .dynamic_filter_condition import DynamicFilterCondition
    from .dynamic_filter_definition import DynamicFilterDefinition
    from .dynamic_filter_mapping import DynamicFilterMapping
    from .dynamic_filter_mapping_permissions import DynamicFilterMappingPermissions
    from .dynamic_filter_mapping_viz_conditionable_type import DynamicFilterMappingVizConditionableType
    from .dynamic_filter_permissions import DynamicFilterPermissions
    from .error_details import ErrorDetails
    from .error_type import ErrorType
    from .export_format import ExportFormat
    from .export_submission import ExportSubmission
    from .field_path import FieldPath
    from .filter_input_type import FilterInputType
    from .filter_type import FilterType
    from .free_form import FreeForm
    from .job import Job
    from .job_log import JobLog
    from .job_log_level import JobLogLevel
    from .job_logs_reply import JobLogsReply
    from .job_reply import JobReply
    from .job_status import JobStatus
    from .manual_filter_option import ManualFilterOption
    from .manual_filter_source import ManualFilterSource
    from .manual_filter_source_source_type import ManualFilterSourceSourceType
    from .pagination_cursors import PaginationCursors
    from .preload_submission import PreloadSubmission
    from .query_report import QueryReport
    from .time_unit import TimeUnit
    from .user import User
    from .user_reply import UserReply
    from .user_role import UserRole
    from .viz_setting import VizSetting
    from .viz_type import VizType
    from .widget_source_type import WidgetSourceType

__all__ = [
    "AsyncJob",
    "AsyncJobReply",
    "BaseError",
    "ConditionOperator",
    "Dashboard",
    "DashboardPage",
    "DashboardReply",
    "DashboardSort",
    "DashboardVersion",
    "DashboardWidget",
    "DashboardWidgetPermissions",
    "DashboardWidgetReply",
    "DataModelingCondition",
    "DmFieldFilterSource",
    "DmFieldFilterSourceSourceType",
    "DynamicFilter",
    "DynamicFilterCondition",
    "DynamicFilterDefinition",
    "DynamicFilterMapping",
    "DynamicFilterMappingPermissions",
    "DynamicFilterMappingVizConditionableType",
    "DynamicFilterPermissions",
    "ErrorDetails",
    "ErrorType",
    "ExportFormat",
    "ExportSubmission",
    "FieldPath",
    "FilterInputType",
    "FilterType",
    "FreeForm",
    "Job",
    "JobLog",
    "JobLogLevel",
    "JobLogsReply",
    "JobReply",
    "JobStatus",
    "ManualFilterOption",
    "ManualFilterSource",
    "ManualFilterSourceSourceType",
    "PaginationCursors",
    "PreloadSubmission",
    "QueryReport",
    "TimeUnit",
    "User",
    "UserReply",
    "UserRole",
    "VizSetting",
    "VizType",
    "WidgetSourceType",
]

_MODULES = {
    "AsyncJob": "async_job",
    "AsyncJobReply": "async_job_reply",
    "BaseError": "base_error",
    "ConditionOperator": "condition_operator",
    "Dashboard": "dashboard",
    "DashboardPage": "dashboard_page",
    "DashboardReply": "dashboard_reply",
    "DashboardSort": "dashboard_sort",
    "DashboardVersion": "dashboard_version",
    "DashboardWidget": "dashboard_widget",
    "DashboardWidgetPermissions": "dashboard_widget_permissions",
    "DashboardWidgetReply": "dashboard_widget_reply",
    "DataModelingCondition": "data_modeling_condition",
    "DmFieldFilterSource": "dm_field_filter_source",
    "DmFieldFilterSourceSourceType": "dm_field_filter_source_source_type",
    "DynamicFilter": "dynamic_filter",
    "DynamicFilterCondition": "dynamic_filter_condition",
    "DynamicFilterDefinition": "dynamic_filter_definition",
    "DynamicFilterMapping": "dynamic_filter_mapping",
    "DynamicFilterMappingPermissions": "dynamic_filter_mapping_permissions",
    "DynamicFilterMappingVizConditionableType": "dynamic_filter_mapping_viz_conditionable_type",
    "DynamicFilterPermissions": "dynamic_filter_permissions",
    "ErrorDetails": "error_details",
    "ErrorType": "error_type",
    "ExportFormat": "export_format",
    "ExportSubmission": "export_submission",
    "FieldPath": "field_path",
    "FilterInputType": "filter_input_type",
    "FilterType": "filter_type",
    "FreeForm": "free_form",
    "Job": "job",
    "JobLog": "job_log",
    "JobLogLevel": "job_log_level",
    "JobLogsReply": "job_logs_reply",
    "JobReply": "job_reply",
    "JobStatus": "job_status",
    "ManualFilterOption": "manual_filter_option",
    "ManualFilterSource": "manual_filter_source",
    "ManualFilterSourceSourceType": "manual_filter_source_source_type",
    "PaginationCursors": "pagination_cursors",
    "PreloadSubmission": "preload_submission",
    "QueryReport": "query_report",
    "TimeUnit": "time_unit",
    "User": "user",
    "UserReply": "user_reply",
    "UserRole": "user_role",
    "VizSetting": "viz_setting",
    "VizType": "viz_type",
    "WidgetSourceType": "widget_source_type",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
