"""`make demo`: from a widget to rows and files, against an emulator that this script starts and stops.

Run it as `python docs/demo.py [FOLDER]`; files go to `demo-output` unless a folder is named.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from bireme import Holistics

START_SECONDS = 60


@contextmanager
def emulator() -> Iterator[dict[str, Any]]:
    """A running emulator: what its ready line says."""
    command = [sys.executable, "-m", "bireme.cli", "emulate", "--port", "0", "--files-port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            raise SystemExit(f"The emulator did not start (exit code {process.wait(START_SECONDS)}); see above.")
        yield json.loads(line)
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with emulator() as ready:
        api = ready["holistics"]
        print(f"Emulator at {api['url']}, its control API at {ready['control']}\n")
        with Holistics(api["key"], base_url=api["url"]) as h:
            show(h, 4175)
            show(h, 4176)
            save(h, folder)
    print(f"\nThe emulator is stopped. The files are in {folder.resolve()}")


def show(h: Holistics, widget_id: int) -> None:
    """Prints a widget's first rows and their number."""
    began = perf_counter()
    frame = h.export_widget(widget_id).to_pandas()
    seconds = perf_counter() - began
    print(f'Widget {widget_id} "{h.dashboard_widgets.get(widget_id).source_title}"')
    print(frame.head(5).to_string(index=False, max_cols=8))
    print(f"... {len(frame):,} rows x {len(frame.columns)} columns in {seconds:.1f} s\n")


def save(h: Holistics, folder: Path) -> None:
    """Writes the files that people ask for."""
    flights = h.export_widget(4176)
    files = [
        flights.to_file(folder / "all-flights.csv"),
        flights.to_file(folder / "all-flights.parquet"),
        h.export_widget(4175, format="xlsx").to_file(folder / "flights-per-month.xlsx"),
        h.export_widget(4175, format="pdf").to_file(folder / "flights-per-month.pdf"),
    ]
    for path in files:
        print(f"{path.name:26} {path.stat().st_size:>12,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output"))
