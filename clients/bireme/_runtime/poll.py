"""Waiting for a job: from the reply that started it to its end, or to the deadline."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from bireme._wire import AsyncJob, ParseError, RawResponse, Request

from .clock import Clock
from .errors import (
    ApiError,
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
from .flow import Flow, Sleep
from .pace import DEFAULT_TIMEOUT, Poll, Watch
from .pointers import find, resolve
from .retry import NO_RETRY, check_seconds, seconds_until
from .tokens import ResumeToken, is_job_id
from .transport import Session

# The last look is taken this long before the deadline (but within its last tenth), so that its answer comes in time.
LAST_LOOK = 1.0
# With so few requests left in the server's window, looks are spread over what remains of it.
FEW_REQUESTS = 2
# Seconds that asking to cancel may take, for whoever has given up does not want to wait.
FAREWELL = 10.0

JobId = int | str


@dataclass(frozen=True, slots=True)
class Progress:
    """How a wait stands: given to `on_progress` at the start and after every answer.

    `token` resumes the wait from here, `elapsed` is in seconds, `polls` counts the looks taken.
    """

    job_id: JobId
    status: str | None
    elapsed: float
    polls: int
    token: str


@dataclass(frozen=True, slots=True)
class Waited:
    """A job that ended well, with the reply that said so; `job_id` is that of the job that did the work."""

    job_id: JobId
    status: str
    elapsed: float
    polls: int
    response: RawResponse[Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a wait may ask for besides looks: the requests that read a job's logs and that cancel it.

    `reasons` says of a status that means failure what it stands for, where the server gives no reason of its own.
    """

    logs: Callable[[JobId], Request[Any]] | None = None
    cancel: Callable[[JobId], Request[Any]] | None = None
    on_progress: Callable[[Progress], None] | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


def wait_for(
    session: Session,
    job: AsyncJob,
    started: RawResponse[Any] | JobId,
    poll_request: Callable[[JobId], Request[Any]],
    *,
    timeout: float = DEFAULT_TIMEOUT,
    poll: Poll | None = None,
    hooks: Hooks | None = None,
    operation: str = "",
    kind: str | None = None,
    token_data: Mapping[str, Any] | None = None,
    cancel_on_timeout: bool = True,
    cancel_on_interrupt: bool = False,
) -> Flow[Waited]:
    """Waits until a job has ended.

    A look that meets a 5xx, a 429, a broken connection or an unreadable reply is not the end: the wait goes on until
    its deadline and names the last such error then. A status that the spec does not list is waited on as well.

    Args:
        job: the life cycle, from the spec.
        started: the reply that started the job, or the id of a job that runs already.
        poll_request: makes the request that looks at a job.
        timeout: seconds for the whole wait.
        poll: the cadence.
        hooks: logs, cancelling, progress.
        operation: the operationId that started the job, for texts and the token; a reply in `started` names its own.
        kind: names what should take equally long, e.g. the operation and its path; None learns nothing.
        token_data: what the glue wants to find in the token again.
        cancel_on_timeout: whether the job is cancelled, with the hook for it, when the time is up.
        cancel_on_interrupt: whether it is when the wait itself is given up: by Ctrl-C, or as a cancelled task.

    Raises:
        JobFailed, JobCancelled, WaitTimeout: as they say.
        ApiError: a look was refused (401, 403, 404 and the like), so that no later one would do better.
        DecodeError: the reply that started the job has no id, or a job that stands for another has none.
        InvalidInput: the timeout is not a positive number.
    """
    check_seconds("timeout", timeout)
    if isinstance(started, RawResponse):
        operation = started.request.operation.id
    hooks = hooks or Hooks()
    wait = _Wait(session, job, operation, timeout, poll or Poll(), hooks, kind, token_data or {}, cancel_on_timeout)
    flow = wait.flow(started, poll_request)
    return wait.guarded(flow) if cancel_on_interrupt and hooks.cancel is not None else flow


class _Wait:
    def __init__(
        self,
        session: Session,
        job: AsyncJob,
        operation: str,
        timeout: float,
        poll: Poll,
        hooks: Hooks,
        kind: str | None,
        token_data: Mapping[str, Any],
        cancel_on_timeout: bool,
    ) -> None:
        self.cancel_on_timeout = cancel_on_timeout
        self.session, self.job, self.operation = session, job, operation
        self.timeout, self.poll, self.hooks = timeout, poll, hooks
        self.kind, self.token_data = kind, token_data
        self.clock: Clock = session.clock
        self.began = self.clock.monotonic()
        self.deadline = self.began + timeout
        self.job_id: JobId = ""
        self.status: str | None = None
        self.polls = 0
        self.failures = 0
        self.last_error: BiremeError | None = None
        self.visited: set[JobId] = set()
        self.watch: Watch = session.pace.start(kind, poll, self.clock)

    def flow(self, started: RawResponse[Any] | JobId, poll_request: Callable[[JobId], Request[Any]]) -> Flow[Waited]:
        response: RawResponse[Any] | None = None
        if isinstance(started, RawResponse):
            response = started
            self.job_id = self._id(response, self.job.id)
            if self.job.bare:
                response = None  # it says nothing of the job's state
        else:
            self.job_id = started
        hint = 0.0
        if response is None:
            response = yield from self._look(poll_request)
        while True:
            if response is not None:
                ended = yield from self._judge(response)
                if ended is not None:
                    return ended
                hint = server_hint(response.headers, self.clock)
            elif isinstance(self.last_error, ApiError):
                hint = self.last_error.retry_after or 0.0
            yield from self._sleep(hint)
            response = yield from self._look(poll_request)

    def guarded(self, flow: Flow[Waited]) -> Flow[Waited]:
        """The same, with the job cancelled at the server when the wait is given up."""
        try:
            return (yield from flow)
        except (Exception, GeneratorExit):
            raise  # an end of the wait's own, or nobody is there to send anything any more
        except BaseException as given_up:
            problem = yield from self._cancel()
            if problem is not None:
                given_up.add_note(f"Job {self.job_id} goes on at the server: cancelling it failed: {problem}")
            raise

    def _cancel(self) -> Flow[BiremeError | None]:
        """Has the job cancelled; gives what went wrong, if anything did."""
        assert self.hooks.cancel is not None
        deadline = self.clock.monotonic() + FAREWELL
        try:
            yield from self.session.call(self.hooks.cancel(self.job_id), retry=NO_RETRY, deadline=deadline, last=True)
        except BiremeError as error:
            return error
        return None

    # --- looks ---

    def _look(self, poll_request: Callable[[JobId], Request[Any]]) -> Flow[RawResponse[Any] | None]:
        """One look at the job; None where it failed in a way that the next may not."""
        if self.clock.monotonic() >= self.deadline:
            yield from self._time_out()  # the sleep took longer than it should: what the last look found counts
        self.polls += 1
        try:
            response: RawResponse[Any] = yield from self.session.call(
                poll_request(self.job_id), retry=NO_RETRY, deadline=self.deadline
            )
            self._status_of(response)
        except (ServerError, RateLimited, NetworkError, DecodeError) as error:
            self.last_error = error
            self.failures += 1
            return None
        self.last_error, self.failures = None, 0
        self.watch.looked()
        return response

    def _sleep(self, hint: float) -> Flow[None]:
        gap = max(self.watch.gap(), hint)
        if self.failures:
            gap = max(gap, self.session.retry.backoff(self.failures, self.clock))
        left = self.deadline - self.clock.monotonic()
        margin = min(LAST_LOOK, 0.1 * self.timeout)
        if left <= margin * 1.001:
            yield from self._time_out()
        yield Sleep(min(gap, left - margin))

    # --- what a reply says ---

    def _judge(self, response: RawResponse[Any]) -> Flow[Waited | None]:
        status = self.status = self._status_of(response)
        if status in self.job.moved:
            self._follow(response, self.job.moved[status])
            self._report()
            return None
        self._report()
        if status in self.job.success:
            self.session.pace.learn(self.kind, self.watch)
            return Waited(self.job_id, status, self.elapsed, self.polls, response)
        if status in self.job.failure or status in self.job.cancelled:
            yield from self._ended_badly(response, status)
        return None

    def _status_of(self, response: RawResponse[Any]) -> str:
        document = self.session.document(response)
        try:
            status = resolve(document, self.job.status)
            if isinstance(status, str):
                return status
            problem = ParseError(self.job.status, "is not text")
        except ParseError as error:
            problem = error
        raise self.session.decode_error(response, problem)

    def _id(self, response: RawResponse[Any], pointer: str) -> JobId:
        document = self.session.document(response)
        try:
            value = resolve(document, pointer)
            if is_job_id(value):
                return value
            problem = ParseError(pointer, "is null" if value is None else "is not the id of a job")
        except ParseError as error:
            problem = error
        raise self.session.decode_error(response, problem)

    def _follow(self, response: RawResponse[Any], pointer: str) -> None:
        """Goes over to the job that stands for this one."""
        self.visited.add(self.job_id)
        other = self._id(response, pointer)
        if other in self.visited:
            text = (
                f"{self.operation}: job {self.job_id} is {self.status!r} and names job {other}, which led here. "
                "Neither gives a result; start it anew in some minutes."
            )
            raise JobError(text, job_id=self.job_id, status=self.status, operation=self.operation)
        self.job_id = other
        # That job began at some earlier time, so its length says nothing.
        self.kind = None
        self.watch = self.session.pace.start(None, self.poll, self.clock)

    # --- ends ---

    def _ended_badly(self, response: RawResponse[Any], status: str) -> Flow[NoReturn]:
        said = find(self.session.document(response), self.job.error)
        last_error = self.session.redact(said) if isinstance(said, str) else None
        who = f"{self.operation}: job {self.job_id}" if self.operation else f"job {self.job_id}"
        if status in self.job.cancelled:
            text = f"{who} was cancelled. Start it anew if you still want its result."
            raise JobCancelled(text, job_id=self.job_id, status=status, operation=self.operation, last_error=last_error)
        logs, problem = yield from self._logs()
        reason = last_error or self.hooks.reasons.get(status) or "the server gives no reason"
        text = f"{who} failed ({status}): {reason}."
        if problem:
            text += f" Its logs could not be read: {problem}"
        elif logs:
            text += " See `.logs` for what the job wrote."
        raise JobFailed(
            text, job_id=self.job_id, status=status, operation=self.operation, last_error=last_error, logs=logs
        )

    def _logs(self) -> Flow[tuple[list[Any], str | None]]:
        """The job's log entries, or why they could not be had: the failure itself matters more."""
        if self.hooks.logs is None:
            return [], None
        try:
            response = yield from self.session.call(self.hooks.logs(self.job_id), deadline=self.deadline)
            document = self.session.document(response)
        except BiremeError as error:
            return [], str(error)
        lists = [document] if isinstance(document, list) else []
        if isinstance(document, dict):
            lists = [value for value in document.values() if isinstance(value, list)]
        entries = lists[0] if lists else []
        return json.loads(self.session.redact(json.dumps(entries))), None

    def _time_out(self) -> Flow[NoReturn]:
        cancelled, note = False, ""
        if self.hooks.cancel is not None and self.cancel_on_timeout:
            problem = yield from self._cancel()
            cancelled = problem is None
            note = " The server was asked to cancel it." if cancelled else f" Cancelling it failed: {problem}"
        who = f"{self.operation}: job {self.job_id}" if self.operation else f"job {self.job_id}"
        state = f"is still {self.status!r}" if self.status is not None else "has not told its status"
        text = f"{who} {state} after {self.elapsed:.1f} s (timeout={self.timeout:g})."
        if self.last_error is not None:
            text += f" The last look failed: {self.last_error}"
        text += note or " It goes on at the server: wait on with resume(error.token), or allow a longer timeout=."
        raise WaitTimeout(
            text,
            job_id=self.job_id,
            last_status=self.status,
            elapsed=self.elapsed,
            token=self.token,
            last_error=self.last_error,
            cancelled=cancelled,
        )

    @property
    def elapsed(self) -> float:
        return self.clock.monotonic() - self.began

    @property
    def token(self) -> str:
        return ResumeToken(self.operation, self.job_id, self.token_data).encode()

    def _report(self) -> None:
        if self.hooks.on_progress is not None:
            self.hooks.on_progress(Progress(self.job_id, self.status, self.elapsed, self.polls, self.token))


def server_hint(headers: Mapping[str, str], clock: Clock) -> float:
    """Seconds that a successful reply asks us to leave before the next look; 0 where it asks nothing.

    `Retry-After` is taken as it is. With few requests left in the window (`RateLimit-Remaining`), what is left is
    spread over the time until it resets.
    """
    now, date = clock.now(), headers.get("date")
    hint = seconds_until(headers.get("retry-after"), date, now) or 0.0
    remaining = headers.get("ratelimit-remaining", "").strip()
    if remaining.isdecimal() and int(remaining) <= FEW_REQUESTS:
        reset = seconds_until(headers.get("ratelimit-reset"), date, now) or 0.0
        hint = max(hint, reset / (int(remaining) + 1) if int(remaining) else reset)
    return hint
