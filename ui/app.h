/*
 * App: what the program shows and does, without a terminal.
 *
 * Owns the open documents, the list of documents, the prompt, the message and
 * the state of the panes; borrows the options and the clock.  Keys go in
 * (keys.h), a canvas comes out (paint.h), and in between app_work() goes on.
 * Commands change things and return what became dirty; nothing paints but
 * paint.c.  Whoever runs the app (loop.c, a test) has the terminal and time.
 */
#ifndef UI_APP_H
#define UI_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "library.h"
#include "session.h"
#include "settings/keymap.h"
#include "settings/options.h"
#include "settings/state.h"
#include "ui/canvas.h"
#include "ui/geometry.h"
#include "ui/list.h"
#include "ui/prompt.h"

#define APP_DOCUMENTS 16	/* that may be open at one time */
#define APP_FIRST_US 15000	/* of reading before the first paint */
#define APP_MESSAGE_US 1000000	/* that a message stays at least */
#define APP_MESSAGE_MAX 1024	/* bytes of a message */

typedef enum PaneId {
	PANE_DIALOGUE,
	PANE_CHAPTERS,
	PANE_SPEAKERS,
	PANE_MATCHES,		/* open while it has the keys */
	PANE_COUNT,
} PaneId;

typedef struct Message {
	Buf text;		/* empty: there is none */
	bool is_error;
	bool seen;		/* a key came since */
	uint64_t at_us;		/* when it came */
} Message;

#define COMPLETING_MAX 256	/* bytes of a name that is completed */

/* The name that one goes through the speakers for; see completing.h. */
typedef struct Completing {
	bool on;
	size_t start;		/* of its scope, in the prompt's line */
	char typed[COMPLETING_MAX];
	size_t len;
	SpeakerId id;		/* whose name is there now; DOC_NONE: nobody's */
} Completing;

/* The search, as far as one sees it. */
typedef struct Searching {
	bool backward;		/* the search that was accepted last */
	bool ignore_case;
	bool exact_case;
	bool exact_script;
	bool word;		/* whole words only */
	bool fixed;
	long more;		/* matches to go on after the one looked for */
	bool went_back;		/* the last step, and what is being typed, is
				 * towards the start */
	bool waiting;		/* what comes of it is to be said */
	Buf last;		/* the query that was searched for last */
	Completing completing;
	Err err;		/* of the pattern being typed; "": none */
} Searching;

/* What the command line wants to see; done as soon as it is read. */
typedef struct Opening {
	bool speakers;
	bool chapter;
	bool turn;
	bool time;
	bool search;
} Opening;

/* What the mouse is at. */
typedef struct Mouse {
	bool held;		/* a button went down in the dialogue … */
	ExcerptUnit pressed;	/* … at this cluster */
} Mouse;

/* How fast one reads the document. */
typedef struct Pace {
	const Document *doc;	/* it was measured on; NULL: none yet */
	uint32_t generation;
	double bytes_per_minute;
} Pace;

/* What of the text is on the screen. */
typedef struct Seen {
	TextOff from;
	TextOff to;
} Seen;

/* What the lists are of. */
typedef struct ListsOf {
	const Document *doc;	/* NULL: the library */
	uint32_t generation;
	OutlineKind kind;
} ListsOf;

/* A list that is looked through; see finding.h. */
typedef struct Finding {
	ListState *list;	/* that is filtered; NULL: none is */
	ListsOf of;		/* when it was */
	Pattern *filter;	/* by what … */
	Buf line;		/* … and how that was typed */
	Buf entries;		/* of uint32_t: those that are shown … */
	uint32_t looked;	/* … of the first so many */
	uint32_t before;	/* what was selected when one began to type */
	Pattern *sought;	/* what was looked for last, or NULL */
} Finding;

typedef struct Asking Asking;

typedef struct App {
	const Options *options;	/* borrowed, as is the next */
	const Clock *clock;
	State *state;		/* NULL: nothing is remembered */
	Library *library;	/* NULL: one document was named */
	Session *sessions[APP_DOCUMENTS];	/* the last is on the screen */
	int n_sessions;
	Script *dictionaries;	/* of all sessions; NULL: not needed yet */
	int rows;
	int cols;
	Geometry geometry;
	PaneId focus;
	ListState lists[PANE_COUNT];
	ListState documents;
	int sidebar_cols;
	bool sidebar_chosen;	/* its columns, and not remembered yet */
	bool searches_recalled;	/* the prompt has those of before */
	bool sidebar_on;
	bool sidebar_over;
	bool times;		/* are shown, where there are any */
	const Theme *theme;
	bool theme_is_auto;	/* it follows the terminal's background */
	bool has_colors;	/* the terminal shows the theme's colours */
	bool help;
	bool about;
	uint32_t overlay_first;	/* first line of these on the screen */
	Keymap *keymap;
	KeymapState keys;
	Prompt prompt;
	const Asking *asking;	/* what the prompt is open for; NULL: closed */
	Searching searching;
	bool narrowing;		/* what comes of it is to be said */
	Finding finding;
	Opening opening;
	Message message;
	Mouse mouse;
	Buf copied;		/* on its way to the clipboard; empty: none */
	Pace pace;
	Seen seen;
	bool input_method_said;
	unsigned dirty;		/* SessionDirty */
	bool repaint;		/* the terminal shows something else */
	bool quit;
} App;

void
app_init(App *app, const Options *options, const Clock *clock);

void
app_done(App *app);

/* The document on the screen; NULL: the list of documents is. */
Session *
app_session(const App *app);

/* session_set_script() of the document on the screen. */
Status
app_set_script(App *app, ScriptForm form, Err *err);

/* Takes the session, reads its beginning and shows it. */
void
app_push_session(App *app, Session *session);

/*
 * Opens a document of the list or the command line.  Fails, and shows what was
 * before, where it cannot be read.
 */
Status
app_open(App *app, const char *path, Err *err);

/*
 * Reads the document on the screen anew, in that charset; one stays where one
 * was, by percent.  Fails, and changes nothing, where it cannot be read again.
 */
Status
app_reopen(App *app, const char *encoding, Err *err);

/* The same, as it was read; one stays where one was, to the character. */
Status
app_reload(App *app, Err *err);

/* Closes the document; without one, or where it was the last thing, quits. */
void
app_close(App *app);

/* The list of documents, which the app takes. */
void
app_set_library(App *app, Library *library);

/* Other keys, which the app takes. */
void
app_set_keymap(App *app, Keymap *keymap);

/* What is remembered, which the app takes; NULL: nothing. */
void
app_set_state(App *app, State *state);

/* The size of the terminal. */
void
app_resize(App *app, int rows, int cols);

/* What the terminal takes for ambiguous characters: 1 or 2 columns. */
void
app_set_ambiguous_width(App *app, int cells);

/* Whether the terminal's background is light; a theme that was chosen stays. */
void
app_set_light(App *app, bool is_light);

/* Something that the geometry depends on has changed. */
void
app_relayout(App *app);

/* The geometry, were the measure this one. */
Geometry
app_geometry(const App *app, int measure);

bool
app_sidebar_shown(const App *app);

/* Gives a pane the keys; opens and closes what it must. */
void
app_focus(App *app, PaneId pane);

/*
 * Goes on with what takes long.  PROGRESS_BLOCKED: nothing to do until
 * app_fd() has bytes.
 */
Progress
app_work(App *app, Deadline deadline);

int
app_fd(const App *app);

/* True where paint_all() would paint something else than before. */
bool
app_is_dirty(const App *app);

/* True where the view waits for a match. */
bool
app_is_seeking(const App *app);

/* Shows one sentence. */
void
app_say(App *app, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

void
app_say_error(App *app, const Err *err);

/* A jump switched the filter off. */
void
app_say_unfiltered(App *app);

/* A key came: the message goes, once it has been there long enough. */
void
app_key_came(App *app);

/* Until app_work() has something to do again; -1: for ever. */
int
app_timeout_ms(const App *app);

#endif
