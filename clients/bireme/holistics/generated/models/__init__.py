"""Every model and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_job import AsyncJob
    from .async_job_reply import AsyncJobReply
    from .attribute_input_type import AttributeInputType
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
    from .group import Group
    from .group_creation import GroupCreation
    from .group_creation_fields import GroupCreationFields
    from .group_page import GroupPage
    from .group_reply import GroupReply
    from .group_sort import GroupSort
    from .group_update import GroupUpdate
    from .group_update_fields import GroupUpdateFields
    from .groups_by_id import GroupsById
    from .invalid_email import InvalidEmail
    from .invalid_emails_invitation_error import InvalidEmailsInvitationError
    from .invalid_emails_invitation_error_type import InvalidEmailsInvitationErrorType
    from .job import Job
    from .job_log import JobLog
    from .job_log_level import JobLogLevel
    from .job_logs_reply import JobLogsReply
    from .job_reply import JobReply
    from .job_status import JobStatus
    from .listed_user import ListedUser
    from .manual_filter_option import ManualFilterOption
    from .manual_filter_source import ManualFilterSource
    from .manual_filter_source_source_type import ManualFilterSourceSourceType
    from .message import Message
    from .pagination_cursors import PaginationCursors
    from .preload_submission import PreloadSubmission
    from .query_report import QueryReport
    from .record_error import RecordError
    from .record_error_record import RecordErrorRecord
    from .record_error_type import RecordErrorType
    from .subject_type import SubjectType
    from .time_unit import TimeUnit
    from .user import User
    from .user_attribute import UserAttribute
    from .user_attribute_created import UserAttributeCreated
    from .user_attribute_created_status import UserAttributeCreatedStatus
    from .user_attribute_entries_reply import UserAttributeEntriesReply
    from .user_attribute_entries_submission import UserAttributeEntriesSubmission
    from .user_attribute_entry import UserAttributeEntry
    from .user_attribute_entry_by_id import UserAttributeEntryById
    from .user_attribute_entry_by_name import UserAttributeEntryByName
    from .user_attribute_entry_page import UserAttributeEntryPage
    from .user_attribute_input import UserAttributeInput
    from .user_attribute_page import UserAttributePage
    from .user_attribute_reply import UserAttributeReply
    from .user_attribute_submission import UserAttributeSubmission
    from .user_attribute_values import UserAttributeValues
    from .user_attribute_values_reply import UserAttributeValuesReply
    from .user_changes import UserChanges
    from .user_check_reply import UserCheckReply
    from .user_invitation import UserInvitation
    from .user_page import UserPage
    from .user_reply import UserReply
    from .user_role import UserRole
    from .user_sort import UserSort
    from .user_status import UserStatus
    from .user_update import UserUpdate
    from .users_by_id import UsersById
    from .users_counters import UsersCounters
    from .users_counters_by_role import UsersCountersByRole
    from .viz_setting import VizSetting
    from .viz_type import VizType
    from .widget_source_type import WidgetSourceType

__all__ = [
    "AsyncJob",
    "AsyncJobReply",
    "AttributeInputType",
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
    "Group",
    "GroupCreation",
    "GroupCreationFields",
    "GroupPage",
    "GroupReply",
    "GroupSort",
    "GroupUpdate",
    "GroupUpdateFields",
    "GroupsById",
    "InvalidEmail",
    "InvalidEmailsInvitationError",
    "InvalidEmailsInvitationErrorType",
    "Job",
    "JobLog",
    "JobLogLevel",
    "JobLogsReply",
    "JobReply",
    "JobStatus",
    "ListedUser",
    "ManualFilterOption",
    "ManualFilterSource",
    "ManualFilterSourceSourceType",
    "Message",
    "PaginationCursors",
    "PreloadSubmission",
    "QueryReport",
    "RecordError",
    "RecordErrorRecord",
    "RecordErrorType",
    "SubjectType",
    "TimeUnit",
    "User",
    "UserAttribute",
    "UserAttributeCreated",
    "UserAttributeCreatedStatus",
    "UserAttributeEntriesReply",
    "UserAttributeEntriesSubmission",
    "UserAttributeEntry",
    "UserAttributeEntryById",
    "UserAttributeEntryByName",
    "UserAttributeEntryPage",
    "UserAttributeInput",
    "UserAttributePage",
    "UserAttributeReply",
    "UserAttributeSubmission",
    "UserAttributeValues",
    "UserAttributeValuesReply",
    "UserChanges",
    "UserCheckReply",
    "UserInvitation",
    "UserPage",
    "UserReply",
    "UserRole",
    "UserSort",
    "UserStatus",
    "UserUpdate",
    "UsersById",
    "UsersCounters",
    "UsersCountersByRole",
    "VizSetting",
    "VizType",
    "WidgetSourceType",
]

_MODULES = {
    "AsyncJob": "async_job",
    "AsyncJobReply": "async_job_reply",
    "AttributeInputType": "attribute_input_type",
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
    "Group": "group",
    "GroupCreation": "group_creation",
    "GroupCreationFields": "group_creation_fields",
    "GroupPage": "group_page",
    "GroupReply": "group_reply",
    "GroupSort": "group_sort",
    "GroupUpdate": "group_update",
    "GroupUpdateFields": "group_update_fields",
    "GroupsById": "groups_by_id",
    "InvalidEmail": "invalid_email",
    "InvalidEmailsInvitationError": "invalid_emails_invitation_error",
    "InvalidEmailsInvitationErrorType": "invalid_emails_invitation_error_type",
    "Job": "job",
    "JobLog": "job_log",
    "JobLogLevel": "job_log_level",
    "JobLogsReply": "job_logs_reply",
    "JobReply": "job_reply",
    "JobStatus": "job_status",
    "ListedUser": "listed_user",
    "ManualFilterOption": "manual_filter_option",
    "ManualFilterSource": "manual_filter_source",
    "ManualFilterSourceSourceType": "manual_filter_source_source_type",
    "Message": "message",
    "PaginationCursors": "pagination_cursors",
    "PreloadSubmission": "preload_submission",
    "QueryReport": "query_report",
    "RecordError": "record_error",
    "RecordErrorRecord": "record_error_record",
    "RecordErrorType": "record_error_type",
    "SubjectType": "subject_type",
    "TimeUnit": "time_unit",
    "User": "user",
    "UserAttribute": "user_attribute",
    "UserAttributeCreated": "user_attribute_created",
    "UserAttributeCreatedStatus": "user_attribute_created_status",
    "UserAttributeEntriesReply": "user_attribute_entries_reply",
    "UserAttributeEntriesSubmission": "user_attribute_entries_submission",
    "UserAttributeEntry": "user_attribute_entry",
    "UserAttributeEntryById": "user_attribute_entry_by_id",
    "UserAttributeEntryByName": "user_attribute_entry_by_name",
    "UserAttributeEntryPage": "user_attribute_entry_page",
    "UserAttributeInput": "user_attribute_input",
    "UserAttributePage": "user_attribute_page",
    "UserAttributeReply": "user_attribute_reply",
    "UserAttributeSubmission": "user_attribute_submission",
    "UserAttributeValues": "user_attribute_values",
    "UserAttributeValuesReply": "user_attribute_values_reply",
    "UserChanges": "user_changes",
    "UserCheckReply": "user_check_reply",
    "UserInvitation": "user_invitation",
    "UserPage": "user_page",
    "UserReply": "user_reply",
    "UserRole": "user_role",
    "UserSort": "user_sort",
    "UserStatus": "user_status",
    "UserUpdate": "user_update",
    "UsersById": "users_by_id",
    "UsersCounters": "users_counters",
    "UsersCountersByRole": "users_counters_by_role",
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
