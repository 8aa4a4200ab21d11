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

#include "base/slice.h"

typedef enum LabelForm {
	LABEL_BOLD_IN,		/* **Name:** text */
	LABEL_BOLD_OUT,		/* **Name**: text */
	LABEL_PLAIN,		/* Name: text */
	LABEL_FORMS
} LabelForm;

typedef struct Label {
	LabelForm form;
	Slice name;		/* without markup, brackets and verb */
	Slice base;		/* of `name（alias）`: the name before */
	Slice alias;		/* and what stands in the parentheses, or "" */
	size_t text;		/* offset in the line where the speech begins */
	bool verb;		/* a verb stood before the colon: `NAME 说：` */
	bool tight;		/* no blank behind an ASCII colon: `KL:It` */
} Label;

/* The label that `line` seems to begin with; false where there is none. */
bool
label_propose(Slice line, Label *ret);

/*
 * True where `line` begins with `name` and goes on in indirect speech without
 * a colon: `NAME 表示他…`.
 */
bool
label_is_indirect(Slice line, Slice name);

#endif
