/*
 * Read lines, inside: the Reader, which survey_lines.c makes a verdict for and
 * read_lines.c builds by; reader.c goes from line to line.
 *
 * Invariant: no line is built before it and the one behind it, where the text
 * has that, are surveyed.  A build begins at the start of the text with lines
 * of its own until it has caught up with the survey; from then on it follows,
 * and each line is cut and scanned once, for both.
 */
#ifndef FORMATS_READ_LINES_INNER_H
#define FORMATS_READ_LINES_INNER_H

#include "document/date.h"
#include "document/definitions.h"
#include "document/evidence.h"
#include "document/translation.h"
#include "formats/details.h"
#include "formats/explain.h"
#include "formats/front.h"
#include "formats/headings.h"
#include "formats/lines.h"
#include "formats/proposals.h"
#include "formats/read_lines.h"
#include "formats/turns.h"

/* What the survey decided. */
typedef struct Verdict {
	Rules *rules;
	HeadingPlan headings;
	TranslationPlan translation;
	bool joins;
	FrontState front;
	uint32_t n_definitions;
	char date[DATE_SIZE];	/* of the line that is one; "" : none */
} Verdict;

/* Where the build is. */
typedef struct Build {
	Document *doc;
	Lines lines;		/* while it does not follow the survey */
	bool follows;
	uint32_t line_no;	/* of the last line that was built, or 0 */
	ScanFlow flow;
	LineSyntax syntax;	/* with what was decided of joining, quotes */
	Turns turns;
	uint32_t underlined;	/* the next of the Reader's */
	TextOff label_off;	/* the last label's line … */
	TextOff label_end;	/* … without the blanks behind it */
	bool alone;		/* the last paragraph takes no further line */
	bool direction;		/* a comment says so of the next one */
	uint32_t time_ms;	/* of the next paragraph; DOC_NONE: none */
} Build;

/* A line that `===` or `---` below makes a heading. */
typedef struct Underlined {
	uint32_t line_no;
	unsigned level;
} Underlined;

struct Reader {
	const Format *format;
	const LineSyntax *syntax;
	Text *text;		/* borrowed */
	Slice path;		/* borrowed */
	const YamlNode *people;	/* what is stated of the speakers, or NULL */
	Front front;
	Headings headings;
	Survey *survey;
	Definitions *definitions;	/* NULL: none as yet */
	ChunkVec underlined;	/* of Underlined, by line_no */
	bool late;		/* one of them was built as text */
	uint32_t title_no;	/* the last line that may become one; 0: none */
	TextOff title_off;
	size_t title_len;
	Lines lines;		/* of the survey */
	ScanFlow flow;
	uint32_t text_lines;
	uint32_t pairs;		/* text lines directly behind another … */
	uint32_t long_pairs;	/* … that was long */
	bool long_before;
	char date[DATE_SIZE];	/* as in Verdict */
	Verdict verdict;
	Build build;
	Explain *explain;	/* borrowed; NULL: nobody asks for reasons */
	Proposals proposals;	/* of lines between the survey and the build */
};

/*
 * Takes the time off the start of a paragraph (`[12:13] …`, `(00:01:21):`); it
 * is that of the paragraph, or of what follows a line of its own.
 */
size_t
read_lines_time(Reader *reader, Slice rest);

/*
 * True where a line inside a paragraph begins another: with its time in square
 * brackets, in others that a colon follows, alone, or on the line before.
 */
bool
read_lines_begins_by_time(const Reader *reader, Slice line);

/* Surveys a line. */
void
read_lines_survey_line(Reader *reader, const Line *line);

/* Appends the records of a line that was surveyed. */
void
read_lines_build_line(Reader *reader, const Line *line);

/* What was built and what will be are no one paragraph. */
void
read_lines_divide(Build *build);

/* Nothing will be built any more. */
void
read_lines_build_end(Reader *reader);

#endif
