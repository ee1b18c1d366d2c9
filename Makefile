# Two commands for everybody: `make report` and `make test`. `make check` is what CI runs besides.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: report test check notebook clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

report: $(VENV)/.installed  ## the disputed-claims report on data/
	$(BIN)/claimgraph report data --format html -o report.html
	$(BIN)/claimgraph report data --format md -o report.md
	@echo 'Open report.html in a browser; report.md is the same report as plain text.'

test: $(VENV)/.installed  ## the test suite
	$(BIN)/python -m pytest -n auto -q

check: $(VENV)/.installed  ## lint, types, import direction
	$(BIN)/ruff format --check claimgraph tests
	$(BIN)/ruff check claimgraph tests
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) report.html report.md
