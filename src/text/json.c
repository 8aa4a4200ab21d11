/*
 * jansson writes the strings; the numbers are written here, because it has
 * no fixed number of decimals, and containers too, so that no tree is built.
 *
 * To be read, the text is measured first, so that jansson, which knows no
 * limit on what it builds, is given nothing too deep or too large.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/json.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/items.h"
#include "text/json_scan.h"
#include "text/uni.h"
#include "text/utf8.h"

#ifndef JANSSON_SONAME
#define JANSSON_SONAME "libjansson.so.4"
#endif

#define DECIMALS_MAX 15
#define SHORT_MAX 1e9 /* below: millionths are exact */
#define REAL_MAX 400 /* bytes of the longest number with its decimals */

/* What is used of the library. */
typedef struct Jansson {
	json_t *(*stringn)(const char *value, size_t len);
	int (*dump_callback)(const json_t *json, json_dump_callback_t callback,
			     void *data, size_t flags);
	json_t *(*loadb)(const char *text, size_t len, size_t flags,
			 json_error_t *error);
	void (*delete)(json_t *json);
	void *(*object_iter)(json_t *object);
	void *(*object_iter_next)(json_t *object, void *iter);
	const char *(*object_iter_key)(void *iter);
	json_t *(*object_iter_value)(void *iter);
	size_t (*array_size)(const json_t *array);
	json_t *(*array_get)(const json_t *array, size_t i);
	const char *(*string_value)(const json_t *string);
	size_t (*string_length)(const json_t *string);
	json_int_t (*integer_value)(const json_t *integer);
	double (*real_value)(const json_t *real);
} Jansson;

struct JsonOut {
	const JsonSink *sink; /* or NULL */
	Buf *out;
	bool after_key;
	unsigned depth;
	struct {
		char close;  /* '}' or ']' */
		bool filled; /* a comma goes before what comes next */
	} levels[JSON_DEPTH_MAX];
	Jansson jansson;
};

/* False where the library is not there or lacks a function. */
static bool
jansson_load(Jansson *jansson)
{
	const DynlibSymbol symbols[] = {
		{ "json_stringn", &jansson->stringn },
		{ "json_dump_callback", &jansson->dump_callback },
		{ "json_loadb", &jansson->loadb },
		{ "json_delete", &jansson->delete },
		{ "json_object_iter", &jansson->object_iter },
		{ "json_object_iter_next", &jansson->object_iter_next },
		{ "json_object_iter_key", &jansson->object_iter_key },
		{ "json_object_iter_value", &jansson->object_iter_value },
		{ "json_array_size", &jansson->array_size },
		{ "json_array_get", &jansson->array_get },
		{ "json_string_value", &jansson->string_value },
		{ "json_string_length", &jansson->string_length },
		{ "json_integer_value", &jansson->integer_value },
		{ "json_real_value", &jansson->real_value },
	};

	return dynlib_load(JANSSON_SONAME, symbols, N_ITEMS(symbols));
}

JsonOut *
json_out_new(Buf *out, Err *err)
{
	JsonOut *json = mem_zalloc(sizeof(*json));

	json->out = out;
	if (jansson_load(&json->jansson))
		return json;
	err_set(err,
		_("JSON cannot be written, because the library %s cannot "
		  "be loaded; install jansson"),
		JANSSON_SONAME);
	json_out_free(json);
	return NULL;
}

JsonOut *
json_out_new_sink(const JsonSink *sink)
{
	JsonOut *json = mem_zalloc(sizeof(*json));

	json->sink = sink;
	return json;
}

void
json_out_free(JsonOut *json)
{
	mem_free(json);
}

static void
put(JsonOut *json, Slice s)
{
	buf_append(json->out, s);
}

/* The comma before a key or an item of a list. */
static void
put_separator(JsonOut *json)
{
	if (json->after_key) {
		json->after_key = false;
		return;
	}
	if (json->depth == 0)
		return;
	if (json->levels[json->depth - 1].filled)
		put(json, SLICE(", "));
	json->levels[json->depth - 1].filled = true;
}

static void
put_scalar(JsonOut *json, Slice s)
{
	if (json->sink) {
		json->after_key = false;
		json->sink->scalar(json->sink->ctx, s, false);
		return;
	}
	put_separator(json);
	put(json, s);
}

/*
 * jansson escapes what JSON must; a terminal obeys more.  The pieces end
 * between characters.
 */
static int
on_dump(const char *bytes, size_t len, void *data)
{
	Slice piece = { bytes, len };
	size_t done = 0, off = 0;
	char escape[8];
	uint32_t cp;

	while (off < len) {
		size_t n = utf8_decode(slice_sub(piece, off, UTF8_MAX), &cp);

		if (cp >= 0x7F && uni_is_control(cp)) {
			put(data, slice_sub(piece, done, off - done));
			snprintf(escape, sizeof(escape), "\\u%04X",
				 (unsigned)cp & 0xFFFF);
			put(data, slice_from(escape));
			done = off + n;
		}
		off += n;
	}
	put(data, slice_sub(piece, done, SIZE_MAX));
	return 0;
}

/* True where it would hold a line end once it is read: U+2028, U+2029. */
static bool
has_separator(Slice s)
{
	return slice_find(s, SLICE("\xE2\x80\xA8")) != SIZE_MAX ||
	       slice_find(s, SLICE("\xE2\x80\xA9")) != SIZE_MAX;
}

static void
put_string(JsonOut *json, Slice s)
{
	const Jansson *jansson = &json->jansson;
	json_t *string;

	if (json_is_plain(s)) {
		put(json, SLICE("\""));
		put(json, s);
		put(json, SLICE("\""));
		return;
	}
	string = jansson->stringn(s.len ? s.ptr : "", s.len);
	assert(string);
	if (!string)
		return;
	jansson->dump_callback(string, on_dump, json,
			       JSON_ENCODE_ANY |
			       (has_separator(s) ? JSON_ENSURE_ASCII : 0));
	jansson->delete(string);
}

static void
open_level(JsonOut *json, const char *open, char close)
{
	if (json->sink) {
		json->after_key = false;
		json->sink->open(json->sink->ctx, close == '}');
	} else {
		put_separator(json);
		put(json, slice_from(open));
	}
	assert(json->depth < JSON_DEPTH_MAX);
	json->levels[json->depth].close = close;
	json->levels[json->depth].filled = false;
	json->depth++;
}

void
json_out_object(JsonOut *json)
{
	open_level(json, "{", '}');
}

void
json_out_array(JsonOut *json)
{
	open_level(json, "[", ']');
}

void
json_out_end(JsonOut *json)
{
	assert(json->depth > 0 && !json->after_key);
	json->depth--;
	if (json->sink)
		json->sink->close(json->sink->ctx);
	else
		put(json,     (Slice){ &json->levels[json->depth].close, 1 });
}

void
json_out_key(JsonOut *json, const char *key)
{
	json_out_key_slice(json, slice_from(key));
}

void
json_out_key_slice(JsonOut *json, Slice key)
{
	assert(json->depth > 0 && !json->after_key);
	assert(json->levels[json->depth - 1].close == '}');
	if (json->sink) {
		json->sink->scalar(json->sink->ctx, key, true);
	} else {
		put_separator(json);
		put_string(json, key);
		put(json, SLICE(": "));
	}
	json->after_key = true;
}

void
json_out_string(JsonOut *json, Slice utf8)
{
	if (json->sink) {
		json->after_key = false;
		json->sink->scalar(json->sink->ctx, utf8, true);
		return;
	}
	put_separator(json);
	put_string(json, utf8);
}

void
json_out_int(JsonOut *json, int64_t value)
{
	char room[JSON_DIGITS_MAX];

	put_scalar(json, json_digits(value, room));
}

void
json_out_ms(JsonOut *json, uint32_t time_ms)
{
	char room[JSON_DIGITS_MAX], text[JSON_DIGITS_MAX + 4];
	Slice whole = json_digits(time_ms / 1000, room);
	uint32_t rest = time_ms % 1000;

	memcpy(text, whole.ptr, whole.len);
	text[whole.len] = '.';
	text[whole.len + 1] = (char)('0' + rest / 100);
	text[whole.len + 2] = (char)('0' + rest / 10 % 10);
	text[whole.len + 3] = (char)('0' + rest % 10);
	put_scalar(json, (Slice){ text, whole.len + 4 });
}

void
json_out_real(JsonOut *json, double value, int decimals)
{
	char digits[REAL_MAX], text[REAL_MAX];
	const char *fraction;
	int len, whole;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	if (!isfinite(value)) {
		json_out_null(json);
		return;
	}
	len = snprintf(digits, sizeof(digits), "%.*f", decimals, value);
	whole = (int)strspn(digits, "-0123456789");
	/* The locale may have another decimal point, of several bytes. */
	fraction = digits + len - decimals;
	len = snprintf(text, sizeof(text), "%.*s%s%s", whole, digits,
		       decimals > 0 ? "." : "", fraction);
	put_scalar(json, (Slice){ text, (size_t)len });
}

void
json_out_bool(JsonOut *json, bool value)
{
	put_scalar(json, value ? SLICE("true") : SLICE("false"));
}

void
json_out_null(JsonOut *json)
{
	put_scalar(json, SLICE("null"));
}

static Status
check_limits(Slice text, Err *err)
{
	JsonMeasure measure = json_measure(text);

	if (measure.depth > JSON_DEPTH_MAX)
		return err_set_line(err, measure.line,
				    _("lists and maps are nested deeper than "
				      "%d levels"),
				    JSON_DEPTH_MAX);
	if (measure.values > JSON_VALUES_MAX)
		return err_set(err, _("there are more than %d values"),
			       JSON_VALUES_MAX);
	if (measure.keys > JSON_KEYS_MAX)
		return err_set_line(err, measure.keys_line,
				    _("a map holds more than %d keys"),
				    JSON_KEYS_MAX);
	return STATUS_OK;
}

/* A value that is being made a node. */
typedef struct JsonIn {
	const Jansson *jansson;
	Arena *arena;
	JsonPlace place;	/* in the text, which jansson does not tell */
} JsonIn;

static YamlNode *
node_of(JsonIn *in, json_t *json);

/* U+0000, which some who read C strings would take for the end, is no text. */
static Slice
copy_string(JsonIn *in, Slice s)
{
	Slice copy = { NULL, 0 };
	Buf clean;

	if (s.len == 0 || !memchr(s.ptr, '\0', s.len))
		return arena_copy(in->arena, s);
	buf_init(&clean, SIZE_MAX);
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] == '\0')
			buf_append(&clean, SLICE(UTF8_REPLACEMENT_BYTES));
		else
			buf_append_char(&clean, s.ptr[i]);
	copy = arena_copy(in->arena, buf_slice(&clean));
	buf_done(&clean);
	return copy;
}

static void
add_members(JsonIn *in, json_t *json, YamlNode *map)
{
	const Jansson *jansson = in->jansson;
	YamlNode **link = &map->first;

	for (void *iter = jansson->object_iter(json); iter;
	     iter = jansson->object_iter_next(json, iter)) {
		*link = node_of(in, jansson->object_iter_value(iter));
		(*link)->key = arena_copy(
			in->arena, slice_from(jansson->object_iter_key(iter)));
		link = &(*link)->next;
	}
}

static void
add_items(JsonIn *in, json_t *json, YamlNode *list)
{
	size_t n = in->jansson->array_size(json);
	YamlNode **link = &list->first;

	for (size_t i = 0; i < n; i++) {
		*link = node_of(in, in->jansson->array_get(json, i));
		link = &(*link)->next;
	}
}

/*
 * A number that has at most six decimals, as times do: without the long way
 * through printf() that others go.  Returns its length; 0 where it is none.
 */
static size_t
print_short(double value, char text[REAL_MAX])
{
	char room[JSON_DIGITS_MAX];
	int64_t millionths;
	Slice whole, rest;

	if (!(value >= 0 && value < SHORT_MAX))
		return 0;
	millionths = (int64_t)(value * 1e6 + 0.5);
	if ((double)millionths / 1e6 != value)
		return 0;
	whole = json_digits(millionths / 1000000, room);
	memcpy(text, whole.ptr, whole.len);
	/* With a digit before the zeros, where the point goes. */
	rest = json_digits(1000000 + millionths % 1000000, room);
	memcpy(text + whole.len, rest.ptr, rest.len);
	text[whole.len] = '.';
	return whole.len + rest.len;
}

/* The digits of a number, with a point whatever the locale. */
static Slice
number_text(JsonIn *in, const json_t *json)
{
	char digits[REAL_MAX], text[REAL_MAX];
	const char *exponent;
	double value;
	size_t len;

	if (json_is_integer(json)) {
		return arena_copy(in->arena,
				  json_digits(in->jansson->integer_value(json),
					    text));
	}
	value = in->jansson->real_value(json);
	len = print_short(value, text);
	if (len > 0)
		return arena_copy(in->arena, (Slice){ text, len });
	snprintf(digits, sizeof(digits), "%.*e", DECIMALS_MAX, value);
	exponent = strchr(digits, 'e');
	if (!exponent)
		return SLICE("null");
	snprintf(text, sizeof(text), "%.*s.%s",
		 (int)strspn(digits, "-0123456789"), digits,
		 exponent - DECIMALS_MAX);
	return arena_copy(in->arena, slice_from(text));
}

static Slice
scalar_text(JsonIn *in, const json_t *json)
{
	switch (json_typeof(json)) {
	case JSON_STRING:
		return copy_string(
			in, (Slice){ in->jansson->string_value(json),
				     in->jansson->string_length(json) });
	case JSON_INTEGER:
	case JSON_REAL:
		return number_text(in, json);
	case JSON_TRUE:
		return SLICE("true");
	case JSON_FALSE:
		return SLICE("false");
	default:
		return SLICE("null");
	}
}

/* As deep as the text, which was measured. */
static YamlNode *
node_of(JsonIn *in, json_t *json)
{
	YamlNode *node = arena_alloc(in->arena, sizeof(*node));

	node->line = json_place_next(&in->place);
	if (json_is_object(json)) {
		node->kind = YAML_MAP;
		add_members(in, json, node);
	} else if (json_is_array(json)) {
		node->kind = YAML_LIST;
		add_items(in, json, node);
	} else {
		node->kind = YAML_SCALAR;
		node->plain = !json_is_string(json);
		node->value = scalar_text(in, json);
	}
	return node;
}

/* What jansson said, without the bytes of the text that it quotes. */
static Status
err_parser(const json_error_t *error, Err *err)
{
	uint32_t line = error->line > 0 ? (uint32_t)error->line : 0;
	const char *near = strstr(error->text, " near ");
	int len = near ? (int)(near - error->text) : (int)strlen(error->text);

	if (json_error_code(error) == json_error_premature_end_of_input)
		return err_set_line(err, line,
				    _("the JSON ends too early; the file is "
				      "cut off"));
	return err_set_line(err, line, _("this is no valid JSON: %.*s"), len,
			    error->text);
}

/* The value of `text`; NULL, with what is wrong, where that is no JSON. */
static json_t *
load_value(const Jansson *jansson, Slice text, json_error_t *error)
{
	return jansson->loadb(text.len ? text.ptr : "", text.len,
			      JSON_DECODE_ANY | JSON_ALLOW_NUL, error);
}

/* The same where strings hold line ends. */
static json_t *
load_lines(const Jansson *jansson, Slice text)
{
	json_error_t error;
	json_t *json;
	Buf escaped;

	buf_init(&escaped, SIZE_MAX);
	json_escape_lines(text, &escaped);
	json = load_value(jansson, buf_slice(&escaped), &error);
	buf_done(&escaped);
	return json;
}

static Status
read_value(const Jansson *jansson, Slice text, Arena *arena,
	   const YamlNode **ret_root, Err *err)
{
	JsonIn in = { jansson, arena, json_place_start(text) };
	json_error_t error;
	json_t *json = load_value(jansson, text, &error);

	if (!json)
		json = load_lines(jansson, text);
	if (!json)
		return err_parser(&error, err);
	*ret_root = node_of(&in, json);
	jansson->delete(json);
	return STATUS_OK;
}

Status
json_read(Slice text, Arena *arena, const YamlNode **ret_root, Err *err)
{
	Jansson jansson;

	*ret_root = NULL;
	if (check_limits(text, err) != STATUS_OK)
		return STATUS_FAILED;
	if (!jansson_load(&jansson))
		return err_set(err,
			       _("JSON cannot be read, because the library "
				 "%s cannot be loaded; install jansson"),
			       JANSSON_SONAME);
	return read_value(&jansson, text, arena, ret_root, err);
}
