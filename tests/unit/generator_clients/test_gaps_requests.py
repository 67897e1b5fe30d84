"""Gaps 11 to 20 of the stock generator: what is sent, and the shape of the client."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import httpx2
import pytest

from bireme._wire import UNSET, File, Reply, Request

ROOT = Path(__file__).parents[3]


def test_gap_11_a_text_body_is_sent_as_text(ours: Any, stock: Any) -> None:
    request = ours.module("api.reports.reports_note").request(5, body="Grüße")
    assert request.content == "Grüße".encode()
    assert request.headers["content-type"] == "text/plain"
    assert "content-type" not in ours.module("api.reports.reports_note").request(5).headers

    with pytest.raises(ImportError):
        stock.module("api.reports.reports_note")
    assert any("PUT /reports/{id}" in warning for warning in stock.warnings)


def _slow_body(taken: list[int]) -> Iterator[bytes]:
    for number in range(3):
        taken.append(number)
        yield b"row\n"


def test_gap_12_a_request_is_data_so_its_reply_can_be_streamed(ours: Any, stock: Any) -> None:
    request = ours.module("api.exports.exports_download").request(job_id=7)
    assert request.operation.download
    taken: list[int] = []
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, content=_slow_body(taken)))
    with httpx2.Client(transport=transport, base_url="http://demo.test") as http:
        url = request.path
        with http.stream(request.operation.method, url, params=dict(request.query)) as response:
            assert next(response.iter_raw()) == b"row\n"
            assert taken == [0]  # the rest has not been asked for
    assert request.parse(Reply(200, {"content-type": "text/csv"}, b"row\n")) == b"row\n"

    taken.clear()
    buffered = httpx.MockTransport(lambda _: httpx.Response(200, content=_slow_body(taken)))
    client = stock.client.Client(base_url="http://demo.test", httpx_args={"transport": buffered})
    stock.module("api.exports.exports_download").sync_detailed(client=client, job_id=7)
    assert taken == [0, 1, 2]  # read to its end before anything is returned


def test_gap_13_an_operation_carries_what_retries_paging_and_polling_need(
    ours: Any, stock: Any, sender: Any, reply: Any
) -> None:
    listing = ours.module("api.shapes.shapes_list").OPERATION
    assert (listing.retry, listing.rate_limit, listing.permissions) == ("safe", 1, ("view_shapes",))
    assert (listing.pagination.items, listing.pagination.next, listing.pagination.param) == (
        "/shapes",
        "/cursors/next",
        "after",
    )
    export = ours.module("api.reports.reports_submit_export").OPERATION
    assert export.retry == "unsafe"
    assert (export.job.poll, export.job.result) == ("jobs_get", "exports_download")
    assert export.job.waiting == ("created", "running")
    assert export.job.moved == {"already_existed": "/job/existing_job_id"}
    pages = sender(
        reply({"shapes": [{"kind": "circle"}], "cursors": {"next": "x"}}),
        reply({"shapes": [{"kind": "square"}], "cursors": {"next": None}}),
    )
    assert [shape.kind for shape in ours.facade.Facade(pages).shapes.iter(limit=1)] == ["circle", "square"]

    calls: list[httpx.Request] = []
    transport = httpx.MockTransport(lambda request: calls.append(request) or httpx.Response(503))
    client = stock.client.Client(base_url="http://demo.test", httpx_args={"transport": transport})
    assert stock.module("api.shapes.shapes_list").sync(client=client) is None
    assert len(calls) == 1
    assert not [name for name in vars(stock.module("api.shapes.shapes_list")) if "page" in name or "iter" in name]


def test_gap_14_no_client_with_an_endless_timeout_is_generated(ours: Any, stock: Any) -> None:
    assert not (ours.folder / "client.py").exists()
    assert "timeout" not in "".join(path.read_text() for path in ours.folder.rglob("*.py"))

    live = stock.client.Client(base_url="http://demo.test").get_httpx_client()
    assert live.timeout == httpx.Timeout(None)


def test_gap_15_the_header_of_the_key_is_generated(ours: Any, stock: Any) -> None:
    assert ours.policy.AUTH == "X-Demo-Key"
    assert ours.policy.AUTH_PREFIX == ""
    assert ours.policy.SERVERS["us"] == "https://us.example.test/v1"

    client = stock.client.AuthenticatedClient(base_url="http://demo.test", token="t").get_httpx_client()
    assert "x-demo-key" not in client.headers
    assert client.headers["authorization"] == "Bearer t"


def test_gap_16_styles_of_query_parameters_are_kept(ours: Any, stock: Any) -> None:
    window = ours.module("models.window").Window.from_dict({"from": "2024-01-01", "to": "2024-01-31"})
    listing = ours.module("api.shapes.shapes_list")
    expected = (
        ("ids[]", "1"),
        ("ids[]", "2"),
        ("tags", "a,b"),
        ("window[from]", "2024-01-01"),
        ("window[to]", "2024-01-31"),
        ("state", "open"),
        ("hidden", "true"),
    )
    state = ours.module("models.state").State.OPEN
    assert listing.request(ids=[1, 2], tags=["a", "b"], window=window, state=state, hidden=True).query == expected
    plain = {"from": "2024-01-01", "to": "2024-01-31"}
    assert listing.request(ids=(1, 2), tags=("a", "b"), window=plain, state="open", hidden=True).query == expected
    assert listing.request(state="brand_new").query == (("state", "brand_new"),)

    sent = stock.module("api.shapes.shapes_list")._get_kwargs(
        tags=["a", "b"], window=stock.module("models.window").Window.from_dict(plain)
    )
    url = str(httpx.Request("GET", "http://demo.test", params=sent["params"]).url)
    assert "tags=a&tags=b" in url
    assert "window" not in url


def test_gap_16_a_lone_value_for_a_list_is_refused(ours: Any) -> None:
    with pytest.raises(TypeError, match=r"tags: a list is due here, not 'abc'; write \['abc'\]"):
        ours.module("api.shapes.shapes_list").request(tags="abc")
    with pytest.raises(TypeError, match="hidden: a single value is due here, not None; leave the argument out"):
        ours.module("api.shapes.shapes_list").request(hidden=None)


def test_gap_17_nothing_generated_shows_a_token(ours: Any, stock: Any, sender: Any) -> None:
    facade = ours.facade.Facade(sender())
    request = ours.module("api.shapes.shapes_create").request(body={"kind": "circle", "note": "secret-token-0001"})
    for value in (facade, facade.shapes, facade.shapes.with_raw_response, request):
        assert "secret" not in repr(value)

    client = stock.client.AuthenticatedClient(base_url="http://demo.test", token="secret-token-0001")
    assert "secret-token-0001" in repr(client)


def test_gap_18_requests_share_nothing_that_can_change(ours: Any, stock: Any) -> None:
    operation = ours.module("api.shapes.shapes_get")
    first, second = operation.request("1"), operation.request("1")
    assert first.headers is not second.headers
    assert first.with_query("limit", "1").query == (("limit", "1"),)
    assert first.query == ()
    with pytest.raises(AttributeError):
        first.path = "/elsewhere"

    parent = stock.client.Client(base_url="http://demo.test")
    live = parent.get_httpx_client()
    parent.with_headers({"X-Child": "1"})
    assert live.headers["x-child"] == "1"


def _mypy(package: Any, cache: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file=",
        "--cache-dir",
        str(cache),
        "-p",
        package.name,
    ]
    path = f"{package.folder.parent}:{ROOT / 'clients'}"
    return subprocess.run(command, capture_output=True, text=True, check=False, env={"MYPYPATH": path}, cwd=cache)


@pytest.mark.slow
def test_gap_19_mypy_strict_has_nothing_to_say(ours: Any, stock: Any, tmp_path: Path) -> None:
    done = _mypy(ours, tmp_path)
    assert "Success: no issues found" in done.stdout, done.stdout + done.stderr

    assert "client.py" in _mypy(stock, tmp_path).stdout


@pytest.mark.slow
def test_gap_19_pyright_has_nothing_to_say(ours: Any, tmp_path: Path) -> None:
    config = {
        "include": [ours.name],
        "extraPaths": [str(ROOT / "clients")],
        "pythonVersion": "3.11",
        "typeCheckingMode": "standard",
    }
    file = ours.folder.parent / "pyrightconfig.json"
    file.write_text(json.dumps(config))
    command = [sys.executable, "-m", "pyright", "-p", str(file), "--pythonpath", sys.executable]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "0 errors, 0 warnings" in done.stdout, done.stdout


async def test_gap_20_operations_are_methods_in_both_dialects(ours: Any, stock: Any, sender: Any, reply: Any) -> None:
    thing = {"thing": {"id": 1, "state": "open"}}
    blocking = sender(reply(thing), reply(thing))
    shapes = ours.facade.Facade(blocking).shapes
    assert shapes.get("a/b").id == 1
    assert blocking.sent[0].path == "/shapes/a%2Fb"
    raw = shapes.with_raw_response.get("1")
    assert (raw.status, raw.parse().thing.id) == (200, 1)

    class AsyncRecorder(sender):
        async def send(self, request: Request[Any]) -> Any:
            return super().send(request)

    assert (await ours.facade.AsyncFacade(AsyncRecorder(reply(thing))).shapes.get("1")).id == 1
    for name in ("list", "iter", "create", "get", "delete"):
        one, other = getattr(ours.facade.Shapes, name), getattr(ours.facade.AsyncShapes, name)
        assert list(inspect.signature(one).parameters) == list(inspect.signature(other).parameters)
        assert one.__doc__

    functions = vars(stock.module("api.shapes.shapes_get"))
    assert {"sync", "asyncio", "sync_detailed", "asyncio_detailed"} <= set(functions)
    assert not [value for value in vars(stock.module()).values() if inspect.isclass(value) and hasattr(value, "shapes")]


def test_a_multipart_body_leaves_the_boundary_to_the_transport(ours: Any) -> None:
    body = ours.module("models.reports_upload_body").ReportsUploadBody(
        file=File(b"\r\n--+++--\r\n", "a.bin"), title="T", window=ours.module("models.window").Window()
    )
    request = ours.module("api.reports.reports_upload").request(1, body=body)
    parts = dict(request.multipart)
    assert parts["file"].content == b"\r\n--+++--\r\n"
    assert parts["title"].content == b"T"
    assert parts["window"].content_type == "application/json"
    assert "content-type" not in request.headers
    given = {"file": File(b"x"), "title": UNSET}
    assert ours.module("api.reports.reports_upload").request(1, body=given).multipart == (("file", File(b"x")),)


def test_a_json_body_is_encoded_with_the_media_type_of_the_spec(ours: Any) -> None:
    request = ours.module("api.shapes.shapes_create").request(
        body=ours.module("models.circle").Circle(kind="circle", radius=1.5)
    )
    assert json.loads(request.content) == {"kind": "circle", "radius": 1.5}
    assert request.headers == {"accept": "application/vnd.api+json", "content-type": "application/vnd.api+json"}
    with pytest.raises(ValueError, match=r"body: .*give JSON values"):
        ours.module("api.shapes.shapes_create").request(body={"kind": "circle", "radius": float("nan")})


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_argument_that_names_another_path_is_refused(ours: Any, value: str) -> None:
    with pytest.raises(ValueError, match=r"id: .* cannot stand in a path; give the object's id"):
        ours.module("api.shapes.shapes_get").request(value)
    with pytest.raises(TypeError, match="id: a single value is due here, not None"):
        ours.module("api.shapes.shapes_get").request(None)
