# Waqai: every task a developer or a new user runs. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
export PYTHONUTF8 := 1

.PHONY: help run test check format evaluate bench lexicon gazetteer lock clean
.DEFAULT_GOAL := help

help: ## list the tasks
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(BIN)/waqai: pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing what Waqai needs into $(VENV) …"
	@$(PIP) install -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

$(VENV)/.dev: $(BIN)/waqai requirements-dev.lock
	@echo "installing what the tests and checks need …"
	@$(PIP) install -r requirements-dev.lock
	@touch $@

run: $(BIN)/waqai ## code the sample pages and show their incidents
	@$(BIN)/waqai code samples/pages/*

test: $(VENV)/.dev ## run the whole test suite
	@$(BIN)/python -m pytest

check: $(VENV)/.dev ## format, lint, types, import rules, lexicons
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/waqai lexicon check

format: $(VENV)/.dev ## format the code and mend what lint can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

evaluate: $(BIN)/waqai ## score on gold: make evaluate GOLD=gold.jsonl ARTICLES=articles.jsonl
	@$(BIN)/waqai code --jsonl $(ARTICLES) > $(VENV)/coded.jsonl
	@$(BIN)/waqai evaluate $(GOLD) $(VENV)/coded.jsonl

bench: $(VENV)/.dev ## speed of the whole way from text to reports
	@$(BIN)/python benchmarks/coder.py

lexicon: $(VENV)/.dev ## conjugate the verbs that the lexicon files name
	@$(BIN)/python tools/make_verb_forms.py

gazetteer: $(VENV)/.dev ## write the offline gazetteer anew
	@$(BIN)/python tools/make_gazetteer.py

lock: $(VENV)/.dev ## pin the newest versions that pyproject.toml allows
	@$(BIN)/uv pip compile -q --no-header --no-annotate --no-emit-index-url --python-version 3.11 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile -q --no-header --no-annotate --no-emit-index-url --python-version 3.11 --group dev pyproject.toml -c requirements.lock -o requirements-dev.lock

clean: ## remove what was installed and cached
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
