/*
 * Searching: the prompt of the search, and the way from match to match.
 */
#ifndef UI_SEARCHING_H
#define UI_SEARCHING_H

#include "ui/app.h"

void
searching_init(App *app);

void
searching_done(App *app);

/* Opens the prompt. */
void
searching_open(App *app, bool backward);

/* The same for one more pattern; takes the current one away. */
void
searching_add(App *app);

void
searching_remove(App *app);

/* Searches for `query` from here without a prompt. */
Status
searching_for(App *app, Slice query, Err *err);

/*
 * Searches forward for what is selected, else for the words of the current
 * match; says what to do where there is neither.
 */
void
searching_selection(App *app);

/* `n` matches on (negative: back) in the direction of the search. */
void
searching_next(App *app, long n);

/*
 * Searches for the last pattern again, from here, where nothing is searched
 * for; false, with a message, where there is none.
 */
bool
searching_resume(App *app);

/* No match is marked any more; false where none was. */
bool
searching_stop(App *app);

/* What a number of matches does not say: those not found, those not shown. */
void
searching_append_rest(SearchCount count, Buf *out);

/* Behind a step of the session, which came to that; true: more is to do. */
bool
searching_step(App *app, Progress progress);

#endif
