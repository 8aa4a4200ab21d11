#include "unit/folder_fixture.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

void
folder_make(Folder *folder)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(folder->path, sizeof(folder->path), "%s/fangtan-XXXXXX",
		 tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(folder->path));
}

static int
remove_one(const char *path, const struct stat *info, int type,
	   struct FTW *ftw)
{
	(void)info;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
folder_remove(Folder *folder)
{
	nftw(folder->path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

void
folder_path(const Folder *folder, const char *name, char *path, size_t size)
{
	snprintf(path, size, "%s/%s", folder->path, name);
}

void
folder_write(const Folder *folder, const char *name, const char *text)
{
	char path[400];
	char *slash;
	FILE *file;

	folder_path(folder, name, path, sizeof(path));
	slash = strrchr(path, '/');
	*slash = '\0';
	mkdir(path, 0700);
	*slash = '/';
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}
