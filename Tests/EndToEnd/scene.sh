# Sourced by demo and playground: makes an invented organisation in $scene with the commands in $bin.
#
# Sets gateway_address, link and the functions start_gateway, stop_gateway. Passphrases stand in files because
# nobody is there to type them; people are asked.

# make_organisation PORT: root and second key, an internal and an external counsellor, a signed roster.
make_organisation() {
    gateway_address=http://127.0.0.1:$1
    (
        umask 077
        for who in board council intern extern; do
            printf 'demonstration passphrase of the %s\n' "$who" >"$scene/$who.passphrase"
        done
    )
    "$bin/gateway" init "$scene/gateway" --origin meld.linde.example --gateway "$gateway_address"
    "$bin/counsellor" organisation init "$scene/organisation" --name 'De Linde (invented)' \
        --gateway "$gateway_address" --gateway-keys "$scene/gateway/gateway.vkeys" \
        --root-key "$scene/board.age" --root-passphrase-file "$scene/board.passphrase" \
        --second-key "$scene/council.age" --second-passphrase-file "$scene/council.passphrase" \
        --language en
    make_counsellor intern 'Confidential counsellor (internal)' internal
    make_counsellor extern 'Confidential counsellor (external)' external
    local who
    for who in board council; do
        "$bin/counsellor" organisation sign "$scene/organisation" --key "$scene/$who.age" \
            --passphrase-file "$scene/$who.passphrase" --yes --language en
    done
    link=$(cat "$scene/organisation/organisation.link")
}

# make_counsellor ID NAME ROLE: her keys, her online and offline folders, her place in the roster.
make_counsellor() {
    "$bin/counsellor" init --home "$scene/$1-offline" --collector "$scene/$1-online" \
        --passphrase-file "$scene/$1.passphrase" --link "$scene/organisation/organisation.link" \
        --id "$1" --name "$2" --role "$3" --languages nl,en --way 'Telephone +31 00 000 00 00' \
        --reads mon,thu --enrolment "$scene/$1.enrolment" --language en
    "$bin/counsellor" organisation add "$scene/organisation" "$scene/$1.enrolment" --language en
}

# publish_notes: the roster, and each counsellor’s own notes.
publish_notes() {
    "$bin/gateway" publish "$scene/gateway" "$scene/organisation/roster.note" \
        "$scene"/*.keys.note "$scene"/*.hours.note
}

# confirm_list: each counsellor’s online computer looks at the list and confirms it; before that she is not offered.
confirm_list() {
    local who
    for who in intern extern; do
        "$bin/counsellor" fetch --collector "$scene/$who-online" --language en || return 1
    done
}

# start_gateway PORT: in the background, until stop_gateway; with the page when it is built.
start_gateway() {
    local page=$PWD/.build/page
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then
        echo "error: something else serves on port $1" >&2
        return 1
    fi
    [ -f "$page/index.html" ] || page=none
    "$bin/gateway" serve "$scene/gateway" --port "$1" --page "$page" &
    gateway_process=$!
    local try
    for try in $(seq 100); do
        (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
        sleep 0.1
    done
    echo "error: the gateway did not start on port $1" >&2
    return 1
}

stop_gateway() {
    [ -n "${gateway_process:-}" ] || return 0
    kill -TERM "$gateway_process" 2>/dev/null || true
    wait "$gateway_process" 2>/dev/null || true
    gateway_process=
}

# free_port: one that nobody listens on now.
free_port() {
    local port
    for port in $(shuf -i 20000-60000 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
    return 1
}
