#include "text/yaml_out.h"

#include <limits.h>

#include <yaml.h>

#include "base/items.h"
#include "base/mem.h"

#define DEPTH_MAX 64
/* Bytes of a text that is written as a block where it needs quotes. */
#define BLOCK_MIN 60

struct YamlOut {
	yaml_emitter_t emitter;
	Buf *out;
	bool failed;
	unsigned depth;
	bool maps[DEPTH_MAX];	/* which of the open ones are maps */
};

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
		yaml_event_delete(event);
	else
		yaml->failed = !yaml_emitter_emit(&yaml->emitter, event);
}

YamlOut *
yaml_out_new(Buf *out)
{
	YamlOut *yaml = mem_zalloc(sizeof(*yaml));
	yaml_event_t event;

	yaml->out = out;
	if (!yaml_emitter_initialize(&yaml->emitter)) {
		yaml->failed = true;
		return yaml;
	}
	yaml_emitter_set_output(&yaml->emitter, on_write, yaml);
	yaml_emitter_set_unicode(&yaml->emitter, 1);
	yaml_emitter_set_width(&yaml->emitter, -1);
	emit(yaml, &event,
	     yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
	emit(yaml, &event,
	     yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
	return yaml;
}

void
yaml_out_free(YamlOut *yaml)
{
	yaml_event_t event;

	if (!yaml)
		return;
	emit(yaml, &event, yaml_document_end_event_initialize(&event, 1));
	emit(yaml, &event, yaml_stream_end_event_initialize(&event));
	yaml_emitter_delete(&yaml->emitter);
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
	yaml_event_t event;

	if (yaml->depth == DEPTH_MAX) {
		yaml->failed = true;
		return;
	}
	yaml->maps[yaml->depth++] = is_map;
	if (is_map)
		emit(yaml, &event,
		     yaml_mapping_start_event_initialize(
			     &event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE));
	else
		emit(yaml, &event,
		     yaml_sequence_start_event_initialize(
			     &event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE));
}

void
yaml_out_close(YamlOut *yaml)
{
	yaml_event_t event;

	if (yaml->depth == 0) {
		yaml->failed = true;
		return;
	}
	if (yaml->maps[--yaml->depth])
		emit(yaml, &event, yaml_mapping_end_event_initialize(&event));
	else
		emit(yaml, &event, yaml_sequence_end_event_initialize(&event));
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
	bool letter = (first | 32) >= 'a' && (first | 32) <= 'z';

	if (!letter && first < 0x80)
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

	if (scalar.len > INT_MAX) {
		yaml->failed = true;
		return;
	}
	emit(yaml, &event,
	     yaml_scalar_event_initialize(&event, NULL, NULL,
					  (const yaml_char_t *)ptr,
					  (int)scalar.len, 1, 1, style));
}
