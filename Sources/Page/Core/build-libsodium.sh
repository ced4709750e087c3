#!/bin/bash
# Compiles Debian's libsodium source for wasm32-wasi, with the Swift toolchain's clang.
# usage: build-libsodium.sh FOLDER    makes FOLDER/lib/libsodium.a, FOLDER/lib/pkgconfig, FOLDER/include
# Needs: dpkg-dev xz-utils wasi-libc. Done once: a second run returns at once, unless this script is newer.
set -euo pipefail

mkdir -p "$1"
folder=$(cd "$1" && pwd)
self=$(cd "$(dirname "$0")" && pwd)/$(basename "$0")
[ "$folder/lib/pkgconfig/libsodium.pc" -nt "$self" ] && exit 0
swift=$(dirname "$(readlink -f "$(command -v swiftc)")")

# The source comes from the mirror the machine already uses, through a list of its own: the machine's lists
# stay as they are, and apt checks Debian's signatures as ever.
fetch_source() {
    local apt=$folder/apt keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/source"
    apt-get indextargets --format '$(SITE) $(RELEASE)' \
        'Created-By: Packages' 'Origin: Debian' 'Component: main' | sort -u >"$apt/sites"
    if [ ! -s "$apt/sites" ]; then # No lists on this machine: take what its sources look like.
        apt-get --print-uris update | sed -n \
            "s|^'\(https\{0,1\}://[^/]*/debian\(-security\)\{0,1\}\)/dists/\([^/]*\)/InRelease'.*|\1 \3|p" |
            sort -u >"$apt/sites"
    fi
    if [ ! -s "$apt/sites" ]; then
        echo "error: no Debian mirror found in apt's sources" >&2
        echo "hint: is this Debian, and has it a source for its main component?" >&2
        exit 1
    fi
    while read -r site release; do
        echo "deb-src [signed-by=$keyring] $site $release main"
    done <"$apt/sites" >"$apt/sources.list"
    local options=(
        -qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$apt/lists" -o "Dir::Cache=$apt/cache"
        -o "APT::Sandbox::User=$(id -un)" -o Debug::NoLocking=1
    )
    apt-get "${options[@]}" update
    (cd "$apt/source" && apt-get "${options[@]}" source libsodium >/dev/null)
}

rm -rf "$folder"/{apt,objects,include,lib}
fetch_source
root=$(find "$folder/apt/source" -mindepth 1 -maxdepth 1 -type d -name 'libsodium-*')
source=$root/src/libsodium
mkdir -p "$folder"/{objects,include,lib/pkgconfig}

# What configure would find out.
value() { sed -n "s/^$1=//p" "$root/configure.ac" | tail -n 1; }
version=$(sed -n 's/^AC_INIT(\[libsodium\],\[\([0-9.]*\)\].*/\1/p' "$root/configure.ac")
cp -r "$source/include/sodium" "$source/include/sodium.h" "$folder/include/"
sed -e "s/@VERSION@/$version/" \
    -e "s/@SODIUM_LIBRARY_VERSION_MAJOR@/$(value SODIUM_LIBRARY_VERSION_MAJOR)/" \
    -e "s/@SODIUM_LIBRARY_VERSION_MINOR@/$(value SODIUM_LIBRARY_VERSION_MINOR)/" \
    -e 's/@SODIUM_LIBRARY_MINIMAL_DEF@//' \
    "$source/include/sodium/version.h.in" >"$folder/include/sodium/version.h"

# For size, but for Argon2id, which is most of the waiting; and X25519 without the 30 KB of multiples of the base
# point, see host.c. -w: the warnings are its authors' matter.
export clang=$swift/clang folder
export flags="--target=wasm32-wasi --sysroot=/usr -std=gnu11 -ffunction-sections -fdata-sections -w
    -D_WASI_EMULATED_SIGNAL -DSODIUM_STATIC=1 -DCONFIGURED=1 -DNATIVE_LITTLE_ENDIAN=1
    -DHAVE_STDINT_H=1 -DHAVE_INTTYPES_H=1 -DHAVE_C11_MEMORY_FENCES=1 -DHAVE_WEAK_SYMBOLS=1
    -DHAVE_INLINE_ASM=0 -ffile-prefix-map=$source=libsodium
    -I$folder/include -I$folder/include/sodium"
cd "$source"
find . -name '*.c' | sort | xargs -P "$(nproc)" -I{} bash -c \
    'f={}; f=${f#./}
    case $f in
        */argon2/*) own=-O3 ;;
        */x25519_ref10.c) own="-Oz -Dge25519_scalarmult_base=no_scalarmult_base" ;;
        *) own=-Oz ;;
    esac
    "$clang" $flags $own -c "$f" -o "$folder/objects/${f//\//_}.o"'
find "$folder/objects" -name '*.o' | sort | xargs "$swift/llvm-ar" rcsD "$folder/lib/libsodium.a"
cat >"$folder/lib/pkgconfig/libsodium.pc" <<END
Name: libsodium
Description: libsodium for WebAssembly
Version: $version
Libs: -L$folder/lib -lsodium
Cflags: -I$folder/include
END
rm -rf "$folder"/{apt,objects}
echo "libsodium $version: $(stat -c %s "$folder/lib/libsodium.a") bytes"
