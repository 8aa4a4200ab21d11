#include "formats/explain.h"

#include <string.h>

#include "base/i18n.h"
#include "document/label.h"
#include "document/name.h"
#include "document/survey.h"
#include "document/timestamp.h"
#include "formats/explain_words.h"
#include "text/json.h"
#include "text/utf8.h"

/* A line that was a label, or might have been one. */
typedef struct Entry {
	uint32_t line;
	Slice name;
	unsigned place;		/* ScanKind or ExplainPlace */
	LabelForm form;		/* LABEL_FORMS: none */
	RulesWhy why;
	NameWhy name_why;
	ExplainMiss miss;
	uint32_t first_voice;
	uint32_t n_voices;
} Entry;

struct Explain {
	Arena arena;
	ChunkVec entries;
	ChunkVec voices;	/* of SpeakerId */
	Entry *label;		/* the last label that somebody speaks by */
	RulesForm forms[LABEL_FORMS];
	uint32_t stated;
};

Explain *
explain_new(void)
{
	Explain *explain = mem_zalloc(sizeof(*explain));

	arena_init(&explain->arena);
	vec_init(&explain->entries, sizeof(Entry));
	vec_init(&explain->voices, sizeof(SpeakerId));
	return explain;
}

void
explain_free(Explain *explain)
{
	if (explain == NULL)
		return;
	vec_done(&explain->voices);
	vec_done(&explain->entries);
	arena_done(&explain->arena);
	mem_free(explain);
}

void
explain_stated(Explain *explain, uint32_t n)
{
	if (explain != NULL)
		explain->stated = n;
}

/* Without the marks of blocks and emphasis at its ends. */
static Slice
without_marks(Slice s)
{
	s = slice_trim(s);
	while (s.len > 0 && memchr("#>*+-|` ", s.ptr[0], 8) != NULL)
		s = slice_sub(s, 1, SIZE_MAX);
	while (s.len > 0 && (s.ptr[s.len - 1] == '*' ||
			     s.ptr[s.len - 1] == ' '))
		s.len--;
	return s;
}

/* What somebody takes for a label who looks at the first colon alone. */
static bool
naive_label(Slice line, Slice *ret_name, Slice *ret_rest)
{
	Slice text = without_marks(line);
	size_t chars = 0;

	for (size_t i = 0; i < text.len && chars <= NAME_CHARS_MAX; i++) {
		size_t len = label_colon(slice_sub(text, i, 3));

		chars += !utf8_is_continuation(text.ptr[i]);
		if (len == 0)
			continue;
		*ret_name = without_marks(slice_sub(text, 0, i));
		*ret_rest = slice_sub(text, i + len, SIZE_MAX);
		return ret_name->len > 0;
	}
	return false;
}

/* Why a line has no form of a label that looks like one. */
static ExplainMiss
miss_of(bool heading, Slice name, Slice rest)
{
	if (slice_starts(rest, SLICE("//")))
		return EXPLAIN_MISS_ADDRESS;
	if (heading)
		return EXPLAIN_MISS_HEADING;
	if (slice_find(name, SLICE("，")) != SIZE_MAX ||
	    slice_find(name, SLICE("。")) != SIZE_MAX)
		return EXPLAIN_MISS_SENTENCE;
	return EXPLAIN_MISS_OTHER;
}

/* Fills an entry for a line that is no label by its form, or its place. */
static bool
miss_label(Entry *entry, Slice line)
{
	Slice text = slice_trim_start(line), rest;
	uint32_t time_ms;
	size_t time = timestamp_read_bracketed(text, &time_ms);

	entry->form = LABEL_FORMS;
	entry->miss = EXPLAIN_MISS_TIME;
	entry->name = slice_trim(slice_sub(text, 0, time));
	if (time > 0)
		return true;
	if (!naive_label(line, &entry->name, &rest))
		return false;
	entry->miss = miss_of(entry->place == SCAN_HEADING, entry->name,
			      rest);
	return true;
}

/* Fills an entry for a line of which the rules were asked. */
static bool
ask_label(Entry *entry, Slice line, const RulesLabel *label)
{
	Label proposed;

	entry->why = label->why;
	if (label->why == RULES_WHY_INDIRECT ||
	    label->why == RULES_WHY_SPEAKS) {
		entry->form = LABEL_FORMS;
		entry->name = label->speakers[0];
		return true;
	}
	if (!label_propose(line, entry->place == SCAN_HEADING, &proposed))
		return miss_label(entry, line);
	entry->form = proposed.form;
	entry->name = proposed.name;
	entry->name_why = survey_why(&proposed);
	return true;
}

void
explain_add_line(Explain *explain, Slice line, uint32_t line_no,
		 unsigned place, const RulesLabel *label)
{
	Entry entry = { .line = line_no, .place = place }, *kept;

	if (label == NULL ? !miss_label(&entry, line)
			  : !ask_label(&entry, line, label))
		return;
	kept = vec_push(&explain->entries);
	*kept = entry;
	kept->name = arena_copy(&explain->arena, entry.name);
	if (entry.why >= RULES_WHY_TAKEN && entry.why != RULES_WHY_PSEUDO)
		explain->label = kept;
}

void
explain_start(Explain *explain, const Rules *rules, Slice front)
{
	if (explain == NULL)
		return;
	vec_clear(&explain->entries);
	vec_clear(&explain->voices);
	explain->label = NULL;
	explain->stated = 0;
	for (unsigned form = 0; form < LABEL_FORMS; form++)
		explain->forms[form] = rules_form(rules, (LabelForm)form);
	for (uint32_t line_no = 1; front.len > 0; line_no++)
		explain_line(explain, slice_next_line(&front), line_no,
			     EXPLAIN_FRONT, NULL);
}

void
explain_add_voice(Explain *explain, SpeakerId speaker)
{
	Entry *label = explain->label;

	if (label == NULL)
		return;
	if (label->n_voices++ == 0)
		label->first_voice = (uint32_t)explain->voices.count;
	*(SpeakerId *)vec_push(&explain->voices) = speaker;
}

/* What an entry says, in words of its own. */
static const ExplainWords *
reason_of(const Entry *entry)
{
	if (explain_place(entry->place)->code != NULL)
		return explain_place(entry->place);
	if (entry->why == RULES_WHY_NONE)
		return explain_miss(entry->miss);
	if (entry->why >= RULES_WHY_TAKEN && entry->why != RULES_WHY_PSEUDO &&
	    entry->n_voices == 0)
		return &EXPLAIN_NO_TEXT;
	if (entry->why == RULES_WHY_NOT_A_NAME || entry->why == RULES_WHY_NAME)
		return explain_name_why(entry->name_why);
	return explain_rules_why(entry->why);
}

typedef enum Decision { IS_NONE, IS_LABEL, IS_BREAK } Decision;

static Decision
decision_of(const Entry *entry)
{
	if (entry->why == RULES_WHY_PSEUDO)
		return IS_BREAK;
	return entry->why >= RULES_WHY_TAKEN && entry->n_voices > 0 ? IS_LABEL
								    : IS_NONE;
}

static Slice
voice_name(const Explain *explain, const Document *doc, const Entry *entry,
	   uint32_t i)
{
	SpeakerId id = *(SpeakerId *)vec_at(&explain->voices,
					    entry->first_voice + i);

	return doc_speaker(doc, id)->name;
}

/* Who speaks, where the label itself does not say so. */
static void
append_voices(const Explain *explain, const Document *doc, const Entry *entry,
	      Buf *line)
{
	if (entry->n_voices == 0 ||
	    (entry->n_voices == 1 &&
	     slice_eq(voice_name(explain, doc, entry, 0), entry->name)))
		return;
	buf_append(line, SLICE(" ("));
	for (uint32_t i = 0; i < entry->n_voices; i++) {
		Slice name = voice_name(explain, doc, entry, i);

		if (i > 0)
			buf_append(line, SLICE(", "));
		buf_appendf(line, _("as speaker %.*s"), SLICE_ARGS(name));
	}
	buf_append(line, SLICE(")"));
}

static void
put_entry(const Explain *explain, const Document *doc, const Entry *entry,
	  Buf *line)
{
	static const char *const decisions[] = {
		[IS_NONE] = N_("not a label"),
		[IS_LABEL] = N_("label"),
		[IS_BREAK] = N_("break"),
	};

	if (entry->line > 0)
		buf_appendf(line, ":%u", entry->line);
	buf_appendf(line, ": %s: “%.*s”", _(decisions[decision_of(entry)]),
		    SLICE_ARGS(entry->name));
	append_voices(explain, doc, entry, line);
	if (entry->form != LABEL_FORMS)
		buf_appendf(line, _(", form %s"),
			    explain_form(entry->form)->sentence);
	buf_appendf(line, ": %s", _(reason_of(entry)->sentence));
}

static void
put_form(const RulesForm *form, unsigned i, Buf *line)
{
	buf_appendf(line, form->established
				  ? _(": established: form %s, ")
				  : _(": not established: form %s, "),
		    explain_form((LabelForm)i)->sentence);
	buf_appendf(line, ngettext("%u line", "%u lines", form->lines),
		    form->lines);
	buf_appendf(line, ": %s", _(explain_form_why(form->why)->sentence));
}

/* Gives a line to `out`, the document's name before it, and clears it. */
static void
put_line(const char *path, Buf *line, Out *out)
{
	out_put_text(out, slice_from(path));
	out_put_text(out, buf_slice(line));
	out_put(out, SLICE("\n"));
	buf_clear(line);
}

static void
put_stated(const Explain *explain, Buf *line)
{
	buf_appendf(line, ": %s: ", _(EXPLAIN_STATED.sentence));
	buf_appendf(line, ngettext("in %u paragraph or cue",
				   "in %u paragraphs or cues",
				   explain->stated), explain->stated);
}

void
explain_write_text(const Explain *explain, const Document *doc,
		   const char *path, Out *out)
{
	bool any = explain->stated > 0;
	Buf line;

	buf_init(&line, SIZE_MAX);
	if (any) {
		put_stated(explain, &line);
		put_line(path, &line, out);
	}
	for (unsigned i = 0; i < LABEL_FORMS; i++) {
		if (explain->forms[i].lines == 0)
			continue;
		any |= explain->forms[i].established;
		put_form(&explain->forms[i], i, &line);
		put_line(path, &line, out);
	}
	if (!any) {
		buf_appendf(&line, ": %s", _("nobody is marked as a speaker"));
		put_line(path, &line, out);
	}
	for (size_t i = 0; i < explain->entries.count; i++) {
		put_entry(explain, doc, vec_at(&explain->entries, i), &line);
		put_line(path, &line, out);
	}
	buf_done(&line);
}

static void
json_string(JsonOut *json, const char *key, const char *value)
{
	json_out_key(json, key);
	if (value == NULL)
		json_out_null(json);
	else
		json_out_string(json, slice_from(value));
}

/* Opens an object: what is decided of a line (0: of no line). */
static void
json_decision(JsonOut *json, uint32_t line, const char *decision)
{
	json_out_object(json);
	json_out_key(json, "line");
	if (line > 0)
		json_out_int(json, line);
	else
		json_out_null(json);
	json_string(json, "decision", decision);
}

static void
json_form(JsonOut *json, const RulesForm *form, unsigned i)
{
	const ExplainWords *why = explain_form_why(form->why);

	json_decision(json, 0, form->established ? "form" : "no form");
	json_string(json, "form", explain_form((LabelForm)i)->code);
	json_out_key(json, "lines");
	json_out_int(json, form->lines);
	json_string(json, "reason", why->code);
	json_string(json, "message", _(why->sentence));
	json_out_end(json);
}

static void
json_entry(JsonOut *json, const Explain *explain, const Document *doc,
	   const Entry *entry)
{
	static const char *const decisions[] = {
		[IS_NONE] = "none",
		[IS_LABEL] = "label",
		[IS_BREAK] = "break",
	};
	const ExplainWords *why = reason_of(entry);

	json_decision(json, entry->line, decisions[decision_of(entry)]);
	json_out_key(json, "name");
	json_out_string(json, entry->name);
	json_out_key(json, "speakers");
	json_out_array(json);
	for (uint32_t i = 0; i < entry->n_voices; i++)
		json_out_string(json, voice_name(explain, doc, entry, i));
	json_out_end(json);
	json_string(json, "form", entry->form == LABEL_FORMS
					  ? NULL
					  : explain_form(entry->form)->code);
	json_string(json, "reason", why->code);
	json_string(json, "message", _(why->sentence));
	json_out_end(json);
}

static void
json_stated(JsonOut *json, uint32_t n)
{
	json_decision(json, 0, EXPLAIN_STATED.code);
	json_out_key(json, "lines");
	json_out_int(json, n);
	json_string(json, "reason", EXPLAIN_STATED.code);
	json_string(json, "message", _(EXPLAIN_STATED.sentence));
	json_out_end(json);
}

Status
explain_write_json(const Explain *explain, const Document *doc, Out *out,
		   Err *err)
{
	JsonOut *json = json_out_new(&out->buf, err);

	if (json == NULL)
		return STATUS_FAILED;
	json_out_array(json);
	if (explain->stated > 0)
		json_stated(json, explain->stated);
	for (unsigned i = 0; i < LABEL_FORMS; i++)
		if (explain->forms[i].lines > 0)
			json_form(json, &explain->forms[i], i);
	for (size_t i = 0; i < explain->entries.count; i++) {
		json_entry(json, explain, doc, vec_at(&explain->entries, i));
		out_flush_full(out);
	}
	json_out_end(json);
	out_put(out, SLICE("\n"));
	json_out_free(json);
	return STATUS_OK;
}
