#include "ui/panes/about.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/i18n.h"
#include "ui/commands.h"
#include "ui/panes/help.h"

#define LABEL_COLS 14		/* columns of the labels */
#define BESIDE_MIN 40		/* columns where label and value share a row */
#define VALUE_MAX 512		/* bytes of a value that is made here */
#define FOOT_MAX 256		/* bytes of the last line */

typedef struct AboutRow {
	Slice label;		/* empty: goes on, or stands below its label */
	Slice value;
} AboutRow;

/* Made anew for each paint. */
typedef struct AboutRows {
	Arena arena;
	ChunkVec rows;		/* of AboutRow */
	int cols;		/* of the values */
	bool stacked;		/* values stand below their labels */
} AboutRows;

static void
rows_init(AboutRows *about, int cols)
{
	arena_init(&about->arena);
	vec_init(&about->rows, sizeof(AboutRow));
	about->stacked = cols < BESIDE_MIN;
	about->cols = cols - 2 - (about->stacked ? 2 : LABEL_COLS);
}

static void
rows_done(AboutRows *about)
{
	vec_done(&about->rows);
	arena_done(&about->arena);
}

static void
add_row(AboutRows *about, Slice label, Slice value)
{
	AboutRow *row = vec_push(&about->rows);

	row->label = label;
	row->value = value;
}

/* Adds a value, which lives as long as the paint, over the rows it takes. */
static void
add(AboutRows *about, Slice label, Slice value)
{
	size_t len;

	if (about->stacked) {
		add_row(about, label, SLICE(""));
		label = SLICE("");
	}
	do {
		len = canvas_fit_words(value, about->cols);
		add_row(about, label, slice_sub(value, 0, len));
		value = slice_trim_start(slice_sub(value, len, value.len));
		label = SLICE("");
	} while (len && value.len);
}

static void __attribute__((format(printf, 3, 4)))
addf(AboutRows *about, const char *label, const char *format, ...)
{
	char text[VALUE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	add(about, slice_from(label),
	    arena_copy(&about->arena, slice_from(text)));
}

static void
add_encoding(AboutRows *about, const Session *session)
{
	CharsetVerdict verdict = loader_verdict(session->loader);
	Err told = { .text = "" };

	addf(about, _("Encoding"), _("%s, %d %% sure"), verdict.name,
	     (int)(verdict.confidence * 100));
	if (!verdict.replaced)
		return;
	charset_describe_replaced(verdict, &told);
	addf(about, _("Wrong bytes"), _("line %u: %s"), told.line, told.text);
}

static void
add_file(AboutRows *about, const Session *session)
{
	const Loader *loader = session->loader;
	uint64_t size = loader_size(loader);

	add(about, slice_from(_("File")), slice_from(loader_path(loader)));
	addf(about, _("Format"), "%s", loader_format(loader));
	add_encoding(about, session);
	if (size)
		addf(about, _("Size"),
		     ngettext("%llu byte", "%llu bytes", (unsigned long)size),
		     (unsigned long long)size);
}

/* `Simplified, shown as Traditional (Taiwan)` */
static void
add_script(AboutRows *about, const Session *session)
{
	const ShownScript *script = &session->script;

	if (script->form == SCRIPT_ORIGINAL)
		return;
	addf(about, _("Script"),
	     script->own == script->form || script->own == SCRIPT_OTHER
	     ? _("%s, as it is") : _("%s, converted"),
	     script_name(script->form));
}

static void
add_counts(AboutRows *about, const Session *session)
{
	const Document *doc = session->doc;

	addf(about, _("Chapters"), "%u", doc_n_chapters(doc));
	addf(about, _("Speakers"), "%u", doc_n_speakers(doc));
	addf(about, _("Turns"), "%u", doc_n_turns(doc));
	addf(about, _("Characters"), "%llu",
	     (unsigned long long)session->stats.total);
	if (!doc->complete && !session->failed)
		addf(about, "", "%s", _("so far; it is being read"));
}

static void
add_metadata(AboutRows *about, const Meta *meta)
{
	if (meta->entries)
		add_row(about, SLICE(""), SLICE(""));
	for (const MetaEntry *entry = meta->entries; entry;
	     entry = entry->next) {
		Slice label = entry->key;

		for (uint32_t i = 0; i < entry->n_values; i++) {
			add(about, label, entry->values[i]);
			label = SLICE("");
		}
	}
}

static void
make_rows(AboutRows *about, const Session *session)
{
	const Meta *meta = &session->doc->meta;
	Buf title;

	buf_init(&title, SIZE_MAX);
	add(about, slice_from(_("Title")),
	    arena_copy(&about->arena, session_title(session, &title)));
	buf_done(&title);
	if (meta->date.len)
		add(about, slice_from(_("Date")), meta->date);
	add_file(about, session);
	add_script(about, session);
	add_counts(about, session);
	add_metadata(about, meta);
}

static void
paint_row(Canvas *canvas, const AboutRows *about, Spot spot,
	  const AboutRow *row)
{
	Spot value = spot;
	int indent = about->stacked ? 2 : LABEL_COLS;

	if (!about->stacked)
		spot.cols = LABEL_COLS - 1;
	value.col += indent;
	value.cols -= indent;
	canvas_put_cut(canvas, spot, row->label, ROLE_KEY);
	canvas_put(canvas, value, row->value, ROLE_TEXT);
}

static void
paint_foot(Canvas *canvas, const App *app)
{
	Spot spot = { app->rows - 1, 1, app->cols - 2 };

	Buf text;

	buf_init(&text, FOOT_MAX);
	buf_appendf(&text, _("e tries the next encoding · %s closes this"),
		    help_key(app, COMMAND_close).label);
	canvas_put_cut(canvas, spot, buf_slice(&text), ROLE_STATUS);
	buf_done(&text);
}

void
about_paint(App *app, Canvas *canvas)
{
	int shown = app->rows - OVERLAY_ROW - 1;
	AboutRows about;
	size_t n;

	rows_init(&about, app->cols);
	make_rows(&about, app_session(app));
	n = about.rows.count;
	overlay_show(app, canvas, (uint32_t)n);
	canvas_put_cut(canvas, (Spot){ 0, 1, app->cols - 2 },
		       slice_from(_("About this document")), ROLE_HEAD);
	for (int row = 0; row < shown; row++) {
		size_t i = app->overlay_first + (size_t)row;

		if (i < n)
			paint_row(canvas, &about,
				  (Spot){ OVERLAY_ROW + row, 1, app->cols - 2 },
				  vec_at(&about.rows, i));
	}
	paint_foot(canvas, app);
	rows_done(&about);
}

bool
about_key(App *app, Key key)
{
	const char *encoding;
	Err err = { .text = "" };

	if (key != 'e')
		return false;
	encoding = session_next_encoding(app_session(app));
	if (app_reopen(app, encoding, &err) != STATUS_OK)
		app_say_error(app, &err);
	app->dirty |= DIRTY_ALL;
	return true;
}

void
about_command(App *app, CommandId id, long count)
{
	app->dirty |= DIRTY_ALL;
	switch (id) {
	case COMMAND_about:
	case COMMAND_leave:
	case COMMAND_close:
	case COMMAND_stop:
		app->about = false;
		break;
	case COMMAND_help:
		app->about = false;
		command_run(app, id, count);
		break;
	case COMMAND_quit:
	case COMMAND_repaint:
	case COMMAND_theme:
		command_run(app, id, count);
		break;
	default:
		overlay_scroll(app, id, count);
		break;
	}
}
