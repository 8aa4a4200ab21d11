/*
 * State: what the program remembers by itself from one time to the next.
 *
 * Files in $XDG_STATE_HOME/fangtan, each written whole or not at all:
 * `state.yaml` for the program, `searches.yaml` for what was searched for,
 * `documents/` with one for each document, named by its path.  A record that
 * is not there, cannot be read or makes no sense is empty.  Does not know who
 * uses it, nor what the command line and the configuration say, which win.
 */
#ifndef SETTINGS_STATE_H
#define SETTINGS_STATE_H

#include <stddef.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/slice.h"
#include "text/script_chars.h"

/* Of the program. */
typedef struct ProgramState {
	int sidebar;		/* columns; 0: not chosen yet */
} ProgramState;

/* Of one document. */
typedef struct DocumentState {
	int measure;		/* columns; 0: not chosen yet */
	ScriptForm script;	/* in which it is shown */
} DocumentState;

typedef struct State State;

/* NULL where there is no place for it.  Reads nothing yet. */
State *
state_new(void);

void
state_free(State *state);

void
state_read_program(const State *state, ProgramState *ret);

Status
state_write_program(const State *state, const ProgramState *program,
		    Err *err);

#define STATE_SEARCHES 100	/* that are remembered */

/* What was searched for, oldest first, in `arena`; returns how many. */
size_t
state_read_searches(const State *state, Arena *arena,
		    Slice ret[STATE_SEARCHES]);

/*
 * Remembers `n` searches, oldest first, behind those that are there.  A long
 * one (1 KB) is left out, and of too many the oldest.
 */
Status
state_add_searches(const State *state, const Slice *searches, size_t n,
		   Err *err);

/* `path` as one opened it. */
void
state_read_document(const State *state, const char *path,
		    DocumentState *ret);

Status
state_write_document(const State *state, const char *path,
		     const DocumentState *document, Err *err);

#endif
