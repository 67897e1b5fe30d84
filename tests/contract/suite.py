"""The contract suite: schemathesis, all phases and all checks, against one of the emulator's APIs.

`run` drives an API in process or over a socket and returns a `Report`: cases, checks and time by phase, links that were
followed, and every failure in words. What schemathesis cannot know from a document stands in the exclusions of
`tests.contract.exclusions_*`, each with its reason; whatever else it objects to is a failure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from schemathesis.engine.run import PhaseName
from schemathesis.engine.statistic import Statistic
from schemathesis.reporting.junitxml import JunitXmlWriter

from bireme_emulator.kernel.emulation import Control
from tests.contract.apis import Api
from tests.contract.exclusions import Exclusion, excused

PHASES = ("examples", "coverage", "fuzzing", "stateful")
ROUND = 40


@dataclass
class Phase:
    """What one phase did."""

    cases: int = 0
    checks: int = 0
    failures: int = 0
    seconds: float = 0.0
    started: float = 0.0


@dataclass
class Report:
    """What a run did, and what it found. `checks` counts what was checked and `failed` what failed, by check;
    `links` counts replies by link of the document and status."""

    phases: dict[str, Phase] = field(default_factory=lambda: {name: Phase() for name in PHASES})
    failures: list[str] = field(default_factory=list)
    failed: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, int]] = field(default_factory=Counter)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    checks: Counter[str] = field(default_factory=Counter)
    excluded: Counter[Exclusion] = field(default_factory=Counter)
    statistic: Statistic = field(default_factory=Statistic)

    def take(self, event: events.EngineEvent) -> None:
        """Add what an event of the engine tells."""
        if isinstance(event, events.PhaseStarted) and event.phase.name.value in self.phases:
            self.phases[event.phase.name.value].started = event.timestamp
        elif isinstance(event, events.PhaseFinished) and event.phase.name.value in self.phases:
            phase = self.phases[event.phase.name.value]
            phase.seconds += event.timestamp - phase.started
            if event.status in (Status.ERROR, Status.INTERRUPTED):
                self.failures.append(f"phase {event.phase.name.value} ended with {event.status.value}")
        elif isinstance(event, events.ScenarioFinished) and event.phase is not PhaseName.AUTH_BOOTSTRAP:
            self._take_scenario(event)
        elif isinstance(event, events.NonFatalError):
            self.failures.append(f"{event.label}: {event.info.title}: {event.info.message}")
        elif isinstance(event, events.FatalError):
            raise event.exception

    def _take_scenario(self, event: events.ScenarioFinished) -> None:
        recorder, phase = event.recorder, self.phases[event.phase.value]
        before = self.statistic.total_failures
        self.statistic.on_scenario_finished(recorder)
        phase.cases += len(recorder.cases)
        phase.failures += self.statistic.total_failures - before
        for results in recorder.checks.values():
            phase.checks += len(results)
            self.checks.update(result.name for result in results)
            self.failed.update(result.name for result in results if result.status is Status.FAILURE)
        for id, node in recorder.cases.items():
            response = recorder.find_response(case_id=id)
            if response is None:
                continue
            self.statuses[_operation(node.value), response.status_code] += 1
            if node.transition is not None and not node.transition.is_inferred:
                self.links[_link_name(node.transition.id), response.status_code] += 1

    def finish(self) -> None:
        """Put the failures into words."""
        for label, groups in self.statistic.failures.items():
            for group in groups.values():
                for failure in group.failures:
                    reply = group.response and f"{group.response.status_code} {group.response.content[:300]!r}"
                    text = f"{label}: {failure.title}: {failure.message}"
                    self.failures.append(f"{text}\n  {group.code_sample}\n  -> {reply}")
        for lost in self.statistic.extraction_failures:
            if lost.error is not None:
                self.failures.append(f"link {lost.id}: {lost.parameter_name}: {lost.error}")

    def table(self) -> str:
        """The phases as a table for a terminal."""
        lines = [f"{'phase':<10}{'cases':>8}{'checks':>9}{'failures':>10}{'seconds':>9}"]
        for name, phase in self.phases.items():
            lines.append(f"{name:<10}{phase.cases:>8}{phase.checks:>9}{phase.failures:>10}{phase.seconds:>9.1f}")
        return "\n".join(lines)


def run(
    api: Api,
    control: Control,
    *,
    app: Any = None,
    origin: str = "http://testserver",
    cases: int,
    walks: int,
    seed: int,
    only: str | None = None,
    junit: Path | None = None,
) -> Report:
    """Test an API: in process through the ASGI application `app`, or over a socket at `origin` without one.

    Fuzzing makes at most `cases` per operation. Stateful testing makes at most `walks`, in rounds with a seed of their
    own: a round ends before its time where a reply differs from the one that the same steps had before. `only` is the
    id of the one operation to test, `junit` a file for the results in JUnit's XML.
    """
    report = Report()
    writer = None
    api.tend(control)
    for number in range(max(1, math.ceil(walks / ROUND))):
        phases = PHASES if number == 0 else ("stateful",)
        share = min(ROUND, walks - number * ROUND)
        where = {"app": app, "origin": origin, "phases": phases}
        schema = prepare(api, control, report.excluded, **where, cases=cases, walks=share, seed=seed + number)
        if only is not None:
            # not `include`: what the settings say of single operations counts as an inclusion of all of them
            schema = schema.exclude(lambda context: _operation_id(context.operation) != only)
        if writer is None and junit is not None:
            writer = JunitXmlWriter(junit, schema.config.output)
        for event in from_schema(schema).execute():
            if isinstance(event, events.PhaseStarted):
                api.renew(control)
            report.take(event)
            if writer is None or not isinstance(event, events.ScenarioFinished) or event.status is Status.SKIP:
                continue  # what has no examples, say, is still tested by the other phases
            writer.write(event.recorder, event.elapsed_time, status=event.status)
    report.finish()
    if writer is not None:
        writer.close()
    return report


def prepare(
    api: Api,
    control: Control,
    excluded: Counter[Exclusion],
    *,
    app: Any,
    origin: str = "http://testserver",
    phases: Sequence[str] = PHASES,
    cases: int = 1,
    walks: int = 0,
    seed: int = 1,
) -> Any:
    """The schema, ready to run; `excluded` counts what the exclusions let pass as it runs."""
    settings = {
        "seed": seed,
        "base-url": origin + api.path,
        "continue-on-failure": True,
        "checks": {"enabled": True},
        "generation": {"max-examples": cases, "database": "none"},
        "phases": {
            **{name: {"enabled": name in phases} for name in PHASES},
            "stateful": {
                "enabled": walks > 0,
                "generation": {"max-examples": max(walks, 1)},  # a case of this phase is a walk of a few steps
                "max-steps": 8,
                "inference": {"algorithms": []},  # along the document's own links only
            },
        },
        "cache": {"enabled": False},
        "suppress-health-check": ["all"],  # they measure the machine, not the API
        **api.settings,
    }
    schema = schemathesis.openapi.from_dict(api.document, config=SchemathesisConfig.from_dict(settings))
    schema.app = app

    @schema.hook
    def after_call(context: Any, case: Any, response: Any) -> None:
        api.tend(control)

    @schema.hook
    def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
        if _brought_by_the_body(failure, case):
            return False
        operation = _operation(case)
        known = excused(
            api.exclusions, failure.checks, operation, response.status_code, failure.message, response.content
        )
        excluded.update(known)
        return not known

    for name, change in api.maps.items():
        schema.hook(name)(_drawn(change))
    if api.credential is not None:
        schema.auth(refresh_interval=None)(_given_by(api.credential))
    return schema


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Put the slashes back that schemathesis escapes, where a parameter spans segments and is sent as it is."""
    for parameter in case.operation.path_parameters:
        value = (case.path_parameters or {}).get(parameter.name)
        if parameter.definition.get("x-spans-segments") and isinstance(value, str) and "%2F" in value:
            case.path_parameters[parameter.name] = value.replace("%2F", "/")


def _given_by(credential: Callable[[Any], str]) -> type:
    """The provider of credentials that schemathesis asks for."""

    class Provider:
        def get(self, case: Any, context: Any) -> str:
            return credential(case)

        def set(self, case: Any, data: str, context: Any) -> None:
            case.headers = {**(case.headers or {}), "Authorization": data}

    return Provider


def _drawn(change: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    def drawn(context: Any, value: Any) -> Any:
        return change(value)

    return drawn


def _brought_by_the_body(failure: Any, case: Any) -> bool:
    """A required query parameter is missing, and the body has it, as `x-also-in` of the document allows."""
    if failure.checks != ("negative_data_rejection",) or not isinstance(case.body, dict):
        return False
    parameters = case.operation.definition.raw.get("parameters", ())
    elsewhere = {one["name"] for one in parameters if one.get("x-also-in") == "body"}
    return any(name not in (case.query or {}) for name in elsewhere & case.body.keys())


def _operation(case: Any) -> str:
    return _operation_id(case.operation)


def _operation_id(operation: Any) -> str:
    id: str = operation.definition.raw["operationId"]
    return id


def _link_name(id: str) -> str:
    """`GET /jobs/{id} -> [200] read_log -> GET /jobs/{id}/logs` without the status."""
    return re.sub(r"\[\d+\] ", "", id)
