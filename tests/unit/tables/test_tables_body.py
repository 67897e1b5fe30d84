"""A body is cut into blocks of whole records, however it arrives."""

from __future__ import annotations

import csv
import gc
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._runtime.errors import DecodeError
from bireme._runtime.tables_body import Block, Body, Cutter, column_names

nasty = st.text(st.sampled_from('a,"\n\r é😀\t0'), max_size=6)
rows = st.lists(st.lists(nasty, min_size=2, max_size=2), min_size=1, max_size=12)


def written(table: list[list[str]], end: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(table)
    return out.getvalue().encode()


@given(rows, st.sampled_from(["\n", "\r\n"]), st.lists(st.integers(0, 300), max_size=8), st.integers(1, 40))
def test_blocks_cover_the_body_and_each_holds_whole_records(
    table: list[list[str]], end: str, cuts: list[int], block_size: int
) -> None:
    body = written(table, end)
    cutter = Cutter(block_size)
    blocks: list[Block] = []
    edges = [0, *sorted(min(cut, len(body)) for cut in cuts), len(body)]
    for start, stop in pairwise(edges):
        blocks += cutter.feed(body[start:stop])
    blocks += cutter.finish()

    assert b"".join(body[block.start : block.start + block.size] for block in blocks) == body
    assert not cutter.quoted
    read = [
        row
        for block in blocks
        for row in csv.reader(io.StringIO(body[block.start : block.start + block.size].decode(), newline=""))
    ]
    assert read == table
    header = body[: blocks[0].size].decode()
    assert list(csv.reader(io.StringIO(header, newline=""))) == table[:1]


def test_blocks_stay_near_the_wanted_size() -> None:
    cutter = Cutter(100)
    blocks = [block for _ in range(50) for block in cutter.feed(b"12345678,\n" * 3)]
    assert len(blocks) > 10
    assert all(100 <= block.size < 130 for block in blocks[1:])


def test_a_long_quoted_value_with_many_line_breaks_is_never_cut() -> None:
    value = b'"' + b"line\n" * 1000 + b'"\n'
    cutter = Cutter(100)
    blocks = cutter.feed(b"a\n")
    for at in range(0, len(value), 50):
        blocks += cutter.feed(value[at : at + 50])
    blocks += cutter.feed(b"x\n" * 60) + cutter.finish()
    assert blocks[1] == Block(2, len(value)) or blocks[1].size > len(value)


@pytest.mark.parametrize(
    ("header", "names"),
    [
        (b"a,b\r\n", ["a", "b"]),
        (b'"a, b","c ""d""","two\nlines"\n', ["a, b", 'c "d"', "two\nlines"]),
        (b"Count,Count,Count\n", ["Count", "Count.1", "Count.2"]),
        (b"a,a,a.1\n", ["a", "a.2", "a.1"]),
        (b"a.1,a,a\n", ["a.1", "a", "a.2"]),
        ("Größe,名前\n".encode(), ["Größe", "名前"]),
    ],
)
def test_header_names_are_unquoted_and_unique(header: bytes, names: list[str]) -> None:
    assert column_names(header) == names


def filled(*parts: bytes, size: int = 8) -> tuple[Body, list[bytes]]:
    blocks: list[Block] = []
    body = Body(blocks.append, blocks.clear, size)
    for part in parts:
        body.write(part)
    body.finish()
    return body, [body.read(block) for block in blocks]


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"\n\r\n", b"\xef\xbb\xbf\n"])
def test_mark_and_blank_lines_before_the_header_are_passed_over(before: bytes) -> None:
    body = before + b"a,b\n1,2\n"
    for cut in range(len(body)):
        spooled, blocks = filled(body[:cut], body[cut:])
        assert (spooled.names, blocks) == (["a", "b"], [b"1,2\n"])
        spooled.close()


def test_records_may_end_in_lone_carriage_returns() -> None:
    body, blocks = filled(b'a,"b\rc"\r1,2\r3,4')
    assert (body.names, blocks) == (["a", "b\rc"], [b"1,2\r3,4"])
    body.close()


def test_a_download_that_starts_over_leaves_nothing_of_the_first_try() -> None:
    blocks: list[Block] = []
    with Body(blocks.append, blocks.clear, 4) as body:
        assert body.seekable()
        assert body.tell() == 0
        body.write(b'old,"na')
        body.write(b'me"\n1,2\n3,4\n')
        body.seek(0)
        body.truncate()
        body.write(b"new\n5\n")
        body.finish()
        assert body.names == ["new"]
        assert b"".join(body.read(block) for block in blocks) == b"5\n"


@pytest.mark.parametrize("empty", [b"", b"\n", b"\r\n\r\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_a_body_without_a_header_says_that_it_is_empty(empty: bytes) -> None:
    with Body(lambda block: None) as body:
        body.write(empty)
        with pytest.raises(DecodeError, match="empty: neither rows nor a header"):
            body.finish()


def test_a_body_that_ends_inside_quotes_was_cut_short() -> None:
    with Body(lambda block: None) as body:
        body.write(b'a,b\n1,"x\n')
        with pytest.raises(DecodeError, match="ends inside a quoted value"):
            body.finish()


def test_a_header_that_is_not_utf8_is_named() -> None:
    with Body(lambda block: None) as body, pytest.raises(DecodeError, match="header is not UTF-8"):
        body.write("Größe\n".encode("latin-1"))


def test_the_file_is_given_back_with_the_last_reference() -> None:
    body = Body(lambda block: None)
    body.write(b"a\n1\n")
    close = body.close
    del body
    gc.collect()
    assert not close.alive
