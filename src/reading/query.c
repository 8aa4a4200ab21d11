#include "reading/query.h"

#include <string.h>

#include "base/i18n.h"
#include "document/find.h"
#include "reading/pattern.h"
#include "text/uni.h"
#include "text/utf8.h"

/* The bytes of the first character where it is a blank, else 0. */
static size_t
blank_len(Slice s)
{
	uint32_t point;
	size_t len;

	if (s.len == 0)
		return 0;
	len = utf8_decode(s, &point);
	return uni_is_space(point) ? len : 0;
}

/* Without the blanks at its start. */
static Slice
skip_blanks(Slice s)
{
	for (size_t len; (len = blank_len(s)) > 0;)
		s = slice_sub(s, len, SIZE_MAX);
	return s;
}

/* What stands before the first blank. */
static Slice
first_word(Slice s)
{
	size_t len = 0;
	uint32_t point;

	while (len < s.len && blank_len(slice_sub(s, len, SIZE_MAX)) == 0)
		len += utf8_decode(slice_sub(s, len, SIZE_MAX), &point);
	return slice_sub(s, 0, len);
}

static bool
is_number(Slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return false;
	return true;
}

static size_t
characters_before(Slice text, Slice rest)
{
	return utf8_count(slice_sub(text, 0, text.len - rest.len));
}

static Status
add(QueryScope *scopes, uint32_t *n, QueryScope scope, Err *err)
{
	if (*n == QUERY_SCOPES)
		return err_set(err, _("there are more than %d names or numbers "
				      "at character %zu"), QUERY_SCOPES,
			       scope.at);
	scopes[(*n)++] = scope;
	return STATUS_OK;
}

/* Takes the name behind the `@` at the start of `*rest`. */
static Status
take_name(Slice text, Slice *rest, Query *ret, Err *err)
{
	QueryScope scope = { .at = characters_before(text, *rest) + 1 };
	Slice after = slice_sub(*rest, 1, SIZE_MAX);
	size_t quote = SIZE_MAX;
	bool quoted = slice_starts(after, SLICE("\""));

	ret->open_at = text.len - rest->len;
	if (quoted) {
		after = slice_sub(after, 1, SIZE_MAX);
		quote = slice_find(after, SLICE("\""));
	}
	ret->open = quoted && quote == SIZE_MAX;
	ret->open_name = after;
	if (ret->open)
		return err_set(err, _("a closing quotation mark is missing at "
				      "character %zu"), utf8_count(text) + 1);
	scope.name = quoted ? slice_sub(after, 0, quote) : first_word(after);
	after = slice_sub(after, scope.name.len + (quoted ? 1 : 0), SIZE_MAX);
	ret->open = after.len == 0;
	ret->open_name = scope.name;
	*rest = skip_blanks(after);
	if (scope.name.len == 0 && ret->open)
		return STATUS_OK;
	if (scope.name.len == 0)
		return err_set(err, _("a name is missing behind @ at character "
				      "%zu"), scope.at);
	return add(ret->speakers, &ret->n_speakers, scope, err);
}

/* Takes one scope from the start of `*rest`; false where none is there. */
static bool
take_scope(Slice text, Slice *rest, Query *ret, Status *ret_status, Err *err)
{
	Slice word;

	*ret_status = STATUS_OK;
	if (slice_starts(*rest, SLICE("@"))) {
		*ret_status = take_name(text, rest, ret, err);
		return true;
	}
	word = first_word(*rest);
	if (!slice_starts(word, SLICE("#")) ||
	    !is_number(slice_sub(word, 1, SIZE_MAX)))
		return false;
	if (word.len > 1) {
		QueryScope scope = { slice_sub(word, 1, SIZE_MAX),
				     characters_before(text, *rest) + 1 };
		*ret_status = add(ret->chapters, &ret->n_chapters, scope, err);
	} else if (rest->len > word.len) {
		return false;
	}
	*rest = skip_blanks(slice_sub(*rest, word.len, SIZE_MAX));
	return true;
}

static bool
is_escaped(Slice s)
{
	return slice_starts(s, SLICE("\\@")) || slice_starts(s, SLICE("\\#")) ||
	       slice_starts(s, SLICE("\\~"));
}

Status
query_parse(Slice text, unsigned flags, Query *ret, Err *err)
{
	Slice rest = text;
	Status status = STATUS_OK;

	*ret = (Query){ .flags = flags & ~(unsigned)QUERY_PLAIN };
	ret->pattern = text;
	if (flags & QUERY_PLAIN)
		return STATUS_OK;
	while (status == STATUS_OK && rest.len > 0)
		if (!take_scope(text, &rest, ret, &status, err))
			break;
	if (slice_starts(rest, SLICE("~")))
		ret->flags |= PATTERN_PINYIN;
	if (ret->flags & PATTERN_PINYIN || is_escaped(rest))
		rest = slice_sub(rest, 1, SIZE_MAX);
	ret->pattern = rest;
	return status;
}

static Status
find_name(const QueryScope *scope, bool open, const Document *doc,
	  SpeakerId *ret, Err *err)
{
	bool several;

	*ret = find_speaker(doc, scope->name, &several);
	if (*ret != DOC_NONE || (several && open))
		return STATUS_OK;
	if (several)
		return err_set(err, _("“%.*s” means several"),
			       SLICE_ARGS(scope->name));
	err_set(err, _("nobody is called “%.*s”"), SLICE_ARGS(scope->name));
	return STATUS_ABSENT;
}

/* A chapter that is not read yet may come. */
static Status
find_number(const QueryScope *scope, const Document *doc, ChapterId *ret,
	    Err *err)
{
	uint32_t n = doc_n_chapters(doc);
	uint64_t number = 0;

	for (size_t i = 0; i < scope->name.len && number < DOC_NONE; i++)
		number = 10 * number + (uint64_t)(scope->name.ptr[i] - '0');
	*ret = number > 0 && number < DOC_NONE ? (ChapterId)(number - 1)
					       : DOC_NONE;
	if (*ret < n || (*ret != DOC_NONE && !doc->complete))
		return STATUS_OK;
	*ret = DOC_NONE;
	err_set(err, _("there is no chapter %.*s"), SLICE_ARGS(scope->name));
	return STATUS_ABSENT;
}

/* Absent where all names are, not where others hold. */
static Status
resolve_speakers(const Query *query, const Document *doc, Scope *ret, Err *err)
{
	Status status = STATUS_OK;
	uint32_t absent = 0;

	ret->n_speakers = query->n_speakers;
	for (uint32_t i = 0; i < query->n_speakers; i++) {
		bool open = query->open && i + 1 == query->n_speakers;
		Status one = find_name(&query->speakers[i], open, doc,
				       &ret->speakers[i],
				       status == STATUS_OK ? err : NULL);

		absent += one == STATUS_ABSENT;
		if (one != STATUS_OK)
			status = STATUS_FAILED;
	}
	return absent > 0 && absent == query->n_speakers ? STATUS_ABSENT
							 : status;
}

static Status
resolve_chapters(const Query *query, const Document *doc, Scope *ret, Err *err)
{
	uint32_t absent = 0;

	ret->n_chapters = query->n_chapters;
	for (uint32_t i = 0; i < query->n_chapters; i++)
		if (find_number(&query->chapters[i], doc, &ret->chapters[i],
				absent == 0 ? err : NULL) != STATUS_OK)
			absent++;
	if (absent == 0)
		return STATUS_OK;
	return absent == query->n_chapters ? STATUS_ABSENT : STATUS_FAILED;
}

Status
query_resolve(const Query *query, const Document *doc, Scope *ret, Err *err)
{
	Status speakers = resolve_speakers(query, doc, ret, err);
	Status chapters = resolve_chapters(query, doc, ret,
					   speakers == STATUS_OK ? err : NULL);

	return speakers == STATUS_OK ? chapters : speakers;
}

static bool
has_speaker(const Scope *scope, const Document *doc, ParaId para)
{
	TurnId turn = doc_para(doc, para)->turn;

	if (turn == DOC_NONE)
		return false;
	for (uint32_t i = 0; i < scope->n_speakers; i++)
		if (scope->speakers[i] != DOC_NONE &&
		    doc_turn_has(doc, turn, scope->speakers[i]))
			return true;
	return false;
}

static bool
has_chapter(const Scope *scope, const Document *doc, ParaId para)
{
	ChapterId chapter = doc_para_chapter(doc, para);

	for (uint32_t i = 0; i < scope->n_chapters; i++)
		if (chapter != DOC_NONE && scope->chapters[i] == chapter)
			return true;
	return false;
}

bool
scope_has(const Scope *scope, const Document *doc, ParaId para)
{
	return (scope->n_speakers == 0 || has_speaker(scope, doc, para)) &&
	       (scope->n_chapters == 0 || has_chapter(scope, doc, para));
}

void
query_quote(Slice text, Buf *out)
{
	Query query;

	if (query_parse(text, 0, &query, NULL) != STATUS_OK ||
	    query.pattern.len != text.len)
		buf_append_char(out, '\\');
	buf_append(out, text);
}

void
query_quote_literal(Slice text, Buf *out)
{
	static const char syntax[] = "\\^$.|?*+()[]{}";
	Buf pattern;

	buf_init(&pattern, SIZE_MAX);
	for (size_t i = 0; i < text.len; i++) {
		if (memchr(syntax, text.ptr[i], sizeof(syntax) - 1))
			buf_append_char(&pattern, '\\');
		buf_append_char(&pattern, text.ptr[i]);
	}
	query_quote(buf_slice(&pattern), out);
	buf_done(&pattern);
}

void
query_name(Slice name, Buf *out)
{
	bool quoted = first_word(name).len < name.len || name.len == 0;

	buf_append(out, quoted ? SLICE("@\"") : SLICE("@"));
	buf_append(out, name);
	buf_append(out, quoted ? SLICE("\" ") : SLICE(" "));
}
