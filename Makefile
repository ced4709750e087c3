# make demo    set up everything and run the main job for real
# make test    set up everything and pass the tests
# make run     a gateway to play with, on loopback
# make page    the reporter's web page, into .build/page, with the SHA-256 of each file
# make bench   measure against peers
# make install put the three commands and the page, release build, into PREFIX (default /usr/local)
# make deb     the Debian package of the counsellor's desk, into .build
# make pictures  take the pictures in Docs/pictures again
# Packages that are missing are installed with apt-get, by sudo when not root.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: deb pictures install help demo test run bench lint wasm page build unit end-to-end clean packages-build packages-page packages-test packages-bench

PREFIX := /usr/local
BIN := .build/debug
VENV := .build/venv
BUILD_PACKAGES := libsodium-dev libsqlite3-dev pkg-config
WASM_PACKAGES := wasi-libc libclang-rt-19-dev-wasm32 libc++-19-dev-wasm32 dpkg-dev xz-utils binaryen
PAGE_PACKAGES := $(WASM_PACKAGES) esbuild zopfli
TEST_PACKAGES := $(BUILD_PACKAGES) $(PAGE_PACKAGES) age python3-venv faketime gdb iproute2 openssl util-linux \
    desktop-file-utils binutils golang-go golang-golang-x-mod-dev spass chromium firefox-esr
BENCH_PACKAGES := $(BUILD_PACKAGES) age

help:
	@sed -n '1,/^$$/s/^# \{0,1\}//p' Makefile

packages-build:
	@.ci/packages $(BUILD_PACKAGES)

packages-page:
	@.ci/packages $(BUILD_PACKAGES) $(PAGE_PACKAGES)

packages-test:
	@.ci/packages $(TEST_PACKAGES)
	@command -v node >/dev/null || .ci/packages nodejs

packages-bench:
	@.ci/packages $(BENCH_PACKAGES)

build: packages-build
	swift build

demo: build page
	Tests/EndToEnd/demo $(BIN)

run: build page
	Tests/EndToEnd/playground $(BIN)

test: lint unit page end-to-end

lint: packages-test
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

unit: packages-test
	swift build --build-tests
	swift test --skip-build

wasm: packages-page
	Sources/Page/Core/build.sh

# With the core, which it builds.
page: packages-page
	Sources/Page/build.sh

$(VENV)/ready: Tests/EndToEnd/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Tests/EndToEnd/requirements.txt
	touch $@

end-to-end: unit page $(VENV)/ready
	SOTTOVOCE_BIN=$(CURDIR)/$(BIN) $(VENV)/bin/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder Tests/EndToEnd

# The test fails where the Docs name other pictures than it makes; they are copied all the same.
pictures: build packages-test $(VENV)/ready
	SOTTOVOCE_BIN=$(CURDIR)/$(BIN) $(VENV)/bin/python -m pytest -q Tests/EndToEnd/test_desk_pictures.py || true
	mkdir -p Docs/pictures && cp .build/pictures/*.png Docs/pictures/

bench: packages-bench packages-test page $(VENV)/ready
	swift build -c release
	.build/release/bench
	SOTTOVOCE_BIN=$(CURDIR)/.build/release $(VENV)/bin/python Tests/EndToEnd/page_bench.py
	SOTTOVOCE_BIN=$(CURDIR)/.build/release $(VENV)/bin/python Tests/EndToEnd/desk_bench.py

# Without the Swift runtime's libraries: the machine needs libsodium23 and libsqlite3-0 only.
install: packages-build page
	swift build -c release --static-swift-stdlib
	install -D -t $(DESTDIR)$(PREFIX)/bin .build/release/{gateway,counsellor,reporter}
	rm -rf $(DESTDIR)$(PREFIX)/share/sottovoce/page
	install -d $(DESTDIR)$(PREFIX)/share/sottovoce
	cp -r --preserve=mode .build/page $(DESTDIR)$(PREFIX)/share/sottovoce/page

# The counsellor's machine needs no Swift.
deb: packages-build
	@.ci/packages binutils
	swift build -c release --static-swift-stdlib --product counsellor
	Sources/Debian/build.sh .build/release/counsellor .build/sottovoce-counsellor.deb

clean:
	rm -rf .build
