#include "reading/question.h"

#include "base/items.h"
#include "text/uni.h"
#include "text/utf8.h"

#define SENTENCES 3		/* the last ones of a turn */
#define SENTENCE_BYTES 100	/* of text that is not looked into */
#define PARA_BYTES_MAX 65536	/* a longer one is not looked into */
#define WEIGHT_HAN 4
#define WEIGHT_WORD 7
#define WEIGHT_MIN 28		/* four words, seven Han characters */

/* A sentence of a visible text. */
typedef struct Sentence {
	size_t start;
	size_t end;
	bool asks;
} Sentence;

static bool
is_closing(uint32_t cp)
{
	static const uint32_t marks[] = {
		'"', '\'', ')', ']', 0x2019, 0x201D, 0x300D, 0x300F, 0x3011,
		0xFF09,
	};

	for (size_t i = 0; i < N_ITEMS(marks); i++)
		if (marks[i] == cp)
			return true;
	return false;
}

static bool
is_question_mark(uint32_t cp)
{
	return cp == '?' || cp == 0xFF1F;
}

static bool
is_stop(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == 0x3002 || cp == 0xFF01
		|| cp == 0xFF0E || is_question_mark(cp);
}

/* True where the full stop at `off` belongs to a word: `Mr.`, `J.`. */
static bool
is_abbreviation(Slice text, size_t off)
{
	size_t from = off;
	uint32_t cp;

	while (from > 0 && off - from < 3) {
		size_t len = utf8_decode_last(slice_sub(text, 0, from), &cp);

		if (!uni_is_letter(cp) || uni_is_han(cp))
			break;
		from -= len;
	}
	if (text.ptr[off] != '.' || from == off || off - from > 2)
		return false;
	utf8_decode(slice_sub(text, from, UTF8_MAX), &cp);
	return uni_is_upper(cp);
}

/* True where a stop that ends at `off` may end a sentence: `a.b` does not. */
static bool
is_apart(Slice text, size_t off)
{
	uint32_t cp;

	if (off >= text.len)
		return true;
	utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);
	return cp >= 0x80 || uni_is_space(cp) || is_stop(cp) || is_closing(cp);
}

/* Takes the stops and closing marks at `off` in; returns where they end. */
static size_t
end_sentence(Slice text, size_t off, bool *ret_asks)
{
	while (off < text.len) {
		uint32_t cp;
		size_t len = utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);

		if (!is_stop(cp) && !is_closing(cp))
			break;
		*ret_asks = *ret_asks || is_question_mark(cp);
		off += len;
	}
	return off;
}

/* The sentence that begins at or after `off`; false at the end of the text. */
static bool
next_sentence(Slice text, size_t off, Sentence *ret)
{
	uint32_t cp;
	size_t len;

	while (off < text.len) {
		len = utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);
		if (!uni_is_space(cp))
			break;
		off += len;
	}
	*ret = (Sentence){ .start = off, .end = text.len };
	if (off >= text.len)
		return false;
	for (; off < text.len; off += len) {
		len = utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);
		if (!is_stop(cp) || !is_apart(text, off + len)
		    || is_abbreviation(text, off))
			continue;
		ret->end = end_sentence(text, off, &ret->asks);
		return true;
	}
	return true;
}

static unsigned
weigh(Slice text)
{
	unsigned weight = 0;
	bool in_word = false;

	while (text.len > 0) {
		uint32_t cp;
		bool letter;

		text = slice_sub(text, utf8_decode(text, &cp), SIZE_MAX);
		letter = uni_is_letter(cp);
		if (letter && uni_is_han(cp)) {
			weight += WEIGHT_HAN;
			letter = false;
		} else if (letter && !in_word) {
			weight += WEIGHT_WORD;
		}
		in_word = letter || (in_word && (cp == '\'' || cp == 0x2019));
	}
	return weight;
}

/* The source bytes of a paragraph, which may stand in several records. */
static uint64_t
source_len(const Document *doc, ParaId id)
{
	uint64_t len = doc_para(doc, id)->len;

	while (++id < doc_n_paras(doc) && doc_para(doc, id)->flags & PARA_PART)
		len += doc_para(doc, id)->len;
	return len;
}

static bool
has_question_mark(const Document *doc, ParaId id)
{
	do {
		const Para *para = doc_para(doc, id);
		Slice rest = slice_sub(text_rest(doc->text, para_off(para)), 0,
				       para->len);

		if (slice_find(rest, SLICE("?")) != SIZE_MAX
		    || slice_find(rest, SLICE("？")) != SIZE_MAX)
			return true;
		id++;
	} while (id < doc_n_paras(doc) && doc_para(doc, id)->flags & PARA_PART);
	return false;
}

/*
 * Looks at the last `*left` sentences of a visible text, and counts them off;
 * takes the weightiest question.  False where none has the weight.
 */
static bool
pick_question(Slice text, unsigned *left, Sentence *ret)
{
	Sentence last[SENTENCES], sentence;
	unsigned most = WEIGHT_MIN - 1, n = 0;
	size_t off = 0;

	for (; next_sentence(text, off, &sentence); off = sentence.end)
		last[n++ % SENTENCES] = sentence;
	for (; n > 0 && *left > 0; (*left)--) {
		const Sentence *one = &last[--n % SENTENCES];
		unsigned weight = one->asks
			? weigh(slice_sub(text, one->start,
					  one->end - one->start)) : 0;

		if (weight <= most)
			continue;
		most = weight;
		*ret = *one;
	}
	return most >= WEIGHT_MIN;
}

/* The question among the last sentences of a paragraph. */
static bool
find_in_para(const Document *doc, ParaId id, Shown *shown, unsigned *left,
	     Question *ret)
{
	uint64_t len = source_len(doc, id);
	Sentence sentence;

	if (len > PARA_BYTES_MAX || !has_question_mark(doc, id)) {
		uint64_t passed = 1 + len / SENTENCE_BYTES;

		*left -= passed < *left ? (unsigned)passed : *left;
		return false;
	}
	shown_build(shown, doc, id);
	if (!pick_question(shown->text, left, &sentence))
		return false;
	*ret = (Question){
		.para = id,
		.start = shown_to_source(shown, (uint32_t)sentence.start),
		.end = shown_to_source(shown, (uint32_t)sentence.end),
	};
	return true;
}

/* True where roles and speakers let this turn be a question to the next. */
static bool
may_ask(const Document *doc, TurnId turn)
{
	SpeakerId asks = doc_turn(doc, turn)->speaker;
	SpeakerId answers = doc_turn(doc, turn + 1)->speaker;
	uint32_t role = doc_speaker(doc, asks)->role;

	if (asks == answers || role == SPEAKER_GUEST)
		return false;
	return role == SPEAKER_HOST
		|| doc_speaker(doc, answers)->role != SPEAKER_HOST;
}

bool
question_find(const Document *doc, TurnId turn, Shown *shown, Question *ret)
{
	ParaId first = doc_turn(doc, turn)->first;
	unsigned left = SENTENCES;
	ParaId id;

	if (!may_ask(doc, turn))
		return false;
	id = doc_turn_end(doc, turn);
	while (id > first && left > 0) {
		const Para *para;

		id = doc_para_head(doc, id - 1);
		para = doc_para(doc, id);
		if (para->turn != turn || para->kind == PARA_DIRECTION ||
		    para_is_translation(para))
			continue;
		if (find_in_para(doc, id, shown, &left, ret))
			return true;
	}
	return false;
}

void
question_text(const Document *doc, const Question *question, Buf *out)
{
	uint32_t from, to;
	Shown shown;

	shown_init(&shown);
	shown_build(&shown, doc, question->para);
	from = shown_from_source(&shown, question->start);
	to = shown_from_source(&shown, question->end);
	if (to > from)
		buf_append(out, slice_trim(slice_sub(shown.text, from,
						     to - from)));
	shown_done(&shown);
}
