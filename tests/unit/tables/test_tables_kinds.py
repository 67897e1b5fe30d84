"""Which text becomes which type, and that it never depends on where a block ends."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bireme._runtime.tables_kinds import Fact, Kind, classify, convert, join

NOON = datetime(2024, 5, 1, 12)


def typed(*text: str | None) -> tuple[str, list[Any]]:
    fact, values = classify(pa.array(text, pa.string()))
    assert values.type == fact.kind.type
    return fact.kind.value, values.to_pylist()


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        (["1", None, "-30"], "integer", [1, None, -30]),
        (["9223372036854775807"], "integer", [2**63 - 1]),
        (["9223372036854775808", "5"], "decimal", [Decimal(2**63), Decimal(5)]),
        (["1.5", "2", ".5", "-0.25"], "float", [1.5, 2.0, 0.5, -0.25]),
        (["1e+20", "1.5e3", "2E-7"], "float", [1e20, 1500.0, 2e-7]),
        (["inf", "1", "-Infinity"], "float", [float("inf"), 1.0, float("-inf")]),
        (["true", None, "False"], "bool", [True, None, False]),
        (["2024-05-01", "0001-01-01"], "date", [date(2024, 5, 1), date(1, 1, 1)]),
        (["2024-05-01 12:00:00", "2024-05-01"], "timestamp", [NOON, datetime(2024, 5, 1)]),
        (["2024-05-01T12:00:00.000001"], "timestamp", [NOON.replace(microsecond=1)]),
        (["9999-12-31 23:59:59.5"], "timestamp", [datetime(9999, 12, 31, 23, 59, 59, 500000)]),
        (["2024-05-01T12:00:00Z", "2024-05-01 14:00:00+02"], "instant", [NOON.replace(tzinfo=UTC)] * 2),
        ([None, None], "null", [None, None]),
        (["", None], "blank", ["", None]),
        (["1", "", None], "integer", [1, None, None]),
        (["x", "", None], "text", ["x", "", None]),
    ],
)
def test_values_of_a_type_become_it(text: list[str | None], kind: str, values: list[Any]) -> None:
    assert typed(*text) == (kind, values)


@pytest.mark.parametrize(
    "text",
    [
        ["007"],
        ["1", "02134"],
        ["-01"],
        ["00.5"],
        ["1.5", "007.5"],
        ["0x1F"],
        ["+49"],
        ["1.5", "+4930"],
        ["12E4"],
        ["1e5"],
        ["1e400"],
        ["nan(x)"],
        [" 5"],
        ["5 "],
        ["1,000"],
        ["1_000"],
        ["9007199254740993", "1.5"],
        ["1" * 39],
        [str(2**128 - 1)],
        [str(2**128 - 10**38 + 1)],
        ["true", "1"],
        ["t"],
        ["2024-02-30"],
        ["2024-05-01", "soon"],
        ["2024-05-01 12:00:00", "2024-05-01 12:00:00Z"],
        ["12:30"],
        ["9999-12-31 00:00:00", "2024-05-01 00:00:00.123456789"],
        ["1", "n/a"],
        ["NA"],
        ["null"],
    ],
)
def test_what_a_type_would_change_stays_as_written(text: list[str]) -> None:
    assert typed(*text) == ("text", text)


def test_nanoseconds_are_kept() -> None:
    fact, values = classify(pa.array(["2024-05-01 00:00:00.123456789"]))
    assert fact.kind is Kind.TIMESTAMP_NS
    assert values.cast(pa.int64()).to_pylist()[0] % 10**9 == 123456789


def test_negative_zero_keeps_its_sign() -> None:
    assert str(typed("-0", "5")[1]) == "[-0.0, 5.0]"


SAMPLES = """
0 1 -1 -0 007 1.5 -0.5 00.5 nan inf -inf 1e5 1e+5 1e400 true False 1.0 . - + 0x1F 12:30 x null é
9007199254740991 9007199254740992 9007199254740993 9223372036854775808 -9223372036854775808
99999999999999999999999999999999999999 111111111111111111111111111111111111111
2024-05-01 0001-01-01 9999-12-31 2024-05-01T10 2024-05-01T10:00:00.123456 2024-05-01T10:00:00.1234567
9999-12-31T00:00:00 2024-05-01T10:00:00Z 2024-05-01T10:00:00.1234567+01:00
"""

value = st.one_of(
    st.sampled_from([*SAMPLES.split(), "", " 1", "2024-05-01 10:00:00"]),
    st.none(),
    st.integers().map(str),
    st.floats().map(repr),
    st.datetimes().map(str),
    st.text(max_size=4),
)
similar = st.one_of(
    st.lists(value, max_size=4),
    st.lists(st.sampled_from(["1", "2.5", "-0", "9007199254740993", "", None, "nan"]), max_size=4),
    st.lists(st.sampled_from(["2024-05-01", "2024-05-01 10:00", "9999-01-01", None]), max_size=4),
)


@given(similar, similar)
@settings(max_examples=400)
@example(["9007199254740992"], ["1.5"])
@example(["2024-05-01 10"], ["2024-05-01"])
def test_a_type_does_not_depend_on_where_blocks_end(one: list[str | None], other: list[str | None]) -> None:
    first, second = pa.array(one, pa.string()), pa.array(other, pa.string())
    whole = pa.concat_arrays([first, second])
    apart = join(classify(first)[0], classify(second)[0])
    assert apart.kind == classify(whole)[0].kind
    assert apart.kind == join(classify(second)[0], classify(first)[0]).kind
    hinted = classify(second, classify(first)[0].kind)[0]
    assert join(classify(first)[0], hinted).kind == apart.kind


@given(similar, similar)
@settings(max_examples=400)
def test_reading_again_as_the_wider_type_gives_the_same_values(one: list[str | None], other: list[str | None]) -> None:
    whole = pa.array(one + other, pa.string())
    fact, values = classify(whole)
    again = pa.concat_arrays([convert(whole[: len(one)], fact.kind), convert(whole[len(one) :], fact.kind)])
    assert str(again) == str(values)
    assert again.type == fact.kind.type


@given(st.lists(st.integers() | st.floats(allow_nan=False), min_size=1))
def test_numbers_come_back_as_they_were_written_or_as_text(numbers: list[float]) -> None:
    text = [repr(number) for number in numbers]
    kind, values = typed(*text)
    if kind == "text":
        assert values == text
    else:
        assert all(value == number for value, number in zip(values, numbers, strict=True))


def test_join_is_the_same_in_any_grouping() -> None:
    facts = [Fact(kind, wide) for kind in Kind for wide in (False, True)]
    for a in facts:
        for b in facts:
            for c in facts:
                assert join(join(a, b), c).kind == join(a, join(b, c)).kind, (a, b, c)
