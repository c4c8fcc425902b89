# The commands of this project; `make help` tells what they are.

# Python: the first one that runs and is new enough, or the one that you name: make start PYTHON=/path/to/python3
PYTHON ?=
# What follows the command: make start ARGS="--port 9000", make test ARGS="-k deadline"
ARGS ?=
# How many processes share the tests: one more than there are processors, since each waits for its own servers half of
# the time, and no more than four. (pytest-xdist's own count leaves out every second thread of a processor.)
JOBS ?= $$($(BIN)/python -c 'import os; print(min(4, 1 + (os.cpu_count() or 1)))')

VENV := .venv
BIN := $(VENV)/bin
UV := uv==0.13.9

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help start test check format bench screenshots lock clean

help: ## Show what can be done
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

start: $(VENV)/.installed ## Set up what is needed and run everything on this machine
	@$(compiled)
	@$(BIN)/meedoen start $(ARGS)

test: $(VENV)/.browser ## Run every test
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(VENV)/.installed-dev ## Check style, types and who imports whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/basedpyright
	@$(BIN)/lint-imports

format: $(VENV)/.installed-dev ## Bring the code into shape
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.installed-dev ## Measure how fast cases go
	@$(compiled)
	@$(BIN)/python -m bench $(ARGS)

screenshots: $(VENV)/.browser ## Make the pictures of the README anew
	@$(BIN)/python -m pytest -q tests/browser/screenshots.py

lock: $(VENV)/.installed-dev ## Choose the newest packages that work, and lock them
	@$(call compile,requirements.lock,--extra embedded --group build)
	@$(call compile,requirements-dev.lock,--extra embedded --group build --group dev --constraint requirements.lock)

clean: ## Remove the environment and what tools left; the state in .meedoen stays
	@rm -rf $(VENV) dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# One lock serves every system and Python from 3.11 on. Where packages come from is nobody's business but the
# machine's, so no index is written into it.
compile = $(BIN)/uv pip compile pyproject.toml $(2) --quiet --upgrade --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links --output-file $(1)

# What is read anew for each case, so that it is never compiled for each, whatever changed since.
compiled = $(BIN)/python -m compileall -q workflows bench/bare.py

# The environment. A stamp tells which lock is installed, so that a second start installs nothing.
# Without uv the same is: pip install --require-hashes -r requirements.lock
$(VENV)/.installed: requirements.lock pyproject.toml $(VENV)/.made
	@echo "Installing the packages ..."
	@$(call install,requirements.lock)
	@$(call install_project)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the packages for tests and checks ..."
	@$(call install,requirements-dev.lock)
	@touch $@

# The browser of the tests: Chromium's headless shell, which is there or which Debian has; else the Chromium that is
# there, else Debian's, else Playwright's own shell. The shell takes half the time, since it draws no window.
$(VENV)/.browser: $(VENV)/.installed-dev
	@$(bring_browser)
	@touch $@

$(VENV)/.made:
	@$(find_python) && rm -rf $(VENV) && "$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV) 2>$(VENV)/uv.log || true
	@touch $@

# uv trusts what the machine trusts, as pip does: where an organisation looks into its traffic, that is its own certificate.
installer = if [ -x $(BIN)/uv ]; then installer="env UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1 $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python"; \
	else installer="$(BIN)/python -m pip install --quiet --disable-pip-version-check"; fi

from_debian = [ "$$(id -u)" = 0 ] && command -v apt-get && echo "Installing Chromium for the tests of the pages ..." >&3 && \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends fonts-liberation

bring_browser = { command -v chromium-headless-shell || { $(from_debian) chromium-headless-shell; } || \
	command -v chromium || command -v chromium-browser || command -v google-chrome || { $(from_debian) chromium; } || \
	$(BIN)/python -m playwright install --only-shell chromium; } 3>&1 >$(VENV)/browser.log 2>&1 || { \
	echo "The tests of the pages need Chromium, and it could not be installed ($(VENV)/browser.log says why): install it yourself, then run make again." >&2; exit 1; }

install = $(installer); $$installer --require-hashes -r $(1) || { \
	echo "The packages of $(1) could not be installed: is there a network, and room on the disk? Then run make again." >&2; exit 1; }

install_project = $(installer); $$installer --no-deps --no-build-isolation --editable . || { \
	echo "Meedoen itself could not be installed into $(VENV): run make clean and try again." >&2; exit 1; }

# Every Python on the path, the plainest name first; one that does not run (a version manager's shim), is too old or
# cannot make an environment is passed over.
define find_python
python=; newest=; \
suits() { "$$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }; \
if [ -n "$(PYTHON)" ]; then \
	if suits "$(PYTHON)"; then python="$(PYTHON)"; else newest="$$("$(PYTHON)" --version 2>&1 | head -n 1)"; fi; \
else \
	for name in python3 python3.14 python3.13 python3.12 python3.11; do \
		IFS=:; for folder in $$PATH; do \
			if [ -z "$$python" ] && [ -x "$$folder/$$name" ] && suits "$$folder/$$name"; then python="$$folder/$$name"; fi; \
		done; unset IFS; \
	done; \
	newest="$$(python3 --version 2>/dev/null)"; \
fi; \
if [ -z "$$python" ]; then \
	echo "Meedoen needs Python 3.11 or newer with its venv module, and found $${newest:-none}: install one, or name it with make ... PYTHON=/path/to/python3." >&2; \
	exit 1; \
fi
endef
