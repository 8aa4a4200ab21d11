/*
 * Evidence, inside: the Rules, which evidence.c makes and rules.c reads by.
 */
#ifndef DOCUMENT_EVIDENCE_INNER_H
#define DOCUMENT_EVIDENCE_INNER_H

#include "base/mem.h"
#include "document/evidence.h"

#define INDIRECT_NAMES_MAX 32	/* speakers whose indirect speech is found */

/* What a candidate of the survey means by the rules. */
typedef struct Ruling {
	Slice speaker;		/* ptr NULL: no speaker */
	Slice alias;
	RulesWhy why;
	bool silent;		/* never a word follows it */
	bool several;		/* the names of several, one by one */
} Ruling;

struct Rules {
	const Survey *survey;
	bool established[LABEL_FORMS];
	FormWhy form_why[LABEL_FORMS];
	bool dense[LABEL_FORMS];	/* on most of the paragraphs */
	uint32_t styled[NAME_STYLES];	/* plain lines of repeated names */
	uint32_t plain;		/* these lines … */
	uint32_t timed;		/* … with a time … */
	uint32_t bare;		/* … and with nothing behind the label */
	uint32_t initials;	/* how many of these names are such */
	Ruling *rulings;	/* by candidate */
	uint32_t n_rulings;
	NameTable folded;	/* folded name: the first candidate of it */
	NameTable bases;	/* of parentheses: the candidate, or SEVERAL_BASES */
	Arena arena;
	Slice indirect[INDIRECT_NAMES_MAX];
	uint32_t n_indirect;
	uint32_t first_line;
	bool times;		/* a bare time alone on its line is one */
	bool captions;		/* `>>`: somebody else speaks */
};

#endif
