#include "formats/assemble.h"

#include <assert.h>

#include "base/vec.h"
#include "document/build.h"
#include "formats/people.h"
#include "text/utf8.h"

void
assemble_init(Assembly *assembly, Document *doc, const YamlNode *people,
	      bool derive)
{
	*assembly = (Assembly){
		.doc = doc,
		.derive = derive,
		.people = people,
		.turn = DOC_NONE,
	};
	names_init(&assembly->speakers);
	roles_init(&assembly->roles);
}

void
assemble_done(Assembly *assembly)
{
	roles_done(&assembly->roles);
	names_done(&assembly->speakers);
}

SpeakerId
assemble_namesake(Assembly *assembly, Slice name)
{
	Document *doc = assembly->doc;
	SpeakerId id = doc_add_speaker(doc, name);

	doc_set_role(doc, id, people_role(assembly->people, name));
	people_add_aliases(assembly->people, doc, id);
	names_put(&assembly->speakers, doc_speaker(doc, id)->name, id);
	return id;
}

SpeakerId
assemble_speaker(Assembly *assembly, Slice name)
{
	SpeakerId id = names_get(&assembly->speakers, name);
	Slice known;

	if (id != DOC_NONE)
		return id;
	known = people_name(assembly->people, name);
	id = names_get(&assembly->speakers, known);
	if (id == DOC_NONE)
		id = assemble_namesake(assembly, known);
	if (slice_eq(known, name))
		return id;
	doc_add_alias(assembly->doc, id, name);
	names_put(&assembly->speakers,
		  arena_copy(&assembly->doc->names, name), id);
	return id;
}

SpeakerId
assemble_label(Assembly *assembly, Slice name, Slice alias)
{
	SpeakerId id;

	if (alias.len > 0 && people_knows(assembly->people, alias))
		return assemble_speaker(assembly, alias);
	id = assemble_speaker(assembly, name);
	doc_add_alias(assembly->doc, id, alias);
	return id;
}

void
assemble_turn(Assembly *assembly, SpeakerId speaker, uint32_t line)
{
	doc_close_para(assembly->doc);
	assembly->voices[0] = speaker;
	assembly->n_voices = 1;
	assembly->line = line;
	assembly->waiting = true;
}

void
assemble_voice(Assembly *assembly, SpeakerId speaker)
{
	if (assembly->n_voices < ASSEMBLE_VOICES_MAX)
		assembly->voices[assembly->n_voices++] = speaker;
}

void
assemble_narration(Assembly *assembly)
{
	doc_close_para(assembly->doc);
	assembly->waiting = false;
	assembly->turn = DOC_NONE;
}

void
assemble_break(Assembly *assembly)
{
	assembly->broken |= !assembly->translates;
}

/* The chapter of a document without headings that begins with this speech. */
static void
derive_chapter(Assembly *assembly, ParaKind kind)
{
	if (!assembly->derive || kind == PARA_DIRECTION ||
	    assembly->translates ||
	    assembly->turn == DOC_NONE)
		return;
	if (doc_n_chapters(assembly->doc) == 0 || assembly->broken)
		doc_add_chapter(assembly->doc, 1, CHAPTER_DERIVED);
	assembly->broken = false;
}

/* The last turn is over. */
static void
count_turn(Assembly *assembly)
{
	if (doc_n_turns(assembly->doc) > 0)
		roles_count_turn(&assembly->roles, assembly->doc);
}

void
assemble_end(Assembly *assembly, bool settles)
{
	doc_close_para(assembly->doc);
	if (assembly->ended || !settles)
		return;
	assembly->ended = true;
	count_turn(assembly);
	roles_settle(&assembly->roles, assembly->doc);
}

void
assemble_para(Assembly *assembly, ParaKind kind, TextOff off, uint32_t line)
{
	bool opens = assembly->waiting;

	assert(!opens || !assembly->translates);
	if (opens) {
		count_turn(assembly);
		assembly->turn = doc_n_turns(assembly->doc);
	}
	assembly->waiting = false;
	/* The chapter is told by the first paragraph of the turn. */
	derive_chapter(assembly, kind);
	if (opens)
		doc_add_turn(assembly->doc, assembly->voices[0],
			     assembly->line);
	for (uint32_t i = 1; opens && i < assembly->n_voices; i++)
		doc_add_voice(assembly->doc, assembly->voices[i]);
	doc_add_para(assembly->doc, kind, assembly->turn, off, line);
	if (assembly->translates)
		doc_mark_para(assembly->doc, 0, PARA_TRANSLATION);
}

/* The file's name without folders and its last extension. */
static Slice
title_of_path(Slice path)
{
	size_t dot;

	if (slice_eq(path, SLICE("-")))
		return (Slice){ NULL, 0 };
	for (size_t i = path.len; i > 0; i--)
		if (path.ptr[i - 1] == '/') {
			path = slice_sub(path, i, SIZE_MAX);
			break;
		}
	for (dot = path.len; dot > 1 && path.ptr[dot - 1] != '.';)
		dot--;
	return dot > 1 ? slice_sub(path, 0, dot - 1) : path;
}

/* A name of a file may hold any bytes. */
void
assemble_title(Document *doc, Slice path)
{
	Slice title = title_of_path(path);
	Buf valid;

	if (title.ptr == NULL)
		return;
	buf_init(&valid, SIZE_MAX);
	utf8_append_repaired(&valid, title);
	doc->meta.title = arena_copy(&doc->names, buf_slice(&valid));
	buf_done(&valid);
}
