"""What the commands of Cluvio share: where the API is, whose key is used, and the options that say so.

The key: `--api-key-file`, then CLUVIO_API_KEY; never an option of its own, which whoever lists processes could read.
The servers: `--api-url` and `--data-url`, then `--location`, then CLUVIO_API_URL and CLUVIO_LOCATION.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from bireme._runtime.errors import InvalidInput, JobFailed
from bireme.cli.output import Wording, errors_as_text
from bireme.cluvio import Cluvio

Location = Annotated[
    str | None, typer.Option("--location", metavar="NAME", help="eu or us; otherwise CLUVIO_LOCATION, or eu.")
]
ApiUrl = Annotated[
    str | None, typer.Option("--api-url", metavar="URL", help="Address of the API server, e.g. an emulator's.")
]
DataUrl = Annotated[str | None, typer.Option("--data-url", metavar="URL", help="Address of the data server beside it.")]
KeyFile = Annotated[
    Path | None,
    typer.Option("--api-key-file", metavar="FILE", help="Read the API key from a file; otherwise CLUVIO_API_KEY."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
NoWait = Annotated[bool, typer.Option("--no-wait", help="Do not wait for it; print the execution's id.")]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", help="How long to wait; otherwise 600.", show_default=False),
]


def _failed(error: JobFailed) -> str:
    """The error without names that only programs know."""
    what = "Export" if (error.operation or "").startswith("export") else "Execution"
    rest = str(error).partition(f"job {error.job_id} ")[2]
    return f"{what} {error.job_id} {rest}" if rest else str(error)


WORDING = Wording(
    fields={
        "api_key": "The API key",
        "api_url": "--api-url",
        "data_url": "--data-url",
        "location": "--location",
        "timeout": "--timeout",
        "datasource_id": "DATASOURCE",
        "dashboard_id": "DASHBOARD",
        "report_id": "REPORT",
        "filter_id": "FILTER",
        "alert_id": "ALERT",
        "schedule_id": "SCHEDULE",
        "execution_id": "EXECUTION",
        "sql": "--sql",
        "r": "--r",
        "parameters.aggregation": "--aggregation",
        "parameters.tz": "--tz",
        "parameters.filters": "--filter",
    },
    remedies={
        "Pass api_key=,": "Give --api-key-file FILE,",
        "api_url=": "--api-url URL",
        "data_url=": "--data-url URL",
        "location=": "--location",
        "refresh=True": "--refresh",
    },
    failed=_failed,
)


@dataclass(frozen=True)
class Server:
    """The answer to `--location`, `--api-url`, `--data-url` and `--api-key-file`."""

    location: str | None = None
    api_url: str | None = None
    data_url: str | None = None
    key_file: Path | None = None

    def client(self, timeout: float = 600.0) -> Cluvio:
        """A client of that server. Raises ConfigError and InvalidInput for settings that cannot work."""
        return Cluvio(self._key(), self.location, api_url=self.api_url, data_url=self.data_url, timeout=timeout)

    def _key(self) -> str | None:
        """The key of the file; None leaves it to the environment."""
        if self.key_file is None:
            return None
        try:
            return self.key_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not text"
            file = str(self.key_file)
            raise InvalidInput("--api-key-file", file, f"cannot be read: {reason}", "Check the path") from None

    def again(self) -> list[str]:
        """The options that say the same in another command."""
        pairs = {
            "--location": self.location,
            "--api-url": self.api_url,
            "--data-url": self.data_url,
            "--api-key-file": self.key_file,
        }
        return [str(word) for pair in pairs.items() if pair[1] is not None for word in pair]


@contextmanager
def connected(server: Server, timeout: float = 600.0) -> Iterator[Cluvio]:
    """A client for one command, its errors turned into one line and an exit code."""
    with errors_as_text(WORDING), server.client(timeout) as c:
        yield c
