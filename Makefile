# Two commands matter: `make demo` tries Baken out, `make test` says whether a change may land.
# The rest are their steps. What is missing on the machine is installed by .ci/need, or named.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# A CI machine throws the checkout away: what takes minutes to build stays outside of it.
CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/baken
ifdef CI
export CARGO_TARGET_DIR ?= $(CACHE)/target
endif
export CARGO_INCREMENTAL ?= $(if $(CI),0,1)

# `dev` for the demo and the tests (docs/adr/0002); the image is built with PROFILE=release.
PROFILE ?= dev
CARGO := cargo
DENY_VERSION := 0.20.2
DENY := $(CACHE)/tools/bin/cargo-deny
AXE := tests/browser/node_modules/axe-core/axe.min.js

.PHONY: help demo evaluate fuzz build test format-check lint licences compose-check suite need-build need-test format

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: build ## a fictitious board of three schools, ready to try; ARGS="--port 8080 --dir var/demo"
	$(CARGO) run --locked --quiet --profile $(PROFILE) -- demo $(ARGS)

evaluate: need-build ## simulates pupils and writes docs/evaluation.md; PUPILS=50000, much faster with PROFILE=release
	$(CARGO) run --locked --quiet --profile $(PROFILE) -- evaluate --pupils $(or $(PUPILS),50000) --seed 1 --seed 2 \
		--report docs/evaluation.md

fuzz: need-test ## tries the parsers of files with many made-up ones; CASES=5000 each
	PROPTEST_CASES=$(or $(CASES),5000) $(CARGO) test --locked --test suite any_bytes

build: need-build ## the program
	$(CARGO) build --locked --profile $(PROFILE) --bin baken

test: format-check lint licences compose-check suite ## all that must pass before a change lands

format-check: need-build
	$(CARGO) fmt --check

lint: need-build ## clippy, warnings denied
	$(CARGO) clippy --locked --all-targets -- -D warnings

licences: $(DENY) ## licences and forbidden crates
	$(CARGO) fetch --locked --quiet
	$(DENY) --offline --all-features check licenses bans sources

compose-check: need-test ## docker-compose.yml, by its own parser
	if docker compose version >/dev/null 2>&1; then docker compose config --quiet; \
	else docker-compose config --quiet; fi

suite: need-test $(AXE) ## every test: library, both databases, mail, browser; TEST=name for some
	$(CARGO) test --locked --no-fail-fast --lib --bins --test suite -- $(TEST)

format: ## rewrites the code in the standard form
	$(CARGO) fmt

need-build:
	@bash .ci/need build

need-test: need-build
	@bash .ci/need test

# Built without optimising: it runs for two seconds and would else build for minutes.
$(DENY): | need-build
	CARGO_TARGET_DIR=$(CACHE)/tools/target $(CARGO) install cargo-deny --locked --debug \
		--version $(DENY_VERSION) --root $(CACHE)/tools
	rm -rf $(CACHE)/tools/target

$(AXE): tests/browser/package-lock.json | need-test
	cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund
	touch $@
