/*
 * Front: the front matter of a text file, YAML between `---` lines.
 *
 * Finds it, reads it, and gives its title, date and keys to a Document; what it
 * says of the speakers is people.h's to tell.  Front matter that is
 * not valid YAML is read line by line (`key: value`).
 */
#ifndef FORMATS_FRONT_H
#define FORMATS_FRONT_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "text/yaml.h"

#define FRONT_MAX 65536	/* bytes; what is longer is no front matter */

typedef enum FrontState {
	FRONT_UNKNOWN,		/* more text is needed to tell */
	FRONT_NONE,
	FRONT_READ,
} FrontState;

typedef struct Front {
	FrontState state;
	uint32_t len;		/* bytes, both `---` lines included */
	uint32_t lines;
	Arena arena;
	const YamlNode *root;	/* a map, or NULL */
	Err *fault;		/* why it is no valid YAML; NULL: it is */
} Front;

void
front_init(Front *front);

void
front_done(Front *front);

/*
 * Looks at `head`, the text from its start, until it is clear whether it
 * begins with front matter.  `eof`: it is all there is.
 */
void
front_look(Front *front, Slice head, bool eof);

/* The title, or the empty slice. */
Slice
front_title(const Front *front);

/* Adds title, date, all other keys and what is wrong to the document. */
void
front_apply(const Front *front, Document *doc);

#endif
