/*
 * Write YAML: the structure of the interface's JSON as a file that people can
 * edit, and that reads back as the same document.
 */
#ifndef FORMATS_WRITE_YAML_H
#define FORMATS_WRITE_YAML_H

#include "formats/write_json.h"

/* One document, behind a `---` where something stands before it. */
Status
write_yaml(Out *out, const Origin *origin, const Document *doc,
	   const Selection *sel, const Stats *stats, Err *err);

#endif
