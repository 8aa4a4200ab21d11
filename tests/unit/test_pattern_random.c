/*
 * Random patterns: whatever is typed compiles or is refused, and no search
 * crashes, hangs, or finds what does not stand there.  FANGTAN_FUZZ_SECONDS
 * makes it go on for so long; else it does a fixed number.
 */
#include "reading/pattern.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/items.h"
#include "base/vec.h"
#include "support/random.h"

#ifdef FANGTAN_TINY
#define ROUNDS 200
#else
#define ROUNDS 4000
#endif
#define PIECES_MAX 14
#define FINDS_MAX 8
/*
 * Microseconds of the processor after which a search hangs; more where it may
 * be a slow one, such as Valgrind's.
 */
#define UNIT_US 250000
#define UNIT_SLOW_US 900000

static const char *const PIECES[] = {
	"a", "b", "发", "軟體", "人工智能", "\"", "--", "……", " ", "Ａ", "１",
	".", "*", "+", "?", "*?", "++", "{2,5}", "{3}", "{1,30}", "(", "(", ")",
	")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?<n>", "|", "^",
	"$", "[", "]", "[^", "-", "[a-z发]", "[]x]", "[[:alpha:]", "\\d", "\\w",
	"\\s", "\\b", "\\1", "\\g{1}", "\\k<n>", "(?1)", "(?R)", "(?i)",
	"(?x)", "(?-x)", "#", "\\Q", "\\E", "\\", "\\p{Han}", "\\p", "\\x{53d1}",
	"(a+)+", "(a|aa)+", "(.*)*", "(?#c)", "(*NO_JIT)", "(*plb:", "(?(1)",
	"(?|", "\\X", "\\R", "{", "}", ",", "\xEF\xBC\x88", "(*COMMIT)",
};

#define N_PIECES N_ITEMS(PIECES)

typedef struct Random {
	uint32_t seed;
	long watch_us;
} Random;

static uint32_t
draw(Random *random, size_t below)
{
	return random_below(&random->seed, below);
}

static void
append_pattern(Random *random, Buf *out)
{
	uint32_t n = 1 + draw(random, PIECES_MAX);

	buf_clear(out);
	while (n-- > 0)
		buf_append(out, slice_from(PIECES[draw(random, N_PIECES)]));
}

static void
append_text(Random *random, Buf *out)
{
	static const char *const WORDS[] = {
		"a", "aaaaaaaa", "b", "发", "發", "软件", "人工智慧", "「", "——",
		"…", "　", "ａ", "１", " ", "\n", "\xFF", "x",
	};
	uint32_t n = draw(random, 8) == 0 ? 20000 : draw(random, 300);
	bool same = draw(random, 4) == 0;

	buf_clear(out);
	while (n-- > 0)
		buf_append(out, slice_from(
			same ? "a" : WORDS[draw(random, 17)]));
	buf_append(out, SLICE("b"));
}

/* Ends the program, by SIGVTALRM, where one search takes so long; 0: not. */
static void
watch(long us)
{
	struct itimerval timer = { .it_value = { .tv_usec = us } };

	assert_int_equal(setitimer(ITIMER_VIRTUAL, &timer, NULL), 0);
}

static void
search(const Pattern *pattern, Slice text, long watch_us)
{
	size_t from = 0, start = 0, len = 0;

	for (int i = 0; i < FINDS_MAX; i++) {
		watch(watch_us);
		if (pattern_find(pattern, text, from, &start, &len) !=
		    PATTERN_FOUND)
			break;
		assert_true(start >= from);
		assert_true(len > 0 && start + len <= text.len);
		from = start + len;
	}
	watch(0);
}

static void
try_one(Random *random, Buf *source, Buf *text)
{
	Err err = { 0 };
	unsigned flags = draw(random, 64) & ~(unsigned)PATTERN_PINYIN;
	Pattern *pattern, *exact;

	append_pattern(random, source);
	append_text(random, text);
	pattern = pattern_new(buf_slice(source), flags, &err);
	exact = pattern_new(buf_slice(source), flags | PATTERN_EXACT_SCRIPT,
			    NULL);
	assert_int_equal(pattern == NULL, exact == NULL);
	if (pattern)
		search(pattern, buf_slice(text), random->watch_us);
	else
		assert_true(err.text[0] != '\0');
	pattern_free(pattern);
	pattern_free(exact);
}

static uint64_t
seconds_wanted(void)
{
	const char *text = getenv("FANGTAN_FUZZ_SECONDS");

	return text ? strtoul(text, NULL, 10) : 0;
}

static void
random_patterns_do_no_harm(void **state)
{
	uint64_t seconds = seconds_wanted();
	Deadline deadline = deadline_in(clock_system(), seconds * 1000000);
	Random random = { 20241, seconds > 0 ? UNIT_US : UNIT_SLOW_US };
	Buf source, text;

	(void)state;
	buf_init(&source, PATTERN_MAX);
	buf_init(&text, 1024 * 1024);
	for (int i = 0; seconds > 0 ? !deadline_passed(deadline) : i < ROUNDS;
	     i++)
		try_one(&random, &source, &text);
	buf_done(&source);
	buf_done(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_patterns_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
