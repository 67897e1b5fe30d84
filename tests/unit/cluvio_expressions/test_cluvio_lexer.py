"""Cutting SQL into tokens: nothing lost, and nothing inside strings, names and comments taken for an expression."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.cluvio.expressions.lexer import tokens


def kinds(sql: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(sql) if token.kind != "space"]


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("'it''s {a=b} [c]'", "string"),
        (r"E'it\'s {a=b}'", "string"),
        ("$$ it's [c] $$", "string"),
        ("$tag$ $$ [c] $tag$", "string"),
        ('"a ""quoted"" {name}"', "name"),
        ("-- {a=b} 'open", "line comment"),
        ("/* {a=b} /* nested */ [c] */", "comment"),
        ("$1", "placeholder"),
        ("?", "placeholder"),
        ("größe_1", "word"),
        ("1_000.5e3", "number"),
        ("{", "sign"),
    ],
)
def test_a_piece_of_sql_is_one_token(sql: str, kind: str) -> None:
    assert kinds(sql) == [(kind, sql)]


@pytest.mark.parametrize("sql", ["'open", "E'open\\'", '"open', "$$ open", "$a$ open $$", "/* open /* */"])
def test_a_piece_without_its_end_runs_to_the_end_and_says_so(sql: str) -> None:
    (token,) = tokens(sql)
    assert token.open


def test_a_plain_string_knows_no_backslash() -> None:
    assert kinds(r"'a\' [b]")[0] == ("string", r"'a\'")


@given(st.text("'\"$-/*\\{}[]().,:=aE1 \n?é\0", max_size=60))
def test_all_tokens_together_are_the_text(sql: str) -> None:
    cut = tokens(sql)
    assert "".join(token.text for token in cut) == sql
    assert [token.start for token in cut] == [sum(len(t.text) for t in cut[:i]) for i in range(len(cut))]
