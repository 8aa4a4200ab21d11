#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/yaml_out.h"

#include <limits.h>

#include <yaml.h>

#include "base/ascii.h"
#include "base/dynlib.h"

#include "base/items.h"
#include "base/mem.h"

#ifndef YAML_SONAME
#define YAML_SONAME "libyaml-0.so.2"
#endif

#define DEPTH_MAX 64
/* Bytes of a text that is written as a block where it needs quotes. */
#define BLOCK_MIN 60

/* What is used of the library. */
typedef struct LibYaml {
	int (*initialize)(yaml_emitter_t *emitter);
	void (*delete)(yaml_emitter_t *emitter);
	void (*set_output)(yaml_emitter_t *emitter,
			   yaml_write_handler_t *handler, void *ctx);
	void (*set_unicode)(yaml_emitter_t *emitter, int unicode);
	void (*set_width)(yaml_emitter_t *emitter, int cols);
	int (*emit)(yaml_emitter_t *emitter, yaml_event_t *event);
	void (*event_delete)(yaml_event_t *event);
	int (*stream_start)(yaml_event_t *event, yaml_encoding_t encoding);
	int (*stream_end)(yaml_event_t *event);
	int (*document_start)(yaml_event_t *event,
			      yaml_version_directive_t *version,
			      yaml_tag_directive_t *tags,
			      yaml_tag_directive_t *tags_end, int implicit);
	int (*document_end)(yaml_event_t *event, int implicit);
	int (*mapping_start)(yaml_event_t *event, const yaml_char_t *anchor,
			     const yaml_char_t *tag, int implicit,
			     yaml_mapping_style_t style);
	int (*mapping_end)(yaml_event_t *event);
	int (*sequence_start)(yaml_event_t *event, const yaml_char_t *anchor,
			      const yaml_char_t *tag, int implicit,
			      yaml_sequence_style_t style);
	int (*sequence_end)(yaml_event_t *event);
	int (*scalar)(yaml_event_t *event, const yaml_char_t *anchor,
		      const yaml_char_t *tag, const yaml_char_t *value,
		      int len, int plain_implicit, int quoted_implicit,
		      yaml_scalar_style_t style);
} LibYaml;

struct YamlOut {
	LibYaml lib;
	yaml_emitter_t emitter;
	Buf *out;
	bool begun;		/* the emitter is there */
	bool failed;
	unsigned depth;
	bool maps[DEPTH_MAX];	/* which of the open ones are maps */
};

/* False where the library is not there or lacks a function. */
static bool
load_library(LibYaml *lib)
{
	const DynlibSymbol symbols[] = {
		{ "yaml_emitter_initialize", &lib->initialize },
		{ "yaml_emitter_delete", &lib->delete },
		{ "yaml_emitter_set_output", &lib->set_output },
		{ "yaml_emitter_set_unicode", &lib->set_unicode },
		{ "yaml_emitter_set_width", &lib->set_width },
		{ "yaml_emitter_emit", &lib->emit },
		{ "yaml_event_delete", &lib->event_delete },
		{ "yaml_stream_start_event_initialize", &lib->stream_start },
		{ "yaml_stream_end_event_initialize", &lib->stream_end },
		{ "yaml_document_start_event_initialize",
		  &lib->document_start },
		{ "yaml_document_end_event_initialize", &lib->document_end },
		{ "yaml_mapping_start_event_initialize", &lib->mapping_start },
		{ "yaml_mapping_end_event_initialize", &lib->mapping_end },
		{ "yaml_sequence_start_event_initialize",
		  &lib->sequence_start },
		{ "yaml_sequence_end_event_initialize", &lib->sequence_end },
		{ "yaml_scalar_event_initialize", &lib->scalar },
	};

	return dynlib_load(YAML_SONAME, symbols, N_ITEMS(symbols));
}

static int
on_write(void *ctx, unsigned char *bytes, size_t len)
{
	YamlOut *yaml = ctx;

	return buf_append(yaml->out, (Slice){ (const char *)bytes, len });
}

/* Emits what was initialised, if it was; a failed emitter takes no more. */
static void
emit(YamlOut *yaml, yaml_event_t *event, int initialized)
{
	if (!initialized)
		yaml->failed = true;
	else if (yaml->failed)
		yaml->lib.event_delete(event);
	else
		yaml->failed = !yaml->lib.emit(&yaml->emitter, event);
}

static bool
begin(YamlOut *yaml)
{
	const LibYaml *lib = &yaml->lib;
	yaml_event_t event;

	if (!load_library(&yaml->lib) || !lib->initialize(&yaml->emitter))
		return false;
	lib->set_output(&yaml->emitter, on_write, yaml);
	lib->set_unicode(&yaml->emitter, 1);
	lib->set_width(&yaml->emitter, -1);
	emit(yaml, &event, lib->stream_start(&event, YAML_UTF8_ENCODING));
	emit(yaml, &event, lib->document_start(&event, NULL, NULL, NULL, 1));
	return true;
}

YamlOut *
yaml_out_new(Buf *out)
{
	YamlOut *yaml = mem_zalloc(sizeof(*yaml));

	yaml->out = out;
	yaml->begun = begin(yaml);
	yaml->failed = yaml->failed || !yaml->begun;
	return yaml;
}

static void
end(YamlOut *yaml)
{
	const LibYaml *lib = &yaml->lib;
	yaml_event_t event;

	emit(yaml, &event, lib->document_end(&event, 1));
	emit(yaml, &event, lib->stream_end(&event));
	lib->delete(&yaml->emitter);
}

void
yaml_out_free(YamlOut *yaml)
{
	if (!yaml)
		return;
	if (yaml->begun)
		end(yaml);
	mem_free(yaml);
}

bool
yaml_out_failed(const YamlOut *yaml)
{
	return yaml->failed;
}

void
yaml_out_open(YamlOut *yaml, bool is_map)
{
	const LibYaml *lib = &yaml->lib;
	yaml_event_t event;

	yaml->failed = yaml->failed || yaml->depth == DEPTH_MAX;
	if (yaml->failed)
		return;
	yaml->maps[yaml->depth++] = is_map;
	emit(yaml, &event,
	     is_map ? lib->mapping_start(&event, NULL, NULL, 1,
					 YAML_BLOCK_MAPPING_STYLE)
		    : lib->sequence_start(&event, NULL, NULL, 1,
					  YAML_BLOCK_SEQUENCE_STYLE));
}

void
yaml_out_close(YamlOut *yaml)
{
	const LibYaml *lib = &yaml->lib;
	yaml_event_t event;

	yaml->failed = yaml->failed || yaml->depth == 0;
	if (yaml->failed)
		return;
	emit(yaml, &event,
	     yaml->maps[--yaml->depth] ? lib->mapping_end(&event)
				       : lib->sequence_end(&event));
}

/* True where `s` holds one of the bytes, each a string of its own. */
static bool
has_one_of(Slice s, const char *const *strings, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_find(s, slice_from(strings[i])) != SIZE_MAX)
			return true;
	return false;
}

/*
 * True where a block would not keep it: line ends that YAML makes one, white
 * space at the ends.
 */
static bool
needs_escapes(Slice s)
{
	static const char *const breaks[] = {
		"\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9",
	};

	return !slice_eq(slice_trim(s), s) ||
	       has_one_of(s, breaks, N_ITEMS(breaks));
}

/* True where no quotes are needed to be read as text, and as this one. */
static bool
is_plain_text(Slice s)
{
	static const char *const words[] = {
		"null", "true", "false", "yes", "no", "on", "off", "y", "n",
	};
	static const char *const marks[] = { ": ", " #" };
	unsigned char first = s.len > 0 ? (unsigned char)s.ptr[0] : 0;

	if (!ascii_is_letter(first) && first < 0x80)
		return false;
	for (size_t i = 0; i < N_ITEMS(words); i++)
		if (slice_eq_nocase(s, slice_from(words[i])))
			return false;
	return !slice_ends(s, SLICE(":")) && !has_one_of(s, marks, 2);
}

/* The style in which people can edit it best; libyaml may need another. */
static yaml_scalar_style_t
style_of(Slice s)
{
	if (s.len == 0)
		return YAML_SINGLE_QUOTED_SCALAR_STYLE;
	if (needs_escapes(s))
		return YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	if (slice_find(s, SLICE("\n")) != SIZE_MAX)
		return YAML_LITERAL_SCALAR_STYLE;
	if (is_plain_text(s))
		return YAML_PLAIN_SCALAR_STYLE;
	return s.len < BLOCK_MIN ? YAML_SINGLE_QUOTED_SCALAR_STYLE
				 : YAML_LITERAL_SCALAR_STYLE;
}

void
yaml_out_scalar(YamlOut *yaml, Slice scalar, bool is_text)
{
	const char *ptr = scalar.len > 0 ? scalar.ptr : "";
	yaml_scalar_style_t style =
		is_text ? style_of(scalar) : YAML_PLAIN_SCALAR_STYLE;
	yaml_event_t event;

	yaml->failed = yaml->failed || scalar.len > INT_MAX;
	if (yaml->failed)
		return;
	emit(yaml, &event,
	     yaml->lib.scalar(&event, NULL, NULL, (const yaml_char_t *)ptr,
			      (int)scalar.len, 1, 1, style));
}
