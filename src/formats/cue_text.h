/*
 * Cue text: what a cue of WebVTT or SubRip says, without its markup.
 *
 * Knows the tags of both (`<v Name>`, `<i>`, `<c.loud>`, `<00:01.000>`,
 * `{\an8}`) and character references.  What looks like a tag and is none of
 * them is text.  Ruby text is left out, its base stays.
 */
#ifndef FORMATS_CUE_TEXT_H
#define FORMATS_CUE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

/*
 * A line of a cue, or the part of one that one voice speaks: not empty,
 * trimmed, valid during the call.  `voice` is empty where none is named,
 * `line` counts from 0.  False: no more is wanted.
 */
typedef bool CueSink(void *ctx, Slice text, Slice voice, uint32_t line);

typedef struct CueText {
	CueSink *sink;
	void *ctx;
	Buf text;		/* private from here on: of the line so far */
	Buf voice;
	uint32_t line;
	bool in_ruby;		/* inside <rt> */
	bool enough;		/* no more is wanted */
} CueText;

void
cue_text_init(CueText *cue, CueSink *sink, void *ctx);

void
cue_text_done(CueText *cue);

/* Reads the lines of one cue. */
void
cue_text_read(CueText *cue, Slice body);

#endif
