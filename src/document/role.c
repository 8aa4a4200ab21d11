#include "document/role.h"

#include "base/mem.h"
#include "document/build.h"
#include "document/name.h"

#define COUNTED_MAX 4096	/* turns, from the first, that are looked at */
#define TAIL 160	/* bytes at the end of a turn that hold its question */
#define TURNS_MIN 8	/* in a document whose roles can be told … */
#define OWN_MIN 3	/* … and by who has one */
#define ASKS_PERCENT 25	/* turns of a host that ask, at least … */
#define TELLS_PERCENT 20	/* … and of a guest, at most; and hosts ask … */
#define ASKS_RATIO_TENTHS 25	/* … at least so much more often */
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
	const Para *last = NULL;
	const Turn *turn;
	RoleTally *tally;

	if (id >= COUNTED_MAX)
		return;
	turn = doc_turn(doc, id);
	if (turn->flags & TURN_SEVERAL)
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

/* How many of a thousand turns ask. */
static uint32_t
permille(const RoleTally *tally)
{
	return (uint32_t)((uint64_t)tally->asked * 1000 / tally->turns);
}

/* What the turns of one who speaks often make him; unknown: in between. */
static SpeakerRole
judge(const RoleTally *tally)
{
	if (permille(tally) >= ASKS_PERCENT * 10)
		return SPEAKER_HOST;
	if (permille(tally) <= TELLS_PERCENT * 10)
		return SPEAKER_GUEST;
	return SPEAKER_UNKNOWN;
}

/* What those of one role come to. */
typedef struct Side {
	RoleTally sum;
	uint32_t n;
	uint32_t least;		/* permille of those who ask least … */
	uint32_t most;		/* … and most */
} Side;

static void
join_side(Side *side, const RoleTally *tally)
{
	uint32_t asks = permille(tally);

	if (side->n == 0 || asks < side->least)
		side->least = asks;
	if (asks > side->most)
		side->most = asks;
	side->n++;
	side->sum.turns += tally->turns;
	side->sum.bytes += tally->bytes;
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
	Side sides[3] = { { .n = 0 } };
	const Side *hosts = &sides[SPEAKER_HOST];
	const Side *guests = &sides[SPEAKER_GUEST];

	for (SpeakerId id = 0; id < doc_n_speakers(doc); id++)
		if (weighs(roles, doc, id))
			join_side(&sides[judge(&roles->tallies[id])],
				  &roles->tallies[id]);
	return sides[SPEAKER_UNKNOWN].n == 0 &&
	       hosts->n > 0 && hosts->n <= HOSTS_MAX &&
	       guests->n > 0 && guests->n <= GUESTS_MAX &&
	       hosts->least * 10 >= guests->most * ASKS_RATIO_TENTHS &&
	       hosts->sum.bytes * guests->sum.turns <
		       guests->sum.bytes * hosts->sum.turns;
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
