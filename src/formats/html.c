#include "formats/html.h"

#include <string.h>

#include "base/items.h"
#include "text/uni.h"
#include "text/utf8.h"

#define DEPTH_MAX 16		/* of spans within each other */

/* What a character is written as, or NULL for itself. */
static const char *
entity_of(uint32_t cp)
{
	switch (cp) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	case '\n':
	case '\t':
		return NULL;
	default:
		return uni_is_control(cp) ? UTF8_REPLACEMENT_BYTES : NULL;
	}
}

void
html_put_text(Out *out, Slice text)
{
	size_t done = 0;
	uint32_t cp;

	for (size_t i = 0, len; i < text.len; i += len) {
		const char *entity;

		len = utf8_decode(slice_sub(text, i, UTF8_MAX), &cp);
		entity = entity_of(cp);
		if (entity == NULL)
			continue;
		out_put(out, slice_sub(text, done, i - done));
		out_put(out, slice_from(entity));
		done = i + len;
	}
	out_put(out, slice_sub(text, done, SIZE_MAX));
}

static bool
is_safe(Slice address)
{
	static const char *const schemes[] = { "http://", "https://",
					       "mailto:" };

	for (size_t i = 0; i < N_ITEMS(schemes); i++) {
		Slice scheme = slice_from(schemes[i]);

		if (slice_eq_nocase(slice_sub(address, 0, scheme.len), scheme))
			return true;
	}
	return false;
}

/* The element of a span; NULL where it has none. */
static const char *
element_of(const Shown *shown, const Span *span)
{
	switch ((SpanRole)span->role) {
	case SPAN_EMPHASIS:
		return "em";
	case SPAN_STRONG:
		return "strong";
	case SPAN_CODE:
		return "code";
	case SPAN_LINK:
		return is_safe(shown->links[span->link]) ? "a" : NULL;
	case SPAN_DIRECTION:
		break;
	}
	return NULL;
}

static void
open_span(Out *out, const Shown *shown, const Span *span)
{
	const char *element = element_of(shown, span);

	if (element == NULL)
		return;
	if (span->role != SPAN_LINK) {
		out_putf(out, "<%s>", element);
		return;
	}
	out_put(out, SLICE("<a rel=\"noopener noreferrer\" href=\""));
	html_put_text(out, shown->links[span->link]);
	out_put(out, SLICE("\">"));
}

static void
close_span(Out *out, const Shown *shown, const Span *span)
{
	const char *element = element_of(shown, span);

	if (element != NULL)
		out_putf(out, "</%s>", element);
}

/*
 * Bytes `from` to before `to` with the spans in them, of which `i` is the
 * first; returns the first behind them.
 */
static uint32_t
put_range(Out *out, const Shown *shown, uint32_t i, uint32_t from, uint32_t to)
{
	const Span *stack[DEPTH_MAX];
	unsigned depth = 0;

	for (;;) {
		const Span *span = i < shown->n_spans ? &shown->spans[i] : NULL;
		const Span *top = depth > 0 ? stack[depth - 1] : NULL;
		uint32_t end = top != NULL ? top->start + top->len : to;
		bool opens = span != NULL && span->start < end;

		if (opens && (depth == DEPTH_MAX || span->start < from ||
			      span->len > end - span->start)) {
			i++;
			continue;
		}
		end = opens ? span->start : end;
		html_put_text(out, slice_sub(shown->text, from, end - from));
		from = end;
		if (opens) {
			open_span(out, shown, span);
			stack[depth++] = span;
			i++;
		} else if (top != NULL) {
			close_span(out, shown, top);
			depth--;
		} else {
			return i;
		}
	}
}

void
html_put_shown(Out *out, const Shown *shown)
{
	put_range(out, shown, 0, 0, (uint32_t)shown->text.len);
}

/* `|---|:-:|` divides the head from the rest. */
static bool
is_divider(Slice line)
{
	for (size_t i = 0; i < line.len; i++)
		if (strchr("|-: ", line.ptr[i]) == NULL)
			return false;
	return slice_find(line, SLICE("-")) != SIZE_MAX;
}

static void
put_row(Out *out, Slice line, const char *cell)
{
	size_t start = 0;

	line = slice_sub(line, 1, SIZE_MAX);
	if (slice_ends(line, SLICE("|")) && !slice_ends(line, SLICE("\\|")))
		line.len--;
	out_put(out, SLICE("<tr>"));
	for (size_t i = 0; i <= line.len; i++) {
		if (i < line.len && (line.ptr[i] != '|' ||
				     (i > 0 && line.ptr[i - 1] == '\\')))
			continue;
		out_putf(out, "<%s>", cell);
		html_put_text(out, slice_trim(slice_sub(line, start,
							i - start)));
		out_putf(out, "</%s>", cell);
		start = i + 1;
	}
	out_put(out, SLICE("</tr>\n"));
}

void
html_put_table(Out *out, Slice text)
{
	Slice rest = text;
	Slice first = slice_trim(slice_next_line(&rest)), below = rest;
	bool headed = is_divider(slice_trim(slice_next_line(&below)));

	out_put(out, SLICE("<table>\n"));
	put_row(out, first, headed ? "th" : "td");
	rest = headed ? below : rest;
	while (rest.len > 0)
		put_row(out, slice_trim(slice_next_line(&rest)), "td");
	out_put(out, SLICE("</table>\n"));
}

void
html_put_time(Out *out, uint32_t time_ms)
{
	unsigned s = time_ms / 1000;

	out_putf(out, "<time datetime=\"PT%uH%uM%uS\">", s / 3600,
		 s / 60 % 60, s % 60);
	if (s >= 3600)
		out_putf(out, "%u:%02u:%02u</time>", s / 3600, s / 60 % 60,
			 s % 60);
	else
		out_putf(out, "%u:%02u</time>", s / 60, s % 60);
}

const char HTML_STYLE[] =
	":root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fdfcf9;\n"
	"  --dim: #63605a; --line: #dcd8ce; --link: #1a5a96;\n"
	"  --s0: #9a3412; --s1: #1d4e89; --s2: #2f6b2f; --s3: #7a2e7a;\n"
	"  --s4: #7a5200; --s5: #0f6a6a; --s6: #a02050; --s7: #4b4a9c; }\n"
	"@media (prefers-color-scheme: dark) { :root { --ink: #e4e1d9;\n"
	"  --paper: #1a1a18; --dim: #a19d93; --line: #3d3b36;\n"
	"  --link: #8fbbe8; --s0: #f0a080; --s1: #8fbbe8; --s2: #97cf8f;\n"
	"  --s3: #d9a0d9; --s4: #dcb866; --s5: #79cccc; --s6: #f298b4;\n"
	"  --s7: #b3b2f0; } }\n"
	"body { margin: 0; background: var(--paper); color: var(--ink);\n"
	"  font: 1.0625rem/1.75 system-ui, -apple-system, \"Segoe UI\",\n"
	"  \"Noto Sans\", \"PingFang TC\", \"PingFang SC\",\n"
	"  \"Microsoft JhengHei\", \"Microsoft YaHei\",\n"
	"  \"Noto Sans CJK TC\", \"Noto Sans CJK SC\", sans-serif;\n"
	"  line-break: strict; overflow-wrap: break-word;\n"
	"  text-autospace: normal; text-spacing-trim: trim-start; }\n"
	"article { max-width: 42rem; margin: 0 auto;\n"
	"  padding: 2rem 1.25rem 5rem; }\n"
	"h1, h2, h3, h4, h5, h6 { line-height: 1.35; text-wrap: balance; }\n"
	"h1 { font-size: 1.75rem; margin: 0; }\n"
	"h2 { font-size: 1.3rem; margin: 3rem 0 1rem; }\n"
	"h3, h4, h5, h6 { font-size: 1.1rem; margin: 2.25rem 0 1rem; }\n"
	"a { color: var(--link); text-underline-offset: .2em; }\n"
	"header p, time { color: var(--dim); }\n"
	".translation { color: var(--dim); margin-inline-start: 1.5rem; }\n"
	"nav, .speakers { font-size: .9375rem; }\n"
	"nav { border: solid var(--line); border-width: 1px 0; }\n"
	"nav ol { list-style: none; padding: 0; margin: .75rem 0; }\n"
	"nav .l3 { padding-left: 1.5em; } nav .l4 { padding-left: 3em; }\n"
	".speakers { list-style: none; padding: 0; display: flex;\n"
	"  flex-wrap: wrap; gap: .25rem 1.25rem; }\n"
	".turn { margin: 1.5rem 0; }\n"
	".turn p, .narration p { margin: .6rem 0; }\n"
	".turn:target { outline: 1px solid var(--line);\n"
	"  outline-offset: .5rem; }\n"
	"cite { font-style: normal; font-weight: 600; }\n"
	".turn cite, .speakers li { color: var(--c); }\n"
	"time { font-size: .8125rem; font-variant-numeric: tabular-nums; }\n"
	".narration, .direction { color: var(--dim); }\n"
	"blockquote { margin: .75rem 0; padding-left: 1rem;\n"
	"  border-left: 3px solid var(--line); }\n"
	"pre { overflow-x: auto; padding: .75rem 1rem; line-height: 1.5;\n"
	"  border: 1px solid var(--line); }\n"
	"code { font: .9em/1.5 ui-monospace, \"Cascadia Mono\", Menlo,\n"
	"  \"DejaVu Sans Mono\", monospace; }\n"
	"table { border-collapse: collapse; }\n"
	"th, td { border: 1px solid var(--line); padding: .25rem .6rem;\n"
	"  text-align: start; }\n"
	".s0 { --c: var(--s0); } .s1 { --c: var(--s1); }\n"
	".s2 { --c: var(--s2); } .s3 { --c: var(--s3); }\n"
	".s4 { --c: var(--s4); } .s5 { --c: var(--s5); }\n"
	".s6 { --c: var(--s6); } .s7 { --c: var(--s7); }\n"
	"@media print { nav { display: none; } .turn { break-inside: avoid; } }\n";
