/* Unit tests of reading/concordance and its reading/sorted. */
#include "reading/concordance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"
#include "support/random.h"
#include "unit/search_fixture.h"

#define MANY 600	/* more than HITS_MARK, and where all is tiny more
			   than are put in order */

typedef struct Listing {
	Fixture fix;
	Concordance concordance;
} Listing;

static int
set_up(void **state)
{
	Listing *listing = calloc(1, sizeof(*listing));

	fix_set_up(&listing->fix);
	concordance_init(&listing->concordance);
	concordance_set(&listing->concordance, listing->fix.search,
			listing->fix.doc);
	*state = listing;
	return 0;
}

static int
tear_down(void **state)
{
	Listing *listing = *state;

	concordance_done(&listing->concordance);
	fix_tear_down(&listing->fix);
	free(listing);
	return 0;
}

static void
search_for(Listing *listing, const char *query)
{
	fix_start(&listing->fix, query);
	fix_run(&listing->fix);
}

static void
put_in(Listing *listing, ConcordanceOrder order)
{
	concordance_set_order(&listing->concordance, order);
	assert_int_equal(concordance_step(&listing->concordance,
					  deadline_never()),
			 PROGRESS_DONE);
}

/* ` 2:5#0`: a paragraph, a byte, and which of its matches. */
static void
append_entry(Listing *listing, uint32_t i, Buf *out)
{
	Listed listed;

	assert_true(concordance_at(&listing->concordance, i, &listed));
	buf_appendf(out, " %u:%u#%u", (unsigned)listed.match.para,
		    (unsigned)listed.match.start, (unsigned)listed.nth);
}

static void
append_list(Listing *listing, Buf *out)
{
	uint32_t n = concordance_count(&listing->concordance);
	Listed listed;

	for (uint32_t i = 0; i < n; i++)
		append_entry(listing, i, out);
	assert_false(concordance_at(&listing->concordance, n, &listed));
}

static void
check_list(Listing *listing, const char *want, const char *what)
{
	Buf out;

	buf_init(&out, 4096);
	append_list(listing, &out);
	fix_check_buf(&out, want, what);
}

static const char lines[] = "#On clocks\n"
			    "Bclock OF iron, clock Of brass\n"
			    "Athe clock,  of BRASS here\n"
			    " no clock\n"
			    "Aa clock of brass\n"
			    "Bnothing";

static const struct {
	ConcordanceOrder order;
	const char *want;
	const char *only_ann;
} orders[] = {
	{ CONCORDANCE_PLACE, " 0:3#0 1:0#0 1:15#1 2:4#0 3:3#0 4:2#0",
	  " 0:3#0 2:4#0 3:3#0 4:2#0" },
	{ CONCORDANCE_SPEAKER, " 2:4#0 4:2#0 1:0#0 1:15#1 0:3#0 3:3#0",
	  " 2:4#0 4:2#0 0:3#0 3:3#0" },
	{ CONCORDANCE_FOLLOWING, " 3:3#0 2:4#0 1:15#1 4:2#0 1:0#0 0:3#0",
	  " 3:3#0 2:4#0 4:2#0 0:3#0" },
};

static void
each_order_lists_what_the_filter_shows(void **state)
{
	Listing *listing = *state;

	fix_add_lines(&listing->fix, lines);
	fix_complete(&listing->fix);
	search_for(listing, "clock");
	for (size_t i = 0; i < N_ITEMS(orders); i++) {
		put_in(listing, orders[i].order);
		check_list(listing, orders[i].want, "all");
	}
	filter_only(&listing->fix.filter, listing->fix.doc, 0);
	search_filter_changed(listing->fix.search);
	fix_run(&listing->fix);
	for (size_t i = 0; i < N_ITEMS(orders); i++) {
		put_in(listing, orders[i].order);
		check_list(listing, orders[i].only_ann, "only Ann's");
	}
}

/* One unit at a time, the search and the list by turns. */
static void
run_both_sliced(Listing *listing)
{
	Fixture *fix = &listing->fix;
	Progress searched, listed;

	do {
		searched = search_step(fix->search, fix->doc, &fix->filter,
				       deadline_now());
		listed = concordance_step(&listing->concordance,
					  deadline_now());
	} while (searched == PROGRESS_MORE || listed == PROGRESS_MORE);
}

static void
small_steps_list_the_same_in_a_growing_document(void **state)
{
	Listing *listing = *state;
	const char *rest = lines;

	for (size_t i = 0; i < N_ITEMS(orders); i++) {
		concordance_set_order(&listing->concordance, orders[i].order);
		for (rest = lines; i == 0 && *rest;) {
			size_t len = strcspn(rest, "\n");

			fix_open_para(&listing->fix, (Slice){ rest, len });
			fix_start(&listing->fix, "clock");
			run_both_sliced(listing);
			rest += len + (rest[len] == '\n');
		}
		fix_complete(&listing->fix);
		run_both_sliced(listing);
		check_list(listing, orders[i].want, "sliced");
	}
}

static void
what_grows_is_put_where_it_belongs(void **state)
{
	Listing *listing = *state;

	concordance_set_order(&listing->concordance, CONCORDANCE_FOLLOWING);
	fix_add_lines(&listing->fix, "Ax m\nAx b\nAx t");
	search_for(listing, "x");
	run_both_sliced(listing);
	check_list(listing, " 1:0#0 0:0#0 2:0#0", "at first");
	fix_add_lines(&listing->fix, "Ax z\nAx a\nAx n");
	run_both_sliced(listing);
	check_list(listing, " 4:0#0 1:0#0 0:0#0 5:0#0 2:0#0 3:0#0", "grown");
}

static void
equal_words_behind_stand_in_the_order_of_the_text(void **state)
{
	Listing *listing = *state;

	fix_add_lines(&listing->fix, "Ax 出口管制\nBx　出口管制\nAX出口管制");
	fix_complete(&listing->fix);
	search_for(listing, "x");
	put_in(listing, CONCORDANCE_FOLLOWING);
	check_list(listing, " 0:0#0 1:0#0 2:0#0", "equal");
}

/* A paragraph of MANY matches, each in a word that says its number. */
static void
add_many(Listing *listing)
{
	Buf line;

	buf_init(&line, 65536);
	buf_append_char(&line, 'A');
	for (int i = 0; i < MANY; i++)
		buf_appendf(&line, "x%03d ", MANY - 1 - i);
	fix_open_para(&listing->fix, buf_slice(&line));
	fix_complete(&listing->fix);
	buf_done(&line);
}

static void
a_match_is_found_however_one_came_from_another(void **state)
{
	Listing *listing = *state;
	Concordance *concordance = &listing->concordance;

	fix_add_lines(&listing->fix, "Bx and x");
	add_many(listing);
	search_for(listing, "x");
	for (uint32_t step = 1; step < MANY; step += 2) {
		uint32_t i = step * 37 % MANY;
		Listed listed;

		assert_true(concordance_at(concordance, 2 + i, &listed));
		assert_int_equal(listed.nth, i);
		assert_int_equal(listed.match.start, 5 * i);
		assert_int_equal(listed.match.len, 1);
		assert_true(concordance_at(concordance, step % 2, &listed));
		assert_int_equal(listed.match.para, 0);
		assert_int_equal(listed.nth, step % 2);
	}
}

static void
what_is_put_in_order_is_bounded(void **state)
{
	Listing *listing = *state;
	Concordance *concordance = &listing->concordance;
	uint32_t most = CONCORDANCE_MAX < MANY ? CONCORDANCE_MAX : MANY;
	Listed first;

	add_many(listing);
	search_for(listing, "x");
	assert_int_equal(concordance_target(concordance), MANY);
	assert_int_equal(concordance_count(concordance), MANY);
	put_in(listing, CONCORDANCE_FOLLOWING);
	assert_int_equal(concordance_target(concordance), most);
	assert_int_equal(concordance_count(concordance), most);
	assert_true(concordance_at(concordance, 0, &first));
	assert_int_equal(first.nth, most - 1);
}

static void
the_current_match_has_its_entry_in_each_order(void **state)
{
	Listing *listing = *state;
	Concordance *concordance = &listing->concordance;

	fix_add_lines(&listing->fix, lines);
	fix_complete(&listing->fix);
	search_for(listing, "clock");
	for (size_t i = 0; i < N_ITEMS(orders); i++) {
		put_in(listing, orders[i].order);
		for (uint32_t n = concordance_count(concordance); n-- > 0;) {
			Listed listed;

			assert_true(concordance_at(concordance, n, &listed));
			search_choose(listing->fix.search, listed.match,
				      listed.nth);
			assert_int_equal(concordance_here(concordance), n);
		}
	}
}

static void
a_chosen_match_is_where_the_search_goes_on(void **state)
{
	Listing *listing = *state;
	Listed listed;

	fix_add_lines(&listing->fix, lines);
	fix_complete(&listing->fix);
	search_for(listing, "clock");
	assert_true(concordance_at(&listing->concordance, 2, &listed));
	search_choose(listing->fix.search, listed.match, listed.nth);
	fix_check_state(&listing->fix, " 1:15");
	fix_check_count(&listing->fix, "3/6");
	search_next(listing->fix.search, false);
	fix_run(&listing->fix);
	fix_check_state(&listing->fix, " 2:4");
	search_next(listing->fix.search, true);
	fix_run(&listing->fix);
	fix_check_state(&listing->fix, " 1:15");
}

static void
another_search_makes_another_list(void **state)
{
	Listing *listing = *state;

	fix_add_lines(&listing->fix, lines);
	fix_complete(&listing->fix);
	check_list(listing, "", "nothing is searched for");
	concordance_set_order(&listing->concordance, CONCORDANCE_SPEAKER);
	search_for(listing, "brass");
	run_both_sliced(listing);
	check_list(listing, " 2:15#0 4:11#0 1:24#0", "brass");
	search_for(listing, "@ann of");
	run_both_sliced(listing);
	check_list(listing, " 2:12#0 4:8#0", "of");
	search_stop(listing->fix.search);
	check_list(listing, "", "stopped");
	assert_int_equal(concordance_here(&listing->concordance), DOC_NONE);
}

static void
another_generation_makes_another_list(void **state)
{
	Listing *listing = *state;
	Document *old = listing->fix.doc;

	fix_add_lines(&listing->fix, "Ax\nBx");
	fix_complete(&listing->fix);
	search_for(listing, "x");
	put_in(listing, CONCORDANCE_FOLLOWING);
	check_list(listing, " 0:0#0 1:0#0", "at first");
	listing->fix.doc = doc_new(listing->fix.text, 1);
	concordance_set(&listing->concordance, listing->fix.search,
			listing->fix.doc);
	doc_free(old);
	check_list(listing, "", "not looked into yet");
	fix_add_lines(&listing->fix, " x y");
	fix_complete(&listing->fix);
	run_both_sliced(listing);
	check_list(listing, " 0:0#0", "the next one");
}

static void
entries_that_come_in_any_order_are_sorted(void **state)
{
	enum { N = 3000 };
	uint32_t seed = 7;
	Sorted sorted;

	(void)state;
	sorted_init(&sorted);
	for (uint32_t i = 0; i < N; i++) {
		SortedEntry entry = { .match = { i, 0, 1 } };

		entry.key[0] = (unsigned char)(random_next(&seed) % 16);
		sorted_insert(&sorted, &entry);
		assert_true(sorted_find(&sorted, &entry) <= i);
	}
	assert_int_equal(sorted.count, N);
	for (uint32_t i = 0; i < N; i++) {
		const SortedEntry *entry = sorted_at(&sorted, i);
		const SortedEntry *before = i ? sorted_at(&sorted, i - 1)
					      : NULL;

		assert_int_equal(sorted_find(&sorted, entry), i);
		if (before && before->key[0] == entry->key[0])
			assert_true(before->match.para < entry->match.para);
		else if (before)
			assert_true(before->key[0] < entry->key[0]);
	}
	sorted_clear(&sorted);
	assert_int_equal(sorted.count, 0);
	sorted_done(&sorted);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(each_order_lists_what_the_filter_shows),
		TEST(small_steps_list_the_same_in_a_growing_document),
		TEST(what_grows_is_put_where_it_belongs),
		TEST(equal_words_behind_stand_in_the_order_of_the_text),
		TEST(a_match_is_found_however_one_came_from_another),
		TEST(what_is_put_in_order_is_bounded),
		TEST(the_current_match_has_its_entry_in_each_order),
		TEST(a_chosen_match_is_where_the_search_goes_on),
		TEST(another_search_makes_another_list),
		TEST(another_generation_makes_another_list),
		cmocka_unit_test(entries_that_come_in_any_order_are_sorted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
