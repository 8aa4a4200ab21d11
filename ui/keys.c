#include "ui/keys.h"

#include "base/i18n.h"
#include "text/uni.h"
#include "ui/asking.h"
#include "ui/commands.h"
#include "ui/pane.h"
#include "ui/panes/about.h"
#include "ui/panes/documents.h"
#include "ui/panes/help.h"
#include "ui/searching.h"

static void
run_on_session(App *app, CommandId id, long count)
{
	session_hold_match(app_session(app));
	command_run(app, id, count);
}

void
keys_run(App *app, CommandId id, long count)
{
	if (app->help)
		help_command(app, id, count);
	else if (app->about)
		about_command(app, id, count);
	else if (!app_session(app))
		documents_command(app, id, count);
	else
		run_on_session(app, id, count);
}

static void
say_input_method(App *app)
{
	if (!app->input_method_said)
		app_say(app, _("an input method is on; switch it off to use"
			       " the keys"));
	app->input_method_said = true;
}

static void
say_unbound(App *app, Key prefix, Key key)
{
	char before[KEY_NAME_MAX] = "", name[KEY_NAME_MAX];

	if (key < KEY_SPECIAL && uni_is_han(key)) {
		say_input_method(app);
		return;
	}
	if (prefix != KEY_NONE)
		key_to_name(prefix, before, sizeof(before));
	key_to_name(key, name, sizeof(name));
	app_say(app, _("%s%s does nothing here; %s shows the keys"), before,
		name, help_key(app, COMMAND_help).label);
}

static void
feed_keymap(App *app, Key key)
{
	Key prefix = app->keys.prefix;
	CommandId id;
	long count;

	app->dirty |= DIRTY_STATUS;
	switch (keymap_feed(app->keymap, &app->keys, key, &id)) {
	case KEYMAP_COMMAND:
		count = app->keys.count;
		keymap_reset(&app->keys);
		keys_run(app, id, count);
		break;
	case KEYMAP_UNBOUND:
		if (key & KEY_ALT) {
			keys_feed(app, KEYS_ESC);
			keys_feed(app, key & ~KEY_ALT);
		} else {
			say_unbound(app, prefix, key);
		}
		break;
	case KEYMAP_PENDING:
	case KEYMAP_CANCELLED:
		break;
	}
}

/* The list that has the keys, before any command. */
static bool
feed_list(App *app, Key key)
{
	long count = app->keys.count;
	static const Pane *const panes[PANE_COUNT] = {
		[PANE_DIALOGUE] = &pane_dialogue,
		[PANE_CHAPTERS] = &pane_chapters,
		[PANE_SPEAKERS] = &pane_speakers,
		[PANE_MATCHES] = &pane_matches,
	};
	const Pane *pane = panes[app->focus];
	bool taken;

	if (app->help || app->keys.prefix != KEY_NONE
	    || (key == KEYS_ESC && keymap_is_pending(&app->keys)))
		return false;
	if (app->about)
		taken = about_key(app, key);
	else if (!app_session(app))
		taken = documents_key(app, key, count);
	else
		taken = pane->key && pane->key(app, key, count);
	if (taken)
		keymap_reset(&app->keys);
	return taken;
}

void
keys_feed(App *app, Key key)
{
	app_key_came(app);
	if (app->asking) {
		asking_key(app, key);
		return;
	}
	key = key_plain(key);
	if (!feed_list(app, key))
		feed_keymap(app, key);
}

void
keys_paste(App *app, Slice text)
{
	app_key_came(app);
	if (!app->asking &&
	    (app->help || app->about || !app_session(app)))
		return;
	if (!app->asking) {
		keymap_reset(&app->keys);
		searching_open(app, false);
	}
	asking_paste(app, text);
}
