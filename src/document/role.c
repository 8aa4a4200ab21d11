#include "document/role.h"

#include "base/mem.h"
#include "document/build.h"
#include "document/name.h"

#define COUNTED_MAX 4096	/* turns, from the first, that are looked at */
#define TAIL 160	/* bytes at the end of a turn that hold its question */
#define TURNS_MIN 8	/* in a document whose roles can be told … */
#define OWN_MIN 3	/* … and by who has one */
#define ASKS_PERCENT 50	/* turns of a host that ask, at least … */
#define TELLS_PERCENT 20	/* … and of a guest, at most */
#define HOSTS_MAX 2
#define GUESTS_MAX 4	/* where more talk often, it is a meeting */

typedef struct RoleTally {
	uint32_t turns;
	uint32_t asked;		/* of them */
	uint64_t bytes;
} RoleTally;

void
roles_init(Roles *roles)
{
	roles->tallies = NULL;
	roles->n_tallies = 0;
}

void
roles_done(Roles *roles)
{
	mem_free(roles->tallies);
}

static RoleTally *
tally_of(Roles *roles, SpeakerId speaker)
{
	uint32_t room = roles->n_tallies;

	if (speaker >= room) {
		room = speaker < 8 ? 16 : 2 * speaker;
		roles->tallies = mem_realloc_array(roles->tallies, room,
						   sizeof(RoleTally));
		for (uint32_t i = roles->n_tallies; i < room; i++)
			roles->tallies[i] = (RoleTally){ 0 };
		roles->n_tallies = room;
	}
	return &roles->tallies[speaker];
}

/* True where a question stands at the end of a paragraph. */
static bool
asks(const Document *doc, const Para *para)
{
	uint32_t len = para->len < TAIL ? para->len : TAIL;
	Slice tail = slice_sub(text_rest(doc->text, para_off(para) +
						    para->len - len), 0, len);

	return slice_find(tail, SLICE("?")) != SIZE_MAX ||
	       slice_find(tail, SLICE("？")) != SIZE_MAX;
}

void
roles_count_turn(Roles *roles, const Document *doc)
{
	TurnId id = doc_n_turns(doc) - 1;
	const Turn *turn = doc_turn(doc, id);
	const Para *last = NULL;
	RoleTally *tally;

	if (turn->flags & TURN_SEVERAL || id >= COUNTED_MAX)
		return;
	tally = tally_of(roles, turn->speaker);
	for (ParaId i = turn->first; i < doc_n_paras(doc); i++) {
		const Para *para = doc_para(doc, i);

		if (para->turn != id || para->kind == PARA_DIRECTION ||
		    para_is_translation(para))
			continue;
		tally->bytes += para->len;
		last = para;
	}
	tally->turns++;
	tally->asked += last != NULL && asks(doc, last);
}

static bool
has_roles(const Document *doc)
{
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (doc_speaker(doc, id)->role != SPEAKER_UNKNOWN)
			return true;
	return false;
}

/* `A` answers where somebody is called `Q`. */
static void
settle_letters(Document *doc)
{
	SpeakerId q = DOC_NONE, a = DOC_NONE;

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		Slice name = doc_speaker(doc, id)->name;

		if (slice_eq_nocase(name, SLICE("Q")))
			q = id;
		else if (slice_eq_nocase(name, SLICE("A")))
			a = id;
	}
	if (q != DOC_NONE && a != DOC_NONE)
		doc_set_role(doc, a, SPEAKER_GUEST);
}

/* What the turns of one who speaks often make him; unknown: in between. */
static SpeakerRole
judge(const RoleTally *tally)
{
	if ((uint64_t)tally->asked * 100 >=
	    (uint64_t)tally->turns * ASKS_PERCENT)
		return SPEAKER_HOST;
	if ((uint64_t)tally->asked * 100 <=
	    (uint64_t)tally->turns * TELLS_PERCENT)
		return SPEAKER_GUEST;
	return SPEAKER_UNKNOWN;
}

/* The speaker counts: he spoke often, and it is known who he is. */
static bool
weighs(const Roles *roles, const Document *doc, SpeakerId id)
{
	return id < roles->n_tallies && roles->tallies[id].turns >= OWN_MIN &&
	       !name_is_unknown(doc_speaker(doc, id)->name);
}

/* True where some ask and are brief, others tell, and nobody is between. */
static bool
is_interview(const Roles *roles, const Document *doc)
{
	RoleTally sums[3] = { { 0 } };
	uint32_t n[3] = { 0 };

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++) {
		const RoleTally *tally = &roles->tallies[id];
		SpeakerRole role;

		if (!weighs(roles, doc, id))
			continue;
		role = judge(tally);
		n[role]++;
		sums[role].turns += tally->turns;
		sums[role].bytes += tally->bytes;
	}
	return n[SPEAKER_UNKNOWN] == 0 && n[SPEAKER_HOST] > 0 &&
	       n[SPEAKER_HOST] <= HOSTS_MAX && n[SPEAKER_GUEST] > 0 &&
	       n[SPEAKER_GUEST] <= GUESTS_MAX &&
	       sums[SPEAKER_HOST].bytes * sums[SPEAKER_GUEST].turns <
		       sums[SPEAKER_GUEST].bytes * sums[SPEAKER_HOST].turns;
}

void
roles_settle(const Roles *roles, Document *doc)
{
	settle_letters(doc);
	if (has_roles(doc) || doc_n_turns(doc) < TURNS_MIN || !is_interview(roles, doc))
		return;
	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (weighs(roles, doc, id))
			doc_set_role(doc, id, judge(&roles->tallies[id]));
}
