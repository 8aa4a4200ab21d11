#include "ui/panes/help.h"

#include <string.h>

#include "base/i18n.h"
#include "base/items.h"
#include "text/uni.h"

#define LABEL_MAX 256		/* bytes of the keys of one command */
#define KEYS_COLS 22		/* columns of the keys */
#define COLUMN_GAP 3		/* between the two columns of help */
#define BESIDE_MIN 64		/* columns where keys and help share a line */
#define SCROLL_MAX 1000000	/* lines: more than an overlay has */

typedef enum HelpKind {
	HELP_TITLE,
	HELP_KEYS,
	HELP_TEXT,		/* what the keys above do, on a line of its own */
	HELP_BLANK,
} HelpKind;

typedef struct HelpLine {
	HelpKind kind;
	const char *keys;	/* as in the registry; NULL: of the command */
	const char *text;	/* not translated yet */
	CommandId command;
} HelpLine;

/* What the lists take while they have the focus; see pane.c. */
static const HelpLine list_lines[] = {
	{ HELP_TITLE, NULL, N_("In a list"), 0 },
	{ HELP_KEYS, "<Enter>", N_("go there, and back to the text"), 0 },
	{ HELP_KEYS, "<Space>", N_("switch a speaker out or in"), 0 },
	{ HELP_KEYS, "o", N_("the matches in another order"), 0 },
	{ HELP_KEYS, "q <Esc>", N_("back to the text"), 0 },
	{ HELP_BLANK, NULL, NULL, 0 },
	{ HELP_TITLE, NULL, N_("While searching"), 0 },
	{ HELP_KEYS, "<Enter> <Esc>", N_("stay; go back"), 0 },
	{ HELP_KEYS, "<Up> <Down>", N_("what was searched for before"), 0 },
	{ HELP_KEYS, "<Tab>", N_("complete a name behind @"), 0 },
	{ HELP_KEYS, "<C-r> <C-x>", N_("literal or pattern; case"), 0 },
	{ HELP_KEYS, "<C-g> <C-t>", N_("whole words; this script alone"), 0 },
};

#define N_LIST_LINES N_ITEMS(list_lines)

/* At most: of each group a title, two lines a command, a blank. */
#define LINES_MAX (2 * (COMMAND_COUNT + GROUP_COUNT + (int)N_LIST_LINES))

typedef struct HelpLines {
	const Keymap *keymap;	/* borrowed */
	HelpLine lines[LINES_MAX];
	int n;
	bool stacked;		/* it is narrow: keys above what they do */
} HelpLines;

static void
add_line(HelpLines *help, HelpLine line)
{
	help->lines[help->n++] = line;
	if (help->stacked && line.kind == HELP_KEYS)
		help->lines[help->n++] = (HelpLine){ HELP_TEXT, NULL,
						     line.text, 0 };
}

static void
add_group(HelpLines *help, CommandGroup group)
{
	add_line(help, (HelpLine){ HELP_TITLE, NULL,
				   registry_group_title(group), 0 });
	for (int id = 0; id < COMMAND_COUNT; id++) {
		const CommandRow *row = registry_command((CommandId)id);

		if (row->group == group)
			add_line(help, (HelpLine){ HELP_KEYS, NULL, row->help,
						   (CommandId)id });
	}
	add_line(help, (HelpLine){ HELP_BLANK, NULL, NULL, 0 });
}

static void
make_lines(HelpLines *help, int cols)
{
	help->n = 0;
	help->stacked = cols < BESIDE_MIN;
	for (int group = 0; group < GROUP_COUNT; group++)
		add_group(help, (CommandGroup)group);
	for (size_t i = 0; i < N_LIST_LINES; i++)
		add_line(help, list_lines[i]);
}

/* A key's name as people say it: `Ctrl-D` for `<C-d>`. */
static void
append_key(Slice name, Buf *out)
{
	static const struct {
		const char *name;
		const char *label;
	} labels[] = {
		{ "Up", "↑" }, { "Down", "↓" }, { "Left", "←" },
		{ "Right", "→" }, { "S-Tab", "Shift-Tab" }, { "lt", "<" },
	};

	if (name.len < 3 || name.ptr[0] != '<') {
		buf_append(out, name);
		return;
	}
	name = slice_sub(name, 1, name.len - 2);
	for (size_t i = 0; i < N_ITEMS(labels); i++) {
		if (slice_eq(name, slice_from(labels[i].name))) {
			buf_append(out, slice_from(labels[i].label));
			return;
		}
	}
	if (slice_starts(name, SLICE("C-")) && name.len == 3) {
		buf_append(out, SLICE("Ctrl-"));
		buf_append_char(out, (char)(name.ptr[2] & ~0x20));
		return;
	}
	buf_append(out, name);
}

static void
append_keys(Slice keys, Buf *out)
{
	Slice rest = slice_trim(keys);

	while (rest.len) {
		size_t blank = slice_find(rest, SLICE(" "));
		Slice name = slice_sub(rest, 0, blank);

		if (out->len)
			buf_append_char(out, ' ');
		append_key(name, out);
		rest = slice_trim(slice_sub(rest, name.len, SIZE_MAX));
	}
}

/* The keys of a line; a command that has none is there all the same. */
static void
append_line_keys(const Keymap *keymap, const HelpLine *line, Buf *out)
{
	Buf keys;

	buf_init(&keys, LABEL_MAX);
	if (line->keys)
		buf_append(&keys, slice_from(line->keys));
	else
		keymap_append_keys(keymap, line->command, &keys);
	append_keys(buf_slice(&keys), out);
	buf_done(&keys);
}

HelpKey
help_key(const App *app, CommandId id)
{
	HelpKey key = { "" };
	Slice names, name;
	Buf keys, label;

	buf_init(&keys, LABEL_MAX);
	buf_init(&label, sizeof(key.label) - 1);
	keymap_append_keys(app->keymap, id, &keys);
	names = buf_slice(&keys);
	name = slice_sub(names, 0, slice_find(names, SLICE(" ")));
	append_key(name, &label);
	if (!label.len)
		buf_append(&label,
			   slice_from(registry_command(id)->name));
	memcpy(key.label, label.ptr, label.len);
	buf_done(&label);
	buf_done(&keys);
	return key;
}

static void
paint_keys(Canvas *canvas, Spot spot, const HelpLines *help,
	   const HelpLine *line)
{
	Spot text = { spot.row, spot.col + KEYS_COLS, spot.cols - KEYS_COLS };
	bool stacked = help->stacked;
	Buf label;

	buf_init(&label, LABEL_MAX);
	append_line_keys(help->keymap, line, &label);
	if (!stacked)
		spot.cols = KEYS_COLS - 1;
	canvas_put_cut(canvas, spot, buf_slice(&label), ROLE_KEY);
	if (!stacked)
		canvas_put_cut(canvas, text, slice_from(_(line->text)),
			       ROLE_TEXT);
	buf_done(&label);
}

static void
paint_help_line(Canvas *canvas, Spot spot, const HelpLines *help, int i)
{
	const HelpLine *line = &help->lines[i];

	switch (line->kind) {
	case HELP_TITLE:
		canvas_put_cut(canvas, spot, slice_from(_(line->text)),
			       ROLE_PANE_FOCUS);
		break;
	case HELP_KEYS:
		paint_keys(canvas, spot, help, line);
		break;
	case HELP_TEXT:
		spot.col += 2;
		spot.cols -= 2;
		canvas_put_cut(canvas, spot, slice_from(_(line->text)),
			       ROLE_TEXT);
		break;
	case HELP_BLANK:
		break;
	}
}

/* The columns that the widest line needs. */
static int
natural_cols(const HelpLines *help)
{
	int cols = 0;

	for (int i = 0; i < help->n; i++) {
		int width = 0;

		if (help->lines[i].kind == HELP_KEYS)
			width = KEYS_COLS + (int)uni_text_width(
				slice_from(_(help->lines[i].text)));
		if (width > cols)
			cols = width;
	}
	return cols;
}

/* Where the second column begins: at a title behind the middle. */
static int
split_at(const HelpLines *help)
{
	for (int i = help->n / 2; i < help->n; i++)
		if (help->lines[i].kind == HELP_TITLE)
			return i;
	return help->n;
}

typedef struct HelpShape {
	int columns;
	int column_cols;
	int split;		/* the first line of the second column */
	int rows;		/* of lines on the screen */
	int lines;		/* of the longer column */
} HelpShape;

static HelpShape
shape_of(const App *app, const HelpLines *help)
{
	HelpShape shape = { .rows = app->rows - OVERLAY_ROW - 1 };
	int natural = natural_cols(help);
	int room = app->cols - 2;

	shape.columns = !app->geometry.plain
		&& room >= 2 * natural + COLUMN_GAP ? 2 : 1;
	shape.column_cols = shape.columns == 2 ? natural : room;
	shape.split = shape.columns == 2 ? split_at(help) : help->n;
	shape.lines = shape.split > help->n - shape.split
		? shape.split : help->n - shape.split;
	return shape;
}

static void
paint_row(Canvas *canvas, const HelpShape *shape, const HelpLines *help,
	  Spot spot, int line)
{
	spot.cols = shape->column_cols;
	if (line < shape->split)
		paint_help_line(canvas, spot, help, line);
	spot.col += shape->column_cols + COLUMN_GAP;
	if (shape->split + line < help->n)
		paint_help_line(canvas, spot, help, shape->split + line);
}

static void
paint_foot(Canvas *canvas, const App *app, bool all)
{
	Spot spot = { app->rows - 1, 1, app->cols - 2 };

	HelpKey page = help_key(app, COMMAND_page_down);
	HelpKey down = help_key(app, COMMAND_scroll_down);
	HelpKey up = help_key(app, COMMAND_scroll_up);
	HelpKey close = help_key(app, COMMAND_close);
	Buf text;

	buf_init(&text, LABEL_MAX);
	if (!all)
		buf_appendf(&text, _("%s pages · %s %s scroll · "), page.label,
			    down.label, up.label);
	buf_appendf(&text, _("%s closes this"), close.label);
	canvas_put_cut(canvas, spot, buf_slice(&text), ROLE_STATUS);
	buf_done(&text);
}

void
overlay_show(App *app, Canvas *canvas, uint32_t lines)
{
	uint32_t rows = (uint32_t)(app->rows - OVERLAY_ROW - 1);
	uint32_t last = lines > rows ? lines - rows : 0;

	if (app->geometry.plain) {
		last = lines ? lines - 1 : 0;
		canvas_set_cursor(canvas, OVERLAY_ROW, 1);
	}
	if (app->overlay_first > last)
		app->overlay_first = last;
}

void
help_paint(App *app, Canvas *canvas)
{
	HelpLines help;
	HelpShape shape;

	help.keymap = app->keymap;
	make_lines(&help, app->cols);
	shape = shape_of(app, &help);
	overlay_show(app, canvas, (uint32_t)shape.lines);
	canvas_put_cut(canvas, (Spot){ 0, 1, app->cols - 2 },
		       slice_from(_("The keys · a number before one repeats"
				    " it")), ROLE_HEAD);
	for (int row = 0; row < shape.rows; row++)
		paint_row(canvas, &shape, &help,
			  (Spot){ OVERLAY_ROW + row, 1, 0 },
			  (int)app->overlay_first + row);
	paint_foot(canvas, app, shape.lines <= shape.rows);
}

/* How far a command scrolls, in lines; 0: it does not. */
static long
scroll_of(const App *app, CommandId id, long n)
{
	long page = app->rows - OVERLAY_ROW - 2;

	switch (id) {
	case COMMAND_scroll_down:
		return n;
	case COMMAND_scroll_up:
		return -n;
	case COMMAND_half_page_down:
		return page / 2 * n;
	case COMMAND_half_page_up:
		return -page / 2 * n;
	case COMMAND_page_down:
		return page * n;
	case COMMAND_page_up:
		return -page * n;
	case COMMAND_to_start:
		return -SCROLL_MAX;
	case COMMAND_to_end:
		return SCROLL_MAX;
	default:
		return 0;
	}
}

void
overlay_scroll(App *app, CommandId id, long count)
{
	long n = count ? count : 1;
	long first = (long)app->overlay_first
		+ scroll_of(app, id, n < SCROLL_MAX ? n : SCROLL_MAX);

	app->overlay_first = first > 0 ? (uint32_t)first : 0;
}

void
help_command(App *app, CommandId id, long count)
{
	app->dirty |= DIRTY_ALL;
	if (id == COMMAND_help || id == COMMAND_leave || id == COMMAND_close
	    || id == COMMAND_stop) {
		app->help = false;
		return;
	}
	if (id == COMMAND_quit)
		app->quit = true;
	overlay_scroll(app, id, count);
}
