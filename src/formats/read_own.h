/*
 * Read own: the interface's structure of a document, as JSON and YAML give it.
 *
 * Reading back what was written gives the same document, but for what it came
 * from.  A file that somebody edited may leave out what can be told: numbers
 * of turns and ids, kinds, levels; may name speakers instead of numbering
 * them; and paragraphs may be texts alone.
 */
#ifndef FORMATS_READ_OWN_H
#define FORMATS_READ_OWN_H

#include <stdbool.h>

#include "base/err.h"
#include "formats/draft.h"
#include "text/yaml.h"

/* True where the tree is meant to be of this structure. */
bool
read_own_is(const YamlNode *root);

/* Appends all to `draft`; fails where a passage names what is not there. */
Status
read_own(const YamlNode *root, Draft *draft, Err *err);

#endif
