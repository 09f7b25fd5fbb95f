# Two commands for a newcomer: make review, make test. Everything else is for those who work on the project.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKSPACE ?= data/example
NOISE := metadata.language_info metadata.widgets metadata.papermill cell.metadata.execution cell.metadata.papermill
OUT ?= out

.DEFAULT_GOAL := help
.PHONY: help review test test-browser lab notebooks coverage formats reference mutations lint lock clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; set PYTHON=... to point at one."; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

review: $(VENV)/.installed ## Make the annual review of the example data (or WORKSPACE=..., OUT=...)
	$(BIN)/alliance review $(WORKSPACE) --out $(OUT)

test: $(VENV)/.installed ## Run every test, notebooks included
	$(BIN)/python -m pytest -n 2 --dist loadgroup
	$(BIN)/python -m pytest -n 2 --dist loadscope --nbval-lax --nbval-current-env -p no:cacheprovider notebooks

test-browser: $(VENV)/.installed ## Look at pages, slides and PDFs in a real Chromium, if there is one
	$(BIN)/python -m pytest -m browser tests/browser

lab: $(VENV)/.installed ## Open JupyterLab on the notebooks
	$(BIN)/jupyter lab --LabApp.news_url=None --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate notebooks/00-start-here.ipynb

notebooks: $(VENV)/.installed ## Run all notebooks again and keep their checked results
	$(BIN)/jupyter execute --inplace --kernel_name=python3 notebooks/*.ipynb
	$(BIN)/nbstripout --keep-count --drop-empty-cells --extra-keys "$(NOISE)" notebooks/*.ipynb

coverage: $(VENV)/.installed ## Print how often the intervals hold the truth, by simulation
	$(BIN)/python -m benchmarks.coverage

formats: $(VENV)/.installed ## Read the real exports of a folder and compare with what is known of them (EXPORTS=DIR)
	$(BIN)/python -m benchmarks.formats $(EXPORTS)

reference: $(VENV)/.installed ## Hold every statistic against a folder of reference values (REFERENCE=...)
	$(BIN)/python -m benchmarks.reference $(REFERENCE)

mutations: $(VENV)/.installed ## Damage exports ten thousand times, and look for a wrong number
	$(BIN)/python -m benchmarks.mutations --count 10000

lint: $(VENV)/.installed ## Format, lint, types, and the import ladder
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: ## Pin all dependencies with their hashes (needs uv)
	uv pip compile pyproject.toml --extra test --universal --generate-hashes --no-header --no-annotate --quiet -o requirements.lock

clean: ## Take away what can be made again
	rm -rf $(VENV) $(OUT) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
