/*
 * Tables from folded words, and from initials, to the person who has them; a
 * second person who has them too makes them AMBIGUOUS.
 */
#include "document/alias.h"

#include "base/items.h"
#include "base/mem.h"
#include "document/listing.h"
#include "document/name.h"
#include "document/speakers.h"

#define AMBIGUOUS (DOC_NONE - 1)	/* more than one has it */
#define WORDS_MAX 6			/* of a full name */

/* Words before or behind a name that are no part of it. */
static const char *const TITLES[] = {
	"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "prof",
	"prof.", "professor", "sir", "senator", "jr", "jr.", "sr", "sr.", "ii",
	"iii", "iv", "phd", "md",
};

/* The words of a name; a title among them is told and left out. */
typedef struct Words {
	Slice words[WORDS_MAX];
	uint32_t n;
	bool titled;
} Words;

/* Bytes of what divides the words of a name at the start of `s`, or 0. */
static size_t
divider_len(Slice s)
{
	static const Slice dividers[] = {
		{ " ", 1 }, { "·", 2 }, { "\xC2\xA0", 2 }, { "・", 3 },
		{ "‧", 3 }, { "\xE3\x80\x80", 3 },
	};

	for (size_t i = 0; i < N_ITEMS(dividers); i++)
		if (slice_starts(s, dividers[i]))
			return dividers[i].len;
	return 0;
}

static bool
is_title(Slice word)
{
	for (size_t i = 0; i < N_ITEMS(TITLES); i++)
		if (slice_eq_nocase(word, slice_from(TITLES[i])))
			return true;
	return false;
}

static void
add_word(Words *words, Slice word)
{
	if (is_title(word))
		words->titled = true;
	else if (word.len > 0 && words->n < WORDS_MAX)
		words->words[words->n++] = word;
}

static Words
split(Slice name)
{
	Words words = { .n = 0 };
	size_t start = 0, i = 0;

	while (i < name.len) {
		size_t len = divider_len(slice_sub(name, i, SIZE_MAX));

		if (len > 0) {
			add_word(&words, slice_sub(name, start, i - start));
			start = i + len;
		}
		i += len > 0 ? len : 1;
	}
	add_word(&words, slice_sub(name, start, SIZE_MAX));
	return words;
}

uint32_t
alias_words(Slice name, Slice *ret, uint32_t max)
{
	Words words = split(name);
	uint32_t n = words.n < max ? words.n : max;

	for (uint32_t i = 0; i < n; i++)
		ret[i] = words.words[i];
	return n;
}

/* Somebody's whole name, whom a part of it may call. */
static bool
is_full(Slice name, const Words *words)
{
	return words->n >= 2 && words->n < WORDS_MAX &&
	       name_look(name) == NAME_STRONG && !name_is_role(name) &&
	       !name_is_unknown(name);
}

/* One word that may stand for a whole name. */
static bool
is_short(Slice name, const Words *words)
{
	return words->n == 1 && name_look(words->words[0]) >= NAME_WEAK &&
	       !name_is_role(words->words[0]) && !name_is_unknown(name);
}

/* What is known while names are merged. */
typedef struct Merge {
	const Survey *survey;
	AliasName *names;
	uint32_t n;
	Arena arena;
	NameTable initials;	/* of the front matter's names: its index */
	NameTable words;	/* folded: index of the first name with it */
	NameTable whole;	/* folded: the first who speaks by that name */
} Merge;

/* Gives `key` to `value`, of whom it is ambiguous where he is another. */
static void
give(NameTable *table, Slice key, uint32_t value, bool same)
{
	uint32_t old = names_get(table, key);

	if (old == DOC_NONE)
		names_put(table, key, value);
	else if (old != value && !same)
		names_put(table, key, AMBIGUOUS);
}

static bool
same_person(Merge *merge, Slice a, Slice b)
{
	return slice_eq(a, b) || slice_eq(survey_fold(&merge->arena, a),
					  survey_fold(&merge->arena, b));
}

static void
collect_initials(Merge *merge)
{
	const ChunkVec *named = &merge->survey->named;

	for (uint32_t i = 0; i < named->count; i++) {
		const Slice *name = vec_at(named, i);
		Slice key = listing_initials(*name, &merge->arena);
		uint32_t old = names_get(&merge->initials, key);
		bool same = old < named->count &&
			    same_person(merge, *name,
					*(const Slice *)vec_at(named, old));

		if (key.len > 1)
			give(&merge->initials, key, i, same);
	}
}

/* The full name of initials, or nothing. */
static Slice
person_of_initials(const Merge *merge, Slice initials)
{
	uint32_t id;

	if (!listing_is_initials(initials))
		return (Slice){ NULL, 0 };
	id = names_get(&merge->survey->listed, initials);
	if (id != DOC_NONE)
		return *(const Slice *)vec_at(&merge->survey->people, id);
	id = names_get(&merge->initials, initials);
	if (id < AMBIGUOUS)
		return *(const Slice *)vec_at(&merge->survey->named, id);
	return (Slice){ NULL, 0 };
}

/* The words of a name that speaks, each of which may call him later. */
static void
collect_words(Merge *merge, uint32_t i)
{
	Slice person = merge->names[i].person;
	Words words = split(person);

	if (!is_full(person, &words))
		return;
	for (uint32_t w = 0; w < words.n; w++) {
		Slice key = survey_fold(&merge->arena, words.words[w]);
		uint32_t old = names_get(&merge->words, key);

		give(&merge->words, key, i,
		     old < merge->n &&
			     same_person(merge, merge->names[old].person,
					 person));
	}
}

/* Who does not pass for a speaker may be written otherwise than one. */
static void
merge_same(Merge *merge, uint32_t i)
{
	AliasName *name = &merge->names[i];
	Slice key = survey_fold(&merge->arena, name->name);
	uint32_t same = names_get(&merge->whole, key);

	if (same == DOC_NONE && name->speaks)
		names_put(&merge->whole, key, i);
	else if (same != DOC_NONE && !name->speaks)
		name->person = merge->names[same].person;
}

/* Whoever the front matter names may be meant by a word, too. */
static void
collect_named(Merge *merge, Slice name)
{
	Words words = split(name);

	for (uint32_t w = 0; words.n > 1 && w < words.n; w++) {
		Slice key = survey_fold(&merge->arena, words.words[w]);
		uint32_t old = names_get(&merge->words, key);

		if (old < merge->n)
			give(&merge->words, key, AMBIGUOUS,
			     same_person(merge, merge->names[old].person,
					 name));
	}
}

static void
merge_short(Merge *merge, uint32_t i)
{
	AliasName *name = &merge->names[i];
	Words words = split(name->name);
	uint32_t full;

	if (words.n != 1)
		return;
	full = names_get(&merge->words,
			 survey_fold(&merge->arena, words.words[0]));
	if (full < i && is_short(name->name, &words) &&
	    alias_is_short(name->name, merge->names[full].person))
		name->person = merge->names[full].person;
}

/* True where the file says that this is somebody's own name. */
static bool
is_stated(Merge *merge, Slice name)
{
	const NameTable *stated = &merge->survey->stated;

	return stated->count > 0 &&
	       names_get(stated, survey_fold(&merge->arena, name)) != DOC_NONE;
}

static void
merge_all(Merge *merge)
{
	collect_initials(merge);
	for (uint32_t i = 0; i < merge->n; i++) {
		AliasName *name = &merge->names[i];
		Slice person = is_stated(merge, name->name)
				       ? (Slice){ NULL, 0 }
				       : person_of_initials(merge, name->name);

		name->person = person.len > 0 ? person : name->name;
		if (name->speaks)
			collect_words(merge, i);
		merge_same(merge, i);
	}
	for (uint32_t i = 0; i < merge->survey->named.count; i++)
		collect_named(merge,
			      *(const Slice *)vec_at(&merge->survey->named, i));
	for (uint32_t i = 0; i < merge->n; i++)
		if (slice_eq(merge->names[i].person, merge->names[i].name) &&
		    !is_stated(merge, merge->names[i].name))
			merge_short(merge, i);
}

void
alias_merge(const Survey *survey, AliasName *names, uint32_t n)
{
	Merge merge = { .survey = survey, .names = names, .n = n };

	arena_init(&merge.arena);
	names_init(&merge.initials);
	names_init(&merge.words);
	names_init(&merge.whole);
	merge_all(&merge);
	names_done(&merge.whole);
	names_done(&merge.words);
	names_done(&merge.initials);
	arena_done(&merge.arena);
}

bool
alias_is_short(Slice name, Slice full)
{
	Words small = split(name), whole = split(full);
	Arena arena;
	Slice word;
	bool is;

	if (!is_short(name, &small) || whole.n < 2)
		return false;
	arena_init(&arena);
	word = survey_fold(&arena, small.words[0]);
	is = slice_eq(word, survey_fold(&arena, whole.words[whole.n - 1])) ||
	     (!small.titled &&
	      slice_eq(word, survey_fold(&arena, whole.words[0])));
	arena_done(&arena);
	return is;
}
