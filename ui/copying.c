#include "ui/copying.h"

#include "base/i18n.h"
#include "text/utf8.h"

void
copying_start(App *app)
{
	Session *session = app_session(app);

	buf_clear(&app->copied);
	if (excerpt_text(&session->excerpt, session->doc, &session->filter,
			 &app->copied))
		return;
	buf_clear(&app->copied);
	app_say(app, _("that is more than %d MiB, and was not copied; select"
		       " less"), COPYING_MAX / (1024 * 1024));
}

void
copying_end(App *app, ClipboardResult result)
{
	unsigned n = (unsigned)utf8_count(buf_slice(&app->copied));

	switch (result) {
	case CLIPBOARD_COPIED:
		app_say(app, ngettext("copied %u character",
				      "copied %u characters", n), n);
		break;
	case CLIPBOARD_SENT:
		app_say(app, ngettext("%u character sent to the terminal",
				      "%u characters sent to the terminal",
				      n), n);
		break;
	case CLIPBOARD_TOO_LONG:
		app_say(app, _("that is more than the %d bytes that a terminal"
			       " takes; select less"), CLIPBOARD_TERMINAL_MAX);
		break;
	}
	buf_clear(&app->copied);
}
