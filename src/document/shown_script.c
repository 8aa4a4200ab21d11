#include "document/shown_script.h"

#include "text/utf8.h"

bool
shown_script_survey(const Script *script, const Document *doc,
		    ScriptForm *ret)
{
	ScriptCount count = { .kana = 0 };
	uint32_t n = doc_n_paras(doc);
	size_t bytes = 0;

	for (ParaId id = 0; id < n && bytes < SHOWN_SCRIPT_SURVEY; id++) {
		const Para *para = doc_para(doc, id);
		Slice text = text_slice(doc->text, para_off(para), para->len);

		script_chars_count(script_chars(script), text, &count);
		bytes += text.len;
	}
	*ret = script_of_count(&count, SCRIPT_ORIGINAL);
	return bytes >= SHOWN_SCRIPT_SURVEY || doc->complete;
}

/* Japanese stays as it is, in all of a Japanese document. */
static bool
is_on(const ShownScript *script)
{
	return script != NULL && script->script != NULL &&
	       script->form != SCRIPT_ORIGINAL && script->own != SCRIPT_OTHER;
}

/* True where the text is to be converted, and is not in that script. */
static bool
wants(const ShownScript *script, Slice text)
{
	ScriptCount count = { .kana = 0 };
	ScriptForm form;

	if (!is_on(script) || text.len > script->most ||
	    utf8_ascii_prefix(text) == text.len)
		return false;
	script_chars_count(script_chars(script->script), text, &count);
	form = script_of_count(&count, script->own);
	return form != script->form && form != SCRIPT_OTHER;
}

Slice
shown_script_text(const ShownScript *script, Slice text, Buf *out)
{
	if (!wants(script, text))
		return text;
	buf_clear(out);
	script_convert(script->script, script->form, text, out, NULL);
	return buf_slice(out);
}

void
shown_script_append(const ShownScript *script, Slice text, Buf *out)
{
	Buf converted;

	buf_init(&converted, SIZE_MAX);
	buf_append(out, shown_script_text(script, text, &converted));
	buf_done(&converted);
}

static Slice
convert_name(ShownNames *names, const ShownScript *script, Slice text)
{
	Slice kept;
	Buf converted;

	buf_init(&converted, SIZE_MAX);
	kept = shown_script_text(script, text, &converted);
	if (kept.ptr != text.ptr)
		kept = arena_copy(&names->arena, kept);
	buf_done(&converted);
	return kept;
}

/* Without those that have become the name. */
static SpeakerAlias *
convert_aliases(ShownNames *names, const ShownScript *script,
		const SpeakerAlias *alias, Slice name)
{
	SpeakerAlias *first = NULL, **link = &first;

	for (; alias != NULL; alias = alias->next) {
		Slice text = convert_name(names, script, alias->name);

		if (slice_eq(text, name))
			continue;
		*link = arena_alloc(&names->arena, sizeof(**link));
		**link = (SpeakerAlias){ .name = text };
		link = &(*link)->next;
	}
	return first;
}

static void
convert_speakers(ShownNames *names, const ShownScript *script,
		 const Document *doc)
{
	vec_init(&names->doc.speakers, sizeof(Speaker));
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		Speaker *speaker = vec_push(&names->doc.speakers);

		*speaker = *doc_speaker(doc, id);
		speaker->name = convert_name(names, script, speaker->name);
		speaker->aliases = convert_aliases(names, script,
						   speaker->aliases,
						   speaker->name);
	}
}

/* The language of a text is that of its script. */
static Slice
convert_value(ShownNames *names, const ShownScript *script,
	      const MetaEntry *entry, Slice value)
{
	bool language = slice_eq(entry->key, SLICE("lang")) ||
			slice_eq(entry->key, SLICE("language"));

	if (!language || !slice_starts(value, SLICE("zh")) ||
	    script->own == script->form)
		return convert_name(names, script, value);
	return script->form == SCRIPT_TRADITIONAL ? SLICE("zh-TW")
						  : SLICE("zh-CN");
}

/* Keys too: there are names among them. */
static void
convert_entries(ShownNames *names, const ShownScript *script,
		const MetaEntry *entry)
{
	MetaEntry **link = &names->doc.meta.entries;

	for (; entry != NULL; entry = entry->next) {
		MetaEntry *copy = arena_alloc(&names->arena, sizeof(*copy));

		*copy = *entry;
		copy->key = convert_name(names, script, entry->key);
		copy->values = arena_alloc(&names->arena,
					   (entry->n_values + 1) *
						   sizeof(*copy->values));
		for (uint32_t i = 0; i < entry->n_values; i++)
			copy->values[i] = convert_value(names, script, entry,
							entry->values[i]);
		copy->next = NULL;
		*link = copy;
		link = &copy->next;
	}
}

void
shown_names_init(ShownNames *names, const ShownScript *script,
		 const Document *doc)
{
	names->doc = *doc;
	arena_init(&names->arena);
	names->doc.meta.title = convert_name(names, script, doc->meta.title);
	convert_speakers(names, script, doc);
	convert_entries(names, script, doc->meta.entries);
}

void
shown_names_done(ShownNames *names)
{
	vec_done(&names->doc.speakers);
	arena_done(&names->arena);
}

void
shown_script_convert(Shown *shown)
{
	Span *spans = (Span *)(void *)shown->span_bytes.ptr;
	const ShownScript *script = shown->script;

	if (!wants(script, shown->plain))
		return;
	buf_clear(&shown->converted);
	buf_clear(&shown->map_bytes);
	script_convert(script->script, script->form, shown->plain,
		       &shown->converted, &shown->map_bytes);
	shown->text = buf_slice(&shown->converted);
	shown->map = (ScriptMap){
		.plain = shown->plain,
		.text = shown->text,
		.runs = (const ScriptRun *)(const void *)shown->map_bytes.ptr,
		.n_runs = (uint32_t)(shown->map_bytes.len /
				     sizeof(ScriptRun)),
	};
	for (uint32_t i = 0; i < shown->n_spans; i++)
		script_map_stretch(&shown->map, &spans[i].start,
				   &spans[i].len);
}
