"""What schemathesis cannot know about filters and SQL snippets of Cluvio: rules across attributes, and state."""

from __future__ import annotations

from typing import Any

from tests.contract.exclusions import Ask, Exclusion

__all__ = ["FILTERS_AND_SNIPPETS"]

_RULE = "The rule is about several attributes at once, or about what else there is; 422 is what the document gives."
_STATE = "Whether it is so is state, not schema; 422 is what the document gives for it."
_WRITES = ("createFilter", "updateFilter")
_SNIPPETS = ("createSqlSnippet", "updateSqlSnippet")
_SAMPLE = {"datasource": {"data": {"id": "smpl-data-0001", "type": "datasources"}}}
_NOBODY = {"id": "none", "type": "filters"}
_CHILD = "fltr-carr-0001"


def _document(relationships: Any = None, **attributes: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"attributes": attributes}
    return {"data": data if relationships is None else {**data, "relationships": relationships}}


def _written(relationships: Any = None, *, to: str = "fltr-date-0001", **attributes: Any) -> tuple[Ask, Ask]:
    """A new filter, and the same as a change of one."""
    whole = {"variable_name": "x", "control_type": "input", "value_type": "TEXT", **attributes}
    body = _document(relationships, **whole)
    return Ask("createFilter", body=body), Ask("updateFilter", {"id": to}, body=body)


def _snippet(relationships: Any = None, **attributes: Any) -> tuple[Ask, Ask]:
    """A new snippet, and the same as a change of one."""
    body = _document(relationships or _SAMPLE, **{"name": "x", "text": "1", **attributes})
    return Ask("createSqlSnippet", body=body), Ask("updateSqlSnippet", {"id": "snip-late-0001"}, body=body)


def _rule(messages: tuple[str, ...], *asks: tuple[Ask, ...], of: tuple[str, ...] = _WRITES) -> Exclusion:
    return Exclusion(of, 422, messages, _RULE, tuple(ask for each in asks for ask in each))


_ATTRIBUTES = (
    _rule(
        (
            r"attributes/variable_name: \S+ is a built-in variable; choose another name",
            r"attributes/variable_name: two hyphens in a row begin a comment in SQL; choose another name",
            r"attributes/variable_name: there is a filter for \S+ already; choose another name",
        ),
        _written(variable_name="month"),
        _written(variable_name="a--b"),
        _written(variable_name="carrier"),
    ),
    _rule((r"attributes/value_type: \w+ goes with [\w, ]+, not \w+",), _written(control_type="checkbox")),
    _rule(
        (
            r"attributes/(values|value_names|sql_query|data_refresh_rate|dropdown_validate|allowed_aggregations"
            r"|\w+_range_enabled): it is for [\w, ]+ only; leave it out",
        ),
        _written(sql_query="SELECT 1"),
    ),
    _rule(
        (
            r"attributes/value_names: there are \d+ for \d+ values; give at most one for each",
            r"attributes/value(s|_names): options have no NUL characters",
            r"attributes/values: give each value once",
        ),
        _written(control_type="dropdown_manual", value_names=["a"]),
        _written(control_type="dropdown_manual", values=["\0"]),
        _written(control_type="dropdown_manual", values=["a", "a"]),
    ),
    _rule(
        (r"attributes/default_values(\[\d+\])?:? .*",),
        _written(value_type="NUMBER", default_values=["five"]),
    ),
)
_SQL = (
    _rule(
        (
            r"relationships/datasource: only SQL drop-downs have one; leave it out, or set it to null",
            r"relationships/datasource: a SQL drop-down has a datasource; give its id",
            r"attributes/sql_query: a SQL drop-down has a query; give its SQL, without NUL characters",
            r"attributes/sql_query: a static drop-down takes SQL without filters .*",
            r"attributes/sql_query: .* \(at character \d+ of the query\)",
            r"attributes/data_refresh_rate: give 1 to \d+ minutes",
        ),
        _written(_SAMPLE),
        _written(control_type="dropdown", sql_query="SELECT 1"),
        _written(_SAMPLE, control_type="dropdown"),
        _written(_SAMPLE, control_type="dropdown", sql_query="SELECT 1 WHERE {a=b}"),
        _written(_SAMPLE, control_type="dropdown", sql_query="SELECT {[a]=}"),
        _written(_SAMPLE, control_type="dropdown", sql_query="SELECT 1", data_refresh_rate=0),
    ),
    _rule(
        (r"relationships/parent_filter: only static SQL drop-downs have one; leave it out, or set it to null",),
        _written({"parent_filter": {"data": {"id": _CHILD, "type": "filters"}}}),
    ),
    _rule(
        (r"relationships/(datasource|sql_snippets|parent_filter): there is no \w+ .*",),
        _written({"parent_filter": {"data": _NOBODY}}),
    ),
    Exclusion(
        ("updateFilter",), 422,
        (
            r"relationships/parent_filter: the filter would depend on itself; choose another one",
            r"data/id: the document is about .*, the path about .*",
        ),
        _RULE,
        (
            Ask(
                "updateFilter", {"id": _CHILD},
                body=_document({"parent_filter": {"data": {"id": _CHILD, "type": "filters"}}}),
            ),
            Ask("updateFilter", {"id": _CHILD}, body={"data": {"id": "other", "attributes": {}}}),
        ),
    ),
)  # fmt: skip
_ACTIONS = ("getDropDownFilterOptions", "refreshDropDownFilterOptions")


def _asked(id: str, **body: Any) -> tuple[Ask, ...]:
    return tuple(Ask(operation, {"id": id}, body=body) for operation in _ACTIONS)


_OPTIONS = Exclusion(
    _ACTIONS, 422,
    (
        r"The filter is no drop-down \(\w+\) and has no options",
        r"(dashboard_id|parameters): the options of a dynamic SQL drop-down depend on it; give it",
        r"dashboard_id: there is no dashboard .*",
    ),
    _STATE,
    (*_asked("fltr-date-0001"), *_asked("fltr-dest-0001"), *_asked("fltr-dest-0001", dashboard_id="", parameters={})),
)  # fmt: skip
_ABOUT_SNIPPETS = (
    Exclusion(
        ("createSqlSnippet",), 422,
        (r"relationships/datasource: a snippet has a datasource; give its id",),
        _RULE,
        (Ask("createSqlSnippet", body=_document(name="x", text="1")),),
    ),
    _rule(
        (
            r"attributes/name: give 1 to 255 characters on one line, no brackets or NUL, no space around",
            r"attributes/name: \w+ is one of the built-in snippets; choose another name",
            r"attributes/name: the datasource has a snippet .* already; choose another name",
            r"attributes/text: SQL has no NUL characters",
            r"attributes/text: .* would use itself, directly or through others",
            r"attributes/params: Give different names, separated by commas: letters, digits and underscores\.",
            r"relationships/(datasource|sql_snippets): there is no \w+ .*",
        ),
        _snippet(name=""),
        _snippet(name="CLUVIO_USER_ROLE"),
        _snippet(name="flown"),
        _snippet(text="\0"),
        _snippet(text="[x]"),
        _snippet(params="1"),
        _snippet({**_SAMPLE, "sql_snippets": {"data": [{"id": "none", "type": "sql_snippets"}]}}),
        of=_SNIPPETS,
    ),
    Exclusion(
        ("updateSqlSnippet",), 422,
        (r"data/id: the document is about .*, the path about .*",),
        _RULE,
        (Ask("updateSqlSnippet", {"id": "snip-late-0001"}, body={"data": {"id": "other", "attributes": {}}}),),
    ),
)  # fmt: skip
FILTERS_AND_SNIPPETS: tuple[Exclusion, ...] = (*_ATTRIBUTES, *_SQL, _OPTIONS, *_ABOUT_SNIPPETS)
