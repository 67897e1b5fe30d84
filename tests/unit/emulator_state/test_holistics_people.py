"""What people's records rest on: orders, addresses, initials, seeds, and mail that is sent once."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme_emulator.holistics.attribute_values import misfit
from bireme_emulator.holistics.invitations import run_invitation
from bireme_emulator.holistics.people import initials, put_people, sortable
from bireme_emulator.kernel.delivery.addresses import is_address
from bireme_emulator.kernel.store import Store

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=100)


@given(TEXT, TEXT)
def test_the_order_downwards_is_the_order_upwards_turned_round(one: str, other: str) -> None:
    up = sortable(one) < sortable(other)
    assert (sortable(one, down=True) > sortable(other, down=True)) == up
    sortable(one, down=True).encode()  # a cursor holds it


@pytest.mark.parametrize(
    ("name", "email", "letters"),
    [
        ("Ada Keller", "x@y.z", "AK"),
        ("ada maria keller", "x@y.z", "AK"),
        ("Ada", "x@y.z", "A"),
        (" ", "x@y.z", "X@"),
        (None, "ben@example.com", "BE"),
    ],
)
def test_initials_come_from_the_name_or_the_address(name: str | None, email: str, letters: str) -> None:
    assert initials(name, email) == letters


@given(st.emails(domains=st.just("example.com")))
def test_ordinary_addresses_are_taken(address: str) -> None:
    assert is_address(address)


@given(st.text())
def test_no_address_can_add_a_line_or_a_second_address_to_a_mail(text: str) -> None:
    address = f"ada@example.com{text}"
    assert not is_address(address) or not set(address) & set("\r\n\x00, ;<>")


@pytest.mark.parametrize(
    ("kind", "values", "bad"),
    [
        ("number", ["1", "-2.5", "1e3"], None),
        ("number", ["1", "one"], "one"),
        ("number", ["nan"], "nan"),
        ("number", ["inf"], "inf"),
        ("boolean", ["true", "false"], None),
        ("boolean", ["True"], "True"),
        ("text", ["anything", ""], None),
    ],
)
def test_values_fit_the_types_that_have_a_meaning(kind: str, values: list[str], bad: str | None) -> None:
    assert misfit(kind, values) == bad


def test_a_workspace_needs_users_and_keys_only() -> None:
    store = Store(":memory:")
    put_people(SimpleNamespace(store=store), {"users": [{"id": 9, "email": "a@b.cd"}], "keys": []})  # type: ignore[arg-type]
    user = store.get("holistics", "users", 9)
    assert user is not None
    assert (user["name"], user["job_title"]) == (None, None)
    assert [one["name"] for one in store.list("holistics", "user_attributes")] == ["h_email"]
    store.close()


async def test_an_invitation_job_that_runs_again_after_a_crash_sends_nothing_twice(api: Any) -> None:
    session, said = api.control._session, []
    context: Any = SimpleNamespace(
        session=session, job_id=7, log=lambda level, text: said.append(text), cancelled=lambda: False
    )
    params = {"user_ids": [4], "url": "http://127.0.0.1:8900/holistics"}
    for _ in range(2):
        assert run_invitation(context, params) == {"sent": 1}
    assert [[*mail["to"]] for mail in session.deliveries.list()] == [["emil.novak@example.com"]]
