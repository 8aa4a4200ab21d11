#include "document/speakers.h"

#include "text/uni.h"

typedef struct NameSlot {
	Slice name;		/* ptr NULL: free */
	uint32_t value;
} NameSlot;

void
names_init(NameTable *table)
{
	table->slots = NULL;
	table->n_slots = 0;
	table->count = 0;
}

void
names_done(NameTable *table)
{
	mem_free(table->slots);
}

/* The slot that holds `name`, or the free one where it belongs. */
static NameSlot *
find_slot(const NameTable *table, Slice name)
{
	uint32_t i = (uint32_t)slice_hash(name) & (table->n_slots - 1);

	while (table->slots[i].name.ptr != NULL &&
	       !slice_eq(table->slots[i].name, name))
		i = (i + 1) & (table->n_slots - 1);
	return &table->slots[i];
}

uint32_t
names_get(const NameTable *table, Slice name)
{
	NameSlot *slot;

	if (table->n_slots == 0)
		return DOC_NONE;
	slot = find_slot(table, name);
	return slot->name.ptr == NULL ? DOC_NONE : slot->value;
}

static void
grow(NameTable *table)
{
	NameTable old = *table;

	table->n_slots = old.n_slots == 0 ? 64 : 2 * old.n_slots;
	table->slots = mem_zalloc(table->n_slots * sizeof(NameSlot));
	for (uint32_t i = 0; i < old.n_slots; i++)
		if (old.slots[i].name.ptr != NULL)
			*find_slot(table, old.slots[i].name) = old.slots[i];
	mem_free(old.slots);
}

void
names_put(NameTable *table, Slice name, uint32_t value)
{
	NameSlot *slot;

	if (2 * (table->count + 1) > table->n_slots)
		grow(table);
	slot = find_slot(table, name);
	if (slot->name.ptr == NULL)
		table->count++;
	slot->name = name;
	slot->value = value;
}

/* How well a speaker answers to a query. */
typedef enum Fit { FIT_NOT, FIT_PART, FIT_WHOLE } Fit;

static Fit
name_fit(Slice name, Slice folded_query)
{
	Fit fit = FIT_NOT;
	Buf folded;

	buf_init(&folded, SIZE_MAX);
	uni_fold_case(name, &folded);
	if (slice_eq(buf_slice(&folded), folded_query))
		fit = FIT_WHOLE;
	else if (slice_find(buf_slice(&folded), folded_query) != SIZE_MAX)
		fit = FIT_PART;
	buf_done(&folded);
	return fit;
}

static Fit
speaker_fit(const Speaker *speaker, Slice folded_query)
{
	Fit best = name_fit(speaker->name, folded_query);

	for (SpeakerAlias *alias = speaker->aliases; alias != NULL;
	     alias = alias->next) {
		Fit fit = name_fit(alias->name, folded_query);

		best = fit > best ? fit : best;
	}
	return best;
}

/* The speaker of a number from 1, or DOC_NONE. */
static SpeakerId
find_number(const Document *doc, Slice query)
{
	uint64_t n = 0;

	for (size_t i = 0; i < query.len; i++) {
		if (query.ptr[i] < '0' || query.ptr[i] > '9')
			return DOC_NONE;
		n = 10 * n + (uint64_t)(query.ptr[i] - '0');
		if (n > doc_n_speakers(doc))
			return DOC_NONE;
	}
	return n == 0 ? DOC_NONE : (SpeakerId)(n - 1);
}

static SpeakerId
find_name(const Document *doc, Slice folded, bool *ret_several)
{
	SpeakerId found = DOC_NONE;
	uint32_t parts = 0;

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		Fit fit = speaker_fit(doc_speaker(doc, id), folded);

		if (fit == FIT_WHOLE)
			return id;
		if (fit == FIT_PART && parts++ == 0)
			found = id;
	}
	*ret_several = parts > 1;
	return parts == 1 ? found : DOC_NONE;
}

SpeakerId
speakers_find(const Document *doc, Slice query, bool *ret_several)
{
	SpeakerId id;
	Buf folded;

	query = slice_trim(query);
	*ret_several = false;
	if (query.len == 0)
		return DOC_NONE;
	id = find_number(doc, query);
	if (id != DOC_NONE)
		return id;
	buf_init(&folded, SIZE_MAX);
	uni_fold_case(query, &folded);
	id = find_name(doc, buf_slice(&folded), ret_several);
	buf_done(&folded);
	return id;
}
