"""Posts to a small Slack of the tests': the calls, the token, limits, doubts, and foreign upload addresses."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bireme_emulator.kernel.delivery import Attachment, DeliveryInDoubt, SlackPost
from bireme_emulator.kernel.delivery.settings import SlackSettings

TOKEN = "xoxb-very-secret-token"


class Slack:
    """Takes the four calls, and gives `answers` first: by method, a reply each."""

    def __init__(self, serve: Callable[[Any], str]) -> None:
        self.calls: list[tuple[str, dict[str, str]]] = []
        self.tokens: list[tuple[str, str | None]] = []
        self.files: dict[str, bytes] = {}
        self.answers: dict[str, list[Any]] = {}
        self.uploads_at: str | None = None
        routes = [
            Route("/api/{method}", self.call, methods=["POST"]),
            Route("/upload/{id}", self.upload, methods=["POST"]),
        ]
        self.origin = serve(Starlette(routes=routes))

    async def call(self, request: Request) -> Response:
        method = request.path_params["method"]
        fields = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        self.calls.append((method, fields))
        self.tokens.append((method, request.headers.get("authorization")))
        if self.answers.get(method):
            answer: Response = self.answers[method].pop(0)
            return answer
        if method == "files.getUploadURLExternal":
            id = f"F{len(self.calls)}"
            return JSONResponse(
                {"ok": True, "upload_url": f"{self.uploads_at or self.origin}/upload/{id}", "file_id": id}
            )
        return JSONResponse({"ok": True})

    async def upload(self, request: Request) -> Response:
        self.tokens.append(("upload", request.headers.get("authorization")))
        self.files[request.path_params["id"]] = await request.body()
        return Response("OK")

    def made(self, method: str) -> list[dict[str, str]]:
        return [fields for name, fields in self.calls if name == method]


@pytest.fixture
def slack(serve: Callable[[Any], str]) -> Slack:
    return Slack(serve)


def at(slack: Slack, **more: Any) -> dict[str, Any]:
    origins = more.pop("upload_origins", (slack.origin,))
    return {"slack": SlackSettings(f"{slack.origin}/api", TOKEN, origins, timeout=10)}


def test_files_are_shared_and_the_text_posted_to_each_channel(make_book: Any, slack: Slack, report: Attachment) -> None:
    book = make_book(**at(slack))
    assert book.deliver("one", SlackPost(("C1", "C2"), "Flüge & more", (report,)))["status"] == "sent"
    (asked,) = slack.made("files.getUploadURLExternal")
    assert asked == {"filename": "Flüge, June.csv", "length": str(report.path.stat().st_size)}
    ((id, content),) = slack.files.items()
    assert content == report.path.read_bytes()
    (shared,) = slack.made("files.completeUploadExternal")
    assert (json.loads(shared["files"]), shared["channels"]) == ([{"id": id, "title": "Flüge, June.csv"}], "C1,C2")
    assert slack.made("chat.postMessage") == [
        {"channel": "C1", "text": "Flüge & more"},
        {"channel": "C2", "text": "Flüge & more"},
    ]
    assert {token for method, token in slack.tokens if method != "upload"} == {f"Bearer {TOKEN}"}
    assert dict(slack.tokens)["upload"] is None


def test_what_is_done_is_not_done_again_when_a_later_step_is_refused_for_now(
    make_book: Any, slack: Slack, report: Attachment
) -> None:
    limited = Response(status_code=429, headers={"Retry-After": "30"})
    slack.answers = {
        "chat.postMessage": [JSONResponse({"ok": True}), limited, JSONResponse({"ok": False, "error": "ratelimited"})]
    }
    book = make_book(**at(slack))
    start = book.clock.now()
    assert book.deliver("one", SlackPost(("C1", "C2"), "x", (report,)))["attempts"] == 3
    assert [post["channel"] for post in slack.made("chat.postMessage")] == ["C1", "C2", "C2", "C2"]
    assert len(slack.made("files.completeUploadExternal")) == 1
    assert (book.clock.now() - start).total_seconds() == 40
    assert "chat.postMessage answered 429; the next one is in 30 seconds" in book.errors[0]


@pytest.mark.parametrize("error", ["invalid_auth", "channel_not_found", "not_in_channel"])
def test_a_refusal_fails_at_once(make_book: Any, slack: Slack, error: str) -> None:
    slack.answers = {"chat.postMessage": [JSONResponse({"ok": False, "error": error})]}
    assert error in make_book(**at(slack)).refused("one", SlackPost(("C1",), "x"))
    assert len(slack.calls) == 1


def test_an_error_after_which_part_may_be_done_leaves_it_in_doubt(make_book: Any, slack: Slack) -> None:
    slack.answers = {"chat.postMessage": [JSONResponse({"ok": False, "error": "internal_error"})]}
    book = make_book(**at(slack))
    with pytest.raises(DeliveryInDoubt, match="internal_error"):
        book.deliver("one", SlackPost(("C1",), "x"))
    assert len(slack.calls) == 1


def test_a_connection_that_breaks_without_an_answer_leaves_it_in_doubt(make_book: Any, serve: Any) -> None:
    calls: list[str] = []

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        calls.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"50")]})
        await send({"type": "http.response.body", "body": b'{"ok"', "more_body": False})

    origin = serve(broken)
    book = make_book(slack=SlackSettings(origin, timeout=5))
    with pytest.raises(DeliveryInDoubt, match="broke off without an answer"):
        book.deliver("one", SlackPost(("C1",), "x"))
    assert calls == ["/chat.postMessage"]


def test_no_connection_is_tried_again(make_book: Any) -> None:
    book = make_book(slack=SlackSettings("http://127.0.0.1:1/api", timeout=5))
    assert "no connection to Slack" in book.refused("one", SlackPost(("C1",), "x"))
    assert len(book.errors) == 5


@pytest.mark.parametrize(
    "place", ["http://127.0.0.1:9", "http://localhost", "file:///etc", "http://x@127.0.0.1:9", "//"]
)
def test_an_upload_address_elsewhere_is_never_connected_to(
    make_book: Any, slack: Slack, report: Attachment, place: str
) -> None:
    slack.uploads_at = place
    assert "to another place than" in make_book(**at(slack)).refused("one", SlackPost(("C1",), "x", (report,)))
    assert slack.files == {}
    assert slack.made("files.completeUploadExternal") == []


def test_redirects_are_not_followed(make_book: Any, slack: Slack) -> None:
    slack.answers = {"chat.postMessage": [RedirectResponse(f"{slack.origin}/api/elsewhere")]}
    assert "answered 307" in make_book(**at(slack)).refused("one", SlackPost(("C1",), "x"))
    assert [method for method, _ in slack.calls] == ["chat.postMessage"]


def test_a_token_that_the_other_side_repeats_is_written_nowhere(make_book: Any, slack: Slack) -> None:
    slack.answers = {"chat.postMessage": [JSONResponse({"ok": False, "error": f"bad token {TOKEN}"})]}
    book = make_book(**at(slack))
    said = book.refused("one", SlackPost(("C1",), "x"))
    assert "bad token ***" in said
    assert TOKEN not in said + repr(book.log) + json.dumps(book.store.snapshot()) + repr(at(slack))
