# The commands of Pasos. `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help serve test test-native test-wasm test-browser data-files soak bench bench-quick dist check format cli services clean
wasm := --target wasm32-unknown-unknown --no-default-features

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

serve: ## Set up what is missing and serve the designer on 127.0.0.1:8080
	.build/setup serve
	trunk serve

test: ## Set up what is missing and run every test: native, WebAssembly, browser
	.build/setup test
	$(MAKE) test-native test-wasm test-browser

test-native: ## Test the core and the terminal program
	cargo test --no-default-features --features cli

test-wasm: ## Test the core as WebAssembly, under Node
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test $(wasm) --features engine --test web

test-browser: dist ## Test the release page in Chromium
	npm test

data-files: ## Let pyarrow and DuckDB (from PyPI) write Parquet and ZSTD files anew, and test that they are read
	.build/setup data-files
	rm -rf .build/output/data-files
	.build/output/python/bin/python tests/data_files/make.py .build/output/data-files
	DATA_FILES=.build/output/data-files cargo test --no-default-features --features cli --test data_files

soak: dist ## End the browser's process 100 times at random moments, and look whether work was lost (about 10 minutes)
	node tests/e2e/soak.mjs

bench: dist cli benches/peers/node_modules/.package-lock.json ## Measure Pasos beside what a person would pick instead, in Chromium and natively (about 30 minutes)
	node benches/compare/main.mjs $(parts)

bench-quick: ## Check on the page in dist/ how the time of its works grows and what a first visit loads (2 minutes)
	node benches/compare/quick.mjs

benches/peers/node_modules/.package-lock.json: benches/peers/package-lock.json
	npm ci --prefix benches/peers --no-audit --no-fund
	touch $@

dist: ## Build the release page into dist/
	.build/setup dist
	PATH="$(CURDIR)/node_modules/.bin:$$PATH" trunk build --release

check: ## Check format and lints, for this machine and for WebAssembly
	cargo fmt --check
	cargo clippy --no-default-features --features cli --all-targets -- -D warnings
	cargo clippy $(wasm) --features ui --bin app -- -D warnings
	cargo clippy $(wasm) --features engine --bin engine -- -D warnings
	cargo clippy $(wasm) --features reader --bin reader -- -D warnings

format: ## Format the sources
	cargo fmt

cli: ## Build the terminal program: target/release/pasos
	cargo build --release --no-default-features --features cli

services: ## Make the table of all services anew from botocore's models (its version stands here)
	python3 -m pip download --quiet --no-deps --dest .build/output botocore==1.44.8
	python3 .build/services.py .build/output/botocore-1.44.8-*.whl src/services/models.bin

clean: ## Remove what was built
	rm -rf target dist .build/output
