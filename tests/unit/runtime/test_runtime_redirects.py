"""Redirects: followed by hand, with credentials for the API's own origin only."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bireme._runtime import errors
from bireme._runtime.redirects import origin, shown
from bireme._runtime.retry import NO_RETRY


def to(location: str, status: int = 302) -> httpx2.Response:
    return httpx2.Response(status, headers={"location": location})


def secrets_seen(request: httpx2.Request, key: str) -> list[str]:
    return [name for name, value in request.headers.items() if key in value or name in ("authorization", "cookie")]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_another_path_of_the_api_still_gets_the_key(world: Any, kit: Any, status: int) -> None:
    world.answers(to("/api/v2/other?x=1#part", status), kit.reply(200, {}))
    world.run(world.session.call(kit.GET))
    assert str(world.requests[1].url) == "http://api.test/api/v2/other?x=1"
    assert world.requests[1].headers["x-key"] == kit.KEY


@pytest.mark.parametrize(
    "location",
    ["http://files.test/a", "//files.test/a", "http://api.test:8080/a", "https://api.test/a", "http://sub.api.test/a"],
)
def test_no_credential_reaches_another_origin(world: Any, kit: Any, location: str) -> None:
    world.answers(to(location), kit.reply(200, {}))
    world.run(
        world.session.call(kit.GET),
        headers={"Authorization": "Basic abc", "X-Team": "data"},
        cookies={"session": "c"},
        auth=("user", "pw"),
        params={"token": "t"},
    )
    assert secrets_seen(world.requests[0], kit.KEY)
    assert secrets_seen(world.requests[1], kit.KEY) == []
    assert "x-team" not in world.requests[1].headers
    assert world.requests[1].url.query == b""


def test_credentials_are_not_added_again_when_the_chain_comes_back(world: Any, kit: Any) -> None:
    world.answers(to("http://files.test/a"), to("http://api.test/api/v2/back"), kit.reply(200, {}))
    world.run(world.session.call(kit.GET))
    assert [secrets_seen(request, kit.KEY) for request in world.requests] == [["x-key"], [], []]


def test_five_hops_are_followed_and_a_sixth_is_not(world: Any, kit: Any) -> None:
    world.answers(*[to(f"/hop/{n}") for n in range(5)], kit.reply(200, {}))
    world.run(world.session.call(kit.GET))
    assert len(world.requests) == 6
    world.requests.clear()
    world.answers(*[to(f"/hop/{n}") for n in range(9)])
    with pytest.raises(errors.TooManyRedirects, match="5 hops"):
        world.run(world.session.call(kit.GET))
    assert len(world.requests) == 6


def test_a_loop_is_seen_at_once(world: Any, kit: Any) -> None:
    world.answers(to("/a"), to("/b"), to("/a"))
    with pytest.raises(errors.TooManyRedirects, match="come back"):
        world.run(world.session.call(kit.GET))
    assert len(world.requests) == 3
    assert world.clock.sleeps == []


@pytest.mark.parametrize(
    "location",
    ["http://api.test/plain", "ftp://api.test/a", "file:///etc/passwd", "https://user:pw@api.test/", "https://h:99999/",
     "javascript:alert(1)", "https://[::1", "http:///nowhere"],
)  # fmt: skip
def test_places_that_must_not_be_asked_are_refused(world: Any, kit: Any, location: str) -> None:
    world.new_session(base="https://api.test/api/v2")
    world.answers(to(location))
    with pytest.raises(errors.RedirectRefused) as caught:
        world.run(world.session.call(kit.GET))
    assert len(world.requests) == 1
    assert "pw" not in str(caught.value).replace("password", "")


def test_a_post_is_never_redirected(world: Any, kit: Any) -> None:
    for status in (301, 302, 303, 307, 308):
        world.requests.clear()
        world.answers(to("/elsewhere", status))
        with pytest.raises(errors.UnexpectedStatus):
            world.run(world.session.call(kit.POST))
        assert len(world.requests) == 1


def test_a_signature_in_a_link_is_in_no_error(world: Any, kit: Any) -> None:
    link = "http://files.test/a.csv?signature=s1gnature"
    world.answers(to(link), httpx2.Response(500, text=f"cannot open {link}"))
    with pytest.raises(errors.ServerError) as caught:
        world.run(world.session.call(kit.GET, retry=NO_RETRY))
    assert caught.value.foreign
    assert "s1gnature" not in str(caught.value) + repr(vars(caught.value))


@given(st.from_regex(r"(http|HTTPS)://[A-Za-z0-9.-]{1,20}(:[0-9]{1,4})?/[a-z]{0,5}(\?[a-z=]{0,9})?", fullmatch=True))
def test_an_origin_ignores_case_path_and_query(url: str) -> None:
    assert origin(url) == origin(url.lower()) == origin(url.partition("?")[0] + "/more")
    assert "?" not in shown(url)
