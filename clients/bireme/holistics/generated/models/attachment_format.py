"""The values of AttachmentFormat."""

from __future__ import annotations

from bireme._wire._decode import OpenStrEnum


class AttachmentFormat(OpenStrEnum):
    """Forms in which results go along with a mail.

    - `csv`, `xlsx`, `excel`: the rows, one file for each chart
    - `csv_formatted_data`: the rows with values written as the chart shows them
    - `excel_dashboard`: one workbook for the dashboard, a sheet for each chart
    - `pdf`, `png`: a picture

    A value that is not listed is kept: see `is_known`.
    """

    CSV = "csv"
    XLSX = "xlsx"
    EXCEL = "excel"
    PDF = "pdf"
    PNG = "png"
    EXCEL_DASHBOARD = "excel_dashboard"
    CSV_FORMATTED_DATA = "csv_formatted_data"
