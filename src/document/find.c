#include "document/find.h"

#include "document/shown.h"
#include "text/uni.h"

#define TIME_PARAS 64		/* how far back a time is looked for */

/* How well a name answers to a query. */
typedef enum Fit { FIT_NOT, FIT_PART, FIT_WHOLE } Fit;

/* What is searched, and how each of its things fits. */
typedef struct Names {
	const Document *doc;
	uint32_t count;
	Fit (*fit)(const Document *doc, uint32_t id, Slice folded_query);
} Names;

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
speaker_fit(const Document *doc, uint32_t id, Slice folded_query)
{
	const Speaker *speaker = doc_speaker(doc, id);
	Fit best = name_fit(speaker->name, folded_query);

	for (SpeakerAlias *alias = speaker->aliases; alias != NULL;
	     alias = alias->next) {
		Fit fit = name_fit(alias->name, folded_query);

		best = fit > best ? fit : best;
	}
	return best;
}

static Fit
chapter_fit(const Document *doc, uint32_t id, Slice folded_query)
{
	Buf title;
	Fit fit;

	buf_init(&title, SIZE_MAX);
	shown_chapter_title(doc, id, &title);
	fit = name_fit(buf_slice(&title), folded_query);
	buf_done(&title);
	return fit;
}

/* The id of a number from 1 to `count`, or DOC_NONE. */
static uint32_t
find_number(Slice query, uint32_t count)
{
	uint64_t n = 0;

	for (size_t i = 0; i < query.len; i++) {
		if (query.ptr[i] < '0' || query.ptr[i] > '9')
			return DOC_NONE;
		n = 10 * n + (uint64_t)(query.ptr[i] - '0');
		if (n > count)
			return DOC_NONE;
	}
	return n == 0 ? DOC_NONE : (uint32_t)(n - 1);
}

static uint32_t
find_name(const Names *names, Slice folded, bool *ret_several)
{
	uint32_t found = DOC_NONE, parts = 0;

	for (uint32_t id = 0; id < names->count; id++) {
		Fit fit = names->fit(names->doc, id, folded);

		if (fit == FIT_WHOLE)
			return id;
		if (fit == FIT_PART && parts++ == 0)
			found = id;
	}
	*ret_several = parts > 1;
	return parts == 1 ? found : DOC_NONE;
}

static uint32_t
find(const Names *names, Slice query, bool *ret_several)
{
	uint32_t id;
	Buf folded;

	query = slice_trim(query);
	*ret_several = false;
	if (query.len == 0)
		return DOC_NONE;
	id = find_number(query, names->count);
	if (id != DOC_NONE)
		return id;
	buf_init(&folded, SIZE_MAX);
	uni_fold_case(query, &folded);
	id = find_name(names, buf_slice(&folded), ret_several);
	buf_done(&folded);
	return id;
}

SpeakerId
find_speaker(const Document *doc, Slice query, bool *ret_several)
{
	const Names names = { doc, doc_n_speakers(doc), speaker_fit };

	return find(&names, query, ret_several);
}

bool
find_is_name_part(const Document *doc, SpeakerId id, Slice query)
{
	Buf folded;
	Fit fit;

	buf_init(&folded, SIZE_MAX);
	uni_fold_case(query, &folded);
	fit = speaker_fit(doc, id, buf_slice(&folded));
	buf_done(&folded);
	return fit != FIT_NOT;
}

ChapterId
find_chapter(const Document *doc, Slice query, bool *ret_several)
{
	const Names names = { doc, doc_n_chapters(doc), chapter_fit };

	return find(&names, query, ret_several);
}

ParaId
find_time(const Document *doc, uint32_t time_ms)
{
	ParaId first = DOC_NONE, found = DOC_NONE;
	uint32_t latest = 0;

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		uint32_t start = doc_para_start(doc, id);

		if (start == DOC_NONE || doc_para(doc, id)->flags & PARA_PART)
			continue;
		if (first == DOC_NONE)
			first = id;
		if (start > time_ms || start < latest)
			continue;
		latest = start;
		found = id;
	}
	return found != DOC_NONE ? found : first;
}

uint32_t
find_time_of(const Document *doc, ParaId para)
{
	for (unsigned i = 0; i < TIME_PARAS; i++) {
		uint32_t start = doc_para_start(doc, para);

		if (start != DOC_NONE || para == 0)
			return start;
		para--;
	}
	return DOC_NONE;
}
