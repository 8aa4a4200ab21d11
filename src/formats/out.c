#include "formats/out.h"

#include <stdarg.h>
#include <stdio.h>

#include "text/uni.h"
#include "text/utf8.h"

#define FORMATTED_MAX 512	/* bytes of what out_putf() can put */

void
out_init(Out *out, bool (*write)(void *ctx, Slice bytes), void *ctx)
{
	*out = (Out){ .write = write, .ctx = ctx };
	buf_init(&out->buf, SIZE_MAX);
}

static void
flush(Out *out)
{
	if (out->buf.len > 0 && !out->failed)
		out->failed = !out->write(out->ctx, buf_slice(&out->buf));
	buf_clear(&out->buf);
}

void
out_done(Out *out)
{
	flush(out);
	buf_done(&out->buf);
}

void
out_flush_full(Out *out)
{
	if (out->buf.len >= OUT_BLOCK)
		flush(out);
}

void
out_put(Out *out, Slice bytes)
{
	buf_append(&out->buf, bytes);
	out->begun = out->begun || bytes.len > 0;
	out_flush_full(out);
}

void
out_putf(Out *out, const char *format, ...)
{
	char text[FORMATTED_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	out_put(out, slice_from(text));
}

/* `lead`: the first of the bytes that were decoded as `cp`. */
static bool
is_malformed(char lead, uint32_t cp)
{
	return cp == UTF8_REPLACEMENT && (unsigned char)lead != 0xEF;
}

void
out_put_text(Out *out, Slice text)
{
	size_t done = 0, off = 0;
	uint32_t cp;

	while (off < text.len) {
		size_t len;

		if (text.ptr[off] >= ' ' && text.ptr[off] <= '~') {
			off++;
			continue;
		}
		len = utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);

		if (uni_is_control(cp) || is_malformed(text.ptr[off], cp)) {
			out_put(out, slice_sub(text, done, off - done));
			out_put(out, SLICE(UTF8_REPLACEMENT_BYTES));
			done = off + len;
		}
		off += len;
	}
	out_put(out, slice_sub(text, done, SIZE_MAX));
}
