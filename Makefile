# Every target of PayLyt that people call. `make help` lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory --no-builtin-rules

# Behind the shell's own PATH: where Swift is when the shell does not know it.
export PATH := $(PATH):/opt/swift/usr/bin:/usr/local/swift/usr/bin:$(HOME)/.local/share/swiftly/bin

# Handed on to `paylyt demo` and `paylyt serve`: make run ARGS='--log-level debug'
ARGS ?=
# Handed on to Bench/rpc.py
RPC_ARGS ?=
# Only the tests whose names match: make test FILTER=LedgerTests
FILTER ?=

# Swift that people write; generated code has its own check.
HANDWRITTEN = find Package.swift Sources Tests Fuzz examples -name '*.swift' \
  -not -path '*/Generated/*' -not -path '*/Golden/*' -print0 | xargs -0
# How long each fuzz target runs, and which one; all of them by default.
SECONDS = 30
TARGET ?=
# thread or address; both by default.
SANITIZER ?=
SWIFT_BUILD = swift build
# What is shipped holds Swift's libraries itself: it runs where Swift is not installed, and calls into
# them need not go through the dynamic linker's table (docs/decisions/0012).
SWIFT_RELEASE = swift build --configuration release --static-swift-stdlib
BIN = .build/debug

.PHONY: help setup packages build build-tests release demo run load bench bench-unary bench-rpc faults fuzz \
  sanitize test refusals soak \
  check lint generated generate protos release-protos format clean interop-server bench-server

help: ## Print this list
	@echo "make <target>, in this folder:"
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)$$/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) \
	  | awk -F'|' '{ printf "%-17s %s\n", $$1, $$2 }'

setup: packages ## Install what is missing: Debian packages, and Python for the tests
	@scripts/setup.sh interop
	@if [ -x scripts/python-env.sh ]; then scripts/python-env.sh; fi

packages:
	@scripts/setup.sh

build: packages ## Build everything: paylyt, paylyt-simulator, protoc-gen-paylyt
	@$(SWIFT_BUILD)

# One build for everything below: the tests start the same binaries that the demo runs.
build-tests: setup
	@scripts/cpp-interop.sh
	@scripts/go-interop.sh
	@$(SWIFT_BUILD) --build-tests

demo: build ## Run the whole story, from job to payout, on parts started for it
	@exec $(BIN)/paylyt demo $(ARGS)

run: build ## Serve on 127.0.0.1:50051 (TLS) and 50052 (h2c) until Ctrl-C
	@exec $(BIN)/paylyt serve --with-simulator $(ARGS)

# What is measured is built as it is shipped.
release: packages
	@$(SWIFT_RELEASE) --product paylyt
	@$(SWIFT_RELEASE) --product paylyt-simulator

load: release ## Send a mix of calls to a server of its own, then compare the books (docs/LOAD.md)
	@exec Bench/load.sh .build/release $(ARGS)

bench: release bench-rpc ## Measure beside gRPC C++ and hand-written SQL (docs/BENCHMARKS.md)
	@exec python3 Bench/bench.py $(ARGS)

bench-unary: release ## Measure each unary RPC that needs no provider, at half load
	@.venv/bin/python -B Bench/unary.py .build/release $(ARGS)

bench-rpc: bench-server ## Measure the gRPC stack beside gRPC C++: make bench-rpc RPC_ARGS='--rounds 9'
	@scripts/setup.sh bench
	@exec python3 Bench/rpc.py $(RPC_ARGS)

# One process after the other: together on two cores they would wait for each other, and the tests of
# deadlines and timeouts would measure that. Within a process only a few at a time, for the same reason.
TEST_WIDTH = 8
TEST_GROUPS = \
  PayLytRPCTests \
  '^(CodegenTests|LightningTests|PayLytCLITests|PayLytCryptoTests|PayLytHTTPTests|PayLytJSONTests|SimulatorTests|TidyTests)' \
  '^SimulationTests' \
  PayLytServerTests \
  '^(ContractTests|EndToEndTests|PayLytLoadTests)'

test: build-tests ## Run all tests (some of them: FILTER=LedgerTests)
	@$(if $(FILTER),:,rm -f .build/refusals.txt)
	@scripts/test.sh $(TEST_WIDTH) $(if $(FILTER),'$(FILTER)',$(TEST_GROUPS))

fuzz: packages ## Look for inputs that break the stack: make fuzz SECONDS=60 TARGET=session
	@Fuzz/fuzz.sh $(SECONDS) $(TARGET)

sanitize: setup ## Run the tests of stack and server under Thread- and AddressSanitizer
	@scripts/sanitize.sh $(if $(SANITIZER),$(SANITIZER),all) $(if $(FILTER),'$(FILTER)')

refusals: ## Fail when methods declare to refuse with what no test has heard, after make test
	@exec .venv/bin/python -B Tests/ContractTests/python/refusals.py

# How long, in minutes, or which story again: make soak SEED=36
MINUTES ?= 10
SEED ?=

soak: build-tests ## Let simulated users, servers and failures go on for MINUTES=10, or retell a SEED
	@PAYLYT_SOAK_MINUTES=$(MINUTES) $(if $(SEED),PAYLYT_SOAK_SEED=$(SEED)) \
	  swift test --skip-build --filter '^SimulationTests.SoakTests'

# Some of them: make faults ONLY="disk failover"
ONLY ?=

faults: release ## Kill servers and PostgreSQL under load, fill the disk, fail over; compare the books
	@scripts/setup.sh pgbouncer
	@exec python3 Bench/faults.py $(ONLY)

# The optimizer sees other code than the debug build: what is shipped is built here, too.
check: lint test refusals release generated protos ## What must hold before a commit: format, tests, release, protos

lint:
	@$(HANDWRITTEN) swift format lint --strict --parallel

generated: packages
	@$(SWIFT_BUILD) --product protoc-gen-paylyt
	@scripts/check-generated.sh $(BIN)/protoc-gen-paylyt

protos: packages ## Check the protos: their style, and that they break no caller (docs/PROTOS.md)
	@$(SWIFT_BUILD) --product protoc-gen-paylyt
	@scripts/check-protos.sh $(BIN)/protoc-gen-paylyt

# Part of a release: from then on, what is there now may only grow.
release-protos: protos ## Make the protos of today those that later ones are compared with
	@scripts/proto-set.sh proto/released.binpb --without-comments

generate: packages ## Write the generated code anew from the protos
	@$(SWIFT_BUILD) --product protoc-gen-paylyt
	@scripts/generate.sh $(BIN)/protoc-gen-paylyt

format: ## Format the Swift that people write
	@$(HANDWRITTEN) swift format --in-place --parallel

interop-server: packages ## grpc.testing.TestService as a program (docs/INTEROP.md)
	@$(SWIFT_RELEASE) --product interop-server
	@echo ".build/release/interop-server --port 50061"

bench-server: packages ## bench.v1.Echo as a program (docs/INTEROP.md)
	@$(SWIFT_RELEASE) --product bench-server
	@echo ".build/release/bench-server --port 50062"

clean: ## Remove what was built (.build)
	@rm -rf .build
