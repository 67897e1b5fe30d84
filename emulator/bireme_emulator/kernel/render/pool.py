"""Draw charts in processes of their own: the drawing engine holds Python's lock and would stop the server meanwhile.

A worker starts with the first drawing, answers over a pipe, and may fetch nothing: specifications carry their data. One
that crashes or takes too long is replaced, and only the drawing at hand fails.
"""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from bireme_emulator.kernel.render.charts import VEGA_LITE
from bireme_emulator.kernel.render.errors import RenderError

Kind = Literal["pdf", "png"]


class RenderPool:
    """Up to `workers` processes that turn Vega-Lite into PDF or PNG; `timeout` in seconds is per drawing.

    Safe to use from several threads. `close()` ends the processes; a later drawing starts new ones.

    Example:
        with RenderPool() as pool:
            Path("chart.pdf").write_bytes(pool.pdf(spec))
    """

    def __init__(self, workers: int = 1, timeout: float = 60.0) -> None:
        self._timeout = timeout
        self._workers = [_Worker() for _ in range(max(1, workers))]
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for worker in self._workers:
            self._free.put(worker)

    def pdf(self, spec: Mapping[str, Any]) -> bytes:
        """Return the chart as a PDF of one page. Raises RenderError."""
        return self._draw("pdf", scale=1.0, spec=spec)

    def png(self, spec: Mapping[str, Any], scale: float = 2.0) -> bytes:
        """Return the chart as a PNG, `scale` times as large as the specification says. Raises RenderError."""
        return self._draw("png", scale=scale, spec=spec)

    def svg(self, spec: Mapping[str, Any]) -> str:
        """Return the chart as SVG, to be put into a page. Raises RenderError."""
        return self._draw("svg", scale=1.0, spec=spec).decode()

    def page(self, kind: Kind, svg: str, scale: float = 1.0) -> bytes:
        """Return an SVG document as a file, a PNG `scale` times as large as the document says. Raises RenderError."""
        return self._draw(kind, scale=scale, svg=svg)

    def close(self) -> None:
        """End all worker processes."""
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> RenderPool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _draw(self, kind: str, **what: Any) -> bytes:
        wanted = {"kind": kind, "version": VEGA_LITE, **what}
        request = json.dumps(wanted).encode() + b"\n"
        worker = self._free.get()
        try:
            return worker.draw(request, self._timeout)
        finally:
            self._free.put(worker)


class _Worker:
    """One process, started when first needed and again after it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def draw(self, request: bytes, timeout: float) -> bytes:
        """Send a request and return the file; a process that dies or dawdles is ended and the drawing fails."""
        process = self._started()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(timeout, end)
        timer.start()
        try:
            drawn = _exchange(process, request)
        except (OSError, EOFError) as error:
            self.stop()
            if late.is_set():
                raise RenderError(f"The drawing was stopped after its time limit of {timeout:g} s.") from error
            raise RenderError(f"The drawing process ended unexpectedly (exit status {process.returncode}).") from error
        finally:
            timer.cancel()
        if late.is_set():  # finished in the same moment; the process is not to be used again
            self.stop()
        return drawn

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            # -P: the script's own folder is not searched for modules.
            command = [sys.executable, "-P", str(Path(__file__).with_name("worker.py"))]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """Send one line, receive a line that says how it went, then as many bytes as that line says."""
    if process.stdin is None or process.stdout is None:
        raise EOFError("the process has no pipes")
    process.stdin.write(request)
    process.stdin.flush()
    head = process.stdout.readline()
    if not head.endswith(b"\n"):
        raise EOFError("the process closed its pipe")
    answer = json.loads(head)
    if "error" in answer:
        raise RenderError(f"The chart could not be drawn: {answer['error']}")
    body = process.stdout.read(answer["size"])
    if len(body) != answer["size"]:
        raise EOFError("the process closed its pipe")
    return body
