#include "base/dynlib.h"

#include <dlfcn.h>
#include <string.h>

bool
dynlib_load(const char *soname, const DynlibSymbol *symbols, size_t n)
{
	void *library = dlopen(soname, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);

	for (size_t i = 0; library != NULL && i < n; i++) {
		void *symbol = dlsym(library, symbols[i].name);

		if (symbol == NULL)
			return false;
		memcpy(symbols[i].ret_function, &symbol, sizeof(symbol));
	}
	return library != NULL;
}
