"""`python -m bireme.cli`: the same as the `bireme` command."""

from . import main

main()
