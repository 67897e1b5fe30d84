"""Retry policy: hints of the server in every form, and back-off within its bounds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._runtime.clock import VirtualClock
from bireme._runtime.errors import InvalidInput
from bireme._runtime.retry import Retry, seconds_until, wait_hint, worth_retrying

NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)


@given(st.integers(0, 10**8))
def test_seconds_are_taken_as_they_are(seconds: int) -> None:
    assert seconds_until(str(seconds), None, NOON) == seconds


@given(moments, st.integers(-(10**6), 10**6))
def test_a_date_is_measured_against_the_servers_own_clock(moment: datetime, ahead: int) -> None:
    later = moment + timedelta(seconds=ahead)
    got = seconds_until(format_datetime(later, usegmt=True), format_datetime(moment, usegmt=True), NOON)
    assert got == max(0, ahead)


@given(moments, st.integers(0, 10**6))
def test_a_date_is_measured_against_our_clock_where_the_server_shows_none(now: datetime, ahead: int) -> None:
    later = format_datetime(now + timedelta(seconds=ahead), usegmt=True)
    assert seconds_until(later, None, now) == ahead
    assert seconds_until(later, "not a date", now) == ahead


def test_a_unix_time_is_a_moment_not_a_duration() -> None:
    assert seconds_until(str(int(NOON.timestamp()) + 30), None, NOON) == 30


@given(st.one_of(st.none(), st.text()), st.one_of(st.none(), st.text()))
def test_no_header_value_is_an_error_and_none_gives_a_negative_wait(value: str | None, date: str | None) -> None:
    got = seconds_until(value, date, NOON)
    assert got is None or got >= 0


@pytest.mark.parametrize("value", ["-5", "soon", "1e9", "nan", "inf", "", "  ", "²", "99 Foo 2025", "1" * 400])
def test_an_unreadable_hint_is_no_hint(value: str) -> None:
    assert seconds_until(value, None, NOON) is None


def test_the_rate_window_serves_where_retry_after_is_missing() -> None:
    assert wait_hint(429, {"ratelimit-reset": "12"}, NOON) == 12
    assert wait_hint(429, {"ratelimit-reset": "12", "retry-after": "3"}, NOON) == 3
    assert wait_hint(503, {"ratelimit-reset": "12"}, NOON) is None


@given(st.integers(1, 5000), st.floats(0, 100), st.floats(0, 100), st.integers(0, 99))
def test_backoff_stays_between_zero_and_the_cap(attempt: int, base: float, cap: float, seed: int) -> None:
    wait = Retry(base=base, cap=cap).backoff(attempt, VirtualClock(seed=seed))
    assert 0 <= wait <= min(cap, base * 2.0 ** min(attempt - 1, 60))


@given(st.integers(1, 3), st.floats(0, 120), st.integers(0, 99))
def test_we_never_come_back_sooner_than_told(attempt: int, hint: float, seed: int) -> None:
    wait = Retry(attempts=4).delay(attempt, hint, VirtualClock(seed=seed))
    assert wait is not None
    assert hint <= wait <= max(0.5, hint + 1)


def test_the_last_attempt_and_a_very_long_wait_are_not_waited_for() -> None:
    clock = VirtualClock()
    assert Retry(attempts=2).delay(2, None, clock) is None
    assert Retry(longest_wait=60).delay(1, 61, clock) is None


@pytest.mark.parametrize(
    ("status", "safe", "unsafe"),
    [(429, True, True), (500, True, False), (502, True, False), (520, True, False), (501, False, False),
     (408, True, False), (404, False, False), (401, False, False)],
)  # fmt: skip
def test_what_is_worth_another_try(status: int, safe: bool, unsafe: bool) -> None:
    assert worth_retrying(status, "safe") is safe
    assert worth_retrying(status, "unsafe") is unsafe


@pytest.mark.parametrize("wrong", [{"attempts": 0}, {"attempts": True}, {"base": -1}, {"cap": float("inf")}])
def test_a_policy_that_makes_no_sense_names_its_field(wrong: dict[str, float]) -> None:
    with pytest.raises(InvalidInput, match=f"retry.{next(iter(wrong))}"):
        Retry(**wrong)  # type: ignore[arg-type]
