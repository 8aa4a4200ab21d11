/*
 * Check, inside: how the single checks tell what they find.
 */
#ifndef FORMATS_CHECK_INNER_H
#define FORMATS_CHECK_INNER_H

#include "formats/check.h"

typedef struct Finding {
	uint32_t line;		/* 0: of no line */
	uint32_t order;
	const char *kind;
	Slice message;
} Finding;

struct Check {
	const Document *doc;
	const Origin *origin;
	bool by_line;		/* the document's text is the source itself */
	Arena arena;
	ChunkVec findings;
	const Finding **sorted;
};

#define CHECK_NAME_CHARS 60	/* of a name in a message */

/* For printf("%.*s"): the start of a name. */
#define CHECK_NAME(name) SLICE_ARGS(check_clip(name))

Slice
check_clip(Slice name);

void
check_add(Check *check, uint32_t line, const char *kind, const char *format,
	  ...) __attribute__((format(printf, 4, 5)));

/* Calls `visit` with each line of the text (pieces of very long ones). */
void
check_each_line(Check *check,
		void (*visit)(void *ctx, Slice line, uint32_t line_no),
		void *ctx);

/* The line of the first turn of each speaker; the caller frees it. */
uint32_t *
check_first_lines(const Document *doc);

/* check_names.c */
void
check_names(Check *check);

/* Names that differ in case, width, blanks or punctuation alone. */
bool
check_same_name(Slice a, Slice b);

/* check_labels.c */
void
check_labels(Check *check);

/* check_script.c */
void
check_scripts(Check *check);

#endif
