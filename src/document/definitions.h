/*
 * Definitions: where the links of Markdown lead that name no address.
 *
 * `[label]: address "title"` on a line of its own (CommonMark 0.31, 4.7) says
 * it for the links `[text][label]`, `[label][]` and `[label]` (6.3).  Here the
 * address must look like one, so that `[laughter]: yes` stays speech, and the
 * whole stands on one line but for the title; `[^1]: …` is a footnote.
 *
 * Append-only: of two for the same label the first holds.  A survey appends;
 * a Document that shares them sees as many as there were when its labels were
 * decided, and so never changes.  Memory: at most DEFINITIONS_MAX of them, and
 * DEFINITIONS_BYTES of their labels and addresses; what is more is forgotten.
 */
#ifndef DOCUMENT_DEFINITIONS_H
#define DOCUMENT_DEFINITIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

#define DEFINITIONS_MAX 200000
#define DEFINITIONS_BYTES ((size_t)32 << 20)
#define DEFINITIONS_LABEL_MAX 999	/* bytes of a label */

typedef struct Definitions Definitions;

/* The first `count` of them; all zeros: none. */
typedef struct Defined {
	Definitions *all;
	uint32_t count;
} Defined;

typedef struct Definition {
	Slice label;
	Slice address;		/* without `<>`, escapes as they are written */
	bool titled;		/* its title stands on the line */
} Definition;

/*
 * True where a line is a definition, which nobody speaks; `ret` borrows from
 * the line.
 */
bool
definition_read(Slice line, Definition *ret);

/* True where a line is nothing but the title of the definition above it. */
bool
definition_is_title(Slice line);

Definitions *
definitions_new(void);

/* How many there are; NULL has none. */
uint32_t
definitions_count(const Definitions *all);

/* All that there are, with one more owner; each calls definitions_free(). */
Defined
definitions_share(Definitions *all);

void
definitions_free(Definitions *all);

void
definitions_add(Definitions *all, const Definition *definition);

/*
 * The number of the definition of a label, as it stands in a link, or
 * UINT32_MAX.  `scratch` is used for a copy.
 */
uint32_t
definitions_find(const Defined *defined, Slice label, Buf *scratch);

/* Its address as it is meant, without escapes. */
Slice
definitions_address(const Defined *defined, uint32_t number);

/* The label in brackets that `text` begins with; empty where there is none. */
Slice
definitions_label(Slice text);

/* True where a text begins with a label in brackets that is defined. */
bool
definitions_begin(const Defined *defined, Slice text);

#endif
