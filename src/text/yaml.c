/*
 * One pass over libyaml's events.  An alias shares the children of what it
 * names, so memory does not multiply; what a consumer that walks the tree
 * would see is counted, and it is that number which YAML_NODE_MAX limits, and
 * that depth which YAML_DEPTH_MAX does.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/yaml.h"

#include <string.h>

#include <yaml.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/items.h"

#ifndef YAML_SONAME
#define YAML_SONAME "libyaml-0.so.2"
#endif

/* Anchors in a block; each alias looks through them. */
#define ANCHOR_MAX 256

typedef struct Anchor {
	struct Anchor *before;
	Slice name;
	const YamlNode *node;
	bool whole;	 /* false: the node is still being read */
	unsigned weight; /* nodes that a walk through it meets */
	unsigned height; /* levels below it */
} Anchor;

/* A list or map that is being read. */
typedef struct Level {
	YamlNode *node;
	YamlNode *last;	   /* its newest child */
	Anchor *anchor;	   /* or NULL */
	Slice key;	   /* read, its value not yet */
	uint32_t key_line; /* 0: no key */
	unsigned before;   /* nodes before it */
	unsigned height;
} Level;

/* What is used of the library. */
typedef struct LibYaml {
	int (*initialize)(yaml_parser_t *parser);
	void (*delete)(yaml_parser_t *parser);
	void (*set_encoding)(yaml_parser_t *parser, yaml_encoding_t encoding);
	void (*set_input_string)(yaml_parser_t *parser,
				 const unsigned char *input, size_t len);
	int (*parse)(yaml_parser_t *parser, yaml_event_t *event);
	void (*event_delete)(yaml_event_t *event);
} LibYaml;

typedef struct Reader {
	LibYaml lib;
	yaml_parser_t parser;
	Slice block;
	Arena *arena;
	Err *err;
	Anchor *anchors; /* newest first */
	unsigned n_anchors;
	unsigned node_max;
	unsigned nodes; /* that a walk would meet so far */
	YamlNode *root;
	unsigned depth;
	Level levels[YAML_DEPTH_MAX];
} Reader;

/* False where the library is not there or lacks a function. */
static bool
load_library(LibYaml *lib)
{
	const DynlibSymbol symbols[] = {
		{ "yaml_parser_initialize", &lib->initialize },
		{ "yaml_parser_delete", &lib->delete },
		{ "yaml_parser_set_encoding", &lib->set_encoding },
		{ "yaml_parser_set_input_string", &lib->set_input_string },
		{ "yaml_parser_parse", &lib->parse },
		{ "yaml_event_delete", &lib->event_delete },
	};

	return dynlib_load(YAML_SONAME, symbols, N_ITEMS(symbols));
}

static Slice
from_yaml(const yaml_char_t *str)
{
	return slice_from((const char *)str);
}

static uint32_t
event_line(const yaml_event_t *event)
{
	return (uint32_t)event->start_mark.line + 1;
}

static Level *
innermost(Reader *reader)
{
	return reader->depth ? &reader->levels[reader->depth - 1] : NULL;
}

static Status
err_depth(Reader *reader, uint32_t line)
{
	return err_set_line(reader->err, line,
			    _("lists and maps are nested deeper than %d "
			      "levels"),
			    YAML_DEPTH_MAX);
}

/* Counts `weight` nodes more. */
static Status
count_nodes(Reader *reader, unsigned weight, uint32_t line)
{
	reader->nodes += weight;
	if (reader->nodes <= reader->node_max)
		return STATUS_OK;
	return err_set_line(reader->err, line,
			    _("there are more than %u values"),
			    reader->node_max);
}

/* Hangs `node` into the tree; in a map it takes the key that waits. */
static void
add_node(Reader *reader, YamlNode *node)
{
	Level *level = innermost(reader);

	if (!level) {
		reader->root = node;
		return;
	}
	if (level->key_line) {
		node->key = level->key;
		node->line = level->key_line;
		level->key_line = 0;
	}
	if (level->last)
		level->last->next = node;
	else
		level->node->first = node;
	level->last = node;
}

/* Notes that the innermost list or map has `height` levels below it. */
static void
raise_level(Reader *reader, unsigned height)
{
	Level *level = innermost(reader);

	if (level && level->height < height)
		level->height = height;
}

static Status
add_anchor(Reader *reader, const yaml_char_t *name, const YamlNode *node,
	   Anchor **ret_anchor)
{
	Anchor *anchor;

	*ret_anchor = NULL;
	if (!name)
		return STATUS_OK;
	if (reader->n_anchors++ == ANCHOR_MAX)
		return err_set_line(reader->err, node->line,
				    _("there are more than %d anchors"),
				    ANCHOR_MAX);
	anchor = arena_alloc(reader->arena, sizeof(*anchor));
	anchor->name = arena_copy(reader->arena, from_yaml(name));
	anchor->node = node;
	anchor->before = reader->anchors;
	reader->anchors = anchor;
	*ret_anchor = anchor;
	return STATUS_OK;
}

static YamlNode *
node_new(Reader *reader, YamlKind kind, uint32_t line)
{
	YamlNode *node = arena_alloc(reader->arena, sizeof(*node));

	node->kind = kind;
	node->line = line;
	return node;
}

static bool
wants_key(Reader *reader)
{
	const Level *level = innermost(reader);

	return level && level->node->kind == YAML_MAP && !level->key_line;
}

static void
take_key(Reader *reader, Slice key, uint32_t line)
{
	Level *level = innermost(reader);

	level->key = key;
	level->key_line = line;
}

static Status
on_scalar(Reader *reader, const yaml_event_t *event)
{
	uint32_t line = event_line(event);
	Slice value = { (const char *)event->data.scalar.value,
			event->data.scalar.length };
	YamlNode *node = node_new(reader, YAML_SCALAR, line);
	Anchor *anchor;

	node->value = arena_copy(reader->arena, value);
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	if (add_anchor(reader, event->data.scalar.anchor, node, &anchor) !=
	    STATUS_OK)
		return STATUS_FAILED;
	if (anchor) {
		anchor->whole = true;
		anchor->weight = 1;
	}
	if (wants_key(reader)) {
		take_key(reader, node->value, line);
		return STATUS_OK;
	}
	/* A document of nothing is one plain scalar of no bytes. */
	if (!reader->depth && !value.len && event->data.scalar.plain_implicit)
		return STATUS_OK;
	add_node(reader, node);
	return count_nodes(reader, 1, line);
}

static Status
on_start(Reader *reader, YamlKind kind, const yaml_char_t *anchor,
	 uint32_t line)
{
	YamlNode *node = node_new(reader, kind, line);
	Level level = { .node = node, .before = reader->nodes };

	if (wants_key(reader))
		return err_set_line(reader->err, line,
				    _("the key of a map is a list or a map; "
				      "it must be a text"));
	if (reader->depth == YAML_DEPTH_MAX)
		return err_depth(reader, line);
	if (add_anchor(reader, anchor, node, &level.anchor) != STATUS_OK)
		return STATUS_FAILED;
	add_node(reader, node);
	reader->levels[reader->depth++] = level;
	return count_nodes(reader, 1, line);
}

static void
on_end(Reader *reader)
{
	Level level = *innermost(reader);

	if (level.anchor) {
		level.anchor->whole = true;
		level.anchor->weight = reader->nodes - level.before;
		level.anchor->height = level.height;
	}
	reader->depth--;
	raise_level(reader, level.height + 1);
}

static const Anchor *
find_anchor(const Reader *reader, Slice name)
{
	const Anchor *anchor = reader->anchors;

	while (anchor && !slice_eq(anchor->name, name))
		anchor = anchor->before;
	return anchor;
}

static Status
add_alias(Reader *reader, const Anchor *anchor, uint32_t line)
{
	YamlNode *node = arena_alloc(reader->arena, sizeof(*node));

	*node = *anchor->node;
	node->key = SLICE("");
	node->next = NULL;
	node->line = line;
	if (node->kind != YAML_SCALAR) {
		if (reader->depth + anchor->height >= YAML_DEPTH_MAX)
			return err_depth(reader, line);
		raise_level(reader, anchor->height + 1);
	}
	add_node(reader, node);
	return count_nodes(reader, anchor->weight, line);
}

static Status
on_alias(Reader *reader, const yaml_event_t *event)
{
	uint32_t line = event_line(event);
	Slice name = from_yaml(event->data.alias.anchor);
	const Anchor *anchor = find_anchor(reader, name);

	if (!anchor)
		return err_set_line(reader->err, line,
				    _("nothing before it has the anchor "
				      "\"%.*s\""),
				    SLICE_ARGS(name));
	if (!anchor->whole)
		return err_set_line(reader->err, line,
				    _("the alias \"%.*s\" stands in what it "
				      "names"),
				    SLICE_ARGS(name));
	if (!wants_key(reader))
		return add_alias(reader, anchor, line);
	if (anchor->node->kind != YAML_SCALAR)
		return err_set_line(reader->err, line,
				    _("the key of a map is a list or a map; "
				      "it must be a text"));
	take_key(reader, anchor->node->value, line);
	return STATUS_OK;
}

/* Takes one event; *ret_end is true after the first document. */
static Status
on_event(Reader *reader, const yaml_event_t *event, bool *ret_end)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return on_scalar(reader, event);
	case YAML_ALIAS_EVENT:
		return on_alias(reader, event);
	case YAML_SEQUENCE_START_EVENT:
		return on_start(reader, YAML_LIST,
				event->data.sequence_start.anchor,
				event_line(event));
	case YAML_MAPPING_START_EVENT:
		return on_start(reader, YAML_MAP,
				event->data.mapping_start.anchor,
				event_line(event));
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		on_end(reader);
		return STATUS_OK;
	case YAML_DOCUMENT_END_EVENT:
	case YAML_STREAM_END_EVENT:
		*ret_end = true;
		return STATUS_OK;
	default:
		return STATUS_OK;
	}
}

/* What libyaml said, at the line where it said it. */
static Status
err_parser(Reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	const char *problem = parser->problem ? parser->problem : "?";
	uint32_t line = (uint32_t)parser->problem_mark.line + 1;

	if (parser->error == YAML_READER_ERROR) {
		Slice before =
			slice_sub(reader->block, 0, parser->problem_offset);

		line = 1;
		for (size_t i = 0; i < before.len; i++)
			line += before.ptr[i] == '\n';
	}
	return err_set_line(reader->err, line, _("this is no valid YAML: %s"),
			    problem);
}

static Status
read_events(Reader *reader)
{
	Status status = STATUS_OK;
	yaml_event_t event;
	bool end = false;

	while (status == STATUS_OK && !end) {
		if (!reader->lib.parse(&reader->parser, &event))
			return err_parser(reader);
		status = on_event(reader, &event, &end);
		reader->lib.event_delete(&event);
	}
	return status;
}

static Status
read_block(Reader *reader, const YamlNode **ret_root)
{
	Slice block = reader->block;
	const char *text = block.len ? block.ptr : "";
	Status status;

	if (!load_library(&reader->lib))
		return err_set(reader->err,
			       _("YAML cannot be read, because the library %s "
				 "cannot be loaded; install libyaml"),
			       YAML_SONAME);
	if (!reader->lib.initialize(&reader->parser))
		return err_set(reader->err,
			       _("there is no memory to read YAML"));
	reader->lib.set_encoding(&reader->parser, YAML_UTF8_ENCODING);
	reader->lib.set_input_string(&reader->parser,
				     (const yaml_char_t *)text, block.len);
	status = read_events(reader);
	if (status == STATUS_OK)
		*ret_root = reader->root;
	reader->lib.delete(&reader->parser);
	return status;
}

Status
yaml_read(Slice block, Arena *arena, const YamlNode **ret_root, Err *err)
{
	Reader reader = {
		.block = block,
		.arena = arena,
		.err = err,
		.node_max = YAML_NODE_MAX,
	};

	*ret_root = NULL;
	if (block.len > YAML_INPUT_MAX)
		return err_set(err, _("the YAML is longer than %d bytes"),
			       YAML_INPUT_MAX);
	return read_block(&reader, ret_root);
}

Status
yaml_read_file(Slice file, Arena *arena, const YamlNode **ret_root, Err *err)
{
	Reader reader = {
		.block = file,
		.arena = arena,
		.err = err,
		.node_max = YAML_FILE_NODE_MAX,
	};

	*ret_root = NULL;
	if (file.len > YAML_FILE_INPUT_MAX)
		return err_set(err, _("the YAML is longer than %d bytes"),
			       YAML_FILE_INPUT_MAX);
	return read_block(&reader, ret_root);
}

const YamlNode *
yaml_get(const YamlNode *map, const char *key)
{
	Slice wanted = slice_from(key);

	if (map->kind != YAML_MAP)
		return NULL;
	for (const YamlNode *node = map->first; node; node = node->next)
		if (slice_eq(node->key, wanted))
			return node;
	return NULL;
}
