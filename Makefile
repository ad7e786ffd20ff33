# make run     set up .venv, extract seeds/ to graph.ttl, look at the graph, ask it a question
# make test    set up .venv, build and install the wheel, lint, type-check, run all tests
# make lint    style and types alone
# make bench   speed against the bare spaCy pipeline
# make readme  write what README.md shows of outputs anew
# make clean   remove what these made
#
# PYTHON=python3.12 chooses another interpreter (3.11 or later).

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SOURCES := $(shell find kgx -type f -not -name '*.pyc') pyproject.toml
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.PHONY: run test lint bench readme clean

run: .venv/installed
	@echo '$$ kgx extract seeds/ -o graph.ttl'
	@$(BIN)/kgx extract seeds/ -o graph.ttl
	@echo; echo '$$ kgx stats graph.ttl'
	@$(BIN)/kgx stats graph.ttl
	@echo; echo '$$ kgx path graph.ttl "Kale Group" Brazil'
	@$(BIN)/kgx path graph.ttl "Kale Group" Brazil
	@echo; echo "$$ kgx query graph.ttl 'SELECT ?how ?what WHERE { ent:kale-group ?how ?what }'"
	@$(BIN)/kgx query graph.ttl 'SELECT ?how ?what WHERE { ent:kale-group ?how ?what }'

# the tests run against the installed wheel: pytest does not put this folder on the path
test: lint
	$(BIN)/pytest --cov --cov-report=term:skip-covered

lint: .venv/installed .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/installed
	$(BIN)/kgx bench speed seeds/

readme: .venv/installed .venv/dev
	$(BIN)/python tests/readme.py

clean:
	rm -rf .venv dist build graph.ttl .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis

dist/built: $(SOURCES) | .venv/bin/python
	@echo 'building the wheel'
	@rm -rf dist
	@$(PIP) wheel . --no-deps --wheel-dir dist
	@touch $@

.venv/installed: dist/built
	@echo 'installing it with what it needs into .venv'
	@$(PIP) install dist/*.whl
	@$(PIP) install --no-deps --force-reinstall dist/*.whl
	@touch $@

.venv/dev: pyproject.toml | .venv/installed
	@echo 'installing what the tests need'
	@$(PIP) install "$$(ls dist/*.whl)[dev]"
	@touch $@

# without the system's ensurepip (Debian's python3-venv), the system's pip fills the environment
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo 'make: no Python 3.11 or later found: say PYTHON=...' >&2; exit 1; }
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 \
	  || { $(PYTHON) -m venv --clear --without-pip .venv \
	       && $(PYTHON) -m pip -qq --python .venv/bin/python install pip; }
