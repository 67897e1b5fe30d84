"""What a user writes first. `make check` holds it to mypy --strict and pyright; `test_user_program.py` runs it."""

from bireme import Holistics

with Holistics() as h:
    print(h.users.me().email, [dashboard.title for dashboard in h.dashboards.iter()])
    print(h.export_widget(4175, filters=["2336 is UA"]).to_arrow().num_rows)
