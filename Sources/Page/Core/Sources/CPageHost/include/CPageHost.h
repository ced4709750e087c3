// What the WebAssembly module needs of its host; see host.c.
#ifndef CPAGEHOST_H
#define CPAGEHOST_H
#include <stddef.h>
#include <stdint.h>

// Says that one more step of a long task was made, and nothing else.
__attribute__((import_module("env"), import_name("step")))
void host_step(void);

#endif
