/*
 * Mapping: files in memory that may shrink under the reader.
 *
 * Holds the table of what is mapped.  A page that the file has lost is
 * replaced by zeros when it is touched, by the handler of SIGBUS that each
 * mapping sets; what it does not know it leaves to the handler that was set
 * before.  A handler that is set later asks mapping_repair() first.
 */
#ifndef TEXT_MAPPING_H
#define TEXT_MAPPING_H

#include <stdbool.h>
#include <stddef.h>

/* Mappings at one time; a further file is read instead. */
#define MAPPING_MAX 64

/* The first `size` bytes of the file `fd`, or NULL where that is impossible. */
const char *
mapping_new(int fd, size_t size);

/* Unmaps what mapping_new() gave. */
void
mapping_free(const char *ptr);

/*
 * Where `addr` lies in a mapping: maps zeros over its page and returns true.
 * Async-signal-safe.
 */
bool
mapping_repair(const void *addr);

#endif
