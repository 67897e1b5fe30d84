"""Turn results into files for people: Excel workbooks, and charts as PDF or PNG."""

from bireme_emulator.kernel.render.charts import chart_rows, chart_spec
from bireme_emulator.kernel.render.errors import RenderError
from bireme_emulator.kernel.render.pool import RenderPool
from bireme_emulator.kernel.render.xlsx import write_xlsx

__all__ = ["RenderError", "RenderPool", "chart_rows", "chart_spec", "write_xlsx"]
