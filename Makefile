# `make` alone lists the commands. Needs Python 3.11 to 3.13, make and git; Windows: see README.md.

BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# tests/conftest.py says how many processes that is.
ON_ALL_CORES := --numprocesses=auto --dist=loadfile
LOCK := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-annotate --upgrade

.PHONY: help setup demo test coverage stores spark check format docs picture bench lock chromium typescript

help:           ## this list
	@sed -n 's/^\([a-z]*\):.*## *\(.*\)/make \1\t\2/p' Makefile | expand -t 16

setup: .venv/installed          ## a .venv from the lock, with the graphkit command in .venv/bin

demo: setup                     ## two articles, the whole way, into the folder demo
	@$(BIN)/graphkit demo

test: .venv/installed-dev chromium typescript   ## every test, on a real Neo4j and a real Chromium where they can be had
	@$(BIN)/python -m pytest $(ON_ALL_CORES)

stores: .venv/installed-dev    ## the stores at length: a thousand random queries, fifty writers killed on each store
	@GRAPHKIT_FUZZ_QUERIES=1000 GRAPHKIT_KILLS=50 $(BIN)/python -m pytest tests/stores tests/queries tests/ledger

spark: .venv/installed-dev     ## Spark at length: the development corpus five hundred times over on two workers
	@GRAPHKIT_SPARK_TIMES=500 $(BIN)/python -m pytest tests/spark

coverage: .venv/installed-dev chromium typescript   ## which lines and branches no test takes; fails under 90 %
	@$(BIN)/coverage run -m pytest $(ON_ALL_CORES)
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

check: .venv/installed-dev      ## format, lint, strict types and spelling
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/codespell

format: .venv/installed-dev     ## mend format and lint
	@$(BIN)/ruff format
	@$(BIN)/ruff check --fix

docs: .venv/installed-dev       ## the documentation as a site, into site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

picture: .venv/installed-dev chromium   ## the picture of the README anew
	@$(BIN)/python docs/picture.py

# Those of others' corpora and tools need what has to be fetched first: see benchmarks/polnear.py and corenlp.py.
bench: .venv/installed-dev      ## what the benchmarks measure on this machine
	@for benchmark in $(filter-out benchmarks/polnear.py benchmarks/corenlp.py,$(wildcard benchmarks/*.py)); do echo "$$benchmark"; $(BIN)/python $$benchmark || exit 1; done

lock: .venv/installed-dev       ## the lock files anew, from pyproject.toml
	@$(LOCK) pyproject.toml -o requirements.lock
	@$(LOCK) --group pyproject.toml:build -c requirements.lock -o requirements-build.lock
	@$(LOCK) pyproject.toml --group pyproject.toml:dev -c requirements.lock -c requirements-build.lock \
		-o requirements-dev.lock

.venv/bin/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then \
			echo "Making .venv with $$($$python --version)"; exec $$python -m venv .venv; \
		fi; \
	done; \
	echo "No Python 3.11, 3.12 or 3.13 with venv found; install one (Debian: apt install python3 python3-venv)." >&2; \
	exit 1

.venv/installed: requirements.lock requirements-build.lock pyproject.toml | .venv/bin/python
	@echo "Installing what requirements.lock names"
	@$(PIP_INSTALL) --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/installed-dev: requirements-dev.lock .venv/installed
	@echo "Installing what requirements-dev.lock names"
	@$(PIP_INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# The tests of the network page need a browser; where apt may not install one they skip and say so.
chromium:
	@for name in "$$GRAPHKIT_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable chrome; do \
		if [ -n "$$name" ] && command -v "$$name" >/dev/null; then exit 0; fi; \
	done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing chromium"; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get -qq update && apt-get -qq install --no-install-recommends chromium >/dev/null || true; \
	fi

# The type check of the page's script, at the version in package-lock.json; without npm it is skipped and said so.
typescript: node_modules/.package-lock.json

node_modules/.package-lock.json: package-lock.json
	@if command -v npm >/dev/null; then \
		echo "Installing what package-lock.json names"; \
		npm ci --silent --no-audit --no-fund --ignore-scripts && touch $@ || true; \
	fi
