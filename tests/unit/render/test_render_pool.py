"""Drawing happens elsewhere: it fetches nothing, and a process that fails takes only its own drawing with it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from bireme_emulator.kernel.query import Column
from bireme_emulator.kernel.render import RenderError, RenderPool, chart_spec

SPEC = chart_spec("bar_chart", [Column("A", "text"), Column("N", "number", role="measure")], [("x", 1)], title="T")
SLOW = {
    **SPEC,
    "data": {"sequence": {"start": 0, "stop": 60_000_000}},
    "mark": "point",
    "encoding": {"x": {"field": "data", "type": "quantitative"}},
    "layer": [],
}
SLOW.pop("layer")


@pytest.fixture
def pool() -> Iterator[RenderPool]:
    with RenderPool() as pool:
        yield pool


def test_pdf_and_png_are_what_they_say(pool: RenderPool) -> None:
    assert pool.pdf(SPEC).startswith(b"%PDF-")
    assert pool.png(SPEC).startswith(b"\x89PNG\r\n")
    assert len(pool.png(SPEC, scale=1)) < len(pool.png(SPEC, scale=3))


def test_the_same_chart_is_the_same_picture(pool: RenderPool) -> None:
    with RenderPool() as other:
        assert pool.png(SPEC) == other.png(SPEC)


def test_nothing_starts_before_the_first_drawing() -> None:
    pool = RenderPool()
    assert [worker._process for worker in pool._workers] == [None]
    pool.close()


def test_a_specification_that_is_none_is_refused_and_the_next_is_drawn(pool: RenderPool) -> None:
    with pytest.raises(RenderError, match="The chart could not be drawn"):
        pool.pdf({"mark": 5, "encoding": "x"})
    assert pool.pdf(SPEC).startswith(b"%PDF-")


def test_a_process_that_dies_is_replaced(pool: RenderPool) -> None:
    pool.pdf(SPEC)
    process = pool._workers[0]._process
    assert process is not None
    process.kill()
    process.wait()
    assert pool.pdf(SPEC).startswith(b"%PDF-")


def test_a_drawing_past_its_time_limit_is_stopped_and_the_next_is_drawn() -> None:
    with RenderPool(timeout=1.5) as pool:
        with pytest.raises(RenderError, match=r"time limit of 1\.5 s"):
            pool.pdf(SLOW)
        assert [worker._process for worker in pool._workers] == [None]


def test_no_address_is_fetched() -> None:
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'[{"x": 1}]')

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    spec = {
        "$schema": SPEC["$schema"],
        "data": {"url": f"http://127.0.0.1:{server.server_port}/secret.json"},
        "mark": "bar",
        "encoding": {"x": {"field": "x", "type": "quantitative"}},
    }
    try:
        with RenderPool() as pool, pytest.raises(RenderError):
            pool.pdf(spec)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert asked == []


def test_several_threads_share_the_pool(pool: RenderPool) -> None:
    with ThreadPoolExecutor(4) as threads:
        pictures = list(threads.map(lambda _: pool.png(SPEC), range(8)))
    assert len(set(pictures)) == 1


def test_a_closed_pool_ends_its_processes_and_can_be_used_again(pool: RenderPool) -> None:
    pool.pdf(SPEC)
    process = pool._workers[0]._process
    assert process is not None
    pool.close()
    assert process.returncode is not None
    assert pool.pdf(SPEC).startswith(b"%PDF-")
