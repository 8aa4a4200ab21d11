#include "ui/prompt.h"

#include <string.h>

#include "base/mem.h"
#include "text/uni.h"
#include "text/utf8.h"

void
prompt_init(Prompt *prompt)
{
	*prompt = (Prompt){ .caret = 0 };
	buf_init(&prompt->text, PROMPT_MAX);
	buf_init(&prompt->typed, PROMPT_MAX);
}

void
prompt_done(Prompt *prompt)
{
	while (prompt->n_history > 0)
		mem_free(prompt->history[--prompt->n_history]);
	buf_done(&prompt->typed);
	buf_done(&prompt->text);
}

void
prompt_open(Prompt *prompt)
{
	buf_clear(&prompt->text);
	buf_clear(&prompt->typed);
	prompt->caret = 0;
	prompt->at = prompt->n_history;
}

static Slice
before_caret(const Prompt *prompt)
{
	return slice_sub(buf_slice(&prompt->text), 0, prompt->caret);
}

static Slice
after_caret(const Prompt *prompt)
{
	return slice_sub(buf_slice(&prompt->text), prompt->caret, SIZE_MAX);
}

/* The caret's place one cluster to the left. */
static size_t
cluster_before(const Prompt *prompt)
{
	Slice text = before_caret(prompt);
	size_t start = 0;

	for (size_t at = 0; at < text.len;) {
		start = at;
		at += uni_cluster(slice_sub(text, at, SIZE_MAX));
	}
	return start;
}

static size_t
cluster_after(const Prompt *prompt)
{
	Slice text = after_caret(prompt);

	return prompt->caret + (text.len ? uni_cluster(text) : 0);
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

/* Where the word before the caret begins. */
static size_t
word_before(const Prompt *prompt)
{
	Slice text = before_caret(prompt);
	uint32_t point;

	while (ends_in_space(text))
		text.len -= utf8_decode_last(text, &point);
	while (text.len && !ends_in_space(text))
		text.len -= utf8_decode_last(text, &point);
	return text.len;
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
	return PROMPT_EDITED;
}

static PromptResult
insert(Prompt *prompt, Slice what)
{
	Buf *text = &prompt->text;
	size_t tail = text->len - prompt->caret;

	if (!what.len || !buf_append(text, what))
		return PROMPT_MOVED;
	memmove(text->ptr + prompt->caret + what.len,
		text->ptr + prompt->caret, tail);
	memcpy(text->ptr + prompt->caret, what.ptr, what.len);
	prompt->caret += what.len;
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

static PromptResult
erase_key(Prompt *prompt, Key key)
{
	size_t caret = prompt->caret;

	switch (key) {
	case KEYS_BACKSPACE:
		if (!prompt->text.len)
			return PROMPT_CANCELLED;
		return cut(prompt, cluster_before(prompt), caret);
	case KEYS_DELETE:
	case KEY_CTRL | 'd':
		return cut(prompt, caret, cluster_after(prompt));
	case KEY_CTRL | 'u':
		return cut(prompt, 0, caret);
	case KEY_CTRL | 'k':
		return cut(prompt, caret, prompt->text.len);
	case KEY_CTRL | 'w':
		return cut(prompt, word_before(prompt), caret);
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
		return PROMPT_IGNORED;
	}
}

PromptResult
prompt_key(Prompt *prompt, Key key)
{
	PromptResult result;
	char bytes[UTF8_MAX];

	if (key == KEYS_ENTER)
		return PROMPT_ACCEPTED;
	if (key == KEYS_ESC || key == (KEY_CTRL | 'c'))
		return PROMPT_CANCELLED;
	if (key <= 0x10FFFF && !uni_is_control(key))
		return insert(prompt, (Slice){ bytes, utf8_encode(key, bytes) });
	result = erase_key(prompt, key);
	return result != PROMPT_IGNORED ? result : caret_key(prompt, key);
}

PromptResult
prompt_paste(Prompt *prompt, Slice text)
{
	PromptResult result = PROMPT_MOVED;
	char bytes[UTF8_MAX];
	uint32_t point;

	for (text = slice_trim(text); text.len;) {
		text = slice_sub(text, utf8_decode(text, &point), SIZE_MAX);
		if (uni_is_control(point))
			point = ' ';
		if (insert(prompt, (Slice){ bytes, utf8_encode(point, bytes) })
		    == PROMPT_EDITED)
			result = PROMPT_EDITED;
	}
	return result;
}

void
prompt_remember(Prompt *prompt, Slice line)
{
	char **history = prompt->history;

	if (!line.len || slice_eq(line, prompt_last(prompt)))
		return;
	if (prompt->n_history == PROMPT_HISTORY) {
		mem_free(history[0]);
		memmove(history, history + 1,
			(PROMPT_HISTORY - 1) * sizeof(*history));
		prompt->n_history--;
	}
	history[prompt->n_history++] = mem_strdup_slice(line);
}

Slice
prompt_last(const Prompt *prompt)
{
	if (!prompt->n_history)
		return SLICE("");
	return slice_from(prompt->history[prompt->n_history - 1]);
}

/* Bytes of the line that are left out at its left, so that the caret shows. */
static size_t
scrolled(const Prompt *prompt, int cols)
{
	Slice text = before_caret(prompt);
	size_t off = 0;

	while (off < text.len
	       && (int)uni_text_width(slice_sub(text, off, SIZE_MAX)) >= cols)
		off += uni_cluster(slice_sub(text, off, SIZE_MAX));
	return off;
}

/* Paints the note; returns the columns that are left for the line. */
static int
paint_note(Canvas *canvas, Spot line, const PromptLook *look)
{
	int room = line.cols / 2;
	int used;

	if (!look->note.len)
		return line.cols;
	used = canvas_put_right(canvas,
				(Spot){ line.row, line.col + line.cols - room,
					room },
				look->note,
				look->note_is_error ? ROLE_ERROR : ROLE_DIM);
	return line.cols - used - 1;
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
	line.cols = paint_note(canvas, line, look);
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
