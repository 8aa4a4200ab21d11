#include "formats/headings.h"

#include <string.h>

#include "base/items.h"
#include "document/label.h"
#include "document/word_list.h"
#include "text/utf8.h"

#define BOLD_MAX 120	/* bytes of a line that is a heading without `#` */
#define BOLD_LEAST 2	/* so many such lines are chapters */

/* Headings that say what the text is, not what it is about. */
static const Word STRUCTURE[] = {
	"episode transcript", "full transcript", "interview transcript",
	"the transcript", "transcript", "transcription", "文字稿", "文字紀錄",
	"文字记录", "正文", "訪談實錄", "访谈实录", "逐字稿",
};

void
headings_init(Headings *headings)
{
	*headings = (Headings){ .count = 0 };
	arena_init(&headings->arena);
	vec_init(&headings->list, sizeof(Heading));
	names_init(&headings->by_text);
	names_init(&headings->bold);
}

void
headings_done(Headings *headings)
{
	names_done(&headings->bold);
	names_done(&headings->by_text);
	vec_done(&headings->list);
	arena_done(&headings->arena);
}

void
headings_add(Headings *headings, Slice line, unsigned level, uint32_t line_no)
{
	uint32_t known = names_get(&headings->by_text, line);
	Heading *heading;

	headings->first_open = false;
	headings->count++;
	if (known != DOC_NONE) {
		heading = vec_at(&headings->list, known);
		heading->times++;
		return;
	}
	if (headings->list.count >= HEADINGS_MAX)
		return;
	heading = vec_push(&headings->list);
	heading->text = arena_copy(&headings->arena, line);
	heading->line = line_no;
	heading->level = level;
	heading->nth = headings->count;
	heading->times = 1;
	heading->empty = true;
	names_put(&headings->by_text, heading->text,
		  (uint32_t)headings->list.count - 1);
	headings->first_open = true;
}

/* A heading ends no sentence and closes no bracket. */
static bool
ends_as_heading(Slice text)
{
	static const char ends[] = ".,:;!-–—…。，：；！）)]】」";
	uint32_t cp;
	size_t len = text.len > 0 ? utf8_decode_last(text, &cp) : 0;

	return len > 0 &&
	       slice_find(slice_from(ends),
			  slice_sub(text, text.len - len, len)) == SIZE_MAX;
}

bool
headings_is_underlined(Slice title, Slice underline)
{
	Label label;

	title = slice_trim(title);
	return title.len <= BOLD_MAX && ends_as_heading(title) &&
	       (underline.ptr[0] == '=' || slice_trim_end(underline).len > 3 ||
		!label_propose(title, false, &label) ||
		label.text == title.len);
}

bool
headings_bold_is_heading(Slice line)
{
	Slice inside = slice_trim_end(line);
	Label label;

	if (inside.len <= 4 || inside.len > BOLD_MAX)
		return false;
	inside = slice_trim(slice_sub(inside, 2, inside.len - 4));
	if (inside.len == 0 || strchr("*[(\\", inside.ptr[0]) != NULL ||
	    slice_find(inside, SLICE("**")) != SIZE_MAX ||
	    !ends_as_heading(inside))
		return false;
	/* A name with a time is a label; `Part 1: Bread` is none. */
	return !label_propose(line, false, &label) || label.slip ||
	       label.form == LABEL_BOLD_ALONE ||
	       label.form == LABEL_BOLD_WHOLE;
}

void
headings_add_bold(Headings *headings, Slice line)
{
	line = slice_trim_end(line);
	if (headings->bold.count >= HEADINGS_MAX)
		return;
	if (names_get(&headings->bold, line) != DOC_NONE)
		headings->bold_again = true;
	else
		names_put(&headings->bold, arena_copy(&headings->arena, line),
			  0);
}

void
headings_text(Headings *headings)
{
	Heading *last;

	if (!headings->first_open)
		return;
	last = vec_at(&headings->list, headings->list.count - 1);
	last->empty = false;
	headings->first_open = false;
}

/* The words of a heading without its marks. */
static Slice
words(Slice line)
{
	while (line.len > 0 && (line.ptr[0] == '#' || line.ptr[0] == ' '))
		line = slice_sub(line, 1, SIZE_MAX);
	while (line.len > 0 && (line.ptr[line.len - 1] == '#' ||
				line.ptr[line.len - 1] == ' '))
		line.len--;
	return slice_trim(line);
}

bool
headings_is_structure(Slice line)
{
	return word_list_has(words(line), STRUCTURE,
			     N_ITEMS(STRUCTURE));
}

/* What the headings that are no labels amount to. */
typedef struct Tally {
	const Heading *first;
	uint32_t count;
	unsigned others_level;	/* the highest of the others; 0: none */
	bool followed;		/* a heading stands behind the first */
} Tally;

static Tally
tally(const Headings *headings, const Rules *rules)
{
	Tally sum = { .first = NULL };
	RulesLabel label;

	for (size_t i = 0; i < headings->list.count; i++) {
		const Heading *heading = vec_at(&headings->list, i);

		if (headings_is_structure(heading->text) ||
		    rules_read(rules, heading->text, RULES_HEADING, &label))
			continue;
		sum.count += heading->times;
		if (sum.first == NULL) {
			sum.first = heading;
			sum.followed = heading->nth < headings->count;
			if (heading->times == 1)
				continue;
		}
		if (sum.others_level == 0 ||
		    heading->level < sum.others_level)
			sum.others_level = heading->level;
	}
	return sum;
}

static bool
first_is_title(const Tally *sum, Slice title, uint32_t speech_line)
{
	if (sum->first == NULL || sum->first->line > speech_line)
		return false;
	if (title.len > 0)
		return slice_eq(words(sum->first->text), title);
	return sum->count == 1 || sum->first->level < sum->others_level ||
	       (sum->first->empty && sum->followed);
}

HeadingPlan
headings_plan(const Headings *headings, Slice title, const Rules *rules)
{
	Tally sum = tally(headings, rules);
	HeadingPlan plan = { .derive = sum.count == 0 };

	if (first_is_title(&sum, title, rules_first_line(rules))) {
		plan.title_line = sum.first->line;
		plan.title = sum.first->text;
		plan.derive = sum.count == 1;
	}
	plan.bold = plan.derive && headings->bold.count >= BOLD_LEAST &&
		    !headings->bold_again &&
		    !rules_form(rules, LABEL_BOLD_ALONE).established &&
		    !rules_form(rules, LABEL_BOLD_WHOLE).established;
	plan.derive &= !plan.bold;
	return plan;
}
