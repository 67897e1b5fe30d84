"""What schemathesis cannot know about the Holistics API: state, and rules between the places of a request."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion
from tests.contract.exclusions_schedules import SCHEDULES

__all__ = ["HOLISTICS"]

_EXPORT, _PRELOAD = "dashboard_widgets_submit_export", "dashboards_submit_preload"
_LISTS = (
    "dashboards_list", "data_schedules_list", "data_alerts_list", "users_list", "groups_list", "user_attributes_list",
)  # fmt: skip
_GROUPS = ("groups_create", "groups_update")
_ATTRIBUTES = ("user_attributes_create", "user_attributes_update")
_INVALID = r"The condition( on filter .*)?( with operator '\w+')? is not valid: "
_CONDITION = {"dynamic_filter_id": 1, "condition": {"operator": "none", "values": []}}
_MISFIT = {"dynamic_filter_id": 2335, "condition": {"operator": "is_true", "values": []}}
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."


def _group(operation: str, name: str) -> Ask:
    return Ask(operation, {"id": 1} if operation.endswith("update") else {}, body={"group": {"name": name}})


def _attribute(operation: str, **changes: Any) -> Ask:
    fields = {"name": "fresh", "attribute_type": "string", "label": "Fresh", **changes}
    return Ask(operation, {"id": 2} if operation.endswith("update") else {}, body={"user_attribute": fields})


def _user(id: int, **changes: Any) -> Ask:
    return Ask("users_update", {"id": id}, body={"user": changes})


def _entries(*subjects: tuple[int, int], **more: Any) -> Ask:
    entries = [
        {"user_attribute_id": attribute, "subject_type": "User", "subject_id": subject, **more}
        for attribute, subject in subjects
    ]
    return Ask("user_attribute_entries_upsert", body={"user_attribute_entries": entries})


def _export(id: int) -> Ask:
    return Ask(_EXPORT, {"id": id}, {"output": "csv"})


def _download(job: int, *before: Ask, held: tuple[str, ...] = ()) -> Ask:
    return Ask("exports_download", query={"job_id": job}, before=before, held=held)


_REQUESTS = (
    Exclusion(
        _LISTS, 400,
        (r"(after|before): '.*' is not a cursor of this list.*",),
        "A cursor is opaque: the document can only call it a string, and only the server knows which ones it gave out.",
        tuple(Ask(name, query={"after": "no cursor"}) for name in _LISTS),
    ),
    Exclusion(
        _LISTS, 400,
        (r"after, before: only one of them.*",),
        "OpenAPI cannot say that two query parameters exclude each other; the vendor describes no meaning for both.",
        tuple(Ask(name, query={"after": "a", "before": "b"}) for name in _LISTS),
    ),
    Exclusion(
        (_EXPORT, _PRELOAD), 422,
        (rf"dashboard_filter_conditions: {_INVALID}dynamic_filter_id is .*",
         rf"dashboard_filter_conditions: {_INVALID}(operator|values|modifier|condition) .*"),
        "Which filters a dashboard has, of which type, is state, not schema; 422 is what the document gives for it.",
        (Ask(_PRELOAD, {"id": 16076}, body={"dashboard_filter_conditions": [_CONDITION]}),
         Ask(_EXPORT, {"id": 4175}, {"output": "csv"}, {"dashboard_filter_conditions": [_MISFIT]})),
    ),
    Exclusion(
        (_EXPORT,), 422,
        (r"output: the query says '\w+' and the body '\w+'.*",),
        "The vendor documents the format in two places; OpenAPI cannot ask for the same value in both.",
        (Ask(_EXPORT, {"id": 4175}, {"output": "pdf"}, {"output": "csv"}),),
    ),
    Exclusion(
        (_EXPORT,), 422,
        (r"Widget \d+ is of type Text and has nothing to export\.",),
        _STATE,
        (_export(4174),),
    ),
    Exclusion(
        ("dashboards_build_url",), 422,
        (rf"filter_states: {_INVALID}dynamic_filter_id is .*",
         rf"filter_states: {_INVALID}(operator|values|modifier|condition) .*"),
        "Which filters a dashboard has, of which type, is state, not schema; 422 is what the document gives for it.",
        tuple(Ask("dashboards_build_url", {"id": 16076}, body={"filter_states": [each]})
              for each in (_CONDITION, _MISFIT)),
    ),
    Exclusion(
        ("exports_download",), 422,
        (r"Job \d+ is not an export; it has no file\.", r"Job \d+ did not run, because job \d+ does the same; .*",
         r"Job \d+ has failed and left no file: .*", r"Job \d+ is \w+; its file is not ready\."),
        "Whether a job has left a file is state, not schema; 422 is what the document gives for it.",
        (_download(1, Ask(_PRELOAD, {"id": 16076})),
         _download(2, _export(4175), _export(4175), held=("widget_export",)),
         _download(1, _export(4178)), _download(1, _export(4175), held=("widget_export",))),
    ),
)  # fmt: skip

_DATA = (
    Exclusion(
        ("data_sources_update",), 422,
        (r"name: (must not be blank|is taken by another data source)", r"timezone: is no IANA time zone; .*"),
        "Which names are taken is state, a name of blanks none, and OpenAPI has no type for the names of time zones.",
        (Ask("data_sources_update", {"id": 2}, body={"data_source": {"name": "lake-adls"}}),
         Ask("data_sources_update", {"id": 2}, body={"data_source": {"name": " "}}),
         Ask("data_sources_update", {"id": 2}, body={"data_source": {"settings": {"timezone": "Mars"}}})),
    ),
    Exclusion(
        ("data_sources_delete", "data_sets_delete", "data_models_delete"), 422,
        (r"Data source \d+ is used by .*; delete these first\.", r"Data set \d+ is used by .*; delete these first\.",
         r"Data model \d+ is used by .*; take it out of there first\."),
        "What stands against deleting an object is state, not schema; 422 is what the document gives for it.",
        (Ask("data_sources_delete", {"id": 1}), Ask("data_sets_delete", {"id": 201}),
         Ask("data_models_delete", {"id": 101})),
    ),
    Exclusion(
        ("data_sets_delete",), 422,
        (r"Data set \d+ is defined in AML and cannot be deleted here; .*",),
        "Where a data set is defined is state, not schema; 422 is what the document gives for it.",
        (Ask("data_sets_delete", {"id": 205}),),
    ),
)  # fmt: skip

_PEOPLE = (
    Exclusion(
        _GROUPS, 422,
        (r"name: (can't be blank|has already been taken|is too long \(maximum is \d+ characters\))",),
        "Which names are taken is state; what a name may be the vendor leaves open, and the reply says it by field.",
        (*(_group(name, "Night shift") for name in _GROUPS), _group("groups_create", " "),
         _group("groups_create", "x" * 300)),
    ),
    Exclusion(
        _ATTRIBUTES, 422,
        (r"name: (can't be blank|has already been taken|is too long \(maximum is \d+ characters\))",
         r"(attribute_type|label): (can't be blank|is too long \(maximum is \d+ characters\))",
         r"name: begins with h_, as only attributes of the system do"),
        "Which names are taken is state; what a name may be the vendor leaves open, and the reply says it by field.",
        (*(_attribute(name, name="airport") for name in _ATTRIBUTES), _attribute("user_attributes_create", label=" "),
         _attribute("user_attributes_create", name="h_own")),
    ),
    Exclusion(
        ("user_attributes_update",), 422,
        (r"attribute_type: does not fit the value .* of .*",),
        "Which values there are is state.",
        (_attribute("user_attributes_update", attribute_type="number"),),
    ),
    Exclusion(
        ("user_attributes_update", "user_attributes_delete"), 422,
        (r"User attribute \d+, h_email, belongs to the system\.",),
        "Which attributes the system fills is state, not schema; 422 is what the document gives for it.",
        (Ask("user_attributes_delete", {"id": 1}),
         Ask("user_attributes_update", {"id": 1}, body=_attribute("user_attributes_update").body)),
    ),
    Exclusion(
        ("user_attribute_entries_upsert",), 422,
        (r"user_attribute_entries: entry \d+ sets what an earlier one sets",
         r"user_attribute_entries: entry \d+ is of h_email, which the system fills itself",
         r"user_attribute_entries: entry \d+ has values, which the input type \w+ does not take",
         r"user_attribute_entries: entry \d+ has the value .*, which is no \w+"),
        "Of which type an attribute is, and which the system fills, is state; none may be set twice.",
        (_entries((2, 2), (2, 2)), _entries((1, 2)), _entries((4, 2), values=["long"]),
         _entries((2, 2), values=["UA"], input_type="inherit")),
    ),
    Exclusion(
        ("users_update",), 422,
        (r"email: (is not an e-mail address|has already been taken)", r"password: can't be blank",
         r"role: cannot be changed: this is the last administrator of the workspace", r"group_ids: names no group: .*"),
        "Which addresses are taken, who administers and which groups there are is state; an address is a string only.",
        (_user(2, email="ada.keller@example.com"), _user(2, email="nobody"), _user(2, password=""),
         _user(1, role="analyst"), _user(2, group_ids=[99])),
    ),
    Exclusion(
        ("users_invite",), 422,
        (r"\d+ of \d+ addresses cannot be invited; nobody was\.", r"emails: nobody is to be invited.*",
         r"group_ids: there is no group .*"),
        "The document calls an address a string only, as the vendor does; which are refused, the reply says.",
        (Ask("users_invite", body={"emails": ["nobody"], "role": "user"}),
         Ask("users_invite", body={"emails": [], "role": "user"}),
         Ask("users_invite", body={"emails": ["new@example.com"], "role": "user", "group_ids": [99]})),
    ),
    Exclusion(
        ("users_update", "groups_add_user"), 422,
        (r"User \d+ is deleted; restore the user first\.",),
        _STATE,
        (_user(5, name="Farah"), Ask("groups_add_user", {"id": 1, "user_id": 5})),
    ),
    Exclusion(
        ("groups_add_user",), 422,
        (r"User \d+ is in group \d+ already\.",),
        _STATE,
        (Ask("groups_add_user", {"id": 1, "user_id": 1}),),
    ),
    Exclusion(
        ("users_delete",), 422,
        (r"You cannot delete yourself\.", r"User \d+ is deleted already\."),
        _STATE,
        (Ask("users_delete", {"id": 1}), Ask("users_delete", {"id": 5})),
    ),
    Exclusion(("users_restore",), 422, (r"User \d+ is not deleted\.",), _STATE, (Ask("users_restore", {"id": 2}),)),
    Exclusion(
        ("users_resend_invite",), 422,
        (r"User \d+ has no open invitation: the user is \w+\.",),
        _STATE,
        (Ask("users_resend_invite", {"id": 2}),),
    ),
)  # fmt: skip

HOLISTICS = (*_REQUESTS, *SCHEDULES, *_DATA, *_PEOPLE)
