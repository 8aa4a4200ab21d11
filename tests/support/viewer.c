#include "support/viewer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static Viewer *
new_fixture(void)
{
	Viewer *viewer = malloc(sizeof(*viewer));

	filter_init(&viewer->filter);
	viewer->layout = layout_new();
	view_init(&viewer->view, &viewer->filter, viewer->layout);
	outline_init(&viewer->outline);
	return viewer;
}

static void
show(Viewer *viewer, int cols, int rows)
{
	view_set_document(&viewer->view, viewer->maker.doc);
	outline_set_document(&viewer->outline, viewer->maker.doc);
	outline_step(&viewer->outline, deadline_never());
	view_resize(&viewer->view, rows, layout_shape(cols, 68, NAMES_ABOVE));
}

int
viewer_open_interview(void **state)
{
	Viewer *viewer = new_fixture();

	maker_interview(&viewer->maker);
	show(viewer, 40, 10);
	*state = viewer;
	return 0;
}

void
viewer_make_regular(Maker *maker)
{
	maker_para(maker, "preface");
	maker_chapter(maker, 2, "## one");
	for (unsigned i = 0; i < 10; i++) {
		if (i == 6)
			maker_chapter(maker, 2, "## two");
		maker_turn(maker, i % 2);
		maker_para(maker, "words");
	}
	maker_finish(maker);
}

int
viewer_open_regular(void **state)
{
	Viewer *viewer = new_fixture();

	maker_init(&viewer->maker);
	viewer_make_regular(&viewer->maker);
	show(viewer, 40, 9);
	*state = viewer;
	return 0;
}

int
viewer_open_empty(void **state)
{
	Viewer *viewer = new_fixture();

	maker_init(&viewer->maker);
	show(viewer, 40, 9);
	*state = viewer;
	return 0;
}

int
viewer_close(void **state)
{
	Viewer *viewer = *state;

	outline_done(&viewer->outline);
	layout_free(viewer->layout);
	filter_done(&viewer->filter);
	maker_done(&viewer->maker);
	free(viewer);
	return 0;
}

int
viewer_top(Viewer *viewer)
{
	Line line, top;
	int n = 0;

	if (view_lines(&viewer->view, &top, 1) == 0)
		return -1;
	layout_at(viewer->layout, (Anchor){ 0 }, &line);
	for (; layout_compare(&line, &top) != 0; n++)
		assert_true(layout_next(viewer->layout, &line));
	return n;
}

bool
viewer_move(Viewer *viewer, char key, long n)
{
	View *view = &viewer->view;

	switch (key) {
	case 'j': return view_scroll(view, n);
	case 'k': return view_scroll(view, -n);
	case 'd': return view_half_page(view, n);
	case 'u': return view_half_page(view, -n);
	case ' ': return view_page(view, n);
	case 'b': return view_page(view, -n);
	case 'g': return view_to_start(view);
	case 'G': return view_to_end(view);
	case '%': return view_to_percent(view, (int)n);
	case 'J': return view_next_turn(view, n);
	case 'K': return view_next_turn(view, -n);
	case 'L': return view_next_of_speaker(view, n);
	case 'H': return view_next_of_speaker(view, -n);
	case '}': return view_next_para(view, n);
	case '{': return view_next_para(view, -n);
	case ']': return view_next_entry(view, &viewer->outline, n);
	case '[': return view_next_entry(view, &viewer->outline, -n);
	case 't': return view_to_turn(view, (TurnId)n, NULL);
	case 'z': return view_align(view, (ViewAlign)n);
	case 'o': return view_jump(view, n);
	case 'n': return view_jump(view, -n);
	case '\'': return view_jump_back(view);
	default: fail_msg("no key %c", key); return false;
	}
}

bool
viewer_press(Viewer *viewer, const char *keys)
{
	bool moved = false;

	for (; *keys; keys++) {
		char *end;
		bool counted = *keys >= '0' && *keys <= '9';
		long n = strtol(keys, &end, 10);

		if (counted)
			keys = end;
		moved = viewer_move(viewer, *keys, counted ? n : 1);
	}
	return moved;
}
