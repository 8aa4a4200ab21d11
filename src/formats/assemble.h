/*
 * Assemble: turns and chapters as the readers find labels and breaks.
 *
 * What all readers share between knowing who speaks and the records of a
 * Document: a turn begins with its first paragraph, not with its label; where
 * no heading is a chapter, chapters are derived from the first speech and the
 * breaks.  Appends to a Document that it borrows.
 */
#ifndef FORMATS_ASSEMBLE_H
#define FORMATS_ASSEMBLE_H

#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "document/role.h"
#include "document/speakers.h"
#include "text/yaml.h"

#define ASSEMBLE_VOICES_MAX 16	/* speakers of one turn; more are left out */

typedef struct Assembly {
	Document *doc;
	bool derive;		/* chapters, from breaks */
	const YamlNode *people;	/* who is who, as people.h reads it; or NULL */
	NameTable speakers;	/* name: SpeakerId */
	Roles roles;
	bool ended;
	TurnId turn;		/* that goes on; DOC_NONE: narration */
	bool waiting;		/* a turn was begun, its text not yet */
	SpeakerId voices[ASSEMBLE_VOICES_MAX];	/* of that turn */
	uint32_t n_voices;
	uint32_t line;		/* of its label */
	bool broken;		/* a break stood since the last speech */
	bool translates;	/* the next paragraphs say it again */
} Assembly;

/* `people`: as in Assembly; borrowed. */
void
assemble_init(Assembly *assembly, Document *doc, const YamlNode *people,
	      bool derive);

void
assemble_done(Assembly *assembly);

/*
 * The speaker of this name, a new one where there is none.  What is stated of
 * him holds: his name where this is an alias, his role, other aliases.
 */
SpeakerId
assemble_speaker(Assembly *assembly, Slice name);

/*
 * The speaker of a label: `alias` is how it calls him, where `name` was only
 * concluded from it; what is stated of the alias goes before.
 */
SpeakerId
assemble_label(Assembly *assembly, Slice name, Slice alias);

/* A new speaker, though others may be called so; the name is no alias. */
SpeakerId
assemble_namesake(Assembly *assembly, Slice name);

/* A turn that begins with the next paragraph, by one speaker … */
void
assemble_turn(Assembly *assembly, SpeakerId speaker, uint32_t line);

/* … and by one more. */
void
assemble_voice(Assembly *assembly, SpeakerId speaker);

/* Nobody speaks what follows. */
void
assemble_narration(Assembly *assembly);

/* A break: the next speech begins a chapter. */
void
assemble_break(Assembly *assembly);

/* A paragraph of the turn, from `off`, open and empty. */
void
assemble_para(Assembly *assembly, ParaKind kind, TextOff off, uint32_t line);

/*
 * Nothing will follow.  `settles`: the roles of the speakers are to be found
 * out, where nothing gave them.
 */
void
assemble_end(Assembly *assembly, bool settles);

/* The title where nothing else gives one: the file's name. */
void
assemble_title(Document *doc, Slice path);

#endif
