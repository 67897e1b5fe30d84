"""What bireme costs, as ratios: each figure stands beside its counterpart, measured in turns within one run.

`python -m bench` (or `make bench`) prints the table, `python -m bench NAME...` some of it, `--list` the names,
`--json FILE` keeps every single measurement, `--quick` is a small run that only shows that all of it works.
"""
