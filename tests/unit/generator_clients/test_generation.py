"""Generating a client: what stops it, what it leaves behind, and what the package is like."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.client_operations import tag_module
from generator.clients import generate_client
from generator.errors import GenerationError

ROOT = Path(__file__).parents[3]


def _digest(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*.py"))
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_second_run_writes_the_same_bytes(ours: Any, spec: dict[str, Any], tmp_path: Path) -> None:
    output = tmp_path / "deep" / "conformance_ours"
    generate_client(spec, "demo", output)
    assert _digest(output) == _digest(ours.folder)
    (output / "left_over.py").write_text("")
    generate_client(json.loads(json.dumps(spec)), "demo", output)
    assert _digest(output) == _digest(ours.folder)
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def _job(spec: dict[str, Any]) -> dict[str, Any]:
    return spec["paths"]["/jobs/{id}"]["get"]


def _parameter(spec: dict[str, Any], **parameter: Any) -> None:
    _job(spec)["parameters"].append(parameter)


def _lose(spec: dict[str, Any]) -> None:
    _job(spec)["parameters"] = []


def _rename(spec: dict[str, Any]) -> None:
    text = yaml.safe_dump(spec).replace("schemas/Window", "schemas/Mapping").replace("    Window:", "    Mapping:")
    spec.update(yaml.safe_load(text))


BROKEN = {
    "mixed enum": (lambda s: s["components"]["schemas"].update(Bad={"enum": [1, "a"]}), "Enum values must all be"),
    "lost path parameter": (_lose, "GET /jobs/{id}"),
    "cookie": (lambda s: _parameter(s, name="c", schema={"type": "string"}, **{"in": "cookie"}), "jobs_get .*cookie"),
    "parameter with content": (
        lambda s: _parameter(s, name="c", content={"application/json": {}}, **{"in": "query"}),
        "jobs_get .*the parameter c has `content`",
    ),
    "no operationId": (
        lambda s: _job(s).pop("operationId"),
        "GET /jobs/{id} has no operationId",
    ),
    "no success": (
        lambda s: _job(s).update(responses={"404": {"description": "No."}}),
        "jobs_get .*documents no success",
    ),
    "envelope": (
        lambda s: _job(s).update({"x-envelope": "nope"}),
        "x-envelope points at /nope",
    ),
    "page items": (
        lambda s: s["paths"]["/shapes"]["get"]["x-pagination"].update(items="/cursors"),
        "x-pagination: /cursors is no array",
    ),
    "two methods of one name": (
        lambda s: s["paths"]["/jobs/{id}"].update(post={**_job(s), "operationId": "get"}),
        "two methods of the tag Jobs would be called get",
    ),
    "class name in use": (_rename, "the schema Mapping has a name that generated code uses"),
    "security": (
        lambda s: s["components"]["securitySchemes"]["Key"].update({"in": "query"}),
        "the security scheme Key is not supported",
    ),
    "dangling reference": (
        lambda s: s["paths"]["/jobs/{id}"]["get"]["responses"].update({"404": {"$ref": "#/components/responses/Gone"}}),
        "#/components/responses/Gone leads nowhere",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_spec_that_loses_something_stops_the_run_and_keeps_the_old_package(
    spec: dict[str, Any], tmp_path: Path, fault: str
) -> None:
    output = tmp_path / "generated"
    output.mkdir()
    (output / "old.py").write_text("old = True\n")
    change, reason = BROKEN[fault]
    change(spec)

    with pytest.raises(GenerationError, match=reason.replace("{", r"\{")) as caught:
        generate_client(spec, "demo", output)

    assert "Remedy: " in str(caught.value)
    assert [path.name for path in output.iterdir()] == ["old.py"]
    assert [path.name for path in tmp_path.iterdir()] == ["generated"]


def test_importing_the_facade_imports_no_model_and_no_operation(ours: Any) -> None:
    code = (
        "import sys, conformance_ours.facade as f\n"
        "f.Facade(None).shapes, f.AsyncShapes\n"
        "print([n for n in sys.modules if '.models.' in n or '.api.' in n])\n"
        "import conformance_ours.models as m\n"
        "m.Circle\n"
        "print([n for n in sys.modules if '.models.' in n])\n"
        "assert set(m.__all__) <= set(dir(m))\n"
    )
    path = f"{ours.folder.parent}:{ROOT / 'clients'}"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": path}
    )
    assert done.stdout.splitlines() == ["[]", "['conformance_ours.models.circle']"]


@pytest.mark.parametrize("package", ["models", "facade"])
def test_a_lazy_package_names_what_it_has_not(ours: Any, package: str) -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Nothing'"):
        ours.module(package).Nothing  # noqa: B018


def test_every_operation_is_found_by_its_id(ours: Any, spec: dict[str, Any]) -> None:
    methods = [item[method] for item in spec["paths"].values() for method in item if method != "parameters"]
    ids = {operation["operationId"] for operation in methods}
    assert set(ours.policy.OPERATIONS) == ids
    assert {ours.policy.operation(name).OPERATION.id for name in ids} == ids
    with pytest.raises(KeyError):
        ours.policy.operation("nothing")


def test_text_of_the_spec_cannot_leave_its_docstring(spec: dict[str, Any], tmp_path: Path, packages: Path) -> None:
    evil = 'x"""\nimport os; raise SystemExit("out") \\'
    spec["info"]["title"] = evil
    for schema in spec["components"]["schemas"].values():
        schema["description"] = evil
    listing = spec["paths"]["/shapes"]["get"]
    listing.update(summary=evil, description=evil, **{"x-source": evil, "x-permissions": [evil]})
    listing["responses"]["200"]["description"] = evil
    listing["parameters"][0].update(description=evil, example=evil)
    spec["tags"][0]["description"] = evil
    spec["servers"][0]["url"] = evil

    generate_client(spec, "demo", packages / "conformance_evil")

    for name in ("policy", "facade", "resources.shapes", "api.shapes.shapes_list", "models.thing", "models.state"):
        __import__(f"conformance_evil.{name}")
    module = sys.modules["conformance_evil.api.shapes.shapes_list"]
    assert module.OPERATION.permissions == (evil,)
    assert "raise SystemExit" in (module.__doc__ or "")


def test_a_docstring_says_what_a_caller_needs(ours: Any) -> None:
    text = " ".join(ours.facade.Shapes.list.__doc__.split())
    for part in (
        "List shapes.",
        "limit: Page size. From 1 to 100; the server's default is 20.",
        "Returns: A page.",
        "ApiError: The server refuses; documented statuses are 429.",
        "d.shapes.list()",
        "Rate limit level 1. Needs the permission view_shapes.",
        "Evidence: documented: Fixture, shapes.",
    ):
        assert part in text
    assert "d.reports.submit_export(4175, output='csv')" in ours.facade.Reports.submit_export.__doc__
    assert "await d.shapes.get('abc')" in ours.facade.AsyncShapes.get.__doc__


def test_a_download_takes_any_success_as_its_bytes(ours: Any, reply: Any) -> None:
    operation = ours.module("api.exports.exports_download")
    assert operation.OPERATION.success == (302,)
    assert operation.parse(reply(status=206, media_type="text/csv", content=b"a\n")) == b"a\n"
    assert operation.request(job_id=3).query == (("job_id", "3"),)


@pytest.mark.parametrize(
    ("tag", "module"),
    [("Dashboard Widgets", "dashboard_widgets"), ("User Attributes (Beta)", "user_attributes"), ("Jobs", "jobs")],
)
def test_a_tag_becomes_a_namespace(tag: str, module: str) -> None:
    assert tag_module(tag) == module
