"""What importing costs: nothing that is not used is loaded, and what is missing is named when it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from bireme import MissingExtra


def loaded_after(code: str) -> list[str]:
    """The modules of a fresh interpreter after some code."""
    program = f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    modules: list[str] = json.loads(run.stdout)
    return modules


def test_importing_bireme_loads_neither_http_nor_models_nor_tables() -> None:
    modules = loaded_after("import bireme")
    assert not {"httpx2", "attrs", "attr", "pyarrow", "pandas", "polars", "anyio", "typer", "rich"} & set(modules)
    assert [name for name in modules if name.startswith("bireme.")] == []


def test_making_a_client_loads_no_http_library_and_no_table_library() -> None:
    modules = loaded_after("import bireme; bireme.Holistics('k3y-0001'); bireme.JobFailed")
    assert not {"httpx2", "pyarrow", "pandas", "polars", "typer", "rich"} & set(modules)
    assert "bireme.holistics.generated.models.dashboard" not in modules


def test_making_a_cluvio_client_loads_no_http_library_and_no_table_library() -> None:
    modules = loaded_after("import bireme; bireme.Cluvio('k3y-0001').query; bireme.NoData")
    assert not {"httpx2", "pyarrow", "pandas", "polars", "typer", "rich"} & set(modules)
    assert not {"bireme.cluvio._flows", "bireme.cluvio.generated.models.dashboard_status"} & set(modules)


def test_the_client_never_loads_the_emulator_or_the_command_line() -> None:
    modules = loaded_after(
        "import bireme; bireme.Holistics('k3y-0001').export_widget; import bireme.holistics._handles"
    )
    assert not [name for name in modules if name.startswith(("bireme_emulator", "bireme.cli"))]


@pytest.mark.parametrize(
    ("package", "call", "extra"),
    [
        ("pyarrow", "to_arrow()", "arrow"),
        ("pandas", "to_pandas()", "pandas"),
        ("polars", "to_polars()", "polars"),
    ],
)
def test_a_missing_library_is_named_with_its_extra_before_anything_is_sent(
    package: str, call: str, extra: str, h: Any, control: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = h.export_widget(4175, wait=False)
    control.clear_journal()
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra) as caught:
        getattr(export, call.removesuffix("()"))()
    assert str(caught.value) == f"{call} needs {package}, which is not installed. Run: pip install 'bireme[{extra}]'"
    assert control.journal() == []
