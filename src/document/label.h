/*
 * Label: the text by which a line may say who talks.
 *
 * Proposes, by form alone, and decides nothing: evidence.h weighs.  A form is
 * a row in the table of label.c with the function that reads it.
 */
#ifndef DOCUMENT_LABEL_H
#define DOCUMENT_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"

typedef enum LabelForm {
	LABEL_BOLD_IN,		/* **Name:** text */
	LABEL_BOLD_OUT,		/* **Name**: text */
	LABEL_BOLD_TIME,	/* **Name** 00:00:18 */
	LABEL_BOLD_WHOLE,	/* **Name: text** */
	LABEL_BOLD_ALONE,	/* **Name** alone on its line, text below */
	LABEL_BOLD_ABOVE,	/* a blank line between, as survey.h finds it */
	LABEL_LIGHT,		/* *Name:* text */
	LABEL_HEADING,		/* ### Name: */
	LABEL_HEADING_TIME,	/* ### Name (00:18) */
	LABEL_HEADING_ROLE,	/* ### 科長：Name */
	LABEL_HEADING_NAME,	/* ### Name */
	LABEL_BRACKET,		/* 【Name】text */
	LABEL_ENCLOSED,		/* <nick> text, [Name] text */
	LABEL_SIGNED,		/* ○Name　text, ◆Name: text */
	LABEL_STROKE,		/* —— text, of who asks those with names */
	LABEL_DASHED,		/* Name – text, **Name** text, Name<TAB>text, 名　text */
	LABEL_NAME_TIME,	/* Name 00:00:18, alone on its line */
	LABEL_NAME_ALONE,	/* Name, the time on the line below */
	LABEL_NAME_ABOVE,	/* above its text, as survey.h finds it */
	LABEL_FORMAL,		/* Mr. NAME. text */
	LABEL_LETTER,		/* Q - text, A. text, **Q.** text */
	LABEL_CLOCKED,		/* 00:18 Name: text, 00:18 – Name, alone on its line */
	LABEL_PLAIN,		/* Name: text, Name (00:00): text */
	LABEL_CAPTION,		/* the same behind >>, as survey.h finds it */
	LABEL_BLOCK,		/* - Name: text, > Name: text */
	LABEL_FORMS
} LabelForm;

typedef struct Label {
	LabelForm form;
	Slice name;		/* without markup, brackets, time and verb */
	Slice base;		/* of `name（alias）`: the name before */
	Slice alias;		/* and what stands in the parentheses, or "" */
	size_t text;		/* offset in the line where the speech begins */
	size_t tail;		/* bytes at the line's end that are marks */
	uint32_t time_ms;	/* UINT32_MAX: none */
	bool slip;		/* a slip of the pen: `KL:It`, `ND; yes` */
} Label;

/*
 * The label that `line` seems to begin with; false where there is none.
 * `heading`: the line is a heading, which may be a label as a whole.
 */
bool
label_propose(Slice line, bool heading, Label *ret);

/* True where one word stands alone, which behind a mark is no label. */
bool
label_is_word(const Label *label);

/* Bytes of the colon at the start of `s`: 1, 3 (full width), or 0. */
static inline size_t
label_colon(Slice s)
{
	if (s.len > 0 && s.ptr[0] == ':')
		return 1;
	return slice_starts(s, SLICE("：")) ? strlen("：") : 0;
}

/* Tells `name（alias）` of the label's name into its base and its alias. */
void
label_split(Label *label);

#endif
