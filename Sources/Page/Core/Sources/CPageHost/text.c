// Text is compared by its scalars here: nothing decomposes or composes. Swift's String has canonical equivalence
// from tables of 100 KB, half of what the whole page may weigh; the core compares identifiers, keys and its own
// words, which are ASCII, and a text with itself.
// What the tables have beyond that is not defined, so that what needs it (Character, count and dropFirst of a
// String, lowercased) does not link: use utf8 or unicodeScalars.
#include "CPageHost.h"

/// Combining class and quick checks: 0, a starter that stands in every normal form as it is.
uint16_t _swift_stdlib_getNormData(uint32_t scalar) { return 0; }

/// Where a scalar's decomposition stands: 0, nowhere.
uint32_t _swift_stdlib_getDecompositionEntry(uint32_t scalar) { return 0; }

/// What two scalars make together: nothing.
uint32_t _swift_stdlib_getComposition(uint32_t first, uint32_t second) { return UINT32_MAX; }

const uint8_t *_swift_stdlib_nfd_decompositions = 0;
