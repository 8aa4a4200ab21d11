/*
 * The forms of labels in which no colon stands behind the name: a time, a mark
 * or the line below tells.
 */
#include "document/label_inner.h"

#include <string.h>

#include "base/items.h"
#include "document/direction.h"
#include "document/formal.h"
#include "document/name_words.h"
#include "document/spoken.h"
#include "document/timestamp.h"
#include "document/word_list.h"
#include "text/uni.h"
#include "text/utf8.h"

#define ALONE_BYTES_MAX 48	/* of a name without any mark */

size_t
label_skip_pictures(Slice s)
{
	size_t end = 0;
	uint32_t cp;

	if (slice_starts(s, SLICE("\u200B")))
		return 3;
	for (size_t i = 0; i < s.len && (unsigned char)s.ptr[i] >= 0xE2;) {
		i += utf8_decode(slice_sub(s, i, UTF8_MAX), &cp);
		if (!uni_is_emoji(cp) && !(end > 0 && uni_is_format(cp)) &&
		    !(end > 0 && cp == 0xFE0F))
			return 0;
		end = i;
		if (i < s.len && s.ptr[i] == ' ')
			return i + 1;
	}
	return 0;
}

Slice
label_without_dash(Slice name)
{
	static const Slice dashes[] = {
		{ " Today at", 9 }, { " Yesterday at", 13 }, { " at", 3 },
		{ " -", 2 }, { " –", 4 }, { " —", 4 }, { " |", 2 }, { " ·", 3 },
		{ ",", 1 },
	};

	for (size_t i = 0; i < N_ITEMS(dashes); i++)
		if (slice_ends(name, dashes[i]))
			name = slice_trim(slice_sub(
				name, 0, name.len - dashes[i].len));
	return name;
}

/* A bold name with its time, inside or behind, and its text or none. */
bool
label_read_bold_time(Slice line, Label *ret)
{
	Slice inside, rest, bare = slice_trim_end(line);
	size_t end, time;

	if (!label_bold_at(line, &inside, &end))
		return false;
	rest = slice_trim(slice_sub(line, end, SIZE_MAX));
	if (rest.len == 0)
		return timestamp_read_end(inside, &ret->time_ms) > 0 &&
		       label_finish(ret, inside, line.len);
	time = timestamp_read_end(rest, &ret->time_ms);
	bare = slice_trim_end(slice_sub(bare, 0, bare.len - time));
	if (time > 0 && label_without_dash(bare).len == end)
		return label_finish(ret, inside, line.len);
	time = timestamp_read_bracketed(rest, &ret->time_ms);
	if (time == 0 ? timestamp_read_end(inside, &ret->time_ms) == 0
		      : time == rest.len || rest.ptr[time] == '(')
		return false;
	time += (size_t)(rest.ptr - line.ptr);
	return label_finish(ret, inside, label_skip(line, time));
}

/* `**Name**` alone on its line. */
bool
label_read_bold_alone(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	return label_bold_at(line, &inside, &end) &&
	       slice_trim(slice_sub(line, end, SIZE_MAX)).len == 0 &&
	       label_find_colon(inside) == SIZE_MAX &&
	       label_finish(ret, inside, line.len);
}

/* `【Name】text`, with a colon behind it or not. */
bool
label_read_bracket(Slice line, Label *ret)
{
	static const Slice pairs[][2] = {
		{ { "【", 3 }, { "】", 3 } },
		{ { "〔", 3 }, { "〕", 3 } },
		{ { "［", 3 }, { "］", 3 } },
	};
	size_t i = 0, end;

	while (i < N_ITEMS(pairs) && !slice_starts(line, pairs[i][0]))
		i++;
	if (i == N_ITEMS(pairs))
		return false;
	end = slice_find(slice_sub(line, 0, LABEL_BYTES_MAX), pairs[i][1]);
	if (end == SIZE_MAX || end + 3 == line.len)
		return false;
	return label_finish(ret, slice_sub(line, 3, end - 3),
			    label_skip(line, end + 3));
}

/* A name and a time alone on the line, a blank between them. */
bool
label_read_name_time(Slice line, Label *ret)
{
	Slice name = slice_trim_end(line);
	size_t len;
	bool is_bracketed;

	if (name.len > LABEL_BYTES_MAX)
		return false;
	len = timestamp_read_end(name, &ret->time_ms);
	if (len == 0 || len == name.len)
		return false;
	name = slice_trim_end(slice_sub(name, 0, name.len - len));
	is_bracketed = timestamp_may_begin(
		slice_trim_start(slice_sub(line, name.len, SIZE_MAX)),
		TIMESTAMP_BRACKET);
	name.len -= label_colon_at_end(name);
	/* `Ann: text [0:12]`; but `Artist: Title 3:12` is no speech. */
	if (label_find_colon(name) != SIZE_MAX && is_bracketed)
		return false;
	return label_finish(ret, label_without_dash(name), line.len);
}

/* True where a sentence may end so: not in `Jr.` */
static bool
ends_sentence(Slice line)
{
	Slice word = line;

	if (line.len == 0 || strchr(".!?,;-", line.ptr[line.len - 1]) == NULL)
		return line.len == 0;
	while (word.len > 0 && word.ptr[word.len - 1] != ' ')
		word.len--;
	return !name_word_is(slice_sub(line, word.len, SIZE_MAX),
			     NAME_WORDS_ABBREVIATIONS);
}

/* True where a line of that look may be a name by itself, unlike `Yeah`. */
static bool
is_name_line(Slice name, NameLook least)
{
	NameLook look;

	if (name.len > ALONE_BYTES_MAX || ends_sentence(name))
		return false;
	look = name_look(name);
	return look == NAME_STRONG ||
	       (look >= least && spoken_sounds(name) == SPOKEN_NOT);
}

/* What may be a name, and nothing else, behind a time. */
bool
label_read_clocked(Slice line, Label *ret)
{
	Slice name = slice_trim_end(line);

	name.len -= label_colon_at_end(name);
	*ret = (Label){ .form = LABEL_NAME_ALONE, .time_ms = UINT32_MAX };
	return is_name_line(name, NAME_WEAK) &&
	       label_finish(ret, name, line.len);
}

/* A name and nothing else. */
bool
label_read_name_alone(Slice line, Label *ret)
{
	Slice name = slice_trim_end(line);

	return is_name_line(name, NAME_PLAUSIBLE) &&
	       label_finish(ret, name, line.len);
}

bool
label_is_word(const Label *label)
{
	return label->form == LABEL_NAME_ALONE &&
	       name_look(label->name) < NAME_STRONG;
}

/* `Mr. CASEY. Mr. President, …` */
bool
label_read_formal(Slice line, Label *ret)
{
	Slice name;
	size_t text = formal_read(line, &name);

	return text > 0 && label_finish(ret, name, text);
}

/* `C. J. Lee (0:12)`, `B. Ray: text`: the letter is that of a first name. */
static bool
is_initial(Slice line)
{
	size_t colon = label_find_colon(line);

	if (line.ptr[1] == '.' && line.ptr[2] == ' ' && line.len > 4 &&
	    line.ptr[3] >= 'A' && line.ptr[3] <= 'Z' && line.ptr[4] == '.')
		return true;
	return line.ptr[1] == '.' && colon != SIZE_MAX &&
	       line.ptr[0] != 'Q' && line.ptr[0] != 'A' &&
	       name_look(slice_sub(line, 0, colon)) == NAME_STRONG;
}

/* `[Name] text`, but for `[laughs] text`. */
static bool
read_square(Slice line, Label *ret)
{
	Slice head = slice_sub(line, 0, LABEL_BYTES_MAX);
	size_t end = slice_find(head, SLICE("]"));

	return end != SIZE_MAX && end + 1 < line.len &&
	       line.ptr[end + 1] == ' ' &&
	       !direction_is(slice_sub(line, 0, end + 1)) &&
	       label_finish(ret, slice_sub(line, 1, end - 1),
			    label_skip(line, end + 1));
}

/* `<nick> text`, but for a tag of HTML. */
static bool
read_angle(Slice line, Label *ret)
{
	static const Word tags[] = {
		"a", "b", "blockquote", "br", "center", "code", "dd", "del",
		"details", "div", "dt", "em", "figure", "font", "h1", "h2",
		"h3", "h4", "hr", "i", "iframe", "img", "ins", "kbd", "li",
		"mark", "ol", "p", "pre", "s", "section", "small", "span",
		"strong", "sub", "summary", "sup", "table", "tbody", "td", "th",
		"thead", "tr", "u", "ul", "video",
	};
	size_t end = slice_find(slice_sub(line, 0, LABEL_BYTES_MAX),
				SLICE(">"));
	Slice name;

	if (end == SIZE_MAX || end + 1 >= line.len || line.ptr[end + 1] != ' ')
		return false;
	name = slice_trim(slice_sub(line, 1, end - 1));
	while (name.len > 0 && strchr("@+%", name.ptr[0]) != NULL)
		name = slice_sub(name, 1, SIZE_MAX);
	return slice_find(name, SLICE(" ")) == SIZE_MAX &&
	       !word_list_has(name, tags, N_ITEMS(tags)) &&
	       label_finish(ret, name, label_skip(line, end + 1));
}

bool
label_read_enclosed(Slice line, Label *ret)
{
	return line.ptr[0] == '<' ? read_angle(line, ret)
				  : read_square(line, ret);
}

/* `**Q.** text`, `**A** text` */
bool
label_read_bold_letter(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	return label_bold_at(line, &inside, &end) &&
	       (inside.len == 1 || (inside.len == 2 && inside.ptr[1] == '.')) &&
	       inside.ptr[0] >= 'A' && inside.ptr[0] <= 'Z' &&
	       end + 1 < line.len && line.ptr[end] == ' ' &&
	       label_finish(ret, slice_sub(inside, 0, 1),
			    label_skip(line, end));
}

/* `Q - text`, `A. text` */
bool
label_read_letter(Slice line, Label *ret)
{
	size_t text = formal_letter(line);

	return text > 0 && !is_initial(line) &&
	       label_finish(ret, slice_sub(line, 0, 1), text);
}

/*
 * `[00:12] **Name** text`, `[00:12] [Name] text`: the time before stands for
 * the colon.
 */
bool
label_read_behind_time(Slice line, Label *ret)
{
	Slice inside;
	size_t end;

	if (line.ptr[0] == '[')
		return read_square(line, ret);
	return label_bold_at(line, &inside, &end) && end < line.len &&
	       label_finish(ret, inside, label_skip(line, end));
}
