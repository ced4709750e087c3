#!/bin/bash
# Builds the page's core: Sodium, XWing, Age, TransparencyLog and Reporting as Embedded Swift for WebAssembly.
# usage: build.sh    from anywhere; makes .build/wasm/PageCore.wasm in the repository
# Debian packages: wasi-libc libclang-rt-19-dev-wasm32 libc++-19-dev-wasm32 dpkg-dev xz-utils binaryen (make installs
# them; this script installs nothing). Needs no root.
set -euo pipefail

core=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$core/../../.." && pwd)
output=$repository/.build/wasm
mkdir -p "$output"
"$core/build-libsodium.sh" "$output/libsodium"

"$core/toolset.sh" >"$output/toolset.new"
if ! cmp -s "$output/toolset.new" "$output/toolset.json"; then
    rm -rf "$output/build/wasm32-unknown-none-wasm" # SwiftPM does not relink for a changed toolset.
fi
mv "$output/toolset.new" "$output/toolset.json"

module=$output/build/wasm32-unknown-none-wasm/release/PageCore.wasm
if [ "$output/libsodium/lib/libsodium.a" -nt "$module" ]; then
    rm -f "$module" # Nor for a changed library.
fi
# What is compiled bit by bit differs from what is compiled at once, and everybody has to get the same bytes.
if [ -e "$module" ] && [ -n "$(find "$repository/Package.swift" "$core" \
    "$repository"/Sources/{CSodium,CXWing,Sodium,XWing,Age,TransparencyLog,Reporting} -newer "$module" -type f -print -quit)" ]; then
    rm -rf "$output/build/wasm32-unknown-none-wasm"
fi

# CXWing compiles BoringSSL's X-Wing out of swift-crypto's checkout; nothing of it is copied here.
package=(--package-path "$core" --scratch-path "$output/build")
swift package "${package[@]}" resolve
crypto=$output/build/checkouts/swift-crypto
boring=$crypto/Sources/CCryptoBoringSSL
swift build "${package[@]}" -c release --triple wasm32-unknown-none-wasm \
    --toolset "$output/toolset.json" --pkg-config-path "$output/libsodium/lib/pkgconfig" \
    -Xcxx "-I$boring/include" -Xcxx "-I$boring" -Xcxx "-ffile-prefix-map=$crypto=swift-crypto"

# Repeated code weighs little once it is compressed: only the smallest functions are inlined. What is enabled is in
# every browser since 2020.
wasm-opt --mvp-features --enable-bulk-memory --enable-mutable-globals --enable-nontrapping-float-to-int \
    --enable-sign-ext --always-inline-max-function-size=4 --flexible-inline-max-function-size=4 \
    --one-caller-inline-max-function-size=20 --flatten --rereloop -Oz -Oz --strip-producers --strip-target-features \
    "$module" -o "$output/PageCore.wasm"
echo "PageCore.wasm: $(stat -c %s "$output/PageCore.wasm") bytes," \
    "$(gzip -9 -c "$output/PageCore.wasm" | wc -c) gzipped"
