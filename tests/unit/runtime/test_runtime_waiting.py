"""Waiting for jobs, in virtual time."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from bireme._runtime import errors
from bireme._runtime.poll import Hooks, Poll, Progress, server_hint, wait_for
from bireme._runtime.timeouts import Timeouts
from bireme._runtime.tokens import ResumeToken

FIXED = Poll(first=2, factor=0, cap=2, jitter=0, learn=False)


def wait(world: Any, kit: Any, *answers: Any, **more: Any) -> Any:
    """Submits, then waits; the first answer is that to the submission."""
    world.answers(*answers)

    def flow() -> Any:
        started = yield from world.session.call(kit.SUBMIT)
        return (yield from wait_for(world.session, kit.JOB, started, kit.look, **more))

    return world.run(flow())


def test_a_job_is_followed_to_its_success(world: Any, kit: Any) -> None:
    seen: list[Progress] = []
    done = wait(
        world, kit, kit.job("created"), kit.job("queued"), kit.job("running"), kit.job("success"),
        hooks=Hooks(on_progress=seen.append),
    )  # fmt: skip
    assert (done.job_id, done.status, done.polls) == (7, "success", 3)
    assert [progress.status for progress in seen] == ["created", "queued", "running", "success"]
    assert world.paths == ["POST /api/v2/things/1/export"] + ["GET /api/v2/jobs/7"] * 3
    assert done.elapsed == pytest.approx(sum(world.clock.sleeps))


def test_a_job_that_is_done_at_once_is_not_asked_for(world: Any, kit: Any) -> None:
    assert wait(world, kit, kit.job("success")).polls == 0
    assert world.clock.sleeps == []


def test_a_job_whose_first_reply_is_its_id_alone_is_followed(world: Any, kit: Any) -> None:
    bare = replace(kit.JOB, id="/job_id", bare=True)
    world.answers(httpx2.Response(200, json={"job_id": 7}), kit.job("running"), kit.job("success"))

    def flow() -> Any:
        started = yield from world.session.call(kit.SUBMIT)
        return (yield from wait_for(world.session, bare, started, kit.look))

    done = world.run(flow())
    assert (done.job_id, done.status, done.polls) == (7, "success", 2)
    assert world.paths[1:] == ["GET /api/v2/jobs/7"] * 2


def test_the_job_that_stands_for_this_one_is_followed(world: Any, kit: Any) -> None:
    done = wait(world, kit, kit.job("already_existed", existing_job_id=5), kit.job("running", 5), kit.job("success", 5))
    assert done.job_id == 5
    assert world.paths[1:] == ["GET /api/v2/jobs/5"] * 2


def test_two_jobs_that_name_each_other_are_an_error(world: Any, kit: Any) -> None:
    with pytest.raises(errors.JobError, match="led here"):
        wait(
            world, kit, kit.job("already_existed", existing_job_id=5), kit.job("already_existed", 5, existing_job_id=7)
        )


@pytest.mark.parametrize("body", [{"existing_job_id": None}, {}, {"existing_job_id": True}, {"existing_job_id": ""}])
def test_a_job_that_names_no_other_is_an_error(world: Any, kit: Any, body: dict[str, Any]) -> None:
    with pytest.raises(errors.DecodeError) as caught:
        wait(world, kit, kit.job("already_existed", **body))
    assert caught.value.path == "/job/existing_job_id"


@pytest.mark.parametrize("body", [b"{}", b'{"job": {"status": "created"}}', b'{"job": {"id": null, "status": "x"}}'])
def test_a_submission_without_an_id_is_an_error(world: Any, kit: Any, body: bytes) -> None:
    with pytest.raises(errors.DecodeError) as caught:
        wait(world, kit, httpx2.Response(200, content=body))
    assert caught.value.operation == "things_export"


def test_an_unknown_status_is_waited_on(world: Any, kit: Any) -> None:
    assert wait(world, kit, kit.job("created"), kit.job("flow_pending"), kit.job("success")).status == "success"


FLAWS = [
    lambda kit: kit.reply(500),
    lambda kit: httpx2.Response(502, html="<h1>Bad gateway</h1>"),
    lambda kit: kit.reply(503, headers={"Retry-After": "4"}),
    lambda kit: httpx2.Response(520),
    lambda kit: kit.reply(429, headers={"Retry-After": "4"}),
    lambda kit: httpx2.ConnectError("refused"),
    lambda kit: httpx2.ReadError("reset"),
    lambda kit: httpx2.ReadTimeout("silent"),
    lambda kit: httpx2.Response(200, content=b""),
    lambda kit: httpx2.Response(200, content=b"{not json"),
    lambda kit: httpx2.Response(200, html="<h1>hello</h1>"),
    lambda kit: kit.reply(200, []),
    lambda kit: kit.reply(200, {"job": {"id": 7}}),
    lambda kit: kit.reply(200, {"job": {"id": 7, "status": None}}),
    lambda kit: httpx2.Response(200, stream=kit.Body(b"{", httpx2.ReadError("reset"))),
]


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_look_that_fails_is_not_the_end(world: Any, kit: Any, flaw: Any) -> None:
    done = wait(world, kit, kit.job("created"), flaw(kit), flaw(kit), kit.job("running"), kit.job("success"))
    assert done.status == "success"


@pytest.mark.parametrize("flaw", FLAWS)
def test_looks_that_all_fail_end_at_the_deadline_and_say_why(world: Any, kit: Any, flaw: Any) -> None:
    with pytest.raises(errors.WaitTimeout) as caught:
        wait(world, kit, kit.job("created"), lambda _: answer(flaw(kit)), timeout=60)
    assert world.clock.monotonic() <= 60
    assert caught.value.last_status == "created"
    assert isinstance(caught.value.last_error, errors.BiremeError)
    assert str(caught.value.last_error) in str(caught.value)
    assert len(world.requests) < 60


def test_after_a_sleep_that_outlasts_the_deadline_no_look_hides_what_the_last_one_found(
    world: Any, kit: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sleep = world.clock.sleep

    def oversleep(seconds: float) -> None:
        sleep(seconds if len(world.requests) < 2 else 100)

    monkeypatch.setattr(world.clock, "sleep", oversleep)
    with pytest.raises(errors.WaitTimeout) as caught:
        wait(world, kit, kit.job("created"), httpx2.ReadError("reset"), kit.job("success"), timeout=60, poll=FIXED)
    assert len(world.requests) == 2, "a look without any time left can only time out"
    assert isinstance(caught.value.last_error, errors.ConnectionFailed)


def answer(flaw: Any) -> httpx2.Response:
    if isinstance(flaw, BaseException):
        raise flaw
    assert isinstance(flaw, httpx2.Response)
    return flaw


@pytest.mark.parametrize(("status", "expected"), [(401, "Unauthorized"), (403, "PermissionDenied"), (404, "NotFound")])
def test_a_refused_look_ends_the_wait(world: Any, kit: Any, status: int, expected: str) -> None:
    with pytest.raises(getattr(errors, expected)):
        wait(world, kit, kit.job("created"), kit.reply(status))
    assert len(world.requests) == 2


def test_a_failure_brings_the_last_error_and_the_logs(world: Any, kit: Any) -> None:
    entries = [{"level": "ERROR", "message": "no such column"}]
    with pytest.raises(errors.JobFailed, match="no such column") as caught:
        wait(
            world, kit, kit.job("created"), kit.job("failure", last_error_log="no such column: x"),
            kit.reply(200, {"job_logs": entries}), hooks=Hooks(logs=kit.logs),
        )  # fmt: skip
    assert (caught.value.job_id, caught.value.status, caught.value.logs) == (7, "failure", tuple(entries))
    assert caught.value.last_error == "no such column: x"


@pytest.mark.parametrize("flaw", [*FLAWS[:1], *FLAWS[5:12], lambda kit: kit.reply(403)])
def test_logs_that_cannot_be_had_do_not_hide_the_failure(world: Any, kit: Any, flaw: Any) -> None:
    with pytest.raises(errors.JobFailed):
        wait(world, kit, kit.job("failure"), lambda _: answer(flaw(kit)), hooks=Hooks(logs=kit.logs))


def test_a_cancelled_job_says_so(world: Any, kit: Any) -> None:
    with pytest.raises(errors.JobCancelled, match="cancelled"):
        wait(world, kit, kit.job("created"), kit.job("cancelling"), kit.job("cancelled"))


def test_a_wait_that_runs_out_can_be_resumed_from_its_token(world: Any, kit: Any) -> None:
    with pytest.raises(errors.WaitTimeout) as caught:
        wait(world, kit, kit.job("created"), kit.job("running"), timeout=30, token_data={"format": "csv"})
    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error, TimeoutError)
    assert 29 <= error.elapsed <= 30
    assert error.last_status == "running"
    assert json.loads(error.token)
    token = ResumeToken.decode(error.token)
    assert (token.operation, token.job_id, token.data) == ("things_export", 7, {"format": "csv"})
    world.answers(kit.job("success"))
    done = world.run(wait_for(world.session, kit.JOB, token.job_id, kit.look, operation=token.operation))
    assert done.polls == 1


def test_a_job_that_never_ends_is_asked_seldom_and_given_up(world: Any, kit: Any) -> None:
    with pytest.raises(errors.WaitTimeout):
        wait(world, kit, kit.job("created"), kit.job("running"), timeout=7_200)
    assert 7_198 <= world.clock.monotonic() <= 7_200
    assert len(world.requests) < 7_200 / 4


def test_a_silent_server_does_not_hold_the_wait_past_its_deadline(world: Any, kit: Any) -> None:
    def silent(request: httpx2.Request) -> httpx2.Response:
        world.clock.advance(request.extensions["timeout"]["read"])
        raise httpx2.ReadTimeout("silent")

    with pytest.raises(errors.WaitTimeout):
        wait(world, kit, kit.job("created"), silent, timeout=45)
    assert world.clock.monotonic() <= 45.01


def test_the_job_is_cancelled_at_the_deadline_if_that_is_wanted(world: Any, kit: Any) -> None:
    cancel = Hooks(cancel=lambda id: kit.request(f"/jobs/{id}/cancel", id="jobs_cancel", method="POST"))
    with pytest.raises(errors.WaitTimeout) as caught:
        wait(world, kit, kit.job("running"), timeout=5, hooks=cancel)
    assert caught.value.cancelled
    assert world.paths[-1] == "POST /api/v2/jobs/7/cancel"
    with pytest.raises(errors.WaitTimeout, match="Cancelling it failed") as caught:
        wait(world, kit, kit.job("running"), lambda r: kit.reply(403) if r.method == "POST" else kit.job("running"),
             timeout=5, hooks=cancel)  # fmt: skip
    assert not caught.value.cancelled


@pytest.mark.parametrize("timeout", [0, -1, float("inf"), float("nan"), True, "60", None])
def test_a_wait_needs_a_finite_deadline(world: Any, kit: Any, timeout: Any) -> None:
    with pytest.raises(errors.InvalidInput, match="timeout"):
        world.run(wait_for(world.session, kit.JOB, 7, kit.look, timeout=timeout))


def test_the_servers_hints_slow_the_looks_down(world: Any, kit: Any) -> None:
    told = kit.job("running")
    told.headers["Retry-After"] = "17"
    wait(world, kit, kit.job("created"), told, kit.job("success"))
    assert world.clock.sleeps[-1] >= 17


def test_the_last_requests_of_a_window_are_spread_over_it(kit: Any) -> None:
    clock = kit.VirtualClock()
    assert server_hint({"ratelimit-remaining": "0", "ratelimit-reset": "40"}, clock) == 40
    assert server_hint({"ratelimit-remaining": "1", "ratelimit-reset": "40"}, clock) == 20
    assert server_hint({"ratelimit-remaining": "90", "ratelimit-reset": "40"}, clock) == 0
    assert server_hint({"ratelimit-remaining": "x", "ratelimit-reset": "y"}, clock) == 0


def test_polling_as_the_tutorials_do_is_one_policy_away(world: Any, kit: Any) -> None:
    wait(world, kit, kit.job("created"), kit.job("running"), kit.job("success"), poll=FIXED)
    assert world.clock.sleeps == [2, 2]


def test_what_a_progress_callback_raises_ends_the_wait(world: Any, kit: Any) -> None:
    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        wait(world, kit, kit.job("created"), hooks=Hooks(on_progress=stop))


def test_a_look_obeys_the_limits_of_single_requests(world: Any, kit: Any) -> None:
    world.new_session(timeouts=Timeouts(read=3))
    with pytest.raises(errors.WaitTimeout):
        wait(world, kit, kit.job("created"), kit.job("running"), timeout=20)
    # The client that was handed in allows 5 s; the looks near the deadline are given what is left of it.
    limits = [sent.extensions["timeout"]["read"] for sent in world.requests]
    assert limits[0] == 5
    assert 0 < limits[-1] <= 2.1
