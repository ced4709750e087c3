#!/bin/bash
# The Debian package of the counsellor's desk, from a built command: build.sh COUNSELLOR OUTPUT.deb
# The same files give the same package: times are those of the last commit.
set -euo pipefail
umask 022
here=$(dirname "$(realpath "$0")")
root=$(realpath "$here/../..")
counsellor=$1 output=$2
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

version=$(sed -n 's/^## \([0-9][0-9.]*\).*/\1/p' "$root/CHANGELOG.md" | head -1)
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct 2>/dev/null || echo 0)
export SOURCE_DATE_EPOCH
if grep -q "^## $version, not yet released" "$root/CHANGELOG.md"; then
    version+=~$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d)  # Older than the release itself.
fi

put() { install -D -m "$1" "$2" "$stage/$3"; }
put 755 "$counsellor" usr/bin/counsellor
strip --strip-unneeded "$stage/usr/bin/counsellor"
put 644 "$here/sottovoce-counsellor.desktop" usr/share/applications/sottovoce-counsellor.desktop
put 644 "$here/sottovoce-counsellor.svg" usr/share/icons/hicolor/scalable/apps/sottovoce-counsellor.svg
put 755 "$here/daily" usr/lib/sottovoce/daily
put 644 "$here/sottovoce.service" usr/lib/systemd/user/sottovoce.service
put 644 "$here/sottovoce.timer" usr/lib/systemd/user/sottovoce.timer
put 644 "$root/Docs/for-counsellors.md" usr/share/doc/sottovoce-counsellor/for-counsellors.md
put 644 "$root/Docs/voor-vertrouwenspersonen.md" usr/share/doc/sottovoce-counsellor/voor-vertrouwenspersonen.md
for picture in "$root"/Docs/pictures/*.png; do
    put 644 "$picture" "usr/share/doc/sottovoce-counsellor/pictures/$(basename "$picture")"
done
put 644 "$root/LICENSE" usr/share/doc/sottovoce-counsellor/copyright
size=$(du -sk --apparent-size "$stage" | cut -f1)
install -d "$stage/DEBIAN"
sed "s/VERSION/$version/; s/ARCHITECTURE/$(dpkg --print-architecture)/; s/SIZE/$size/" \
    "$here/control" > "$stage/DEBIAN/control"
install -m 755 "$here/postinst" "$here/prerm" "$stage/DEBIAN"
find "$stage" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$(dirname "$output")"
dpkg-deb --root-owner-group -Zzstd --build "$stage" "$output"
