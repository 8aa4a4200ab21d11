#include "formats/draft.h"

void
draft_init(Draft *draft)
{
	*draft = (Draft){ .markup = MARKUP_MARKDOWN };
	arena_init(&draft->arena);
	vec_init(&draft->parts, sizeof(DraftPart));
	vec_init(&draft->speakers, sizeof(DraftSpeaker));
	draft->meta = doc_new(NULL, 0);
}

void
draft_done(Draft *draft)
{
	doc_free(draft->meta);
	vec_done(&draft->speakers);
	vec_done(&draft->parts);
	arena_done(&draft->arena);
}

/* A copy of `n` names, or NULL. */
static const Slice *
copy_names(Draft *draft, const Slice *names, uint32_t n)
{
	Slice *copy;

	if (n == 0)
		return NULL;
	copy = arena_alloc(&draft->arena, n * sizeof(Slice));
	for (uint32_t i = 0; i < n; i++)
		copy[i] = arena_copy(&draft->arena, names[i]);
	return copy;
}

static const SpeakerId *
copy_ids(Draft *draft, const SpeakerId *ids, uint32_t n)
{
	SpeakerId *copy = arena_alloc(&draft->arena, n * sizeof(*copy));

	for (uint32_t i = 0; i < n; i++)
		copy[i] = ids[i];
	return copy;
}

/* True where both name the same speakers. */
static bool
names_equal(const DraftPart *a, const DraftPart *b)
{
	if (a->n_speakers != b->n_speakers)
		return false;
	for (uint32_t i = 0; i < a->n_speakers; i++)
		if (!slice_eq(a->speakers[i], b->speakers[i]))
			return false;
	return true;
}

void
draft_add(Draft *draft, const DraftPart *part)
{
	size_t n = draft->parts.count;
	const DraftPart *last = n > 0 ? vec_at(&draft->parts, n - 1) : NULL;
	DraftPart *copy;

	draft->full |= n >= DRAFT_PARTS_MAX;
	if (draft->full)
		return;
	copy = vec_push(&draft->parts);
	*copy = *part;
	copy->text = arena_copy(&draft->arena, part->text);
	if (part->language.len > 0)
		copy->language = arena_copy(&draft->arena, part->language);
	if (part->ids != NULL) {
		copy->ids = copy_ids(draft, part->ids, part->n_speakers);
		return;
	}
	if (last != NULL && names_equal(last, part))
		copy->speakers = last->speakers;
	else
		copy->speakers = copy_names(draft, part->speakers,
					    part->n_speakers);
}

void
draft_add_speaker(Draft *draft, const DraftSpeaker *speaker)
{
	DraftSpeaker *copy = vec_push(&draft->speakers);

	copy->name = arena_copy(&draft->arena, speaker->name);
	copy->aliases = copy_names(draft, speaker->aliases,
				   speaker->n_aliases);
	copy->n_aliases = speaker->n_aliases;
	copy->role = speaker->role;
}
