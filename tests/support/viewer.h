/*
 * Viewer: a View of a made document, moved by keys.
 */
#ifndef SUPPORT_VIEWER_H
#define SUPPORT_VIEWER_H

#include "reading/view.h"
#include "support/maker.h"

typedef struct Viewer {
	Maker maker;
	Filter filter;
	Layout *layout;
	View view;
	Outline outline;
} Viewer;

/*
 * Ten turns of two speakers, each a name, a row, and the gap above; a chapter
 * before turns 0 and 6, a preface.  Lines: 0 preface, 2 heading, 4 turn 0,
 * 7 turn 1, 10, 13, 16, 19 turn 5, 22 heading, 24 turn 6, … 33 turn 9, 34.
 */
void
viewer_make_regular(Maker *maker);

/*
 * Set-up and tear-down of tests.  The interview at 40 columns and 10 rows, the
 * regular document and an empty one, which is not complete, at 9 rows; names
 * above.
 */
int
viewer_open_interview(void **state);

int
viewer_open_regular(void **state);

int
viewer_open_empty(void **state);

int
viewer_close(void **state);

/* The number of the line on the first row, from 0; -1: nothing is shown. */
int
viewer_top(Viewer *viewer);

/* One movement by its key: those of the reader, `t` a turn, `z` an align. */
bool
viewer_move(Viewer *viewer, char key, long n);

/* Keys with counts; true where the last one moved. */
bool
viewer_press(Viewer *viewer, const char *keys);

#endif
