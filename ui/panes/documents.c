#include "ui/panes/documents.h"

#include <string.h>

#include "base/i18n.h"
#include "text/uni.h"
#include "ui/commands.h"
#include "ui/finding.h"
#include "ui/glyph.h"
#include "ui/panes/help.h"

#define DATE_COLS 10		/* of an ISO date */
#define DATE_MIN 40		/* columns of a list that shows dates */
#define FOOT_MAX 256		/* bytes of the last line */

/* Those that are shown. */
static uint32_t
count_of(const App *app)
{
	return finding_count(app, &app->documents,
			     library_count(app->library));
}

/* The title, or the file's name until it was looked at. */
static Slice
entry_title(const LibraryEntry *entry)
{
	const char *slash = strrchr(entry->path.ptr, '/');

	if (entry->title.len && entry->title.ptr != entry->path.ptr)
		return entry->title;
	return slash && slash[1] ? slice_from(slash + 1) : entry->path;
}

/* What stands at the right: the date, or why it cannot be opened. */
static int
paint_right(Canvas *canvas, Spot spot, const LibraryEntry *entry)
{
	int used;

	if (entry->error.ptr) {
		spot.col += spot.cols / 3;
		spot.cols -= spot.cols / 3;
		used = canvas_put_right(canvas, spot, entry->error,
					ROLE_ERROR);
		return used + 2;
	}
	if (spot.cols < DATE_MIN)
		return 0;
	spot.col += spot.cols - DATE_COLS;
	spot.cols = DATE_COLS;
	canvas_put(canvas, spot, entry->date, ROLE_DIM);
	return DATE_COLS + 2;
}

static void
paint_entry(Canvas *canvas, Spot spot, const LibraryEntry *entry)
{
	Spot text = { spot.row, spot.col + 3, spot.cols - 4 };

	text.cols -= paint_right(canvas, text, entry);
	canvas_put_cut(canvas, text, entry_title(entry), ROLE_TEXT);
}

static void
paint_selected(const App *app, Canvas *canvas, Spot spot)
{
	if (!app->geometry.plain)
		canvas_put(canvas, (Spot){ spot.row, spot.col + 1, 1 },
			   glyph(GLYPH_HERE), ROLE_ENTRY_HERE);
	pane_select(canvas, spot);
}

static void
paint_title(const App *app, Canvas *canvas, Spot spot, uint32_t n)
{
	Buf title, text;

	buf_init(&title, 256);
	buf_init(&text, SIZE_MAX);
	buf_appendf(&title, ngettext("Library · %u document",
				     "Library · %u documents", n), n);
	finding_title(app, &app->documents, title.ptr, &text);
	canvas_put_cut(canvas, spot, buf_slice(&text), ROLE_HEAD);
	buf_done(&text);
	buf_done(&title);
}

static void
paint_foot(Canvas *canvas, const App *app, Spot spot)
{
	Buf left, right;
	int width;

	buf_init(&left, FOOT_MAX);
	buf_init(&right, FOOT_MAX);
	buf_appendf(&left, _("Enter opens · & filters · / searches · %s quits"),
		    help_key(app, COMMAND_close).label);
	buf_appendf(&right, _("%s help"), help_key(app, COMMAND_help).label);
	width = (int)uni_text_width(buf_slice(&left));
	canvas_put_cut(canvas, spot, buf_slice(&left), ROLE_STATUS);
	if (width + 2 + (int)uni_text_width(buf_slice(&right)) <= spot.cols)
		canvas_put_right(canvas, spot, buf_slice(&right), ROLE_STATUS);
	buf_done(&right);
	buf_done(&left);
}

void
documents_paint(App *app, Canvas *canvas)
{
	ListState *list = &app->documents;
	uint32_t n;

	finding_grow(app, list, library_count(app->library));
	n = count_of(app);
	list_follow(list, list->selected, n,
		    app->rows - DOCUMENTS_FIRST_ROW - 2);
	paint_title(app, canvas, (Spot){ 0, 1, app->cols - 2 }, n);
	for (int row = 0; row < list->rows; row++) {
		Spot spot = { DOCUMENTS_FIRST_ROW + row, 0, app->cols };
		uint32_t i = list->first + (uint32_t)row;

		if (i >= n)
			break;
		paint_entry(canvas, spot,
			    library_entry(app->library,
					  finding_entry(app, list, i)));
		if (i == list->selected)
			paint_selected(app, canvas, spot);
	}
	paint_foot(canvas, app, (Spot){ app->rows - 1, 1, app->cols - 2 });
}

void
documents_open(App *app, uint32_t i)
{
	LibraryEntry *entry;
	Err err = { .text = "" };

	finding_end(app);
	if (i >= count_of(app))
		return;
	list_select(&app->documents, i);
	entry = library_entry(app->library, i);
	if (app_open(app, entry->path.ptr, &err) == STATUS_OK)
		return;
	entry->error = arena_copy(&app->library->arena, slice_from(err.text));
}

bool
documents_key(App *app, Key key, long count)
{
	ListState *list = &app->documents;

	app->dirty |= DIRTY_ALL;
	if (key != KEYS_ENTER)
		return pane_list_key(list, count_of(app), key, count) ||
		       finding_key(app, key);
	documents_open(app, finding_entry(app, list, list->selected));
	return true;
}

/* By how many entries a command scrolls the list; 0: it does not. */
static long
entries_of(const App *app, CommandId id)
{
	long page = app->documents.rows > 1 ? app->documents.rows - 1 : 1;

	switch (id) {
	case COMMAND_scroll_down:
		return 1;
	case COMMAND_scroll_up:
		return -1;
	case COMMAND_page_down:
	case COMMAND_half_page_down:
		return page;
	case COMMAND_page_up:
	case COMMAND_half_page_up:
		return -page;
	default:
		return 0;
	}
}

void
documents_command(App *app, CommandId id, long count)
{
	long entries = entries_of(app, id);

	app->dirty |= DIRTY_ALL;
	if (entries) {
		list_move(&app->documents, count_of(app),
			  entries * (count ? count : 1));
		return;
	}
	switch (id) {
	case COMMAND_search_forward:
	case COMMAND_only_matching:
		finding_open(app, id == COMMAND_only_matching);
		break;
	case COMMAND_help:
	case COMMAND_close:
	case COMMAND_quit:
	case COMMAND_repaint:
	case COMMAND_theme:
		command_run(app, id, count);
		break;
	case COMMAND_leave:
	case COMMAND_stop:
		break;
	default:
		app_say(app, _("that is for a document; Enter opens one"));
		break;
	}
}
