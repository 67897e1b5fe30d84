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
    from .dashboard_url import DashboardUrl
    from .dashboard_version import DashboardVersion
    from .dashboard_widget import DashboardWidget
    from .dashboard_widget_permissions import DashboardWidgetPermissions
    from .dashboard_widget_reply import DashboardWidgetReply
    from .data_model import DataModel
    from .data_model_field import DataModelField
    from .data_model_field_aggregation import DataModelFieldAggregation
    from .data_model_field_syntax import DataModelFieldSyntax
    from .data_model_field_transform import DataModelFieldTransform
    from .data_model_field_type import DataModelFieldType
    from .data_model_reply import DataModelReply
    from .data_modeling_condition import DataModelingCondition
    from .data_set import DataSet
    from .data_set_permission import DataSetPermission
    from .data_set_reply import DataSetReply
    from .data_source import DataSource
    from .data_source_changes import DataSourceChanges
    from .data_source_reply import DataSourceReply
    from .data_source_settings import DataSourceSettings
    from .data_source_update import DataSourceUpdate
    from .database_config import DatabaseConfig
    from .dependants import Dependants
    from .dependencies_reply import DependenciesReply
    from .dependency_source import DependencySource
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
    from .filter_states import FilterStates
    from .filter_type import FilterType
    from .free_form import FreeForm
    from .job import Job
    from .job_log import JobLog
    from .job_log_level import JobLogLevel
    from .job_logs_reply import JobLogsReply
    from .job_queue import JobQueue
    from .job_queues_reply import JobQueuesReply
    from .job_reply import JobReply
    from .job_status import JobStatus
    from .join import Join
    from .join_config import JoinConfig
    from .join_definition import JoinDefinition
    from .manual_filter_option import ManualFilterOption
    from .manual_filter_source import ManualFilterSource
    from .manual_filter_source_source_type import ManualFilterSourceSourceType
    from .message import Message
    from .model_reference import ModelReference
    from .pagination_cursors import PaginationCursors
    from .preload_submission import PreloadSubmission
    from .query_report import QueryReport
    from .query_report_reply import QueryReportReply
    from .record_error import RecordError
    from .record_error_record import RecordErrorRecord
    from .record_error_type import RecordErrorType
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
    "DashboardUrl",
    "DashboardVersion",
    "DashboardWidget",
    "DashboardWidgetPermissions",
    "DashboardWidgetReply",
    "DataModel",
    "DataModelField",
    "DataModelFieldAggregation",
    "DataModelFieldSyntax",
    "DataModelFieldTransform",
    "DataModelFieldType",
    "DataModelReply",
    "DataModelingCondition",
    "DataSet",
    "DataSetPermission",
    "DataSetReply",
    "DataSource",
    "DataSourceChanges",
    "DataSourceReply",
    "DataSourceSettings",
    "DataSourceUpdate",
    "DatabaseConfig",
    "Dependants",
    "DependenciesReply",
    "DependencySource",
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
    "FilterStates",
    "FilterType",
    "FreeForm",
    "Job",
    "JobLog",
    "JobLogLevel",
    "JobLogsReply",
    "JobQueue",
    "JobQueuesReply",
    "JobReply",
    "JobStatus",
    "Join",
    "JoinConfig",
    "JoinDefinition",
    "ManualFilterOption",
    "ManualFilterSource",
    "ManualFilterSourceSourceType",
    "Message",
    "ModelReference",
    "PaginationCursors",
    "PreloadSubmission",
    "QueryReport",
    "QueryReportReply",
    "RecordError",
    "RecordErrorRecord",
    "RecordErrorType",
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
    "DashboardUrl": "dashboard_url",
    "DashboardVersion": "dashboard_version",
    "DashboardWidget": "dashboard_widget",
    "DashboardWidgetPermissions": "dashboard_widget_permissions",
    "DashboardWidgetReply": "dashboard_widget_reply",
    "DataModel": "data_model",
    "DataModelField": "data_model_field",
    "DataModelFieldAggregation": "data_model_field_aggregation",
    "DataModelFieldSyntax": "data_model_field_syntax",
    "DataModelFieldTransform": "data_model_field_transform",
    "DataModelFieldType": "data_model_field_type",
    "DataModelReply": "data_model_reply",
    "DataModelingCondition": "data_modeling_condition",
    "DataSet": "data_set",
    "DataSetPermission": "data_set_permission",
    "DataSetReply": "data_set_reply",
    "DataSource": "data_source",
    "DataSourceChanges": "data_source_changes",
    "DataSourceReply": "data_source_reply",
    "DataSourceSettings": "data_source_settings",
    "DataSourceUpdate": "data_source_update",
    "DatabaseConfig": "database_config",
    "Dependants": "dependants",
    "DependenciesReply": "dependencies_reply",
    "DependencySource": "dependency_source",
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
    "FilterStates": "filter_states",
    "FilterType": "filter_type",
    "FreeForm": "free_form",
    "Job": "job",
    "JobLog": "job_log",
    "JobLogLevel": "job_log_level",
    "JobLogsReply": "job_logs_reply",
    "JobQueue": "job_queue",
    "JobQueuesReply": "job_queues_reply",
    "JobReply": "job_reply",
    "JobStatus": "job_status",
    "Join": "join",
    "JoinConfig": "join_config",
    "JoinDefinition": "join_definition",
    "ManualFilterOption": "manual_filter_option",
    "ManualFilterSource": "manual_filter_source",
    "ManualFilterSourceSourceType": "manual_filter_source_source_type",
    "Message": "message",
    "ModelReference": "model_reference",
    "PaginationCursors": "pagination_cursors",
    "PreloadSubmission": "preload_submission",
    "QueryReport": "query_report",
    "QueryReportReply": "query_report_reply",
    "RecordError": "record_error",
    "RecordErrorRecord": "record_error_record",
    "RecordErrorType": "record_error_type",
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
