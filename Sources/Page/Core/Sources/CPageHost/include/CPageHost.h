// What the WebAssembly module needs of its host; see host.c.
#ifndef CPAGEHOST_H
#define CPAGEHOST_H
#include <stddef.h>
#include <stdint.h>
#endif
