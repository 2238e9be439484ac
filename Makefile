# make help lists what can be made.
SHELL := /bin/bash
.DEFAULT_GOAL := help

SEED := seeds/000_bdbe3284323f89d4.txt
SHARED ?= ../shared
BIN := .venv/bin
STAMP := .venv/.setup-done
PYTHONS := $(or $(PYTHON),python3.11 python3.12 python3.13 python3.14 python3)

.PHONY: setup events test check bench bench-peers quality help

setup: $(STAMP) ## install waqia and its tools into .venv (again only after a change of pyproject or constraints)

$(STAMP): pyproject.toml constraints.txt
	@python=; for candidate in $(PYTHONS); do \
	  if "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	  then python="$$candidate"; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "waqia needs Python 3.11 or newer (with venv), and none was found; install it, or name it: make setup PYTHON=/path/to/python3.11" >&2; \
	  exit 1; fi; \
	[ -x $(BIN)/python ] || "$$python" -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt -e . --group dev
	@touch $@

events: setup ## read the seed article, write its event records to out/, show them
	$(BIN)/waqia extract $(SEED) -o out/
	$(BIN)/waqia explain $(SEED)

test: setup ## run the tests
	$(BIN)/python -m pytest

check: setup ## everything that continuous integration runs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/waqia lexicon check
	$(MAKE) test

bench: setup ## words a second by stage, and peak memory (SHARED=../shared has real news)
	$(BIN)/python benchmarks/speed.py --shared $(SHARED)

bench-peers: setup ## durations and dates beside other tools, each in an environment of its own under .peers/
	$(BIN)/python benchmarks/time_peers.py --shared $(SHARED) --environments .peers --make

quality: setup ## score the reference articles of SHARED=../shared
	$(BIN)/python benchmarks/quality.py --shared $(SHARED)
	$(BIN)/python benchmarks/quality_time.py --shared $(SHARED) --peers
	$(BIN)/python benchmarks/names.py --shared $(SHARED)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
