"""Every model and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .async_job import AsyncJob
    from .async_job_reply import AsyncJobReply
    from .attachment_format import AttachmentFormat
    from .attribute_input_type import AttributeInputType
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
    from .data_alert import DataAlert
    from .data_alert_dest_type import DataAlertDestType
    from .data_alert_email_dest import DataAlertEmailDest
    from .data_alert_email_dest_type import DataAlertEmailDestType
    from .data_alert_email_options import DataAlertEmailOptions
    from .data_alert_page import DataAlertPage
    from .data_alert_reply import DataAlertReply
    from .data_alert_slack_dest import DataAlertSlackDest
    from .data_alert_slack_dest_type import DataAlertSlackDestType
    from .data_alert_source_type import DataAlertSourceType
    from .data_alert_submission import DataAlertSubmission
    from .data_model import DataModel
    from .data_model_field import DataModelField
    from .data_model_field_aggregation import DataModelFieldAggregation
    from .data_model_field_syntax import DataModelFieldSyntax
    from .data_model_field_transform import DataModelFieldTransform
    from .data_model_field_type import DataModelFieldType
    from .data_model_reply import DataModelReply
    from .data_modeling_condition import DataModelingCondition
    from .data_schedule import DataSchedule
    from .data_schedule_adls_2_dest import DataScheduleAdls2Dest
    from .data_schedule_adls_2_dest_type import DataScheduleAdls2DestType
    from .data_schedule_dest_type import DataScheduleDestType
    from .data_schedule_email_dest import DataScheduleEmailDest
    from .data_schedule_email_dest_type import DataScheduleEmailDestType
    from .data_schedule_email_options import DataScheduleEmailOptions
    from .data_schedule_page import DataSchedulePage
    from .data_schedule_reply import DataScheduleReply
    from .data_schedule_sftp_dest import DataScheduleSftpDest
    from .data_schedule_sftp_dest_type import DataScheduleSftpDestType
    from .data_schedule_slack_dest import DataScheduleSlackDest
    from .data_schedule_slack_dest_type import DataScheduleSlackDestType
    from .data_schedule_source_type import DataScheduleSourceType
    from .data_schedule_submission import DataScheduleSubmission
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
    from .drop_format import DropFormat
    from .drop_separator import DropSeparator
    from .dynamic_filter import DynamicFilter
    from .dynamic_filter_condition import DynamicFilterCondition
    from .dynamic_filter_definition import DynamicFilterDefinition
    from .dynamic_filter_mapping import DynamicFilterMapping
    from .dynamic_filter_mapping_permissions import DynamicFilterMappingPermissions
    from .dynamic_filter_mapping_viz_conditionable_type import DynamicFilterMappingVizConditionableType
    from .dynamic_filter_permissions import DynamicFilterPermissions
    from .dynamic_filter_preset import DynamicFilterPreset
    from .email_selection import EmailSelection
    from .error_details import ErrorDetails
    from .error_type import ErrorType
    from .export_format import ExportFormat
    from .export_submission import ExportSubmission
    from .field_path import FieldPath
    from .filter_input_type import FilterInputType
    from .filter_states import FilterStates
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
    from .job_queue import JobQueue
    from .job_queues_reply import JobQueuesReply
    from .job_reply import JobReply
    from .job_status import JobStatus
    from .join import Join
    from .join_config import JoinConfig
    from .join_definition import JoinDefinition
    from .listed_user import ListedUser
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
    from .schedule import Schedule
    from .slack_channel import SlackChannel
    from .subject_type import SubjectType
    from .test_data_alert_submission import TestDataAlertSubmission
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
    from .viz_aggregation import VizAggregation
    from .viz_condition import VizCondition
    from .viz_setting import VizSetting
    from .viz_transformation import VizTransformation
    from .viz_type import VizType
    from .widget_source_type import WidgetSourceType

__all__ = [
    "AsyncJob",
    "AsyncJobReply",
    "AttachmentFormat",
    "AttributeInputType",
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
    "DataAlert",
    "DataAlertDestType",
    "DataAlertEmailDest",
    "DataAlertEmailDestType",
    "DataAlertEmailOptions",
    "DataAlertPage",
    "DataAlertReply",
    "DataAlertSlackDest",
    "DataAlertSlackDestType",
    "DataAlertSourceType",
    "DataAlertSubmission",
    "DataModel",
    "DataModelField",
    "DataModelFieldAggregation",
    "DataModelFieldSyntax",
    "DataModelFieldTransform",
    "DataModelFieldType",
    "DataModelReply",
    "DataModelingCondition",
    "DataSchedule",
    "DataScheduleAdls2Dest",
    "DataScheduleAdls2DestType",
    "DataScheduleDestType",
    "DataScheduleEmailDest",
    "DataScheduleEmailDestType",
    "DataScheduleEmailOptions",
    "DataSchedulePage",
    "DataScheduleReply",
    "DataScheduleSftpDest",
    "DataScheduleSftpDestType",
    "DataScheduleSlackDest",
    "DataScheduleSlackDestType",
    "DataScheduleSourceType",
    "DataScheduleSubmission",
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
    "DropFormat",
    "DropSeparator",
    "DynamicFilter",
    "DynamicFilterCondition",
    "DynamicFilterDefinition",
    "DynamicFilterMapping",
    "DynamicFilterMappingPermissions",
    "DynamicFilterMappingVizConditionableType",
    "DynamicFilterPermissions",
    "DynamicFilterPreset",
    "EmailSelection",
    "ErrorDetails",
    "ErrorType",
    "ExportFormat",
    "ExportSubmission",
    "FieldPath",
    "FilterInputType",
    "FilterStates",
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
    "JobQueue",
    "JobQueuesReply",
    "JobReply",
    "JobStatus",
    "Join",
    "JoinConfig",
    "JoinDefinition",
    "ListedUser",
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
    "Schedule",
    "SlackChannel",
    "SubjectType",
    "TestDataAlertSubmission",
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
    "VizAggregation",
    "VizCondition",
    "VizSetting",
    "VizTransformation",
    "VizType",
    "WidgetSourceType",
]

_MODULES = {
    "AsyncJob": "async_job",
    "AsyncJobReply": "async_job_reply",
    "AttachmentFormat": "attachment_format",
    "AttributeInputType": "attribute_input_type",
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
    "DataAlert": "data_alert",
    "DataAlertDestType": "data_alert_dest_type",
    "DataAlertEmailDest": "data_alert_email_dest",
    "DataAlertEmailDestType": "data_alert_email_dest_type",
    "DataAlertEmailOptions": "data_alert_email_options",
    "DataAlertPage": "data_alert_page",
    "DataAlertReply": "data_alert_reply",
    "DataAlertSlackDest": "data_alert_slack_dest",
    "DataAlertSlackDestType": "data_alert_slack_dest_type",
    "DataAlertSourceType": "data_alert_source_type",
    "DataAlertSubmission": "data_alert_submission",
    "DataModel": "data_model",
    "DataModelField": "data_model_field",
    "DataModelFieldAggregation": "data_model_field_aggregation",
    "DataModelFieldSyntax": "data_model_field_syntax",
    "DataModelFieldTransform": "data_model_field_transform",
    "DataModelFieldType": "data_model_field_type",
    "DataModelReply": "data_model_reply",
    "DataModelingCondition": "data_modeling_condition",
    "DataSchedule": "data_schedule",
    "DataScheduleAdls2Dest": "data_schedule_adls_2_dest",
    "DataScheduleAdls2DestType": "data_schedule_adls_2_dest_type",
    "DataScheduleDestType": "data_schedule_dest_type",
    "DataScheduleEmailDest": "data_schedule_email_dest",
    "DataScheduleEmailDestType": "data_schedule_email_dest_type",
    "DataScheduleEmailOptions": "data_schedule_email_options",
    "DataSchedulePage": "data_schedule_page",
    "DataScheduleReply": "data_schedule_reply",
    "DataScheduleSftpDest": "data_schedule_sftp_dest",
    "DataScheduleSftpDestType": "data_schedule_sftp_dest_type",
    "DataScheduleSlackDest": "data_schedule_slack_dest",
    "DataScheduleSlackDestType": "data_schedule_slack_dest_type",
    "DataScheduleSourceType": "data_schedule_source_type",
    "DataScheduleSubmission": "data_schedule_submission",
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
    "DropFormat": "drop_format",
    "DropSeparator": "drop_separator",
    "DynamicFilter": "dynamic_filter",
    "DynamicFilterCondition": "dynamic_filter_condition",
    "DynamicFilterDefinition": "dynamic_filter_definition",
    "DynamicFilterMapping": "dynamic_filter_mapping",
    "DynamicFilterMappingPermissions": "dynamic_filter_mapping_permissions",
    "DynamicFilterMappingVizConditionableType": "dynamic_filter_mapping_viz_conditionable_type",
    "DynamicFilterPermissions": "dynamic_filter_permissions",
    "DynamicFilterPreset": "dynamic_filter_preset",
    "EmailSelection": "email_selection",
    "ErrorDetails": "error_details",
    "ErrorType": "error_type",
    "ExportFormat": "export_format",
    "ExportSubmission": "export_submission",
    "FieldPath": "field_path",
    "FilterInputType": "filter_input_type",
    "FilterStates": "filter_states",
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
    "JobQueue": "job_queue",
    "JobQueuesReply": "job_queues_reply",
    "JobReply": "job_reply",
    "JobStatus": "job_status",
    "Join": "join",
    "JoinConfig": "join_config",
    "JoinDefinition": "join_definition",
    "ListedUser": "listed_user",
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
    "Schedule": "schedule",
    "SlackChannel": "slack_channel",
    "SubjectType": "subject_type",
    "TestDataAlertSubmission": "test_data_alert_submission",
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
    "VizAggregation": "viz_aggregation",
    "VizCondition": "viz_condition",
    "VizSetting": "viz_setting",
    "VizTransformation": "viz_transformation",
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
