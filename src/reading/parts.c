#include "reading/parts.h"

#include "base/mem.h"
#include "reading/regex.h"
#include "text/uni.h"
#include "text/utf8.h"

typedef struct Part {
	Buf word;
	Search *search;
} Part;

struct Parts {
	bool begun; /* with `query` and `flags` */
	Buf query;
	unsigned flags;
	Part parts[PARTS_MAX];
	size_t n;
};

Parts *
parts_new(void)
{
	Parts *parts = mem_zalloc(sizeof(*parts));

	buf_init(&parts->query, PATTERN_MAX);
	return parts;
}

void
parts_stop(Parts *parts)
{
	for (size_t i = 0; i < parts->n; i++) {
		buf_done(&parts->parts[i].word);
		search_free(parts->parts[i].search);
	}
	parts->n = 0;
	parts->begun = false;
}

void
parts_free(Parts *parts)
{
	if (parts == NULL)
		return;
	parts_stop(parts);
	buf_done(&parts->query);
	mem_free(parts);
}

/* The characters of a pattern that is a literal; false where it is none. */
static bool
read_literal(const Query *query, Buf *out)
{
	bool literal = !(query->flags & PATTERN_PINYIN);
	RegexReader reader;
	RegexPart part;

	regex_begin(&reader, query->pattern, query->flags & PATTERN_FIXED);
	while (literal && regex_next(&reader, &part)) {
		char bytes[UTF8_MAX];

		literal = part.kind == REGEX_LITERAL;
		if (literal)
			buf_append(out, (Slice){ bytes,
						 utf8_encode(part.cp, bytes) });
	}
	return literal;
}

static bool
has_word(const Parts *parts, Slice word)
{
	for (size_t i = 0; i < parts->n; i++)
		if (slice_eq(parts_word(parts, i), word))
			return true;
	return false;
}

/* Starts to search for a word where `scope` (of a query, may be empty) says. */
static void
add_word(Parts *parts, const Document *doc, Slice scope, Slice word)
{
	unsigned flags = parts->flags & ~(unsigned)PATTERN_FIXED;
	Part *part = &parts->parts[parts->n];
	Buf query;

	if (has_word(parts, word))
		return;
	buf_init(&query, PATTERN_MAX);
	buf_append(&query, scope);
	query_quote_literal(word, &query);
	part->search = search_new();
	if (search_start(part->search, doc, buf_slice(&query), flags, NULL) ==
	    STATUS_OK) {
		buf_init(&part->word, PATTERN_MAX);
		buf_append(&part->word, word);
		parts->n++;
	} else {
		search_free(part->search);
	}
	buf_done(&query);
}

/* What stands before the pattern and says where to look. */
static Slice
scope_of(Slice text, const Query *query)
{
	size_t before = (size_t)(query->pattern.ptr - text.ptr);

	if (query->n_speakers == 0 && query->n_chapters == 0)
		return SLICE("");
	if (text.ptr[before - 1] == '\\')
		before--;
	return slice_sub(text, 0, before);
}

static void
begin(Parts *parts, const Document *doc)
{
	Slice text = buf_slice(&parts->query);
	Slice words[PARTS_MAX];
	Query query;
	Buf literal;
	size_t n = 0;

	buf_init(&literal, PATTERN_MAX);
	if (query_parse(text, parts->flags, &query, NULL) == STATUS_OK &&
	    read_literal(&query, &literal))
		n = uni_words(buf_slice(&literal), words, PARTS_MAX);
	for (size_t i = 0; n > 1 && i < n; i++)
		add_word(parts, doc, scope_of(text, &query), words[i]);
	buf_done(&literal);
}

Progress
parts_step(Parts *parts, const Search *whole, const Document *doc,
	   Deadline deadline)
{
	Progress progress = PROGRESS_DONE;

	if (!parts->begun || parts->flags != search_flags(whole) ||
	    !slice_eq(buf_slice(&parts->query), search_query(whole))) {
		parts_stop(parts);
		buf_clear(&parts->query);
		buf_append(&parts->query, search_query(whole));
		parts->flags = search_flags(whole);
		parts->begun = true;
		begin(parts, doc);
	}
	for (size_t i = 0; i < parts->n && progress == PROGRESS_DONE; i++)
		progress = search_step(parts->parts[i].search, doc, NULL,
				       deadline);
	return progress;
}

size_t
parts_count(const Parts *parts)
{
	return parts->n;
}

Slice
parts_word(const Parts *parts, size_t i)
{
	return buf_slice(&parts->parts[i].word);
}

SearchCount
parts_found(const Parts *parts, size_t i)
{
	return search_count(parts->parts[i].search);
}
