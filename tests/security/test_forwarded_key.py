"""Other people's HTTP clients follow the download's redirect and send the API key to the file server, too.

That server has to ignore it, and it must stand in no journal and no log: whoever reads those could use it.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Callable

import httpx2
import pytest
import requests

from bireme import Holistics
from bireme_emulator import Emulator

pytestmark = pytest.mark.socket
KEY = "holistics-demo-admin-key-0001"


@pytest.fixture(scope="module")
def link(emulator: Emulator) -> str:
    """The address that redirects to the file of a finished export."""
    api = emulator.ready["holistics"]
    with Holistics(api["key"], base_url=api["url"]) as h:
        export = h.export_widget(4175)
        export.wait()
        return f"{api['url']}/exports/download?job_id={export.id}"


def by_requests(url: str) -> str:
    return requests.get(url, headers={"X-Holistics-Key": KEY}, timeout=30).text


def by_httpx2(url: str) -> str:
    return httpx2.get(url, headers={"X-Holistics-Key": KEY}, follow_redirects=True, timeout=30).text


def by_curl(url: str) -> str:
    command = ["curl", "-sSL", "--location-trusted", "-H", f"X-Holistics-Key: {KEY}", url]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout


def by_ruby(url: str) -> str:
    program = "require 'http'; print HTTP.headers('X-Holistics-Key' => ARGV[1]).follow.get(ARGV[0]).to_s"
    return subprocess.run(
        ["ruby", "-e", program, url, KEY], capture_output=True, text=True, timeout=30, check=True
    ).stdout


def _has_ruby() -> bool:
    if shutil.which("ruby") is None:
        return False
    return subprocess.run(["ruby", "-e", "require 'http'"], capture_output=True, check=False).returncode == 0


CLIENTS = [
    pytest.param(by_requests, id="requests"),
    pytest.param(by_httpx2, id="httpx2"),
    pytest.param(by_curl, id="curl", marks=pytest.mark.skipif(shutil.which("curl") is None, reason="needs curl")),
    pytest.param(
        by_ruby,
        id="ruby http",
        marks=[pytest.mark.ruby, pytest.mark.skipif(not _has_ruby(), reason="needs Ruby with the http gem")],
    ),
]


@pytest.mark.parametrize("fetch", CLIENTS)
def test_a_key_that_follows_the_redirect_changes_nothing_and_is_noted_nowhere(
    fetch: Callable[[str], str], link: str, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3").setLevel(logging.WARNING)  # the client's own log is not ours to keep clean
    emulator.control.clear_journal()
    assert fetch(link).startswith("Month,")
    journal = emulator.control.journal()
    assert {entry["listener"] for entry in journal} == {"api", "files"}
    [download] = [entry for entry in journal if entry["listener"] == "files"]
    assert "x-holistics-key" in str(download).lower(), "this client did send the key; otherwise the test shows nothing"
    assert KEY not in str(journal)
    assert KEY not in caplog.text


def test_a_wrong_key_opens_the_file_as_well_because_the_link_alone_counts(link: str, emulator: Emulator) -> None:
    location = httpx2.get(link, headers={"X-Holistics-Key": KEY}).headers["location"]
    for headers in ({}, {"X-Holistics-Key": "wrong"}, {"X-Holistics-Key": KEY}):
        assert httpx2.get(location, headers=headers).status_code == 200
