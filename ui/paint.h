/*
 * Paint: the whole screen from the state of the app.
 *
 * The one place that paints; the order in which parts stand over each other is
 * here.
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "ui/app.h"

/* Paints everything; then nothing is dirty. */
void
paint_all(App *app, Canvas *canvas);

#endif
