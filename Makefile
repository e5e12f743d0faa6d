# Hedgebook. `make help` lists what there is.
SWIFT ?= swift
PREFIX ?= /usr/local
OUTPUT ?= Output
HEDGEBOOK = .build/release/hedgebook

FUZZ_SECONDS ?= 60

# On Linux the command carries the Swift run-time, so that it runs where no Swift is installed.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
# What `hedgebook --version` says beside the version; empty in a tarball, which has no .git.
HEDGEBOOK_COMMIT ?= $(shell test -e .git && git describe --always --dirty=+ --abbrev=7 --exclude='*' 2>/dev/null)
export HEDGEBOOK_COMMIT

.PHONY: help site release serve test check sanitize mutations fuzz bench docs lint format install uninstall clean \
  example setup

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup:
	@Scripts/setup.sh

release: setup ## Install what is missing and build the command in release mode
	$(SWIFT) build -c release $(STATIC) --product hedgebook

site: release ## Install what is missing, build in release mode, write the example into Output/
	$(HEDGEBOOK) build --source . --output $(OUTPUT) --timings

serve: release ## Preview the site of this folder in a browser, reloaded at every change
	$(HEDGEBOOK) serve --source .

test: setup ## Install what is missing, run all tests, and print the lines of each module that they run
	$(SWIFT) build --build-tests --enable-code-coverage --explicit-target-dependency-import-check=error
	$(SWIFT) test --skip-build --enable-code-coverage
	Scripts/check/coverage.py "$$($(SWIFT) test --show-codecov-path)"

check: site ## Check every page and all data, by our own rules and by others' tools, and fuzz briefly
	$(HEDGEBOOK) check $(OUTPUT)
	$(HEDGEBOOK) check --data
	HEDGEBOOK=$(HEDGEBOOK) Scripts/check/all.sh $(OUTPUT)
	Scripts/fuzz.sh 2

sanitize: setup ## Run tests under the address and the thread sanitizer
	Scripts/check/sanitize.sh address
	Scripts/check/sanitize.sh thread

fuzz: setup ## Fuzz every reader for FUZZ_SECONDS (60) with libFuzzer and the address sanitizer
	Scripts/fuzz.sh $(FUZZ_SECONDS)

mutations: site ## Break the site on purpose and see that the right checks fail
	HEDGEBOOK=$(HEDGEBOOK) python3 Scripts/check/mutations.py --own $(OUTPUT)
	Scripts/check/setup.sh
	HEDGEBOOK=$(HEDGEBOOK) .build-check/venv/bin/python Scripts/check/mutations.py $(OUTPUT)

bench: release ## Compare with Hugo, TA-Lib and QuantLib, and time the example
	$(SWIFT) build -c release $(STATIC) --product analytics-benchmark
	$(SWIFT) build -c release $(STATIC) --product reader-benchmark
	$(SWIFT) build -c release $(STATIC) --product figure-benchmark
	Benchmarks/run.sh
	.build/release/reader-benchmark
	.build/release/figure-benchmark
	Benchmarks/analytics.sh
	Benchmarks/Figures/run.sh $(OUTPUT)

docs: setup ## Build the documentation of the libraries, without warnings
	SWIFT="$(SWIFT)" Scripts/build-documentation.sh

lint: ## Check the format of all Swift files
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks

format: ## Format all Swift files in place
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks

example: setup ## Make the modelled input of the example again from the facts
	$(SWIFT) build -c release $(STATIC) --product example-market
	.build/release/example-market Content
	Scripts/starter-data.sh

install: release ## Install command, manual page, completions and templates under PREFIX (/usr/local)
	SWIFT="$(SWIFT)" Scripts/install.sh $(HEDGEBOOK) "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install has put under PREFIX
	Scripts/install.sh --remove "$(DESTDIR)$(PREFIX)"

clean: ## Remove build products and the built site
	rm -rf .build .build-check Benchmarks/.venv* Benchmarks/.work*
	find $(OUTPUT) -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
