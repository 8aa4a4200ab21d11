/*
 * YAML out: one value in pieces, as a file that people can edit.
 *
 * What it writes reads back exactly.  Texts stand on one line, without quotes
 * where they need none; a long one that would need them is a block.
 */
#ifndef TEXT_YAML_OUT_H
#define TEXT_YAML_OUT_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/vec.h"

typedef struct YamlOut YamlOut;

/* Writes one document to `out`, in its order: keys before their values. */
YamlOut *
yaml_out_new(Buf *out);

/* Ends the document. */
void
yaml_out_free(YamlOut *yaml);

/*
 * True where `out` had no room, a piece stood where it cannot, or libyaml is not
 * there.
 */
bool
yaml_out_failed(const YamlOut *yaml);

void
yaml_out_open(YamlOut *yaml, bool is_map);

/* Closes the innermost list or map. */
void
yaml_out_close(YamlOut *yaml);

/*
 * A key or a scalar.  `is_text`: it is quoted where it would be read as a
 * number, `null` and the like.
 */
void
yaml_out_scalar(YamlOut *yaml, Slice scalar, bool is_text);

#endif
