"""The values of AttributeInputType."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class AttributeInputType(OpenStrEnum):
    """Where the values of an attribute come from: `manual` from the entry itself, `inherit` from the
    groups of the user, `all` means every value there is.

    A value that is not listed is kept: see `is_known`.
    """

    MANUAL = "manual"
    INHERIT = "inherit"
    ALL = "all"
