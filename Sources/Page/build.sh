#!/bin/bash
# Builds the reporter's page: .build/page with index.html, style.css, scripts/main.mjs and scripts/worker.mjs (each with all
# that it imports), a file of texts a language, core.wasm, a compressed copy of each, and the unsigned list of their
# SHA-256 (`manifest`); the same bytes on every machine with the same tools.
# usage: build.sh [--sources FOLDER] [--core FILE] [--output FOLDER]    from anywhere
# Debian packages: esbuild zopfli, and those of Core/build.sh.
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
cp "$sources/index.html" "$new"
cp "$core" "$new/core.wasm"

# Names stay as they are in the sources, so that what is served can be read beside them; comments and spaces go.
# Languages are fetched when they are chosen: files of their own. What main.mjs and the worker both import stands in both.
cd "$sources"
bundle() {
    esbuild "$@" --bundle --minify-whitespace --minify-syntax --charset=utf8 --legal-comments=none \
        --target=es2022 --log-level=warning --outdir="$new"
}
notice="Apache-2.0, built from Sources/Page of Sottovoce"
for script in main worker; do
    bundle "scripts/$script.mjs" --format=esm --splitting --out-extension:.js=.mjs "--banner:js=// $notice" \
        --entry-names=scripts/[name] --chunk-names=texts/[name]
done
bundle style.css "--banner:css=/* $notice */"
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
    zopfli --i15 "$file"
    chmod 644 "$file.gz"
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
