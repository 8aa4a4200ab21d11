/*
 * Middle: what stands in the middle of the status line.
 *
 * The keys typed so far; else what the filter leaves, and how often each
 * pattern matches, in its colour, but for the one in the prompt, which says it
 * there.
 */
#ifndef UI_PANES_MIDDLE_H
#define UI_PANES_MIDDLE_H

#include "ui/app.h"
#include "ui/canvas.h"

/* A stretch of the text that is in the colour of a pattern. */
typedef struct MiddleLabel {
	size_t from;
	size_t end;
	int slot;
} MiddleLabel;

typedef struct Middle {
	Buf text;
	MiddleLabel labels[SEARCHES_MAX];
	int n_labels;
} Middle;

void
middle_init(Middle *middle);

void
middle_done(Middle *middle);

/* Makes the text; `brief` where there is little room: numbers alone. */
void
middle_fill(Middle *middle, App *app, bool brief);

void
middle_paint(const Middle *middle, Canvas *canvas, Spot spot);

#endif
