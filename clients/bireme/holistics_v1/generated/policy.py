"""What the spec says on the API as a whole: its servers, its credentials, and where each operation stands."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import Any, Final

#: The header that carries the key, and what stands before the key in it.
AUTH: Final[str | None] = "X-Holistics-Key"
AUTH_PREFIX: Final = ""

#: Every way to prove who one is: the header, and what stands before the secret in it.
CREDENTIALS: Final[dict[str, tuple[str, str]]] = {"ApiKeyAuthentication": ("X-Holistics-Key", "")}

#: The base URL of each region.
SERVERS: Final[dict[str, str]] = {
    "apac": "https://secure.holistics.io",
    "eu": "https://eu.holistics.io",
    "us": "https://us.holistics.io",
}

#: The same for the servers that hand out data, where the vendor has such.
DATA_SERVERS: Final[dict[str, str]] = {}

#: What is known of each value of an enum: schema -> value -> facts.
VALUES: Final[dict[str, dict[str, dict[str, Any]]]] = {}

#: operationId -> module, relative to this package.
OPERATIONS: Final[dict[str, str]] = {
    "reports_get_query_results": ".api.reports.reports_get_query_results",
    "reports_get_export_results": ".api.reports.reports_get_export_results",
    "reports_submit_query": ".api.reports.reports_submit_query",
    "reports_submit_export": ".api.reports.reports_submit_export",
    "reports_submit_export_with_body": ".api.reports.reports_submit_export_with_body",
    "reports_get_query_results_by_report": ".api.reports.reports_get_query_results_by_report",
    "reports_export_inline": ".api.reports.reports_export_inline",
    "exports_download": ".api.exports.exports_download",
    "jobs_list": ".api.jobs.jobs_list",
    "jobs_last_run_jobs": ".api.jobs.jobs_last_run_jobs",
    "jobs_get": ".api.jobs.jobs_get",
    "jobs_get_results": ".api.jobs.jobs_get_results",
    "jobs_get_logs": ".api.jobs.jobs_get_logs",
    "jobs_cancel": ".api.jobs.jobs_cancel",
    "data_imports_list": ".api.data_imports.data_imports_list",
    "data_imports_get": ".api.data_imports.data_imports_get",
    "data_imports_execute": ".api.data_imports.data_imports_execute",
    "data_imports_job_result": ".api.data_imports.data_imports_job_result",
    "data_transforms_list": ".api.data_transforms.data_transforms_list",
    "data_transforms_get": ".api.data_transforms.data_transforms_get",
    "data_transforms_execute": ".api.data_transforms.data_transforms_execute",
    "data_sources_list": ".api.data_sources.data_sources_list",
    "data_sources_get": ".api.data_sources.data_sources_get",
    "transports_submit": ".api.transports.transports_submit",
    "users_list": ".api.users.users_list",
    "users_info": ".api.users.users_info",
    "users_invite": ".api.users.users_invite",
    "groups_list": ".api.groups.groups_list",
    "groups_create": ".api.groups.groups_create",
    "groups_update": ".api.groups.groups_update",
    "groups_delete": ".api.groups.groups_delete",
    "groups_add_user": ".api.groups.groups_add_user",
    "groups_remove_user": ".api.groups.groups_remove_user",
    "email_schedules_create": ".api.email_schedules.email_schedules_create",
    "email_schedules_get": ".api.email_schedules.email_schedules_get",
    "email_schedules_update": ".api.email_schedules.email_schedules_update",
}


def operation(operation_id: str) -> ModuleType:
    """The module of an operation, with its `OPERATION`, `request` and `parse`; it is imported on first use.

    Raises:
        KeyError: the API has no such operation.
    """
    return import_module(OPERATIONS[operation_id], __package__)
