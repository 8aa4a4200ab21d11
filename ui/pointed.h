/*
 * Pointed: what is at a cell of the screen.
 *
 * Reads the geometry, what the lists have scrolled to, and the lines of the
 * dialogue; changes nothing and knows no mouse.
 */
#ifndef UI_POINTED_H
#define UI_POINTED_H

#include "ui/app.h"

typedef enum PointedKind {
	POINTED_NOTHING,
	POINTED_DIALOGUE,
	POINTED_CHAPTERS,
	POINTED_SPEAKERS,
	POINTED_MATCHES,
	POINTED_DOCUMENTS,
	POINTED_MAP,
} PointedKind;

typedef struct Pointed {
	PointedKind kind;
	uint32_t entry;		/* of a list; DOC_NONE: none stands there */
	int percent;		/* of the map */
	Match text;		/* of the dialogue: as pointed_text() */
} Pointed;

Pointed
pointed_at(App *app, int row, int col);

/*
 * The cluster at a cell of the dialogue, or at the cell of it that is nearest:
 * a stretch of its paragraph's visible text.  Where the cell shows no text
 * (margin, name, gap, the end of a row) it is empty and stands where text
 * begins or ends there.  False where the dialogue is empty.
 */
bool
pointed_text(App *app, int row, int col, Match *ret);

#endif
