/* Unit tests of formats/read_xml: debates, spoken texts, Transcriber. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "formats/format.h"
#include "unit/load_fixture.h"

#define DEBATE \
	"<?xml version='1.0'?>\n" \
	"<k:akomaNtoso xmlns:k='urn:k'><k:debate><k:meta>\n" \
	"<k:FRBRWork><k:FRBRdate date='2020-02-03'/></k:FRBRWork>\n" \
	"<k:TLCPerson eId='ann lee' showAs='Ann Lee'/>\n" \
	"<k:TLCPerson id='bob' href='/x/bob' showAs='Bob &amp; Co.'/>\n" \
	"</k:meta><k:debateBody><k:debateSection>\n" \
	"<k:heading>The talk</k:heading>\n" \
	"<k:speech by='#ann lee'><k:p>\n  One\n  <k:i>two</k:i>.\n</k:p>\n" \
	"<k:p>See <k:a href='http://e.org/'>it</k:a>.</k:p></k:speech>\n" \
	"<k:narrative><k:p><k:i>(noise)</k:i></k:p></k:narrative>\n" \
	"<k:speech by='#ann lee'><k:from>A:</k:from><k:p>More.</k:p>" \
	"</k:speech>\n" \
	"<k:narrative><k:p>They leave.</k:p></k:narrative>\n" \
	"<k:speech by='#bob'><k:p>Yes.</k:p></k:speech>\n" \
	"<k:speech by='#new'><k:p>No.</k:p></k:speech>\n" \
	"<k:speech><k:from>Mr. Who:</k:from><k:p>Oh.</k:p></k:speech>\n" \
	"</k:debateSection></k:debateBody></k:debate></k:akomaNtoso>\n"

static void
debates_are_read(void **state)
{
	Loaded loaded;

	(void)state;
	check_outline(DEBATE, "-",
		      "Ann Lee: One two./See it./!(noise)\nAnn Lee: More.\n"
		      "-: They leave.\nBob & Co.: Yes.\nnew: No.\n"
		      "Mr. Who: Oh.\n");
	load_text(&loaded, DEBATE, "-");
	assert_string_equal(loader_format(loaded.loader), "xml");
	assert_true(slice_eq(loaded.doc->meta.title, SLICE("The talk")));
	assert_true(slice_eq(loaded.doc->meta.date, SLICE("2020-02-03")));
	assert_int_equal(doc_turn(loaded.doc, 0)->line, 8);
	assert_int_equal(doc_para(loaded.doc, 1)->line, 12);
	loaded_done(&loaded);
}

static void
sections_are_chapters(void **state)
{
	(void)state;
	check_outline("<akomaNtoso><debateSection><heading>Day</heading>"
		      "<debateSection><heading>A</heading><speech by='#x'>"
		      "<p>1</p></speech></debateSection><debateSection>"
		      "<heading>B</heading><speech by='#y'><p>2</p></speech>"
		      "</debateSection></debateSection></akomaNtoso>",
		      "-", "## A\nx: 1\n## B\ny: 2\n");
}

static void
spoken_texts_and_plays_are_read(void **state)
{
	static const char text[] =
		"<!DOCTYPE TEI SYSTEM 'tei_all.dtd'>\n"
		"<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>"
		"<titleStmt><title>A talk</title></titleStmt><publicationStmt>"
		"<date when='2021-01-02'/></publicationStmt><person "
		"xml:id='ann'><persName>Ann <surname>Lee</surname></persName>"
		"</person></teiHeader><text><body><div><head>One</head>"
		"<note type='speaker'>Ann:</note><u who='#ann'><seg>Caf&eacute;"
		"</seg><seg>Two <vocal><desc>laughs</desc></vocal> three</seg>"
		"</u><incident><desc>door slams</desc></incident>"
		"<u who='#ann #bob'>Yes.</u></div><div><head>Two</head>"
		"<sp who='#ham'><speaker>HAMLET.</speaker><l>To be</l>"
		"<l>or not</l><stage>Exit</stage></sp><p>Prose.</p></div>"
		"</body></text></TEI>";
	Loaded loaded;

	(void)state;
	check_outline(text, "-",
		      "# One\nAnn Lee: Café/Two [laughs] three/![door slams]\n"
		      "Ann Lee + bob: Yes.\n# Two\nHAMLET: To be/or not/![Exit]\n"
		      "-: Prose.\n");
	load_text(&loaded, text, "-");
	assert_true(slice_eq(loaded.doc->meta.title, SLICE("A talk")));
	assert_true(slice_eq(loaded.doc->meta.date, SLICE("2021-01-02")));
	assert_int_equal(doc_turn_speakers(loaded.doc, 1, NULL, 0), 2);
	loaded_done(&loaded);
}

static void
times_of_transcriber_are_kept(void **state)
{
	static const char text[] =
		"<?xml version='1.0' encoding='ISO-8859-1'?>\n"
		"<!DOCTYPE Trans SYSTEM 'trans-14.dtd'>\n"
		"<Trans><Topics><Topic id='to1' desc='Rain'/></Topics>"
		"<Speakers><Speaker id='s1' name='Ann'/><Speaker id='s2' "
		"name='Bob'/></Speakers><Episode><Section topic='to1'>\n"
		"<Turn startTime='0' endTime='0.5'><Sync time='0'/>\n</Turn>\n"
		"<Turn speaker='s1' startTime='0.5' endTime='4.25'>"
		"<Sync time='0.5'/>\nhello\n<Sync time='2.125'/>\nit rains.\n"
		"</Turn>\n<Turn speaker='s1 s2' startTime='4.25' endTime='9'>"
		"<Sync time='4.25'/>\n<Who nb='1'/>\nyes\n<Who nb='2'/>\nno\n"
		"</Turn></Section></Episode></Trans>";
	Loaded loaded;

	(void)state;
	check_outline(text, "-",
		      "# Rain\nAnn: hello it rains.\nAnn: yes\nBob: no\n");
	load_text(&loaded, text, "-");
	assert_int_equal(doc_turn_time(loaded.doc, 0), 500);
	assert_int_equal(doc_turn_end_time(loaded.doc, 0), 4250);
	assert_int_equal(doc_turn_time(loaded.doc, 2), 4250);
	loaded_done(&loaded);
}

static void
xml_is_told_by_its_content(void **state)
{
	static const struct {
		const char *head, *path, *format;
	} cases[] = {
		{ "<akomaNtoso>", "-", "xml" },
		{ "\n<!-- x --><n:TEI xmlns:n='u'>", "-", "xml" },
		{ "<Trans scribe='x'>", "-", "xml" },
		{ "<?xml version='1.0'?>", "-", "xml" },
		{ "<!DOCTYPE a [<!ENTITY x 'y'>]><a>", "-", "xml" },
		{ "<Transit>", "-", "plain" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_string_equal(format_detect(slice_from(cases[i].head),
						  slice_from(cases[i].path))
					    ->name,
				    cases[i].format);
}

static void
what_cannot_be_read_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text, *why;
		uint32_t line;
	} cases[] = {
		{ "<?xml version='1.0'?>\n<!DOCTYPE TEI [\n<!ENTITY x SYSTEM "
		  "'file:///etc/passwd'>]><TEI>&x;</TEI>",
		  "declares entities", 3 },
		{ "<!DOCTYPE TEI [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]>"
		  "<TEI>&b;</TEI>",
		  "declares entities", 1 },
		{ "<!DOCTYPE TEI [<!ENTITY % p SYSTEM 'http://127.0.0.1/p'> "
		  "%p;]><TEI/>",
		  "declares entities", 1 },
		{ "<TEI>\n<text>\n<p>cut", "not well-formed", 3 },
		{ "<TEI>\n<p>x</q></TEI>", "not well-formed", 2 },
		{ "<?xml version='1.0'?>\n<rss><a/></rss>", "<rss>", 2 },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++) {
		Loaded loaded;

		load(&loaded, slice_from(cases[i].text), "-", LOADER_WHOLE,
		     CUT_WHOLE);
		assert_non_null(strstr(loader_err(loaded.loader)->text,
				       cases[i].why));
		assert_int_equal(loader_err(loaded.loader)->line,
				 cases[i].line);
		loaded_done(&loaded);
	}
}

/* The message with which `text`, repeated inside a root, is refused. */
static void
check_refused(const char *text, size_t n, const char *why)
{
	Loaded loaded;
	Buf buf;

	buf_init(&buf, SIZE_MAX);
	buf_append(&buf, SLICE("<TEI>"));
	for (size_t i = 0; i < n; i++)
		buf_append(&buf, slice_from(text));
	load(&loaded, buf_slice(&buf), "-", LOADER_WHOLE, CUT_WHOLE);
	if (strstr(loader_err(loaded.loader)->text, why) == NULL)
		fail_msg("%s: %s", text, loader_err(loaded.loader)->text);
	loaded_done(&loaded);
	buf_done(&buf);
}

static void
hostile_xml_is_refused(void **state)
{
	(void)state;
	check_refused("<p>", 100000, "more than 256 deep");
	check_refused("<p/>", 1000001, "million elements");
	check_refused("<p a='1' b='1' c='1' d='1' e='1' ", 30, "attributes");
	check_refused("<p xmlns:a='u' xmlns:b='u' xmlns:c='u'>", 100,
		      "namespaces");
	check_refused("0123456789abcdef", 1024 * 1024 + 1, "16 MiB");
}

static void
however_it_is_cut_the_document_is_the_same(void **state)
{
	Buf whole, cut;

	(void)state;
	buf_init(&whole, SIZE_MAX);
	buf_init(&cut, SIZE_MAX);
	for (unsigned way = CUT_WHOLE; way < CUT_RANDOM + 3; way++) {
		Loaded loaded;

		load(&loaded, SLICE(DEBATE), "-", 0, way);
		buf_clear(&cut);
		append_json(&loaded, way == CUT_WHOLE ? &whole : &cut);
		if (way != CUT_WHOLE)
			assert_true(is_same(&cut, &whole, "debate"));
		loaded_done(&loaded);
	}
	buf_done(&whole);
	buf_done(&cut);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(debates_are_read),
		cmocka_unit_test(sections_are_chapters),
		cmocka_unit_test(spoken_texts_and_plays_are_read),
		cmocka_unit_test(times_of_transcriber_are_kept),
		cmocka_unit_test(xml_is_told_by_its_content),
		cmocka_unit_test(what_cannot_be_read_is_refused_with_its_line),
		cmocka_unit_test(hostile_xml_is_refused),
		cmocka_unit_test(however_it_is_cut_the_document_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
