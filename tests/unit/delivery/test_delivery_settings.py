"""The operator's settings: what a file may say, secrets from the environment, and errors that name key and remedy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bireme_emulator.kernel.config import EmulatorConfig, EmulatorError
from bireme_emulator.kernel.delivery.settings import load_settings

WHOLE = """
smtp: {host: mail.example, security: starttls, username: bi, password: "${MAIL_PASSWORD}", from: bi@b.example}
slack: {url: https://slack.com/api/, token: "${SLACK}"}
sftp:
  archive: {host: files.example, username: bi, password: "p${MAIL_PASSWORD}", root: /in, port: 2222}
  7: {host: files.example, username: bi, password: x}
adls:
  lake: {url: https://a.dfs.core.windows.net, filesystem: reports, account: a, sas: "${SAS}"}
"""
ENVIRON = {"MAIL_PASSWORD": "open sesame", "SLACK": "xoxb-1", "SAS": "sig=1"}


@pytest.fixture
def file(tmp_path: Path) -> Any:
    def write(text: str) -> Path:
        path = tmp_path / "deliveries.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_whole_file_is_read_with_secrets_from_the_environment(file: Any) -> None:
    settings = load_settings(file(WHOLE), environ=ENVIRON)
    assert settings.smtp is not None
    assert (settings.smtp.host, settings.smtp.port, settings.smtp.password) == ("mail.example", 587, "open sesame")
    assert settings.slack is not None
    assert settings.slack.url == "https://slack.com/api"
    assert settings.slack.upload_origins == ("https://slack.com:443", "https://files.slack.com:443")
    assert (settings.sftp["archive"].password, settings.sftp["archive"].port) == ("popen sesame", 2222)
    assert set(settings.sftp) == {"archive", "7"}
    assert (settings.adls["lake"].sas, settings.adls["lake"].api) == ("sig=1", "dfs")
    for secret in ENVIRON.values():
        assert secret not in repr(settings)
    assert "popen sesame" in settings.secrets


def test_relay_and_slack_can_be_given_alone() -> None:
    settings = load_settings(smtp="[::1]:2525", slack="http://127.0.0.1:9/api", environ={"SLACK_TOKEN": "xoxb-2"})
    assert settings.smtp is not None
    assert (settings.smtp.host, settings.smtp.port) == ("::1", 2525)
    assert settings.slack is not None
    assert (settings.slack.token, settings.slack.upload_origins) == ("xoxb-2", ("http://127.0.0.1:9",))
    assert load_settings().smtp is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("smtp: {host: m, prot: 5}", "smtp.prot: there is no such setting; there are ca, from, host, password, port"),
        ("smtp: {port: 25}", "smtp.host: it is missing; a text is needed"),
        ("smtp: {host: m, port: many}", "smtp.port: a number from 1 to 65535 is needed, not a text"),
        ("smtp: {host: m, port: 70000}", "smtp.port: a number from 1 to 65535 is needed, not a number"),
        ("smtp: {host: m, security: ssl}", "smtp.security: one of none, starttls, tls is needed"),
        ("smtp: {host: m, username: u}", "smtp.password: username and password are needed together"),
        ("smtp: {host: m, username: u, password: 12345}", "smtp.password: a text is needed, not a number"),
        ("smtp: {host: m, username: u, password: '${NOT_SET}'}", "smtp.password: the environment has no NOT_SET"),
        ("smtp: mail.example", "smtp: keys with values are needed here, not a text"),
        ("slack: {url: ftp://x}", "slack.url: an http or https URL with a host"),
        ("slack: {url: 'https://x/?a'}", "slack.url: a URL without ? and #"),
        ("slack: {url: 'https://x', upload_origins: [y]}", "slack.upload_origins: an http or https URL"),
        ("sftp: [archive]", "sftp: names of targets with their settings are needed here, not a list"),
        ("sftp: {a: {host: h, username: u}}", "sftp.a.password: a password or a key_file is needed"),
        ("sftp: {a: {host: h, username: u, key_file: /no/such}}", "sftp.a.key_file: the path of a private key"),
        ("adls: {l: {url: 'https://x', filesystem: f, account: a}}", "adls.l.key: either a key or a sas is needed"),
        ("adls: {l: {url: 'https://x', filesystem: ../f, account: a, key: k}}", "adls.l.filesystem: the name of"),
        ("adls: {l: {url: 'https://x', filesystem: f, account: a, key: k, api: s3}}", "adls.l.api: one of dfs, blob"),
        ("ftp: {}", "ftp: there is no such setting; there are adls, sftp, slack, smtp"),
        ("smtp: {password: 'se cret\n", "line"),
        ("- 1", "keys with values are needed here, not a list"),
    ],
)
def test_a_mistake_is_named_with_file_key_and_remedy_and_never_with_its_value(file: Any, text: str, said: str) -> None:
    path = file(text)
    with pytest.raises(EmulatorError) as caught:
        load_settings(path, environ={})
    assert str(path) in str(caught.value)
    assert said in str(caught.value)
    assert "12345" not in str(caught.value)
    assert "se cret" not in str(caught.value)


@pytest.mark.parametrize("relay", ["", "mail", "mail:", ":25", "mail:0", "mail:70000", "a@mail:25", "http://mail:25"])
def test_a_relay_is_host_and_port(relay: str) -> None:
    with pytest.raises(EmulatorError, match="give HOST:PORT"):
        load_settings(smtp=relay)


def test_a_channel_is_set_in_one_place(file: Any) -> None:
    with pytest.raises(EmulatorError, match="smtp: it is set directly and in the file"):
        load_settings(file("smtp: {host: m}"), smtp="mail:25")


def test_a_file_that_is_not_there_is_said_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(EmulatorError, match=r"deliveries='.*no\.yaml': there is no such file"):
        EmulatorConfig(deliveries=tmp_path / "no.yaml")
