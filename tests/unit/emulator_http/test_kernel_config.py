"""Settings and bundles that cannot work are refused with the field, its value and what to do."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from bireme_emulator import EmulatorConfig, EmulatorError
from bireme_emulator.kernel.router import Router
from bireme_emulator.kernel.specs import Specification, load_bundle


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"port": -1}, "port=-1: give a number from 0"),
        ({"port": "8900"}, "port='8900': give a number"),
        ({"port": True}, "port=True"),
        ({"files_port": 65536}, "files_port=65536"),
        ({"port": 5, "files_port": 5}, "files_port=5: it is the API port too"),
        ({"host": ""}, "host=''"),
        ({"seed": 1.5}, "seed=1.5: give a whole number"),
        ({"clock": datetime(2013, 6, 1)}, "clock=.*no zone"),
        ({"state": ""}, "state='': give :memory:"),
        ({"state": __file__}, "this is a file"),
        ({"data": {"sales": "/no/such.csv"}}, "data sales='/no/such.csv': there is no such file"),
        ({"max_sessions": 0}, "max_sessions=0"),
        ({"journal_size": 0}, "journal_size=0"),
    ],
)
def test_a_bad_setting_is_named(settings: Any, says: str) -> None:
    with pytest.raises(EmulatorError, match=says):
        EmulatorConfig(**settings)


def test_an_unknown_mount_names_the_known_ones(emulate: Any) -> None:
    with pytest.raises(EmulatorError, match="mount='cluvio': there is no such API; give one of toys"):
        emulate(mount="cluvio")


def test_a_missing_bundle_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(EmulatorError, match="make generate"):
        load_bundle("no_such_api")
    package = tmp_path / "bireme"
    (package / "specs").mkdir(parents=True)
    (package / "__init__.py").write_text("raise RuntimeError('the clients must not be imported')")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setattr(
        sys, "meta_path", [finder for finder in sys.meta_path if "editable" not in repr(finder).lower()]
    )
    monkeypatch.delitem(sys.modules, "bireme", raising=False)
    (package / "specs" / "toys.json").write_text("{")
    with pytest.raises(EmulatorError, match="not JSON"):
        load_bundle("toys")
    (package / "specs" / "toys.json").write_text('{"paths": {}}')
    assert load_bundle("toys") == {"paths": {}}


def test_operations_without_an_id_or_with_the_same_one_are_refused(toy_bundle: dict[str, Any]) -> None:
    del toy_bundle["paths"]["/items"]["get"]["operationId"]
    with pytest.raises(EmulatorError, match="GET /items has no operationId"):
        Specification("toys", toy_bundle)
    toy_bundle["paths"]["/items"]["get"]["operationId"] = "items_get"
    with pytest.raises(EmulatorError, match="a second items_get"):
        Specification("toys", toy_bundle)


@pytest.mark.parametrize("target", ["#/components/responses/None", "other.yaml#/x", "#/paths/~1items/get"])
def test_a_reference_that_leads_nowhere_is_an_error_not_a_loop(toy_bundle: dict[str, Any], target: str) -> None:
    toy_bundle["paths"]["/items"]["get"]["responses"]["200"] = {"$ref": target}
    toy_bundle["paths"]["/items"]["get"]["$ref"] = "#/paths/~1items/get"
    operation = Specification("toys", toy_bundle).operations["items_list"]
    with pytest.raises(EmulatorError, match="toys: "):
        _ = operation.responses


def test_an_operation_knows_its_policy_and_its_own_parameters_win(toy_bundle: dict[str, Any]) -> None:
    shared = {"name": "limit", "in": "query", "schema": {"type": "string"}}
    toy_bundle["paths"]["/items"]["parameters"] = [shared, {**shared, "name": "more"}]
    operation = Specification("toys", toy_bundle).operations["items_list"]
    types = {parameter.name: parameter.schema.get("type") for parameter in operation.parameters}
    assert (types["limit"], types["more"]) == ("integer", "string")
    assert (operation.rate_level, operation.method, operation.tag) == (1, "GET", "Toys")
    assert operation.documented(413, 422, 400) == 400


def test_templates_that_match_the_same_requests_are_refused() -> None:
    router = Router[str]()
    router.add("GET", "/a/{id}", "one")
    with pytest.raises(EmulatorError, match=r"/a/\{id\} and /a/\{name\} match the same requests"):
        router.add("GET", "/a/{name}", "two")
    with pytest.raises(EmulatorError, match="registered twice"):
        router.add("GET", "/a/{id}", "two")
    router.add("GET", "/b/{id}.json", "three")
    with pytest.raises(EmulatorError, match="match the same requests"):
        router.add("GET", "/b/{name}.json", "four")


def test_a_parameter_may_stand_beside_fixed_text_and_the_more_of_it_the_stronger() -> None:
    router = Router[str]()
    for template in ("/q/{id}", "/q/{id}.{format}", "/q/{id}.json", "/q/last.json", "/q/{id}/send.{format}"):
        router.add("GET", template, template)

    def found(path: str) -> tuple[str, list[str]]:
        route, values = router.find(path) or (None, [])
        return (route.template if route is not None else "nothing", values)

    assert found("/q/7.json") == ("/q/{id}.json", ["7"])
    assert found("/q/7.csv") == ("/q/{id}.{format}", ["7", "csv"])
    assert found("/q/a.b.csv") == ("/q/{id}.{format}", ["a.b", "csv"])
    assert found("/q/last.json") == ("/q/last.json", [])
    assert found("/q/a%2Fb.json") == ("/q/{id}.json", ["a/b"])
    assert found("/q/7") == ("/q/{id}", ["7"])
    assert found("/q/7.json/send.csv") == ("/q/{id}/send.{format}", ["7.json", "csv"])
    assert found("/q/.json") == ("/q/{id}", [".json"])
    assert found("/q/7/send.") == ("nothing", [])


def test_a_fixed_segment_that_leads_nowhere_gives_way_to_a_parameter() -> None:
    router = Router[str]()
    router.add("GET", "/a/latest", "latest")
    router.add("GET", "/a/{id}/b", "b")
    route, values = router.find("/a/latest/b") or (None, None)
    assert route is not None
    assert (route.template, values) == ("/a/{id}/b", ["latest"])
    for path in ("/a//b", "/a", "/a/1/b/", "a/latest", ""):
        assert router.find(path) is None
    assert (router.find("/a/x%2Fy%20z/b") or ("", []))[1] == ["x/y z"]
