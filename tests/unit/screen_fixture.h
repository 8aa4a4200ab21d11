/*
 * Screen fixture: the program on a document of the test's, without a terminal.
 *
 * Its clock moves by hand alone.
 */
#ifndef SCREEN_FIXTURE_H
#define SCREEN_FIXTURE_H

#include "ui/app.h"
#include "ui/canvas.h"

typedef struct Sample {
	const char *path;
	const char *text;
	const char *option;	/* or NULL */
} Sample;

typedef struct Fixture {
	uint64_t now_us;
	Clock clock;
	Options options;
	App app;
	Canvas canvas;
} Fixture;

/* Opens the sample on a screen of this size, and works all of it off. */
void
fixture_open(Fixture *fixture, int rows, int cols, const Sample *sample);

void
fixture_done(Fixture *fixture);

void
work_off(App *app);

/* Keys, as in the key map, blanks between; works off what each sets going. */
void
feed(Fixture *fixture, const char *names);

/* The screen as canvas_dump() has it, appended, and a NUL behind. */
void
paint_dump(Fixture *fixture, Buf *out);

#endif
