/*
 * Speakers: who talks, how much, and who is switched out.
 */
#ifndef UI_PANES_SPEAKERS_H
#define UI_PANES_SPEAKERS_H

#include "ui/pane.h"

/* Switches a speaker out or in, or shows only that one; says what is wrong. */
void
speakers_toggle(App *app, SpeakerId id);

void
speakers_only(App *app, SpeakerId id);

#endif
