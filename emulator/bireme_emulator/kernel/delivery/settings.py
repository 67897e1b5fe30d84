"""Where deliveries go: the operator's settings, read from a YAML file and checked before anything starts."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

from bireme_emulator.kernel.config import EmulatorError

__all__ = [
    "AdlsSettings",
    "DeliverySettings",
    "SftpSettings",
    "SlackSettings",
    "SmtpSettings",
    "load_settings",
    "origin_of",
]

_ENV = re.compile(r"\$\{([^}]*)\}")
_PORTS = {"none": 25, "starttls": 587, "tls": 465}


@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """A mail relay. `security` is `none`, `starttls` or `tls`; `ca` a file of certificates to trust."""

    host: str
    port: int = 25
    security: str = "none"
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    sender: str = "emulator@localhost"
    ca: str | None = None
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """Slack's web API, or what stands in for it. Files go to `upload_origins` only, and without the token."""

    url: str
    token: str | None = field(default=None, repr=False)
    upload_origins: tuple[str, ...] = ()
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class SftpSettings:
    """An SFTP server and the folder on it that files go below. Without `host_key` any server of that name will do."""

    host: str
    username: str
    port: int = 22
    password: str | None = field(default=None, repr=False)
    key_file: str | None = None
    passphrase: str | None = field(default=None, repr=False)
    host_key: str | None = None
    root: str = ""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class AdlsSettings:
    """A storage account: `api` is `dfs` (Data Lake Storage Gen2) or `blob`. Either `key` or `sas` signs requests."""

    url: str
    filesystem: str
    account: str
    key: str | None = field(default=None, repr=False)
    sas: str | None = field(default=None, repr=False)
    api: str = "dfs"
    root: str = ""
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class DeliverySettings:
    """All channels; what is absent is kept in the outbox only."""

    smtp: SmtpSettings | None = None
    slack: SlackSettings | None = None
    sftp: Mapping[str, SftpSettings] = field(default_factory=dict)
    adls: Mapping[str, AdlsSettings] = field(default_factory=dict)

    @property
    def secrets(self) -> list[str]:
        """Everything in here that nobody may read, longest first."""
        found: list[str | None] = [self.smtp.password if self.smtp else None, self.slack.token if self.slack else None]
        for sftp in self.sftp.values():
            found += [sftp.password, sftp.passphrase]
        for adls in self.adls.values():
            found += [adls.key, adls.sas]
        return sorted({secret for secret in found if secret}, key=len, reverse=True)


def load_settings(
    file: str | Path | None = None,
    smtp: str | None = None,
    slack: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> DeliverySettings:
    """The settings of a YAML file, with a mail relay (`HOST:PORT`) and Slack's base URL given directly.

    The token for the latter is in the environment as `SLACK_TOKEN`, if it takes one. Raises `EmulatorError` that names
    file and key, what kind of value is needed, and never the value.

    >>> load_settings(smtp="127.0.0.1:2525").smtp.port
    2525
    """
    settings = _read(Path(file), environ) if file is not None else DeliverySettings()
    if smtp is not None:
        _not_twice("smtp", settings.smtp)
        settings = replace(settings, smtp=_relay(smtp))
    if slack is not None:
        _not_twice("slack", settings.slack)
        given = {"url": slack, **({"token": environ["SLACK_TOKEN"]} if environ.get("SLACK_TOKEN") else {})}
        settings = replace(settings, slack=_slack(_Section("slack", given, environ)))
    return settings


def origin_of(url: str) -> str:
    """Scheme, host and port of a URL, in one way of writing. Raises `ValueError` for what has none."""
    parts = urlsplit(url)
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None or port is None:
        raise ValueError("an http or https URL with a host and without a user is needed")
    return f"{parts.scheme}://{parts.hostname}:{port}"


def _not_twice(name: str, present: object) -> None:
    if present is not None:
        raise EmulatorError(f"{name}: it is set directly and in the file of deliveries; give one of them")


def _relay(text: str) -> SmtpSettings:
    host, separator, port = text.rpartition(":")
    number = int(port) if re.fullmatch(r"[0-9]{1,5}", port) else 0
    if not separator or not host or not 0 < number < 65536 or re.search(r"[\s/@]", host):
        raise EmulatorError(f"smtp={text!r}: give HOST:PORT, e.g. 127.0.0.1:2525; a relay with a login goes in a file")
    return SmtpSettings(host.strip("[]"), number)


class _Section:
    """The keys of one channel, taken one by one; what is left over at the end is a mistake."""

    def __init__(self, where: str, values: Any, environ: Mapping[str, str]) -> None:
        self.where, self._environ = where, environ
        if not isinstance(values, dict):
            raise EmulatorError(f"{where}: keys with values are needed here, not {_kind(values)}")
        self._left = {str(key): value for key, value in values.items()}
        self._known: list[str] = []

    def fail(self, key: str, problem: str) -> NoReturn:
        raise EmulatorError(f"{self.where}.{key}: {problem}")

    def text(self, key: str) -> str | None:
        """A text, with `${NAME}` replaced from the environment; `None` when absent."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value:
            self.fail(key, f"a text is needed, not {_kind(value)}; put it in quotes, or take the key out")
        return _ENV.sub(lambda found: self._variable(key, found[1]), value)

    def needed(self, key: str) -> str:
        value = self.text(key)
        if value is None:
            self.fail(key, "it is missing; a text is needed")
        return value

    def number(self, key: str, default: float, low: float, high: float) -> float:
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.fail(key, f"a number from {low:g} to {high:g} is needed, not {_kind(value)}")
        return value

    def choice(self, key: str, *words: str) -> str:
        """One of the words; the first when absent."""
        value = self.text(key) or words[0]
        if value not in words:
            self.fail(key, f"one of {', '.join(words)} is needed")
        return value

    def texts(self, key: str) -> list[str]:
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self.fail(key, f"a list of texts is needed, not {_kind(value)}")
        return value

    def url(self, key: str) -> str:
        value = self.needed(key).rstrip("/")
        try:
            origin_of(value)
        except ValueError as error:
            self.fail(key, str(error))
        if "?" in value or "#" in value:
            self.fail(key, "a URL without ? and # is needed")
        return value

    def done(self) -> None:
        for key in self._left:
            self.fail(key, f"there is no such setting; there are {', '.join(sorted(self._known))}")

    def _take(self, key: str) -> Any:
        self._known.append(key)
        return self._left.pop(key, None)

    def _variable(self, key: str, name: str) -> str:
        value = self._environ.get(name)
        if not value:
            self.fail(key, f"the environment has no {name}; set it, or write the value")
        return value


def _read(path: Path, environ: Mapping[str, str]) -> DeliverySettings:
    import yaml

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise EmulatorError(f"deliveries={str(path)!r}: the file cannot be read ({type(error).__name__})") from error
    except yaml.YAMLError as error:  # its text may quote a secret
        mark = getattr(error, "problem_mark", None)
        line = f"line {mark.line + 1}" if mark else "somewhere"
        raise EmulatorError(f"deliveries={str(path)!r}: {line} is not YAML; check indents and quotes") from None
    whole = _Section(str(path), content if content is not None else {}, environ)
    smtp, slack = (whole._take(name) for name in ("smtp", "slack"))
    sftp, adls = (whole._take(name) or {} for name in ("sftp", "adls"))
    whole.done()
    return DeliverySettings(
        smtp=None if smtp is None else _smtp(_Section(f"{path}: smtp", smtp, environ)),
        slack=None if slack is None else _slack(_Section(f"{path}: slack", slack, environ)),
        sftp=_targets(f"{path}: sftp", sftp, _sftp, environ),
        adls=_targets(f"{path}: adls", adls, _adls, environ),
    )


def _targets(where: str, values: Any, make: Callable[[_Section], Any], environ: Mapping[str, str]) -> dict[str, Any]:
    def each() -> Iterator[tuple[str, Any]]:
        if not isinstance(values, dict):
            raise EmulatorError(f"{where}: names of targets with their settings are needed here, not {_kind(values)}")
        for name, value in values.items():
            yield str(name), make(_Section(f"{where}.{name}", value, environ))

    return dict(each())


def _smtp(section: _Section) -> SmtpSettings:
    security = section.choice("security", "none", "starttls", "tls")
    made = SmtpSettings(
        host=section.needed("host"),
        port=int(section.number("port", _PORTS[security], 1, 65535)),
        security=security,
        username=section.text("username"),
        password=section.text("password"),
        sender=section.text("from") or "emulator@localhost",
        ca=section.text("ca"),
        timeout=section.number("timeout", 30.0, 0.1, 600),
    )
    section.done()
    if (made.username is None) != (made.password is None):
        section.fail("password", "username and password are needed together, or neither")
    if made.ca is not None and not Path(made.ca).is_file():
        section.fail("ca", "the path of a file with certificates is needed; there is none there")
    return made


def _slack(section: _Section) -> SlackSettings:
    url = section.url("url")
    origins = section.texts("upload_origins")
    try:
        allowed = tuple(origin_of(origin) for origin in origins)
    except ValueError as error:
        section.fail("upload_origins", str(error))
    if not allowed:  # as the vendor has it: files go to a host of their own
        allowed = (
            origin_of(url),
            *(["https://files.slack.com:443"] if origin_of(url) == "https://slack.com:443" else []),
        )
    made = SlackSettings(url, section.text("token"), allowed, section.number("timeout", 30.0, 0.1, 600))
    section.done()
    return made


def _sftp(section: _Section) -> SftpSettings:
    made = SftpSettings(
        host=section.needed("host"),
        port=int(section.number("port", 22, 1, 65535)),
        username=section.needed("username"),
        password=section.text("password"),
        key_file=section.text("key_file"),
        passphrase=section.text("passphrase"),
        host_key=section.text("host_key"),
        root=section.text("root") or "",
        timeout=section.number("timeout", 30.0, 0.1, 600),
    )
    section.done()
    if made.password is None and made.key_file is None:
        section.fail("password", "a password or a key_file is needed")
    if made.key_file is not None and not Path(made.key_file).is_file():
        section.fail("key_file", "the path of a private key is needed; there is no file there")
    return made


def _adls(section: _Section) -> AdlsSettings:
    made = AdlsSettings(
        url=section.url("url"),
        filesystem=section.needed("filesystem"),
        account=section.needed("account"),
        key=section.text("key"),
        sas=section.text("sas"),
        api=section.choice("api", "dfs", "blob"),
        root=section.text("root") or "",
        timeout=section.number("timeout", 30.0, 0.1, 600),
    )
    section.done()
    if (made.key is None) == (made.sas is None):
        section.fail("key", "either a key or a sas is needed, not both")
    if not re.fullmatch(r"[a-z0-9$-]{1,63}", made.filesystem):
        section.fail("filesystem", "the name of a container is needed: small letters, digits and dashes")
    return made


def _kind(value: object) -> str:
    names = {dict: "keys with values", list: "a list", str: "a text", bool: "true or false", type(None): "nothing"}
    return names.get(type(value), "a number" if isinstance(value, int | float) else type(value).__name__)
