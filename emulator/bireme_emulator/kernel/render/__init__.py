"""Turn results into files for people: Excel workbooks, and charts as PDF or PNG."""

from bireme_emulator.kernel.render.board import board_spec
from bireme_emulator.kernel.render.charts import chart_rows, chart_spec
from bireme_emulator.kernel.render.errors import RenderError
from bireme_emulator.kernel.render.pool import RenderPool
from bireme_emulator.kernel.render.style import shown
from bireme_emulator.kernel.render.xlsx import write_workbook, write_xlsx

__all__ = [
    "RenderError",
    "RenderPool",
    "board_spec",
    "chart_rows",
    "chart_spec",
    "shown",
    "write_workbook",
    "write_xlsx",
]
