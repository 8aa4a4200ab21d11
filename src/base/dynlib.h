/*
 * Dynlib: a shared library that is loaded when it is first needed, so that a
 * start does not pay for what it may not use.
 *
 * A library that was loaded stays until the program ends.  Who uses one keeps
 * its functions; nobody keeps a handle.
 */
#ifndef BASE_DYNLIB_H
#define BASE_DYNLIB_H

#include <stdbool.h>
#include <stddef.h>

typedef struct DynlibSymbol {
	const char *name;
	void *ret_function;	/* where the pointer to it goes */
} DynlibSymbol;

/*
 * Finds `n` functions in the library.  False where it is not there or lacks
 * one of them.  The first call for a library costs its loading (some 0.1 ms),
 * a further one its look-ups.
 */
bool
dynlib_load(const char *soname, const DynlibSymbol *symbols, size_t n);

#endif
