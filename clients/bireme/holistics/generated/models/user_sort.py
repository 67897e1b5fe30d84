"""The values of UserSort."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class UserSort(OpenStrEnum):
    """Orders in which users can be listed.

    A value that is not listed is kept: see `is_known`.
    """

    NATURAL = "natural"
    ID_ASC = "id_asc"
    ID_DESC = "id_desc"
    NAME_ASC = "name_asc"
    NAME_DESC = "name_desc"
    INITIALS_ASC = "initials_asc"
    INITIALS_DESC = "initials_desc"
