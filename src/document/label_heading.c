/*
 * The forms of labels that are headings.
 */
#include "document/label_inner.h"

#include "document/timestamp.h"

/* Takes a colon off the end; false where none stood there. */
static bool
drop_colon(Slice *text)
{
	size_t len = label_colon_at_end(*text);

	text->len -= len;
	return len > 0;
}

bool
label_read_heading(Slice line, Label *ret)
{
	Slice text = slice_trim(line), inside;
	size_t colon, end = 0;
	bool coloned, is_clock;

	while (text.len > 0 && text.ptr[0] == '#')
		text = slice_sub(text, 1, SIZE_MAX);
	text = slice_trim(text);
	*ret = (Label){ .form = LABEL_HEADING, .time_ms = UINT32_MAX };
	if (timestamp_may_begin(text, TIMESTAMP_BRACKET | TIMESTAMP_BARE))
		end = timestamp_skip_before(text, &ret->time_ms, &is_clock);
	if (end > 0 && end < text.len) {
		ret->form = LABEL_HEADING_TIME;
		text = slice_sub(text, end, SIZE_MAX);
		drop_colon(&text);
		return label_finish(ret, text, line.len);
	}
	coloned = drop_colon(&text);
	if (label_bold_at(text, &inside, &end) && end == text.len) {
		text = inside;
		coloned |= drop_colon(&text);
	}
	if (coloned)
		return label_finish(ret, text, line.len);
	end = timestamp_read_end(text, &ret->time_ms);
	if (end > 0 && end < text.len) {
		ret->form = LABEL_HEADING_TIME;
		return label_finish(ret, text, line.len);
	}
	colon = label_find_colon(text);
	if (colon == SIZE_MAX) {
		ret->form = LABEL_HEADING_NAME;
		return label_finish(ret, text, line.len);
	}
	if (!name_is_role(slice_trim(slice_sub(text, 0, colon))))
		return false;
	ret->form = LABEL_HEADING_ROLE;
	return label_finish(ret, slice_sub(text, label_skip(text, colon),
				     SIZE_MAX), line.len);
}
