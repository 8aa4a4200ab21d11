/*
 * Two cursors walk side by side.  Where the characters under them are no pair,
 * what is ahead of them is aligned as for an edit distance, and they go to the
 * next pair.  As many characters for as many stand side by side; else they are
 * a phrase.
 */
#include "text/script_map.h"

#include <assert.h>

#include "text/utf8.h"

#define AHEAD 32		/* characters that are looked at */
#define COST_OTHER 2		/* of a character for another */
#define COST_ALONE 3		/* of one that stands for none */

typedef struct Walk {
	const ScriptPairs *pairs;
	Buf *runs;
	Slice plain;		/* what is left of both */
	Slice text;
} Walk;

/* The next characters of a text. */
typedef struct Ahead {
	uint32_t chars[AHEAD];
	size_t ends[AHEAD + 1];	/* bytes up to before each, and behind */
	int n;
} Ahead;

static void
look_ahead(Slice s, Ahead *ret)
{
	size_t off = 0;

	ret->n = 0;
	ret->ends[0] = 0;
	while (ret->n < AHEAD && off < s.len) {
		off += utf8_decode(slice_sub(s, off, UTF8_MAX),
				   &ret->chars[ret->n]);
		ret->ends[++ret->n] = off;
	}
}

static bool
is_pair(const ScriptPairs *pairs, uint32_t plain, uint32_t text)
{
	return plain == text || pairs->form(pairs->ctx, plain) == text;
}

static ScriptRun *
last_run(Buf *runs)
{
	size_t n = runs->len / sizeof(ScriptRun);

	return n > 0 ? (ScriptRun *)(void *)runs->ptr + (n - 1) : NULL;
}

/* Appends a run of that many bytes, and goes on behind it. */
static void
step(Walk *walk, size_t plain_len, size_t text_len, bool phrase)
{
	ScriptRun *last = last_run(walk->runs);
	ScriptRun run = {
		.text = last ? last->text + last->text_len : 0,
		.plain = last ? last->plain + last->plain_len : 0,
		.text_len = (uint32_t)text_len,
		.plain_len = (uint32_t)plain_len & INT32_MAX,
		.phrase = phrase || plain_len != text_len,
	};

	walk->plain = slice_sub(walk->plain, plain_len, SIZE_MAX);
	walk->text = slice_sub(walk->text, text_len, SIZE_MAX);
	if (last && !last->phrase && !run.phrase) {
		last->text_len += run.text_len;
		last->plain_len += run.plain_len;
		return;
	}
	buf_append(walk->runs, (Slice){ (const char *)&run, sizeof(run) });
}

/* Makes the last pair of a run of pairs a run of its own. */
static ScriptRun *
split_last_pair(Walk *walk, ScriptRun *last)
{
	Slice behind = { walk->plain.ptr - last->plain_len, last->plain_len };
	uint32_t cp;
	uint32_t len = (uint32_t)utf8_decode_last(behind, &cp);
	ScriptRun pair = {
		.text = last->text + last->text_len - len,
		.plain = last->plain + last->plain_len - len,
		.text_len = len,
		.plain_len = len & INT32_MAX,
	};

	if (len == last->plain_len)
		return last;
	last->text_len -= len;
	last->plain_len -= len & INT32_MAX;
	buf_append(walk->runs, (Slice){ (const char *)&pair, sizeof(pair) });
	return last_run(walk->runs);
}

/* What is left of either text belongs to the pair or phrase before. */
static void
join_rest(Walk *walk)
{
	ScriptRun *last = last_run(walk->runs);

	if (walk->plain.len == 0 && walk->text.len == 0)
		return;
	assert(last);
	if (!last->phrase)
		last = split_last_pair(walk, last);
	last->plain_len += (uint32_t)walk->plain.len & INT32_MAX;
	last->text_len += (uint32_t)walk->text.len;
	last->phrase = true;
}

/* What comes of the characters before a place, in both texts. */
typedef enum Move { MOVE_BOTH, MOVE_PLAIN, MOVE_TEXT } Move;

/* The cheapest way to each place of two stretches, as in an edit distance. */
typedef struct Ways {
	uint16_t cost[AHEAD + 1][AHEAD + 1];
	uint8_t move[AHEAD + 1][AHEAD + 1];	/* the last Move of it */
} Ways;

static void
offer(Ways *ways, int i, int j, unsigned cost, Move move)
{
	if (cost >= ways->cost[i][j])
		return;
	ways->cost[i][j] = (uint16_t)cost;
	ways->move[i][j] = (uint8_t)move;
}

static void
find_ways(const Walk *walk, const Ahead *plain, const Ahead *text, Ways *ret)
{
	for (int i = 0; i <= plain->n; i++) {
		for (int j = 0; j <= text->n; j++) {
			bool pair = i > 0 && j > 0 &&
				    is_pair(walk->pairs, plain->chars[i - 1],
					    text->chars[j - 1]);

			ret->cost[i][j] = i + j == 0 ? 0 : UINT16_MAX;
			if (i > 0 && j > 0)
				offer(ret, i, j, ret->cost[i - 1][j - 1] +
				      (pair ? 0u : COST_OTHER), MOVE_BOTH);
			if (i > 0)
				offer(ret, i, j, ret->cost[i - 1][j] +
				      COST_ALONE, MOVE_PLAIN);
			if (j > 0)
				offer(ret, i, j, ret->cost[i][j - 1] +
				      COST_ALONE, MOVE_TEXT);
		}
	}
}

/*
 * Where the cheapest way leaves what was looked at: at the end of both, or,
 * where one goes on, at the end of either.
 */
static void
find_end(const Ahead *plain, const Ahead *text, const Ways *ways, int *ret_i,
	 int *ret_j)
{
	int n = plain->n, m = text->n;

	*ret_i = n;
	*ret_j = m;
	if (n < AHEAD && m < AHEAD)
		return;
	for (int k = 1; k < AHEAD; k++) {
		if (n - k >= 0 && m == AHEAD &&
		    ways->cost[n - k][m] < ways->cost[*ret_i][*ret_j]) {
			*ret_i = n - k;
			*ret_j = m;
		}
		if (m - k >= 0 && n == AHEAD &&
		    ways->cost[n][m - k] < ways->cost[*ret_i][*ret_j]) {
			*ret_i = n;
			*ret_j = m - k;
		}
	}
}

/*
 * The characters of both before the first pair of the cheapest way; one at
 * least of each, where there are some.
 */
static void
find_phrase(const Walk *walk, const Ahead *plain, const Ahead *text,
	    int *ret_plain, int *ret_text)
{
	Ways ways;
	int i, j;

	find_ways(walk, plain, text, &ways);
	find_end(plain, text, &ways, &i, &j);
	*ret_plain = i;
	*ret_text = j;
	while (i > 0 || j > 0) {
		Move move = (Move)ways.move[i][j];
		bool pair = move == MOVE_BOTH &&
			    ways.cost[i][j] == ways.cost[i - 1][j - 1];

		i -= move != MOVE_TEXT;
		j -= move != MOVE_PLAIN;
		if (pair && i > 0 && j > 0) {
			*ret_plain = i;
			*ret_text = j;
		}
	}
}

/* As many characters for as many, each as long: side by side. */
static bool
is_even(const Ahead *plain, const Ahead *text, int n)
{
	for (int i = 1; i <= n; i++)
		if (plain->ends[i] != text->ends[i])
			return false;
	return true;
}

static void
step_phrase(Walk *walk)
{
	Ahead plain, text;
	int n_plain, n_text;

	look_ahead(walk->plain, &plain);
	look_ahead(walk->text, &text);
	find_phrase(walk, &plain, &text, &n_plain, &n_text);
	step(walk, plain.ends[n_plain], text.ends[n_text],
	     n_plain != n_text || !is_even(&plain, &text, n_plain));
}

void
script_map_add(Buf *runs, Slice plain, Slice text, const ScriptPairs *pairs)
{
	Walk walk = { pairs, runs, plain, text };

	assert(plain.len > 0 && text.len > 0);
	if (slice_eq(plain, text)) {
		step(&walk, plain.len, text.len, false);
		return;
	}
	while (walk.plain.len > 0 && walk.text.len > 0) {
		uint32_t a, b;
		size_t a_len = utf8_decode(walk.plain, &a);
		size_t b_len = utf8_decode(walk.text, &b);

		if (is_pair(pairs, a, b))
			step(&walk, a_len, b_len, false);
		else
			step_phrase(&walk);
	}
	join_rest(&walk);
}

/* The last run that begins at or before a byte; NULL where there is none. */
static const ScriptRun *
run_at(const ScriptMap *map, uint32_t byte, bool of_plain)
{
	uint32_t low = 0, high = map->n_runs;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const ScriptRun *run = &map->runs[mid];

		if ((of_plain ? run->plain : run->text) <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 ? &map->runs[low - 1] : NULL;
}

static Slice
plain_of(const ScriptMap *map, const ScriptRun *run)
{
	return slice_sub(map->plain, run->plain, run->plain_len);
}

static Slice
text_of(const ScriptMap *map, const ScriptRun *run)
{
	return slice_sub(map->text, run->text, run->text_len);
}

/* Which character of `s` holds a byte. */
static size_t
char_of(Slice s, size_t byte)
{
	return utf8_count(slice_sub(s, 0, byte + 1)) - 1;
}

/* Where character `n` begins, or the end of `s`. */
static size_t
char_start(Slice s, size_t n)
{
	size_t off = 0;
	uint32_t cp;

	while (n-- > 0 && off < s.len)
		off += utf8_decode(slice_sub(s, off, UTF8_MAX), &cp);
	return off;
}

static size_t
divide_up(size_t a, size_t b)
{
	return (a + b - 1) / b;
}

/*
 * The characters of a phrase that became shorter are spread over the plain
 * characters, those of one that became longer over the plain bytes.
 */
static size_t
phrase_to_plain(Slice plain, Slice text, size_t byte)
{
	size_t a = utf8_count(plain), b = utf8_count(text);
	size_t n = char_of(text, byte);

	if (b <= a)
		return char_start(plain, divide_up(n * a, b));
	return n * plain.len / b;
}

static size_t
phrase_from_plain(Slice plain, Slice text, size_t byte)
{
	size_t a = utf8_count(plain), b = utf8_count(text);

	if (b <= a)
		return char_start(text, char_of(plain, byte) * b / a);
	return char_start(text, ((byte + 1) * b - 1) / plain.len);
}

uint32_t
script_map_to_plain(const ScriptMap *map, uint32_t byte)
{
	const ScriptRun *run = run_at(map, byte, false);

	if (byte >= map->text.len)
		return (uint32_t)map->plain.len;
	if (!run->phrase)
		return run->plain + (byte - run->text);
	return run->plain + (uint32_t)phrase_to_plain(plain_of(map, run),
						      text_of(map, run),
						      byte - run->text);
}

uint32_t
script_map_from_plain(const ScriptMap *map, uint32_t byte)
{
	const ScriptRun *run = run_at(map, byte, true);

	if (byte >= map->plain.len)
		return (uint32_t)map->text.len;
	if (run->phrase)
		return run->text
			+ (uint32_t)phrase_from_plain(plain_of(map, run),
						      text_of(map, run),
						      byte - run->plain);
	byte = run->text + (byte - run->plain);
	while (utf8_is_continuation(map->text.ptr[byte]))
		byte--;
	return byte;
}

void
script_map_stretch(const ScriptMap *map, uint32_t *start, uint32_t *len)
{
	uint32_t end = *start + *len;
	const ScriptRun *first = run_at(map, *start, true);
	const ScriptRun *last = run_at(map, end > 0 ? end - 1 : 0, true);

	*start = first && first->phrase ? first->text
		: script_map_from_plain(map, *start);
	if (*len == 0)
		return;
	end = last->phrase ? last->text + last->text_len
		: last->text + (end - last->plain);
	*len = end - *start;
}
