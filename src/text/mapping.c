/*
 * The table is written outside the handler only, and an entry's length last
 * and first cleared, so that a handler that interrupts sees whole entries.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/mapping.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

typedef struct Mapping {
	const char *volatile ptr;
	volatile size_t len; /* 0: the entry is free */
} Mapping;

static Mapping mappings[MAPPING_MAX];
static uintptr_t page_size;
static struct sigaction handler_before;

bool
mapping_repair(const void *addr)
{
	uintptr_t at = (uintptr_t)addr;
	void *page;

	for (size_t i = 0; i < MAPPING_MAX; i++) {
		uintptr_t start = (uintptr_t)mappings[i].ptr;

		if (at < start || at - start >= mappings[i].len)
			continue;
		page = (void *)(at & ~(page_size - 1));
		return mmap(page, page_size, PROT_READ,
			    MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
			    0) != MAP_FAILED;
	}
	return false;
}

static void
on_bus_error(int signo, siginfo_t *info, void *context)
{
	int saved = errno;

	(void)context;
	/* Returning without a repair faults again, under the other handler. */
	if (!mapping_repair(info->si_addr))
		sigaction(signo, &handler_before, NULL);
	errno = saved;
}

/* Sets the handler, where it is not the one that is set. */
static void
set_handler(void)
{
	struct sigaction action = { 0 };
	struct sigaction before;

	action.sa_sigaction = on_bus_error;
	action.sa_flags = SA_SIGINFO;
	sigemptyset(&action.sa_mask);
	if (sigaction(SIGBUS, NULL, &before) != 0 ||
	    before.sa_sigaction == on_bus_error)
		return;
	page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
	handler_before = before;
	sigaction(SIGBUS, &action, NULL);
}

static Mapping *
find_entry(const char *ptr)
{
	for (size_t i = 0; i < MAPPING_MAX; i++)
		if (ptr ? mappings[i].len && mappings[i].ptr == ptr
			: mappings[i].len == 0)
			return &mappings[i];
	return NULL;
}

const char *
mapping_new(int fd, size_t size)
{
	Mapping *entry = find_entry(NULL);
	void *ptr;

	if (!entry || size == 0)
		return NULL;
	set_handler();
	ptr = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (ptr == MAP_FAILED)
		return NULL;
	entry->ptr = ptr;
	entry->len = size;
	return ptr;
}

void
mapping_free(const char *ptr)
{
	Mapping *entry = ptr ? find_entry(ptr) : NULL;
	size_t len;

	if (!entry)
		return;
	len = entry->len;
	entry->len = 0;
	munmap((void *)ptr, len);
}
