#include "document/speakers.h"

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

const char *
speakers_role_name(SpeakerRole role)
{
	static const char *const names[] = {
		[SPEAKER_UNKNOWN] = "unknown",
		[SPEAKER_HOST] = "host",
		[SPEAKER_GUEST] = "guest",
	};

	return names[role];
}

static const struct {
	const char *name;
	SpeakerRole role;
} ROLE_NAMES[] = {
	{ "host", SPEAKER_HOST },	  { "interviewer", SPEAKER_HOST },
	{ "moderator", SPEAKER_HOST },	  { "q", SPEAKER_HOST },
	{ "主持人", SPEAKER_HOST },	  { "主持", SPEAKER_HOST },
	{ "记者", SPEAKER_HOST },	  { "記者", SPEAKER_HOST },
	{ "问", SPEAKER_HOST },		  { "問", SPEAKER_HOST },
	{ "guest", SPEAKER_GUEST },	  { "interviewee", SPEAKER_GUEST },
	{ "a", SPEAKER_GUEST },		  { "嘉宾", SPEAKER_GUEST },
	{ "嘉賓", SPEAKER_GUEST },	  { "来宾", SPEAKER_GUEST },
	{ "來賓", SPEAKER_GUEST },	  { "受访者", SPEAKER_GUEST },
	{ "受訪者", SPEAKER_GUEST },	  { "答", SPEAKER_GUEST },
};

SpeakerRole
speakers_role_of(Slice name)
{
	name = slice_trim(name);
	for (size_t i = 0; i < sizeof(ROLE_NAMES) / sizeof(*ROLE_NAMES); i++)
		if (slice_eq_nocase(name, slice_from(ROLE_NAMES[i].name)))
			return ROLE_NAMES[i].role;
	return SPEAKER_UNKNOWN;
}
