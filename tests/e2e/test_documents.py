"""Every code block of the documents does what it says."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
import yaml

from bireme_emulator import Emulator
from bireme_emulator.kernel.delivery.settings import load_settings

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
PROSE = {"", "text"}
SECONDS = 240


@dataclass(frozen=True)
class Block:
    document: Path
    line: int
    language: str
    code: str

    def __str__(self) -> str:
        return f"{self.document.relative_to(ROOT)}:{self.line}"


def blocks(*languages: str) -> list[Block]:
    found = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        matches = re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        found += [
            Block(document, text.count("\n", 0, match.start()) + 1, match[1], match[2])
            for match in matches
            if match[1] in languages
        ]
    return found


def commands() -> list[tuple[str, str]]:
    return [(f"{block}", line) for block in blocks("sh") for line in block.code.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    """What a reader's shell has once the keys and the hosts are set."""
    with Emulator(port=0, files_port=0, strict=True, rate_limits=False) as emulator:
        api, cluvio = emulator.ready["holistics"], emulator.ready["cluvio"]
        yield {
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOLISTICS_API_KEY": api["key"],
            "HOLISTICS_HOST": api["url"].removesuffix("/api/v2"),
            "CLUVIO_API_KEY": cluvio["key"],
            "CLUVIO_API_URL": cluvio["eu"]["api"],
            "PYTHONWARNINGS": "error",
        }


def test_every_block_is_of_a_kind_that_is_checked() -> None:
    known = {"python", "sh", "yaml", *PROSE}
    unknown = [f"{block}: {block.language}" for block in blocks(*{m for d in DOCUMENTS for m in languages(d)} - known)]
    assert unknown == []


def languages(document: Path) -> set[str]:
    return set(re.findall(r"^```(\w+)$", document.read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.socket
@pytest.mark.parametrize("block", blocks("python"), ids=str)
def test_python_blocks_run(block: Block, environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block.code],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.socket
@pytest.mark.parametrize(("place", "command"), commands(), ids=lambda value: str(value))
def test_shell_lines_run(place: str, command: str, environment: dict[str, str], tmp_path: Path) -> None:
    words = shlex.split(command)
    if words[0] == "make":
        assert_target_works(words, environment, tmp_path)
    elif words[:2] == ["pip", "install"]:
        assert_installable(words[2:])
    elif words[:2] == ["bireme", "emulate"]:
        assert_serves(words, environment, tmp_path)
    else:
        done = run(words, environment, tmp_path)
        assert done.returncode == 0, done.stderr


def run(words: list[str], environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, env=environment, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def assert_target_works(words: list[str], environment: dict[str, str], folder: Path) -> None:
    if words != ["make", "demo"]:
        listed = run(["make", "-C", str(ROOT), "--dry-run", *words[1:]], environment, folder)
        assert listed.returncode == 0, listed.stderr
        return
    done = run([sys.executable, str(ROOT / "docs" / "demo.py"), str(folder / "demo-output")], environment, folder)
    assert done.returncode == 0, done.stderr
    assert "336,776 rows" in done.stdout
    written = {path.suffix for path in (folder / "demo-output").iterdir()}
    assert written == {".csv", ".xlsx", ".pdf", ".parquet"}


def assert_installable(words: list[str]) -> None:
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", "--no-build-isolation", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
    assert "does not provide the extra" not in done.stdout + done.stderr


def assert_serves(words: list[str], environment: dict[str, str], folder: Path) -> None:
    free = [*words[:2], "--port", "0", "--files-port", "0"]
    with subprocess.Popen(free, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            ready = json.loads(process.stdout.readline())
            assert ready["holistics"]["url"].endswith("/holistics/api/v2")
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(60) == 0


def yaml_blocks(of_settings: bool) -> list[Block]:
    return [block for block in blocks("yaml") if (block.document.name == "deliveries.md") is of_settings]


@pytest.mark.parametrize("block", yaml_blocks(of_settings=True), ids=str)
def test_yaml_blocks_of_settings_are_taken_by_the_emulator(block: Block, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a private key", encoding="utf-8")
    path = tmp_path / "deliveries.yaml"
    path.write_text(block.code.replace("/etc/bireme/id_ed25519", str(tmp_path / "key")), encoding="utf-8")
    secrets = dict.fromkeys(re.findall(r"\$\{(\w+)\}", block.code), "secret")
    settings = load_settings(path, environ=secrets)
    assert settings.smtp is not None
    assert set(settings.sftp) | set(settings.adls) == {"2", "3"}


@pytest.mark.parametrize("block", yaml_blocks(of_settings=False), ids=str)
def test_yaml_blocks_show_extensions_as_their_schema_has_them(block: Block) -> None:
    schema = json.loads((ROOT / "generator" / "rules" / "extensions.schema.json").read_text(encoding="utf-8"))
    shown = list(extensions(yaml.safe_load(block.code)))
    assert shown, "a block without an extension"
    for name, value in shown:
        jsonschema.validate(value, {"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]})


def extensions(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if str(key).startswith("x-"):
                yield key, inner
            else:
                yield from extensions(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from extensions(inner)
