"""The process that draws: reads a request per line from standard input, answers on standard output.

Started by `RenderPool` as a plain script, so it imports nothing of this package. A request is a line of JSON with
`kind`, `spec`, `scale` and `version` (of Vega-Lite), or with `svg` in place of `spec`; an answer is a line of JSON,
`{"size": n}` followed by n bytes, or `{"error": text}`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from typing import Any


def draw(request: dict[str, Any]) -> bytes:
    """Return the file that a request asks for. Nothing is fetched, whatever addresses the specification names."""
    import vl_convert

    if "svg" in request:
        turn = vl_convert.svg_to_pdf if request["kind"] == "pdf" else vl_convert.svg_to_png
        page: bytes = turn(request["svg"], scale=request["scale"])
        return page
    if request["kind"] == "svg":
        drawn: str = vl_convert.vegalite_to_svg(request["spec"], vl_version=request["version"], allowed_base_urls=[])
        return drawn.encode()
    options = {"vl_version": request["version"], "scale": request["scale"], "allowed_base_urls": []}
    convert = vl_convert.vegalite_to_pdf if request["kind"] == "pdf" else vl_convert.vegalite_to_png
    body: bytes = convert(request["spec"], **options)
    return body


def main() -> None:
    """Serve requests until standard input closes."""
    # Ctrl-C reaches the whole group; the parent decides when this process ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever the engine prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with contextlib.suppress(BrokenPipeError):  # who asked has been killed
        for line in sys.stdin.buffer:
            answers.write(_answer(line))
            answers.flush()


def _answer(line: bytes) -> bytes:
    try:
        body = draw(json.loads(line))
    except ValueError as error:
        return json.dumps({"error": str(error).strip().splitlines()[0]}).encode() + b"\n"
    return json.dumps({"size": len(body)}).encode() + b"\n" + body


if __name__ == "__main__":
    main()
