#include "ui/loop.h"

#include <poll.h>
#include <signal.h>

#include "ui/keys.h"
#include "ui/paint.h"
#include "ui/terminal/input.h"
#include "ui/terminal/signals.h"

#define WORK_US 4000		/* of work between two looks at the keys */
#define PAINT_US 30000		/* between paints that no key asked for */

enum { POLL_KEYS, POLL_SIGNALS, POLL_DOCUMENT, POLL_COUNT };

typedef struct Loop {
	App *app;
	Screen *screen;
	Input *input;
	Canvas canvas;
	Progress progress;	/* of the last work */
	bool urgent;		/* somebody waits for the next paint */
	uint64_t painted_us;
	int signal;		/* that ends the program; 0: none */
} Loop;

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
	take_size(loop);
}

static void
suspend(Loop *loop, bool group)
{
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
	loop->urgent = true;
	if (key == (KEY_CTRL | 'z'))
		suspend(loop, true);
	else if (key == KEYS_PASTE)
		keys_paste(loop->app, input_pasted(loop->input));
	else
		keys_feed(loop->app, key);
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
}

/* Waits for something to do; not at all while work remains. */
static void
wait_events(Loop *loop)
{
	bool busy = loop->progress == PROGRESS_MORE || app_is_dirty(loop->app);
	bool blocked = loop->progress == PROGRESS_BLOCKED;
	struct pollfd fds[POLL_COUNT] = {
		[POLL_KEYS] = { screen_fd(loop->screen), POLLIN, 0 },
		[POLL_SIGNALS] = { signals_fd(), POLLIN, 0 },
		[POLL_DOCUMENT] = { blocked ? app_fd(loop->app) : -1, POLLIN,
				    0 },
	};

	if (poll(fds, POLL_COUNT, busy ? 0 : -1) > 0
	    && (fds[POLL_KEYS].revents & (POLLHUP | POLLERR | POLLNVAL)))
		loop->signal = SIGHUP;
}

int
loop_run(App *app, Screen *screen)
{
	Loop loop = {
		.app = app,
		.screen = screen,
		.input = input_new(),
		.progress = PROGRESS_MORE,
	};

	canvas_init(&loop.canvas);
	paint(&loop);
	while (!is_over(&loop)) {
		wait_events(&loop);
		handle_events(&loop);
		if (is_over(&loop))
			break;
		if (should_paint(&loop))
			paint(&loop);
		loop.progress = app_work(app,
					 deadline_in(app->clock, WORK_US));
	}
	canvas_done(&loop.canvas);
	input_free(loop.input);
	return loop.signal;
}
