"""`bireme holistics migrate`: finds legacy calls in every language, and nothing in code for v2."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme.cli.app import app
from bireme.holistics_v1._migration import search
from bireme.holistics_v1._migration_table import RULES

ROOT = Path(__file__).parents[3]
VENDOR_DOCS = ROOT.parent / "shared" / "vendor-docs"
HEAD = "# for Holistics\nHOST = 'https://secure.holistics.io'\n"


def found(folder: Path, code: str, name: str = "report.py") -> list[str]:
    """The rules that one file shows, in order."""
    (folder / name).write_text(code, encoding="utf-8")
    return [finding.rule.id for finding in search([folder / name]).findings]


@pytest.mark.parametrize(
    ("name", "code", "rule"),
    [
        ("a.py", "requests.get(f'{url}/queries/{id}/submit_export.csv')", "submit_export"),
        ("a.py", "requests.get(url + '/queries/' + str(id) + '/submit_export.csv')", "submit_export"),
        ("a.rb", 'http.get("#{@url}/queries/#{id}/submit_export.xlsx", params: f)', "submit_export"),
        ("a.sh", 'curl -H "$KEY" "$HOLISTICS_HOST/queries/$ID/submit_export.json?a=1"', "submit_export"),
        ("a.R", 'GET(paste0(url, "/queries/", id, "/submit_export.csv"))', "submit_export"),
        ("a.py", "s.get('https://eu.holistics.io//queries/get_export_results.json', params=p)", "get_export_results"),
        ("a.sh", "curl https://eu.holistics.io/queries/12-sales/submit_query.json", "submit_query"),
        ("a.sh", "curl https://eu.holistics.io/queries/get_query_results.json?job_id=1&_page=2", "get_query_results"),
        ("a.sh", "curl -L https://us.holistics.io/exports/download?job_id=$JOB", "exports_download"),
        ("a.sh", "curl https://us.holistics.io/queries/12345.csv", "query_inline"),
        ("a.py", "holistics.get(f'{base_url}/queries/{report}.json?job_id={job}')", "query_inline"),
        ("a.sh", "curl $HOLISTICS_HOST/jobs/$JOB/get_results.json", "job_results"),
        ("a.py", "requests.get('https://eu.holistics.io/jobs/%s.json' % job)", "job_get"),
        ("a.rb", '@holistics.get("/jobs/#{id}/logs.json", last_id: 0)', "job_logs"),
        ("a.sh", "curl https://eu.holistics.io/jobs.json?source_type=DataImport", "job_list"),
        ("a.sh", "curl 'https://eu.holistics.io/jobs/last_run_jobs.json?ids[]=1'", "job_last_run"),
        ("a.sh", "curl -X PUT https://eu.holistics.io/jobs/5/cancel.json", "job_cancel"),
        ("a.py", "requests.get(HOLISTICS_URL + '/users.json')", "users_list"),
        ("a.rb", 'HTTP.post("#{holistics_host}/users/invite.json", json: user)', "users_invite"),
        ("a.sh", "curl https://secure.holistics.io/users/info.json?", "users_info"),
        ("a.sh", "curl https://secure.holistics.io/groups.json", "groups_list"),
        ("a.sh", "curl -d '{}' https://secure.holistics.io/groups.json", "groups_create"),
        ("a.py", "requests.post(\n    HOLISTICS_URL + '/groups.json',\n    json=g)", "groups_create"),
        ("a.py", "call('https://secure.holistics.io/groups.json', method='POST')", "groups_create"),
        ("a.sh", "curl https://secure.holistics.io/groups/7.json -X PUT", "groups_update"),
        ("a.rb", 'Net::HTTP::Delete.new("#{holistics_url}/groups/#{id}.json")', "groups_delete"),
        ("a.py", "requests.put(f'{HOLISTICS_URL}/groups/{g}/user/{u}')", "groups_add_user"),
        ("a.py", "requests.delete(f'{HOLISTICS_URL}/groups/{g}/user/{u}')", "groups_remove_user"),
        ("a.sh", "curl -X PATCH https://eu.holistics.io/api/v1/email_schedules/3", "email_schedules"),
        ("a.sh", "curl -X POST https://eu.holistics.io/data_imports/3/execute.json", "data_imports"),
        ("a.sh", "curl https://eu.holistics.io/data_transforms.json", "data_transforms"),
        ("a.sh", "curl https://eu.holistics.io/data_sources.json", "data_sources"),
        ("a.py", "from holistics.api import HolisticsAPI", "python_package"),
        ("a.py", "import holistics", "python_package"),
        ("requirements-dev.txt", "holistics==0.0a11", "python_package"),
        ("a.sh", "pip install requests holistics", "python_package"),
        ("a.R", "library(Holistics)", "r_package"),
        ("a.R", "df <- Holistics::fetch(1)", "r_package"),
        ("a.Rmd", "```{r}\nlibrary(Holistics)\n```", "r_package"),
        ("Gemfile", "gem 'holistics', '0.4.0'", "gem"),
        ("Dockerfile", "RUN gem install holistics -v 0.4.0", "gem"),
        ("a.sh", "holistics login $TOKEN", "cli"),
        ("a.sh", "HOLISTICS_HOST=https://eu.holistics.io holistics data_sources list", "cli"),
        ("a.rb", "system(\"holistics import csv -d #{ds} -f #{file} -t t\")", "cli"),
        ("a.py", "run(['holistics', 'job_show', id])", "cli"),
        ("a.py", "from bireme.holistics_v1 import HolisticsAPI", "bireme_v1"),
        ("a.py", "with HolisticsV1(key) as v1:", "bireme_v1"),
        ("a.sh", "curl $URL/anything?_utoken=$KEY", "utoken"),
        ("tool", "#!/usr/bin/env ruby\nhttp.get(\"/queries/1/submit_query.json\")", "submit_query"),
    ],
)  # fmt: skip
def test_every_form_of_a_legacy_call_is_found(tmp_path: Path, name: str, code: str, rule: str) -> None:
    assert found(tmp_path, code, name) == [rule]


def test_the_vendors_package_and_each_of_its_calls_are_found(tmp_path: Path) -> None:
    code = (
        "from holistics import HolisticsAPI\n"
        "api = HolisticsAPI(key, url='https://eu.holistics.io')\n"
        "job = api.submit_export(12345)\n"
        "api.get_export_results(job)\n"
        "frame = api.download_results(job, 'a.csv')\n"
        "frame = api.export_data('12345', path='a.csv')\n"
    )
    assert found(tmp_path, code) == [
        "python_package", "package_submit", "package_poll", "package_download", "package_export_data",
    ]  # fmt: skip
    in_r = "library(Holistics)\nid <- submit_request(1)\ncheck_result(id)\ndownload_result(id)\nexport_data(1)\n"
    assert found(tmp_path, in_r, "a.R")[1:] == [
        "package_submit", "package_poll", "package_download", "package_export_data",
    ]  # fmt: skip


def test_a_line_that_does_not_tell_the_method_gets_every_candidate(tmp_path: Path) -> None:
    assert found(tmp_path, HEAD + "path = f'{HOST}/groups/{id}.json'\n") == ["groups_update", "groups_delete"]


V2 = [
    ("a.py", "h.export_widget(4175, 'csv').to_file('users.json')\nfrom bireme import Holistics"),
    ("a.py", "# holistics\nopen('/data/users.json'); open(f'{folder}/users.json'); Path('groups.json')"),
    ("a.py", "requests.get('https://eu.holistics.io/api/v2/exports/download', params={'job_id': 1})"),
    ("a.py", "base = 'https://eu.holistics.io/api/v2'\nrequests.get(base + '/exports/download')"),
    ("a.py", "h.dashboard_widgets.submit_export(4175, output='csv')\nh.export_data(1)"),
    ("a.py", "def export(url):\n    '''Holistics'''\n    return client.get(f'{url}/exports/download')"),
    ("a.py", "'''Once this was GET /queries/1/submit_export.csv.'''\n# and /queries/2/submit_query.json\nx = 1"),
    ("a.py", "from holistics_tools import x\nimport holisticsio"),
    ("a.py", "print('bireme holistics login TOKEN')\nrun(['bireme', 'holistics', 'login', token])"),
    ("a.rb", "# get '/users.json'\n=begin\n/queries/1/submit_query.json\n=end\nx = \"holistics #{y}\" # _utoken"),
    ("a.rb", 'require \'http\'\n@api_url = "https://#{host}/api/v2"\n@http.get("#{@api_url}/groups/#{g}/user/#{u}")'),
    ("a.sh", "bireme holistics login $TOKEN; bireme holistics import csv -d 1 -f a.csv -t t"),
    ("a.sh", "curl https://api.example.com/users.json https://api.example.com/jobs/5.json"),
    ("a.sh", "open https://secure.holistics.io/queries/12345-sales"),
    ("a.R", "holistics <- 1\nexport_data(x)"),
    ("requirements.txt", "holistics-tools==1.0\n# holistics==0.0a11"),
]


@pytest.mark.parametrize(("name", "code"), V2)
def test_code_for_v2_or_for_something_else_is_left_alone(tmp_path: Path, name: str, code: str) -> None:
    assert found(tmp_path, code, name) == []


def test_this_repository_has_no_legacy_call_outside_of_what_serves_the_legacy_api() -> None:
    report = search([ROOT / "clients" / "bireme" / "holistics", ROOT / "docs", ROOT / "README.md", ROOT / "bench"])
    others = [finding for finding in report.findings if not re.search("legacy|migration", finding.path.name)]
    assert [finding.place for finding in others] == []
    assert report.files > 40


@pytest.mark.skipif(not VENDOR_DOCS.is_dir(), reason="the vendors' documents are not beside this checkout")
def test_the_vendors_own_programs_for_v2_are_left_alone(tmp_path: Path) -> None:
    text = (VENDOR_DOCS / "holistics-api-v2.txt").read_text(encoding="utf-8")
    programs = re.split(r"^(?=require )", text, flags=re.MULTILINE)[1:]
    code = [re.split(r"\n\n(?=[A-Z][\w ,]+\n)", program)[0] for program in programs]
    assert len(code) >= 3
    whole = text[text.index("require 'http'") : text.index("7. Profit!")]
    for program in [*code, whole]:
        assert found(tmp_path, program, "tutorial.rb") == []


def test_a_notebook_is_read_cell_by_cell(tmp_path: Path) -> None:
    cells = [
        {"cell_type": "markdown", "source": ["GET /queries/1/submit_export.csv"]},
        {"cell_type": "code", "source": ["import requests\n", "requests.get('/queries/1/submit_export.csv')"]},
        {"cell_type": "code", "source": "!holistics login $TOKEN\nx = 1"},
        {"cell_type": "code", "source": "%%bash\ncurl https://eu.holistics.io/users.json"},
    ]
    notebook = tmp_path / "report.ipynb"
    notebook.write_text(json.dumps({"metadata": {"kernelspec": {"language": "python"}}, "cells": cells}))
    findings = search([notebook]).findings
    assert [(f.cell, f.line, f.rule.id) for f in findings] == [
        (2, 2, "submit_export"), (3, 1, "cli"), (4, 2, "users_list"),
    ]  # fmt: skip
    assert findings[0].place == f"{notebook}:cell 2:2"


def test_folders_of_others_and_what_is_no_source_are_passed_over(tmp_path: Path) -> None:
    legacy = "requests.get('/queries/1/submit_export.csv')\n"
    for name in (".git/a.py", "node_modules/x/a.py", ".venv/a.py", "env/lib/a.py", "data.csv", "notes.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(legacy)
    (tmp_path / "env" / "pyvenv.cfg").write_text("")
    (tmp_path / "binary.py").write_bytes(b"\x00\x01" + legacy.encode())
    (tmp_path / "cyclic").symlink_to(tmp_path)
    (tmp_path / "b.py").write_text(legacy)
    report = search([tmp_path, tmp_path / "b.py"])
    assert [finding.path for finding in report.findings] == [tmp_path / "b.py"], "once, though named twice"
    assert [(path.name, why) for path, why in report.unreadable] == [("binary.py", "it is a binary file")]


def test_a_program_for_python_2_is_read_line_by_line(tmp_path: Path) -> None:
    code = "print 'x' # /queries/1/submit_export.csv\nurllib2.urlopen(url + '/queries/1/submit_export.csv')\n"
    (tmp_path / "old.py").write_text(code)
    assert [finding.line for finding in search([tmp_path]).findings] == [2]


@given(st.text(), st.sampled_from(["a.py", "a.rb", "a.sh", "a.R", "a.Rmd", "a.ipynb", "requirements.txt"]))
def test_whatever_a_file_holds_it_is_searched_or_named_unreadable(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    path = tmp_path_factory.getbasetemp() / name
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    report = search([path])
    assert report.files + len(report.unreadable) == 1


# --- the command ---


def run(*arguments: str, capture: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = app(["holistics", "migrate", *arguments], standalone_mode=False)
    out, err = capture.readouterr()
    return int(code or 0), out, err


def test_the_command_prints_place_equivalent_and_changes_and_exits_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "report.py"
    script.write_text("\nrequests.get('/queries/get_export_results.json')\n")
    code, out, err = run(str(tmp_path), capture=capsys)
    assert code == 1
    assert f"{script}:2: GET /queries/get_export_results.json?job_id=" in out
    assert "v2       GET /jobs/{id}\n" in out
    assert "`not yet` becomes" in out
    assert err == "1 legacy call in 1 of 1 file.\n"


def test_json_holds_the_same_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.py").write_text("requests.get('/queries/get_export_results.json')\n")
    code, out, _ = run("--json", str(tmp_path), capture=capsys)
    (entry,) = json.loads(out)
    assert code == 1
    assert (entry["line"], entry["rule"], entry["v2"]) == (1, "get_export_results", "GET /jobs/{id}")
    assert entry["changes"]


def test_without_legacy_calls_the_exit_code_is_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    assert run(str(tmp_path), capture=capsys) == (0, "", "No legacy calls in 1 file.\n")
    assert run("--json", str(tmp_path), capture=capsys)[:2] == (0, "[]\n")


@pytest.mark.parametrize("arguments", [[], ["nowhere"]])
def test_wrong_usage_exits_with_2(arguments: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "bireme.cli", "holistics", "migrate", *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr


def test_a_named_file_that_cannot_be_read_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.ipynb").write_text("{}")
    code, out, err = run(str(tmp_path / "a.ipynb"), capture=capsys)
    assert (code, out) == (2, "")
    assert "it is not a notebook" in err


# --- the table and its page ---


def test_the_page_of_the_docs_is_what_the_table_gives() -> None:
    command = [sys.executable, str(ROOT / "docs" / "migration_page.py"), "--check"]
    assert subprocess.run(command, check=False).returncode == 0
    page = (ROOT / "docs" / "migrate-legacy.md").read_text(encoding="utf-8")
    for rule in RULES:
        assert rule.changes.replace("|", "\\|") in page


def test_every_v2_path_of_the_table_is_an_operation_of_the_inventory() -> None:
    inventory = ROOT.parent / "shared" / "reference" / "holistics-v2.operations.json"
    if not inventory.exists():
        pytest.skip("the vendors' documents are not beside this checkout")
    operations: list[dict[str, Any]] = json.loads(inventory.read_text(encoding="utf-8"))
    known = {(entry["method"], entry["path"]) for entry in operations}
    for rule in RULES:
        for method, path in re.findall(r"\b(GET|POST|PUT|DELETE) (/\w[\w/{}]*)", rule.v2):
            assert (method, path) in known, rule.id


def test_the_table_covers_every_legacy_operation_that_is_known() -> None:
    inventory = ROOT.parent / "shared" / "reference" / "holistics-v1.operations.json"
    if not inventory.exists():
        pytest.skip("the vendors' documents are not beside this checkout")
    templates = {re.sub(r"\{\w+\}", "{}", path.rpartition(" ")[2]) for rule in RULES for path in rule.paths}
    for entry in json.loads(inventory.read_text(encoding="utf-8")):
        path = entry["path"]
        if path is None or path == "/transports":  # retired, and seen in one README only
            continue
        plain = re.sub(r"\{\w+\}", "{}", path)
        forms = {plain, plain.replace(".json", ".{}")}
        assert any(form.startswith(template) for template in templates for form in forms), path
