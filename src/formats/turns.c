#include "formats/turns.h"

#include "document/build.h"
#include "formats/people.h"

#define LOOK_BACK 64	/* paragraphs that may have no letters */

void
turns_init(Turns *turns, Document *doc, const YamlNode *people, bool derive)
{
	*turns = (Turns){ .plan = NULL };
	for (uint32_t i = 0; i < TURNS_KNOWN; i++)
		turns->known[i].candidate = DOC_NONE;
	assemble_init(&turns->assembly, doc, people, derive);
}

void
turns_done(Turns *turns)
{
	assemble_done(&turns->assembly);
}

/* A name of a speaker, in the language that he speaks. */
static Slice
name_of(const Turns *turns, Slice name)
{
	return translation_name(turns->plan, name);
}

/* The speaker of the label that waited, found or made by his names. */
static SpeakerId
name_speaker(Turns *turns)
{
	const RulesLabel *label = &turns->label;
	Slice name = name_of(turns, label->speakers[0]);
	SpeakerId id = assemble_label(&turns->assembly, name, label->alias);

	if (!slice_eq(name, label->speakers[0]))
		doc_add_alias(turns->assembly.doc, id, label->speakers[0]);
	return id;
}

/* The same; rules that change begin a new build. */
static SpeakerId
first_speaker(Turns *turns)
{
	uint32_t candidate = turns->label.candidate;
	TurnsKnown *known = &turns->known[candidate % TURNS_KNOWN];

	if (candidate == DOC_NONE)
		return name_speaker(turns);
	if (known->candidate != candidate)
		*known = (TurnsKnown){ candidate, name_speaker(turns) };
	return known->speaker;
}

void
turns_label(Turns *turns, const RulesLabel *label, uint32_t line_no)
{
	doc_close_para(turns->assembly.doc);
	turns->label = *label;
	turns->label_line = line_no;
	turns->waiting = true;
}

/* The turn that goes on, or NULL. */
static const Turn *
current_turn(const Turns *turns)
{
	const Assembly *assembly = &turns->assembly;

	if (assembly->waiting || assembly->turn == DOC_NONE)
		return NULL;
	return doc_turn(assembly->doc, assembly->turn);
}

/* The speaker of a label, if he spoke before; else DOC_NONE. */
static SpeakerId
known_speaker(const Turns *turns, const RulesLabel *label)
{
	return names_get(&turns->assembly.speakers,
			 people_name(turns->assembly.people,
				     name_of(turns, label->speakers[0])));
}

bool
turns_opens(const Turns *turns, const RulesLabel *label)
{
	SpeakerId id = known_speaker(turns, label);
	const Turn *turn = current_turn(turns);

	return id != DOC_NONE && !turns->waiting && turn != NULL &&
	       turn->speaker != id;
}

/*
 * True where the label that waited is that of a translation: the speaker's other
 * name, or the same name before text in the other script.
 */
static bool
is_second_label(const Turns *turns, Slice text)
{
	const RulesLabel *label = &turns->label;
	const Turn *turn;

	if (turns->plan->form != TRANSLATION_LABELS)
		return false;
	turn = current_turn(turns);
	if (turn == NULL ||
	    label->n_speakers != doc_turn_speakers(turns->assembly.doc,
						   turns->assembly.turn,
						   NULL, 0) ||
	    known_speaker(turns, label) != turn->speaker)
		return false;
	if (names_get(&turns->plan->by_name, label->speakers[0]) != DOC_NONE)
		return true;
	return letters_of(text) == turns->plan->to &&
	       turns->letters == turns->plan->from;
}

static void
add_names(Turns *turns, SpeakerId id, const RulesLabel *label)
{
	Document *doc = turns->assembly.doc;

	explain_voice(turns->explain, id);
	if (label->n_speakers != 1)
		return;
	doc_add_alias(doc, id, label->speakers[0]);
	doc_add_alias(doc, id, label->alias);
}

/* The turn of the label that waited for its text. */
static void
begin_turn(Turns *turns, Slice text)
{
	const RulesLabel *label = &turns->label;
	Assembly *assembly = &turns->assembly;
	SpeakerId id;

	turns->waiting = false;
	turns->second = is_second_label(turns, text);
	if (turns->second) {
		add_names(turns, current_turn(turns)->speaker, label);
		return;
	}
	turns->block = BLOCK_NONE;
	turns->letters = LETTERS_NONE;
	id = first_speaker(turns);
	assemble_turn(assembly, id, turns->label_line);
	explain_voice(turns->explain, id);
	for (uint32_t i = 1; i < label->n_speakers; i++) {
		id = assemble_speaker(assembly,
				      name_of(turns, label->speakers[i]));
		assemble_voice(assembly, id);
		explain_voice(turns->explain, id);
	}
}

void
turns_narration(Turns *turns)
{
	assemble_narration(&turns->assembly);
	turns->second = false;
	turns->block = BLOCK_NONE;
	turns->letters = LETTERS_NONE;
}

/* The script of what was said last in the turn. */
static Letters
letters_said(const Turns *turns)
{
	const Document *doc = turns->assembly.doc;
	TurnId turn = turns->assembly.turn;
	Letters letters = LETTERS_NONE;

	for (ParaId n = doc_n_paras(doc), i = 0; i < n && i < LOOK_BACK; i++) {
		const Para *para = doc_para(doc, n - 1 - i);

		if (para->turn != turn || letters != LETTERS_NONE)
			break;
		if (!para_is_translation(para) && !(para->flags & PARA_PART))
			letters = letters_of(slice_sub(
				text_rest(doc->text, para_off(para)), 0,
				para->len));
	}
	return letters;
}

void
turns_begin_block(Turns *turns, bool stated)
{
	const Document *doc = turns->assembly.doc;
	uint32_t n = doc_n_paras(doc);

	turns->block = BLOCK_NONE;
	turns->block_letters = LETTERS_NONE;
	if (turns->waiting || n == 0)
		return;
	if (stated && (current_turn(turns) != NULL ||
		       doc_para(doc, n - 1)->kind != PARA_HEADING))
		turns->block = BLOCK_TRANSLATION;
	else if (turns->plan->form == TRANSLATION_BLOCKS &&
		 current_turn(turns) != NULL)
		turns->block = BLOCK_OPEN;
	if (turns->block != BLOCK_NONE)
		turns->letters = letters_said(turns);
}

void
turns_end_block(Turns *turns)
{
	turns->block = BLOCK_NONE;
}

/* The first text of a block, in the script of the turn or in another, tells. */
bool
turns_translates(Turns *turns, Slice text)
{
	Letters letters;

	if (turns->block == BLOCK_NONE)
		return false;
	if (turns->block_letters != LETTERS_NONE)
		return true;
	letters = letters_of(text);
	if (turns->block == BLOCK_OPEN && letters != LETTERS_NONE)
		turns->block = letters != turns->letters ? BLOCK_TRANSLATION
							 : BLOCK_NONE;
	turns->block_letters = letters;
	return turns->block != BLOCK_NONE;
}

/* True where a label in a block is that of somebody's turn: it has no end. */
static bool
leaves_block(const Turns *turns, const RulesLabel *label, Slice text)
{
	SpeakerId id = known_speaker(turns, label);
	Letters letters = letters_of(text);

	if (id != DOC_NONE && id != current_turn(turns)->speaker)
		return true;
	return letters != LETTERS_NONE && letters == turns->letters &&
	       letters != turns->block_letters;
}

bool
turns_take_label(Turns *turns, const RulesLabel *label, Slice text)
{
	const Turn *turn;

	if (turns->block == BLOCK_NONE)
		return false;
	turn = current_turn(turns);
	if (turn == NULL || label->pseudo || label->indirect ||
	    !turns_translates(turns, text) || leaves_block(turns, label, text))
		return false;
	add_names(turns, turn->speaker, label);
	doc_close_para(turns->assembly.doc);
	return true;
}

/* True where a paragraph translates the one before it. */
static bool
is_second_para(const Turns *turns, ParaKind kind, Letters letters)
{
	return turns->plan->form == TRANSLATION_PARAS && kind == PARA_TEXT &&
	       current_turn(turns) != NULL &&
	       turns->letters == turns->plan->from &&
	       letters == turns->plan->to;
}

void
turns_para(Turns *turns, ParaKind kind, TextOff off, Slice text,
	   uint32_t line_no)
{
	bool looks = turns->plan->form == TRANSLATION_LABELS ||
		     turns->plan->form == TRANSLATION_PARAS;
	Letters letters = looks ? letters_of(text) : LETTERS_NONE;
	bool pairs;

	if (turns->waiting)
		begin_turn(turns, text);
	pairs = is_second_para(turns, kind, letters);
	turns->assembly.translates = pairs || turns->second ||
				     turns_translates(turns, text);
	assemble_para(&turns->assembly, kind, off, line_no);
	if (pairs)
		turns->letters = LETTERS_NONE;
	else if (!turns->assembly.translates && letters != LETTERS_NONE)
		turns->letters = letters;
}
