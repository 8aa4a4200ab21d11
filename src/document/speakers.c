#include "document/speakers.h"

#include "base/items.h"

typedef struct NameSlot {
	Slice name;		/* ptr NULL: free */
	uint32_t value;
	uint32_t hash;		/* of the name */
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

/* True of names that are the same; most have from 8 to 16 bytes. */
static inline bool
is_name(const NameSlot *slot, Slice name, uint32_t hash)
{
	const char *a = slot->name.ptr, *b = name.ptr;

	if (slot->hash != hash || slot->name.len != name.len)
		return false;
	if (name.len < 8 || name.len > 16)
		return slice_eq(slot->name, name);
	return eight_at(a) == eight_at(b) &&
	       eight_at(a + name.len - 8) == eight_at(b + name.len - 8);
}

/* The slot that holds `name`, or the free one where it belongs. */
static inline NameSlot *
find_slot(const NameTable *table, Slice name, uint32_t hash)
{
	uint32_t i = hash & (table->n_slots - 1);

	while (table->slots[i].name.ptr != NULL &&
	       !is_name(&table->slots[i], name, hash))
		i = (i + 1) & (table->n_slots - 1);
	return &table->slots[i];
}

uint32_t
names_get(const NameTable *table, Slice name)
{
	uint32_t hash;
	NameSlot *slot;

	if (table->n_slots == 0)
		return DOC_NONE;
	hash = (uint32_t)slice_hash(name);
	slot = find_slot(table, name, hash);
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
			*find_slot(table, old.slots[i].name,
				   old.slots[i].hash) = old.slots[i];
	mem_free(old.slots);
}

void
names_put(NameTable *table, Slice name, uint32_t value)
{
	uint32_t hash = (uint32_t)slice_hash(name);
	NameSlot *slot;

	if (2 * (table->count + 1) > table->n_slots)
		grow(table);
	slot = find_slot(table, name, hash);
	if (slot->name.ptr == NULL)
		table->count++;
	slot->name = name;
	slot->value = value;
	slot->hash = hash;
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

typedef struct RoleName {
	const char *name;
	SpeakerRole role;
} RoleName;

/* What one is called for what he does; whole names. */
static const RoleName ROLE_NAMES[] = {
	{ "host", SPEAKER_HOST },	  { "co-host", SPEAKER_HOST },
	{ "cohost", SPEAKER_HOST },	  { "interviewer", SPEAKER_HOST },
	{ "moderator", SPEAKER_HOST },	  { "reporter", SPEAKER_HOST },
	{ "journalist", SPEAKER_HOST },	  { "question", SPEAKER_HOST },
	{ "q", SPEAKER_HOST },		  { "问", SPEAKER_HOST },
	{ "問", SPEAKER_HOST },		  { "主持", SPEAKER_HOST },
	{ "提问", SPEAKER_HOST },	  { "提問", SPEAKER_HOST },
	{ "guest", SPEAKER_GUEST },	  { "interviewee", SPEAKER_GUEST },
	{ "answer", SPEAKER_GUEST },	  { "respondent", SPEAKER_GUEST },
	{ "答", SPEAKER_GUEST },	  { "回答", SPEAKER_GUEST },
};

/* The same before a number or a name, or behind a name. */
static const RoleName ROLE_PARTS[] = {
	{ "主持人", SPEAKER_HOST },	  { "主播", SPEAKER_HOST },
	{ "记者", SPEAKER_HOST },	  { "記者", SPEAKER_HOST },
	{ "采访者", SPEAKER_HOST },	  { "採訪者", SPEAKER_HOST },
	{ "访谈者", SPEAKER_HOST },	  { "訪談者", SPEAKER_HOST },
	{ "访问者", SPEAKER_HOST },	  { "訪問者", SPEAKER_HOST },
	{ "受访者", SPEAKER_GUEST },	  { "受訪者", SPEAKER_GUEST },
	{ "嘉宾", SPEAKER_GUEST },	  { "嘉賓", SPEAKER_GUEST },
	{ "来宾", SPEAKER_GUEST },	  { "來賓", SPEAKER_GUEST },
};

static SpeakerRole
whole_role(Slice name)
{
	for (size_t i = 0; i < N_ITEMS(ROLE_NAMES); i++)
		if (slice_eq_nocase(name, slice_from(ROLE_NAMES[i].name)))
			return ROLE_NAMES[i].role;
	for (size_t i = 0; i < N_ITEMS(ROLE_PARTS); i++) {
		Slice part = slice_from(ROLE_PARTS[i].name);

		if (slice_starts(name, part) || slice_ends(name, part))
			return ROLE_PARTS[i].role;
	}
	return SPEAKER_UNKNOWN;
}

/* `Guest 2`, `Q1`, without the number. */
static Slice
without_number(Slice name)
{
	Slice bare = name;

	while (bare.len > 0 && bare.ptr[bare.len - 1] >= '0' &&
	       bare.ptr[bare.len - 1] <= '9')
		bare.len--;
	while (bare.len > 0 && (bare.ptr[bare.len - 1] == ' ' ||
				bare.ptr[bare.len - 1] == '_' ||
				bare.ptr[bare.len - 1] == '#'))
		bare.len--;
	return bare;
}

/* What stands before, or inside, the parenthesis that ends a name. */
static Slice
divide(Slice name, Slice *ret_inside)
{
	static const Slice pairs[][2] = {
		{ { "(", 1 }, { ")", 1 } },
		{ { "（", 3 }, { "）", 3 } },
	};

	*ret_inside = SLICE("");
	for (size_t i = 0; i < N_ITEMS(pairs); i++) {
		size_t open = slice_find(name, pairs[i][0]);
		size_t len = pairs[i][0].len;

		if (open == SIZE_MAX || !slice_ends(name, pairs[i][1]))
			continue;
		*ret_inside = slice_trim(slice_sub(
			name, open + len, name.len - open - 2 * len));
		return slice_trim(slice_sub(name, 0, open));
	}
	return name;
}

SpeakerRole
speakers_role_of(Slice name)
{
	Slice inside, before = divide(slice_trim(name), &inside);
	SpeakerRole role = whole_role(without_number(before));

	return role != SPEAKER_UNKNOWN ? role
				       : whole_role(without_number(inside));
}
