"""An emulator in a process of its own that can be killed without warning and started again on the same state."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx2

__all__ = ["ROOT", "Served"]

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0


class Served:
    """`bireme emulate` on a state folder. `start` after `kill` goes on with what the folder holds."""

    def __init__(self, state: Path, *flags: str) -> None:
        ports = ("--port", "0", "--files-port", "0")
        self._command = [sys.executable, "-m", "bireme.cli", "emulate", *ports, "--state", str(state), *flags]
        self._process: subprocess.Popen[str] | None = None
        self.ready: dict[str, Any] = {}

    @property
    def url(self) -> str:
        """Base URL of Holistics v2."""
        return str(self.ready["holistics"]["url"])

    @property
    def headers(self) -> dict[str, str]:
        return {"X-Holistics-Key": self.ready["holistics"]["key"]}

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> Self:
        """Start and wait for the ready line."""
        self._process = subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"the emulator did not start (exit code {self._process.wait(PATIENCE)})")
        self.ready = json.loads(line)
        return self

    def signal(self, number: int) -> None:
        """Send it a signal."""
        assert self._process is not None
        self._process.send_signal(number)

    def wait(self) -> int:
        """Wait until it has ended; gives its exit code."""
        assert self._process is not None
        return self._process.wait(PATIENCE)

    def kill(self) -> None:
        """kill -9."""
        assert self._process is not None
        self._process.kill()
        self._process.wait(PATIENCE)
        self._close()

    def stop(self) -> None:
        """Ask it to stop and wait for that."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(PATIENCE)
        self._close()

    def _close(self) -> None:
        if self._process is not None and self._process.stdout is not None:
            self._process.stdout.close()

    def control(self, method: str, path: str, **arguments: Any) -> Any:
        """Call the control API; gives the JSON of the reply, or None for an empty one."""
        with httpx2.Client(timeout=PATIENCE) as client:
            reply = client.request(method, self.ready["control"] + path, **arguments)
        reply.raise_for_status()
        return reply.json() if reply.content else None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
