#include "formats/proposals.h"

#include "base/mem.h"

void
proposals_init(Proposals *proposals)
{
	*proposals = (Proposals){ .list = NULL };
	vec_init(&proposals->bare, sizeof(uint64_t));
}

void
proposals_done(Proposals *proposals)
{
	mem_free(proposals->list);
	vec_done(&proposals->bare);
}

void
proposals_grow(Proposals *proposals)
{
	proposals->room = proposals->room == 0 ? PROPOSALS_FIRST
					       : 2 * proposals->room;
	proposals->list = mem_realloc_array(proposals->list, proposals->room,
					    sizeof(*proposals->list));
}

void
proposals_add_bare(Proposals *proposals, uint32_t line_no)
{
	uint64_t *bits;

	while (proposals->bare.count <= line_no / 64)
		vec_push(&proposals->bare);
	bits = vec_at(&proposals->bare, line_no / 64);
	*bits |= UINT64_C(1) << line_no % 64;
}

static bool
is_bare(const Proposals *proposals, uint32_t line_no)
{
	size_t word = line_no / 64;
	const uint64_t *bits;

	if (word >= proposals->bare.count)
		return false;
	bits = vec_at(&proposals->bare, word);
	return *bits >> line_no % 64 & 1;
}

/* The proposal of a line that all before are passed of, or NULL. */
static const Proposal *
find(const Proposals *proposals, uint32_t line_no, ProposalKind kind)
{
	for (uint32_t i = proposals->next; i < proposals->count; i++) {
		const Proposal *proposal = &proposals->list[i];

		if (proposal->line_no != line_no)
			break;
		if (proposal->kind == kind)
			return proposal;
	}
	return NULL;
}

bool
proposals_get(const Proposals *proposals, Slice line, uint32_t line_no,
	      ProposalKind kind, const SurveyLabel **ret)
{
	const Proposal *found = find(proposals, line_no, kind);

	*ret = found != NULL ? &found->label : NULL;
	return found != NULL ? found->at == line.ptr
			     : kind != PROPOSAL_TITLE &&
				       is_bare(proposals, line_no);
}
