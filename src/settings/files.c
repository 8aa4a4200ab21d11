#include "settings/files.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

#define CHUNK 16384	/* bytes that are read at a time */

bool
files_folder(const char *variable, const char *home, Buf *out)
{
	const char *folder = getenv(variable);
	const char *below = "";

	if (!folder || *folder != '/') {
		folder = getenv("HOME");
		below = home;
	}
	return folder && *folder == '/'
		&& buf_appendf(out, "%s%s/fangtan", folder, below);
}

Status
files_read(int fd, size_t most, Buf *out, Err *err)
{
	char chunk[CHUNK];
	ssize_t n = 1;

	while (n > 0 && out->len <= most) {
		n = read(fd, chunk, sizeof(chunk));
		if (n > 0)
			buf_append(out, (Slice){ chunk, (size_t)n });
	}
	return n < 0 ? err_set_system(err, errno) : STATUS_OK;
}

/* Makes the folders that a path names; fails later, where one is missing. */
static void
make_folders(char *path)
{
	for (char *at = path + 1; (at = strchr(at, '/')); at++) {
		*at = '\0';
		mkdir(path, 0700);
		*at = '/';
	}
}

static bool
write_all(int fd, Slice bytes)
{
	while (bytes.len > 0) {
		ssize_t n = write(fd, bytes.ptr, bytes.len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			bytes = slice_sub(bytes, (size_t)n, SIZE_MAX);
	}
	return fsync(fd) == 0;
}

/* `beside` is a template of mkstemp(3). */
static bool
write_beside(const char *path, char *beside, Slice bytes)
{
	int fd = mkstemp(beside);
	bool done;
	int error;

	if (fd < 0)
		return false;
	done = write_all(fd, bytes);
	done = close(fd) == 0 && done && rename(beside, path) == 0;
	error = errno;
	if (!done)
		unlink(beside);
	errno = error;
	return done;
}

Status
files_write(const char *path, Slice bytes, Err *err)
{
	Buf beside;
	bool done;

	buf_init(&beside, SIZE_MAX);
	buf_appendf(&beside, "%s.XXXXXX", path);
	buf_append_char(&beside, '\0');
	make_folders(beside.ptr);
	done = write_beside(path, beside.ptr, bytes);
	buf_done(&beside);
	if (done)
		return STATUS_OK;
	return err_set(err, _("%s cannot be written: %s"), path,
		       strerror(errno));
}
