/*
 * YAML: bounded blocks into a small tree.  The one owner of libyaml, with
 * yaml_out.c.
 *
 * Input is at most YAML_INPUT_MAX bytes, depth at most YAML_DEPTH_MAX, nodes
 * at most YAML_NODE_MAX (in a file of its own: YAML_FILE_…), and an alias is
 * followed by reference, so that no bomb grows.  Scalars stay as they were
 * written (after YAML's quoting).
 */
#ifndef TEXT_YAML_H
#define TEXT_YAML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"

#define YAML_INPUT_MAX (1024 * 1024)
#define YAML_DEPTH_MAX 64
#define YAML_NODE_MAX 20000
#define YAML_FILE_INPUT_MAX (16 * 1024 * 1024)
#define YAML_FILE_NODE_MAX 1000000

typedef enum YamlKind { YAML_SCALAR, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode {
	YamlKind kind;
	bool plain;			/* a scalar without quotes */
	uint32_t line;			/* from 1, in the block */
	Slice key;			/* in a map: the key of this value */
	Slice value;			/* of a scalar */
	struct YamlNode *first;		/* children of a list or map */
	struct YamlNode *next;		/* the next sibling */
} YamlNode;

/*
 * The first document of `block`, in `arena`; *ret_root is NULL for an empty
 * one.  Fails with the line of the block where it is not valid YAML or
 * passes a limit; then the arena may hold parts.
 */
Status
yaml_read(Slice block, Arena *arena, const YamlNode **ret_root, Err *err);

/* The same of a whole file. */
Status
yaml_read_file(Slice file, Arena *arena, const YamlNode **ret_root, Err *err);

/* The value of `key` in a map, or NULL. */
const YamlNode *
yaml_get(const YamlNode *map, const char *key);

#endif
