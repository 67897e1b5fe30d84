"""Kills an emulator that executes Cluvio queries, and looks at what its next start makes of them.

    python -m tests.endurance.cluvio_executions --times 50

A process of its own starts executions as fast as it can, quick ones, slow ones and wrong ones, cancels some, and tells
each id once it is acknowledged. At a random moment it gets `kill -9`; the state is opened again, and every execution
that was told of must be there and end: with the rows it should have, or in a state that says what happened.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path

from bireme_emulator.cluvio import executions, results
from bireme_emulator.cluvio.inputs import Inputs
from bireme_emulator.kernel.emulation import Emulation
from bireme_emulator.kernel.sessions import Session
from tests.unit.emulator_state.cluvio_world import emulation_of_cluvio

API, SAMPLE = "cluvio_eu", "smpl-data-0001"
SLOW = "SELECT sum(range % 7) AS n FROM range(30000000)"
QUERIES = ("SELECT {number} AS n", SLOW, "SELECT nonsense", "SELECT * FROM flights LIMIT 50000")
ROUND = 30.0  # real seconds that what is left of a round may take


@dataclass
class Tally:
    """What came of all rounds."""

    kills: int = 0
    acknowledged: int = 0
    statuses: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def work(state: Path) -> None:
    """The process to be killed: start executions and tell of each."""
    emulation = emulation_of_cluvio(state=str(state))
    session = emulation.sessions.default
    chance = random.Random()
    for number in count():
        sql = chance.choice(QUERIES).format(number=number)
        made = executions.start(session, API, SAMPLE, sql, inputs=Inputs.of(None))
        sys.stdout.write(json.dumps([made["id"], sql]) + "\n")
        sys.stdout.flush()
        if chance.random() < 0.3:
            executions.cancel(session, API, made["id"])
            sys.stdout.write(json.dumps([made["id"], None]) + "\n")
            sys.stdout.flush()
        if number % 5 == 4 and made["job_id"] is not None:
            session.jobs.wait(made["job_id"], 5.0)


def one_round(state: Path, chance: random.Random, tally: Tally) -> None:
    """Let it work, kill it, start again, look."""
    command = [sys.executable, "-m", "tests.endurance.cluvio_executions", "--work", str(state)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(chance.randint(1, 40))]
        process.kill()
        told += process.stdout.read().splitlines(keepends=True)
    acknowledged = [json.loads(line) for line in told if line.endswith("\n")]
    tally.kills += 1
    emulation = emulation_of_cluvio(state=str(state))
    try:
        _check(emulation, acknowledged, tally)
    finally:
        emulation.close()


def _check(emulation: Emulation, acknowledged: list[tuple[str, str | None]], tally: Tally) -> None:
    session = emulation.sessions.default
    wanted = {id: sql for id, sql in acknowledged if sql is not None}
    cancelled = {id for id, sql in acknowledged if sql is None}
    tally.acknowledged += len(wanted)
    for id, sql in wanted.items():
        status, problem = _outcome(session, id, sql)
        if id in cancelled and status not in ("cancelled", "success", "query_error"):
            problem = f"was cancelled and is {status}"
        tally.statuses[status] = tally.statuses.get(status, 0) + 1
        if problem:
            tally.problems.append(f"{id} ({sql}): {problem}")


def _outcome(session: Session, id: str, sql: str) -> tuple[str, str | None]:
    """How an execution ended, and what is wrong with that."""
    for _ in range(100):
        execution = executions.find(session, API, id)
        if execution is None:
            return "lost", "is lost"
        if executions.is_over(execution):
            break
        if execution["job_id"] is None:  # it waits for others
            for other in executions.unfinished_on(session, API, SAMPLE):
                if other["job_id"] is not None:
                    session.jobs.wait(other["job_id"], ROUND)
        else:
            session.jobs.wait(execution["job_id"], ROUND)
    else:
        return "hanging", f"does not end: {executions.status_of(session, execution)}"
    status = str(execution["status"])
    if status == "success":
        rows = results.open(session, API, execution).reader().read_all().num_rows
        expected = 50_000 if "flights" in sql else 1
        return status, None if rows == expected == execution["rows"] else f"has {rows} rows, not {expected}"
    return status, None if status in ("cancelled", "query_error") else f"ended with {status}: {execution['error']}"


def run(times: int, seed: int, state: Path) -> Tally:
    """So many rounds on one state folder."""
    chance, tally = random.Random(seed), Tally()
    for _ in range(times):
        one_round(state, chance, tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50, help="how often to kill (default: 50)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the moments (default: 1)")
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work is not None:
        work(options.work)
    with tempfile.TemporaryDirectory(prefix="bireme-kill-") as folder:
        tally = run(options.times, options.seed, Path(folder) / "state")
    sys.stdout.write(json.dumps(asdict(tally), indent=2) + "\n")
    return 1 if tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
