/*
 * What the app recalls when something opens, and remembers when it closes.
 *
 * Without App.state nothing is.  What the command line or the configuration
 * says is not recalled.
 */
#ifndef UI_REMEMBER_H
#define UI_REMEMBER_H

#include "ui/app.h"

/* What is remembered of the program, before the first paint. */
void
recall_program(App *app);

/* The same of a document, before it is laid out. */
void
recall_document(const App *app, Session *session);

/* What was searched for before, when it is first asked for. */
void
recall_searches(App *app);

/* Writes what changed. */
Status
remember_document(const App *app, Session *session, Err *err);

/* The same of the program and all open documents, at the end. */
Status
remember_all(App *app, Err *err);

#endif
