#include "formats/people.h"

#include "base/items.h"
#include "document/alias.h"
#include "document/build.h"
#include "document/listing.h"
#include "document/name.h"
#include "document/speakers.h"

static const struct {
	const char *key;
	SpeakerRole role;
} PEOPLE[] = {
	{ "speakers", SPEAKER_UNKNOWN },
	{ "speaker", SPEAKER_UNKNOWN },
	{ "participants", SPEAKER_UNKNOWN },
	{ "host", SPEAKER_HOST },
	{ "hosts", SPEAKER_HOST },
	{ "interviewer", SPEAKER_HOST },
	{ "interviewers", SPEAKER_HOST },
	{ "moderator", SPEAKER_HOST },
	{ "guest", SPEAKER_GUEST },
	{ "guests", SPEAKER_GUEST },
	{ "interviewee", SPEAKER_GUEST },
	{ "interviewees", SPEAKER_GUEST },
};
#define N_PEOPLE N_ITEMS(PEOPLE)

static bool
is_same_name(Slice a, Slice b)
{
	return slice_eq_nocase(slice_trim(a), slice_trim(b));
}

/* The map under `key`, or NULL. */
static const YamlNode *
map_of(const YamlNode *root, const char *key)
{
	const YamlNode *node = root == NULL ? NULL : yaml_get(root, key);

	return node != NULL && node->kind == YAML_MAP ? node : NULL;
}

/* Appends copies of the entries of a map, if it is one, to `*end`. */
static YamlNode **
copy_entries(const YamlNode *map, YamlNode **end, Arena *arena)
{
	const YamlNode *child = map == NULL ? NULL : map->first;

	for (; child != NULL; child = child->next) {
		*end = arena_alloc(arena, sizeof(**end));
		**end = *child;
		(*end)->next = NULL;
		end = &(*end)->next;
	}
	return end;
}

const YamlNode *
people_join(const YamlNode *first, const YamlNode *second, Arena *arena)
{
	static const Slice keys[] = {
		{ "speaker_aliases", 15 }, { "speaker_roles", 13 },
	};
	YamlNode *root, **end;

	if (first == NULL || second == NULL)
		return first == NULL ? second : first;
	root = arena_alloc(arena, sizeof(*root));
	root->kind = YAML_MAP;
	end = &root->first;
	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		YamlNode *map = arena_alloc(arena, sizeof(*map));
		YamlNode **last;

		*map = (YamlNode){ .kind = YAML_MAP, .key = keys[i] };
		last = copy_entries(map_of(first, keys[i].ptr), &map->first,
				    arena);
		copy_entries(map_of(second, keys[i].ptr), last, arena);
		*end = map;
		end = &map->next;
	}
	copy_entries(second, end, arena);
	return root;
}

/* Calls `visit` with every name under `node`. */
static void
each_name(const YamlNode *node, void (*visit)(void *ctx, Slice name),
	  void *ctx)
{
	if (node->kind == YAML_SCALAR) {
		visit(ctx, node->value);
		return;
	}
	for (const YamlNode *child = node->first; child != NULL;
	     child = child->next)
		if (child->kind == YAML_SCALAR)
			visit(ctx, child->value);
		else if (yaml_get(child, "name") != NULL)
			each_name(yaml_get(child, "name"), visit, ctx);
}

static void
give_hint(void *ctx, Slice name)
{
	survey_hint(ctx, name);
}

/* The keys of a map, and the names under them. */
static void
hint_map(const YamlNode *map, bool values, Survey *survey)
{
	const YamlNode *child = map == NULL ? NULL : map->first;

	for (; child != NULL; child = child->next) {
		survey_hint(survey, child->key);
		if (values)
			each_name(child, give_hint, survey);
	}
}

/* Initials may stand with the names under any key. */
static void
list_initials(const YamlNode *node, Survey *survey, int depth)
{
	if (node->kind == YAML_SCALAR && listing_is_initials(node->key) &&
	    name_look(node->value) == NAME_STRONG)
		survey_initials(survey, node->key, slice_trim(node->value));
	else if (node->kind == YAML_SCALAR)
		survey_listing(survey, node->value);
	for (const YamlNode *child = node->kind == YAML_SCALAR ? NULL
							       : node->first;
	     child != NULL && depth < YAML_DEPTH_MAX; child = child->next)
		list_initials(child, survey, depth + 1);
}

void
people_hint(const YamlNode *root, Survey *survey)
{
	if (root != NULL)
		list_initials(root, survey, 0);
	for (size_t i = 0; root != NULL && i < N_PEOPLE; i++) {
		const YamlNode *node = yaml_get(root, PEOPLE[i].key);

		if (node != NULL)
			each_name(node, give_hint, survey);
	}
	hint_map(map_of(root, "speaker_aliases"), true, survey);
	hint_map(map_of(root, "speaker_roles"), false, survey);
}

typedef struct NameSearch {
	Slice name;
	bool found;
} NameSearch;

static void
compare_name(void *ctx, Slice name)
{
	NameSearch *search = ctx;

	search->found |= is_same_name(name, search->name);
}

/* True where `name` is one of the names under `node`. */
static bool
holds_name(const YamlNode *node, Slice name)
{
	NameSearch search = { name, false };

	each_name(node, compare_name, &search);
	return search.found;
}

/* The entry of `speaker_aliases` that holds a name, or NULL. */
static const YamlNode *
find_person(const YamlNode *root, Slice name)
{
	const YamlNode *map = map_of(root, "speaker_aliases");
	const YamlNode *child = map == NULL ? NULL : map->first;

	while (child != NULL && !is_same_name(child->key, name) &&
	       !holds_name(child, name))
		child = child->next;
	return child;
}

Slice
people_name(const YamlNode *root, Slice name)
{
	const YamlNode *person = find_person(root, name);

	return person == NULL ? name : slice_trim(person->key);
}

bool
people_knows(const YamlNode *root, Slice name)
{
	return find_person(root, name) != NULL;
}

bool
people_stated_role(const YamlNode *root, Slice name, SpeakerRole *ret)
{
	const YamlNode *map = map_of(root, "speaker_roles");
	const YamlNode *child = map == NULL ? NULL : map->first;

	for (; child != NULL; child = child->next) {
		if (child->kind != YAML_SCALAR ||
		    !is_same_name(child->key, name))
			continue;
		*ret = speakers_role_of(child->value);
		return true;
	}
	return false;
}

/* Who of those under a key is called by a part of his name. */
typedef struct ShortSearch {
	Slice name;
	uint32_t found;
} ShortSearch;

static void
compare_short(void *ctx, Slice name)
{
	ShortSearch *search = ctx;

	search->found += alias_is_short(search->name, name);
}

/* The role of the only one whom a first name or surname may mean. */
static SpeakerRole
role_of_short(const YamlNode *root, Slice name)
{
	ShortSearch search = { name, 0 };
	SpeakerRole role = SPEAKER_UNKNOWN;

	for (size_t i = 0; root != NULL && i < N_PEOPLE; i++) {
		const YamlNode *node = yaml_get(root, PEOPLE[i].key);
		uint32_t before = search.found;

		if (node == NULL || PEOPLE[i].role == SPEAKER_UNKNOWN)
			continue;
		each_name(node, compare_short, &search);
		if (search.found > before)
			role = PEOPLE[i].role;
	}
	return search.found == 1 ? role : SPEAKER_UNKNOWN;
}

SpeakerRole
people_role(const YamlNode *root, Slice name)
{
	SpeakerRole role;

	if (people_stated_role(root, name, &role))
		return role;
	for (size_t i = 0; root != NULL && i < N_PEOPLE; i++) {
		const YamlNode *node = yaml_get(root, PEOPLE[i].key);

		if (node != NULL && PEOPLE[i].role != SPEAKER_UNKNOWN &&
		    holds_name(node, name))
			return PEOPLE[i].role;
	}
	role = role_of_short(root, name);
	return role != SPEAKER_UNKNOWN ? role : speakers_role_of(name);
}

bool
people_give_roles(const YamlNode *root)
{
	for (size_t i = 0; root != NULL && i < N_PEOPLE; i++)
		if (PEOPLE[i].role != SPEAKER_UNKNOWN &&
		    yaml_get(root, PEOPLE[i].key) != NULL)
			return true;
	return map_of(root, "speaker_roles") != NULL;
}

typedef struct AliasTarget {
	Document *doc;
	SpeakerId speaker;
} AliasTarget;

static void
add_alias(void *ctx, Slice name)
{
	AliasTarget *target = ctx;

	doc_add_alias(target->doc, target->speaker, slice_trim(name));
}

void
people_add_aliases(const YamlNode *root, Document *doc, SpeakerId speaker)
{
	const YamlNode *map = map_of(root, "speaker_aliases");
	const YamlNode *child = map == NULL ? NULL : map->first;
	AliasTarget target = { doc, speaker };

	for (; child != NULL; child = child->next)
		if (is_same_name(child->key, doc_speaker(doc, speaker)->name))
			each_name(child, add_alias, &target);
}
