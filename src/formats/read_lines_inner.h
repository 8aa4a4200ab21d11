/*
 * Read lines, inside: the Reader, which survey_lines.c makes a verdict for and
 * read_lines.c builds by.
 */
#ifndef FORMATS_READ_LINES_INNER_H
#define FORMATS_READ_LINES_INNER_H

#include "document/date.h"
#include "document/evidence.h"
#include "document/translation.h"
#include "formats/details.h"
#include "formats/explain.h"
#include "formats/front.h"
#include "formats/headings.h"
#include "formats/lines.h"
#include "formats/read_lines.h"
#include "formats/turns.h"

/* What the survey decided. */
typedef struct Verdict {
	Rules *rules;
	HeadingPlan headings;
	TranslationPlan translation;
	bool joins;
	FrontState front;
	char date[DATE_SIZE];	/* of the line that is one; "" : none */
} Verdict;

/* Where the build is. */
typedef struct Build {
	Document *doc;
	LineCursor cursor;
	Scan scan;
	LineSyntax syntax;	/* with what was decided of joining, quotes */
	Details details;
	Turns turns;
	uint32_t underlined;	/* the next of the Reader's */
	TextOff label_off;	/* the last label's line, without marks … */
	TextOff label_end;	/* … and blanks */
	bool alone;		/* the last paragraph takes no further line */
	bool direction;		/* a comment says so of the next one */
	uint32_t time_ms;	/* of the next paragraph; DOC_NONE: none */
} Build;

/* A line that `===` or `---` below makes a heading. */
typedef struct Underlined {
	uint32_t line_no;
	unsigned level;
} Underlined;

#define PROPOSALS 2048	/* lines, more than most units have */

/* The label of a line as the survey found it, for the build close behind. */
typedef struct Proposal {
	Slice line;		/* where it stood then, in the text */
	uint32_t line_no;	/* 0: none yet */
	bool heading;		/* it was surveyed as one */
	Label label;		/* borrows from `line` */
} Proposal;

struct Reader {
	const Format *format;
	const LineSyntax *syntax;
	Text *text;		/* borrowed */
	Slice path;		/* borrowed */
	const YamlNode *people;	/* what is stated of the speakers, or NULL */
	Front front;
	Headings headings;
	Survey *survey;
	ChunkVec bare;		/* bits, 64 each: a line where no label stands */
	ChunkVec underlined;	/* of Underlined, by line_no */
	bool late;		/* one of them was built as text */
	uint32_t title_no;	/* the last line that may become one; 0: none */
	TextOff title_off;
	size_t title_len;
	Proposal last[PROPOSALS];	/* of the others, by number */
	LineCursor cursor;		/* of the survey */
	Scan scan;
	Details details;
	uint32_t text_lines;
	uint32_t pairs;		/* text lines directly behind another … */
	uint32_t long_pairs;	/* … that was long */
	bool long_before;
	char date[DATE_SIZE];	/* as in Verdict */
	Verdict verdict;
	Build build;
	Explain *explain;	/* borrowed; NULL: nobody asks for reasons */
};

/* True where the survey found that no label stands in a line. */
static inline bool
read_lines_is_bare(const Reader *reader, uint32_t line_no)
{
	size_t word = line_no / 64;
	const uint64_t *bits;

	if (word >= reader->bare.count)
		return false;
	bits = vec_at(&reader->bare, word);
	return *bits >> line_no % 64 & 1;
}

/* What the survey found in a line, a heading or text; NULL: it is forgotten. */
static inline const Label *
read_lines_proposed(const Reader *reader, Slice line, uint32_t line_no,
		    bool heading)
{
	const Proposal *last = &reader->last[line_no % PROPOSALS];

	return last->line_no == line_no && last->heading == heading &&
			       last->line.ptr == line.ptr &&
			       last->line.len == line.len
		       ? &last->label
		       : NULL;
}

/* What the rules say of a line of text that was surveyed. */
static inline bool
read_lines_rule(const Reader *reader, Slice line, uint32_t line_no,
		RulesLabel *ret)
{
	const Rules *rules = reader->verdict.rules;
	const Label *label = read_lines_proposed(reader, line, line_no, false);

	if (label != NULL || read_lines_is_bare(reader, line_no))
		return rules_read_proposed(rules, line, label, ret);
	return rules_read(rules, line, RULES_LINE, ret);
}

/* The same of a heading. */
static inline bool
read_lines_rule_heading(const Reader *reader, Slice line, uint32_t line_no,
			RulesLabel *ret)
{
	const Rules *rules = reader->verdict.rules;
	const Label *label = read_lines_proposed(reader, line, line_no, true);

	if (label != NULL)
		return rules_read_proposed(rules, line, label, ret);
	return rules_read(rules, line, RULES_HEADING, ret);
}

/* Reads the tags of blocks in a line; false where there are none. */
static inline bool
read_lines_tags(Details *details, const Scan *scan, Slice line,
		DetailsLine *ret)
{
	return scan->syntax->details && scan->fence == 0 &&
	       details_read(details, line, ret);
}

#endif
