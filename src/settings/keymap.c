#include "settings/keymap.h"

#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/i18n.h"
#include "base/mem.h"

typedef struct Binding {
	Key first;
	Key second;		/* KEY_NONE: one key is all */
	CommandId command;
} Binding;

struct Keymap {
	ChunkVec bindings;	/* of Binding, in the order of the registry */
};

Keymap *
keymap_new(void)
{
	Keymap *keymap = mem_zalloc(sizeof(*keymap));

	vec_init(&keymap->bindings, sizeof(Binding));
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const char *keys = registry_command((CommandId)id)->keys;
		Status status = keymap_bind(keymap, slice_from(keys),
					    (CommandId)id, NULL);

		assert(status == STATUS_OK);
		(void)status;
	}
	return keymap;
}

void
keymap_free(Keymap *keymap)
{
	if (!keymap)
		return;
	vec_done(&keymap->bindings);
	mem_free(keymap);
}

/* One or two keys from a sequence without blanks. */
static bool
parse_sequence(Slice sequence, Binding *ret)
{
	*ret = (Binding){ .second = KEY_NONE };
	if (!key_parse(&sequence, &ret->first))
		return false;
	/* As keymap_feed() sees it. */
	ret->first = key_plain(ret->first);
	if (ascii_is_digit(ret->first))
		return false;
	if (sequence.len > 0 && !key_parse(&sequence, &ret->second))
		return false;
	ret->second = key_plain(ret->second);
	return sequence.len == 0;
}

/* A binding that could not be told from `binding`, or NULL. */
static const Binding *
find_conflict(const Keymap *keymap, const Binding *binding)
{
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const Binding *other = vec_at(&keymap->bindings, i);

		if (other->first == binding->first
		    && (other->second == binding->second
			|| other->second == KEY_NONE
			|| binding->second == KEY_NONE))
			return other;
	}
	return NULL;
}

static Status
bind_sequence(Keymap *keymap, Slice sequence, CommandId command, Err *err)
{
	const Binding *other;
	Binding binding;

	if (!parse_sequence(sequence, &binding))
		return err_set(err, _("%.*s: one or two keys are wanted, such"
				      " as x, <C-d> or zz, and no digit first"),
			       SLICE_ARGS(sequence));
	other = find_conflict(keymap, &binding);
	if (other)
		return err_set(err, _("%.*s: it cannot be told from a key of"
				      " the command %s; take it from there"
				      " first"), SLICE_ARGS(sequence),
			       registry_command(other->command)->name);
	binding.command = command;
	*(Binding *)vec_push(&keymap->bindings) = binding;
	return STATUS_OK;
}

Status
keymap_bind(Keymap *keymap, Slice keys, CommandId command, Err *err)
{
	while ((keys = slice_trim(keys)).len > 0) {
		size_t len = slice_find(keys, SLICE(" "));
		Slice sequence = slice_sub(keys, 0, len);

		if (bind_sequence(keymap, sequence, command, err)
		    != STATUS_OK)
			return STATUS_FAILED;
		keys = slice_sub(keys, sequence.len, keys.len);
	}
	return STATUS_OK;
}

void
keymap_unbind(Keymap *keymap, CommandId command)
{
	size_t kept = 0;

	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const Binding *binding = vec_at(&keymap->bindings, i);

		if (binding->command != command)
			*(Binding *)vec_at(&keymap->bindings, kept++) =
				*binding;
	}
	while (keymap->bindings.count > kept)
		vec_pop(&keymap->bindings);
}

void
keymap_append_keys(const Keymap *keymap, CommandId command, Buf *out)
{
	const char *blank = "";
	char first[KEY_NAME_MAX], second[KEY_NAME_MAX];

	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const Binding *binding = vec_at(&keymap->bindings, i);

		if (binding->command != command)
			continue;
		key_to_name(binding->first, first, sizeof(first));
		second[0] = '\0';
		if (binding->second != KEY_NONE)
			key_to_name(binding->second, second, sizeof(second));
		buf_appendf(out, "%s%s%s", blank, first, second);
		blank = " ";
	}
}

static void
feed_digit(KeymapState *state, Key key)
{
	long digit = (long)(key - '0');

	if (state->count > (KEYMAP_COUNT_MAX - digit) / 10)
		state->count = KEYMAP_COUNT_MAX;
	else
		state->count = state->count * 10 + digit;
}

/* The binding of a whole sequence; *ret_longer: it begins another. */
static const Binding *
find_binding(const Keymap *keymap, Key first, Key second, bool *ret_longer)
{
	*ret_longer = false;
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const Binding *binding = vec_at(&keymap->bindings, i);

		if (binding->first != first)
			continue;
		if (binding->second == second)
			return binding;
		if (second == KEY_NONE)
			*ret_longer = true;
	}
	return NULL;
}

KeymapResult
keymap_feed(const Keymap *keymap, KeymapState *state, Key key,
	    CommandId *ret_command)
{
	const Binding *binding;
	bool longer;

	key = key_plain(key);
	if (key == KEYS_ESC && keymap_is_pending(state)) {
		keymap_reset(state);
		return KEYMAP_CANCELLED;
	}
	if (ascii_is_digit(key) && state->prefix == KEY_NONE) {
		feed_digit(state, key);
		return KEYMAP_PENDING;
	}
	if (state->prefix == KEY_NONE)
		binding = find_binding(keymap, key, KEY_NONE, &longer);
	else
		binding = find_binding(keymap, state->prefix, key, &longer);
	if (binding) {
		state->prefix = KEY_NONE;
		*ret_command = binding->command;
		return KEYMAP_COMMAND;
	}
	if (longer) {
		state->prefix = key;
		return KEYMAP_PENDING;
	}
	keymap_reset(state);
	return KEYMAP_UNBOUND;
}

void
keymap_reset(KeymapState *state)
{
	*state = (KeymapState){ .prefix = KEY_NONE, .count = 0 };
}

bool
keymap_is_pending(const KeymapState *state)
{
	return state->prefix != KEY_NONE || state->count != 0;
}

void
keymap_pending_text(const KeymapState *state, char *out, size_t size)
{
	char name[KEY_NAME_MAX] = "";
	char count[24] = "";

	if (state->count)
		snprintf(count, sizeof(count), "%ld", state->count);
	if (state->prefix != KEY_NONE)
		key_to_name(state->prefix, name, sizeof(name));
	snprintf(out, size, "%s%s", count, name);
}

void
keymap_may_follow(const Keymap *keymap, const KeymapState *state, char *out,
		  size_t size)
{
	size_t len = 0;

	if (size == 0)
		return;
	out[0] = '\0';
	if (state->prefix == KEY_NONE)
		return;
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const Binding *binding = vec_at(&keymap->bindings, i);
		char name[KEY_NAME_MAX];

		if (binding->first != state->prefix)
			continue;
		if (key_to_name(binding->second, name, sizeof(name)) + len + 2
		    > size)
			return;
		len += (size_t)snprintf(out + len, size - len, "%s%s",
					len ? " " : "", name);
	}
}
