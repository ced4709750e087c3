#!/bin/bash
# Writes the toolset for SwiftPM to standard output: the flags that make Embedded Swift for WebAssembly out of
# an ordinary toolchain and Debian's wasi-libc. Paths in it are this machine's, so it is never committed.
# Needs: wasi-libc libclang-rt-19-dev-wasm32 libc++-19-dev-wasm32.
set -euo pipefail

bin=$(dirname "$(readlink -f "$(command -v swiftc)")")
wasi=/usr/lib/wasm32-wasi
cxx=/usr/lib/llvm-19/include/wasm32-wasi/c++/v1
builtins=/usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a
for path in "$wasi/libc.a" "$wasi/crt1-reactor.o" "$cxx" "$builtins"; do
    [ -e "$path" ] && continue
    echo "error: $path is missing" >&2
    echo "hint: install wasi-libc libclang-rt-19-dev-wasm32 libc++-19-dev-wasm32" >&2
    exit 1
done

# Everything is compiled for size: nothing is inlined that need not be, a function is not compiled anew for each closure
# it is given, and all traps of a function are one. No stack protectors: WebAssembly's return addresses are out of reach.
# What is linked is optimised in build.sh, not by clang with whatever wasm-opt it finds.
# libc.a by its path: a plain -lc would find the host's. --strip-all and no incremental code generation make
# the module the same, bit for bit, from any folder.
cat <<END
{
  "schemaVersion": "1.0",
  "rootPath": "$bin",
  "swiftCompiler": { "extraCLIOptions": [
    "-enable-experimental-feature", "Embedded", "-wmo", "-Osize",
    "-Xfrontend", "-disable-incremental-llvm-codegen", "-Xfrontend", "-disable-stack-protector",
    "-Xfrontend", "-mergeable-traps", "-Xllvm", "-inline-threshold=-1000", "-Xllvm", "-sil-disable-pass=closure-specialize",
    "-Xcc", "-D__wasi__", "-Xcc", "-idirafter/usr/include/wasm32-wasi",
    "-Xclang-linker", "-nostdlib", "-Xclang-linker", "--no-wasm-opt" ] },
  "cCompiler": { "extraCLIOptions": [ "-Oz", "-D__wasi__", "-idirafter/usr/include/wasm32-wasi" ] },
  "cxxCompiler": { "extraCLIOptions": [
    "-Oz", "-D__wasi__", "-fno-exceptions", "-fno-rtti", "-nostdinc++", "-isystem", "$cxx",
    "-ffunction-sections", "-DOPENSSL_NO_ASM",
    "-DOPENSSL_NO_THREADS_CORRUPT_MEMORY_AND_LEAK_SECRETS_IF_THREADED" ] },
  "linker": { "extraCLIOptions": [
    "--no-entry", "--gc-sections", "--strip-all", "-z", "stack-size=262144",
    "--export=_initialize", "$wasi/crt1-reactor.o", "$wasi/libc.a", "$builtins" ] }
}
END
