#include "ui/loop.h"

#include <poll.h>
#include <signal.h>

#include "ui/copying.h"
#include "ui/keys.h"
#include "ui/mouse.h"
#include "ui/paint.h"
#include "ui/terminal/clipboard.h"
#include "ui/terminal/color.h"
#include "ui/terminal/input.h"
#include "ui/terminal/signals.h"

#define WORK_US 4000		/* of work between two looks at the keys */
#define SEEK_US 12000		/* of it, before a paint that waits for a match */
#define PAINT_US 30000		/* between paints that no key asked for */
#define ANSWER_US 200000	/* that an answer of the terminal may take */
#define WAIT_MS 20		/* between two looks at the clock */

enum { POLL_KEYS, POLL_SIGNALS, POLL_DOCUMENT, POLL_COUNT };

typedef struct Loop {
	App *app;
	Screen *screen;
	Input *input;
	Canvas canvas;
	Progress progress;	/* of the last work */
	bool urgent;		/* somebody waits for the next paint */
	uint64_t painted_us;
	bool ask;		/* the terminal, behind the next paint */
	bool wants_background;	/* an answer, however late it comes */
	bool wants_width;
	uint64_t asked_us;	/* when; 0: all that will come has come */
	int signal;		/* that ends the program; 0: none */
} Loop;

/* Its answer comes before that to the next question, or never. */
static void
ask_background(Loop *loop)
{
	if (loop->app->theme_is_auto && screen_ask_background(loop->screen))
		loop->wants_background = true;
}

static void
ask(Loop *loop)
{
	loop->ask = false;
	ask_background(loop);
	if (loop->app->options->ambiguous_width == OPTION_AMBIGUOUS_WIDTH_AUTO
	    && screen_ask_width(loop->screen))
		loop->wants_width = true;
	if (loop->wants_background || loop->wants_width)
		loop->asked_us = clock_now_us(loop->app->clock);
}

static void
paint(Loop *loop)
{
	if (loop->app->repaint)
		screen_forget(loop->screen);
	loop->app->repaint = false;
	screen_set_theme(loop->screen, loop->app->theme);
	paint_all(loop->app, &loop->canvas);
	screen_show(loop->screen, &loop->canvas);
	loop->urgent = false;
	loop->painted_us = clock_now_us(loop->app->clock);
	if (loop->ask)
		ask(loop);
}

/* The terminal tells where its cursor is: behind one ambiguous character. */
static void
take_width(Loop *loop)
{
	int cells = input_report(loop->input).col;

	if (!loop->wants_width || cells < 1 || cells > 2)
		return;
	loop->wants_width = false;
	loop->asked_us = 0;
	app_set_ambiguous_width(loop->app, cells);
	loop->urgent = true;
}

static void
take_background(Loop *loop)
{
	if (!loop->wants_background)
		return;
	loop->wants_background = false;
	if (!loop->wants_width)
		loop->asked_us = 0;
	app_set_light(loop->app,
		      color_is_light(input_report(loop->input).color));
	loop->urgent = true;
}

/* Takes what the terminal reports; false where it is a key. */
static bool
take_report(Loop *loop, Key key)
{
	if (key == KEYS_CURSOR)
		take_width(loop);
	else if (key == KEYS_BACKGROUND)
		take_background(loop);
	else
		return false;
	return true;
}

/* Before others read from the terminal: the answers shall not be theirs. */
static void
await_answers(Loop *loop)
{
	uint64_t end = loop->asked_us + ANSWER_US;

	while (loop->asked_us && !loop->signal
	       && clock_now_us(loop->app->clock) < end) {
		struct pollfd fd = { screen_fd(loop->screen), POLLIN, 0 };

		if (poll(&fd, 1, WAIT_MS) > 0)
			take_report(loop, input_next(loop->input));
	}
}

static bool
should_paint(const Loop *loop)
{
	if (!app_is_dirty(loop->app))
		return false;
	return loop->urgent || loop->progress != PROGRESS_MORE
		|| clock_now_us(loop->app->clock) - loop->painted_us >= PAINT_US;
}

static void
take_size(Loop *loop)
{
	int rows, cols;

	screen_size(&rows, &cols);
	screen_resize(loop->screen, rows, cols);
	app_resize(loop->app, rows, cols);
	loop->urgent = true;
}

static void
resume(Loop *loop)
{
	screen_resume(loop->screen);
	loop->ask = true;
	take_size(loop);
}

static void
suspend(Loop *loop, bool group)
{
	await_answers(loop);
	screen_suspend(loop->screen);
	signals_stop(group);
	resume(loop);
}

static void
handle_signal(Loop *loop, int sig)
{
	switch (sig) {
	case SIGWINCH:
		take_size(loop);
		break;
	case SIGTSTP:
		suspend(loop, false);
		break;
	case SIGCONT:
		resume(loop);
		break;
	case SIGINT:
		keys_feed(loop->app, KEY_CTRL | 'c');
		loop->urgent = true;
		break;
	default:
		loop->signal = sig;
		break;
	}
}

static void
handle_key(Loop *loop, Key key)
{
	if (take_report(loop, key))
		return;
	loop->urgent = true;
	if (key == (KEY_CTRL | 'z'))
		suspend(loop, true);
	else if (key == KEYS_PASTE)
		keys_paste(loop->app, input_pasted(loop->input));
	else if (key == KEYS_MOUSE)
		mouse_feed(loop->app, input_report(loop->input));
	else
		keys_feed(loop->app, key);
}

static void
copy(App *app)
{
	if (app->copied.len)
		copying_end(app, clipboard_copy(buf_slice(&app->copied)));
}

static bool
is_over(const Loop *loop)
{
	return loop->app->quit || loop->signal;
}

static void
handle_events(Loop *loop)
{
	int sig;
	Key key;

	while (!is_over(loop) && (sig = signals_next()))
		handle_signal(loop, sig);
	while (!is_over(loop) && (key = input_next(loop->input)) != KEY_NONE)
		handle_key(loop, key);
	copy(loop->app);
}

/* The shorter of two timeouts, of which -1 is none. */
static int
earlier(int one_ms, int other_ms)
{
	return one_ms < 0 || (other_ms >= 0 && other_ms < one_ms) ? other_ms
								  : one_ms;
}

/* Waits for something to do; not at all while work remains. */
static void
wait_events(Loop *loop)
{
	bool busy = loop->progress == PROGRESS_MORE || app_is_dirty(loop->app);
	bool blocked = loop->progress == PROGRESS_BLOCKED;
	int limit_ms = busy ? 0 : earlier(input_timeout_ms(loop->input),
					  app_timeout_ms(loop->app));
	struct pollfd fds[POLL_COUNT] = {
		[POLL_KEYS] = { screen_fd(loop->screen), POLLIN, 0 },
		[POLL_SIGNALS] = { signals_fd(), POLLIN, 0 },
		[POLL_DOCUMENT] = { blocked ? app_fd(loop->app) : -1, POLLIN,
				    0 },
	};

	if (poll(fds, POLL_COUNT, limit_ms) > 0
	    && (fds[POLL_KEYS].revents & (POLLHUP | POLLERR | POLLNVAL)))
		loop->signal = SIGHUP;
}

/* A match that was waited for shows at once. */
static void
work(Loop *loop, uint64_t us)
{
	bool sought = app_is_seeking(loop->app);

	loop->progress = app_work(loop->app, deadline_in(loop->app->clock, us));
	if (sought && !app_is_seeking(loop->app))
		loop->urgent = true;
}

int
loop_run(App *app, Screen *screen)
{
	Loop loop = {
		.app = app,
		.screen = screen,
		.input = input_new(screen_fd(screen), app->clock),
		.progress = PROGRESS_MORE,
		.ask = true,
	};

	canvas_init(&loop.canvas);
	paint(&loop);
	while (!is_over(&loop)) {
		wait_events(&loop);
		handle_events(&loop);
		if (is_over(&loop))
			break;
		if (loop.urgent && app_is_seeking(app))
			work(&loop, SEEK_US);
		if (should_paint(&loop))
			paint(&loop);
		work(&loop, WORK_US);
	}
	await_answers(&loop);
	canvas_done(&loop.canvas);
	input_free(loop.input);
	return loop.signal;
}
