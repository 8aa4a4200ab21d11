/*
 * Name: how much a few words look like somebody's name.
 *
 * Judges the words alone, by script, capitals, length and tables of surnames,
 * roles and words that head a line and name nobody.  What the document says of
 * them is evidence.h's to weigh.
 */
#ifndef DOCUMENT_NAME_H
#define DOCUMENT_NAME_H

#include <stdbool.h>

#include "base/slice.h"

#define NAME_CHARS_MAX 63	/* code points of a label */

typedef enum NameLook {
	NAME_NOT,		/* a sentence, a number, `Note`, `例如` */
	NAME_WEAK,		/* could be, if much else speaks for it */
	NAME_PLAUSIBLE,		/* one capitalised word, a nick */
	NAME_STRONG,		/* first and last name, surname, role */
} NameLook;

/* What a look is judged by; a row of the table of name.c gives the look. */
typedef enum NameWhy {
	NAME_WHY_EMPTY,		/* nothing stands there */
	NAME_WHY_LONG,		/* more than NAME_CHARS_MAX */
	NAME_WHY_PUNCTUATION,	/* holds what no name holds */
	NAME_WHY_NO_LETTERS,
	NAME_WHY_STOP,		/* `Note`, `例如` */
	NAME_WHY_NUMBER,	/* begins with a digit, or is mostly digits */
	NAME_WHY_SENTENCE,	/* Han characters of sentences, or too many */
	NAME_WHY_TITLE,		/* a word of titles and sentences */
	NAME_WHY_WORDS,		/* too many words, or too few capitals */
	NAME_WHY_COUNT,		/* half a parenthesis, or a number in it */
	NAME_WHY_WORD,		/* a word that might be a name */
	NAME_WHY_THING,		/* `Use Cases`, `关键点` */
	NAME_WHY_NUMBERED,	/* words with a number, or without capitals */
	NAME_WHY_CAPITAL,	/* one capitalised word */
	NAME_WHY_MOSTLY,	/* most words are capitalised */
	NAME_WHY_SHORT,		/* `阿明`, `小李` */
	NAME_WHY_SURNAME_LONG,	/* a surname, and more than two characters */
	NAME_WHY_LIST,		/* Han names with 、 between */
	NAME_WHY_UNKNOWN,	/* `??` */
	NAME_WHY_ROLE,
	NAME_WHY_TITLED,	/* a title behind it: `王議員` */
	NAME_WHY_SURNAME,
	NAME_WHY_DOTS,		/* `達里奧·阿莫迪` */
	NAME_WHY_CAPITALS,	/* every word is capitalised */
	NAME_WHY_MIXED,		/* Han and Latin side by side */
	NAME_WHY_FORMAL,	/* the form itself tells: `Mr. CASEY.` */
	NAME_WHYS
} NameWhy;

NameWhy
name_why(Slice name);

/* The look that goes with it. */
NameLook
name_why_look(NameWhy why);

NameLook
name_look(Slice name);

/* How a name is written: what one document gives its speakers. */
typedef enum NameStyle {
	NAME_INITIALS,		/* `WH` */
	NAME_WORD,		/* `Ann` */
	NAME_FULL,		/* `Ann Lee`, and of other scripts */
	NAME_STYLES
} NameStyle;

NameStyle
name_style(Slice name);

/* `Host`, `主持人`, `科長`, also with a number or letter: `Speaker 7`. */
bool
name_is_role(Slice name);

/*
 * `Unknown Speaker`, `??`, `不明發言者`: nobody knows who, so that two of them
 * are not one person; a number behind it tells them apart.
 */
bool
name_is_unknown(Slice name);

/* `Break`, `Jingle`, `MUSIC`: heads a line and speaks not. */
bool
name_is_pseudo(Slice name);

#endif
