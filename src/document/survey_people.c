/*
 * Whom a document names beside its labels: those of the front matter, and whose
 * the initials are.
 */
#include "document/survey.h"

#include <string.h>

#include "document/listing.h"

void
survey_initials(Survey *survey, Slice initials, Slice name)
{
	uint32_t id = names_get(&survey->listed, initials);
	Slice *person;

	if (id != DOC_NONE) {
		person = vec_at(&survey->people, id);
		if (!slice_eq(survey_fold(&survey->arena, *person),
			      survey_fold(&survey->arena, name)))
			person->len = 0;
		return;
	}
	if (survey->people.count >= SURVEY_LISTED_MAX)
		return;
	person = vec_push(&survey->people);
	*person = arena_copy(&survey->arena, name);
	names_put(&survey->listed, arena_copy(&survey->arena, initials),
		  (uint32_t)survey->people.count - 1);
}

Slice
survey_person(const Survey *survey, Slice initials)
{
	uint32_t id = names_get(&survey->listed, initials);
	const Slice *person = id == DOC_NONE ? NULL
					     : vec_at(&survey->people, id);

	return person == NULL || person->len == 0 ? (Slice){ NULL, 0 }
						  : *person;
}

static void
add_listed(void *ctx, Slice initials, Slice name)
{
	survey_initials(ctx, initials, name);
}

void
survey_listing(Survey *survey, Slice value)
{
	listing_read(value, add_listed, survey);
}

void
survey_hint(Survey *survey, Slice name)
{
	Slice *named;

	name = slice_trim(name);
	if (name.len == 0 || name.len > 4 * NAME_CHARS_MAX)
		return;
	names_put(&survey->hints, survey_fold(&survey->arena, name), 0);
	memset(survey->refused, 0, sizeof(survey->refused));
	named = vec_push(&survey->named);
	*named = arena_copy(&survey->arena, name);
}

void
survey_state(Survey *survey, Slice name)
{
	name = slice_trim(name);
	if (name.len == 0 || name.len > 4 * NAME_CHARS_MAX)
		return;
	names_put(&survey->stated, survey_fold(&survey->arena, name), 0);
}

/* True where a table of folded names holds this one. */
static bool
holds(const NameTable *table, Slice name)
{
	Arena arena;
	bool is;

	if (table->count == 0)
		return false;
	arena_init(&arena);
	is = names_get(table, survey_fold(&arena, name)) != DOC_NONE;
	arena_done(&arena);
	return is;
}

bool
survey_is_hinted(const Survey *survey, Slice name)
{
	return holds(&survey->hints, name);
}

bool
survey_is_stated(const Survey *survey, Slice name)
{
	return holds(&survey->stated, name);
}
