#!/bin/bash
# Builds the reporter's page: .build/page with index.html, style.css, scripts, texts, core.wasm, a compressed copy of
# each, and the unsigned list of their SHA-256 (`manifest`); the same bytes on every machine with the same tools.
# usage: build.sh [--sources FOLDER] [--core FILE] [--output FOLDER]    from anywhere
# Without --core it builds the core first. `gateway page-sign` signs the list.
set -euo pipefail
export LC_ALL=C
umask 022

repository=$(cd "$(dirname "$0")/../.." && pwd)
sources=$repository/Sources/Page
output=$repository/.build/page
core=
while [ $# -gt 0 ]; do
    case $1 in
        --sources) sources=$2 ;;
        --core) core=$2 ;;
        --output) output=$2 ;;
        *) echo "error: $1 is no option of build.sh: --sources, --core, --output" >&2; exit 64 ;;
    esac
    shift 2
done
if [ ! -f "$sources/index.html" ]; then
    echo "error: $sources/index.html is not there" >&2
    exit 66
fi
if [ -z "$core" ]; then
    "$repository/Sources/Page/Core/build.sh"
    core=$repository/.build/wasm/PageCore.wasm
fi

new=$output.new
rm -rf "$new"
mkdir -p "$new"
cp "$sources/index.html" "$sources/style.css" "$new"
cp "$core" "$new/core.wasm"
for part in scripts texts; do
    [ -d "$sources/$part" ] || continue
    mkdir "$new/$part"
    cp "$sources/$part"/*.mjs "$new/$part"
done
find "$new" -type f -exec chmod 644 {} +

cd "$new"
mapfile -t files < <(find . -type f | sed 's|^\./||' | sort)
{
    echo 'sottovoce/v1 page'
    for file in "${files[@]}"; do
        echo "$(sha256sum <"$file" | cut -d ' ' -f 1) $file"
    done
} >manifest.new
total=0
for file in "${files[@]}"; do
    gzip -9nk "$file"
    weight=$(stat -c %s "$file.gz")
    total=$((total + weight))
    printf '%s  %7d  %s\n' "$(sha256sum <"$file" | cut -d ' ' -f 1)" "$weight" "$file"
    # A copy that saves nothing is not served.
    [ "$weight" -lt "$(stat -c %s "$file")" ] || rm "$file.gz"
done
mv manifest.new manifest
cd "$repository"
rm -rf "$output"
mv "$new" "$output"
echo "page: ${#files[@]} files, $total bytes gzipped, in ${output#"$repository"/}"
