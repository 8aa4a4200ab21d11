/*
 * Asking: the prompt while it is open, whatever it asks for.
 *
 * Passes keys to the prompt's line, and what becomes of it to who asks: a
 * table of functions, of which app->asking is the one in use.  The keys that
 * change how a pattern is read, and the names that Tab completes, are the
 * same in all of them.
 */
#ifndef UI_ASKING_H
#define UI_ASKING_H

#include "ui/app.h"

struct Asking {
	const char *sign;	/* before the line */
	const char *placeholder;	/* in it while it is empty; N_() */
	/* The line, or how it is read, has changed. */
	void (*edited)(App *app, Slice line);
	/* The prompt closes behind these two; NULL: that is all. */
	void (*accepted)(App *app, Slice line);
	void (*cancelled)(App *app);
	/* Appends what stands at the right end; NULL: nothing. */
	void (*note)(const App *app, Buf *out);
};

void
asking_open(App *app, const Asking *asking);

/* A key, or pasted text, while the prompt is open. */
void
asking_key(App *app, Key key);

void
asking_paste(App *app, Slice text);

/* How patterns are read now: PatternFlag. */
unsigned
asking_flags(const App *app);

void
asking_paint(const App *app, Canvas *canvas);

#endif
