"""Turn results into files for people: Excel workbooks, and charts as PDF or PNG."""

from bireme_emulator.kernel.render.board import board_spec
from bireme_emulator.kernel.render.charts import chart_rows, chart_spec
from bireme_emulator.kernel.render.errors import RenderError
from bireme_emulator.kernel.render.lettering import clean
from bireme_emulator.kernel.render.page import Page, dashboard_svg, report_svg
from bireme_emulator.kernel.render.pool import RenderPool
from bireme_emulator.kernel.render.style import shown
from bireme_emulator.kernel.render.themes import theme
from bireme_emulator.kernel.render.tiles import Finding, Notice, Tile
from bireme_emulator.kernel.render.xlsx import write_workbook, write_xlsx

__all__ = [
    "Finding",
    "Notice",
    "Page",
    "RenderError",
    "RenderPool",
    "Tile",
    "board_spec",
    "chart_rows",
    "chart_spec",
    "clean",
    "dashboard_svg",
    "report_svg",
    "shown",
    "theme",
    "write_workbook",
    "write_xlsx",
]
