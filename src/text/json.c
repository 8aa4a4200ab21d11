/*
 * jansson writes the strings; the numbers are written here, because it has
 * no fixed number of decimals, and containers too, so that no tree is built.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/json.h"

#include <assert.h>
#include <dlfcn.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/uni.h"
#include "text/utf8.h"

#ifndef JANSSON_SONAME
#define JANSSON_SONAME "libjansson.so.4"
#endif

#define DEPTH_MAX 64
#define DECIMALS_MAX 15
#define REAL_MAX 400 /* bytes of the longest number with its decimals */

struct JsonOut {
	Buf *out;
	bool failed; /* `out` was full */
	bool after_key;
	unsigned depth;
	struct {
		char close;  /* '}' or ']' */
		bool filled; /* a comma goes before what comes next */
	} levels[DEPTH_MAX];

	void *library;
	json_t *(*stringn)(const char *value, size_t len);
	int (*dump_callback)(const json_t *json, json_dump_callback_t callback,
			     void *data, size_t flags);
	void (*delete)(json_t *json);
};

/* Looks up a function; false where the library has none of that name. */
static bool
find_symbol(const JsonOut *json, const char *name, void *ret_function)
{
	void *symbol = dlsym(json->library, name);

	memcpy(ret_function, &symbol, sizeof(symbol));
	return symbol != NULL;
}

JsonOut *
json_out_new(Buf *out, Err *err)
{
	JsonOut *json = mem_zalloc(sizeof(*json));

	json->out = out;
	json->library = dlopen(JANSSON_SONAME, RTLD_LAZY | RTLD_LOCAL);
	if (json->library &&
	    find_symbol(json, "json_stringn", &json->stringn) &&
	    find_symbol(json, "json_dump_callback", &json->dump_callback) &&
	    find_symbol(json, "json_delete", &json->delete))
		return json;
	err_set(err,
		_("JSON cannot be written, because the library %s cannot "
		  "be loaded; install jansson"),
		JANSSON_SONAME);
	json_out_free(json);
	return NULL;
}

void
json_out_free(JsonOut *json)
{
	if (!json)
		return;
	if (json->library)
		dlclose(json->library);
	mem_free(json);
}

bool
json_out_failed(const JsonOut *json)
{
	return json->failed;
}

static void
put(JsonOut *json, Slice s)
{
	if (!json->failed)
		json->failed = !buf_append(json->out, s);
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
put_value(JsonOut *json, Slice s)
{
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

static void
put_string(JsonOut *json, Slice s)
{
	json_t *string = json->stringn(s.len ? s.ptr : "", s.len);

	assert(string);
	if (!string)
		return;
	json->dump_callback(string, on_dump, json, JSON_ENCODE_ANY);
	json->delete (string);
}

static void
open_level(JsonOut *json, const char *open, char close)
{
	put_value(json, slice_from(open));
	assert(json->depth < DEPTH_MAX);
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
	put(json, (Slice){ &json->levels[json->depth].close, 1 });
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
	put_separator(json);
	put_string(json, key);
	put(json, SLICE(": "));
	json->after_key = true;
}

void
json_out_string(JsonOut *json, Slice utf8)
{
	put_separator(json);
	put_string(json, utf8);
}

void
json_out_int(JsonOut *json, int64_t value)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRId64, value);

	put_value(json, (Slice){ digits, (size_t)len });
}

void
json_out_real(JsonOut *json, double value, int decimals)
{
	char digits[REAL_MAX];
	size_t len, fraction, whole;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	if (!isfinite(value)) {
		json_out_null(json);
		return;
	}
	len = (size_t)snprintf(digits, sizeof(digits), "%.*f", decimals, value);
	whole = strspn(digits, "-0123456789");
	fraction = (size_t)decimals;
	put_value(json, (Slice){ digits, whole });
	if (fraction == 0)
		return;
	/* The locale may have another decimal point, of several bytes. */
	put(json, SLICE("."));
	put(json, (Slice){ digits + len - fraction, fraction });
}

void
json_out_bool(JsonOut *json, bool value)
{
	put_value(json, value ? SLICE("true") : SLICE("false"));
}

void
json_out_null(JsonOut *json)
{
	put_value(json, SLICE("null"));
}
