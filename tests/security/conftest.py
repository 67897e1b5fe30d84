"""One emulator that sends nothing, one that sends to servers of the tests', and traps that count who comes by."""

from __future__ import annotations

import asyncio
import email
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path
from typing import Any

import asyncssh
import httpx2
import pytest
import yaml
from aiosmtpd.smtp import SMTP, AuthResult

from bireme_emulator import Emulator
from bireme_emulator.kernel.delivery import Attachment, DeliveryFailed, SlackPost
from tests.unit.emulator_state.cluvio_world import cluvio, cluvio_emulation

__all__ = ["cluvio", "cluvio_emulation"]

SECRETS = {
    "smtp": "the-relays-password-01",
    "slack": "xoxb-the-bots-token-02",
    "sftp": "the-file-servers-password-03",
    "adls": "sv=2021&sig=the-signature-04",
}


class Trap:
    """An HTTP server on loopback that nobody has to visit, or that takes what it gets; it notes every request."""

    def __init__(self, answer: Callable[[str, str, bytes], tuple[int, dict[str, str], bytes]] | None = None) -> None:
        self.seen: list[tuple[str, str, bytes, dict[str, str]]] = []
        trap = self

        class Door(http.server.BaseHTTPRequestHandler):
            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                trap.seen.append((self.command, self.path, body, dict(self.headers)))
                status, headers, content = answer(self.command, self.path, body) if answer else (200, {}, b"caught")
                self.send_response(status)
                for name, value in {**headers, "content-length": str(len(content))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content if self.command != "HEAD" else b"")

            do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any  # noqa: N815  (the protocol's names)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Counting(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def process_request(self, request: Any, client_address: Any) -> None:
                trap.connections += 1
                super().process_request(request, client_address)

        self.connections = 0
        self._server = Counting(("127.0.0.1", 0), Door)
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class Slack(Trap):
    """Slack's web API as far as it is needed; `upload_url` and `reply` change what it says."""

    def __init__(self) -> None:
        self.upload_url: str | None = None
        self.reply: tuple[int, dict[str, str], bytes] | None = None
        super().__init__(self._answer)

    def _answer(self, method: str, path: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        if self.reply is not None and self.reply[1].get("at", "") in path:
            return self.reply
        said = {"ok": True, "upload_url": self.upload_url or f"{self.url}/upload/F1", "file_id": "F1"}
        return 200, {"content-type": "application/json"}, json.dumps(said).encode()


class Outside:
    """The servers that the operator has set: a mail relay, Slack, an SFTP server below `home`, a storage account."""

    def __init__(self, home: Path, port: int) -> None:
        self.home, self.smtp_port, self.sftp_port = home, 0, port
        self.mails: list[tuple[list[str], Message]] = []
        self.slack = Slack()
        self.lake = Trap(lambda *_: (201, {}, b""))

    def settings(self) -> dict[str, Any]:
        relay = {"host": "127.0.0.1", "port": self.smtp_port, "security": "none", "from": "bi@example.com"}
        files = {"host": "127.0.0.1", "port": self.sftp_port, "username": "bi", "root": "/in"}
        lake = {"url": self.lake.url, "filesystem": "reports", "account": "lake", "root": "daily"}
        return {
            "smtp": {**relay, "username": "bi", "password": SECRETS["smtp"]},
            "slack": {"url": f"{self.slack.url}/api", "token": SECRETS["slack"]},
            "sftp": {"2": {**files, "password": SECRETS["sftp"]}},
            "adls": {"3": {**lake, "sas": SECRETS["adls"]}},
        }

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append((envelope.rcpt_tos, email.message_from_bytes(envelope.content)))
        return "250 OK"


class Api:
    """Both APIs of an emulator as the administrator sees them."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator, self.ready = emulator, emulator.ready["holistics"]
        self.control_url: str = emulator.ready["control"]
        self.posts = 0
        self.client = httpx2.Client(headers={"X-Holistics-Key": self.ready["key"]}, timeout=30)

    def call(self, method: str, path: str, **options: Any) -> httpx2.Response:
        """A request to version 2; `root="legacy_url"` asks the legacy API."""
        reply = self.client.request(method, self.ready[options.pop("root", "url")] + path, **options)
        assert reply.status_code < 500, reply.text
        return reply

    def ended(self, reply: httpx2.Response) -> tuple[str, str]:
        """The status and the log of the job that a reply has started."""
        assert reply.status_code == 200, reply.text
        said = reply.json()
        job = self.emulator.control.job(self.wait(said["job"]["id"] if "job" in said else said["job_id"]))
        assert job is not None
        return job["status"], "\n".join(line["message"] for line in job["log"])

    def posted(self, channel: str, file: Path) -> tuple[str, str]:
        """Post a file by the book of deliveries, without the time that it takes to draw a chart."""
        session = self.emulator.control._session
        self.posts += 1
        log: list[str] = []
        message = SlackPost((channel,), "Weather", (Attachment("weather.png", "image/png", file),))
        try:
            session.deliveries.deliver(f"test/{self.posts}", message, log=lambda level, text: log.append(text))
        except DeliveryFailed as error:
            return "failure", f"{error}\n" + "\n".join(log)
        return "success", "\n".join(log)

    def wait(self, id: int) -> int:
        status = self.emulator.control.jobs.wait(id)["status"]
        assert status not in ("queued", "running", "created"), "the job did not end"
        return id

    def sent(self, dest: dict[str, Any], **changes: Any) -> tuple[str, str]:
        """Make a schedule for a destination and run it: `refused` and why, or the job's status and log."""
        source = {"source_type": "Dashboard", "source_id": 16077, "schedule": {"repeat": "0 7 * * *", "paused": True}}
        body = json.dumps({"data_schedule": {**source, **changes, "dest": dest}})  # escapes even half a character
        made = self.call("POST", "/data_schedules", content=body, headers={"Content-Type": "application/json"})
        if made.status_code != 201:
            assert made.status_code in (400, 422), made.text
            return "refused", made.text
        path = f"/data_schedules/{made.json()['data_schedule']['id']}"
        try:
            return self.ended(self.call("POST", f"{path}/submit_execute"))
        finally:
            self.call("DELETE", path)


@pytest.fixture(scope="session")
def emulator() -> Iterator[Emulator]:
    """One without any setting: nothing leaves it."""
    with Emulator(rate_limits=False) as running:
        yield running


@pytest.fixture(scope="session")
def api(emulator: Emulator) -> Iterator[Api]:
    made = Api(emulator)
    yield made
    made.client.close()


@pytest.fixture(scope="session")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outside]:
    home = tmp_path_factory.mktemp("home")
    (home / "in").mkdir()
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    made = Outside(home, 0)

    class Login(asyncssh.SSHServer):
        def begin_auth(self, username: str) -> bool:
            return True

        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return password == SECRETS["sftp"]

    class Files(asyncssh.SFTPServer):
        def __init__(self, channel: Any) -> None:
            super().__init__(channel, chroot=str(home))

    def check(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == SECRETS["smtp"].encode(), handled=False)

    async def listen() -> tuple[Any, Any]:
        key = asyncssh.generate_private_key("ssh-ed25519")
        options: Any = {"server_factory": Login, "server_host_keys": [key], "sftp_factory": Files}
        relay = lambda: SMTP(made, hostname="relay.test", loop=loop, authenticator=check, auth_require_tls=False)  # noqa: E731
        return await asyncssh.listen("127.0.0.1", 0, **options), await loop.create_server(relay, "127.0.0.1", 0)

    def run(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(20)

    sftp, smtp = run(listen())
    made.sftp_port, made.smtp_port = sftp.get_port(), smtp.sockets[0].getsockname()[1]
    yield made

    async def stop() -> None:
        sftp.close()
        smtp.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    run(stop())
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
    loop.close()
    made.slack.close()
    made.lake.close()


@pytest.fixture(scope="session")
def sending(outside: Outside, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """An emulator that sends to `outside`, its state on disk, its clock standing still."""
    folder = tmp_path_factory.mktemp("operator")
    (folder / "deliveries.yaml").write_text(yaml.safe_dump(outside.settings()), encoding="utf-8")
    with ExitStack() as stack:
        settings: Any = {"deliveries": folder / "deliveries.yaml", "state": folder / "state", "rate_limits": False}
        running = stack.enter_context(Emulator(clock=datetime(2013, 7, 1, 12, tzinfo=UTC), **settings))
        made = Api(running)
        stack.callback(made.client.close)
        yield made


@pytest.fixture(scope="session")
def _trap() -> Iterator[Trap]:
    made = Trap()
    yield made
    made.close()


@pytest.fixture
def trap(_trap: Trap) -> Iterator[Trap]:
    """An address on this machine that must have no visitor in the test that names it."""
    yield _trap
    assert (_trap.connections, _trap.seen) == (0, []), "the emulator went where nobody sent it"


@pytest.fixture(scope="session")
def secrets() -> dict[str, str]:
    """What the operator's settings hold that nobody may read."""
    return {**SECRETS, "adls": "the-signature-04"}
