/*
 * Pattern: from what was typed to compiled PCRE2, and matching.
 *
 * Every pattern becomes one regular expression: a literal is escaped, a whole
 * word is put between assertions.  JIT is used where there is one; a match
 * that needs more stack than JIT may have is tried by the interpreter.
 */
#include "reading/pattern.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/vec.h"
#include "reading/pinyin.h"
#include "text/uni.h"
#include "text/utf8.h"

/* Steps at one starting point; a good pattern needs a few. */
#define MATCH_LIMIT 500000
#define DEPTH_LIMIT 1000000
#define HEAP_LIMIT_KIB (32 * 1024)
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX (1024 * 1024)

#define COMPILE_OPTIONS \
	(PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | \
	 PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY)

/*
 * Between Han or kana there are no spaces, so every place next to one may be
 * an edge of a word.
 */
#define CJK "[\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Bopomofo}]"
#define WORD_START "(?:(?<!\\w)|(?<=" CJK ")|(?=" CJK "))(?:"
/* A `\E` ends a `\Q` that the pattern left open; else it means nothing. */
#define WORD_END "\\E)(?:(?!\\w)|(?=" CJK ")|(?<=" CJK "))"

struct Pattern {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack; /* NULL: no JIT for this one */
	Pinyin *pinyin;		/* in place of all these, or NULL */
};

typedef struct ErrorText {
	int code;
	const char *text;
} ErrorText;

/* What happens while one types; of the rest PCRE2 tells in its own words. */
static const ErrorText ERROR_TEXTS[] = {
	{ PCRE2_ERROR_END_BACKSLASH,
	  N_("a character is missing behind the backslash") },
	{ PCRE2_ERROR_UNKNOWN_ESCAPE, N_("no escape is known by this letter") },
	{ PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER,
	  N_("the numbers in braces are in the wrong order") },
	{ PCRE2_ERROR_QUANTIFIER_TOO_BIG,
	  N_("the number in braces is greater than 65535") },
	{ PCRE2_ERROR_MISSING_SQUARE_BRACKET,
	  N_("a closing bracket is missing") },
	{ PCRE2_ERROR_CLASS_RANGE_ORDER,
	  N_("the range in brackets is in the wrong order") },
	{ PCRE2_ERROR_QUANTIFIER_INVALID, N_("there is nothing to repeat") },
	{ PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS,
	  N_("a closing parenthesis is missing") },
	{ PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS,
	  N_("an opening parenthesis is missing for the closing one") },
	{ PCRE2_ERROR_MISSING_COMMENT_CLOSING,
	  N_("a closing parenthesis is missing behind the comment") },
	{ PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY,
	  N_("no group is known that begins like this") },
	{ PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH,
	  N_("a look behind must have a fixed length") },
	{ PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY,
	  N_("the name of a property is not finished") },
	{ PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY,
	  N_("no property is known by this name") },
	{ PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED,
	  N_("\\C is not allowed, use . for a character") },
};

/* The offset behind the first `end` at or after `i`, or the end of `s`. */
static size_t
skip_past(Slice s, size_t i, char end)
{
	while (i < s.len && s.ptr[i] != end)
		i++;
	return i < s.len ? i + 1 : s.len;
}

static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9') || c == '_';
}

static size_t
skip_word(Slice s, size_t i)
{
	while (i < s.len &&
	       (is_word_byte(s.ptr[i]) || s.ptr[i] == '^' || s.ptr[i] == '-'))
		i++;
	return i;
}

/* Past the name or number that an escape takes: `{…}`, `<…>`, `'…'`. */
static size_t
skip_argument(Slice s, size_t i)
{
	if (i >= s.len)
		return i;
	switch (s.ptr[i]) {
	case '{':
		return skip_past(s, i + 1, '}');
	case '<':
		return skip_past(s, i + 1, '>');
	case '\'':
		return skip_past(s, i + 1, '\'');
	default:
		return i;
	}
}

/* Past the escape whose backslash stands at `i`. */
static size_t
skip_escape(Slice s, size_t i)
{
	char c = i + 1 < s.len ? s.ptr[i + 1] : '\0';
	size_t next = i + 2 < s.len ? i + 2 : s.len;

	if (c == '\0' || !memchr("pPxcgkoN", c, 8))
		return next;
	size_t end = skip_argument(s, next);
	if (end > next)
		return end;
	size_t plain = c == 'p' || c == 'P' || c == 'c' ? 1 : 0;
	if (c == 'x')
		plain = 2;
	while (plain > 0 && end < s.len && is_word_byte(s.ptr[end])) {
		end++;
		plain--;
	}
	return end;
}

/* Past what follows a `(?` at `i`: a name, letters of options, a comment. */
static size_t
skip_group(Slice s, size_t i)
{
	char c = i < s.len ? s.ptr[i] : '\0';
	char after = i + 1 < s.len ? s.ptr[i + 1] : '\0';

	if (c == 'P' && after != '<')
		return skip_past(s, i, ')');
	if (c == 'P')
		return skip_past(s, i, '>');
	if (c == '<' && after != '=' && after != '!')
		return skip_past(s, i, '>');
	if (c == '\'')
		return skip_past(s, i + 1, '\'');
	if (c == '&' || c == '#')
		return skip_past(s, i, ')');
	return skip_word(s, i);
}

/* Past what at `i` is syntax with letters of its own; `i` where nothing is. */
static size_t
skip_syntax(Slice s, size_t i)
{
	if (s.ptr[i] == '\\')
		return skip_escape(s, i);
	if (s.ptr[i] != '(' || i + 1 >= s.len)
		return i;
	if (s.ptr[i + 1] == '?')
		return skip_group(s, i + 2);
	if (s.ptr[i + 1] == '*')
		return skip_word(s, i + 2);
	return i;
}

/* True where a letter that stands for itself is an upper-case one. */
static bool
has_upper(Slice s, bool fixed)
{
	bool quoted = fixed;
	size_t i = 0;

	while (i < s.len) {
		Slice rest = slice_sub(s, i, s.len);
		if (!fixed && slice_starts(rest, SLICE("\\Q"))) {
			quoted = true;
			i += 2;
			continue;
		}
		if (!fixed && slice_starts(rest, SLICE("\\E"))) {
			quoted = false;
			i += 2;
			continue;
		}
		size_t past = quoted ? i : skip_syntax(s, i);
		if (past > i) {
			i = past;
			continue;
		}
		uint32_t cp;
		i += utf8_decode(rest, &cp);
		if (uni_is_upper(cp))
			return true;
	}
	return false;
}

static uint32_t
case_option(Slice source, unsigned flags)
{
	if (flags & PATTERN_IGNORE_CASE)
		return PCRE2_CASELESS;
	if (flags & PATTERN_EXACT_CASE)
		return 0;
	return has_upper(source, flags & PATTERN_FIXED) ? 0 : PCRE2_CASELESS;
}

static void
append_literal(Buf *out, Slice source)
{
	for (size_t i = 0; i < source.len; i++) {
		unsigned char c = (unsigned char)source.ptr[i];
		if (c > ' ' && c < 0x7F && !is_word_byte((char)c))
			buf_append_char(out, '\\');
		buf_append_char(out, (char)c);
	}
}

static void
set_compile_error(Err *err, Slice source, int code, size_t off)
{
	size_t place = utf8_count(slice_sub(source, 0, off)) + 1;
	size_t n = sizeof(ERROR_TEXTS) / sizeof(ERROR_TEXTS[0]);

	for (size_t i = 0; i < n; i++) {
		if (ERROR_TEXTS[i].code != code)
			continue;
		err_set(err, _("%s at character %zu"), _(ERROR_TEXTS[i].text),
			place);
		return;
	}
	PCRE2_UCHAR text[256] = "";
	pcre2_get_error_message(code, text, sizeof(text));
	err_set(err, _("%s at character %zu"), (const char *)text, place);
}

static pcre2_code *
compile(Slice regex, uint32_t options, int *ret_code, size_t *ret_off)
{
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	PCRE2_SIZE off = 0;

	if (context)
		pcre2_set_newline(context, PCRE2_NEWLINE_LF);
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)regex.ptr, regex.len,
					 COMPILE_OPTIONS | options, ret_code,
					 &off, context);
	pcre2_compile_context_free(context);
	*ret_off = off;
	return code;
}

/*
 * The whole expression: first as it was typed, so that its own errors are told
 * and nothing in it can close what is put around it.
 */
static pcre2_code *
compile_source(Slice source, unsigned flags, Err *err)
{
	uint32_t options = case_option(source, flags);
	size_t edge = flags & PATTERN_WORD ? strlen(WORD_START) : 0;
	Buf regex;
	int code = 0;
	size_t off = 0;

	buf_init(&regex, 2 * PATTERN_MAX + 512);
	if (flags & PATTERN_FIXED)
		append_literal(&regex, source);
	else
		buf_append(&regex, source);
	pcre2_code *compiled = compile(buf_slice(&regex), options, &code, &off);
	if (compiled && edge > 0) {
		pcre2_code_free(compiled);
		buf_clear(&regex);
		buf_append(&regex, SLICE(WORD_START));
		if (flags & PATTERN_FIXED)
			append_literal(&regex, source);
		else
			buf_append(&regex, source);
		buf_append(&regex, SLICE(WORD_END));
		compiled = compile(buf_slice(&regex), options, &code, &off);
		off = off > edge ? off - edge : 0;
	}
	if (!compiled)
		set_compile_error(err, source, code, off);
	buf_done(&regex);
	return compiled;
}

static Status
check_source(Slice source, Err *err)
{
	bool cut;
	size_t valid = utf8_valid_prefix(source, &cut);

	if (source.len > PATTERN_MAX)
		return err_set(err, _("the pattern is longer than %d bytes"),
			       PATTERN_MAX);
	if (valid < source.len)
		return err_set(err,
			       _("the pattern is no valid UTF-8 at character "
				 "%zu"),
			       utf8_count(slice_sub(source, 0, valid)) + 1);
	return STATUS_OK;
}

static void
set_up_jit(Pattern *pattern)
{
	if (pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	pattern->stack =
		pcre2_jit_stack_create(JIT_STACK_START, JIT_STACK_MAX, NULL);
	if (pattern->stack)
		pcre2_jit_stack_assign(pattern->context, NULL, pattern->stack);
}

static Pattern *
new_pinyin(Slice source, Err *err)
{
	Pinyin *pinyin = pinyin_new(source, err);
	Pattern *pattern = NULL;

	if (pinyin) {
		pattern = mem_zalloc(sizeof(*pattern));
		pattern->pinyin = pinyin;
	}
	return pattern;
}

Pattern *
pattern_new(Slice source, unsigned flags, Err *err)
{
	if (check_source(source, err) != STATUS_OK)
		return NULL;
	if (flags & PATTERN_PINYIN)
		return new_pinyin(source, err);
	pcre2_code *code = compile_source(source, flags, err);
	if (!code)
		return NULL;

	Pattern *pattern = mem_zalloc(sizeof(*pattern));
	pattern->code = code;
	pattern->data = pcre2_match_data_create(1, NULL);
	pattern->context = pcre2_match_context_create(NULL);
	if (!pattern->data || !pattern->context) {
		err_set(err, _("there is no memory for the pattern"));
		pattern_free(pattern);
		return NULL;
	}
	pcre2_set_match_limit(pattern->context, MATCH_LIMIT);
	pcre2_set_depth_limit(pattern->context, DEPTH_LIMIT);
	pcre2_set_heap_limit(pattern->context, HEAP_LIMIT_KIB);
	set_up_jit(pattern);
	return pattern;
}

void
pattern_free(Pattern *pattern)
{
	if (!pattern)
		return;
	pinyin_free(pattern->pinyin);
	pcre2_jit_stack_free(pattern->stack);
	pcre2_match_context_free(pattern->context);
	pcre2_match_data_free(pattern->data);
	pcre2_code_free(pattern->code);
	mem_free(pattern);
}

static int
match(const Pattern *pattern, Slice text, size_t from, uint32_t options)
{
	return pcre2_match(pattern->code, (PCRE2_SPTR)text.ptr, text.len, from,
			   PCRE2_NOTEMPTY | options, pattern->data,
			   pattern->context);
}

PatternResult
pattern_find(const Pattern *pattern, Slice text, size_t from, size_t *ret_start,
	     size_t *ret_len)
{
	if (from >= text.len)
		return PATTERN_NONE;
	if (pattern->pinyin)
		return pinyin_find(pattern->pinyin, text, from, ret_start,
				   ret_len);
	int rc = match(pattern, text, from, 0);
	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = match(pattern, text, from, PCRE2_NO_JIT);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (rc < 0)
		return PATTERN_LIMIT;

	const PCRE2_SIZE *edges = pcre2_get_ovector_pointer(pattern->data);
	if (edges[0] < from || edges[1] <= edges[0] || edges[1] > text.len)
		return PATTERN_NONE;
	*ret_start = edges[0];
	*ret_len = edges[1] - edges[0];
	return PATTERN_FOUND;
}
