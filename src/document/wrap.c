#include "document/wrap.h"

#include <assert.h>

#include "base/ascii.h"
#include "text/linebreak.h"
#include "text/utf8.h"

/* How far a row has come. */
typedef struct Fill {
	size_t pos;		/* behind the last cluster taken */
	size_t shown_end;	/* behind the last that is not white space */
	size_t cols;		/* cells up to `pos` */
	size_t shown_cols;	/* cells up to `shown_end` */
} Fill;

typedef struct Cluster {
	size_t len;
	size_t cols;
	bool space;
} Cluster;

static bool
is_space_cluster(Slice cluster)
{
	uint32_t cp;
	size_t len = utf8_decode(cluster, &cp);

	if (!uni_is_space(cp))
		return false;
	return len == cluster.len || cp == '\r';
}

static bool
is_printable(unsigned char byte)
{
	return byte > 0x20 && byte < 0x7F;
}

/* The first bytes of one of U+4E00 to U+9FFF. */
static bool
is_ideograph(const unsigned char *bytes)
{
	return bytes[0] <= 0xE9
		&& (bytes[0] >= 0xE5 || (bytes[0] == 0xE4 && bytes[1] >= 0xB8));
}

/* `、`, `。` or `，` */
static bool
is_stop(const unsigned char *bytes)
{
	return (bytes[0] == 0xE3 && bytes[1] == 0x80
		&& (bytes[2] == 0x81 || bytes[2] == 0x82))
		|| (bytes[0] == 0xEF && bytes[1] == 0xBC && bytes[2] == 0x8C);
}

/*
 * The bytes of an ideograph, a stop behind it or a printable ASCII character
 * that stands before another, and so surely is a cluster; else 0.  Most text is that, and uni.h
 * answers the same, more slowly.
 */
static size_t
plain_len(Slice text, size_t pos)
{
	const unsigned char *at = (const unsigned char *)text.ptr + pos;
	size_t len = is_printable(*at) ? 1 : 3;

	if (text.len - pos < len + 3
	    || (len == 3 && !is_ideograph(at) && !is_stop(at)))
		return 0;
	return is_printable(at[len]) || is_ideograph(at + len)
		|| is_stop(at + len) ? len : 0;
}

/* What stands behind a word and cannot begin a row. */
static bool
is_word_end(char c)
{
	return ascii_is_alnum(c) || c == ',' || c == '.' || c == '!' ||
	       c == '?' || c == ';' || c == ':';
}

static Cluster
cluster_at(Slice text, size_t pos)
{
	if (text.ptr[pos] == ' ' && pos + 1 < text.len &&
	    is_printable((unsigned char)text.ptr[pos + 1]))
		return (Cluster){ .len = 1, .cols = 1, .space = true };
	size_t plain = plain_len(text, pos);

	if (plain > 0)
		return (Cluster){ .len = plain, .cols = plain > 1 ? 2 : 1 };
	Slice rest = { text.ptr + pos, text.len - pos };
	Slice bytes = { rest.ptr, uni_cluster(rest) };

	return (Cluster){
		.len = bytes.len,
		.cols = (size_t)uni_cluster_width(bytes),
		.space = is_space_cluster(bytes),
	};
}

/* Whether the cluster that would make a row so wide may stand at its end. */
static bool
is_within(const Wrap *wrap, const Fill *fill, Cluster cluster, size_t cols)
{
	size_t most = wrap->style.cols;
	uint32_t cp;

	if (most == 0 || cols <= most)
		return true;
	if (!(wrap->style.flags & WRAP_HANG) || fill->cols > most
	    || cols > most + WRAP_HANG_COLS)
		return false;
	utf8_decode(slice_sub(wrap->text, fill->pos, cluster.len), &cp);
	return linebreak_may_hang(cp);
}

/* The column that stands before the next cluster. */
static size_t
gap_cols(const Wrap *wrap, const Fill *fill)
{
	return (wrap->style.flags & WRAP_SPACE) && fill->pos > wrap->pos
		&& linebreak_wants_space(wrap->text, fill->pos);
}

/*
 * Takes the next cluster into the row.  False where it does not fit; the first
 * one always does.
 */
static bool
take_cluster(const Wrap *wrap, Fill *fill)
{
	Cluster cluster = cluster_at(wrap->text, fill->pos);
	size_t cols = fill->cols + gap_cols(wrap, fill) + cluster.cols;

	if (!cluster.space && !is_within(wrap, fill, cluster, cols)
	    && fill->pos > wrap->pos)
		return false;
	fill->pos += cluster.len;
	fill->cols = cols;
	if (!cluster.space) {
		fill->shown_end = fill->pos;
		fill->shown_cols = fill->cols;
	}
	return true;
}

/* Takes at once the letters behind a letter that surely fit and end no row. */
static void
take_letters(const Wrap *wrap, Fill *fill)
{
	size_t most = wrap->style.cols > 0 ? wrap->style.cols : SIZE_MAX;
	const char *text = wrap->text.ptr;

	while (fill->cols < most && wrap->text.len - fill->pos > 2 &&
	       ascii_is_letter(text[fill->pos]) &&
	       ascii_is_letter(text[fill->pos + 1])) {
		fill->pos++;
		fill->cols++;
		fill->shown_end = fill->pos;
		fill->shown_cols = fill->cols;
	}
}

/* Makes `brk` the first break behind `pos`. */
static void
find_break(Wrap *wrap, size_t pos)
{
	if (wrap->brk > pos)
		return;
	wrap->brk = (uint32_t)uni_breaker_next(wrap->breaker, wrap->known, pos,
					       &wrap->hard);
}

/*
 * Whether UAX #14 has a break behind the character at a place; MAYBE: it has,
 * but what is counted stays with its number.
 */
typedef enum Ending { ENDS_UNKNOWN, ENDS_NOT, ENDS_MAYBE, ENDS_SURELY } Ending;

/*
 * What is sure about ideographs, for which the breaker, which takes most of the
 * time, need not be asked: a break between them and behind a stop (LB31), none
 * before a stop (LB13).
 */
static Ending
ideograph_ending(Slice text, size_t pos)
{
	const unsigned char *at = (const unsigned char *)text.ptr + pos;

	if (text.len - pos < 6 || (!is_ideograph(at) && !is_stop(at)))
		return ENDS_UNKNOWN;
	if (is_ideograph(at + 3))
		return ENDS_SURELY;
	return is_stop(at + 3) ? ENDS_NOT : ENDS_UNKNOWN;
}

/*
 * What is sure about words of ASCII, for which it need not be asked either:
 * none inside a word (LB23, LB25, LB28) nor before the blank (LB7) or mark
 * (LB13) behind it; one behind that blank, before a letter (LB18).
 */
static Ending
word_ending(Slice text, size_t pos)
{
	char c = text.ptr[pos], next;

	/* The end of the text ends the row, too. */
	if (text.len - pos < 2)
		return is_printable((unsigned char)c) ? ENDS_NOT : ENDS_UNKNOWN;
	next = text.ptr[pos + 1];
	if (ascii_is_alnum(c) && is_word_end(next))
		return ENDS_NOT;
	if (next == ' ' && is_printable((unsigned char)c))
		return ENDS_NOT;
	if (c != ' ' || pos == 0 || !ascii_is_letter(next) ||
	    !is_word_end(text.ptr[pos - 1]))
		return ENDS_UNKNOWN;
	return ascii_is_digit(text.ptr[pos - 1]) ? ENDS_MAYBE : ENDS_SURELY;
}

static Ending
ending_at(Slice text, size_t pos)
{
	return (unsigned char)text.ptr[pos] < 0x80
		       ? word_ending(text, pos)
		       : ideograph_ending(text, pos);
}

/* The mark of a quote: U+2018 to U+201D. */
static bool
is_quote(const unsigned char *bytes)
{
	return bytes[0] == 0xE2 && bytes[1] == 0x80
		&& bytes[2] >= 0x98 && bytes[2] <= 0x9D;
}

static bool
is_beside_quote(Slice text, size_t pos)
{
	const unsigned char *at = (const unsigned char *)text.ptr + pos;

	return (pos >= 3 && is_quote(at - 3))
		|| (text.len - pos >= 3 && is_quote(at));
}

/* Whether a row may end at `pos`, before which `brk` was found. */
static bool
may_break(const Wrap *wrap, size_t pos)
{
	if (pos == wrap->brk)
		return !linebreak_keeps(wrap->text, pos);
	return is_beside_quote(wrap->text, pos)
		&& linebreak_adds(wrap->text, pos);
}

/*
 * Cuts a row that has no break, up to `end`: between clusters, and so that no
 * mark stands where none must, unless there are only marks.
 */
static Fill
cut_row(const Wrap *wrap, size_t end)
{
	Fill fill = { .pos = wrap->pos, .shown_end = wrap->pos };
	Fill good = fill;

	while (fill.pos < end) {
		take_cluster(wrap, &fill);
		if (!linebreak_is_bad(wrap->text, fill.pos))
			good = fill;
	}
	return good.pos > wrap->pos ? good : fill;
}

/*
 * Fills one row from wrap->pos on.  A word that does not fit goes to the next
 * row; where the row would be empty then, it is cut.
 */
static Fill
fill_row(Wrap *wrap)
{
	Fill fill = { .pos = wrap->pos, .shown_end = wrap->pos };
	Fill good = fill;

	while (fill.pos < wrap->text.len) {
		Ending ending = ending_at(wrap->text, fill.pos);
		bool surely = ending == ENDS_SURELY;

		if (ending == ENDS_UNKNOWN)
			find_break(wrap, fill.pos);
		if (!take_cluster(wrap, &fill))
			return good.pos > wrap->pos ? good
						    : cut_row(wrap, fill.pos);
		if (ending == ENDS_MAYBE)
			wrap->brk = (uint32_t)fill.pos;
		if (ending == ENDS_NOT) {
			take_letters(wrap, &fill);
			continue;
		}
		if (ending == ENDS_UNKNOWN && wrap->hard &&
		    fill.pos == wrap->brk)
			return fill;
		if (!surely && !may_break(wrap, fill.pos))
			continue;
		good = fill;
		if (surely || fill.pos == wrap->brk)
			wrap->known = (uint32_t)fill.pos;
	}
	return fill;
}

void
wrap_start(Wrap *wrap, UniBreaker *breaker, Slice text, WrapStyle style)
{
	assert(text.len < UINT32_MAX);
	*wrap = (Wrap){ .breaker = breaker, .text = text, .style = style };
	uni_breaker_set_text(breaker, text);
}

void
wrap_resume(Wrap *wrap)
{
	uni_breaker_set_text(wrap->breaker, wrap->text);
}

bool
wrap_next(Wrap *wrap, Row *ret_row)
{
	if (wrap->pos >= wrap->text.len)
		return false;
	Fill fill = fill_row(wrap);

	*ret_row = (Row){
		.start = wrap->pos,
		.len = (uint32_t)fill.pos - wrap->pos,
		.shown_len = (uint32_t)fill.shown_end - wrap->pos,
		.cols = (uint32_t)fill.shown_cols,
	};
	wrap->pos = (uint32_t)fill.pos;
	return true;
}
