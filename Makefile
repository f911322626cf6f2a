# The only door to the project's tasks. `make check` is what must pass.

PYTHON ?= python3
BIN ?= .venv/bin

.PHONY: setup check format lint types imports rulebook test packaging examples pictures benchmark

setup:
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'

check: format lint types imports rulebook test packaging

format:
	$(BIN)/ruff format --check .

lint:
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

rulebook:
	$(BIN)/vendorcheck rules validate
	$(BIN)/vendorcheck rules test
	$(BIN)/vendorcheck rules docs --check

test:
	$(BIN)/pytest -q

packaging:
	$(BIN)/pytest -q tests/packaging

examples:
	$(BIN)/vendorcheck rules docs
	UPDATE_EXAMPLES=1 $(BIN)/pytest -q tests/examples tests/docs

# The pictures of the README; those of the page want Chromium, which the screenshots in docs/decisions/0030 tell of.
pictures:
	SOURCE_DATE_EPOCH=1795219200 $(BIN)/python tools/terminal_picture.py examples/bom.csv docs/pictures/report.svg \
	  --profile us-federal --as-of 2026-11-21

# In an environment with the wheel: an editable install reads YAML at every start.
benchmark:
	$(PYTHON) -m venv .benchmark
	.benchmark/bin/pip install --quiet --force-reinstall .
	.benchmark/bin/python benchmarks/measure.py
