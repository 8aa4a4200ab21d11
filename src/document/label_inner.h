/*
 * Label, inside: what label.c and its like read forms by.
 */
#ifndef DOCUMENT_LABEL_INNER_H
#define DOCUMENT_LABEL_INNER_H

#include "document/label.h"
#include "document/name.h"

#define LABEL_BYTES_MAX (4 * NAME_CHARS_MAX)

/*
 * Offset of the first colon among as many characters of `s` as a label may
 * have; SIZE_MAX where there is none, or where a sentence's punctuation stands
 * before it.
 */
size_t
label_find_colon(Slice s);

/* The bytes of the colon that ends `s`, or 0. */
size_t
label_colon_at_end(Slice s);

/* label_skip_signs() of what may begin with a picture. */
size_t
label_skip_pictures(Slice s);

/* The bytes of pictures and blanks that `s` begins with: `🎤 Ann`. */
static inline size_t
label_skip_signs(Slice s)
{
	/* What most texts are written in begins otherwise. */
	if (s.len == 0 || ((unsigned char)s.ptr[0] != 0xF0 &&
			   (unsigned char)s.ptr[0] != 0xE2))
		return 0;
	return label_skip_pictures(s);
}

/* A name without what divides it from a time behind: `Ann Lee -`. */
Slice
label_without_dash(Slice name);

/* Skips blanks and superfluous colons (`Name：:`) from `off`. */
size_t
label_skip(Slice line, size_t off);

/* What stands in bold at the start of `s`. */
bool
label_bold_at(Slice s, Slice *ret_inside, size_t *ret_end);

/* Fills the label from what stands where the name does. */
bool
label_finish(Label *label, Slice raw, size_t text);

/* Each reads one form; false where the line has another. */
bool
label_read_bold_time(Slice line, Label *ret);

bool
label_read_bold_alone(Slice line, Label *ret);

bool
label_read_bracket(Slice line, Label *ret);

/* `Name (00:00:21): text`, `Name [12:13]: text` */
bool
label_read_timed(Slice line, Label *ret);

bool
label_read_signed(Slice line, Label *ret);

bool
label_read_stroke(Slice line, Label *ret);

bool
label_read_dashed(Slice line, Label *ret);

/* `**Name** text` */
bool
label_read_bold_bare(Slice line, Label *ret);

bool
label_read_enclosed(Slice line, Label *ret);

bool
label_read_name_time(Slice line, Label *ret);

bool
label_read_name_alone(Slice line, Label *ret);

bool
label_read_formal(Slice line, Label *ret);

bool
label_read_bold_letter(Slice line, Label *ret);

bool
label_read_letter(Slice line, Label *ret);

/* A heading that is a name, with a colon or a role or by itself. */
bool
label_read_heading(Slice line, Label *ret);

/* What stands behind a time in brackets. */
bool
label_read_behind_time(Slice line, Label *ret);

/* What stands alone behind a time. */
bool
label_read_clocked(Slice line, Label *ret);

#endif
