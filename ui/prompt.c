#include "ui/prompt.h"

#include <string.h>

#include "base/ascii.h"
#include "base/items.h"
#include "base/mem.h"
#include "text/uni.h"
#include "text/utf8.h"

#define NOTE_GAP 2	/* columns between the notes */

void
prompt_init(Prompt *prompt)
{
	*prompt = (Prompt){ .caret = 0 };
	buf_init(&prompt->text, PROMPT_MAX);
	buf_init(&prompt->typed, PROMPT_MAX);
	buf_init(&prompt->killed, PROMPT_MAX);
}

void
prompt_done(Prompt *prompt)
{
	while (prompt->n_history > 0)
		mem_free(prompt->history[--prompt->n_history]);
	buf_done(&prompt->killed);
	buf_done(&prompt->typed);
	buf_done(&prompt->text);
}

void
prompt_open(Prompt *prompt)
{
	buf_clear(&prompt->text);
	buf_clear(&prompt->typed);
	prompt->caret = 0;
	prompt->killing = false;
	prompt->at = prompt->n_history;
}

static Slice
before_caret(const Prompt *prompt)
{
	return slice_sub(buf_slice(&prompt->text), 0, prompt->caret);
}

/* The cluster at `at`, which may be the end. */
static Slice
cluster_at(Slice text, size_t at)
{
	Slice rest = slice_sub(text, at, SIZE_MAX);

	return slice_sub(rest, 0, rest.len ? uni_cluster(rest) : 0);
}

/* The caret's place one cluster to the left. */
static size_t
cluster_before(const Prompt *prompt)
{
	Slice text = before_caret(prompt);
	size_t start = 0;

	for (size_t at = 0; at < text.len; at += cluster_at(text, at).len)
		start = at;
	return start;
}

static size_t
cluster_after(const Prompt *prompt)
{
	Slice text = buf_slice(&prompt->text);

	return prompt->caret + cluster_at(text, prompt->caret).len;
}

/* A word is a run of one of these, but of WORD_NONE. */
typedef enum WordClass { WORD_NONE, WORD_HAN, WORD_OTHER } WordClass;

static WordClass
word_class(Slice cluster)
{
	uint32_t point, plain;

	utf8_decode(cluster, &point);
	plain = key_plain(point);
	if (!uni_is_letter(point) && !ascii_is_digit(plain))
		return WORD_NONE;
	return uni_is_han(point) && plain == point ? WORD_HAN : WORD_OTHER;
}

/* Where the word before the caret begins. */
static size_t
word_before(const Prompt *prompt)
{
	Slice text = before_caret(prompt);
	WordClass before = WORD_NONE;
	size_t start = 0;

	for (size_t at = 0; at < text.len;) {
		Slice cluster = cluster_at(text, at);
		WordClass class = word_class(cluster);

		if (class != WORD_NONE && class != before)
			start = at;
		before = class;
		at += cluster.len;
	}
	return start;
}

/* Where the word at the caret, or behind it, ends. */
static size_t
word_after(const Prompt *prompt)
{
	Slice text = buf_slice(&prompt->text);
	WordClass word = WORD_NONE;
	size_t at = prompt->caret;

	while (at < text.len) {
		Slice cluster = cluster_at(text, at);
		WordClass class = word_class(cluster);

		if (word != WORD_NONE && class != word)
			break;
		word = class;
		at += cluster.len;
	}
	return at;
}

static bool
ends_in_space(Slice text)
{
	uint32_t point;

	if (!text.len)
		return false;
	utf8_decode_last(text, &point);
	return uni_is_space(point);
}

/* Where what stands between blanks before the caret begins. */
static size_t
blank_before(const Prompt *prompt)
{
	Slice text = before_caret(prompt);
	uint32_t point;

	while (ends_in_space(text))
		text.len -= utf8_decode_last(text, &point);
	while (text.len && !ends_in_space(text))
		text.len -= utf8_decode_last(text, &point);
	return text.len;
}

/* The caret goes behind the cluster that what was edited has put it into. */
static void
settle_caret(Prompt *prompt)
{
	Slice text = buf_slice(&prompt->text);
	size_t at = 0;

	while (at < prompt->caret)
		at += cluster_at(text, at).len;
	prompt->caret = at;
}

/* Takes out the bytes from `start` to before `end`. */
static PromptResult
cut(Prompt *prompt, size_t start, size_t end)
{
	Buf *text = &prompt->text;

	if (start == end)
		return PROMPT_MOVED;
	memmove(text->ptr + start, text->ptr + end, text->len - end);
	text->len -= end - start;
	prompt->caret = start;
	settle_caret(prompt);
	return PROMPT_EDITED;
}

/* Makes room for `len` bytes at `at` and puts `what` there; all or nothing. */
static bool
put_in(Buf *text, size_t at, Slice what)
{
	size_t tail = text->len - at;

	if (!what.len || !buf_append(text, what))
		return false;
	memmove(text->ptr + at + what.len, text->ptr + at, tail);
	memcpy(text->ptr + at, what.ptr, what.len);
	return true;
}

/* The same, kept for Ctrl-Y: with what the keys before it took out. */
static PromptResult
kill_range(Prompt *prompt, size_t start, size_t end)
{
	Slice text = slice_sub(buf_slice(&prompt->text), start, end - start);
	bool backward = end == prompt->caret;

	if (!prompt->killing)
		buf_clear(&prompt->killed);
	put_in(&prompt->killed, backward ? 0 : prompt->killed.len, text);
	prompt->killing = true;
	return cut(prompt, start, end);
}

static PromptResult
insert(Prompt *prompt, Slice what)
{
	if (!put_in(&prompt->text, prompt->caret, what))
		return PROMPT_MOVED;
	prompt->caret += what.len;
	settle_caret(prompt);
	return PROMPT_EDITED;
}

static PromptResult
move_to(Prompt *prompt, size_t caret)
{
	prompt->caret = caret;
	return PROMPT_MOVED;
}

static void
set_text(Prompt *prompt, Slice text)
{
	buf_clear(&prompt->text);
	buf_append(&prompt->text, text);
	prompt->caret = prompt->text.len;
}

/* One line older (-1) or newer (1). */
static PromptResult
walk_history(Prompt *prompt, int step)
{
	int at = prompt->at + step;

	if (at < 0 || at > prompt->n_history)
		return PROMPT_MOVED;
	if (prompt->at == prompt->n_history) {
		buf_clear(&prompt->typed);
		buf_append(&prompt->typed, buf_slice(&prompt->text));
	}
	prompt->at = at;
	set_text(prompt, at == prompt->n_history
			 ? buf_slice(&prompt->typed)
			 : slice_from(prompt->history[at]));
	return PROMPT_EDITED;
}

/* Keys that take out one cluster. */
static PromptResult
erase_key(Prompt *prompt, Key key)
{
	switch (key) {
	case KEYS_BACKSPACE:
		if (!prompt->text.len)
			return PROMPT_CANCELLED;
		return cut(prompt, cluster_before(prompt), prompt->caret);
	case KEYS_DELETE:
	case KEY_CTRL | 'd':
		return cut(prompt, prompt->caret, cluster_after(prompt));
	default:
		return PROMPT_IGNORED;
	}
}

/* Keys that take out more, to be put in again elsewhere. */
static PromptResult
kill_key(Prompt *prompt, Key key)
{
	size_t caret = prompt->caret;

	switch (key) {
	case KEY_CTRL | 'u':
		return kill_range(prompt, 0, caret);
	case KEY_CTRL | 'k':
		return kill_range(prompt, caret, prompt->text.len);
	case KEY_CTRL | 'w':
		return kill_range(prompt, blank_before(prompt), caret);
	case KEY_ALT | KEYS_BACKSPACE:
		return kill_range(prompt, word_before(prompt), caret);
	case KEY_ALT | 'd':
		return kill_range(prompt, caret, word_after(prompt));
	default:
		return PROMPT_IGNORED;
	}
}

static PromptResult
word_key(Prompt *prompt, Key key)
{
	switch (key) {
	case KEY_ALT | 'b':
	case KEY_ALT | KEYS_LEFT:
	case KEY_CTRL | KEYS_LEFT:
		return move_to(prompt, word_before(prompt));
	case KEY_ALT | 'f':
	case KEY_ALT | KEYS_RIGHT:
	case KEY_CTRL | KEYS_RIGHT:
		return move_to(prompt, word_after(prompt));
	default:
		return PROMPT_IGNORED;
	}
}

static PromptResult
caret_key(Prompt *prompt, Key key)
{
	switch (key) {
	case KEYS_LEFT:
	case KEY_CTRL | 'b':
		return move_to(prompt, cluster_before(prompt));
	case KEYS_RIGHT:
	case KEY_CTRL | 'f':
		return move_to(prompt, cluster_after(prompt));
	case KEYS_HOME:
	case KEY_CTRL | 'a':
		return move_to(prompt, 0);
	case KEYS_END:
	case KEY_CTRL | 'e':
		return move_to(prompt, prompt->text.len);
	case KEYS_UP:
	case KEY_CTRL | 'p':
		return walk_history(prompt, -1);
	case KEYS_DOWN:
	case KEY_CTRL | 'n':
		return walk_history(prompt, 1);
	default:
		return word_key(prompt, key);
	}
}

/* A key that is no kill. */
static PromptResult
edit_key(Prompt *prompt, Key key)
{
	char bytes[UTF8_MAX];
	PromptResult result;

	if (key <= 0x10FFFF && !uni_is_control(key))
		return insert(prompt, (Slice){ bytes, utf8_encode(key, bytes) });
	if (key == (KEY_CTRL | 'y'))
		return insert(prompt, buf_slice(&prompt->killed));
	result = erase_key(prompt, key);
	return result != PROMPT_IGNORED ? result : caret_key(prompt, key);
}

PromptResult
prompt_key(Prompt *prompt, Key key)
{
	PromptResult result;

	if (key == KEYS_ENTER)
		return PROMPT_ACCEPTED;
	if (key == KEYS_ESC || key == (KEY_CTRL | 'c'))
		return PROMPT_CANCELLED;
	result = kill_key(prompt, key);
	if (result != PROMPT_IGNORED)
		return result;
	prompt->killing = false;
	return edit_key(prompt, key);
}

static bool
is_line_end(uint32_t point)
{
	return point == '\n' || point == '\r';
}

static Slice
without_line_ends(Slice text)
{
	while (text.len && is_line_end((uint8_t)text.ptr[0]))
		text = slice_sub(text, 1, SIZE_MAX);
	while (text.len && is_line_end((uint8_t)text.ptr[text.len - 1]))
		text.len--;
	return text;
}

PromptResult
prompt_paste(Prompt *prompt, Slice text)
{
	PromptResult result;
	char bytes[UTF8_MAX];
	uint32_t point, before = 0;
	Buf line;

	buf_init(&line, PROMPT_MAX - prompt->text.len);
	for (text = without_line_ends(text); text.len; before = point) {
		text = slice_sub(text, utf8_decode(text, &point), SIZE_MAX);
		if (before == '\r' && point == '\n')
			continue;
		if (!buf_append(&line, (Slice){ bytes, utf8_encode(
				uni_is_control(point) ? ' ' : point, bytes) }))
			break;
	}
	prompt->killing = false;
	result = insert(prompt, buf_slice(&line));
	buf_done(&line);
	return result;
}

PromptResult
prompt_replace(Prompt *prompt, size_t start, Slice text)
{
	prompt->killing = false;
	cut(prompt, start, prompt->caret);
	return insert(prompt, text);
}

void
prompt_recall(Prompt *prompt, const Slice *lines, size_t n)
{
	size_t room = (size_t)(PROMPT_HISTORY - prompt->n_history);
	size_t count = n < room ? n : room;
	char **history = prompt->history;

	memmove(history + count, history,
		(size_t)prompt->n_history * sizeof(*history));
	for (size_t i = 0; i < count; i++)
		history[i] = mem_strdup_slice(lines[n - count + i]);
	prompt->n_history += (int)count;
	prompt->n_recalled += (int)count;
}

void
prompt_remember(Prompt *prompt, Slice line)
{
	char **history = prompt->history;
	int n = prompt->n_history;

	if (!line.len ||
	    (n > 0 && slice_eq(line, slice_from(history[n - 1]))))
		return;
	if (prompt->n_history == PROMPT_HISTORY) {
		mem_free(history[0]);
		memmove(history, history + 1,
			(PROMPT_HISTORY - 1) * sizeof(*history));
		prompt->n_history--;
		prompt->n_recalled -= prompt->n_recalled > 0;
	}
	history[prompt->n_history++] = mem_strdup_slice(line);
}

/*
 * Bytes of the line that are left out at its left, so that the caret shows.
 * By halves of the `cols` columns, so that the line stands still meanwhile.
 */
static size_t
scrolled(const Prompt *prompt, int cols)
{
	Slice text = before_caret(prompt);
	size_t width = uni_text_width(text), room = cols > 1 ? (size_t)cols : 1;
	size_t step = (room + 1) / 2, gone = 0, off = 0;
	size_t first = width < room ? 0 : ((width - room) / step + 1) * step;

	while (gone < first) {
		Slice cluster = cluster_at(text, off);

		gone += (size_t)uni_cluster_width(cluster);
		off += cluster.len;
	}
	return off;
}

/* Columns for the notes: what the line leaves, at least half of them. */
static int
note_room(const Prompt *prompt, int cols)
{
	size_t text = uni_text_width(buf_slice(&prompt->text)) + 2;

	return text < (size_t)(cols / 2) ? cols - (int)text : cols / 2;
}

/* Paints the notes; returns the columns that are left for the line. */
static int
paint_notes(const Prompt *prompt, Canvas *canvas, Spot line,
	    const PromptLook *look)
{
	int left = line.cols;
	int room = note_room(prompt, left);
	Slice notes[] = { look->note, look->modes };

	for (size_t i = 0; i < N_ITEMS(notes); i++) {
		int used;

		if (room <= 0 || !notes[i].len)
			continue;
		used = canvas_put_right(
			canvas,
			(Spot){ line.row, line.col + left - room, room },
			notes[i], look->note_is_error ? ROLE_ERROR : ROLE_DIM);
		left -= used + NOTE_GAP;
		room -= used + NOTE_GAP;
	}
	return left < line.cols ? left + NOTE_GAP - 1 : left;
}

void
prompt_paint(const Prompt *prompt, Canvas *canvas, Rect area,
	     const PromptLook *look)
{
	Spot line = { area.row, area.col, area.cols - 1 };
	Slice text = buf_slice(&prompt->text);
	size_t off;
	int used;

	canvas_fill(canvas, area, ROLE_PROMPT);
	used = canvas_put(canvas, line, look->sign, ROLE_PROMPT);
	line.col += used;
	line.cols -= used;
	line.cols = paint_notes(prompt, canvas, line, look);
	off = scrolled(prompt, line.cols);
	if (text.len)
		canvas_put(canvas, line, slice_sub(text, off, SIZE_MAX),
			   ROLE_PROMPT);
	else
		canvas_put_cut(canvas, line, look->placeholder,
			       ROLE_PLACEHOLDER);
	text = slice_sub(before_caret(prompt), off, SIZE_MAX);
	canvas_set_cursor(canvas, line.row,
			  line.col + (int)uni_text_width(text));
}
