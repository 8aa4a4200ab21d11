#include "formats/front.h"

#include <stdio.h>

#include "base/i18n.h"
#include "document/build.h"
#include "document/date.h"
#include "text/utf8.h"

#define KEY_MAX 512	/* bytes of `a.b.c` */

void
front_init(Front *front)
{
	*front = (Front){ .state = FRONT_UNKNOWN };
	arena_init(&front->arena);
}

void
front_done(Front *front)
{
	arena_done(&front->arena);
}

/* Reads `key: value` lines into a map, for what is no valid YAML. */
static void
read_by_line(Front *front, Slice block)
{
	YamlNode *root = arena_alloc(&front->arena, sizeof(*root));
	YamlNode **link = &root->first;

	root->kind = YAML_MAP;
	while (block.len > 0) {
		Slice line = slice_next_line(&block);
		size_t colon = slice_find(line, SLICE(":"));
		YamlNode *node;

		if (colon == SIZE_MAX || colon == 0 || line.ptr[0] == ' ' ||
		    line.ptr[0] == '#' || line.ptr[0] == '-')
			continue;
		node = arena_alloc(&front->arena, sizeof(*node));
		node->key = arena_copy(&front->arena,
				       slice_trim(slice_sub(line, 0, colon)));
		node->value = arena_copy(
			&front->arena,
			slice_trim(slice_sub(line, colon + 1, SIZE_MAX)));
		*link = node;
		link = &node->next;
	}
	front->root = root;
}

static void
read_block(Front *front, Slice block)
{
	Err err = { .line = 0 };

	front->state = FRONT_READ;
	if (yaml_read(block, &front->arena, &front->root, &err) != STATUS_OK) {
		front->fault = arena_alloc(&front->arena, sizeof(Err));
		err_set_line(front->fault, err.line + 1,
			     _("front matter: %s; it was read line by line"),
			     err.text);
		read_by_line(front, block);
	}
	if (front->root != NULL && front->root->kind != YAML_MAP)
		front->root = NULL;
}

void
front_look(Front *front, Slice head, bool eof)
{
	static const Slice mark = { "---\n", 4 };
	bool too_long = head.len > FRONT_MAX;
	Slice rest;

	if (front->state != FRONT_UNKNOWN)
		return;
	rest = head = slice_sub(head, 0, FRONT_MAX);
	if (head.len < mark.len && !eof)
		return;
	if (!slice_starts(head, mark)) {
		front->state = FRONT_NONE;
		return;
	}
	slice_next_line(&rest);
	front->lines = 1;
	while (rest.len > 0) {
		size_t at = head.len - rest.len;
		bool whole = slice_find(rest, SLICE("\n")) != SIZE_MAX;
		Slice line = slice_trim_end(slice_next_line(&rest));

		if (!whole && (!eof || too_long))
			break;
		front->lines++;
		if (slice_eq(line, SLICE("---")) ||
		    slice_eq(line, SLICE("..."))) {
			front->len = (uint32_t)(head.len - rest.len);
			read_block(front, slice_sub(head, mark.len,
						    at - mark.len));
			return;
		}
	}
	if (eof || too_long) {
		front->state = FRONT_NONE;
		front->lines = 0;
	}
}

static Slice
scalar_of(const Front *front, const char *key)
{
	const YamlNode *node = NULL;

	if (front->root != NULL)
		node = yaml_get(front->root, key);
	return node != NULL && node->kind == YAML_SCALAR ? node->value
							 : SLICE("");
}

Slice
front_title(const Front *front)
{
	return slice_trim(scalar_of(front, "title"));
}

static bool
holds_only_scalars(const YamlNode *list)
{
	for (const YamlNode *child = list->first; child != NULL;
	     child = child->next)
		if (child->kind != YAML_SCALAR)
			return false;
	return true;
}

/* Cuts a key that passed KEY_MAX between characters. */
static Slice
whole_key(const char *key)
{
	Slice whole = slice_from(key);
	bool cut;

	whole.len = utf8_valid_prefix(whole, &cut);
	return whole;
}

/* Adds `node` under `key`; what nests is `key.name`, or `key.1`. */
static void
apply_node(Document *doc, const YamlNode *node, const char *key, int depth)
{
	char name[KEY_MAX];
	int n = 0;

	if (node->kind == YAML_SCALAR) {
		doc_add_meta(doc, whole_key(key), node->value, false);
		return;
	}
	if (node->kind == YAML_LIST && holds_only_scalars(node)) {
		doc_add_meta(doc, whole_key(key), (Slice){ NULL, 0 }, true);
		for (node = node->first; node != NULL; node = node->next)
			doc_add_meta(doc, whole_key(key), node->value, true);
		return;
	}
	if (depth == YAML_DEPTH_MAX)
		return;
	for (const YamlNode *child = node->first; child != NULL;
	     child = child->next) {
		n++;
		if (node->kind == YAML_MAP)
			snprintf(name, sizeof(name), "%s%s%.*s", key,
				 key[0] ? "." : "", SLICE_ARGS(child->key));
		else
			snprintf(name, sizeof(name), "%s.%d", key, n);
		apply_node(doc, child, name, depth + 1);
	}
}

void
front_apply(const Front *front, Document *doc)
{
	char date[DATE_SIZE];
	bool dated = date_read(slice_trim(scalar_of(front, "date")), date,
			       NULL);
	Slice title = front_title(front);

	if (title.len > 0)
		doc->meta.title = arena_copy(&doc->names, title);
	if (dated)
		doc->meta.date = arena_copy(&doc->names, slice_from(date));
	if (front->fault != NULL) {
		Err *fault = arena_alloc(&doc->names, sizeof(*fault));

		*fault = *front->fault;
		doc->meta.fault = fault;
	}
	if (front->root == NULL)
		return;
	for (const YamlNode *node = front->root->first; node != NULL;
	     node = node->next) {
		char key[KEY_MAX];

		if (title.len > 0 && slice_eq(node->key, SLICE("title")))
			continue;
		if (dated && slice_eq(node->key, SLICE("date")))
			continue;
		snprintf(key, sizeof(key), "%.*s", SLICE_ARGS(node->key));
		apply_node(doc, node, key, 0);
	}
}
