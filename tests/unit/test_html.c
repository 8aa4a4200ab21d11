/* Unit tests of formats/read_html: a page becomes speakers and paragraphs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "formats/format.h"
#include "unit/load_fixture.h"

typedef struct Case {
	const char *page;
	const char *outline;
} Case;

static void
check_cases(const Case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++)
		check_outline(cases[i].page, "page.html", cases[i].outline);
}

static void
speakers_and_times_of_podcasting_are_read(void **state)
{
	static const char page[] =
		"<cite>Ann:</cite>\n<time>0:00</time>\n<p>Hi &#39;there&#39;."
		"</p>\n<p>And more.</p>\n"
		"<cite>Bob</cite>\n<time>1:02:03.5</time>\n<p>Yes.</p>\n"
		"<cite>Bob:</cite>\n<p>Again: no label.</p>\n";
	Loaded loaded;

	(void)state;
	check_outline(page, "-", "Ann: Hi 'there'./And more.\n"
				 "Bob: Yes.\nBob: Again: no label.\n");
	load_text(&loaded, page, "-");
	assert_string_equal(loader_format(loaded.loader), "html");
	assert_int_equal(doc_turn_time(loaded.doc, 0), 0);
	assert_int_equal(doc_turn_time(loaded.doc, 1), 3723500);
	assert_int_equal(doc_turn_time(loaded.doc, 2), DOC_NONE);
	assert_int_equal(doc_turn(loaded.doc, 0)->line, 1);
	assert_int_equal(doc_para(loaded.doc, 1)->line, 4);
	assert_int_equal(doc_turn(loaded.doc, 1)->line, 5);
	loaded_done(&loaded);
}

static void
labels_on_pages_are_speakers(void **state)
{
	static const char want[] =
		"Ann Lee: How is it?\nBob: Well.\nAnn Lee: And now?/More.\n"
		"Bob: Bye.\n";
	static const char *const pages[] = {
		"<!doctype html><p><b>Ann Lee:</b> How is it?</p>"
		"<p><b>Bob:</b> Well.<p><b>Ann Lee: </b>And now?"
		"<p>More.<p><b>Bob:</b>Bye.",
		"<!doctype html><p><strong>Ann Lee</strong>: How is it?"
		"<p><strong>Bob</strong>: Well.<p><strong>Ann Lee</strong>: "
		"And now?</p><p>More.</p><p><strong>Bob</strong>: Bye.",
		"<html><dl><dt>Ann Lee<dd>How is it?<dt>Bob<dd>Well."
		"<dt>Ann Lee<dd><p>And now?<p>More.<dt>Bob<dd>Bye.</dl>",
		"<html><p><b>Ann Lee:</b><br>How is it?<br>\n<b>Bob:</b> Well."
		"<br><b>Ann Lee:</b> And now?<br><br>More.<br><b>Bob:</b> "
		"Bye.",
		"<html><div class='s-speaker'>Ann Lee</div><div>How is it?"
		"</div><div class=speaker>Bob</div><div>Well.</div><div "
		"class='x speaker'>Ann Lee</div><div>And now?</div><div>More."
		"</div><div class=speaker>Bob</div><div>Bye.</div>",
		"<html><table><tr><td>Ann Lee:<td>How is it?<tr><td>Bob:<td>"
		"Well.<tr><td>Ann Lee:<td><p>And now?<p>More.<tr><td>Bob:<td>"
		"Bye.</table>",
		"<html><pre>Ann Lee: How is it?\nBob: Well.\n\nAnn Lee: And\n"
		"now?\n\nMore.\nBob: Bye.\n</pre>",
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(pages); i++)
		check_outline(pages[i], "-", want);
}

static void
only_the_article_is_read(void **state)
{
	static const Case cases[] = {
		{ "<html><body><nav>Home</nav><header>Site</header><main>"
		  "<script>if (a<b) x</script><style>p {}</style><p>Text."
		  "<aside>Also</aside><form><p>Mail</form></main>"
		  "<footer>Us</footer>",
		  "-: Text.\n" },
		{ "<html><body><p>Before<article><p>Text.</article><p>After",
		  "-: Text.\n" },
		{ "<html><body><article><p>One.</article><article><p>Two."
		  "</article>",
		  "-: One./Two.\n" },
		{ "<html><body><!-- no --><p>Text.", "-: Text.\n" },
	};

	(void)state;
	check_cases(cases, N_ITEMS(cases));
}

static void
blocks_keep_their_kind(void **state)
{
	static const Case cases[] = {
		{ "<html><h2>One</h2><p>a<h3>Two</h3><p>b<h2>Three</h2>",
		  "## One\n-: a\n### Two\n-: b\n## Three\n" },
		{ "<html><p>a<ul><li>b<ol><li>c</ol><li><p>d</ul>",
		  "-: a/*b/*c/*d\n" },
		{ "<html><blockquote><p>a<p>b</blockquote><p>c",
		  "-: >a/>b/c\n" },
		{ "<html><p>a<pre>b *c*\n d\n</pre>", "-: a/`b *c*\n d\n" },
		{ "<html><table><tr><th>a<th>b<tr><td>*c*<td>d</table>",
		  "-: || a | b |\n| *c* | d |\n" },
		{ "<html><div>a<div>b</div>c</div>", "-: a/b/c\n" },
		{ "<html><p>[laughs]<p>a", "-: ![laughs]/a\n" },
	};

	(void)state;
	check_cases(cases, N_ITEMS(cases));
}

static void
text_is_what_a_browser_shows(void **state)
{
	static const Case cases[] = {
		{ "<html><p>a &lt;b&gt; &amp;amp; &hellip; &nbsp;c",
		  "-: a <b> &amp; … \u00A0c\n" },
		{ "<html><p>5*3*2 a_b_c _x_ [y](z) `q` \\* #",
		  "-: 5*3*2 a_b_c _x_ [y](z) `q` \\* #\n" },
		{ "<html><p>  one\n  two\tthree  ", "-: one two three\n" },
		{ "<html><p>中文\n中文 and\nmore", "-: 中文中文 and more\n" },
		{ "<html><p>a<b>b</b>c <i>d </i>e <b><i>f</i></b>.",
		  "-: abc d e f.\n" },
		{ "<html><p>line one<br>goes on<br>ends.<br>New",
		  "-: line one goes on ends./New\n" },
		{ "<html><p>x<b> </b>y<wbr>z <b></b><a href=/q></a>.",
		  "-: x yz .\n" },
		{ "<html><p>1. no list</p><p># no heading</p><p>> no quote",
		  "-: 1. no list/# no heading/> no quote\n" },
	};

	(void)state;
	check_cases(cases, N_ITEMS(cases));
}

static void
links_keep_their_addresses(void **state)
{
	Loaded loaded;
	Buf json;

	(void)state;
	load_text(&loaded,
		  "<html><p>See! <a href='https://e.org/a(b)?x=1&amp;y=2'>the "
		  "[<b>page</b>]</a>, <a href='#n'>1</a> <a href='javascript:"
		  "x()'>2</a>!<a href=/rel>3</a>",
		  "page.html");
	buf_init(&json, SIZE_MAX);
	append_json(&loaded, &json);
	assert_true(slice_find(buf_slice(&json),
			       SLICE("\"text\": \"See! the [page], 1 2!3\", "
				     "\"links\": [{\"start\": 5, \"end\": 15, "
				     "\"href\": \"https://e.org/a%28b%29?x=1&"
				     "y=2\"}, {\"start\": 21, \"end\": 22, "
				     "\"href\": \"/rel\"}]")) != SIZE_MAX);
	buf_done(&json);
	loaded_done(&loaded);
}

static void
title_and_date_are_the_page_s(void **state)
{
	static const struct {
		const char *page, *title, *date;
	} cases[] = {
		{ "<html><title>Talk &mdash; Site</title><h1>Talk</h1><p>a",
		  "Talk", NULL },
		{ "<html><title>Talk</title><h1>Other</h1><p>a", "Talk", NULL },
		{ "<html><h1>A <i>talk</i></h1><p>a", "A talk", NULL },
		{ "<html><meta name=date content='2024-03-05T10:00'><p>a",
		  "page", "2024-03-05" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;

		load_text(&loaded, cases[i].page, "dir/page.html");
		assert_true(slice_eq(loaded.doc->meta.title,
				     slice_from(cases[i].title)));
		assert_true(slice_eq(loaded.doc->meta.date,
				     slice_from(cases[i].date)));
		loaded_done(&loaded);
	}
}

static void
pages_are_told_by_their_content(void **state)
{
	static const struct {
		const char *head, *path;
		const char *format;
	} cases[] = {
		{ "<!DOCTYPE html>\n", "-", "html" },
		{ " \n<HTML lang=en>", "-", "html" },
		{ "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'>", "a.xml",
		  "html" },
		{ "<!-- x --><cite>A:</cite>", "-", "html" },
		{ "<p>x", "a.html", "html" },
		{ "<p>x", "-", "plain" },
		{ "<citequote>", "-", "plain" },
		{ "text <html>", "a.txt", "plain" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_string_equal(format_detect(slice_from(cases[i].head),
						  slice_from(cases[i].path))
					    ->name,
				    cases[i].format);
	assert_true(format_may_read(SLICE("talks/a.htm")));
	assert_true(format_may_read(SLICE("talks/a.XML")));
}

/* How loading of `page`, repeated, ends. */
static Progress
load_many(const char *page, size_t n, Err *ret_err)
{
	Loaded loaded;
	Progress progress;
	Buf buf;

	buf_init(&buf, SIZE_MAX);
	buf_append(&buf, SLICE("<html>"));
	for (size_t i = 0; i < n; i++)
		buf_append(&buf, slice_from(page));
	load(&loaded, buf_slice(&buf), "-", LOADER_WHOLE, CUT_WHOLE);
	progress = loader_step(loaded.loader, deadline_never());
	*ret_err = *loader_err(loaded.loader);
	loaded_done(&loaded);
	buf_done(&buf);
	return progress;
}

static void
hostile_pages_are_read_or_refused(void **state)
{
	static const struct {
		const char *page;
		size_t n;
		const char *why;	/* NULL: it is read */
	} cases[] = {
		{ "<div>", 100000, "more than 256 deep" },
		{ "<ul><li>", 100000, "more than 256 deep" },
		{ "<p>x<br>", 100000, NULL },
		{ "<b> </b>", 100000, NULL },
		{ "x <i>", 100, NULL },
		{ "[", 100000, NULL },
		{ "0123456789abcdef", 524288, "8 MiB" },
		{ "</x>", 300000, "200000 errors" },
		{ "<!--", 100000, NULL },
		{ "<a b c d e f g h=1 i ", 100, "attributes" },
		{ "<a b='x >y", 100000, NULL },
	};
	Err err;

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Progress progress = load_many(cases[i].page, cases[i].n, &err);

		if (cases[i].why == NULL && progress != PROGRESS_DONE)
			fail_msg("%s: %s", cases[i].page, err.text);
		if (cases[i].why == NULL)
			continue;
		assert_int_equal(progress, PROGRESS_FAILED);
		assert_non_null(strstr(err.text, cases[i].why));
	}
}

static void
an_empty_page_is_an_empty_document(void **state)
{
	(void)state;
	check_outline("", "page.html", "");
	check_outline(" \n", "page.html", "");
	check_outline("<html></html>", "page.html", "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(speakers_and_times_of_podcasting_are_read),
		cmocka_unit_test(labels_on_pages_are_speakers),
		cmocka_unit_test(only_the_article_is_read),
		cmocka_unit_test(blocks_keep_their_kind),
		cmocka_unit_test(text_is_what_a_browser_shows),
		cmocka_unit_test(links_keep_their_addresses),
		cmocka_unit_test(title_and_date_are_the_page_s),
		cmocka_unit_test(pages_are_told_by_their_content),
		cmocka_unit_test(hostile_pages_are_read_or_refused),
		cmocka_unit_test(an_empty_page_is_an_empty_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
