"""Every model and enum, each imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .all_widgets import AllWidgets
    from .data_import import DataImport
    from .data_source import DataSource
    from .data_transform import DataTransform
    from .done import Done
    from .email_schedule import EmailSchedule
    from .email_schedule_change import EmailScheduleChange
    from .email_schedule_format import EmailScheduleFormat
    from .email_schedule_options import EmailScheduleOptions
    from .email_schedule_source import EmailScheduleSource
    from .email_schedule_submission import EmailScheduleSubmission
    from .email_schedule_timing import EmailScheduleTiming
    from .errors import Errors
    from .export_file import ExportFile
    from .export_result import ExportResult
    from .free_form import FreeForm
    from .group import Group
    from .group_name import GroupName
    from .group_submission import GroupSubmission
    from .group_summary import GroupSummary
    from .invitation_role import InvitationRole
    from .job import Job
    from .job_log import JobLog
    from .job_logs import JobLogs
    from .job_progress import JobProgress
    from .job_user import JobUser
    from .last_run import LastRun
    from .last_run_job import LastRunJob
    from .last_runs import LastRuns
    from .paginated import Paginated
    from .query_results import QueryResults
    from .report_filters import ReportFilters
    from .reports_export_inline_format import ReportsExportInlineFormat
    from .reports_submit_export_format import ReportsSubmitExportFormat
    from .reports_submit_export_with_body_format import ReportsSubmitExportWithBodyFormat
    from .source_type import SourceType
    from .submitted import Submitted
    from .table_column import TableColumn
    from .table_config import TableConfig
    from .transform_settings import TransformSettings
    from .transport_submission import TransportSubmission
    from .user import User
    from .user_invitation import UserInvitation

__all__ = [
    "AllWidgets",
    "DataImport",
    "DataSource",
    "DataTransform",
    "Done",
    "EmailSchedule",
    "EmailScheduleChange",
    "EmailScheduleFormat",
    "EmailScheduleOptions",
    "EmailScheduleSource",
    "EmailScheduleSubmission",
    "EmailScheduleTiming",
    "Errors",
    "ExportFile",
    "ExportResult",
    "FreeForm",
    "Group",
    "GroupName",
    "GroupSubmission",
    "GroupSummary",
    "InvitationRole",
    "Job",
    "JobLog",
    "JobLogs",
    "JobProgress",
    "JobUser",
    "LastRun",
    "LastRunJob",
    "LastRuns",
    "Paginated",
    "QueryResults",
    "ReportFilters",
    "ReportsExportInlineFormat",
    "ReportsSubmitExportFormat",
    "ReportsSubmitExportWithBodyFormat",
    "SourceType",
    "Submitted",
    "TableColumn",
    "TableConfig",
    "TransformSettings",
    "TransportSubmission",
    "User",
    "UserInvitation",
]

_MODULES = {
    "AllWidgets": "all_widgets",
    "DataImport": "data_import",
    "DataSource": "data_source",
    "DataTransform": "data_transform",
    "Done": "done",
    "EmailSchedule": "email_schedule",
    "EmailScheduleChange": "email_schedule_change",
    "EmailScheduleFormat": "email_schedule_format",
    "EmailScheduleOptions": "email_schedule_options",
    "EmailScheduleSource": "email_schedule_source",
    "EmailScheduleSubmission": "email_schedule_submission",
    "EmailScheduleTiming": "email_schedule_timing",
    "Errors": "errors",
    "ExportFile": "export_file",
    "ExportResult": "export_result",
    "FreeForm": "free_form",
    "Group": "group",
    "GroupName": "group_name",
    "GroupSubmission": "group_submission",
    "GroupSummary": "group_summary",
    "InvitationRole": "invitation_role",
    "Job": "job",
    "JobLog": "job_log",
    "JobLogs": "job_logs",
    "JobProgress": "job_progress",
    "JobUser": "job_user",
    "LastRun": "last_run",
    "LastRunJob": "last_run_job",
    "LastRuns": "last_runs",
    "Paginated": "paginated",
    "QueryResults": "query_results",
    "ReportFilters": "report_filters",
    "ReportsExportInlineFormat": "reports_export_inline_format",
    "ReportsSubmitExportFormat": "reports_submit_export_format",
    "ReportsSubmitExportWithBodyFormat": "reports_submit_export_with_body_format",
    "SourceType": "source_type",
    "Submitted": "submitted",
    "TableColumn": "table_column",
    "TableConfig": "table_config",
    "TransformSettings": "transform_settings",
    "TransportSubmission": "transport_submission",
    "User": "user",
    "UserInvitation": "user_invitation",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_MODULES[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_MODULES])
