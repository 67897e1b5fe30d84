# What a person types. Every target makes its own .venv first; nothing else has to be installed than Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test generate check contract bench pin clean

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "bireme needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another one: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

demo: $(READY) ## start the emulator, export widgets as rows and files, stop it
	@$(BIN)/python docs/demo.py

test: $(READY) ## all tests, as CI runs them
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(ARGS)

generate: $(READY) ## specs -> bundles and clients (committed; twice gives no diff)
	@$(BIN)/python -m generator all
	@$(BIN)/python docs/migration_page.py

check: $(READY) ## lint, formatting, types, layers, and that generated code is up to date
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy --strict tests/types/user_program.py
	@$(BIN)/pyright
	@$(BIN)/lint-imports
	@$(BIN)/python -m generator all --check
	@$(BIN)/python docs/migration_page.py --check

contract: $(READY) ## schemathesis, deeper and random: make contract N=200 SEED=7 API=cluvio_eu (of both: one or several)
	@$(BIN)/python -m tests.contract.deep --cases $(or $(N),100) $(if $(SEED),--seed $(SEED)) $(if $(API),--api $(API))

bench: $(READY) ## ratios measured side by side in one run
	@$(BIN)/python -m bench

pin: $(READY) ## pin the development requirements anew, with hashes and without an index
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev --generate-hashes --no-emit-index-url \
		--no-emit-package bireme --custom-compile-command "make pin" --output-file requirements/dev.txt pyproject.toml
	@echo holistics==0.0a11 | $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --prerelease allow --generate-hashes \
		--no-emit-index-url --custom-compile-command "make pin" --output-file requirements/vendor-holistics.txt -

clean: ## remove what the targets above made
	rm -rf $(VENV) demo-output .mypy_cache .ruff_cache .pytest_cache .hypothesis
