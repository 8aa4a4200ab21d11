#include "terminal/reader.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

#define OPERANDS_MAX 8
#define ENV_MAX 16
#define WHAT_MAX 512

int
reader_setup(void **state)
{
	Reader *reader = calloc(1, sizeof(*reader));
	const char *tmp = getenv("TMPDIR");

	snprintf(reader->dir, sizeof(reader->dir), "%s/fangtan-pty.XXXXXX",
		 tmp && *tmp ? tmp : "/tmp");
	*state = reader;
	return mkdtemp(reader->dir) ? 0 : -1;
}

static void
remove_folder(const char *dir)
{
	DIR *entries = opendir(dir);
	char path[READER_PATH_MAX];
	struct dirent *entry;

	while (entries && (entry = readdir(entries))) {
		snprintf(path, sizeof(path), "%s/%s", dir, entry->d_name);
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")
		    && unlink(path) < 0)
			remove_folder(path);
	}
	if (entries)
		closedir(entries);
	rmdir(dir);
}

int
reader_teardown(void **state)
{
	Reader *reader = *state;

	harness_free(reader->harness);
	remove_folder(reader->dir);
	free(reader);
	return 0;
}

const char *
reader_program(void)
{
	const char *program = getenv("FANGTAN");

	return program && *program ? program : "./fangtan";
}

static FILE *
create(Reader *reader, const char *name)
{
	FILE *file;

	snprintf(reader->path, sizeof(reader->path), "%s/%s", reader->dir,
		 name);
	file = fopen(reader->path, "w");
	assert_non_null(file);
	return file;
}

const char *
reader_write(Reader *reader, const char *name, const char *text)
{
	FILE *file = create(reader, name);

	fputs(text, file);
	fclose(file);
	return reader->path;
}

const char *
reader_write_rows(Reader *reader)
{
	FILE *file = create(reader, "rows.md");

	fputs("---\ntitle: Rows\n---\n\n**Ann**:", file);
	for (int i = 0; i < READER_ROWS; i++)
		fprintf(file, " w%03dxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", i);
	fputs("\n\n**Bob**: next\n\n**Ann**: last\n", file);
	fclose(file);
	return reader->path;
}

const char *
reader_write_turns(Reader *reader)
{
	static const char *const names[] = { "Ann", "Bob", "Cat" };
	static const char *const chapters[] = { "First", "Second", "Third" };
	FILE *file = create(reader, "turns.md");

	fputs("---\ntitle: Turns\n---\n", file);
	for (int i = 0; i < READER_TURNS; i++) {
		if (i % 10 == 0)
			fprintf(file, "\n## %s\n", chapters[i / 10]);
		fprintf(file, "\n**%s**: turn %d\n", names[i % 3], i + 1);
		if ((i + 1) % 5 == 0)
			fprintf(file, "\nmore %d\n", i + 1);
	}
	fclose(file);
	return reader->path;
}

const char *
reader_sample(Reader *reader, const char *name)
{
	const char *top = getenv("srcdir");

	snprintf(reader->path, sizeof(reader->path), "%s/data/interviews/%s",
		 top && *top ? top : ".", name);
	if (access(reader->path, R_OK) < 0)
		fail_msg("%s is not there; srcdir names the source",
			 reader->path);
	return reader->path;
}

Harness *
reader_run(Reader *reader, const HarnessStart *start,
	   const char *const *operands)
{
	const char *argv[OPERANDS_MAX + 2] = { reader_program() };
	const char *env[ENV_MAX + 2] = { NULL };
	HarnessStart full = *start;
	char home[READER_PATH_MAX];
	int n = 0;

	for (int i = 0; operands && operands[i]; i++) {
		assert_in_range(i, 0, OPERANDS_MAX - 1);
		argv[i + 1] = operands[i];
	}
	snprintf(home, sizeof(home), "HOME=%s", reader->dir);
	env[n++] = home;
	for (; start->env && start->env[n - 1]; n++) {
		assert_in_range(n, 1, ENV_MAX);
		env[n] = start->env[n - 1];
	}
	full.argv = argv;
	full.env = env;
	harness_free(reader->harness);
	reader->harness = harness_start(&full);
	return reader->harness;
}

static bool
shows_status(Harness *harness, const void *arg)
{
	(void)arg;
	return harness_alternate(harness)
		&& *harness_row(harness, harness_rows(harness) - 1);
}

Harness *
reader_open(Reader *reader, const char *path, int cols, int rows)
{
	const char *const operands[] = { path, NULL };
	HarnessStart start = { .cols = cols, .rows = rows };
	Harness *harness = reader_run(reader, &start, operands);

	harness_expect(harness, shows_status, NULL, "a status line");
	return harness;
}

int
reader_status_row(Reader *reader)
{
	return harness_rows(reader->harness) - 1;
}

/* The status line with single blanks: counters may keep their columns. */
static void
squeeze(const char *row, char *ret, size_t max)
{
	size_t len = 0;

	for (; *row && len + 1 < max; row++)
		if (*row != ' ' || row[1] != ' ')
			ret[len++] = *row;
	ret[len] = '\0';
}

static bool
is_seen(Harness *harness, const void *arg)
{
	const ReaderSight *sight = arg;
	char status[WHAT_MAX];

	squeeze(harness_row(harness, harness_rows(harness) - 1), status,
		sizeof(status));
	if (sight->first
	    && !strstr(harness_row(harness, READER_FIRST), sight->first))
		return false;
	return !sight->status || strstr(status, sight->status);
}

static void
expect_sight(Reader *reader, ReaderSight sight, const char *when)
{
	char what[WHAT_MAX];

	snprintf(what, sizeof(what),
		 "%s: first row “%s”, status line “%s”", when,
		 sight.first ? sight.first : "…",
		 sight.status ? sight.status : "…");
	harness_expect(reader->harness, is_seen, &sight, what);
}

static bool
has_cleared(Harness *harness, const void *arg)
{
	return harness_clears(harness) > *(const unsigned *)arg;
}

void
reader_resize(Reader *reader, int cols, int rows)
{
	unsigned clears = harness_clears(reader->harness);

	harness_resize(reader->harness, cols, rows);
	harness_expect(reader->harness, has_cleared, &clears,
		       "a repaint in another size");
}

void
reader_see(Reader *reader, ReaderSight sight)
{
	unsigned clears = harness_clears(reader->harness);

	harness_keys(reader->harness, "<C-l>");
	harness_expect(reader->harness, has_cleared, &clears, "a repaint");
	expect_sight(reader, sight, "repainted");
}

void
reader_press(Reader *reader, const char *keys, ReaderSight sight)
{
	char when[WHAT_MAX / 4];

	snprintf(when, sizeof(when), "after %s", keys);
	harness_keys(reader->harness, keys);
	expect_sight(reader, sight, when);
	reader_see(reader, sight);
}

void
reader_escape(Reader *reader, const char *text)
{
	harness_keys(reader->harness, "<Esc>");
	harness_expect_no_text(reader->harness, text);
}

void
reader_quit(Reader *reader, const char *keys)
{
	harness_keys(reader->harness, keys);
	assert_int_equal(harness_wait_end(reader->harness), 0);
	assert_true(harness_restored(reader->harness));
}
