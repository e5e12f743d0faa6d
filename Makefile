# Hedgebook. `make help` lists what there is.
SWIFT ?= swift
PREFIX ?= /usr/local
OUTPUT ?= Output
HEDGEBOOK = .build/release/hedgebook

FUZZ_SECONDS ?= 60

.PHONY: help site serve test check mutations fuzz bench docs lint format install clean example setup

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' Makefile

setup:
	@Scripts/setup.sh

site: setup ## Install what is missing, build in release mode, write the example into Output/
	$(SWIFT) build -c release --product hedgebook
	$(HEDGEBOOK) build --source . --output $(OUTPUT) --timings

serve: setup ## Preview the site of this folder in a browser, reloaded at every change
	$(SWIFT) build -c release --product hedgebook
	$(HEDGEBOOK) serve --source .

test: setup ## Install what is missing and run all tests
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

check: site ## Check every page and all data, by our own rules and by others' tools, and fuzz briefly
	$(HEDGEBOOK) check $(OUTPUT)
	$(HEDGEBOOK) check --data
	HEDGEBOOK=$(HEDGEBOOK) Scripts/check/all.sh $(OUTPUT)
	Scripts/fuzz.sh 2

fuzz: setup ## Fuzz every reader for FUZZ_SECONDS (60) with libFuzzer and the address sanitizer
	Scripts/fuzz.sh $(FUZZ_SECONDS)

mutations: site ## Break the site on purpose and see that the right checks fail
	HEDGEBOOK=$(HEDGEBOOK) python3 Scripts/check/mutations.py --own $(OUTPUT)
	Scripts/check/setup.sh
	HEDGEBOOK=$(HEDGEBOOK) .build-check/venv/bin/python Scripts/check/mutations.py $(OUTPUT)

bench: setup ## Compare with Hugo, TA-Lib and QuantLib, and time the example
	$(SWIFT) build -c release --product hedgebook
	$(SWIFT) build -c release --product analytics-benchmark
	$(SWIFT) build -c release --product reader-benchmark
	$(SWIFT) build -c release --product figure-benchmark
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
	$(SWIFT) build -c release --product example-market
	.build/release/example-market Content

install: setup ## Install the command, its templates and profiles under PREFIX (/usr/local)
	$(SWIFT) build -c release --product hedgebook
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/hedgebook"
	install -m 755 $(HEDGEBOOK) "$(DESTDIR)$(PREFIX)/bin/hedgebook"
	install -d "$(DESTDIR)$(PREFIX)/share/hedgebook/Content"
	cp -R Templates "$(DESTDIR)$(PREFIX)/share/hedgebook/"
	cp -R Content/profiles "$(DESTDIR)$(PREFIX)/share/hedgebook/Content/"

clean: ## Remove build products and the built site
	rm -rf .build .build-check Benchmarks/.venv* Benchmarks/.work*
	find $(OUTPUT) -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
