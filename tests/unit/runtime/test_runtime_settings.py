"""Settings from arguments and environment."""

from __future__ import annotations

import pickle
import warnings
from typing import Any

import pytest

from bireme._runtime.config import InsecureTransport, Settings, VendorConfig, is_loopback, resolve
from bireme._runtime.errors import ConfigError, InvalidInput
from bireme._runtime.timeouts import Timeouts

VENDOR = VendorConfig(
    name="Acme",
    auth_header="X-Acme-Key",
    prefix="/api/v2",
    regions={"apac": "https://secure.acme.test", "eu": "https://eu.acme.test"},
    default_region="apac",
    key_env="ACME_API_KEY",
    region_env="ACME_REGION",
    host_env="ACME_HOST",
)
KEY = "k-0123456789"


def settings(env: dict[str, str] | None = None, **given: Any) -> Settings:
    return resolve(VENDOR, env={"ACME_API_KEY": KEY, **(env or {})}, **given)


@pytest.mark.parametrize(
    ("env", "given", "url"),
    [
        ({}, {}, "https://secure.acme.test/api/v2"),
        ({}, {"region": "eu"}, "https://eu.acme.test/api/v2"),
        ({"ACME_REGION": "eu"}, {}, "https://eu.acme.test/api/v2"),
        ({"ACME_REGION": "eu"}, {"region": "apac"}, "https://secure.acme.test/api/v2"),
        ({"ACME_HOST": "https://own.acme.test/"}, {}, "https://own.acme.test/api/v2"),
        ({"ACME_HOST": "own.acme.test"}, {}, "https://own.acme.test/api/v2"),
        ({"ACME_HOST": "https://own.acme.test", "ACME_REGION": "eu"}, {}, "https://own.acme.test/api/v2"),
        ({"ACME_HOST": "https://own.acme.test"}, {"region": "eu"}, "https://eu.acme.test/api/v2"),
        ({"ACME_HOST": "https://own.acme.test"}, {"base_url": "https://x.test/p/"}, "https://x.test/p"),
        ({}, {"base_url": "http://127.0.0.1:8900/holistics/api/v2"}, "http://127.0.0.1:8900/holistics/api/v2"),
        ({"ACME_HOST": "", "ACME_REGION": ""}, {}, "https://secure.acme.test/api/v2"),
    ],
)
def test_arguments_win_over_the_environment_and_a_url_over_a_region(
    env: dict[str, str], given: dict[str, str], url: str
) -> None:
    assert settings(env, **given).base_url == url


def test_the_key_is_the_argument_or_the_environments_and_is_hidden() -> None:
    assert settings().key == KEY
    given = settings(api_key="other")
    assert given.key == "other"
    assert "other" not in repr(given)
    assert pickle.loads(pickle.dumps(given)) == given


def test_a_missing_key_names_both_ways_to_give_it() -> None:
    with pytest.raises(ConfigError, match=r"api_key.*ACME_API_KEY") as caught:
        resolve(VENDOR, env={})
    assert caught.value.field == "api_key"


@pytest.mark.parametrize("key", ["", "   ", "two words", "l1ne\n", "schlüssel", "nul\x00", "tab\tkey", "\u200b"])
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(key: str) -> None:
    for env, given, field in (({}, key, "api_key"), ({"ACME_API_KEY": key}, None, "ACME_API_KEY")):
        with pytest.raises(ConfigError) as caught:
            settings(env, api_key=given)
        assert caught.value.field == field
        if key.strip():
            assert key.strip() not in str(caught.value)
        assert caught.value.value is None


@pytest.mark.parametrize(
    "url",
    ["", "example.com", "ftp://x.test", "https://", "https://x.test/?a=1", "https://x.test/#a", "https://u:p@x.test",
     "https://x.test:99999", "https://x.test:0/", "https://x .test", "https://x.test\\a", "https://[::1", 42],
)  # fmt: skip
def test_a_url_that_cannot_be_one_is_refused_by_name(url: Any) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(base_url=url)
    assert caught.value.field == "base_url"
    assert caught.value.remedy
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize(
    ("env", "given", "field"), [({}, {"region": "mars"}, "region"), ({"ACME_REGION": "mars"}, {}, "ACME_REGION")]
)
def test_an_unknown_region_names_the_known_ones(env: dict[str, str], given: dict[str, str], field: str) -> None:
    with pytest.raises(ConfigError, match=r"mars.*apac, eu") as caught:
        settings(env, **given)
    assert caught.value.field == field


def test_a_key_in_the_clear_is_warned_of_except_on_this_machine() -> None:
    with pytest.warns(InsecureTransport, match="unencrypted"):
        settings(base_url="http://api.acme.test/v2")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for host in ("localhost:1", "127.0.0.1", "[::1]:8", "emu.localhost"):
            settings(base_url=f"http://{host}/v2")


@pytest.mark.parametrize("host", ["localhost.evil.test", "127.0.0.1.evil.test", "10.0.0.1", "0.0.0.0", ""])
def test_what_only_looks_like_this_machine_is_not(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize("wrong", [{"connect": 0}, {"read": float("inf")}, {"call": "5"}, {"transfer": -1}])
def test_limits_are_finite_and_named(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match=f"timeouts.{next(iter(wrong))}"):
        Timeouts(**wrong)
