"""The contract suite over a real socket, deeper and at random: `make contract N=200 SEED=7`.

Starts the emulator, tests each API in all phases, prints a table for each and writes JUnit XML. Exit status 1 where
anything failed. The seed is printed, so that a run can be repeated; jobs run in threads beside
the calls, so an equal seed gives equal requests only as far as replies do not depend on how fast a job was.
"""

# ruff: noqa: T201 - a command, which speaks by printing

from __future__ import annotations

import argparse
import logging
import secrets
import sys
import tempfile
from pathlib import Path

from bireme_emulator import Emulator
from tests.contract.apis import Api, control, few_flights, holistics, holistics_v1
from tests.contract.suite import Report, run


def main(arguments: list[str] | None = None) -> int:
    """Run the suite as the command line says; gives the exit status."""
    options = _options(arguments)
    seed = secrets.randbelow(2**32) if options.seed is None else options.seed
    folder = options.output or Path(tempfile.mkdtemp(prefix="bireme-contract-"))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"seed {seed}, {options.cases} cases per operation; repeat with: make contract N={options.cases} SEED={seed}")
    reports = [_test(api, options.cases, seed, folder) for api in (holistics(), holistics_v1(), control())]
    failed = sum(len(report.failures) for report in reports)
    print(f"\n{failed} failures; JUnit XML in {folder}")
    return 1 if failed else 0


def _test(api: Api, cases: int, seed: int, folder: Path) -> Report:
    with (
        tempfile.TemporaryDirectory() as scratch,
        Emulator(rate_limits=False, data={"flights": few_flights(Path(scratch))}) as emulator,
    ):
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)  # it warns of each probe that is no HTTP
        origin = emulator.ready["control"].removesuffix("/_emulator")
        print(f"\n{api.name} at {origin}{api.path}", flush=True)
        junit = folder / f"{api.name}.xml"
        report = run(api, emulator.control, origin=origin, cases=cases, walks=2 * cases, seed=seed, junit=junit)
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


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.contract.deep", description=__doc__)
    parser.add_argument("--cases", type=_positive, default=100, help="cases per operation, twice as many walks")
    parser.add_argument("--seed", type=int, help="a run's seed, to repeat it; without it one is drawn")
    parser.add_argument("--output", type=Path, help="folder for JUnit XML; without it one is made")
    return parser.parse_args(arguments)


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is too few; give at least 1")
    return value


if __name__ == "__main__":
    sys.exit(main())
