#include "CWipe.h"
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

extern void __libc_free(void *);

void free(void *memory) {
  if (memory == NULL) return;
  explicit_bzero(memory, malloc_usable_size(memory));
  __libc_free(memory);
}

// The C library's own would move a block and leave the old bytes behind.
void *realloc(void *memory, size_t size) {
  if (memory == NULL) return malloc(size);
  if (size == 0) {
    free(memory);
    return NULL;
  }
  size_t held = malloc_usable_size(memory);
  if (size <= held && size >= held / 2) return memory;
  void *moved = malloc(size);
  if (moved == NULL) return NULL;
  memcpy(moved, memory, size < held ? size : held);
  free(memory);
  return moved;
}

int wipe_is_in_force(void) {
  // Through pointers the compiler can't see through: reading freed memory is what is to be tested.
  void (*volatile release)(void *) = free;
  volatile unsigned char *volatile memory = malloc(4096);
  if (memory == NULL) return 0;
  memory[2048] = 0x5a;
  release((void *)memory);
  return memory[2048] != 0x5a;
}
