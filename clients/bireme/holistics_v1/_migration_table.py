"""What becomes of each legacy call in API v2: one table, which `bireme holistics migrate` and its page both read.

The left side is what the legacy documents, the vendor's packages and their gem are known to call. Paths are templates:
`{id}` stands for a number, a variable or an interpolation, `{format}` for `csv`, `json` or `xlsx`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One row.

    Attributes:
        id: its name in `--json`.
        group: the heading it stands under.
        v1: the legacy call, as a reader knows it.
        v2: what takes its place, with paths below `/api/v2`.
        bireme: the same with this package; empty where it has none.
        changes: what else differs.
        paths: templates of paths that show the call; the method is the first word, where it tells rules apart.
        distinct: the paths mean nothing else anywhere, so they need no other sign of Holistics.
        shared: v2 has the same path, so only the address before it tells which one is meant.
        code: regular expressions of other traces, by language (`*` for all).
        with_package: the traces count only in a file that uses the vendor's package.
    """

    id: str
    group: str
    v1: str
    v2: str
    changes: str
    bireme: str = ""
    paths: tuple[str, ...] = ()
    distinct: bool = False
    shared: bool = False
    code: tuple[tuple[str, str], ...] = ()
    with_package: bool = False


REPORTS, JOBS, USERS = "Reports and exports", "Jobs", "Users"
GROUPS, SCHEDULES, PIPELINE = "Groups", "Email schedules", "Data pipeline and sources"
KITS, ACCESS = "Packages and command line", "Access"

_EXPORT_CHANGES = (
    "Reports become widgets of a dashboard: the id is the widget's (`_e=` in its address), not the report's. Formats "
    "are csv, xlsx and pdf; json is gone. Filters are `dashboard_filter_conditions` in the JSON body, by filter id "
    "with an operator, no longer query parameters by name. The reply wraps the job: `{job: {id, status}}`."
)
_POLL_CHANGES = (
    "Any job is asked for by its id. The state is `job.status`: `not yet` becomes `created`, `queued` or `running`; "
    "`already_existed` names another job in `existing_job_id`; the reason of a failure is `job.last_error_log`."
)
_ROWS_CHANGES = (
    "v2 has no operation that gives a report's rows page by page: export the widget as csv and read the file. What "
    "came as text or null is read with types."
)
_NO_PIPELINE = "v2 has no imports and transforms; models and the data pipeline are kept as code instead."

# The gem's command as one text, and as a list of arguments; ours is `bireme holistics`.
_COMMANDS = (
    r"login\s+[\w$\"'<{#]|ds_list\b|data_sources\s+list\b|import\s+(?:csv|execute|list)\b|job_show\b"
    r"|transform\s+(?:list\b|--?\w)|transport\s+(?:submit|generate)\b|email_schedule\b|dbt\s+upload\b"
)
_IN_A_LIST = (
    r"(?<!bireme[\"'], )[\"']holistics[\"']\s*,\s*[\"']"
    r"(?:login|ds_list|data_sources|import|job_show|transform|transport|email_schedule|dbt)[\"']"
)

RULES: tuple[Rule, ...] = (
    # --- reports ---
    Rule(
        "submit_export",
        REPORTS,
        "GET or POST /queries/{id}/submit_export.{format}",
        "POST /dashboard_widgets/{id}/submit_export",
        _EXPORT_CHANGES,
        "h.export_widget(widget_id, 'csv', filters=[...])",
        ("/queries/{id}/submit_export.{format}", "/submit_export.{format}"),
        distinct=True,
    ),
    Rule(
        "get_export_results",
        REPORTS,
        "GET /queries/get_export_results.json?job_id=",
        "GET /jobs/{id}",
        _POLL_CHANGES,
        "h.job(job_id).wait()",
        ("/queries/get_export_results.json", "/get_export_results.json"),
        distinct=True,
    ),
    Rule(
        "exports_download",
        REPORTS,
        "GET /exports/download?job_id=",
        "GET /exports/download?job_id=",
        "The same path below `/api/v2`, and the same redirect to a link that lives for about a minute. Use it without "
        "the key.",
        "export.to_file('report.csv')",
        ("/exports/download",),
        shared=True,
    ),
    Rule(
        "submit_query",
        REPORTS,
        "GET /queries/{id}/submit_query.json",
        "POST /dashboard_widgets/{id}/submit_export",
        _ROWS_CHANGES,
        "h.export_widget(widget_id).iter_rows()",
        ("/queries/{id}/submit_query.json", "/submit_query.json"),
        distinct=True,
    ),
    Rule(
        "get_query_results",
        REPORTS,
        "GET /queries/get_query_results.json?job_id=&_page=",
        "GET /jobs/{id}, then GET /exports/download",
        _ROWS_CHANGES + " `_page` and `_page_size` have no counterpart.",
        "export.iter_rows()",
        ("/queries/get_query_results.json", "/get_query_results.json"),
        distinct=True,
    ),
    Rule(
        "query_inline",
        REPORTS,
        "GET /queries/{id}.{format}, also with ?job_id=",
        "POST /dashboard_widgets/{id}/submit_export, GET /jobs/{id}, GET /exports/download",
        "There is no export in one call any more, however small it is. " + _EXPORT_CHANGES,
        "h.export_widget(widget_id).to_pandas()",
        ("/queries/{id}.{format}",),
    ),
    # --- jobs ---
    Rule(
        "job_results",
        JOBS,
        "GET /jobs/{id}/get_results.json",
        "GET /jobs/{id}",
        _POLL_CHANGES,
        "h.job(job_id).wait()",
        ("/jobs/{id}/get_results.json",),
    ),
    Rule(
        "job_get",
        JOBS,
        "GET /jobs/{id}.json",
        "GET /jobs/{id}",
        "The reply is wrapped in `job`. It has no `duration`, `source_method` or `tenant_id`; `last_error_log` is new.",
        "h.jobs.get(job_id)",
        ("/jobs/{id}.json",),
    ),
    Rule(
        "job_logs",
        JOBS,
        "GET /jobs/{id}/logs.json?last_id=",
        "GET /jobs/{id}/logs",
        "The whole log comes at once in `job_logs`: `last_id` and `has_more` are gone. Levels are INFO and ERROR.",
        "h.jobs.get_logs(job_id)",
        ("/jobs/{id}/logs.json",),
    ),
    Rule(
        "job_list",
        JOBS,
        "GET /jobs.json?source_type=",
        "none documented",
        "v2 documents no list of jobs: keep the ids of the jobs that you start. `GET /job_queues` tells the load.",
        "h.jobs.get(job_id)",
        ("/jobs.json",),
    ),
    Rule(
        "job_last_run",
        JOBS,
        "GET /jobs/last_run_jobs.json?source_type=&ids[]=",
        "none documented",
        "v2 documents no look-up of jobs by source: keep the ids of the jobs that you start.",
        "h.jobs.get(job_id)",
        ("/jobs/last_run_jobs.json", "/jobs/get_last_jobs.json"),
    ),
    Rule(
        "job_cancel",
        JOBS,
        "PUT /jobs/{id}/cancel.json",
        "none documented",
        "v2 documents no cancelling of jobs: stop waiting, or cancel it in the web interface.",
        "",
        ("/jobs/{id}/cancel.json",),
    ),
    # --- users ---
    Rule(
        "users_list",
        USERS,
        "GET /users.json",
        "GET /users",
        "Comes in pages with cursors (`limit`, `after`). Groups are a collection beside the users, who have "
        "`group_ids`; counts by role are new.",
        "h.users.iter()",
        ("/users.json", "/user.json"),
    ),
    Rule(
        "users_invite",
        USERS,
        "POST /users/invite.json",
        "POST /users/invite",
        "Takes many addresses at once (`emails`), with groups, API access and the right to export; answers with a job.",
        "h.users.invite(body=...)",
        ("/users/invite.json",),
    ),
    Rule(
        "users_info",
        USERS,
        "GET /users/info.json",
        "GET /users/me",
        "The reply is wrapped in `user`. A wrong key gets 401 with a JSON error.",
        "h.users.me()",
        ("/users/info.json",),
    ),
    Rule(
        "users_resend_invite",
        USERS,
        "resend an invitation",
        "POST /users/{id}/resend_invite",
        "Answers with a job.",
        "h.users.resend_invite(user_id)",
    ),
    Rule(
        "users_delete",
        USERS,
        "soft-delete a user",
        "DELETE /users/{id}",
        "Nothing is known to differ.",
        "h.users.delete(user_id)",
    ),
    Rule(
        "users_restore",
        USERS,
        "restore a deleted user",
        "POST /users/{id}/restore",
        "Answers `{message}`; 422 where the user is not deleted.",
        "h.users.restore(user_id)",
    ),
    Rule(
        "users_api_access",
        USERS,
        "allow or revoke API access",
        "PUT /users/{id}",
        "Set `allow_authentication_token`.",
        "h.users.update(user_id, body=...)",
    ),
    Rule(
        "users_revoke_token",
        USERS,
        "revoke a user's token",
        "POST /users/{id}/revoke_authentication_token",
        "An operation of its own.",
        "h.users.revoke_authentication_token(user_id)",
    ),
    Rule(
        "users_check_email",
        USERS,
        "check whether an address is a user's",
        "GET /users/check_holistics_user",
        "Answers `{is_already_user}`.",
        "h.users.check_holistics_user(email=...)",
    ),
    Rule(
        "users_change_role",
        USERS,
        "change a user's role",
        "PUT /users/{id}",
        "Set `role`; an empty `group_ids` takes the place of `remove_groups`.",
        "h.users.update(user_id, body=...)",
    ),
    # --- groups ---
    Rule(
        "groups_list",
        GROUPS,
        "GET /groups.json",
        "GET /groups",
        "Comes in pages with cursors. Groups have `user_ids` in place of `num_user`; `include_users` adds the users.",
        "h.groups.iter()",
        ("GET /groups.json",),
    ),
    Rule(
        "groups_create",
        GROUPS,
        "POST /groups.json",
        "POST /groups",
        "The reply is the group with `id`, `name` and `user_ids`, without times and `tenant_id`.",
        "h.groups.create(body=...)",
        ("POST /groups.json",),
    ),
    Rule(
        "groups_update",
        GROUPS,
        "PUT /groups/{id}.json",
        "PUT /groups/{id}",
        "The reply includes `user_ids`.",
        "h.groups.update(group_id, body=...)",
        ("PUT /groups/{id}.json",),
    ),
    Rule(
        "groups_delete",
        GROUPS,
        "DELETE /groups/{id}.json",
        "DELETE /groups/{id}",
        "Nothing is known to differ.",
        "h.groups.delete(group_id)",
        ("DELETE /groups/{id}.json",),
    ),
    Rule(
        "groups_add_user",
        GROUPS,
        "PUT /groups/{id}/user/{user_id}",
        "POST /groups/{id}/add_user/{user_id}",
        "Method and path differ.",
        "h.groups.add_user(group_id, user_id)",
        ("PUT /groups/{id}/user/{id}",),
    ),
    Rule(
        "groups_remove_user",
        GROUPS,
        "DELETE /groups/{id}/user/{user_id}",
        "POST /groups/{id}/remove_user/{user_id}",
        "Method and path differ.",
        "h.groups.remove_user(group_id, user_id)",
        ("DELETE /groups/{id}/user/{id}",),
    ),
    # --- email schedules ---
    Rule(
        "email_schedules",
        SCHEDULES,
        "POST /api/v1/email_schedules, GET or PATCH /api/v1/email_schedules/{id}",
        "POST /data_schedules, GET or PUT /data_schedules/{id}",
        "Recipients, title and options move into `dest` (of type EmailDest); `format` becomes "
        "`options.attachment_formats`; `filter_values` become `dynamic_filter_presets`. The source is a dashboard. "
        "Lists, deleting and running at once are new.",
        "h.data_schedules.create(body=...)",
        ("/api/v1/email_schedules",),
    ),
    # --- pipeline ---
    Rule(
        "data_imports",
        PIPELINE,
        "GET /data_imports.json, GET /data_imports/{id}.json, POST /data_imports/{id}/execute.json",
        "none",
        _NO_PIPELINE,
        "",
        (
            "/data_imports.json",
            "/data_imports/{id}.json",
            "/data_imports/{id}/execute.json",
            "/data_imports/job_result/{id}.json",
        ),
    ),
    Rule(
        "data_transforms",
        PIPELINE,
        "GET /data_transforms.json, GET /data_transforms/{id}.json, POST /data_transforms/{id}/execute.json",
        "none",
        _NO_PIPELINE,
        "",
        ("/data_transforms.json", "/data_transforms/{id}.json", "/data_transforms/{id}/execute.json"),
    ),
    Rule(
        "data_sources",
        PIPELINE,
        "GET /data_sources.json, GET /data_sources/{id}.json",
        "GET /data_sources/{id}",
        "One data source by its id; v2 documents no list. The reply is wrapped in `data_source`.",
        "h.data_sources.get(data_source_id)",
        ("/data_sources.json", "/data_sources/{id}.json"),
    ),
    # --- packages ---
    Rule(
        "python_package",
        KITS,
        "Python: the package `holistics`",
        "the operations of its calls, below",
        "The package knows only exports of legacy reports. `bireme.holistics_v1.HolisticsAPI` takes its place without "
        "other changes as long as the legacy API answers; `bireme.Holistics` is for v2.",
        "from bireme import Holistics",
        code=(
            ("python", r"^\s*from\s+holistics(?:\.\w+)*\s+import\b"),
            ("python", r"^\s*import\s+holistics(?:\.\w+)*\s*(?:$|,|;|as\b)"),
            ("requirements", r"^\s*holistics\s*(?:[=<>~!\[;].*)?$"),
            ("shell", r"\bpip3?\s+install\b.*\sholistics\b(?![-\w])"),
        ),
    ),
    Rule(
        "package_export_data",
        KITS,
        "export_data(report_id, path, filters, page_size, page)",
        "POST /dashboard_widgets/{id}/submit_export, GET /jobs/{id}, GET /exports/download",
        _EXPORT_CHANGES + " `page_size` and `page` never had an effect on exports.",
        "h.export_widget(widget_id, filters=[...]).to_pandas()",
        code=(("python", r"\.export_data\s*\("), ("r", r"(?<![\w.])export_data\s*\(")),
        with_package=True,
    ),
    Rule(
        "package_submit",
        KITS,
        "submit_export(...) of the Python package, submit_request(...) of the R package",
        "POST /dashboard_widgets/{id}/submit_export",
        _EXPORT_CHANGES,
        "h.export_widget(widget_id, wait=False)",
        code=(("python", r"\.submit_export\s*\("), ("r", r"(?<![\w.])submit_request\s*\(")),
        with_package=True,
    ),
    Rule(
        "package_poll",
        KITS,
        "get_export_results(...) of the Python package, check_result(...) of the R package",
        "GET /jobs/{id}",
        _POLL_CHANGES,
        "h.job(job_id).wait()",
        code=(("python", r"\.get_export_results\s*\("), ("r", r"(?<![\w.])check_result\s*\(")),
        with_package=True,
    ),
    Rule(
        "package_download",
        KITS,
        "download_results(...) of the Python package, download_result(...) of the R package",
        "GET /exports/download?job_id=",
        "The same below `/api/v2`.",
        "export.to_file('report.csv')",
        code=(("python", r"\.download_results\s*\("), ("r", r"(?<![\w.])download_result\s*\(")),
        with_package=True,
    ),
    Rule(
        "r_package",
        KITS,
        "R: the package `Holistics`",
        "the operations of its calls, below",
        "There is no R package for v2: call the operations with httr2, or bireme through reticulate.",
        "",
        code=(
            ("r", r"\b(?:library|require|requireNamespace|loadNamespace)\s*\(\s*[\"']?Holistics[\"']?\s*[,)]"),
            ("r", r"\bHolistics::"),
            ("r", r"[\"']holistics/holistics-r(?:@\w+)?[\"']"),
        ),
    ),
    Rule(
        "gem",
        KITS,
        "Ruby: the gem `holistics`",
        "the operations of its commands, below",
        "The gem talks to the legacy API and is no longer maintained.",
        "bireme holistics ...",
        code=(
            ("ruby", r"^\s*gem\s*\(?\s*[\"']holistics(?:-cli)?[\"']"),
            ("ruby", r"^\s*require\s*\(?\s*[\"']holistics(?:/\w+)*[\"']"),
            ("shell", r"\bgem\s+install\b.*\sholistics(?:-cli)?(?![-\w])"),
        ),
    ),
    Rule(
        "cli",
        KITS,
        "holistics login, ds_list, data_sources list, import, job_show, transform, transport, email_schedule",
        "GET /users/me, GET /jobs/{id}/logs, POST /data_schedules/{id}/submit_execute",
        "`bireme holistics` has login, data_sources list, import csv and job_show with the same flags, on the legacy "
        "API. Imports, transforms and transports have no counterpart in v2.",
        "bireme holistics login",
        code=(("*", rf"(?<![\w./-])(?<!bireme )holistics\s+(?:{_COMMANDS})"), ("*", _IN_A_LIST)),
    ),
    Rule(
        "bireme_v1",
        KITS,
        "bireme: HolisticsV1, AsyncHolisticsV1, bireme.holistics_v1",
        "bireme.Holistics",
        "The client of the legacy API, kept for code that still needs it: `export_report` becomes `export_widget` with "
        "the widget's id, and filters by name become conditions on the dashboard's filters.",
        "h.export_widget(widget_id, 'csv', filters=[...])",
        code=(
            ("python", r"^\s*from\s+bireme\.holistics_v1(?:\.(?!_)\w+)*\s+import\b"),
            ("python", r"^\s*import\s+bireme\.holistics_v1\b(?!\._)"),
            ("python", r"\b(?:Async)?HolisticsV1\s*\("),
        ),
    ),
    # --- access ---
    Rule(
        "utoken",
        ACCESS,
        "the key as a query parameter, ?_utoken=",
        "header X-Holistics-Key",
        "A key in an address ends up in logs and histories. Send it as the header.",
        "Holistics(api_key)",
        code=(("*", r"(?<![\w-])_utoken\b"),),
    ),
)
