"""The yardstick of the emulator: Starlette alone, giving one JSON body, under the same uvicorn settings.

`python -m bench.bare FILE`: FILE holds the body; prints the port once it accepts.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bireme_emulator.kernel.listeners import bind


async def serve(body: object) -> None:
    """Serves until the process is ended."""

    async def answer(request: Request) -> JSONResponse:
        return JSONResponse(body)

    listening = bind("127.0.0.1", 0, "port")
    config = uvicorn.Config(
        Starlette(routes=[Route("/{path:path}", answer)]),
        ws="none",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=75,
        backlog=2048,
    )
    sys.stdout.write(f"{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    await uvicorn.Server(config).serve(sockets=[listening])


if __name__ == "__main__":
    _body = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with asyncio.Runner(loop_factory=uvicorn.Config(serve, loop="auto").get_loop_factory()) as runner:
        runner.run(serve(_body))
