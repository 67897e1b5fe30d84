"""A dashboard's data: its status is polled as often as the server wishes, and each report is given once it is settled.

The states are those of `data_keys` in the reply of `pollDashboardStatus`: what the newest data came out as, and
whether a query is under way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from bireme._runtime.context import Context
from bireme._runtime.errors import (
    BiremeError,
    DecodeError,
    JobCancelled,
    JobError,
    JobFailed,
    NetworkError,
    RateLimited,
    ServerError,
    WaitTimeout,
)
from bireme._runtime.flow import Emit, Flow, Sleep
from bireme._runtime.retry import NO_RETRY, check_seconds
from bireme._runtime.tokens import ResumeToken
from bireme._wire import ParseError, RawResponse

from . import _flows
from ._access import access_of
from ._checks import check_choice, check_id
from ._submit import Parts, cached_report
from .generated.api.dashboards import poll_dashboard_status, refresh_dashboard
from .generated.models.dashboard_status import DashboardStatus
from .parameters import Inputs, parameters_of

REFRESH = (False, True, "if_stale")
NO_DATA = "no-data"

# Seconds between looks where the server suggests none, and the least and the most that is left in between.
DELAY = 60.0
LEAST_DELAY = 0.5
LONGEST_DELAY = 86_400.0

Settled: TypeAlias = tuple[str, Parts | BiremeError]
"""A report's id, and what a handle on its data is made of, or why it has none."""


class Watch:
    """Looks at a dashboard's status until all its reports are settled or the time is up."""

    def __init__(
        self, context: Context, dashboard_id: str, parameters: Inputs | None, refresh: bool | str, timeout: float | None
    ) -> None:
        self.context, self.session = context, context.session
        self.dashboard_id = check_id("dashboard_id", dashboard_id, "dashboards")
        self.parameters = parameters_of(parameters)
        self.refresh = check_choice("refresh", refresh, REFRESH)
        self.timeout = context.timeout if timeout is None else check_seconds("timeout", timeout)
        self.status: RawResponse[DashboardStatus] | None = None
        self.failures = 0
        self.last_error: BiremeError | None = None
        self.given: set[str] = set()
        self.before: dict[str, Any] = {}  # which data each key had before the refresh

    def last(self) -> Flow[DashboardStatus]:
        """The status as it is when all reports are settled, or the time is up. Raises as `flow`, and DecodeError."""
        yield from self.flow()
        assert self.status is not None
        return self.session.value(self.status)

    def flow(self) -> Flow[None]:
        """Emits a `Settled` for each report.

        Raises:
            ApiError: a look was refused in a way that the next one would be, too.
            The error of the last look, if no look ever succeeded.
        """
        clock = self.session.clock
        deadline = clock.monotonic() + self.timeout
        if self.refresh is True:
            yield from self._look_before()
            yield from self.session.call_value(refresh_dashboard.request(self.dashboard_id, body=self._body()))
        while True:
            yield from self._look(deadline)
            if self.status is not None and self.last_error is None:
                for settled in self._settled(self.status):
                    yield Emit(settled)
                if not self._open(self.status):
                    return
            left = deadline - clock.monotonic()
            if left <= 0:
                break
            yield Sleep(min(self._delay(), left))
        if self.status is None:
            assert self.last_error is not None
            raise self.last_error
        for settled in self._run_out(self.status):
            yield Emit(settled)

    # --- looks ---

    def _body(self) -> dict[str, Any]:
        return {} if self.parameters is None else {"parameters": self.parameters}

    def _look_before(self) -> Flow[None]:
        """Notes what there is, since the server may take a moment to say that something newer is on its way."""
        request = poll_dashboard_status.request(self.dashboard_id, body={**self._body(), "refresh_data": False})
        response = yield from self.session.call(request)
        self._check(response)
        keys = self.session.document(response)["data_keys"]
        self.before = {key: _edition(state) for key, state in keys.items()}

    def _look(self, deadline: float) -> Flow[None]:
        # Once is enough: asked again and again, a query that fails would be started again and again.
        body = {**self._body(), "refresh_data": self.refresh == "if_stale" and self.status is None}
        request = poll_dashboard_status.request(self.dashboard_id, body=body)
        # A look at the very end gets as long as any other: what it finds is what the caller has waited for.
        deadline = max(deadline, self.session.clock.monotonic() + 1.0)
        try:
            response = yield from self.session.call(request, retry=NO_RETRY, deadline=deadline)
            self._check(response)
        except (ServerError, RateLimited, NetworkError, DecodeError) as error:
            self.last_error, self.failures = error, self.failures + 1
            return
        self.status, self.last_error, self.failures = response, None, 0

    def _check(self, response: RawResponse[Any]) -> None:
        """Checks what is used of a status, and no more: how its errors look is not known for certain.

        Raises:
            DecodeError: it is not there.
        """
        document = self.session.document(response)
        for name in ("reports", "data_keys"):
            found = document.get(name) if isinstance(document, dict) else None
            if not isinstance(found, dict) or not all(isinstance(entry, dict) for entry in found.values()):
                raise self.session.decode_error(response, ParseError(f"/{name}", "is not an object of objects"))

    def _delay(self) -> float:
        """Seconds until the next look: what the server suggests, or after a failure as for any request."""
        if self.failures:
            hint = getattr(self.last_error, "retry_after", None) or 0.0
            return max(hint, self.session.retry.backoff(self.failures, self.session.clock), LEAST_DELAY)
        assert self.status is not None
        suggested = self.session.document(self.status).get("status_check_delay")
        good = isinstance(suggested, int | float) and not isinstance(suggested, bool) and suggested == suggested  # NaN
        return float(min(max(suggested, LEAST_DELAY), LONGEST_DELAY)) if good else DELAY

    # --- what a status says ---

    def _reports(self, response: RawResponse[Any]) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
        """Each report that was not given yet: its id, its entry, and that of its data key."""
        document = self.session.document(response)
        for report_id, entry in document["reports"].items():
            if report_id not in self.given:
                key = entry.get("data_key")
                yield report_id, entry, (document["data_keys"].get(key) if isinstance(key, str) else None) or {}

    def _open(self, response: RawResponse[Any]) -> bool:
        return any(True for _ in self._reports(response))

    def _settled(self, response: RawResponse[Any]) -> list[Settled]:
        found: list[Settled] = []
        for report_id, entry, state in self._reports(response):
            if self._pending(entry, state):
                continue
            try:
                found.append((report_id, self._outcome(response, report_id, entry, state)))
            except DecodeError as error:
                found.append((report_id, error))
        self.given.update(report_id for report_id, _ in found)
        return found

    def _pending(self, entry: Mapping[str, Any], state: Mapping[str, Any]) -> bool:
        """Whether to wait for a report: what there is, is not what was asked for, and more may come by itself."""
        result = state.get("result_status")
        if not isinstance(entry.get("data_key"), str) or not isinstance(result, str):
            return False
        enough = self.refresh is False or (self.refresh == "if_stale" and state.get("data_current") is True)
        if result == "success" and enough:
            return False
        edition = _edition(state)
        if self.refresh is True and edition is not None and edition == self.before.get(entry["data_key"]):
            return True  # what was there before the refresh
        return bool(state.get("running")) or result not in _ended()

    def _outcome(
        self, response: RawResponse[Any], report_id: str, entry: Mapping[str, Any], state: Mapping[str, Any]
    ) -> Parts | BiremeError:
        result, key = state.get("result_status"), entry.get("data_key")
        for at, found in ((f"/reports/{report_id}/data_key", key), (f"/data_keys/{key}/result_status", result)):
            if not isinstance(found, str | None):
                raise self.session.decode_error(response, ParseError(at, "is not a text"))
        if result == "success":
            access = access_of(self.session, response, {**state, "data_key": key}, f"/data_keys/{key}")
            return cached_report(self.context, self._wanted(report_id), access)
        if result in (None, NO_DATA) and isinstance(key, str):
            return _flows.no_cached_data(report_id)
        return self._failed(report_id, entry, state)

    def _failed(self, report_id: str, entry: Mapping[str, Any], state: Mapping[str, Any]) -> JobError:
        status = state.get("result_status")
        said = entry.get("error")
        reason = self.session.redact(said) if isinstance(said, str) else None
        told = reason or _flows.REASONS.get(str(status)) or "the server gives no reason"
        facts: dict[str, Any] = {
            "job_id": _execution_of(state) or report_id,
            "status": status,
            "operation": poll_dashboard_status.OPERATION.id,
            "last_error": reason,
        }
        if status == "cancelled":
            return JobCancelled(f"The query of report {report_id} was cancelled. Refresh it to run it anew.", **facts)
        return JobFailed(f"Report {report_id} has no data ({status or 'error'}): {told}.", **facts)

    def _run_out(self, response: RawResponse[Any]) -> list[Settled]:
        """What becomes of the reports that are not settled when the time is up."""
        found: list[Settled] = []
        for report_id, _, state in self._reports(response):
            execution_id = _execution_of(state)
            operation = _flows.REFRESH_REPORT if execution_id else _flows.REPORT_DATA
            token = ResumeToken(operation, execution_id or report_id, self._wanted(report_id)).encode()
            text = f"The query of report {report_id} is not over after {self.timeout:g} s; it goes on at the server: "
            text += "wait on with resume(error.token), or allow a longer timeout=."
            status = state.get("execution_status") or state.get("result_status")
            error = WaitTimeout(
                text,
                job_id=execution_id or report_id,
                last_status=status,
                elapsed=self.timeout,
                token=token,
                last_error=self.last_error,
            )
            found.append((report_id, error))
        return found

    def _wanted(self, report_id: str) -> Parts:
        return {"report_id": report_id, "data_format": "json", **self._body()}


def _edition(state: Mapping[str, Any]) -> Any:
    """What tells one set of data of a key from the next; None where nothing does."""
    return _execution_of(state) or state.get("data_timestamp")


def _execution_of(state: Mapping[str, Any]) -> str | None:
    """The execution that a data key is about, if it is named as one."""
    found = state.get("execution_id")
    return found if isinstance(found, str) and found else None


def _ended() -> frozenset[str]:
    """The results that stay as they are; one that the spec does not list is waited on."""
    life = _flows.life_of(_flows.RUN)
    return frozenset((*life.success, *life.failure, *life.cancelled, NO_DATA))
