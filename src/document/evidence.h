/*
 * Evidence: which proposed labels of a document are speakers.
 *
 * From a Survey evidence_decide() makes Rules: the forms that are established in
 * this document, and for each name the speaker, or speakers, it stands for.
 * Weighed are form, repetition, coverage, alternation, the look of the name and
 * the front matter; repetition alone proves nothing.
 *
 * Invariant: Rules depend on the lines surveyed, not on how they were cut.
 */
#ifndef DOCUMENT_EVIDENCE_H
#define DOCUMENT_EVIDENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "document/survey.h"

#define RULES_VOICES_MAX SURVEY_VOICES_MAX
#define RULES_UNNAMED ">>"	/* how captions call whom they do not name */

/* What establishes a form, or why it is not. */
typedef enum FormWhy {
	FORM_WHY_LIST,		/* terms at one place each, or records */
	FORM_WHY_WEAK,		/* too few lines, names or changes of them */
	FORM_WHY_REPEATED,	/* good names that come again */
	FORM_WHY_ROLES,		/* two roles that come again */
	FORM_WHY_HINTED,	/* several names of the front matter */
	FORM_WHY_HINTED_ONE,	/* one of them, and much coverage */
	FORM_WHY_COVERS,	/* good names on much of the text */
	FORM_WHY_ONE,		/* a name on nearly all of it */
	FORM_WHY_PLAUSIBLE,	/* plausible names on most of it */
	FORM_WHY_TURNS,		/* names that take turns */
	FORM_WHY_TURNS_MOST,	/* words that do on most of the text */
	FORM_WHY_SPOKEN,	/* names whose words sound like speech */
	FORM_WHY_CAPTIONS,	/* where `>>` says that others speak */
	FORM_WHY_BLOCKS,	/* names on most of the items or quotes */
	FORM_WHYS
} FormWhy;

/* Why a line is, or is not, one with a label. */
typedef enum RulesWhy {
	RULES_WHY_NONE,		/* no form of a label */
	RULES_WHY_NOT_A_NAME,
	RULES_WHY_FULL,		/* there are SURVEY_NAMES_MAX others */
	RULES_WHY_FORM,		/* the form is not established */
	RULES_WHY_ONCE,		/* a plausible name, but only once */
	RULES_WHY_ODD,		/* once, and written otherwise than the names */
	RULES_WHY_RARE,		/* what might be a name, but seldom */
	RULES_WHY_SLIP,		/* a slip of the pen by no speaker's name */
	RULES_WHY_LISTING,	/* it explains initials */
	RULES_WHY_CREDIT,	/* it says who is the host, before all speech */
	RULES_WHY_SPEAKS,	/* indirect speech of who speaks already */
	RULES_WHY_TAKEN,	/* from here on it is one */
	RULES_WHY_HINTED = RULES_WHY_TAKEN,	/* the front matter names it */
	RULES_WHY_NAME,		/* it looks like a name */
	RULES_WHY_MARKED,	/* plausible, in a form with marks */
	RULES_WHY_REPEATED,	/* plausible, and it comes again */
	RULES_WHY_DENSE,	/* plausible, where nearly all have labels */
	RULES_WHY_SPEECH,	/* hardly a name, but its words are speech */
	RULES_WHY_STYLE,	/* once, but written as the names are */
	RULES_WHY_OFTEN,	/* might be a name, and comes often */
	RULES_WHY_PART,		/* a part of a speaker's name */
	RULES_WHY_TRANSLATES,	/* it heads translations, see translation.h */
	RULES_WHY_SEVERAL,	/* each of its parts is a speaker */
	RULES_WHY_KNOWN,	/* another form, but a known speaker */
	RULES_WHY_CHANGE,	/* `>>`: somebody else, not named */
	RULES_WHY_SLIP_OF,	/* a slip of the pen by a speaker's name */
	RULES_WHY_INDIRECT,	/* a speaker's name and a verb */
	RULES_WHY_PSEUDO,	/* a break: `Jingle:` */
	RULES_WHYS
} RulesWhy;

typedef struct Rules Rules;

/* What the lines so far mean; the Rules borrow from the Survey. */
Rules *
evidence_decide(const Survey *survey);

void
rules_free(Rules *rules);

/* True where both take the surveyed names for the same speakers. */
bool
rules_equal(const Survey *survey, const Rules *a, const Rules *b);

/* What the rules say of a form, and on how many lines with how many names. */
typedef struct RulesForm {
	FormWhy why;
	bool established;
	uint32_t lines;
	uint32_t names;
} RulesForm;

RulesForm
rules_form(const Rules *rules, LabelForm form);

/* True where a bare time alone on its line is that of what follows. */
bool
rules_take_times(const Rules *rules);

/* True where `>>` says that somebody else speaks, as in captions. */
bool
rules_are_captions(const Rules *rules);

/* The line of the first label that the rules take; UINT32_MAX: none. */
uint32_t
rules_first_line(const Rules *rules);

/* The speaker that a surveyed candidate stands for; ptr NULL: it is none. */
Slice
rules_speaker(const Rules *rules, uint32_t candidate);

/* Takes a candidate that was none for a speaker after all. */
void
rules_take(Rules *rules, uint32_t candidate, RulesWhy why);

typedef struct RulesLabel {
	Slice speakers[RULES_VOICES_MAX];	/* the names to show */
	uint32_t n_speakers;	/* 0 of a break */
	Slice alias;		/* how this label calls him, where otherwise */
	uint32_t candidate;	/* that names the one speaker by itself, or
				   DOC_NONE */
	size_t text;		/* offset in the line where the speech begins */
	size_t tail;		/* bytes at the line's end that are marks */
	uint32_t time_ms;	/* UINT32_MAX: none */
	bool indirect;		/* no label: the line itself is the speech */
	bool pseudo;		/* nobody: a break */
	bool silent;		/* the document has no words of his */
	bool topic;		/* `>>>`: another topic begins */
	RulesWhy why;		/* set also where there is no label */
} RulesLabel;

/* What a line that is read stands in. */
typedef enum RulesPlace {
	RULES_LINE,
	RULES_HEADING,
	RULES_BLOCK,		/* an item or a quote; without its marks */
	RULES_MARKED,		/* behind `>>` */
} RulesPlace;

/*
 * The label that a line, or a heading, begins with by these rules.  False:
 * none, and of `ret` only `why` is set.
 */
bool
rules_read(const Rules *rules, Slice line, RulesPlace place, RulesLabel *ret);

/* The same of a line, by what survey_proposed() found there; NULL: nothing. */
bool
rules_read_proposed(const Rules *rules, Slice line,
		    const SurveyLabel *proposed, RulesLabel *ret);

/* True where items or quotes are turns. */
bool
rules_take_blocks(const Rules *rules);

#endif
