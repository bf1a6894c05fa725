# Allt som behövs läggs i .venv här i mappen; ingenting installeras någon annanstans.

VENV := .venv
ifeq ($(OS),Windows_NT)
PYTHON ?= python
RUN := $(VENV)/Scripts/python
else
PYTHON ?= python3
RUN := $(VENV)/bin/python
endif
READY := $(VENV)/.ready
TOOLS := tests/tools/node_modules/.ready
PIP := $(RUN) -m pip --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test tools bench swarm lock clean

help:
	@echo "make demo    öppna appen på en exempelregion (build/demo)"
	@echo "make test    kör ruff, mypy och alla tester"
	@echo "make tools   hämta kontrollerna som webbsidorna prövas med (npm): axe-core och Nu"
	@echo "make bench   mät tiderna och skriv dem som kvoter"
	@echo "make swarm   låt 50 kloner synka mot varandra, och räkna vad som går förlorat (några minuter)"
	@echo "make lock    lås om beroendena efter en ändring i pyproject.toml"
	@echo "make clean   ta bort allt som make har gjort"
	@echo "En annan Python: make demo PYTHON=python3.12"

demo: $(READY)
	@$(RUN) -m tui demo build/demo

test: $(READY)
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy
	@$(RUN) -m pytest --numprocesses auto

tools: $(TOOLS)

bench: $(READY)
	@for bench in tests/bench/bench_*.py; do $(RUN) $$bench || exit 1; done

swarm: $(READY)
	@$(RUN) -m tests.end_to_end.swarm

lock: $(READY)
	@$(PIP) install uv
	@$(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--group dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf build dist tests/tools/node_modules $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

# The stamp is written last, so an interrupted set-up is taken up again the next time.
$(READY): pyproject.toml requirements.lock
	@command -v $(PYTHON) >/dev/null || \
		{ echo "$(PYTHON) finns inte; installera Python 3.11 eller nyare" >&2; exit 1; }
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || \
		{ echo "$(PYTHON) är för gammal; ange Python 3.11 eller nyare: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c "import ensurepip, venv" 2>/dev/null || \
		{ echo "$(PYTHON) saknar venv; på Debian och Ubuntu: apt install python3-venv" >&2; exit 1; }
	@echo "Gör i ordning $(VENV) (en gång) …"
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $(READY)

$(TOOLS): tests/tools/package.json tests/tools/package-lock.json
	@npm ci --prefix tests/tools --ignore-scripts --no-audit --no-fund
	@touch $(TOOLS)
