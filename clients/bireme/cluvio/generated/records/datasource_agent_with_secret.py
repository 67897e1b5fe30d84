"""The record DatasourceAgentWithSecret."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, ClassVar

from bireme._wire import Record

if TYPE_CHECKING:
    from ..models.datasource_agent_with_secret_attributes import DatasourceAgentWithSecretAttributes
    from .datasource import Datasource


class DatasourceAgentWithSecret(Record):
    """An agent that has just been registered as an object of JSON:API."""

    TYPE: ClassVar[str] = "datasource_agents"

    @property
    def attributes(self) -> DatasourceAgentWithSecretAttributes:
        """The attributes as they came: `UNSET` where the server left one out."""
        return self._whole("attributes").attributes  # type: ignore[no-any-return]

    @property
    def name(self) -> str:
        """Name of the agent."""
        return self._attribute("name")  # type: ignore[no-any-return]

    @property
    def secret_key(self) -> str:
        """Secret that goes into the agent's configuration. It is in this reply only; nothing gives it out a
        second time.
        """
        return self._attribute("secret_key")  # type: ignore[no-any-return]

    @property
    def agent_id(self) -> str:
        """Id that the agent itself uses."""
        return self._attribute("agent_id")  # type: ignore[no-any-return]

    @property
    def version(self) -> str | None:
        """Version of the agent's program; the last one seen while it is not connected."""
        return self._attribute("version")  # type: ignore[no-any-return]

    @property
    def address(self) -> str | None:
        """IP address that the agent connects from; the last one seen while it is not connected."""
        return self._attribute("address")  # type: ignore[no-any-return]

    @property
    def connected(self) -> bool:
        """Whether the agent holds a connection at this moment."""
        return self._attribute("connected")  # type: ignore[no-any-return]

    @property
    def active_queries(self) -> int | None:
        """Roughly how many queries run through the agent at this moment."""
        return self._attribute("active_queries")  # type: ignore[no-any-return]

    @property
    def enabled(self) -> bool:
        """Whether the agent may connect. Disabling it ends a connection that is open."""
        return self._attribute("enabled")  # type: ignore[no-any-return]

    @property
    def created_at(self) -> datetime.datetime:
        """When it was created."""
        return self._attribute("created_at")  # type: ignore[no-any-return]

    @property
    def updated_at(self) -> datetime.datetime:
        """When it was last changed."""
        return self._attribute("updated_at")  # type: ignore[no-any-return]

    @property
    def datasources(self) -> list[Datasource]:
        """Datasources that connect through the agent.

        Only named by id unless the request had include="datasources".
        """
        from .datasource import Datasource

        return self._many("datasources", Datasource)
