#include "formats/lines.h"

#include <string.h>

#include "text/utf8.h"

bool
lines_next(const Text *text, LineCursor *cursor, bool eof, Slice *ret,
	   bool *ret_first)
{
	Slice rest = text_rest(text, cursor->pos);
	Slice window = slice_sub(rest, 0, LINES_PIECE_MAX);
	const char *lf;

	if (rest.len == 0)
		return false;
	/* Nearly half of all lines are blank. */
	lf = *rest.ptr == '\n' ? rest.ptr
				: memchr(window.ptr, '\n', window.len);
	*ret_first = !cursor->inside;
	if (lf != NULL) {
		*ret = slice_sub(window, 0, (size_t)(lf - window.ptr));
		cursor->pos += ret->len + 1;
		cursor->line_no++;
		cursor->inside = false;
		return true;
	}
	if (!eof && window.len < LINES_PIECE_MAX &&
	    cursor->pos + rest.len == text_len(text))
		return false;
	while (window.len > 1 && window.len < rest.len &&
	       utf8_is_continuation(rest.ptr[window.len]))
		window.len--;
	*ret = window;
	cursor->pos += window.len;
	cursor->inside = true;
	return true;
}
