/*
 * People: what the front matter says of the speakers.
 *
 * Names are evidence for labels (`speakers`, `host`, `guests`, …), roles come
 * from the keys they stand under, and two keys have the last word:
 * `speaker_roles` (name: role) and `speaker_aliases` (name: alias, or a list
 * of them).  The configuration has these two as well, and wins (people_join()).
 * Reads the front matter's root, a map or NULL, and stores nothing.
 */
#ifndef FORMATS_PEOPLE_H
#define FORMATS_PEOPLE_H

#include "document/document.h"
#include "document/survey.h"
#include "text/yaml.h"

/*
 * One root of two, in `arena`: what `first` says (`speaker_aliases` and
 * `speaker_roles`) stands before what `second` does, and so wins.  Either may
 * be NULL.
 */
const YamlNode *
people_join(const YamlNode *first, const YamlNode *second, Arena *arena);

/* Gives all names to the survey. */
void
people_hint(const YamlNode *root, Survey *survey);

/* The name of which `name` is an alias, or `name` itself. */
Slice
people_name(const YamlNode *root, Slice name);

/* True where `speaker_aliases` names him, by any of his names. */
bool
people_knows(const YamlNode *root, Slice name);

/* The role of a name: as given, else as the name itself says (`Host`). */
SpeakerRole
people_role(const YamlNode *root, Slice name);

/* What `speaker_roles` says of a name; false where nothing. */
bool
people_stated_role(const YamlNode *root, Slice name, SpeakerRole *ret);

/* True where it says who is the host or a guest, or what anybody's role is. */
bool
people_give_roles(const YamlNode *root);

/* Adds the aliases that are given for a speaker. */
void
people_add_aliases(const YamlNode *root, Document *doc, SpeakerId speaker);

#endif
