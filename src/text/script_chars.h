/*
 * Script chars: the Han characters that only one of the two Chinese scripts
 * uses.
 *
 * What is counted is there, but a rare character may be missed.  A character
 * that both write (后, 里, 台, and most) tells nothing.
 */
#ifndef TEXT_SCRIPT_CHARS_H
#define TEXT_SCRIPT_CHARS_H

#include <stdint.h>

#include "base/slice.h"

/* In the order of the option's values. */
typedef enum ScriptForm {
	SCRIPT_ORIGINAL,	/* as it is; of a text: it does not tell */
	SCRIPT_TRADITIONAL,
	SCRIPT_SIMPLIFIED,
	SCRIPT_OTHER,		/* of a text: Japanese */
} ScriptForm;

#define SCRIPT_FORMS 3		/* that a character may be of */
#define SCRIPT_HAN_FIRST 0x4E00
#define SCRIPT_HAN_LAST 0x9FFF

typedef struct ScriptChars {
	uint8_t form[SCRIPT_HAN_LAST - SCRIPT_HAN_FIRST + 1];	/* ScriptForm */
} ScriptChars;

/* How many characters of a text are of each; at [SCRIPT_ORIGINAL]: others. */
typedef struct ScriptCount {
	uint64_t of[SCRIPT_FORMS];
	uint64_t kana;
} ScriptCount;

/* Fills the table; some ten microseconds. */
void
script_chars_init(ScriptChars *chars);

static inline ScriptForm
script_chars_form(const ScriptChars *chars, uint32_t cp)
{
	if (cp < SCRIPT_HAN_FIRST || cp > SCRIPT_HAN_LAST)
		return SCRIPT_ORIGINAL;
	return (ScriptForm)chars->form[cp - SCRIPT_HAN_FIRST];
}

/* Adds up the characters of `text`, beyond ASCII and Latin. */
void
script_chars_count(const ScriptChars *chars, Slice text, ScriptCount *count);

#endif
