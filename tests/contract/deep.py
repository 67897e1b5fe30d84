"""The contract suite over a real socket, deeper and at random: `make contract N=200 SEED=7`, or SEED="7 42 2026".

Starts the emulator, tests each API in all phases, prints a table for each and writes JUnit XML. Exit status 1 where
anything failed. `API="cluvio_eu cluvio_us_data"` tests these alone. The seed is printed, so that a run can be repeated;
jobs run in threads beside the calls, so an equal seed gives equal requests only as far as replies do not depend on how
fast a job was.
"""

# ruff: noqa: T201 - a command, which speaks by printing

from __future__ import annotations

import argparse
import logging
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bireme_emulator import Emulator
from bireme_emulator.kernel.emulation import Control
from tests.contract import apis_cluvio as cluvio
from tests.contract.apis import Api, control, few_flights, holistics, holistics_v1
from tests.contract.suite import Report, run

APIS: dict[str, Callable[[Control], Api]] = {
    "holistics": lambda _: holistics(),
    "holistics_v1": lambda _: holistics_v1(),
    **{f"cluvio_{location}": partial(cluvio.api_server, location) for location in cluvio.LOCATIONS},
    **{f"cluvio_{location}_data": partial(cluvio.data_server, location) for location in cluvio.LOCATIONS},
    "control": lambda _: control(),
}


def main(arguments: list[str] | None = None) -> int:
    """Run the suite as the command line says; gives the exit status."""
    options = _options(arguments)
    seeds = options.seed or [secrets.randbelow(2**32)]
    folder = options.output or Path(tempfile.mkdtemp(prefix="bireme-contract-"))
    folder.mkdir(parents=True, exist_ok=True)
    words = " ".join(map(str, seeds))
    again = f'make contract N={options.cases} SEED="{words}"'
    print(f"seed {words}, {options.cases} cases per operation; repeat with: {again}")
    failed = 0
    for seed in seeds:
        for name in options.api or APIS:
            failed += len(_test(name, options.cases, seed, folder / f"{name}-{seed}.xml").failures)
    print(f"\n{failed} failures; JUnit XML in {folder}")
    return 1 if failed else 0


def _test(name: str, cases: int, seed: int, junit: Path) -> Report:
    with (
        tempfile.TemporaryDirectory() as scratch,
        Emulator(rate_limits=False, data={"flights": few_flights(Path(scratch))}) as emulator,
    ):
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # it warns of each probe that is no HTTP
        api = APIS[name](emulator.control)
        origin = emulator.ready["control"].removesuffix("/_emulator")
        print(f"\n{api.name} at {origin}{api.path}, seed {seed}", flush=True)
        if not any(links_of(api.document)):
            cases, walks = 10 * cases, 0  # a data server: two operations and nothing to walk along
        else:
            walks = 2 * cases
        report = run(api, emulator.control, origin=origin, cases=cases, walks=walks, seed=seed, junit=junit)
    print(report.table())
    if report.links:
        followed = {name for name, _ in report.links}
        print(f"{sum(report.links.values())} steps along {len(followed)} of the document's links")
    if report.excluded:
        print(
            f"{sum(report.excluded.values())} documented refusals of valid requests passed over (see exclusions_*.py)"
        )
    for failure in report.failures:
        print(f"\nFAILED {failure}")
    return report


def links_of(node: Any) -> Iterator[str]:
    """The names of all links of a document."""
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    if isinstance(node, dict) and isinstance(node.get("links"), dict):
        yield from node["links"]
    for part in parts:
        yield from links_of(part)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.contract.deep", description=__doc__)
    parser.add_argument("--cases", type=_positive, default=100, help="cases per operation, twice as many walks")
    parser.add_argument("--seed", type=int, nargs="+", help="seeds, each a run; without them one is drawn")
    parser.add_argument("--api", nargs="+", choices=APIS, metavar="API", help=f"which of {', '.join(APIS)}; else all")
    parser.add_argument("--output", type=Path, help="folder for JUnit XML; without it one is made")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is too few; give at least 1")
    return value


if __name__ == "__main__":
    sys.exit(main())
