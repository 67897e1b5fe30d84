"""DataTransforms: the operations of one tag as methods, blocking and asynchronous, typed or raw."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from bireme._wire import AsyncSender, RawResponse, Sender

if TYPE_CHECKING:
    from ..models.data_transform import DataTransform
    from ..models.submitted import Submitted


class DataTransforms:
    """Queries whose results are kept as tables."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> RawDataTransforms:
        """The same methods, giving status, headers and body beside the typed value."""
        return RawDataTransforms(self._sender)

    def list(self) -> builtins.list[DataTransform]:
        """List data transforms.

        Gives all data transforms of the workspace.

        Returns:
            The transforms.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_transforms.list()

        Notes:
            GET /data_transforms.json. Needs the permission view_data. Evidence: inferred: A third-party
            command line.
        """
        from ..api.data_transforms import data_transforms_list as _operation

        return self._sender.send(_operation.request())

    def get(self, data_transform_id: int) -> DataTransform:
        """Read a data transform.

        Gives one data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            The transform.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_transforms.get(5201)

        Notes:
            GET /data_transforms/{data_transform_id}.json. Needs the permission view_data. Evidence:
            inferred: A third-party command line.
        """
        from ..api.data_transforms import data_transforms_get as _operation

        return self._sender.send(_operation.request(data_transform_id))

    def execute(self, data_transform_id: int) -> Submitted:
        """Run a data transform.

        Starts a job that runs the query of the transform and keeps the result as a table.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            h.data_transforms.execute(5201)

        Notes:
            POST /data_transforms/{data_transform_id}/execute.json. Needs the permission manage_data.
            Evidence: public-reference: Older documentation pages, Data Pipeline.
        """
        from ..api.data_transforms import data_transforms_execute as _operation

        return self._sender.send(_operation.request(data_transform_id))


class RawDataTransforms:
    """DataTransforms with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    def list(self) -> RawResponse[builtins.list[DataTransform]]:
        """List data transforms.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataTransform].

        Example:
            reply = h.data_transforms.with_raw_response.list()
        """
        from ..api.data_transforms import data_transforms_list as _operation

        return self._sender.send_raw(_operation.request())

    def get(self, data_transform_id: int) -> RawResponse[DataTransform]:
        """Read a data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataTransform.

        Example:
            reply = h.data_transforms.with_raw_response.get(5201)
        """
        from ..api.data_transforms import data_transforms_get as _operation

        return self._sender.send_raw(_operation.request(data_transform_id))

    def execute(self, data_transform_id: int) -> RawResponse[Submitted]:
        """Run a data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = h.data_transforms.with_raw_response.execute(5201)
        """
        from ..api.data_transforms import data_transforms_execute as _operation

        return self._sender.send_raw(_operation.request(data_transform_id))


class AsyncDataTransforms:
    """Queries whose results are kept as tables."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @property
    def with_raw_response(self) -> AsyncRawDataTransforms:
        """The same methods, giving status, headers and body beside the typed value."""
        return AsyncRawDataTransforms(self._sender)

    async def list(self) -> builtins.list[DataTransform]:
        """List data transforms.

        Gives all data transforms of the workspace.

        Returns:
            The transforms.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_transforms.list()

        Notes:
            GET /data_transforms.json. Needs the permission view_data. Evidence: inferred: A third-party
            command line.
        """
        from ..api.data_transforms import data_transforms_list as _operation

        return await self._sender.send(_operation.request())

    async def get(self, data_transform_id: int) -> DataTransform:
        """Read a data transform.

        Gives one data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            The transform.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_transforms.get(5201)

        Notes:
            GET /data_transforms/{data_transform_id}.json. Needs the permission view_data. Evidence:
            inferred: A third-party command line.
        """
        from ..api.data_transforms import data_transforms_get as _operation

        return await self._sender.send(_operation.request(data_transform_id))

    async def execute(self, data_transform_id: int) -> Submitted:
        """Run a data transform.

        Starts a job that runs the query of the transform and keeps the result as a table.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            The job that has been accepted.

        Raises:
            ApiError: The server refuses; documented statuses are 401, 403, 404, 422, 429, 500.
            DecodeError: The reply is not what the spec says.

        Example:
            await h.data_transforms.execute(5201)

        Notes:
            POST /data_transforms/{data_transform_id}/execute.json. Needs the permission manage_data.
            Evidence: public-reference: Older documentation pages, Data Pipeline.
        """
        from ..api.data_transforms import data_transforms_execute as _operation

        return await self._sender.send(_operation.request(data_transform_id))


class AsyncRawDataTransforms:
    """AsyncDataTransforms with raw replies: each method gives a `RawResponse`."""

    __slots__ = ("_sender",)

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    async def list(self) -> RawResponse[builtins.list[DataTransform]]:
        """List data transforms.

        Returns:
            Status, headers and body as they came; `.parse()` gives list[DataTransform].

        Example:
            reply = await h.data_transforms.with_raw_response.list()
        """
        from ..api.data_transforms import data_transforms_list as _operation

        return await self._sender.send_raw(_operation.request())

    async def get(self, data_transform_id: int) -> RawResponse[DataTransform]:
        """Read a data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            Status, headers and body as they came; `.parse()` gives DataTransform.

        Example:
            reply = await h.data_transforms.with_raw_response.get(5201)
        """
        from ..api.data_transforms import data_transforms_get as _operation

        return await self._sender.send_raw(_operation.request(data_transform_id))

    async def execute(self, data_transform_id: int) -> RawResponse[Submitted]:
        """Run a data transform.

        Args:
            data_transform_id: Id of the data transform.

        Returns:
            Status, headers and body as they came; `.parse()` gives Submitted.

        Example:
            reply = await h.data_transforms.with_raw_response.execute(5201)
        """
        from ..api.data_transforms import data_transforms_execute as _operation

        return await self._sender.send_raw(_operation.request(data_transform_id))
