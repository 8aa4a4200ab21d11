/*
 * Traditional and Simplified characters side by side.  Told by the characters
 * that only one of the two scripts uses (script_chars.h), so what is found is
 * there, but a rare character may be missed.
 */
#include "formats/check_inner.h"

#include "base/i18n.h"
#include "text/script_chars.h"
#include "text/utf8.h"

#define MINORITY 5		/* times as many: the rest is a slip */

typedef struct Tally {
	uint64_t count[SCRIPT_FORMS];
	uint32_t line[SCRIPT_FORMS];	/* of the first */
	Slice first[SCRIPT_FORMS];
} Tally;

static void
count(const ScriptChars *chars, Slice text, uint32_t line, Tally *tally)
{
	uint32_t cp;

	for (size_t i = 0, len; i < text.len; i += len) {
		ScriptForm form;

		len = 1;
		if ((unsigned char)text.ptr[i] < 0xE0)
			continue;
		len = utf8_decode(slice_sub(text, i, UTF8_MAX), &cp);
		form = script_chars_form(chars, cp);
		if (form != SCRIPT_ORIGINAL && tally->count[form]++ == 0) {
			tally->line[form] = line;
			tally->first[form] = slice_sub(text, i, len);
		}
	}
}

static void
tell_few(Check *check, const Tally *tally, ScriptForm few)
{
	unsigned long long n = tally->count[few];
	const char *what =
		few == SCRIPT_TRADITIONAL
			? ngettext("the text is in Simplified Chinese, but "
				   "for %llu Traditional character: “%.*s”",
				   "the text is in Simplified Chinese, but "
				   "for %llu Traditional characters, the "
				   "first here: “%.*s”", n)
			: ngettext("the text is in Traditional Chinese, but "
				   "for %llu Simplified character: “%.*s”",
				   "the text is in Traditional Chinese, but "
				   "for %llu Simplified characters, the "
				   "first here: “%.*s”", n);

	check_add(check, tally->line[few], "script", what, n,
		  SLICE_ARGS(tally->first[few]));
}

static void
check_text(Check *check, const ScriptChars *chars)
{
	const Document *doc = check->doc;
	Tally tally = { .count = { 0 } };
	uint64_t simplified, traditional;
	uint32_t line;

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);

		count(chars, text_slice(doc->text, para_off(para), para->len),
		      para->line, &tally);
	}
	simplified = tally.count[SCRIPT_SIMPLIFIED];
	traditional = tally.count[SCRIPT_TRADITIONAL];
	if (simplified == 0 || traditional == 0)
		return;
	if (simplified >= MINORITY * traditional) {
		tell_few(check, &tally, SCRIPT_TRADITIONAL);
		return;
	}
	if (traditional >= MINORITY * simplified) {
		tell_few(check, &tally, SCRIPT_SIMPLIFIED);
		return;
	}
	line = tally.line[SCRIPT_SIMPLIFIED] > tally.line[SCRIPT_TRADITIONAL]
		       ? tally.line[SCRIPT_SIMPLIFIED]
		       : tally.line[SCRIPT_TRADITIONAL];
	check_add(check, line, "script",
		  _("Traditional and Simplified Chinese stand side by side, "
		    "from here on"));
}

static void
check_speakers(Check *check, const ScriptChars *chars)
{
	const Document *doc = check->doc;
	uint32_t *lines = check_first_lines(doc);

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		Slice name = doc_speaker(doc, id)->name;
		Tally tally = { .count = { 0 } };

		count(chars, name, lines[id], &tally);
		if (tally.count[SCRIPT_SIMPLIFIED] > 0 &&
		    tally.count[SCRIPT_TRADITIONAL] > 0)
			check_add(check, lines[id], "script",
				  _("“%.*s” is written in Traditional and "
				    "Simplified characters"),
				  CHECK_NAME(name));
	}
	mem_free(lines);
}

void
check_scripts(Check *check)
{
	ScriptChars *chars = mem_alloc(sizeof(*chars));

	script_chars_init(chars);
	check_speakers(check, chars);
	check_text(check, chars);
	mem_free(chars);
}
