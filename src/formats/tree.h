/*
 * Tree: what the values of a JSON or YAML tree mean to the readers.
 *
 * Everything may be missing (NULL) or of another kind than expected; then the
 * answer is that of nothing.
 */
#ifndef FORMATS_TREE_H
#define FORMATS_TREE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/yaml.h"

/* The value of `key`; NULL where `map` is no map or the value is null. */
const YamlNode *
tree_get(const YamlNode *map, const char *key);

/* The first value there is of `keys`, which NULL ends. */
const YamlNode *
tree_get_one_of(const YamlNode *map, const char *const *keys);

/* The list of `key`, or NULL. */
const YamlNode *
tree_list(const YamlNode *map, const char *key);

/* A scalar; ptr NULL: none, or null. */
Slice
tree_text(const YamlNode *node);

/* A decimal number as JSON writes it. */
bool
tree_number(const YamlNode *node, double *ret_number);

/* A whole number of 0 to `max`, else `other`. */
uint32_t
tree_uint(const YamlNode *node, uint32_t max, uint32_t other);

bool
tree_is_true(const YamlNode *node);

/*
 * Milliseconds of a time in seconds or as [H:]MM:SS, DOC_NONE where there is
 * none.
 */
uint32_t
tree_seconds(const YamlNode *node);

/* The same of a number of milliseconds. */
uint32_t
tree_millis(const YamlNode *node);

#endif
