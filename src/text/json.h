/*
 * JSON out and in.  The one owner of jansson, which is loaded at the first
 * use, so that a reader who meets no JSON does not pay for it.
 *
 * A JsonOut writes one value in pieces, so that a long document needs no tree
 * of its own: containers are opened and closed, keys and scalars written in
 * between, in order.  A JsonSink makes another form of them.
 *
 * json_read() makes the tree of yaml.h, so that who reads one reads both.
 */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "text/yaml.h"

#define JSON_DEPTH_MAX 64
#define JSON_VALUES_MAX 2000000
#define JSON_KEYS_MAX 65536	/* of one map, which are held in a table */

/*
 * The one value of `text`, valid UTF-8, in `arena`.  Strings are scalars that
 * are not `plain`; numbers, `true`, `false` and `null` are, as YAML has them
 * (a number keeps its value, not its digits; a real one has a point or an
 * exponent).  U+0000 becomes U+FFFD; of a key given twice the last counts,
 * and lines behind it may be wrong.  Fails, with the line where it is known, where it is
 * not valid JSON or passes a limit.
 */
Status
json_read(Slice text, Arena *arena, const YamlNode **ret_root, Err *err);

typedef struct JsonOut JsonOut;

/*
 * Writes to `out`, which must have no maximum.  NULL with `err` set where
 * jansson cannot be loaded.
 */
JsonOut *
json_out_new(Buf *out, Err *err);

/* Who takes the pieces of a JsonOut in place of JSON's bytes. */
typedef struct JsonSink {
	void (*open)(void *ctx, bool is_map);
	void (*close)(void *ctx);
	/* A key too; `is_text`: no number, `true`, `false` or `null`. */
	void (*scalar)(void *ctx, Slice scalar, bool is_text);
	void *ctx;
} JsonSink;

/* Passes all on; the sink must outlive it. */
JsonOut *
json_out_new_sink(const JsonSink *sink);

void
json_out_free(JsonOut *json);

void
json_out_object(JsonOut *json);		/* { */

void
json_out_array(JsonOut *json);		/* [ */

/* Closes the innermost container. */
void
json_out_end(JsonOut *json);

/* The key of the value that follows, in an object. */
void
json_out_key(JsonOut *json, const char *key);

void
json_out_key_slice(JsonOut *json, Slice key);

void
json_out_string(JsonOut *json, Slice utf8);

void
json_out_int(JsonOut *json, int64_t value);

/* A time in seconds, with its milliseconds: 1500 is `1.500`. */
void
json_out_ms(JsonOut *json, uint32_t time_ms);

/* A number with `decimals` digits behind the point. */
void
json_out_real(JsonOut *json, double value, int decimals);

void
json_out_bool(JsonOut *json, bool value);

void
json_out_null(JsonOut *json);

#endif
