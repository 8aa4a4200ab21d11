/*
 * Keymap: from keys to commands.
 *
 * Made from the registry's rows; the configuration binds anew.  A command has
 * any number of key sequences of one or two keys.  Counts may stand before any
 * command; digits are never anything else.  No timer: a prefix key waits until
 * the next key.
 *
 * Invariant: no sequence is bound twice, and none is the beginning of another.
 */
#ifndef SETTINGS_KEYMAP_H
#define SETTINGS_KEYMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"
#include "settings/key.h"
#include "settings/registry.h"

#define KEYMAP_COUNT_MAX 999999999L
#define KEYMAP_TEXT_MAX 160	/* bytes that any text from here may have */

typedef struct Keymap Keymap;

typedef struct KeymapState {
	Key prefix;		/* KEY_NONE: none is pending */
	long count;		/* 0: none was typed */
} KeymapState;

typedef enum KeymapResult {
	KEYMAP_COMMAND,		/* *ret_command, with the state's count */
	KEYMAP_PENDING,		/* a count or a prefix; show it */
	KEYMAP_UNBOUND,		/* nothing has these keys; state is reset */
	KEYMAP_CANCELLED,	/* Esc while pending; state is reset */
} KeymapResult;

/* The registry's keys.  Costs some microseconds. */
Keymap *
keymap_new(void);

void
keymap_free(Keymap *keymap);

/*
 * Binds the sequences in `keys` (`J <Right>`: two of one key) to a command.
 * Fails where a name is unknown, a sequence is longer than two keys or begins
 * with a digit, or the invariant would break; those before it stay bound.
 */
Status
keymap_bind(Keymap *keymap, Slice keys, CommandId command, Err *err);

/* Takes all its keys from a command. */
void
keymap_unbind(Keymap *keymap, CommandId command);

/*
 * Appends the keys of a command as keymap_bind() reads them; nothing where it
 * has none.
 */
void
keymap_append_keys(const Keymap *keymap, CommandId command, Buf *out);

/*
 * Feeds one key; what an input method made of an ASCII key acts as that key
 * (key_plain()).  After KEYMAP_COMMAND take the count, then reset the state.
 * A count beyond KEYMAP_COUNT_MAX stays there.
 */
KeymapResult
keymap_feed(const Keymap *keymap, KeymapState *state, Key key,
	    CommandId *ret_command);

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
keymap_may_follow(const Keymap *keymap, const KeymapState *state, char *out,
		  size_t size);

#endif
