#include "ui/completing.h"

#include <stdio.h>
#include <string.h>

#include "document/find.h"

#define NAME_MAX_BYTES 1024

/* Takes up what is typed before the caret; false where it names nobody. */
static bool
begin(App *app)
{
	Completing *completing = &app->searching.completing;
	Slice typed = slice_sub(buf_slice(&app->prompt.text), 0,
				app->prompt.caret);
	Query query;

	query_parse(typed, 0, &query, NULL);
	if (!query.open || query.open_name.len > COMPLETING_MAX)
		return false;
	completing->on = true;
	completing->start = query.open_at;
	completing->len = query.open_name.len;
	memcpy(completing->typed, query.open_name.ptr, completing->len);
	completing->id = DOC_NONE;
	return true;
}

/* The next speaker in the direction whose name holds it; DOC_NONE: nobody. */
static SpeakerId
next_speaker(const Document *doc, const Completing *completing, int step)
{
	uint32_t n = doc_n_speakers(doc);
	Slice typed = { completing->typed, completing->len };
	uint32_t at = completing->id;

	if (at >= n)
		at = step > 0 ? n - 1 : 0;
	for (uint32_t i = 0; i < n; i++) {
		at = step > 0 ? (at + 1) % n : (at + n - 1) % n;
		if (find_is_name_part(doc, at, typed))
			return at;
	}
	return DOC_NONE;
}

/* A name that cannot stand between quotation marks is its number. */
static void
append_name(const Document *doc, SpeakerId id, Buf *out)
{
	Slice name = doc_speaker(doc, id)->name;
	char number[16];

	if (slice_find(name, SLICE("\"")) == SIZE_MAX) {
		query_name(name, out);
		return;
	}
	snprintf(number, sizeof(number), "%u", id + 1);
	query_name(slice_from(number), out);
}

PromptResult
completing_go(App *app, int step)
{
	Completing *completing = &app->searching.completing;
	const Document *doc;
	PromptResult result;
	SpeakerId id;
	Buf name;

	if (!app_session(app))
		return PROMPT_IGNORED;
	doc = app_session(app)->doc;
	if (!completing->on && !begin(app))
		return PROMPT_IGNORED;
	id = next_speaker(doc, completing, step);
	if (id == DOC_NONE)
		return PROMPT_IGNORED;
	completing->id = id;
	buf_init(&name, NAME_MAX_BYTES);
	append_name(doc, id, &name);
	result = prompt_replace(&app->prompt, completing->start,
				buf_slice(&name));
	buf_done(&name);
	return result;
}

void
completing_end(App *app)
{
	app->searching.completing.on = false;
}
