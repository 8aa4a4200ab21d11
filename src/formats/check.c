#include "formats/check_inner.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/json.h"
#include "text/uni.h"
#include "text/utf8.h"

#define MESSAGE_MAX 1024

Slice
check_clip(Slice name)
{
	uint32_t cp;
	size_t len = 0;

	for (unsigned n = 0; n < CHECK_NAME_CHARS && len < name.len; n++)
		len += utf8_decode(slice_sub(name, len, UTF8_MAX), &cp);
	return slice_sub(name, 0, len);
}

void
check_add(Check *check, uint32_t line, const char *kind, const char *format,
	  ...)
{
	Finding *finding = vec_push(&check->findings);
	char message[MESSAGE_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	finding->line = line;
	finding->order = (uint32_t)check->findings.count;
	finding->kind = kind;
	finding->message = arena_copy(&check->arena, slice_from(message));
}

void
check_each_line(Check *check,
		void (*visit)(void *ctx, Slice line, uint32_t line_no),
		void *ctx)
{
	const Text *text = check->doc->text;
	uint32_t line_no = 1;

	for (TextOff off = 0; off < text_len(text);) {
		Slice rest = text_rest(text, off);
		const char *lf = memchr(rest.ptr, '\n', rest.len);

		if (lf != NULL)
			rest.len = (size_t)(lf - rest.ptr);
		visit(ctx, rest, line_no);
		off += rest.len + (lf != NULL);
		line_no += lf != NULL;
	}
}

uint32_t *
check_first_lines(const Document *doc)
{
	uint32_t n = doc_n_speakers(doc);
	uint32_t *lines = mem_zalloc((n + 1) * sizeof(*lines));

	for (TurnId id = 0; id < doc_n_turns(doc); id++) {
		const Turn *turn = doc_turn(doc, id);

		if (lines[turn->speaker] == 0)
			lines[turn->speaker] = turn->line;
	}
	return lines;
}

static void
check_bytes(Check *check)
{
	const CharsetVerdict *charset = &check->origin->charset;

	if (charset->replaced == 0)
		return;
	check_add(check, charset->first_line, "encoding",
		  ngettext("%llu sequence of bytes is no valid %s and became "
			   "U+FFFD, here for the first time",
			   "%llu sequences of bytes are no valid %s and "
			   "became U+FFFD, here for the first time",
			   charset->replaced),
		  (unsigned long long)charset->replaced, charset->name);
}

static void
find_control(Check *check, Slice text, uint32_t line_no)
{
	uint32_t cp;

	for (size_t i = 0; i < text.len;) {
		unsigned char c = (unsigned char)text.ptr[i];

		if (c >= 0x20 && c < 0x7F) {
			i++;
			continue;
		}
		i += utf8_decode(slice_sub(text, i, UTF8_MAX), &cp);
		if (cp == '\t' || cp == '\n' || !uni_is_control(cp))
			continue;
		check_add(check, line_no, "control",
			  _("the control character U+%04X stands in the "
			    "text"), (unsigned)cp);
		return;
	}
}

static void
visit_line(void *ctx, Slice line, uint32_t line_no)
{
	find_control(ctx, line, line_no);
}

static void
check_controls(Check *check)
{
	const Document *doc = check->doc;

	if (check->by_line) {
		check_each_line(check, visit_line, check);
		return;
	}
	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);

		find_control(check, text_slice(doc->text, para_off(para),
					       para->len), para->line);
	}
}

static void
check_front(Check *check)
{
	const Err *fault = check->doc->meta.fault;

	if (fault != NULL)
		check_add(check, fault->line, "front-matter", "%s",
			  fault->text);
}

/* `1:02:03.4` */
static const char *
time_text(uint32_t time_ms, char *out, size_t size)
{
	snprintf(out, size, "%u:%02u:%02u.%u", time_ms / 3600000,
		 time_ms / 60000 % 60, time_ms / 1000 % 60,
		 time_ms / 100 % 10);
	return out;
}

static void
find_backwards(Check *check, uint32_t line, uint32_t time_ms, uint32_t *before)
{
	char now[32], then[32];

	if (time_ms == DOC_NONE)
		return;
	if (*before != DOC_NONE && time_ms < *before)
		check_add(check, line, "time",
			  _("the time %s stands behind %s"),
			  time_text(time_ms, now, sizeof(now)),
			  time_text(*before, then, sizeof(then)));
	*before = time_ms;
}

static void
check_times(Check *check)
{
	const Document *doc = check->doc;
	uint32_t before = DOC_NONE;

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);
		const Turn *turn = para->turn == DOC_NONE
					   ? NULL
					   : doc_turn(doc, para->turn);

		if (para->flags & PARA_PART)
			continue;
		if (turn != NULL && turn->first == id)
			find_backwards(check, turn->line,
				       doc_turn_time(doc, para->turn), &before);
		find_backwards(check, para->line, doc_para_time(doc, id),
			       &before);
	}
}

static void
check_overlaps(Check *check)
{
	const Document *doc = check->doc;
	char from[32], to[32];

	for (TurnId id = 0; id < doc_n_turns(doc); id++) {
		uint32_t start = doc_turn_time(doc, id), next = DOC_NONE;
		uint32_t end = doc_turn_end_time(doc, id);

		if (end == DOC_NONE || start == DOC_NONE)
			continue;
		if (end < start)
			check_add(check, doc_turn(doc, id)->line, "time",
				  _("it ends at %s, before it begins at %s"),
				  time_text(end, to, sizeof(to)),
				  time_text(start, from, sizeof(from)));
		if (id + 1 < doc_n_turns(doc))
			next = doc_turn_time(doc, id + 1);
		if (next != DOC_NONE && next >= start && next < end)
			check_add(check, doc_turn(doc, id + 1)->line, "overlap",
				  _("it begins at %s, while the turn before "
				    "goes on to %s"),
				  time_text(next, from, sizeof(from)),
				  time_text(end, to, sizeof(to)));
	}
}

static int
compare(const void *a, const void *b)
{
	const Finding *x = *(const Finding *const *)a;
	const Finding *y = *(const Finding *const *)b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

static void
sort(Check *check)
{
	size_t n = check->findings.count;

	check->sorted = mem_realloc_array(NULL, n + 1,
					  sizeof(*check->sorted));
	for (size_t i = 0; i < n; i++)
		check->sorted[i] = vec_at(&check->findings, i);
	qsort(check->sorted, n, sizeof(*check->sorted), compare);
}

Check *
check_new(const Document *doc, const Origin *origin)
{
	Check *check = mem_zalloc(sizeof(*check));

	check->doc = doc;
	check->origin = origin;
	check->by_line = strcmp(origin->format, "markdown") == 0 ||
			 strcmp(origin->format, "plain") == 0;
	arena_init(&check->arena);
	vec_init(&check->findings, sizeof(Finding));
	check_bytes(check);
	check_front(check);
	check_controls(check);
	check_names(check);
	if (check->by_line)
		check_labels(check);
	check_scripts(check);
	check_times(check);
	check_overlaps(check);
	sort(check);
	return check;
}

void
check_free(Check *check)
{
	if (check == NULL)
		return;
	mem_free(check->sorted);
	vec_done(&check->findings);
	arena_done(&check->arena);
	mem_free(check);
}

uint32_t
check_count(const Check *check)
{
	return (uint32_t)check->findings.count;
}

void
check_write_text(const Check *check, Out *out)
{
	for (uint32_t i = 0; i < check_count(check); i++) {
		const Finding *finding = check->sorted[i];

		out_put_text(out, slice_from(check->origin->path));
		if (finding->line > 0)
			out_putf(out, ":%u", finding->line);
		out_put(out, SLICE(": "));
		out_put_text(out, finding->message);
		out_put(out, SLICE("\n"));
	}
}

Status
check_write_json(const Check *check, Out *out, Err *err)
{
	JsonOut *json = json_out_new(&out->buf, err);

	if (json == NULL)
		return STATUS_FAILED;
	json_out_array(json);
	for (uint32_t i = 0; i < check_count(check); i++) {
		const Finding *finding = check->sorted[i];

		json_out_object(json);
		json_out_key(json, "line");
		if (finding->line > 0)
			json_out_int(json, finding->line);
		else
			json_out_null(json);
		json_out_key(json, "kind");
		json_out_string(json, slice_from(finding->kind));
		json_out_key(json, "message");
		json_out_string(json, finding->message);
		json_out_end(json);
	}
	json_out_end(json);
	out_put(out, SLICE("\n"));
	json_out_free(json);
	return STATUS_OK;
}
