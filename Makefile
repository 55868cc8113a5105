# A menu: meson and the scripts in tools/ do the work. Debian 12 is what it is for.
.PHONY: help demo build check asan tsan analyse fuzz bench format fresh clean

SECONDS ?= 60

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 8

demo: build ## install what is missing, build, serve the example
	@build/tartan demo $(ARGS)

build: ## install what is missing and leave the program at build/tartan
	@tools/install.sh build
	@tools/compile.sh build tartan
	@echo 'the program is build/tartan'

check: ## run every test and every rule; this is what has to pass
	@tools/install.sh test
	@tools/check.sh

asan: ## build and test under the address and undefined-behaviour sanitizers
	@tools/install.sh test
	@tools/compile.sh build-asan && tools/units.sh build-asan

tsan: ## build and test under the thread sanitizer
	@tools/install.sh test
	@tools/compile.sh build-tsan && tools/units.sh build-tsan

analyse: ## follow the paths through every function with the static analyzer
	@tools/install.sh test
	@tools/compile.sh build-asan && tools/tidy.py --deep build-asan

fuzz: ## fuzz each target for a while (SECONDS=60), keeping what it finds
	@tools/install.sh test
	@tools/compile.sh build-fuzz && fuzz/run.sh $(SECONDS)

bench: ## measure
	@tools/install.sh build
	@tools/compile.sh build && meson test -C build --benchmark --no-rebuild --verbose

format: ## lay out all C and C++ files as .clang-format says
	@git ls-files -co --exclude-standard '*.c' '*.h' '*.cc' | xargs -r clang-format-14 -i

fresh: ## prove demo and check on a fresh, minimal Debian 12 (as root)
	@tests/fresh/run.sh

clean: ## remove everything that was built
	rm -rf build build-asan build-tsan build-fuzz
