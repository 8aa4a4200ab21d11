#include "ui/pace.h"

#include "text/uni.h"
#include "text/utf8.h"

#define SAMPLE 8192		/* bytes that are looked at */
#define HAN_PER_MINUTE 300.0
#define WORDS_PER_MINUTE 200.0
#define BYTES_PER_MINUTE 1200.0	/* where there is nothing to look at */

typedef struct Count {
	unsigned long bytes;
	unsigned long han;
	unsigned long words;
	bool in_word;
} Count;

static void
count_slice(Count *count, Slice s)
{
	count->bytes += s.len;
	while (s.len) {
		size_t han = uni_han_prefix(s);
		uint32_t point;
		bool letter;

		if (han > 0) {
			count->han += han / 3;
			count->in_word = false;
			s = slice_sub(s, han, SIZE_MAX);
			continue;
		}
		s = slice_sub(s, utf8_decode(s, &point), SIZE_MAX);
		if (uni_is_han(point)) {
			count->han++;
			count->in_word = false;
			continue;
		}
		letter = uni_is_letter(point);
		count->words += letter && !count->in_word;
		count->in_word = letter || (count->in_word && point == '\'');
	}
}

static double
minutes_of(const Count *count)
{
	return (double)count->han / HAN_PER_MINUTE
		+ (double)count->words / WORDS_PER_MINUTE;
}

/* Who reads a translation does not read what it translates. */
static double
translated_minutes(const Document *doc)
{
	Count count = { 0, 0, 0, false };

	for (ParaId id = 0; id < doc_n_paras(doc); id++) {
		const Para *para = doc_para(doc, id);
		Slice rest;

		if (para_off(para) >= SAMPLE)
			break;
		if (!para_is_translation(para))
			continue;
		rest = slice_sub(text_rest(doc->text, para_off(para)), 0,
				 para->len);
		count_slice(&count, slice_sub(rest, 0, SAMPLE
					      - (size_t)para_off(para)));
	}
	return minutes_of(&count);
}

static double
measure(const Document *doc)
{
	const Text *text = doc->text;
	Count count = { 0, 0, 0, false };
	double minutes;

	for (TextOff off = 0; off < SAMPLE && off < text_len(text);) {
		Slice rest = slice_sub(text_rest(text, off), 0,
				       SAMPLE - (size_t)off);

		count_slice(&count, rest);
		off += rest.len;
	}
	minutes = minutes_of(&count) - translated_minutes(doc);
	return minutes > 0 ? (double)count.bytes / minutes : BYTES_PER_MINUTE;
}

/* Measured anew only where there was too little to look at. */
static double
pace_of(App *app, const Document *doc)
{
	Pace *pace = &app->pace;

	if (pace->doc == doc && pace->generation == doc->generation)
		return pace->bytes_per_minute;
	pace->bytes_per_minute = measure(doc);
	pace->generation = doc->generation;
	pace->doc = doc->complete || text_len(doc->text) >= SAMPLE ? doc : NULL;
	return pace->bytes_per_minute;
}

unsigned
pace_minutes(App *app, TextOff from)
{
	const Session *session = app_session(app);
	TextOff total = text_len(session->doc->text);
	uint64_t size = loader_size(session->loader);

	if (size > total)
		total = size;
	if (from >= total)
		return 0;
	return (unsigned)((double)(total - from) / pace_of(app, session->doc)
			  + 0.5);
}
