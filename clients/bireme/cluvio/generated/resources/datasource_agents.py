"""DatasourceAgents: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bireme._wire import UNSET, AsyncSender, RawResponse, Sender, Unset, _records

if TYPE_CHECKING:
    from ..models.datasource_agent_collection import DatasourceAgentCollection
    from ..models.datasource_agent_creation import DatasourceAgentCreation
    from ..models.datasource_agent_document import DatasourceAgentDocument
    from ..models.datasource_agent_include import DatasourceAgentInclude
    from ..models.datasource_agent_update import DatasourceAgentUpdate
    from ..models.datasource_agent_with_secret_document import DatasourceAgentWithSecretDocument
    from ..records.datasource_agent import DatasourceAgent
    from ..records.datasource_agent_with_secret import DatasourceAgentWithSecret


class DatasourceAgents:
    """Programs beside a database that connect out to Cluvio."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDatasourceAgents:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDatasourceAgents(self._sender)

    def list(self, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> builtins.list[DatasourceAgent]:
        """List all agents.

        Lists all agents with the state of their connections, in one reply.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            The agents.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasource_agents.list()

        Notes:
            GET /datasource_agents. Needs one of the permissions view_datasources, manage_datasources.
            Evidence: documented: Vendor page, Datasources: List Datasource Agents.
        """
        from ..api.datasource_agents import list_datasource_agents as _operation
        from ..records.datasource_agent import DatasourceAgent

        _reply = self._sender.send(_operation.request(include=include))
        return DatasourceAgent.all_of(_reply)

    def create(self, *, name: str, enabled: bool | Unset = UNSET) -> DatasourceAgentWithSecret:
        """Register an agent.

        Registers an agent: a program that runs beside a database and connects out to Cluvio, so that no
        port has to be opened. The reply holds `secret_key`, which goes into the agent's configuration and
        is never shown again. Once the agent has connected, give it to datasources with `updateDatasource`.

        Args:
            name: Name of the agent.
            enabled: Whether the agent may connect. Disabling it ends a connection that is open.

        Returns:
            The agent with its secret, which is not shown again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasource_agents.create(name='Hangar')

        Notes:
            POST /datasource_agents. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Create Datasource Agent.
        """
        from ..api.datasource_agents import create_datasource_agent as _operation
        from ..records.datasource_agent_with_secret import DatasourceAgentWithSecret

        _body = _records.body(
            {
                "name": name,
                "enabled": enabled,
            },
            {},
        )
        _reply = self._sender.send(_operation.request(body=_body))
        return DatasourceAgentWithSecret.of(_reply)

    def get(self, id: str, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> DatasourceAgent:
        """Read one agent.

        Returns an agent with the state of its connection. `version` and `address` are the last ones seen
        while it is not connected.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            The agent.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasource_agents.get('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')

        Notes:
            GET /datasource_agents/{id}. Needs one of the permissions view_datasources, manage_datasources.
            Evidence: documented: Vendor page, Datasources: Get Datasource Agent.
        """
        from ..api.datasource_agents import get_datasource_agent as _operation
        from ..records.datasource_agent import DatasourceAgent

        _reply = self._sender.send(_operation.request(id, include=include))
        return DatasourceAgent.of(_reply)

    def delete(self, id: str) -> None:
        """Delete an agent.

        Deletes an agent for good. Refused with 422 while a datasource connects through it.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasource_agents.delete('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')

        Notes:
            DELETE /datasource_agents/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Delete Datasource Agent.
        """
        from ..api.datasource_agents import delete_datasource_agent as _operation

        return self._sender.send(_operation.request(id))

    def update(self, id: str, *, name: str | Unset = UNSET, enabled: bool | Unset = UNSET) -> DatasourceAgent:
        """Change an agent.

        Renames an agent, or allows or forbids it to connect; forbidding ends a connection that is open. The
        key needs Manage Datasources for every datasource that connects through the agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            name: Name of the agent.
            enabled: Whether the agent may connect. Disabling it ends a connection that is open.

        Returns:
            The agent.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            c.datasource_agents.update('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg', enabled=False)

        Notes:
            PATCH /datasource_agents/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Update Datasource Agent.
        """
        from ..api.datasource_agents import update_datasource_agent as _operation
        from ..records.datasource_agent import DatasourceAgent

        _body = _records.body(
            {
                "name": name,
                "enabled": enabled,
            },
            {},
        )
        _reply = self._sender.send(_operation.request(id, body=_body))
        return DatasourceAgent.of(_reply)


class RawDatasourceAgents:
    """DatasourceAgents with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> RawResponse[DatasourceAgentCollection]:
        """List all agents.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentCollection.

        Example:
            reply = c.datasource_agents.with_raw_response.list()
        """
        from ..api.datasource_agents import list_datasource_agents as _operation

        return self._sender.send_raw(_operation.request(include=include))

    def create(
        self, *, body: DatasourceAgentCreation | Mapping[str, Any]
    ) -> RawResponse[DatasourceAgentWithSecretDocument]:
        """Register an agent.

        Args:
            body: Request that creates an agent.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentWithSecretDocument.

        Example:
            reply = c.datasource_agents.with_raw_response.create(body={'data': {'attributes': {'name': 'Hangar'}}})
        """
        from ..api.datasource_agents import create_datasource_agent as _operation

        return self._sender.send_raw(_operation.request(body=body))

    def get(
        self, id: str, *, include: DatasourceAgentInclude | str | Unset = UNSET
    ) -> RawResponse[DatasourceAgentDocument]:
        """Read one agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentDocument.

        Example:
            reply = c.datasource_agents.with_raw_response.get('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')
        """
        from ..api.datasource_agents import get_datasource_agent as _operation

        return self._sender.send_raw(_operation.request(id, include=include))

    def delete(self, id: str) -> RawResponse[None]:
        """Delete an agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = c.datasource_agents.with_raw_response.delete('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')
        """
        from ..api.datasource_agents import delete_datasource_agent as _operation

        return self._sender.send_raw(_operation.request(id))

    def update(
        self, id: str, *, body: DatasourceAgentUpdate | Mapping[str, Any]
    ) -> RawResponse[DatasourceAgentDocument]:
        """Change an agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            body: Request that changes an agent.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentDocument.

        Example:
            reply = c.datasource_agents.with_raw_response.update('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg', body={'data': {'attributes': {'enabled': False}}})
        """
        from ..api.datasource_agents import update_datasource_agent as _operation

        return self._sender.send_raw(_operation.request(id, body=body))


class AsyncDatasourceAgents:
    """Programs beside a database that connect out to Cluvio."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDatasourceAgents:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDatasourceAgents(self._sender)

    async def list(self, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> builtins.list[DatasourceAgent]:
        """List all agents.

        Lists all agents with the state of their connections, in one reply.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            The agents.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasource_agents.list()

        Notes:
            GET /datasource_agents. Needs one of the permissions view_datasources, manage_datasources.
            Evidence: documented: Vendor page, Datasources: List Datasource Agents.
        """
        from ..api.datasource_agents import list_datasource_agents as _operation
        from ..records.datasource_agent import DatasourceAgent

        _reply = await self._sender.send(_operation.request(include=include))
        return DatasourceAgent.all_of(_reply)

    async def create(self, *, name: str, enabled: bool | Unset = UNSET) -> DatasourceAgentWithSecret:
        """Register an agent.

        Registers an agent: a program that runs beside a database and connects out to Cluvio, so that no
        port has to be opened. The reply holds `secret_key`, which goes into the agent's configuration and
        is never shown again. Once the agent has connected, give it to datasources with `updateDatasource`.

        Args:
            name: Name of the agent.
            enabled: Whether the agent may connect. Disabling it ends a connection that is open.

        Returns:
            The agent with its secret, which is not shown again.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasource_agents.create(name='Hangar')

        Notes:
            POST /datasource_agents. Needs one of the permissions manage_datasources. Evidence: documented:
            Vendor page, Datasources: Create Datasource Agent.
        """
        from ..api.datasource_agents import create_datasource_agent as _operation
        from ..records.datasource_agent_with_secret import DatasourceAgentWithSecret

        _body = _records.body(
            {
                "name": name,
                "enabled": enabled,
            },
            {},
        )
        _reply = await self._sender.send(_operation.request(body=_body))
        return DatasourceAgentWithSecret.of(_reply)

    async def get(self, id: str, *, include: DatasourceAgentInclude | str | Unset = UNSET) -> DatasourceAgent:
        """Read one agent.

        Returns an agent with the state of its connection. `version` and `address` are the last ones seen
        while it is not connected.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            The agent.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasource_agents.get('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')

        Notes:
            GET /datasource_agents/{id}. Needs one of the permissions view_datasources, manage_datasources.
            Evidence: documented: Vendor page, Datasources: Get Datasource Agent.
        """
        from ..api.datasource_agents import get_datasource_agent as _operation
        from ..records.datasource_agent import DatasourceAgent

        _reply = await self._sender.send(_operation.request(id, include=include))
        return DatasourceAgent.of(_reply)

    async def delete(self, id: str) -> None:
        """Delete an agent.

        Deletes an agent for good. Refused with 422 while a datasource connects through it.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.

        Returns:
            It is gone.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasource_agents.delete('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')

        Notes:
            DELETE /datasource_agents/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Delete Datasource Agent.
        """
        from ..api.datasource_agents import delete_datasource_agent as _operation

        return await self._sender.send(_operation.request(id))

    async def update(self, id: str, *, name: str | Unset = UNSET, enabled: bool | Unset = UNSET) -> DatasourceAgent:
        """Change an agent.

        Renames an agent, or allows or forbids it to connect; forbidding ends a connection that is open. The
        key needs Manage Datasources for every datasource that connects through the agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            name: Name of the agent.
            enabled: Whether the agent may connect. Disabling it ends a connection that is open.

        Returns:
            The agent.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await c.datasource_agents.update('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg', enabled=False)

        Notes:
            PATCH /datasource_agents/{id}. Needs one of the permissions manage_datasources. Evidence:
            documented: Vendor page, Datasources: Update Datasource Agent.
        """
        from ..api.datasource_agents import update_datasource_agent as _operation
        from ..records.datasource_agent import DatasourceAgent

        _body = _records.body(
            {
                "name": name,
                "enabled": enabled,
            },
            {},
        )
        _reply = await self._sender.send(_operation.request(id, body=_body))
        return DatasourceAgent.of(_reply)


class AsyncRawDatasourceAgents:
    """AsyncDatasourceAgents with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(
        self, *, include: DatasourceAgentInclude | str | Unset = UNSET
    ) -> RawResponse[DatasourceAgentCollection]:
        """List all agents.

        Args:
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentCollection.

        Example:
            reply = await c.datasource_agents.with_raw_response.list()
        """
        from ..api.datasource_agents import list_datasource_agents as _operation

        return await self._sender.send_raw(_operation.request(include=include))

    async def create(
        self, *, body: DatasourceAgentCreation | Mapping[str, Any]
    ) -> RawResponse[DatasourceAgentWithSecretDocument]:
        """Register an agent.

        Args:
            body: Request that creates an agent.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentWithSecretDocument.

        Example:
            reply = await c.datasource_agents.with_raw_response.create(body={'data': {'attributes': {'name': 'Hangar'}}})
        """
        from ..api.datasource_agents import create_datasource_agent as _operation

        return await self._sender.send_raw(_operation.request(body=body))

    async def get(
        self, id: str, *, include: DatasourceAgentInclude | str | Unset = UNSET
    ) -> RawResponse[DatasourceAgentDocument]:
        """Read one agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            include: Related objects to return in `included`. One value; whether the server takes several,
                separated by commas, is not known. One of datasources.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentDocument.

        Example:
            reply = await c.datasource_agents.with_raw_response.get('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')
        """
        from ..api.datasource_agents import get_datasource_agent as _operation

        return await self._sender.send_raw(_operation.request(id, include=include))

    async def delete(self, id: str) -> RawResponse[None]:
        """Delete an agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.

        Returns:
            Status, headers and body as they came; `.parse()` gives None.

        Example:
            reply = await c.datasource_agents.with_raw_response.delete('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg')
        """
        from ..api.datasource_agents import delete_datasource_agent as _operation

        return await self._sender.send_raw(_operation.request(id))

    async def update(
        self, id: str, *, body: DatasourceAgentUpdate | Mapping[str, Any]
    ) -> RawResponse[DatasourceAgentDocument]:
        """Change an agent.

        Args:
            id: Id of the agent, which is its public key: 43 characters of base64 for addresses.
            body: Request that changes an agent.

        Returns:
            Status, headers and body as they came; `.parse()` gives DatasourceAgentDocument.

        Example:
            reply = await c.datasource_agents.with_raw_response.update('lZ21oPaLUNWJbEifEhiFTaPIWlqaaZL3jxMA7L3h5Qg', body={'data': {'attributes': {'enabled': False}}})
        """
        from ..api.datasource_agents import update_datasource_agent as _operation

        return await self._sender.send_raw(_operation.request(id, body=body))
