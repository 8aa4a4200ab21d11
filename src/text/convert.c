#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/convert.h"

#include <assert.h>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include "base/mem.h"

#define PIVOT 1024 /* UTF-16 units between the two converters */
#define PIECE 4096 /* bytes of UTF-8 at a time */

struct Convert {
	UConverter *from;
	UConverter *to; /* UTF-8 */
	UChar pivot[PIVOT];
	UChar *pivot_from;
	UChar *pivot_to;
	ConvertBad bad;
};

/* ICU's answer to bytes that it cannot read. */
static void U_CALLCONV
on_bad(const void *context, UConverterToUnicodeArgs *args, const char *bytes,
       int32_t len, UConverterCallbackReason reason, UErrorCode *status)
{
	static const UChar replacement = 0xFFFD;
	/* ICU hands back the context as const. */
	Convert *convert = (Convert *)context;

	(void)bytes;
	if (reason > UCNV_IRREGULAR)
		return;
	convert->bad.sequences++;
	convert->bad.bytes += (uint64_t)len;
	*status = U_ZERO_ERROR;
	ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

Convert *
convert_new(const char *name)
{
	Convert *convert = mem_zalloc(sizeof(*convert));
	UErrorCode status = U_ZERO_ERROR;

	convert->pivot_from = convert->pivot_to = convert->pivot;
	convert->from = ucnv_open(name, &status);
	convert->to = ucnv_open("UTF-8", &status);
	ucnv_setToUCallBack(convert->from, on_bad, convert, NULL, NULL,
			    &status);
	if (U_SUCCESS(status))
		return convert;
	convert_free(convert);
	return NULL;
}

void
convert_free(Convert *convert)
{
	if (!convert)
		return;
	ucnv_close(convert->from);
	ucnv_close(convert->to);
	mem_free(convert);
}

const char *
convert_iana_name(const char *name)
{
	static const char *const standards[] = { "MIME", "IANA" };
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = name[0] ? ucnv_open(name, &status) : NULL;
	const char *found = NULL;

	/* A default charset stands in for what is no name at all. */
	if (!converter || U_FAILURE(status))
		return NULL;
	for (int i = 0; i < 2 && !found; i++) {
		status = U_ZERO_ERROR;
		found = ucnv_getStandardName(name, standards[i], &status);
	}
	if (!found) {
		status = U_ZERO_ERROR;
		found = ucnv_getAlias(name, 0, &status);
	}
	ucnv_close(converter);
	return found;
}

void
convert_feed(Convert *convert, Slice bytes, bool eof, Buf *out)
{
	const char *from = bytes.len ? bytes.ptr : "";
	const char *end = from + bytes.len;
	UErrorCode status;
	char piece[PIECE];
	char *to;

	do {
		to = piece;
		status = U_ZERO_ERROR;
		ucnv_convertEx(convert->to, convert->from, &to, piece + PIECE,
			       &from, end, convert->pivot, &convert->pivot_from,
			       &convert->pivot_to, convert->pivot + PIVOT,
			       false, eof, &status);
		buf_append(out, (Slice){ piece, (size_t)(to - piece) });
	} while (status == U_BUFFER_OVERFLOW_ERROR);
	assert(U_SUCCESS(status));
}

ConvertBad
convert_bad(const Convert *convert)
{
	return convert->bad;
}
