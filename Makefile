# Everything a newcomer needs: `make run` and `make test`. The rest is for those who stay.

SHELL := /bin/bash
PY := .venv/bin/python
# Each core takes one file after the other. `make test ARGS=-n0` runs in one process.
PYTEST := $(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder
CATALOGUE := herning_pwa/translations
export PYTHON ?= python3
# `make` is for development: the invented families are there. Production starts `herning serve`.
export HERNING_DEMO ?= 1

.PHONY: help run build test search lint matrix lighthouse screenshots bench-db bench-meeting bench-feed bench-round bench-pwa bench-start bench-sign-in bench-revocation chaos catalogue lock install install-test clean

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: build  ## the app with demo families on http://localhost:3000 (PORT changes it)
	@$(PY) -m herning_pwa.cli migrate
	@$(PY) -m herning_pwa.cli demo
	@exec $(PY) -m herning_pwa.cli serve

build: install  ## the pages, when a source changed
	@$(PY) -m herning_pwa.build

test: install-test  ## every test
	@.ci/browser
	@.ci/postgres
	@$(PY) -m herning_pwa.build
	@$(PYTEST) $(ARGS)

search: install-test  ## what is left to chance: new examples, SEARCH times as many as in the gate
	@.ci/postgres
	@SEARCH=$(or $(SEARCH),10) $(PYTEST) -m hypothesis $(ARGS)

lint: install-test  ## style, types, walls between rooms, the catalogue, the migrations
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PY) -m pytest -q tests/walls/test_catalogue.py
	@.ci/postgres
	@$(PY) .ci/migrations.py

matrix: install-test  ## who may see and do what: docs/MATRIX.md, and every cell run
	@$(PY) -m tests.walls.matrix.document
	@.ci/postgres
	@$(PY) -m herning_pwa.build
	@$(PYTEST) -q tests/walls/matrix

lighthouse: install-test  ## speed and accessibility of the main pages, as a phone sees them
	@.ci/browser
	@$(PY) -m herning_pwa.build
	@$(PY) -m tests.bench.lighthouse

screenshots: install-test  ## the pictures in the README and before the app is installed, from the demo families
	@.ci/browser
	@$(PY) -m herning_pwa.build
	@$(PY) -m tests.bench.screenshots

bench-db: install-test  ## SQL statements and time of each page, with 200 and 20,000 goals
	@.ci/postgres
	@$(PY) -m tests.bench.db

bench-feed: install-test  ## time and SQL statements of a calendar of 500 meetings
	@.ci/postgres
	@$(PY) -m tests.bench.feed

bench-round: install-test  ## taps and seconds to say how three goals go, in a browser
	@.ci/browser
	@$(PY) -m herning_pwa.build
	@$(PY) -m tests.bench.round

bench-meeting: install-test  ## SQL statements and time of a meeting with 12 goals, 8 people, 200 entries
	@.ci/postgres
	@$(PY) -m tests.bench.meeting

bench-sign-in: install-test  ## time of the refusal for known and for unknown people
	@$(PY) -m tests.bench.sign_in

bench-revocation: install-test  ## time until somebody who is taken out of a circle is out
	@$(PY) -m tests.bench.revocation

chaos: install-test  ## does a word get lost when the line is cut and the server killed? 10,000 entries
	@.ci/postgres
	@$(PY) -m herning_pwa.build
	@$(PY) -m tests.faults.chaos

bench-pwa: install-test  ## seconds to the first and second visit on slow 4G, and without a server
	@.ci/browser
	@$(PY) -m herning_pwa.build
	@$(PY) -m tests.bench.pwa

bench-start: install-test  ## seconds to the first answer of `make run`, cold and warm
	@$(PY) -m tests.bench.start

catalogue: install-test  ## the sentences of the code into the Danish catalogue; new ones wait for their Danish
	@.venv/bin/pybabel -q extract --omit-header --no-location --sort-output -F babel.cfg \
		-o $(CATALOGUE)/messages.pot herning_pwa
	@.venv/bin/pybabel -q update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date \
		-w 100 -l da -i $(CATALOGUE)/messages.pot -d $(CATALOGUE)

lock: install-test  ## pin the newest allowed Python packages, with hashes
	@.ci/lock

install:
	@.ci/install requirements.lock

install-test:
	@.ci/install requirements-test.lock

clean:  ## remove what was installed and built; the database in var/ stays
	rm -rf .venv .web .states
