// The module imports env.random_fill, which the page answers with crypto.getRandomValues, and env.step (CPageHost.h).
// libsodium, BoringSSL's X-Wing and Swift's hash seeds all come to the first through these two, which replace
// wasi-libc's own.
#include "CPageHost.h"

__attribute__((import_module("env"), import_name("random_fill")))
void host_random_fill(void *buffer, size_t count);

void arc4random_buf(void *buffer, size_t count) { host_random_fill(buffer, count); }

uint32_t arc4random(void) {
    uint32_t number;
    host_random_fill(&number, sizeof number);
    return number;
}

// Embedded Swift's print: there is nowhere to print to, and nothing should.
int putchar(int character) { return character; }

// libsodium's X25519 names it beside the ladder. Sodium and CXWing give the ladder the base point instead.
__attribute__((noreturn)) void no_scalarmult_base(void *point, const unsigned char *scalar) {
    __builtin_trap();
}

// assert() in libsodium: stop at once, without wasi-libc's printing.
__attribute__((noreturn)) void __assert_fail(
    const char *expression, const char *file, int line, const char *function) {
    __builtin_trap();
}
