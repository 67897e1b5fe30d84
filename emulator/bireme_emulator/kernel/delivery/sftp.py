"""Files by SFTP: written under a temporary name, then renamed, so that nobody sees half a file."""

from __future__ import annotations

import asyncio
import posixpath
from pathlib import Path
from typing import Any

import asyncssh

from .channels import Parcel, SendFault, confined
from .messages import FileDrop
from .settings import SftpSettings

__all__ = ["SftpChannel"]


class SftpChannel:
    """A file that is sent again replaces itself."""

    idempotent = True

    def __init__(self, settings: SftpSettings) -> None:
        self._settings = settings

    def send(self, parcel: Parcel) -> None:
        message = parcel.message
        assert isinstance(message, FileDrop)
        path = confined(self._settings.root, message.path)
        try:
            asyncio.run(self._put(message.attachment.path, path, parcel.id))
        except (asyncssh.PermissionDenied, asyncssh.HostKeyNotVerifiable) as error:
            raise SendFault(f"the server and we do not trust each other: {error.reason}") from error
        except (asyncssh.KeyImportError, asyncssh.KeyEncryptionError) as error:
            raise SendFault(f"a key of the settings cannot be used: {error}") from error
        except (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection) as error:
            raise SendFault(f"the connection broke: {error.reason}", temporary=True) from error
        except asyncssh.SFTPError as error:
            raise SendFault(f"the server refused {path!r}: {error.reason or type(error).__name__}") from error
        except (OSError, asyncssh.Error) as error:  # TimeoutError is an OSError
            raise SendFault(f"no connection: {str(error) or type(error).__name__}", temporary=True) from error

    async def _put(self, local: Path, path: str, id: str) -> None:
        settings = self._settings
        async with asyncio.timeout(settings.timeout):
            connection = await asyncssh.connect(settings.host, **self._options())
        async with connection, connection.start_sftp_client() as sftp:
            folder, name = posixpath.split(path)
            await self._enter(sftp, folder)
            part = posixpath.join(folder, f".{name[:100]}.{id[:12]}.part")
            try:
                await sftp.put(str(local), part)
                await _rename(sftp, part, path)
            except BaseException:
                await _discard(sftp, part)
                raise

    async def _enter(self, sftp: asyncssh.SFTPClient, folder: str) -> None:
        """Make the folder; what is a link to somewhere outside the root does not count as being in it."""
        root = self._settings.root
        if root:
            await sftp.makedirs(root, exist_ok=True)
        home, present = str(await sftp.realpath(root or ".")), folder
        while present and not await sftp.exists(present):
            present = posixpath.dirname(present)
        for place in (present, folder):  # what is there is looked at before anything is made below it
            if place and place != present:
                await sftp.makedirs(place, exist_ok=True)
            real = str(await sftp.realpath(place or "."))
            if real != home and not real.startswith(home.rstrip("/") + "/"):
                raise SendFault(f"{folder!r} leads out of the folder that is set for deliveries")

    def _options(self) -> dict[str, Any]:
        settings = self._settings
        keys = []
        if settings.key_file is not None:
            keys = [asyncssh.read_private_key(settings.key_file, settings.passphrase)]
        known: Any = None  # any server of that name
        if settings.host_key is not None:
            lines = [line for line in settings.host_key.splitlines() if line.strip()]
            known = ([asyncssh.import_public_key(line) for line in lines], [], [])
        return {
            "port": settings.port,
            "username": settings.username,
            "password": settings.password,
            "client_keys": keys or None,  # and none of the operator's own
            "known_hosts": known,
            "agent_path": None,
            "config": None,
            "gss_host": None,
        }


async def _rename(sftp: asyncssh.SFTPClient, part: str, path: str) -> None:
    try:
        await sftp.posix_rename(part, path)
    except asyncssh.SFTPOpUnsupported:  # an old server: there the new name must be free
        await _discard(sftp, path)
        await sftp.rename(part, path)


async def _discard(sftp: asyncssh.SFTPClient, path: str) -> None:
    try:
        await sftp.remove(path)
    except (asyncssh.SFTPError, asyncssh.Error, OSError):
        return  # it may not be there, or the connection is gone: there is nothing more to do about it
