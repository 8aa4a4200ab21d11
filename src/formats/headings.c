#include "formats/headings.h"

void
headings_init(Headings *headings)
{
	*headings = (Headings){ .count = 0 };
	arena_init(&headings->arena);
}

void
headings_done(Headings *headings)
{
	arena_done(&headings->arena);
}

void
headings_add(Headings *headings, Slice line, unsigned level, uint32_t line_no)
{
	headings->count++;
	if (headings->count == 1) {
		headings->first = arena_copy(&headings->arena, line);
		headings->first_line = line_no;
		headings->first_level = level;
		return;
	}
	if (headings->count == 2)
		headings->first_empty = !headings->text_since;
	if (headings->others_level == 0 || level < headings->others_level)
		headings->others_level = level;
}

void
headings_text(Headings *headings)
{
	headings->text_since = headings->count > 0;
}

/* The words of a heading without its marks. */
static Slice
words(Slice line)
{
	while (line.len > 0 && (line.ptr[0] == '#' || line.ptr[0] == ' '))
		line = slice_sub(line, 1, SIZE_MAX);
	return slice_trim(line);
}

static bool
first_is_title(const Headings *headings, Slice title, uint32_t speech_line)
{
	if (headings->count == 0 || headings->first_line > speech_line)
		return false;
	if (title.len > 0)
		return slice_eq(words(headings->first), title);
	return headings->count == 1 || headings->first_empty ||
	       headings->first_level < headings->others_level;
}

HeadingPlan
headings_plan(const Headings *headings, Slice title, uint32_t speech_line)
{
	HeadingPlan plan = { 0, headings->count == 0 };

	if (first_is_title(headings, title, speech_line)) {
		plan.title_line = headings->first_line;
		plan.derive = headings->count == 1;
	}
	return plan;
}
