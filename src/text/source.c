/*
 * Three ways to read: memory (a mapping or a test's bytes), a file, and what
 * can be waited for (a pipe, a terminal), which is polled before each read:
 * the descriptor of standard input is shared with others, so its flags are
 * not changed.  A file that is not mapped is read into one buffer of its size,
 * unit behind unit, so that its bytes need no copy either.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "text/mapping.h"

struct Source {
	int fd;	    /* -1: memory */
	bool waits; /* a read may block */
	bool again; /* the last read gave SOURCE_AGAIN */
	bool eof;
	bool mapped;
	Slice memory;  /* the mapping or the test's bytes, else NULL */
	size_t pos;    /* in `memory`, or in a `buf` that holds all */
	uint64_t size; /* bytes in all; 0: unknown */
	size_t (*cut)(void *ctx);
	void *ctx;
	char *buf;
	size_t room;   /* bytes of `buf` */
	bool holds_all; /* `buf` is the whole file's, else of one unit */
};

static Status
err_open(Err *err, int code)
{
	switch (code) {
	case EISDIR:
		return err_set(err, _("is a directory; "
				      "a document is read from a file"));
	case ENXIO:
		return err_set(err, _("is a socket or a device that is not "
				      "there; a document is read from a "
				      "file or a pipe"));
	default:
		return err_set_system(err, code);
	}
}

static void
map_file(Source *source, uint64_t size)
{
	off_t pos = lseek(source->fd, 0, SEEK_CUR);
	const char *ptr;

	if (size > SIZE_MAX || pos < 0 || (uint64_t)pos > size)
		return;
	ptr = mapping_new(source->fd, (size_t)size);
	if (!ptr)
		return;
	source->mapped = true;
	source->memory = (Slice){ ptr, (size_t)size };
	source->pos = (size_t)pos;
}

Source *
source_from_fd(int fd)
{
	Source *source = mem_zalloc(sizeof(*source));
	struct stat st;

	source->fd = fd;
	if (fstat(fd, &st) == 0) {
		source->waits = !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
		if (S_ISREG(st.st_mode) && st.st_size > 0)
			source->size = (uint64_t)st.st_size;
	}
	if (source->size > SOURCE_MAP_MIN)
		map_file(source, source->size);
	if (source->mapped)
		return source;
	source->holds_all = source->size > 0 && source->size <= SOURCE_MAP_MIN;
	source->room = source->holds_all ? (size_t)source->size : CLOCK_UNIT;
	source->buf = mem_alloc(source->room);
	return source;
}

/* Fails for what is no document: a directory, a disk. */
static Status
check_kind(int fd, Err *err)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_open(err, errno);
	if (S_ISDIR(st.st_mode))
		return err_open(err, EISDIR);
	if (S_ISBLK(st.st_mode))
		return err_set(err, _("is a block device; a document is read "
				      "from a file or a pipe"));
	return STATUS_OK;
}

Source *
source_open(const char *path, Err *err)
{
	int fd;

	if (strcmp(path, "-") == 0)
		fd = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	else
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0) {
		err_open(err, errno);
		return NULL;
	}
	if (check_kind(fd, err) != STATUS_OK) {
		close(fd);
		return NULL;
	}
	return source_from_fd(fd);
}

Source *
source_from_memory(Slice bytes, size_t (*cut)(void *ctx), void *ctx)
{
	Source *source = mem_zalloc(sizeof(*source));

	source->fd = -1;
	source->memory = (Slice){ bytes.ptr ? bytes.ptr : "", bytes.len };
	source->size = bytes.len;
	source->cut = cut;
	source->ctx = ctx;
	return source;
}

void
source_free(Source *source)
{
	if (!source)
		return;
	if (source->mapped)
		mapping_free(source->memory.ptr);
	if (source->fd >= 0)
		close(source->fd);
	mem_free(source->buf);
	mem_free(source);
}

static SourceState
read_memory(Source *source, Slice *ret_bytes)
{
	size_t len = CLOCK_UNIT;
	size_t most;

	if (source->pos == source->memory.len)
		return SOURCE_EOF;
	if (source->cut) {
		most = source->cut(source->ctx);
		if (most == 0)
			return SOURCE_AGAIN;
		if (len > most)
			len = most;
	}
	*ret_bytes = slice_sub(source->memory, source->pos, len);
	source->pos += ret_bytes->len;
	return SOURCE_BYTES;
}

static bool
is_ready(const Source *source)
{
	struct pollfd pfd = { .fd = source->fd, .events = POLLIN };

	return poll(&pfd, 1, 0) > 0;
}

static SourceState
read_fd(Source *source, Slice *ret_bytes, Err *err)
{
	char *to = source->buf + source->pos;
	size_t room = source->room - source->pos;
	ssize_t n;

	if (source->waits && !is_ready(source))
		return SOURCE_AGAIN;
	n = read(source->fd, to, room < CLOCK_UNIT ? room : CLOCK_UNIT);
	if (n > 0) {
		*ret_bytes = (Slice){ to, (size_t)n };
		if (source->holds_all)
			source->pos += (size_t)n;
		return SOURCE_BYTES;
	}
	if (n == 0)
		return SOURCE_EOF;
	if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
		return SOURCE_AGAIN;
	err_open(err, errno);
	return SOURCE_FAILED;
}

SourceState
source_read(Source *source, Slice *ret_bytes, Err *err)
{
	SourceState state = SOURCE_EOF;

	if (!source->eof)
		state = source->memory.ptr ? read_memory(source, ret_bytes)
					   : read_fd(source, ret_bytes, err);
	source->eof = state == SOURCE_EOF;
	source->again = state == SOURCE_AGAIN;
	return state;
}

bool
source_is_stable(const Source *source)
{
	return source->memory.ptr != NULL || source->holds_all;
}

int
source_fd(const Source *source)
{
	return source->again ? source->fd : -1;
}

uint64_t
source_size(const Source *source)
{
	return source->size;
}
