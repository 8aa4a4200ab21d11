/*
 * Geometry: where the parts of the screen stand.
 *
 * Pure: what is wished in, rectangles out.  A part that is not shown has no
 * columns.
 */
#ifndef UI_GEOMETRY_H
#define UI_GEOMETRY_H

#include <stdbool.h>

#include "reading/layout.h"
#include "ui/canvas.h"

#define GEOMETRY_COLS_MIN 20
#define GEOMETRY_ROWS_MIN 5
#define GEOMETRY_SIDEBAR_MIN 12		/* columns of the sidebar, */
#define GEOMETRY_SIDEBAR_MAX 60		/* its rule not counted */

typedef struct GeometryWish {
	int cols;
	int rows;
	int measure;
	NamePlace names;
	unsigned flags;		/* WrapFlag */
	int para_indent;	/* as in LayoutShape */
	int sidebar;		/* columns without the rule; 0: none wanted */
	bool over;		/* over the text where beside it is no room */
	bool prompt;		/* a prompt is open */
	bool matches;		/* the list of matches is open */
	bool plain;		/* one column, for a screen reader */
} GeometryWish;

typedef struct Geometry {
	bool fits;		/* false: too small, nothing else holds */
	bool beside;		/* the sidebar has room beside the text */
	Rect head;
	Rect carried;
	Rect dialogue;
	Rect map;
	Rect matches;		/* their list, below the dialogue */
	Rect sidebar;
	Rect rule;
	Rect prompt;		/* also of messages, over the dialogue then */
	Rect status;
	LayoutShape shape;	/* of the dialogue, from its left edge */
	int margin;		/* before what stands in head and status */
	bool plain;		/* nothing beside the text; the sidebar and the
				   matches are over all of it, and the prompt
				   over the status */
} Geometry;

Geometry
geometry_make(const GeometryWish *wish);

/* The columns nearest to `cols` that a sidebar may have. */
int
geometry_sidebar(int cols);

/* The two lists of the sidebar, each with a row for its title. */
typedef struct GeometryLists {
	Rect chapters;
	Rect speakers;
} GeometryLists;

/*
 * Shares the sidebar among so many chapters, above, and speakers, below them.
 * Where there is no room for both, the speakers alone are shown if `lower`,
 * else the chapters.
 */
GeometryLists
geometry_lists(Rect sidebar, int chapters, int speakers, bool lower);

#endif
