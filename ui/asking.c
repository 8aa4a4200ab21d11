#include "ui/asking.h"

#include "base/i18n.h"
#include "ui/completing.h"
#include "ui/remember.h"

#define NOTE_MAX 1024

void
asking_open(App *app, const Asking *asking)
{
	app->asking = asking;
	app->searching.err = (Err){ .text = "" };
	completing_end(app);
	recall_searches(app);
	prompt_open(&app->prompt);
	app_relayout(app);
}

static void
close_prompt(App *app)
{
	app->asking = NULL;
	app_relayout(app);
}

unsigned
asking_flags(const App *app)
{
	const Searching *searching = &app->searching;

	return (searching->fixed ? PATTERN_FIXED : 0u)
		| (searching->ignore_case ? PATTERN_IGNORE_CASE : 0u)
		| (searching->exact_case ? PATTERN_EXACT_CASE : 0u)
		| (searching->word ? PATTERN_WORD : 0u)
		| (searching->exact_script ? PATTERN_EXACT_SCRIPT : 0u);
}

static void
act_on(App *app, PromptResult result)
{
	const Asking *asking = app->asking;
	Slice line = buf_slice(&app->prompt.text);

	switch (result) {
	case PROMPT_EDITED:
		app->searching.err = (Err){ .text = "" };
		asking->edited(app, line);
		app->dirty |= DIRTY_ALL;
		break;
	case PROMPT_ACCEPTED:
		asking->accepted(app, line);
		prompt_remember(&app->prompt, line);
		close_prompt(app);
		break;
	case PROMPT_CANCELLED:
		if (asking->cancelled)
			asking->cancelled(app);
		close_prompt(app);
		break;
	case PROMPT_MOVED:
	case PROMPT_IGNORED:
		app->dirty |= DIRTY_STATUS;
		break;
	}
}

/* Keys that change how the pattern is read. */
static bool
mode_key(Searching *searching, Key key)
{
	if (key == (KEY_CTRL | 'r')) {
		searching->fixed = !searching->fixed;
		return true;
	}
	if (key == (KEY_CTRL | 'g')) {
		searching->word = !searching->word;
		return true;
	}
	if (key == (KEY_CTRL | 't')) {
		searching->exact_script = !searching->exact_script;
		return true;
	}
	if (key != (KEY_CTRL | 'x'))
		return false;
	if (searching->ignore_case) {
		searching->ignore_case = false;
		searching->exact_case = true;
	} else {
		searching->ignore_case = !searching->exact_case;
		searching->exact_case = false;
	}
	return true;
}

void
asking_key(App *app, Key key)
{
	if (key == KEYS_TAB || key == KEYS_BACK_TAB) {
		act_on(app, completing_go(app, key == KEYS_TAB ? 1 : -1));
		return;
	}
	completing_end(app);
	if (mode_key(&app->searching, key))
		act_on(app, PROMPT_EDITED);
	else
		act_on(app, prompt_key(&app->prompt, key));
}

void
asking_paste(App *app, Slice text)
{
	completing_end(app);
	act_on(app, prompt_paste(&app->prompt, text));
}

/* How the pattern is read, where that is not the usual way. */
static void
append_modes(const Searching *searching, Buf *out)
{
	if (searching->fixed)
		buf_append(out, slice_from(_("literal  ")));
	if (searching->ignore_case)
		buf_append(out, slice_from(_("any case  ")));
	if (searching->exact_case)
		buf_append(out, slice_from(_("exact case  ")));
	if (searching->word)
		buf_append(out, slice_from(_("whole word  ")));
	if (searching->exact_script)
		buf_append(out, slice_from(_("exact script  ")));
}

void
asking_paint(const App *app, Canvas *canvas)
{
	Slice error = slice_from(app->searching.err.text);
	PromptLook look = {
		.sign = slice_from(app->asking->sign),
		.placeholder = slice_from(_(app->asking->placeholder)),
		.note = error,
		.note_is_error = error.len > 0,
	};
	Buf note, modes;

	buf_init(&note, NOTE_MAX);
	buf_init(&modes, NOTE_MAX);
	if (!error.len) {
		append_modes(&app->searching, &modes);
		if (app->prompt.text.len && app->asking->note)
			app->asking->note(app, &note);
		look.note = buf_slice(&note);
		look.modes = slice_trim(buf_slice(&modes));
	}
	prompt_paint(&app->prompt, canvas, app->geometry.prompt, &look);
	buf_done(&modes);
	buf_done(&note);
}
