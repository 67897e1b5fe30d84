"""The values of GroupSort."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class GroupSort(OpenStrEnum):
    """Orders in which groups can be listed.

    A value that is not listed is kept: see `is_known`.
    """

    NATURAL = "natural"
    ID_ASC = "id_asc"
    ID_DESC = "id_desc"
