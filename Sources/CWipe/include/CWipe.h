#ifndef CWIPE_H
#define CWIPE_H
/// In a program that links this module every byte is overwritten when it is freed, whoever allocated it.
///
/// So what a connection brought (address, header fields, body) does not stay behind in the memory of a
/// process that runs for months. It replaces the C library's `free` and `realloc` for the whole program,
/// which glibc allows ("Replacing malloc" in its manual), and is not for libraries.
/// Returns 1 when that is so: called once at start, to be sure that the linker took these and no others.
int wipe_is_in_force(void);
#endif
