# Every target works in a fresh clone with Python >= 3.10, make and pip. The first one that needs
# packages makes .venv; they are installed again only when pyproject.toml has changed.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
DAMAGED := fixtures/articles/001_554020b47ee81eec.txt
SIBLINGS := $(filter-out $(DAMAGED),$(sort $(wildcard fixtures/articles/*.txt)))
CORPORA ?= ../shared/corpora

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## list the targets
	@echo "Targets:"
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r name what; do printf '%-12s %s\n' "$$name" "$$what"; done

# --- the environment -----------------------------------------------------------------------------

# Some systems ship Python without ensurepip; pip can then install itself from outside. pip 25.1 is
# the first that knows dependency groups (PEP 735).
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	  { echo "mojifix needs Python 3.10 or later; try: make PYTHON=python3.12" >&2; exit 1; }
	@echo "making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || \
	  { $(PYTHON) -m venv --without-pip --clear $(VENV) && \
	    $(PYTHON) -m pip --python $(PY) install --quiet 'pip>=25.1'; }
	@$(PIP) install 'pip>=25.1'
	@touch $@

$(VENV)/.with-run: $(VENV)/.made pyproject.toml setup.py $(wildcard src/mojifix/kernel/*.px?)
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.with-%: $(VENV)/.with-run pyproject.toml
	@$(PIP) install --group $*
	@touch $@

# --- what people do ------------------------------------------------------------------------------

.PHONY: demo
demo: $(VENV)/.with-run ## repair article 001, prove it, and ask its siblings
	@$(VENV)/bin/mojifix verify $(DAMAGED) --against $(SIBLINGS)
	@echo
	@echo "And the siblings themselves?"
	@$(VENV)/bin/mojifix detect $(SIBLINGS) && echo "  no damage found"

.PHONY: test
test: $(VENV)/.with-test ## run the tests (ARGS="-k name" is passed on)
	@$(PY) -m pytest $(ARGS)

.PHONY: extras
extras: $(VENV)/.with-test $(VENV)/.with-extras ## run the tests of what needs an extra (pyarrow)
	@$(PY) -m pytest tests/integrations $(ARGS)

# strace injects the faults; without it the larger part is skipped.
.PHONY: faults
faults: $(VENV)/.with-test ## fail every system call of an in-place repair, kill runs, fill the disk
	@command -v strace >/dev/null || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get install --quiet --yes strace; } || \
	  echo "strace is missing (apt install strace): injected faults are skipped" >&2
	@$(PY) -m pytest -m faults -rA tests/faults $(ARGS)

.PHONY: lint
lint: $(VENV)/.with-lint ## ruff's rules, ruff's format, mypy --strict
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy

.PHONY: format
format: $(VENV)/.with-lint ## let ruff format the code and fix what it can
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

.PHONY: bench
bench: $(VENV)/.with-bench ## measure the speed, side by side with other tools
	@$(PY) -m bench.speed $(ARGS)

.PHONY: quality
quality: $(VENV)/.with-bench ## measure the quality, side by side with other tools
	@$(PY) -m bench.quality $(ARGS)

# The check trains once more, with another hash seed: what depends on the order of a set shows.
.PHONY: data
data: $(VENV)/.with-run ## make all that is learned from CORPORA again, and check the model
	@test -d "$(CORPORA)/train" || \
	  { echo "there is no $(CORPORA)/train; say where: make data CORPORA=folder" >&2; exit 1; }
	@$(PY) tools/train_plausibility.py --corpora "$(CORPORA)/train" $(ARGS)
	@$(PY) tools/train_plausibility.py --corpora "$(CORPORA)/train" $(ARGS) --check
	@$(PY) tools/train_joints.py --corpora "$(CORPORA)/train"
	@$(PY) tools/train_words.py --corpora "$(CORPORA)/train"

.PHONY: docs
docs: $(VENV)/.with-test ## write docs/cli.md and the manual from the table of flags, and run the examples
	@$(PY) -m mojifix.cli.reference > docs/cli.md
	@$(PY) -m mojifix.cli.manual > docs/mojifix.1
	@$(PY) -m pytest --quiet README.md docs

.PHONY: wheel
wheel: $(VENV)/.made ## build the wheel into dist/
	@rm -rf dist
	@$(PIP) wheel --no-deps --wheel-dir dist .
	@ls dist

.PHONY: smoke
smoke: wheel ## install the wheel far from the checkout, and see whether it works
	@rm -rf build/smoke && $(PY) -m venv --without-pip build/smoke
	@$(PIP) --python build/smoke/bin/python install dist/*.whl
	@cd build/smoke && echo "The cafÃ© is open." | bin/mojifix repair - | grep -q "café"
	@echo "the wheel works"

.PHONY: clean
clean: ## remove what the targets made, except .venv
	@rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -path ./$(VENV) -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## remove .venv too
	@rm -rf $(VENV)
