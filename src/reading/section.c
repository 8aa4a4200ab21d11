#include "reading/section.h"

#include "text/linebreak.h"
#include "text/uni.h"
#include "text/utf8.h"

uint32_t
section_count(Slice text)
{
	size_t half = SECTION_BYTES / 2;

	return text.len < SECTION_BYTES + half ? 1
		: (uint32_t)((text.len - half) / SECTION_BYTES) + 1;
}

static bool
ends_sentence(uint32_t point)
{
	return point == 0x3002 || point == 0xFF01 || point == 0xFF1F
		|| point == '.' || point == '!' || point == '?';
}

/* How good a place is between two characters; 0: none. */
static int
grade(Slice text, size_t pos, const uint32_t before[2], uint32_t after)
{
	if (uni_is_space(after) || uni_width(after) <= 0
	    || linebreak_is_bad(text, pos) || linebreak_keeps(text, pos))
		return 0;
	if (uni_is_space(before[0]))
		return ends_sentence(before[1]) ? 3 : 2;
	if (uni_is_han(before[0]) && uni_is_han(after))
		return ends_sentence(before[0]) ? 3 : 2;
	return before[0] < 0x7F && after < 0x7F ? 1 : 0;
}

/* The best place in the bytes behind `from`, which is inside the text. */
static size_t
best_place(Slice text, size_t from)
{
	size_t end = from + SECTION_NEAR, best = from;
	uint32_t before[2] = { 0, 0 }, point;
	int best_grade = 0;

	for (size_t pos = from; pos < text.len && pos < end;) {
		size_t len = utf8_decode(slice_sub(text, pos, SIZE_MAX),
					 &point);
		int is = pos > from ? grade(text, pos, before, point) : 0;

		if (is > best_grade) {
			best = pos;
			best_grade = is;
		}
		if (is == 3)
			break;
		before[1] = before[0];
		before[0] = point;
		pos += len;
	}
	return best;
}

uint32_t
section_start(Slice text, uint32_t index)
{
	size_t from = (size_t)index * SECTION_BYTES;

	if (index == 0)
		return 0;
	if (index >= section_count(text))
		return (uint32_t)text.len;
	while (((unsigned char)text.ptr[from] & 0xC0) == 0x80)
		from++;
	return (uint32_t)best_place(text, from);
}

uint32_t
section_at(Slice text, uint32_t byte)
{
	uint32_t index = byte / SECTION_BYTES, count = section_count(text);

	if (index >= count)
		index = count - 1;
	return section_start(text, index) > byte ? index - 1 : index;
}
