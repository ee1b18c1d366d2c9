# Two commands for everybody: `make report` and `make test`. CI also runs `make check`.
# PYTHON picks the interpreter (3.11 or newer), VENV where the virtual environment lives.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help report test check scores labelled bench faults fuzz hostile notebook outputs pictures clean

help:  ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## / - /'

$(VENV)/.created:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimgraph needs Python 3.11 or newer; say make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	touch $@

$(VENV)/.package: pyproject.toml | $(VENV)/.created
	$(BIN)/python -m pip install --quiet -e .
	touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.created
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@ $(VENV)/.package

$(VENV)/.notebook: pyproject.toml | $(VENV)/.created
	$(BIN)/python -m pip install --quiet -e '.[notebook]'
	touch $@ $(VENV)/.package

report: $(VENV)/.package  ## the disputed-claims report on the articles in data/
	$(BIN)/claimgraph report data --format html -o report.html
	$(BIN)/claimgraph report data --format md -o report.md
	@echo 'Open report.html in a browser; report.md is the same report as plain text.'

# Compiled tests are kept, whatever the shell says: compiling them anew takes as long as collecting them.
test: $(VENV)/.dev  ## the test suite
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal -q

check: $(VENV)/.dev  ## formatting, lint, types, import direction, known weaknesses
	$(BIN)/ruff format --check claimgraph tests scripts
	$(BIN)/ruff check claimgraph tests scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bandit -q -r claimgraph -c pyproject.toml
	$(BIN)/python scripts/audit.py

# Short forms of these three run with the tests. CI takes FUZZ=5000, a night FUZZ=100000.
KILLS ?= 60
FUZZ ?= 5000
ARTICLES ?=
CLAIMS ?= 20000

faults: $(VENV)/.dev  ## processes killed, disks full, files locked: KILLS at random, at a statement and at a write
	CLAIMGRAPH_KILLS=$(KILLS) $(BIN)/python -m pytest -q tests/faults

fuzz: $(VENV)/.dev  ## FUZZ mutated articles, of ARTICLES (a folder) too, none of which may break anything
	CLAIMGRAPH_FUZZ=$(FUZZ) CLAIMGRAPH_FUZZ_ARTICLES=$(ARTICLES) $(BIN)/python -m pytest -n auto --dist worksteal -q tests/fuzz

hostile: $(VENV)/.dev  ## hostile articles through every output, in a browser, a spreadsheet and the readers of each format
	$(BIN)/python -m pytest -q tests/hostile tests/report/test_csvs.py tests/report/test_browser.py tests/graph tests/read/test_fenced.py

labelled: $(VENV)/.package  ## how much is found of the invented stories; ARGS="--half learnt" for those learnt from
	$(BIN)/python scripts/labelled.py $(ARGS)

scores: $(VENV)/.package  ## how much of data/gold.json is found; ARGS='--save FILE' or '--against FILE' to compare
	$(BIN)/python scripts/scores.py $(ARGS)

bench: $(VENV)/.dev  ## speed and memory as ratios; questions on CLAIMS statements (docs/speed.md)
	$(BIN)/python tests/benchmarks/ratios.py $(ARGS)
	$(BIN)/python tests/benchmarks/queries.py --claims $(CLAIMS)

notebook: $(VENV)/.notebook  ## open the worked analysis in JupyterLab
	$(BIN)/jupyter lab notebooks/explore.ipynb

outputs: $(VENV)/.dev  ## run the notebook and write its outputs back, clean
	$(BIN)/python scripts/run_notebook.py

pictures: $(VENV)/.dev  ## make the pictures of the documentation again (needs chromium)
	$(BIN)/python scripts/make_pictures.py

clean:  ## remove the virtual environment and the reports
	rm -rf $(VENV) report.html report.md
