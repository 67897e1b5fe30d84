"""Files to a real SFTP server: whole or not at all, below the root, with keys, to a host that is known."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import asyncssh
import pytest

from bireme_emulator.kernel.delivery import Attachment, FileDrop
from bireme_emulator.kernel.delivery.settings import SftpSettings


class Server:
    """What the server has: its files below `home`, its port and host key."""

    def __init__(self, home: Path, key: asyncssh.SSHKey, user_key: asyncssh.SSHKey) -> None:
        self.home, self.key, self.user_key, self.port = home, key, user_key, 0
        self.renames: list[tuple[bytes, bytes]] = []
        self.failing = 0

    @property
    def public(self) -> str:
        return self.key.export_public_key().decode().strip()

    def settings(self, **more: Any) -> SftpSettings:
        given = {"host": "127.0.0.1", "username": "bi", "port": self.port, "password": "open sesame", "timeout": 10}
        return SftpSettings(**{**given, **more})


@pytest.fixture
def server(loop_thread: Any, tmp_path: Path) -> Iterator[Server]:
    home = tmp_path / "home"
    home.mkdir()
    made = Server(home, asyncssh.generate_private_key("ssh-ed25519"), asyncssh.generate_private_key("ssh-ed25519"))

    class Login(asyncssh.SSHServer):
        def begin_auth(self, username: str) -> bool:
            return True

        def password_auth_supported(self) -> bool:
            return True

        def validate_password(self, username: str, password: str) -> bool:
            return (username, password) == ("bi", "open sesame")

        def public_key_auth_supported(self) -> bool:
            return True

        def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
            return bool(key == made.user_key.convert_to_public())

    class Files(asyncssh.SFTPServer):
        def __init__(self, channel: Any) -> None:
            super().__init__(channel, chroot=str(home))

        def posix_rename(self, oldpath: bytes, newpath: bytes) -> Any:
            made.renames.append((oldpath, newpath))
            if made.failing:
                made.failing -= 1
                raise asyncssh.SFTPConnectionLost("lost")
            return super().posix_rename(oldpath, newpath)

    async def listen() -> asyncssh.SSHAcceptor:
        options: Any = {"server_factory": Login, "server_host_keys": [made.key], "sftp_factory": Files}
        return await asyncssh.listen("127.0.0.1", 0, **options)

    listener = loop_thread.run(listen())
    made.port = listener.get_port()
    yield made

    async def stop() -> None:
        listener.close()
        await listener.wait_closed()

    loop_thread.run(stop())


Drop = Callable[[str], FileDrop]


@pytest.fixture
def drop(report: Attachment) -> Drop:
    return lambda path: FileDrop("sftp", "archive", path, report)


def files(home: Path) -> list[str]:
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if path.is_file())


def test_a_file_arrives_whole_and_under_its_name_at_last(
    make_book: Any, server: Server, drop: Drop, report: Attachment
) -> None:
    book = make_book(sftp={"archive": server.settings(root="/in", host_key=server.public)})
    assert book.deliver("one", drop("/2013/june.csv"))["status"] == "sent"
    assert files(server.home) == ["in/2013/june.csv"]
    assert (server.home / "in/2013/june.csv").read_bytes() == report.path.read_bytes()
    ((part, whole),) = server.renames
    assert (part.endswith(b".part"), whole) == (True, b"/in/2013/june.csv")


def test_a_file_that_is_sent_again_replaces_itself(make_book: Any, server: Server, drop: Drop) -> None:
    book = make_book(sftp={"archive": server.settings()})
    (server.home / "a.csv").write_text("old")
    book.deliver("one", drop("a.csv"))
    assert (server.home / "a.csv").read_bytes().startswith(b"day,")
    server.failing = 1
    assert book.deliver("two", drop("a.csv"))["attempts"] == 2
    assert files(server.home) == ["a.csv"]


def test_a_target_that_is_not_set_is_kept(make_book: Any, server: Server, drop: Drop) -> None:
    assert make_book(sftp={"other": server.settings()}).deliver("one", drop("a.csv"))["status"] == "kept"
    assert files(server.home) == []


def test_a_key_opens_it_as_well(make_book: Any, server: Server, drop: Drop, tmp_path: Path) -> None:
    server.user_key.write_private_key(tmp_path / "key", passphrase="sesame")
    settings = server.settings(password=None, key_file=str(tmp_path / "key"), passphrase="sesame")
    assert make_book(sftp={"archive": settings}).deliver("one", drop("a.csv"))["status"] == "sent"
    wrong = server.settings(password=None, key_file=str(tmp_path / "key"), passphrase="wrong")
    assert "a key of the settings cannot be used" in make_book(sftp={"archive": wrong}).refused("two", drop("a.csv"))


def test_another_server_under_that_name_gets_nothing(make_book: Any, server: Server, drop: Drop) -> None:
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    book = make_book(sftp={"archive": server.settings(host_key=other)})
    assert "do not trust each other" in book.refused("one", drop("a.csv"))
    assert files(server.home) == []


def test_a_wrong_password_fails_at_once_and_is_written_nowhere(make_book: Any, server: Server, drop: Drop) -> None:
    book = make_book(sftp={"archive": server.settings(password="hush hush")})
    said = book.refused("one", drop("a.csv"))
    assert "do not trust each other" in said
    assert len(book.errors) == 1
    assert "hush" not in said + repr(book.log) + repr(server.settings(password="hush hush"))


@pytest.mark.parametrize("path", ["../x.csv", "a/../../x.csv", "a\0.csv", "", "/"])
def test_no_path_leads_out_of_the_root(make_book: Any, server: Server, drop: Drop, path: str) -> None:
    book = make_book(sftp={"archive": server.settings(root="/in")})
    assert "path" in book.refused("one", drop(path))
    assert files(server.home) == []


def test_a_link_on_the_server_leads_out_of_the_root_no_more_than_a_path(
    make_book: Any, server: Server, drop: Drop
) -> None:
    (server.home / "in").mkdir()
    (server.home / "private").mkdir()
    os.symlink("../private", server.home / "in" / "way")
    book = make_book(sftp={"archive": server.settings(root="/in")})
    assert "leads out of the folder" in book.refused("one", drop("way/x.csv"))
    assert files(server.home) == []


def test_what_the_server_refuses_fails_with_its_words(make_book: Any, server: Server, drop: Drop) -> None:
    (server.home / "a.csv").mkdir()
    (server.home / "a.csv" / "x").touch()
    assert "the server refused 'a.csv'" in make_book(sftp={"archive": server.settings()}).refused("one", drop("a.csv"))


def test_no_server_is_tried_again(make_book: Any, server: Server, drop: Drop) -> None:
    book = make_book(sftp={"archive": server.settings(port=1)})
    assert "no connection" in book.refused("one", drop("a.csv"))
    assert len(book.errors) == 5
