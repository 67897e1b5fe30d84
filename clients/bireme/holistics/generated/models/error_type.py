"""The values of ErrorType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class ErrorType(OpenStrEnum):
    """Kinds of errors. `BaseError` stands for all that have no kind of their own, such as an unknown id.

    A value that is not listed is kept: see `is_known`.
    """

    BASE = "BaseError"
    RECORD = "RecordError"
    INVALID_PARAMETER = "InvalidParameterError"
    AUTH = "AuthError"
    MAINTENANCE = "MaintenanceError"
    SUBSCRIPTION = "SubscriptionError"
    PERMISSION_DENIED = "PermissionDeniedError"
    INTERNAL = "InternalHolisticsError"
    RATE_LIMIT_EXCEEDED = "RateLimitExceedError"
    INVALID_OPERATION = "InvalidOperationError"
    INVALID_EMAILS_INVITATION = "InvalidEmailsInvitationError"
