# Two commands for a fresh machine: `make brief` and `make test`. Both are quick when run again.
# uv is used where it is installed; otherwise python3 with venv and pip.

VENV := .venv
PYTHON ?= python3
PY := $(VENV)/bin/python
UV := $(shell command -v uv 2>/dev/null)
SEED := seeds/000_5e4f01ce9f475515.txt
SOURCES := pyproject.toml

.PHONY: brief test check clean

brief: $(VENV)/.local
	$(VENV)/bin/summariser model pull
	$(VENV)/bin/summariser brief $(SEED) --out out/

test: $(VENV)/.dev
	$(PY) tests/provision.py
	$(PY) -m pytest

check: $(VENV)/.dev
	$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(VENV)/bin/mypy && $(VENV)/bin/lint-imports

clean:
	rm -rf $(VENV) out build dist *.egg-info

$(VENV)/bin/python:
ifdef UV
	$(UV) venv --quiet --seed --python ">=3.11" $(VENV)
else
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "summariser needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
endif

define install
	$(if $(UV),$(UV) pip install --quiet --python $(PY),$(PY) -m pip install --quiet --disable-pip-version-check) -e ".[$(1)]"
	@touch $@
endef

$(VENV)/.local: $(SOURCES) | $(VENV)/bin/python
	$(call install,local)

$(VENV)/.dev: $(SOURCES) | $(VENV)/bin/python
	$(call install,dev)
	@touch $(VENV)/.local
