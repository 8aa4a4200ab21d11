/*
 * Labels with a typing slip: a line that begins with the name of a speaker,
 * but not with a label as it should be (`ND; text`, `Name：: text`,
 * `**Name: t**ext`, `ND:text`).
 */
#include "formats/check_inner.h"

#include <string.h>

#include "base/i18n.h"
#include "base/items.h"
#include "document/speakers.h"
#include "formats/scan.h"

#define NAME_BYTES_MAX 256

typedef struct Labels {
	Check *check;
	NameTable names;	/* and aliases: SpeakerId */
	NameTable told;		/* aliases that were told */
	Scan scan;
	bool front;		/* inside the front matter */
	uint32_t last_line;
} Labels;

static const LineSyntax SYNTAX = { .fences = true };

static void
collect_names(Labels *labels)
{
	const Document *doc = labels->check->doc;

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const Speaker *speaker = doc_speaker(doc, id);

		names_put(&labels->names, speaker->name, id);
		for (const SpeakerAlias *alias = speaker->aliases;
		     alias != NULL; alias = alias->next)
			names_put(&labels->names, alias->name, id);
	}
}

/* What divides a name from the speech; its bytes, or 0. */
static size_t
divider_len(Slice rest)
{
	static const char *const dividers[] = { ":", ";", "：", "；" };

	for (size_t i = 0; i < N_ITEMS(dividers); i++)
		if (slice_starts(rest, slice_from(dividers[i])))
			return strlen(dividers[i]);
	return 0;
}

/* The first divider of a line, at *ret_off; false where there is none. */
static bool
find_divider(Slice line, size_t *ret_off, Slice *ret_divider)
{
	for (size_t i = 0; i < line.len && i < NAME_BYTES_MAX; i++) {
		size_t len = divider_len(slice_sub(line, i, 3));

		if (len == 0)
			continue;
		*ret_off = i;
		*ret_divider = slice_sub(line, i, len);
		return true;
	}
	return false;
}

static bool
is_semicolon(Slice divider)
{
	return slice_eq(divider, SLICE(";")) || slice_eq(divider, SLICE("；"));
}

/* The speech within the bold type of its label: `**Name: t**ext`. */
static bool
is_bold_beyond(bool bold, Slice before, Slice behind)
{
	size_t close = slice_find(behind, SLICE("**"));

	return bold && slice_find(before, SLICE("**")) == SIZE_MAX &&
	       close != SIZE_MAX &&
	       slice_trim(slice_sub(behind, 0, close)).len > 0;
}

/* No blank behind an ASCII colon, and Latin letters follow. */
static bool
is_tight(Slice divider, Slice behind)
{
	return divider.len == 1 && behind.len > 0 &&
	       ((behind.ptr[0] >= 'A' && behind.ptr[0] <= 'Z') ||
		(behind.ptr[0] >= 'a' && behind.ptr[0] <= 'z'));
}

static void
tell(Labels *labels, uint32_t line_no, Slice name, const char *what)
{
	check_add(labels->check, line_no, "label", what, CHECK_NAME(name));
}

/* Once: a speaker is called here as he is, but for case or punctuation. */
static void
check_alias(Labels *labels, SpeakerId id, Slice alias, uint32_t line_no)
{
	const Speaker *speaker = doc_speaker(labels->check->doc, id);

	if (slice_eq(speaker->name, alias) ||
	    names_get(&labels->told, alias) != DOC_NONE ||
	    !check_same_name(speaker->name, alias))
		return;
	names_put(&labels->told, arena_copy(&labels->check->arena, alias), id);
	check_add(labels->check, line_no, "name",
		  _("“%.*s” and “%.*s” differ in case, width, blanks or "
		    "punctuation alone"),
		  CHECK_NAME(speaker->name), CHECK_NAME(alias));
}

/* A line that begins with the name of a speaker. */
static void
check_name(Labels *labels, Slice before, Slice divider, Slice behind,
	   uint32_t line_no)
{
	bool bold = slice_starts(before, SLICE("**"));
	Slice name = slice_sub(before, bold ? 2 : 0, SIZE_MAX);
	Slice inner = name;
	SpeakerId id;

	if (slice_ends(name, SLICE("**")))
		name.len -= 2;
	name = slice_trim(name);
	id = names_get(&labels->names, name);
	if (id == DOC_NONE)
		return;
	check_alias(labels, id, name, line_no);
	if (is_semicolon(divider))
		tell(labels, line_no, name,
		     _("a semicolon stands behind “%.*s”, and no colon"));
	else if (divider_len(behind) > 0 &&
		 !slice_starts(behind, SLICE("://")))
		tell(labels, line_no, name,
		     _("two colons stand behind “%.*s”"));
	else if (is_bold_beyond(bold, inner, behind))
		tell(labels, line_no, name,
		     _("the bold type of “%.*s” goes on into the text"));
	else if (is_tight(divider, behind))
		tell(labels, line_no, name,
		     _("no blank stands behind the colon of “%.*s”"));
}

static void
visit_line(void *ctx, Slice line, uint32_t line_no)
{
	Labels *labels = ctx;
	bool piece = line_no == labels->last_line;
	ScanLine scan;
	Slice divider;
	size_t off;

	labels->last_line = line_no;
	if (piece)
		return;
	if (line_no == 1)
		labels->front = slice_eq(slice_trim_end(line), SLICE("---"));
	else if (labels->front)
		labels->front = !slice_eq(slice_trim_end(line), SLICE("---"));
	if (labels->front)
		return;
	scan_line(&labels->scan, line, &scan);
	if (scan.kind != SCAN_TEXT)
		return;
	line = slice_trim_start(line);
	if (find_divider(line, &off, &divider))
		check_name(labels, slice_sub(line, 0, off), divider,
			   slice_sub(line, off + divider.len, SIZE_MAX),
			   line_no);
}

void
check_labels(Check *check)
{
	Labels labels = { .check = check };

	names_init(&labels.names);
	names_init(&labels.told);
	scan_init(&labels.scan, &SYNTAX);
	collect_names(&labels);
	check_each_line(check, visit_line, &labels);
	names_done(&labels.told);
	names_done(&labels.names);
}
