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
    "apac": "https://secure.holistics.io/api/v2",
    "eu": "https://eu.holistics.io/api/v2",
    "us": "https://us.holistics.io/api/v2",
}

#: The same for the servers that hand out data, where the vendor has such.
DATA_SERVERS: Final[dict[str, str]] = {}

#: What is known of each value of an enum: schema -> value -> facts.
VALUES: Final[dict[str, dict[str, dict[str, Any]]]] = {
    "ConditionOperator": {
        "is": {
            "min": 0,
            "max": None,
            "takes": "any",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean"),
        },
        "is_not": {
            "min": 0,
            "max": None,
            "takes": "any",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean"),
        },
        "is_null": {
            "min": 0,
            "max": 0,
            "takes": "nothing",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean"),
        },
        "not_null": {
            "min": 0,
            "max": 0,
            "takes": "nothing",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean"),
        },
        "greater_than": {"min": 1, "max": 1, "takes": "ordered", "modifier": "none", "filters": ("number",)},
        "less_than": {"min": 1, "max": 1, "takes": "ordered", "modifier": "none", "filters": ("number",)},
        "between": {"min": 2, "max": 2, "takes": "ordered", "modifier": "none", "filters": ("number", "date")},
        "matches_user_attribute": {
            "min": 1,
            "max": None,
            "takes": "attribute",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean"),
        },
        "contains": {"min": 1, "max": None, "takes": "text", "modifier": "none", "filters": ("string",)},
        "does_not_contain": {"min": 1, "max": None, "takes": "text", "modifier": "none", "filters": ("string",)},
        "starts_with": {"min": 1, "max": None, "takes": "text", "modifier": "none", "filters": ("string",)},
        "ends_with": {"min": 1, "max": None, "takes": "text", "modifier": "none", "filters": ("string",)},
        "is_true": {"min": 0, "max": 0, "takes": "nothing", "modifier": "none", "filters": ("boolean",)},
        "is_false": {"min": 0, "max": 0, "takes": "nothing", "modifier": "none", "filters": ("boolean",)},
        "last": {"min": 1, "max": 1, "takes": "count", "modifier": "required", "filters": ("date",)},
        "next": {"min": 1, "max": 1, "takes": "count", "modifier": "required", "filters": ("date",)},
        "before": {"min": 1, "max": 1, "takes": "date", "modifier": "none", "filters": ("date",)},
        "after": {"min": 1, "max": 1, "takes": "date", "modifier": "none", "filters": ("date",)},
        "matches": {"min": 1, "max": 1, "takes": "phrase", "modifier": "none", "filters": ("date",)},
        "transform_pop_relative": {"min": 1, "max": 1, "takes": "count", "modifier": "required", "filters": ("pop",)},
        "transform_pop_absolute": {"min": 2, "max": 2, "takes": "date", "modifier": "optional", "filters": ("pop",)},
        "transform_pop_none": {"min": 0, "max": 0, "takes": "nothing", "modifier": "none", "filters": ("pop",)},
        "transform_date_drill": {
            "min": 1,
            "max": 1,
            "takes": "transformation",
            "modifier": "none",
            "filters": ("date_drill",),
        },
        "none": {
            "min": 0,
            "max": 0,
            "takes": "nothing",
            "modifier": "none",
            "filters": ("number", "string", "date", "boolean", "pop", "date_drill"),
        },
    }
}

#: operationId -> module, relative to this package.
OPERATIONS: Final[dict[str, str]] = {
    "jobs_get": ".api.jobs.jobs_get",
    "jobs_get_logs": ".api.jobs.jobs_get_logs",
    "job_queues_list": ".api.job_queues.job_queues_list",
    "dashboards_list": ".api.dashboards.dashboards_list",
    "dashboards_get": ".api.dashboards.dashboards_get",
    "dashboards_delete": ".api.dashboards.dashboards_delete",
    "dashboards_build_url": ".api.dashboards.dashboards_build_url",
    "dashboards_submit_preload": ".api.dashboards.dashboards_submit_preload",
    "dashboard_widgets_get": ".api.dashboard_widgets.dashboard_widgets_get",
    "dashboard_widgets_delete": ".api.dashboard_widgets.dashboard_widgets_delete",
    "dashboard_widgets_submit_export": ".api.dashboard_widgets.dashboard_widgets_submit_export",
    "data_schedules_list": ".api.data_schedules.data_schedules_list",
    "data_schedules_create": ".api.data_schedules.data_schedules_create",
    "data_schedules_get": ".api.data_schedules.data_schedules_get",
    "data_schedules_update": ".api.data_schedules.data_schedules_update",
    "data_schedules_delete": ".api.data_schedules.data_schedules_delete",
    "data_schedules_submit_execute": ".api.data_schedules.data_schedules_submit_execute",
    "data_alerts_list": ".api.data_alerts.data_alerts_list",
    "data_alerts_create": ".api.data_alerts.data_alerts_create",
    "data_alerts_get": ".api.data_alerts.data_alerts_get",
    "data_alerts_update": ".api.data_alerts.data_alerts_update",
    "data_alerts_delete": ".api.data_alerts.data_alerts_delete",
    "data_alerts_submit_execute_test": ".api.data_alerts.data_alerts_submit_execute_test",
    "data_alerts_submit_execute": ".api.data_alerts.data_alerts_submit_execute",
    "exports_download": ".api.exports.exports_download",
    "dependencies_downstream_dependencies": ".api.dependencies.dependencies_downstream_dependencies",
    "users_list": ".api.users.users_list",
    "users_update": ".api.users.users_update",
    "users_delete": ".api.users.users_delete",
    "users_invite": ".api.users.users_invite",
    "users_restore": ".api.users.users_restore",
    "users_resend_invite": ".api.users.users_resend_invite",
    "users_revoke_authentication_token": ".api.users.users_revoke_authentication_token",
    "users_check_holistics_user": ".api.users.users_check_holistics_user",
    "users_me": ".api.users.users_me",
    "groups_list": ".api.groups.groups_list",
    "groups_create": ".api.groups.groups_create",
    "groups_get": ".api.groups.groups_get",
    "groups_update": ".api.groups.groups_update",
    "groups_delete": ".api.groups.groups_delete",
    "groups_add_user": ".api.groups.groups_add_user",
    "groups_remove_user": ".api.groups.groups_remove_user",
    "data_sources_get": ".api.data_sources.data_sources_get",
    "data_sources_update": ".api.data_sources.data_sources_update",
    "data_sources_delete": ".api.data_sources.data_sources_delete",
    "data_sources_bust_exploration_cache": ".api.data_sources.data_sources_bust_exploration_cache",
    "data_sets_get": ".api.data_sets.data_sets_get",
    "data_sets_delete": ".api.data_sets.data_sets_delete",
    "data_models_get": ".api.data_models.data_models_get",
    "data_models_delete": ".api.data_models.data_models_delete",
    "query_reports_get": ".api.query_reports.query_reports_get",
    "user_attributes_list": ".api.user_attributes.user_attributes_list",
    "user_attributes_create": ".api.user_attributes.user_attributes_create",
    "user_attributes_update": ".api.user_attributes.user_attributes_update",
    "user_attributes_delete": ".api.user_attributes.user_attributes_delete",
    "user_attribute_entries_list": ".api.user_attribute_entries.user_attribute_entries_list",
    "user_attribute_entries_computed_values": ".api.user_attribute_entries.user_attribute_entries_computed_values",
    "user_attribute_entries_upsert": ".api.user_attribute_entries.user_attribute_entries_upsert",
}


def operation(operation_id: str) -> ModuleType:
    """The module of an operation, with its `OPERATION`, `request` and `parse`; it is imported on first use.

    Raises:
        KeyError: the API has no such operation.
    """
    return import_module(OPERATIONS[operation_id], __package__)
