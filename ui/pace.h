/*
 * Pace: how long it takes to read on.
 */
#ifndef UI_PACE_H
#define UI_PACE_H

#include "ui/app.h"

/*
 * Minutes to read the document from a place to its end, at 300 Han characters
 * or 200 words a minute, as its first bytes mix them.
 */
unsigned
pace_minutes(App *app, TextOff from);

#endif
