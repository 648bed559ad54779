# Waqai: every task a user or a developer runs. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
DATA ?=
ARTICLES ?= $(if $(DATA),$(DATA)/gold_articles.jsonl)
GOLD ?= $(if $(DATA),$(DATA)/gold_dev.jsonl)
PART ?= all
export PYTHONUTF8 := 1

.PHONY: help run test kill browser check format evaluate bench gold golden lexicon messages gazetteer lock clean
.DEFAULT_GOAL := help

help: ## list the tasks
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# Stamps: each is newer than what it was made from, so that a second call does nothing.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Waqai needs Python 3.11 or newer, for example: make PYTHON=python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/.run: $(VENV)/.made pyproject.toml requirements.lock
	@echo "installing what Waqai needs into $(VENV) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	@echo "installing what the tests and checks need …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

run: $(VENV)/.run ## read and code the sample pages into a store, join their reports, and show the incidents
	@$(BIN)/waqai run
	@$(BIN)/waqai incidents list

test: $(VENV)/.dev ## run the whole test suite
	@$(BIN)/python -m pytest

browser: $(VENV)/.dev ## walk the desk in Chromium, which has to be installed
	@WAQAI_BROWSER=1 $(BIN)/python -m pytest tests/waqai_desk/browser

kill: $(VENV)/.dev ## kill a run 50 times on each database (SQLite, and PostgreSQL where .ci/postgres can start it)
	@WAQAI_KILLS=50 WAQAI_TEST_POSTGRES=$$(.ci/postgres) $(BIN)/python -m pytest tests/waqai_desk/run/test_runner.py -o timeout=900

check: $(VENV)/.dev ## format, lint, types, import rules, lexicons, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/waqai lexicon check
	@$(BIN)/python -m pytest tests/repo

format: $(VENV)/.dev ## format the code and mend what lint can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

evaluate: $(VENV)/.run ## score: GOLD=gold.jsonl ARTICLES=articles.jsonl, or DATA=folder of both; PART=work|aside
	@test -n "$(GOLD)" -a -n "$(ARTICLES)" || { echo "say which: make evaluate GOLD=gold.jsonl ARTICLES=articles.jsonl" >&2; exit 2; }
	@mkdir -p build
	@$(BIN)/waqai code --jsonl "$(ARTICLES)" > build/coded.jsonl
	@$(BIN)/waqai evaluate --part $(PART) --show 10 "$(GOLD)" build/coded.jsonl

bench: $(VENV)/.dev ## speed: the coder (of the samples, or ARTICLES=), our objects and the page reader, beside others, linking
	@$(BIN)/python benchmarks/coder.py $(ARTICLES)
	@$(BIN)/python benchmarks/objects.py
	@$(BIN)/python benchmarks/reading.py 2>/dev/null
	@$(BIN)/python benchmarks/gazetteer.py
	@$(BIN)/python benchmarks/linking.py 10000 100000

gold: $(VENV)/.dev ## show where the coder differs from our own hand-coded articles
	@$(BIN)/python tests/gold_articles.py

golden: $(VENV)/.dev ## write the golden pages anew; read the difference before you commit it
	@$(BIN)/python -m pytest tests/golden --golden -p no:randomly
	@git --no-pager diff --stat -- tests/golden

lexicon: $(VENV)/.dev ## conjugate the verbs that the lexicon files name
	@$(BIN)/python tools/make_verb_forms.py

messages: $(VENV)/.dev ## bring the desk's Arabic and English catalogues up to its strings, and compile them
	@$(BIN)/python tools/make_messages.py

gazetteer: $(VENV)/.dev ## write the offline gazetteer anew
	@$(BIN)/python tools/make_gazetteer.py

LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-emit-index-url --python-version 3.11

lock: $(VENV)/.dev ## pin the newest versions that pyproject.toml allows
	@$(LOCK) --upgrade --group build pyproject.toml -o requirements.lock
	@$(LOCK) --upgrade --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove what was installed, built and cached
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
