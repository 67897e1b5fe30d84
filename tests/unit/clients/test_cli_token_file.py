"""`~/.holistics.yml`: read as the vendor's tool writes it, written so that nothing else in it is lost."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bireme._runtime.errors import ConfigError
from bireme.cli.holistics import token_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def file(home: Path) -> Path:
    return home / ".holistics.yml"


def test_without_a_file_or_a_token_there_is_none(file: Path) -> None:
    assert token_file.read_token() is None
    for text in ("", "# nothing yet\n", "---\n", "host: x\n", "token:\nhost: x\n"):
        file.write_text(text)
        assert token_file.read_token() is None


@pytest.mark.parametrize(
    "text",
    ["token: 'abc: 1'\n", 'token: "abc: 1"\n', "---\ntoken:   'abc: 1'  # mine\n", "a: [1]\r\ntoken: 'abc: 1'\r\n"],
)
def test_every_way_to_write_a_token_is_read(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    assert token_file.read_token() == "abc: 1"


@pytest.mark.parametrize("token", ["0123456789", "1e5", "true", "2024-01-01", "0x1f", "1_000"])
def test_a_token_that_looks_like_something_else_stays_text(file: Path, token: str) -> None:
    file.write_text(f"token: {token}\n")
    assert token_file.read_token() == token
    token_file.write_token(token)
    assert token_file.read_token() == token
    old_reader = YAML(typ="safe", pure=True)
    old_reader.version = (1, 1)  # Ruby's
    assert old_reader.load(file.read_text()) == {"token": token}


def test_a_plain_token_is_written_as_the_vendors_tool_writes_it_for_its_owner_alone(file: Path) -> None:
    old = os.umask(0)
    try:
        assert token_file.write_token("holistics-demo-admin-key-0001") == file
    finally:
        os.umask(old)
    assert file.read_bytes() == b"token: holistics-demo-admin-key-0001\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_other_settings_comments_and_line_ends_stay_as_they_are(file: Path, home: Path) -> None:
    before = "# my settings\r\nhost:  https://eu.holistics.io   # Europe\r\ntoken: old  # work\r\nlist:\r\n    - 1\r\n"
    file.write_bytes(before.encode())
    file.chmod(0o644)
    token_file.write_token("new-token-0001")
    assert file.read_bytes().decode() == before.replace("token: old", "token: new-token-0001")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert os.listdir(home) == [".holistics.yml"]


def test_a_token_is_added_where_there_is_none_even_after_a_last_line_without_an_end(file: Path) -> None:
    file.write_text("host: x\nnested:\n  token: other")
    token_file.write_token("new-token-0001")
    assert file.read_text() == "host: x\nnested:\n  token: other\ntoken: new-token-0001\n"


def test_of_a_link_the_file_behind_it_changes(file: Path, home: Path) -> None:
    (home / "dotfiles").mkdir()
    (home / "dotfiles" / "holistics").write_text("token: old\n")
    file.symlink_to(home / "dotfiles" / "holistics")
    token_file.write_token("new-token-0001")
    assert file.is_symlink()
    assert (home / "dotfiles" / "holistics").read_text() == "token: new-token-0001\n"


@pytest.mark.parametrize("text", ["{token: old, a: 1}\n", "token: >\n  old\n", "- 1\n", "a: [\n", "a: 1\n---\nb: 2\n"])
def test_what_cannot_be_changed_safely_is_left_alone(file: Path, text: str) -> None:
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"~/\.holistics\.yml cannot be used"):
        token_file.write_token("new-token-0001")
    assert file.read_text() == text


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("token: old\n")

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        token_file.write_token("new-token-0001")
    assert file.read_text() == "token: old\n"
    assert os.listdir(home) == [".holistics.yml"]


@given(token=st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=60))
def test_any_key_comes_back_as_it_was(token: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    token_file.path().unlink(missing_ok=True)
    token_file.write_token(token)
    assert token_file.read_token() == token
