"""Settings from arguments and environment, checked before anything is sent.

Nothing here knows a vendor: the glue of each describes itself with a `VendorConfig`.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import urlsplit

from .errors import ConfigError


class InsecureTransport(UserWarning):
    """The API key is about to travel unencrypted to another machine."""


@dataclass(frozen=True, slots=True)
class VendorConfig:
    """How a vendor's API is found and what it asks for.

    Attributes:
        name: as a person writes it, for error texts.
        auth_header: the header that carries the API key.
        prefix: the path between host and operations, with a leading slash, e.g. `/api/v2`.
        regions: the host root (scheme and host) of each region.
        default_region: one of them.
        key_env, region_env, host_env: names of environment variables; None where there is none.
        host_argument: what the client calls the argument for a whole base URL.
        region_argument: what it calls the argument for the region.
        key_argument: what it calls the argument for the key.
        auth_prefix: what stands before the key in its header.
        data: the servers that hand out data, where the vendor has such.
    """

    name: str
    auth_header: str
    prefix: str
    regions: Mapping[str, str]
    default_region: str
    key_env: str
    region_env: str | None = None
    host_env: str | None = None
    host_argument: str = "base_url"
    region_argument: str = "region"
    key_argument: str = "api_key"
    auth_prefix: str = ""
    data: DataServers | None = None


@dataclass(frozen=True, slots=True)
class DataServers:
    """The servers of a vendor that hand out data, apart from those of its API.

    Attributes:
        regions: the base URL of each region; the same regions as those of the API.
        auth_header, auth_prefix: the header that carries a token, and what stands before the token in it.
        argument: what the client calls the argument for the whole URL.
        env: name of the environment variable for it.
        derived: gives the URL of the data server beside that of an API server, or None where it cannot tell.
    """

    regions: Mapping[str, str]
    auth_header: str
    auth_prefix: str
    argument: str
    env: str
    derived: Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a session needs to know: which server it talks to, and the key or token for it (which `repr` hides).

    `data` is the data server of the same location; only the settings of an API server have it.
    """

    base_url: str
    auth_header: str
    key: str = field(repr=False)
    vendor: str = "API"
    region: str | None = None
    auth_prefix: str = ""
    server: Literal["api", "data"] = "api"
    data: DataServer | None = None

    @property
    def scope(self) -> str | None:
        """The path below which credentials may travel; None where the origin alone decides.

        Where a vendor has two kinds of servers, both may stand at one origin, as those of the emulator do.
        """
        if self.data is None and self.server == "api":
            return None
        return urlsplit(self.base_url).path

    def at_data_server(self, token: str) -> Settings:
        """The settings for the data server beside this API server: the token is all that it is shown.

        Raises:
            ConfigError: there is no data server.
        """
        if self.data is None:
            raise ConfigError("data_url", f"is not known: {self.vendor} has no data server here", "Use the API's own.")
        return replace(
            self,
            base_url=self.data.url,
            auth_header=self.data.auth_header,
            auth_prefix=self.data.auth_prefix,
            key=token,
            server="data",
            data=None,
        )


@dataclass(frozen=True, slots=True)
class DataServer:
    """A data server, and how a token is shown to it."""

    url: str
    auth_header: str
    auth_prefix: str


def resolve(
    vendor: VendorConfig,
    *,
    api_key: str | None = None,
    region: str | None = None,
    base_url: str | None = None,
    data_url: str | None = None,
    env: Mapping[str, str] | None = None,
) -> Settings:
    """Settings for a vendor. An argument wins over the environment, a URL over a region.

    `base_url` includes the API's prefix; the environment's host is a host root, to which the prefix is added
    where it is not there yet. `data_url` goes with `base_url`: both servers are of one location.

    Raises:
        ConfigError: something is missing or wrong; it names the setting and the remedy.
    """
    env = os.environ if env is None else env
    key = _key(vendor, api_key, env)
    url, chosen = _base_url(vendor, region, base_url, env)
    data = None if vendor.data is None else _data_server(vendor, vendor.data, url, base_url, data_url, env)
    return Settings(
        base_url=url,
        auth_header=vendor.auth_header,
        auth_prefix=vendor.auth_prefix,
        key=key,
        vendor=vendor.name,
        region=chosen,
        data=data,
    )


def _data_server(
    vendor: VendorConfig,
    servers: DataServers,
    api: str,
    base_url: str | None,
    data_url: str | None,
    env: Mapping[str, str],
) -> DataServer:
    """The data server of the location that the API server stands in."""
    regions = {root.rstrip("/") + vendor.prefix: region for region, root in vendor.regions.items()}
    region = regions.get(api)
    source, given = servers.argument, data_url
    if given is None and base_url is None and region is None:
        source, given = servers.env, env.get(servers.env)
    elif given is not None and base_url is None:
        remedy = f"Give {vendor.host_argument}= as well, or only {vendor.region_argument}=."
        raise ConfigError(source, f"is given without {vendor.host_argument}", remedy, value=str(given))
    url = check_url(given, source) if given else servers.regions[region] if region else servers.derived(api)
    if url is None:
        remedy = f"Give {servers.argument}=, the data server of the same location."
        raise ConfigError(servers.argument, f"is missing: it cannot be told from {api}", remedy)
    other = {root: name for name, root in servers.regions.items()}.get(url)
    if region != other and region is not None and other is not None:
        remedy = f"Use the data server of the same location, {servers.regions[region]}."
        raise ConfigError(source, f"is that of {other!r}, but the API server is that of {region!r}", remedy, value=url)
    return DataServer(url, servers.auth_header, servers.auth_prefix)


def _key(vendor: VendorConfig, given: str | None, env: Mapping[str, str]) -> str:
    source, key = (vendor.key_argument, given) if given is not None else (vendor.key_env, env.get(vendor.key_env))
    if key is None:
        remedy = f"Pass {vendor.key_argument}=, or set the environment variable {vendor.key_env}."
        raise ConfigError(vendor.key_argument, f"is missing: {vendor.name} needs an API key", remedy)
    remedy = f"Copy the key again from {vendor.name}, without quotes, spaces or line ends."
    if not isinstance(key, str):
        raise ConfigError(source, f"is not text but {type(key).__name__}", remedy)
    if not key.strip():
        raise ConfigError(source, "is empty", remedy)
    if any(char.isspace() for char in key):
        raise ConfigError(source, "has a space or a line end in it", remedy)
    if not (key.isascii() and key.isprintable()):
        raise ConfigError(source, "has a character in it that no key has", remedy)
    return key


def _base_url(
    vendor: VendorConfig, region: str | None, base_url: str | None, env: Mapping[str, str]
) -> tuple[str, str | None]:
    if base_url is not None:
        return check_url(base_url, vendor.host_argument), region
    host = env.get(vendor.host_env) if vendor.host_env else None
    if region is None and host and vendor.host_env:
        # The vendors' own tools take a bare host name too.
        whole = host if "://" in host else f"https://{host}"
        return check_url(whole, vendor.host_env).removesuffix(vendor.prefix).rstrip("/") + vendor.prefix, None
    source = vendor.region_argument
    if region is None and vendor.region_env and env.get(vendor.region_env):
        source, region = vendor.region_env, env[vendor.region_env]
    region = vendor.default_region if region is None else region
    if region not in vendor.regions:
        known = ", ".join(vendor.regions)
        remedy = f"Use one of: {known}; or give {vendor.host_argument}= for another host."
        raise ConfigError(source, f"is {region!r}, which is no region of {vendor.name}", remedy, value=str(region))
    return vendor.regions[region].rstrip("/") + vendor.prefix, region


def check_url(url: str, field_name: str) -> str:
    """A usable http(s) URL without its trailing slash.

    Warns (`InsecureTransport`) where it is not encrypted and not on this machine.

    Raises:
        ConfigError: it is not one.
    """
    remedy = "Give a URL such as https://example.com/api/v2."
    if not isinstance(url, str):
        raise ConfigError(field_name, f"is not text but {type(url).__name__}", remedy)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ConfigError(field_name, "is not a URL", remedy) from None
    if "@" in parts.netloc:
        remedy = "Leave user name and password out; the key goes into its own setting."
        raise ConfigError(field_name, "has a user name or password in it", remedy)
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise ConfigError(field_name, "is not an http or https URL", remedy, value=url)
    if parts.query or parts.fragment or "?" in url or "#" in url:
        raise ConfigError(field_name, "has a query or a fragment", "Leave out what follows '?' or '#'.")
    if any(char.isspace() or not char.isprintable() or char == "\\" for char in url):
        raise ConfigError(field_name, "has a space, backslash or unprintable character in it", remedy, value=url)
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        text = f"{field_name} is {url}: the API key will travel unencrypted. Use https where the server has it."
        warnings.warn(text, InsecureTransport, stacklevel=4)
    return url.rstrip("/")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by name or address.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("::1"), is_loopback("example.com")
    (True, True, True, False)
    """
    if host == "localhost" or host.endswith(".localhost"):
        return True
    from ipaddress import ip_address

    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
