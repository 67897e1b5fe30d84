"""Calls: what a status, a fault or a strange reply becomes, and when a request is sent again."""

from __future__ import annotations

import pickle
import traceback
from typing import Any

import httpx2
import pytest

from bireme._runtime import errors
from bireme._runtime.retry import NO_RETRY, Retry
from bireme._runtime.timeouts import Timeouts

STATUSES = [
    (400, errors.BadRequest), (401, errors.Unauthorized), (402, errors.ApiError), (403, errors.PermissionDenied),
    (404, errors.NotFound), (409, errors.Conflict), (422, errors.UnprocessableEntity), (429, errors.RateLimited),
    (500, errors.ServerError), (503, errors.ServiceUnavailable), (520, errors.ServerError), (599, errors.ServerError),
]  # fmt: skip


@pytest.mark.parametrize(("status", "expected"), STATUSES)
def test_each_status_has_its_class_and_the_vendors_words(
    world: Any, kit: Any, status: int, expected: type[errors.ApiError]
) -> None:
    body = {"type": "SomeError", "message": "no such thing", "details": {"docs": "there"}}
    world.answers(kit.reply(status, body, {"X-Request-Id": "req-9"}))
    with pytest.raises(expected) as caught:
        world.run(world.session.call(kit.GET, retry=NO_RETRY))
    error = caught.value
    assert type(error) is expected
    assert (error.status, error.type, error.message) == (status, "SomeError", "no such thing")
    assert (error.details, error.request_id, error.operation) == ({"docs": "there"}, "req-9", "things_get")
    assert "things_get" in str(error)
    assert "req-9" in str(error)


def test_a_page_of_html_keeps_its_class_and_shows_how_it_began(world: Any, kit: Any) -> None:
    world.answers(httpx2.Response(502, html="<html><h1>Bad\n gateway</h1>" + "x" * 5000))
    with pytest.raises(errors.ServerError) as caught:
        world.run(world.session.call(kit.POST))
    assert caught.value.body_excerpt.startswith("<html><h1>Bad gateway</h1>")
    assert len(caught.value.body_excerpt) <= 501
    assert "look before you send it again" in str(caught.value)
    assert len(world.requests) == 1


@pytest.mark.parametrize("body", [b"", b"[" * 50_000, b"\xff\xfe", b"null", b'"text"', b'{"type": 3, "message": []}'])
def test_an_error_with_any_body_is_still_that_error(world: Any, kit: Any, body: bytes) -> None:
    world.answers(httpx2.Response(404, content=body, headers={"content-type": "application/json"}))
    with pytest.raises(errors.NotFound) as caught:
        world.run(world.session.call(kit.GET))
    assert caught.value.message is None


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        ({"content": b""}, "is empty"),
        ({"html": "<p>login</p>"}, "is not JSON"),
        ({"content": b"[" * 100_000}, "nested too deeply"),
        ({"content": b"\xff"}, "is not JSON"),
    ],
)
def test_a_success_that_cannot_be_read_is_a_decode_error(
    world: Any, kit: Any, response: dict[str, Any], reason: str
) -> None:
    world.answers(httpx2.Response(200, **response))
    with pytest.raises(errors.DecodeError, match=reason) as caught:
        world.run(world.session.call_value(kit.GET))
    assert (caught.value.status, caught.value.operation) == (200, "things_get")
    assert len(world.requests) == 1


@pytest.mark.parametrize("status", [201, 204, 226])
def test_an_undocumented_success_is_not_taken_for_one(world: Any, kit: Any, status: int) -> None:
    world.answers(httpx2.Response(status))
    with pytest.raises(errors.UnexpectedStatus) as caught:
        world.run(world.session.call_value(kit.GET))
    assert caught.value.status == status


@pytest.mark.parametrize("status", [300, 304, 305, 302])
def test_a_status_that_is_neither_success_nor_error_is_unexpected(world: Any, kit: Any, status: int) -> None:
    world.answers(httpx2.Response(status))
    with pytest.raises(errors.UnexpectedStatus):
        world.run(world.session.call(kit.GET))


def test_too_many_requests_is_retried_after_the_seconds_told_even_for_unsafe_calls(world: Any, kit: Any) -> None:
    world.answers(kit.reply(429, headers={"Retry-After": "37"}), kit.reply(200, {"ok": 1}))
    assert world.run(world.session.call_value(kit.POST)) == {"ok": 1}
    assert len(world.clock.sleeps) == 1
    assert 37 <= world.clock.sleeps[0] <= 38


def test_too_many_requests_is_retried_at_the_date_told(world: Any, kit: Any) -> None:
    headers = {"Retry-After": "Wed, 01 Jan 2025 10:00:20 GMT", "Date": "Wed, 01 Jan 2025 10:00:00 GMT"}
    world.answers(kit.reply(429, headers=headers), kit.reply(200, {}))
    world.run(world.session.call(kit.GET))
    assert 20 <= world.clock.sleeps[0] <= 21


def test_a_wait_that_is_too_long_is_the_callers_to_decide(world: Any, kit: Any) -> None:
    world.answers(kit.reply(429, headers={"Retry-After": "3600"}))
    with pytest.raises(errors.RateLimited) as caught:
        world.run(world.session.call(kit.GET))
    assert caught.value.retry_after == 3600
    assert world.clock.sleeps == []


def test_attempts_are_counted(world: Any, kit: Any) -> None:
    world.answers(kit.reply(500))
    with pytest.raises(errors.ServerError):
        world.run(world.session.call(kit.GET, retry=Retry(attempts=3)))
    assert len(world.requests) == 3
    assert len(world.clock.sleeps) == 2


def test_a_server_error_of_an_unsafe_call_is_not_retried(world: Any, kit: Any) -> None:
    world.answers(kit.reply(503, headers={"Retry-After": "1"}))
    with pytest.raises(errors.ServiceUnavailable):
        world.run(world.session.call(kit.POST))
    assert len(world.requests) == 1


def test_no_retry_starts_past_the_deadline(world: Any, kit: Any) -> None:
    world.answers(kit.reply(429, headers={"Retry-After": "30"}))
    with pytest.raises(errors.RateLimited):
        world.run(world.session.call(kit.GET, deadline=29.0))
    assert world.clock.monotonic() == 0


FAULTS = [
    (httpx2.ConnectError("refused"), errors.ConnectionFailed, 4, 4),
    (httpx2.ConnectTimeout("slow"), errors.RequestTimeout, 4, 4),
    (httpx2.PoolTimeout("busy"), errors.RequestTimeout, 4, 4),
    (httpx2.ReadTimeout("silent"), errors.RequestTimeout, 4, 1),
    (httpx2.WriteTimeout("stuck"), errors.RequestTimeout, 4, 1),
    (httpx2.ReadError("reset"), errors.ConnectionFailed, 4, 1),
    (httpx2.WriteError("reset"), errors.ConnectionFailed, 4, 1),
    (httpx2.RemoteProtocolError("garbage"), errors.ConnectionFailed, 4, 1),
    (httpx2.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED]"), errors.ConnectionFailed, 1, 1),
    (httpx2.LocalProtocolError("bad header"), errors.ConnectionFailed, 1, 1),
    (httpx2.UnsupportedProtocol("ftp"), errors.ConnectionFailed, 1, 1),
]


@pytest.mark.parametrize(("fault", "expected", "safe", "unsafe"), FAULTS, ids=lambda value: type(value).__name__)
def test_faults_are_retried_where_nothing_was_sent_or_the_call_is_safe(
    world: Any, kit: Any, fault: Exception, expected: type[errors.BiremeError], safe: int, unsafe: int
) -> None:
    for request, tries in ((kit.GET, safe), (kit.POST, unsafe)):
        world.requests.clear()
        world.answers(fault)
        with pytest.raises(expected) as caught:
            world.run(world.session.call(request))
        assert type(caught.value) is expected
        assert len(world.requests) == tries
        assert caught.value.operation == request.operation.id
        assert isinstance(caught.value, TimeoutError) is isinstance(fault, httpx2.TimeoutException)


def test_a_call_recovers_from_a_broken_connection(world: Any, kit: Any) -> None:
    world.answers(httpx2.ReadError("reset"), kit.reply(502), kit.reply(200, {"ok": 1}))
    assert world.run(world.session.call_value(kit.GET)) == {"ok": 1}


def test_a_body_that_trickles_without_end_is_given_up(world: Any, kit: Any) -> None:
    body = kit.Body(*[b" ", 10.0] * 1000, clock=world.clock)
    world.new_session(timeouts=Timeouts(exchange=60))
    world.answers(httpx2.Response(200, stream=body))
    with pytest.raises(errors.TransferError, match="60 s"):
        world.run(world.session.call(kit.GET, retry=NO_RETRY))
    assert world.clock.monotonic() <= 75
    assert body.closed


def test_a_body_that_breaks_off_is_a_transfer_error(world: Any, kit: Any) -> None:
    for body, headers in (
        (kit.Body(b"{", httpx2.ReadError("reset")), {}),
        (kit.Body(b"{"), {"content-length": "900"}),
        (kit.Body(b"not gzip"), {"content-encoding": "gzip"}),
    ):
        world.answers(httpx2.Response(200, stream=body, headers=headers))
        with pytest.raises(errors.TransferError):
            world.run(world.session.call(kit.GET, retry=NO_RETRY))
        assert body.closed


def test_the_query_is_percent_encoded(world: Any, kit: Any) -> None:
    world.run(world.session.call(kit.GET.with_query("ids[]", "a b&c=ü").with_query("after", "x+y/=")))
    sent = world.requests[0].url
    assert sent.params.get_list("ids[]") == ["a b&c=ü"]
    assert b"after=x%2By%2F%3D" in sent.query


def test_the_clients_own_headers_go_along_and_the_key_is_ours(world: Any, kit: Any) -> None:
    world.run(world.session.call(kit.GET), headers={"X-Team": "data", "X-Key": "other"}, follow_redirects=True)
    assert world.requests[0].headers["x-team"] == "data"
    assert world.requests[0].headers.get_list("x-key") == [kit.KEY]


def test_a_client_without_limits_gets_ours(world: Any, kit: Any) -> None:
    world.run(world.session.call(kit.GET), timeout=None)
    assert world.requests[0].extensions["timeout"] == {"connect": 5, "read": 30, "write": 30, "pool": 30}
    world.run(world.session.call(kit.GET, deadline=2.0), timeout=7)
    assert world.requests[1].extensions["timeout"]["read"] == 2


def test_a_closed_client_says_so(kit: Any) -> None:
    world = kit.World("sync")
    io = world.io()
    io.close()
    with pytest.raises(errors.ClientClosed, match="closed"):
        kit.run(world.session.call(kit.GET), io)


def everything_about(error: BaseException) -> str:
    """What a log, a crash reporter or a process boundary would carry: text, chained errors, attributes, pickle."""
    lines = traceback.TracebackException.from_exception(error).format()
    return "".join(lines) + repr(error) + str(error) + repr(vars(error)) + repr(pickle.dumps(error))


@pytest.mark.parametrize(
    "answer",
    [
        lambda kit: httpx2.ConnectError(f"cannot send {kit.KEY}"),
        lambda kit: kit.reply(401, {"type": kit.KEY, "message": f"no user has {kit.KEY}", "details": {kit.KEY: 1}}),
        lambda kit: httpx2.Response(500, text=f"<p>{kit.KEY}</p>", headers={"x-request-id": kit.KEY}),
        lambda kit: httpx2.Response(302, headers={"location": f"ftp://{kit.KEY}/"}),
        lambda kit: httpx2.Response(200, text=f"{{{kit.KEY}"),
    ],
)
def test_the_key_is_in_no_text_of_an_error_even_if_the_server_echoes_it(world: Any, kit: Any, answer: Any) -> None:
    world.answers(answer(kit))
    with pytest.raises(errors.BiremeError) as caught:
        world.run(world.session.call_value(kit.GET, retry=NO_RETRY))
    assert kit.KEY not in everything_about(caught.value)
    assert kit.KEY not in repr(world.session) + repr(world.session.settings) + repr(vars(world.session))


def test_no_error_drags_the_http_librarys_request_along(world: Any, kit: Any) -> None:
    world.answers(httpx2.ReadError("reset"))
    with pytest.raises(errors.ConnectionFailed) as caught:
        world.run(world.session.call(kit.GET, retry=NO_RETRY))
    seen: BaseException | None = caught.value
    while seen is not None:
        assert not isinstance(seen, httpx2.HTTPError)
        seen = seen.__cause__ or seen.__context__
