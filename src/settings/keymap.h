/*
 * Keymap: from keys to commands.
 *
 * Made from the registry's rows.  A command has any number of key sequences of
 * one or two keys.  Counts may stand before any command; digits are never
 * anything else.  No timer: a prefix key waits until the next key.
 */
#ifndef SETTINGS_KEYMAP_H
#define SETTINGS_KEYMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "settings/key.h"
#include "settings/registry.h"

#define KEYMAP_COUNT_MAX 999999999L

typedef struct KeymapState {
	Key prefix;		/* KEY_NONE: none is pending */
	long count;		/* 0: none was typed */
} KeymapState;

typedef enum KeymapResult {
	KEYMAP_COMMAND,		/* *ret_command, with the state's count */
	KEYMAP_PENDING,		/* a count or a prefix; show it */
	KEYMAP_UNBOUND,		/* nothing has these keys; state is reset */
} KeymapResult;

/* Feeds one key.  After KEYMAP_COMMAND take the count, then reset the state. */
KeymapResult
keymap_feed(KeymapState *state, Key key, CommandId *ret_command);

void
keymap_reset(KeymapState *state);

/* True while a count or a prefix is pending. */
bool
keymap_is_pending(const KeymapState *state);

/* The keys typed so far ("12z"), NUL-terminated. */
void
keymap_pending_text(const KeymapState *state, char *out, size_t size);

/* What may follow a prefix ("z t b"), NUL-terminated; "" where none pends. */
void
keymap_may_follow(const KeymapState *state, char *out, size_t size);

#endif
