/*
 * Survey: what the lines of a document propose as labels.
 *
 * Collects each distinct proposed name with its lines by form, the names that
 * the front matter gives, and how much text there is.  Decides nothing:
 * evidence.h weighs.
 *
 * Invariant: depends on the lines, not on how they were cut.  Memory: at most
 * SURVEY_NAMES_MAX distinct names, and SURVEY_UNITS_MAX units of four bytes.
 */
#ifndef DOCUMENT_SURVEY_H
#define DOCUMENT_SURVEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/label.h"
#include "document/letters.h"
#include "document/name.h"
#include "document/speakers.h"

#define SURVEY_NAMES_MAX (1 << 18)
#define SURVEY_REFUSED_SLOTS 256	/* a power of two */
#define SURVEY_REFUSED_BYTES 63	/* longer names are judged each time */
#define SURVEY_VOICES_MAX 8	/* speakers of one label */
#define SURVEY_HEARD_MAX 8	/* lines of a name that are judged by their words */
#define SURVEY_LISTED_LINES 400	/* where initials are explained */
#define SURVEY_LISTED_MAX 4096	/* of them */
#define SURVEY_UNITS_MAX 65536	/* those tell how the document is made */

/* A name that labels propose. */
typedef struct Candidate {
	Slice name;		/* in the survey's arena; so are the others */
	Slice base;
	Slice alias;
	Letters letters;	/* of its name */
	NameWhy why;		/* of the look */
	NameLook look;
	bool hinted;		/* the front matter names it */
	uint32_t lines[LABEL_FORMS];
	uint32_t switches;	/* of them, behind another candidate's */
	uint32_t next;		/* the candidate behind its last line, or DOC_NONE */
	uint32_t same_next;	/* lines with the same one behind, in an order
				 * of three or more */
	uint32_t inside;	/* lines that do not begin a paragraph */
	uint32_t timed;		/* plain and enclosed ones with a time … */
	uint32_t bare;		/* … and with nothing behind the label */
	uint32_t slips;		/* further lines, with a slip of the pen */
	bool speaks;		/* words followed one of them */
	uint8_t heard;		/* so many of these are judged, and … */
	uint8_t says;		/* … so many sound like speech, or … */
	uint8_t asks;		/* … like a question, see spoken.h */
	uint32_t first_line;	/* UINT32_MAX: only items and quotes */
	uint32_t first_block;	/* the same of these */
} Candidate;

/* What follows one upon the other, for translation.h to tell pairs. */
typedef enum UnitKind {
	UNIT_TEXT,		/* a paragraph begins, without a label */
	UNIT_LABEL,
	UNIT_BLOCK,		/* a `<details>` block begins */
	UNIT_STATED,		/* it says that it is a translation */
	UNIT_BLOCK_END,
} UnitKind;

typedef struct Unit {
	uint32_t kind : 3;
	uint32_t letters : 4;	/* of its text */
	uint32_t candidate : 25;	/* of a label */
} Unit;

/* A name that is nobody's, as lines said last. */
typedef struct Refused {
	uint8_t len;		/* 0: none yet */
	char name[SURVEY_REFUSED_BYTES];
} Refused;
/* The candidates of the last labels. */
typedef struct SurveyOrder {
	uint32_t last;
	uint32_t before_last;
} SurveyOrder;

/* The lines that are bare times. */
typedef struct SurveyClock {
	uint32_t lines;
	uint32_t first_ms;
	uint32_t last_ms;
	bool goes_back;
} SurveyClock;

typedef struct Survey {
	Arena arena;
	ChunkVec candidates;	/* of Candidate */
	NameTable by_name;	/* name: index of its candidate */
	NameTable hints;	/* folded */
	ChunkVec named;		/* of Slice: the same as they are written */
	NameTable stated;	/* folded: names that are nobody else's */
	NameTable listed;	/* initials: whose, among `people` … */
	ChunkVec people;	/* … of Slice; "" : of more than one */
	Refused refused[SURVEY_REFUSED_SLOTS];	/* by hash: what repeats */
	ChunkVec sequence;	/* of Unit */
	uint32_t in_letters[LETTERS_KINDS];	/* units of it */
	uint32_t alternations;	/* of its letters, from one unit to another … */
	Letters before;		/* … of which the last had these */
	uint32_t blocks;
	Letters letters;	/* of the last text that stands in no block */
	UnitKind block;		/* of the block one is in, or UNIT_BLOCK_END */
	uint32_t units;		/* paragraphs, and labels inside them */
	uint32_t items;		/* and lines of quotes */
	uint32_t headings;
	uint32_t preface;	/* units before the first label … */
	uint32_t preface_headings;	/* … and headings up to it */
	SurveyOrder order;	/* of labels … */
	SurveyOrder dashed;	/* … of those with no mark but a dash … */
	SurveyOrder names;	/* … and of headings that are mere names */
	uint32_t alone;		/* the one whose text must stand below … */
	LabelForm alone_form;	/* … and how it stands there */
	uint32_t pending;	/* the one whose words did not come yet */
	SurveyClock clock;
	uint32_t time_no;	/* the last line that is a time; 0: none */
	uint32_t changes;	/* lines with `>>` … */
	uint32_t topics;	/* … with `>>>` … */
	uint32_t quotes;	/* … and with `>` */
} Survey;

/* Where a line stands. */
typedef enum SurveyPlace {
	SURVEY_STARTS,		/* it begins a paragraph */
	SURVEY_INSIDE,		/* of a paragraph */
	SURVEY_HEADING,
	SURVEY_MARKED,		/* behind `>>`, as in captions */
} SurveyPlace;

/* A label that was surveyed. */
typedef struct SurveyLabel {
	Label label;
	uint32_t candidate;	/* of its name, where that is told at once; or
				   DOC_NONE */
} SurveyLabel;

Survey *
survey_new(void);

void
survey_free(Survey *survey);

/* A line where a label may stand, and *ret, the one; false: none is proposed. */
bool
survey_proposed(Survey *survey, Slice line, uint32_t line_no,
		SurveyPlace place, SurveyLabel *ret);

/* The same where nobody asks for the label. */
static inline void
survey_line(Survey *survey, Slice line, uint32_t line_no, SurveyPlace place)
{
	SurveyLabel label;

	survey_proposed(survey, line, line_no, place, &label);
}

/* A line behind `>` marks, of which captions have two where others speak. */
void
survey_marked(Survey *survey, Slice line, uint32_t line_no, SurveyPlace place);

/* A line of a block (a quote, an item, …), which begins with no label. */
void
survey_block(Survey *survey, Slice line, uint32_t line_no);

/* The same of an item, or a line of a quote, which may begin with a label. */
void
survey_item(Survey *survey, Slice line, uint32_t line_no);

/* A value where initials may be explained. */
void
survey_listing(Survey *survey, Slice value);

/* Initials and whose they are; those of two people are nobody's. */
void
survey_initials(Survey *survey, Slice initials, Slice name);

/* Whose initials they are; ptr NULL: nobody's. */
Slice
survey_person(const Survey *survey, Slice initials);

/* A `<details>` block begins, states what it is, or ends. */
void
survey_details(Survey *survey, UnitKind kind);

/* A name that the front matter gives. */
void
survey_hint(Survey *survey, Slice name);

/* True where the front matter names him. */
bool
survey_is_hinted(const Survey *survey, Slice name);

/* A name that is somebody's own, whatever others are called. */
void
survey_state(Survey *survey, Slice name);

bool
survey_is_stated(const Survey *survey, Slice name);

/* By what the name of a label is judged. */
NameWhy
survey_why(const Label *label);

/* Candidate `i`, which must exist. */
const Candidate *
survey_candidate(const Survey *survey, uint32_t i);

/*
 * A name as it is compared, in `arena`: without regard to case, width, blanks
 * and the kind of apostrophe or dot.
 */
Slice
survey_fold(Arena *arena, Slice name);

#endif
