/*
 * Pattern: from what was typed to compiled PCRE2, and matching.
 *
 * Every pattern becomes one regular expression: a literal is escaped, a whole
 * word is put between assertions.  JIT is used where there is one; a match
 * that needs more stack than JIT may have is tried by the interpreter.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "reading/pattern.h"

#include <string.h>
#include <time.h>

#include <pcre2.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/items.h"
#include "base/mem.h"
#include "base/vec.h"
#include "reading/pinyin.h"
#include "reading/regex.h"
#include "reading/unseen.h"
#include "reading/whole_word.h"
#include "text/uni.h"
#include "text/utf8.h"

#ifndef PCRE2_SONAME
#define PCRE2_SONAME "libpcre2-8.so.0"
#endif

/* Steps at one starting point; a good pattern needs a few. */
#define MATCH_LIMIT 100000
#define DEPTH_LIMIT 50000
#define HEAP_LIMIT_KIB (16 * 1024)
#define JIT_STACK_START (32 * 1024)
#define JIT_STACK_MAX (256 * 1024)

/*
 * A step may cost as much as the text is long, and each start has its own: in
 * a long text the starts are tried in stretches, each twice as long as the one
 * before, until this much work, of the processor's time, is done.
 */
#define WORK_MAX_NS 8000000
#define WORK_SMALL_NS 1000000	/* after such a stretch the next is longer */
#define TEXT_SHORT 4096		/* bytes of a text that is done at once */

#define REGEX_MAX (256 * 1024)	/* bytes of what is compiled */

#define COMPILE_OPTIONS \
	(PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | \
	 PCRE2_USE_OFFSET_LIMIT | \
	 PCRE2_NEVER_BACKSLASH_C | PCRE2_DOLLAR_ENDONLY)

/* What is used of the library. */
typedef struct Pcre {
	int (*get_error_message)(int code, PCRE2_UCHAR *text, size_t size);
	pcre2_compile_context *(*compile_context_create)(
		pcre2_general_context *general);
	void (*compile_context_free)(pcre2_compile_context *context);
	int (*set_newline)(pcre2_compile_context *context, uint32_t newline);
	pcre2_code *(*compile)(PCRE2_SPTR regex, size_t len, uint32_t options,
			       int *error, size_t *error_off,
			       pcre2_compile_context *context);
	void (*code_free)(pcre2_code *code);
	int (*jit_compile)(pcre2_code *code, uint32_t options);
	pcre2_jit_stack *(*jit_stack_create)(size_t start, size_t max,
					     pcre2_general_context *general);
	void (*jit_stack_assign)(pcre2_match_context *context,
				 pcre2_jit_callback callback, void *data);
	void (*jit_stack_free)(pcre2_jit_stack *stack);
	pcre2_match_data *(*match_data_create)(uint32_t pairs,
					       pcre2_general_context *general);
	void (*match_data_free)(pcre2_match_data *data);
	pcre2_match_context *(*match_context_create)(
		pcre2_general_context *general);
	void (*match_context_free)(pcre2_match_context *context);
	int (*set_match_limit)(pcre2_match_context *context, uint32_t limit);
	int (*set_depth_limit)(pcre2_match_context *context, uint32_t limit);
	int (*set_heap_limit)(pcre2_match_context *context, uint32_t limit);
	int (*set_offset_limit)(pcre2_match_context *context, size_t limit);
	int (*match)(const pcre2_code *code, PCRE2_SPTR text, size_t len,
		     size_t from, uint32_t options, pcre2_match_data *data,
		     pcre2_match_context *context);
	size_t *(*get_ovector_pointer)(pcre2_match_data *data);
} Pcre;

/*
 * The expression that passes over what is not seen inside of words, for texts
 * that hold any: compiled when the first one is met.
 */
typedef struct Loose {
	char *source;
	size_t len;
	unsigned flags;
	bool compiled;
	pcre2_code *code;	/* NULL: as yet, or PCRE2 takes none */
} Loose;

struct Pattern {
	Pcre pcre;
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack; /* NULL: no JIT for this one */
	Loose *loose;		/* NULL: nothing would be inside its words */
	Pinyin *pinyin;		/* in place of all these, or NULL */
	Scout *scout;		/* NULL: it may match anywhere */
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

/* False where the library is not there or lacks a function. */
static bool
load_pcre(Pcre *pcre)
{
	const DynlibSymbol symbols[] = {
		{ "pcre2_get_error_message_8", &pcre->get_error_message },
		{ "pcre2_compile_context_create_8",
		  &pcre->compile_context_create },
		{ "pcre2_compile_context_free_8",
		  &pcre->compile_context_free },
		{ "pcre2_set_newline_8", &pcre->set_newline },
		{ "pcre2_compile_8", &pcre->compile },
		{ "pcre2_code_free_8", &pcre->code_free },
		{ "pcre2_jit_compile_8", &pcre->jit_compile },
		{ "pcre2_jit_stack_create_8", &pcre->jit_stack_create },
		{ "pcre2_jit_stack_assign_8", &pcre->jit_stack_assign },
		{ "pcre2_jit_stack_free_8", &pcre->jit_stack_free },
		{ "pcre2_match_data_create_8", &pcre->match_data_create },
		{ "pcre2_match_data_free_8", &pcre->match_data_free },
		{ "pcre2_match_context_create_8",
		  &pcre->match_context_create },
		{ "pcre2_match_context_free_8", &pcre->match_context_free },
		{ "pcre2_set_match_limit_8", &pcre->set_match_limit },
		{ "pcre2_set_depth_limit_8", &pcre->set_depth_limit },
		{ "pcre2_set_heap_limit_8", &pcre->set_heap_limit },
		{ "pcre2_set_offset_limit_8", &pcre->set_offset_limit },
		{ "pcre2_match_8", &pcre->match },
		{ "pcre2_get_ovector_pointer_8", &pcre->get_ovector_pointer },
	};

	return dynlib_load(PCRE2_SONAME, symbols, N_ITEMS(symbols));
}

static uint32_t
case_option(Slice source, unsigned flags)
{
	if (flags & PATTERN_IGNORE_CASE)
		return PCRE2_CASELESS;
	if (flags & PATTERN_EXACT_CASE)
		return 0;
	return regex_has_upper(source, flags & PATTERN_FIXED) ? 0
						       : PCRE2_CASELESS;
}

static void
set_compile_error(const Pcre *pcre, Slice source, int code, size_t off,
		  Err *err)
{
	size_t place = utf8_count(slice_sub(source, 0, off)) + 1;

	for (size_t i = 0; i < N_ITEMS(ERROR_TEXTS); i++) {
		if (ERROR_TEXTS[i].code != code)
			continue;
		err_set(err, _("%s at character %zu"), _(ERROR_TEXTS[i].text),
			place);
		return;
	}
	PCRE2_UCHAR text[256] = "";
	pcre->get_error_message(code, text, sizeof(text));
	err_set(err, _("%s at character %zu"), (const char *)text, place);
}

static pcre2_code *
compile(const Pcre *pcre, Slice regex, uint32_t options, int *ret_code,
	size_t *ret_off)
{
	pcre2_compile_context *context = pcre->compile_context_create(NULL);
	pcre2_code *code;

	if (context)
		pcre->set_newline(context, PCRE2_NEWLINE_LF);
	code = pcre->compile((PCRE2_SPTR)regex.ptr, regex.len,
			     COMPILE_OPTIONS | options, ret_code, ret_off,
			     context);
	pcre->compile_context_free(context);
	return code;
}

/* The expression that matches; NULL where it is not one, or too large. */
static pcre2_code *
compile_edged(const Pcre *pcre, Slice regex, unsigned flags, uint32_t options,
	      bool loose)
{
	pcre2_code *compiled;
	int code;
	size_t off;
	Buf edged;

	if (!(flags & PATTERN_WORD))
		return compile(pcre, regex, options, &code, &off);
	buf_init(&edged, REGEX_MAX + 512);
	whole_word_append(regex, loose, &edged);
	compiled = compile(pcre, buf_slice(&edged), options, &code, &off);
	buf_done(&edged);
	return compiled;
}

/* Where the expression, which was compiled, may match. */
static Scout *
scout_of(Slice regex, uint32_t options)
{
	Needles *needles = needles_new(regex, options & PCRE2_CASELESS);

	return needles ? scout_new(needles) : NULL;
}

/*
 * The folded expression, which becomes `regex`: the widest that PCRE2 takes,
 * as a look behind or its own limits allow.  NULL where none is.
 */
static pcre2_code *
compile_folded(const Pcre *pcre, Slice source, unsigned flags, bool loose,
	       Buf *regex)
{
	FoldLevel last = loose ? FOLD_NOTHING : FOLD_CHARACTERS;
	pcre2_code *compiled = NULL;
	FoldHow how = {
		.level = flags & PATTERN_EXACT_SCRIPT ? FOLD_NOTHING
						      : FOLD_WORDS,
		.fixed = flags & PATTERN_FIXED,
		.caseless = case_option(source, flags) & PCRE2_CASELESS,
		.loose = loose,
	};

	for (; !compiled && how.level <= last; how.level++) {
		buf_clear(regex);
		if (fold_pattern(source, how, regex))
			compiled = compile_edged(pcre, buf_slice(regex), flags,
						 case_option(source, flags),
						 loose);
	}
	return compiled;
}

/*
 * The whole expression: first as it was typed, so that its own errors are told
 * and nothing in it can close what is put around it.
 */
static pcre2_code *
compile_source(const Pcre *pcre, Slice source, unsigned flags,
	       Scout **ret_scout, Err *err)
{
	uint32_t options = case_option(source, flags);
	pcre2_code *own, *compiled;
	int code = 0;
	size_t off = 0;
	Buf regex, folded;

	buf_init(&regex, REGEX_MAX);
	regex_append(source, flags & PATTERN_FIXED, &regex);
	own = compile(pcre, buf_slice(&regex), options, &code, &off);
	if (!own) {
		set_compile_error(pcre, source, code, off, err);
		buf_done(&regex);
		return NULL;
	}
	buf_init(&folded, REGEX_MAX);
	compiled = compile_folded(pcre, source, flags, false, &folded);
	*ret_scout = scout_of(buf_slice(compiled ? &folded : &regex), options);
	if (!compiled && flags & PATTERN_WORD)
		compiled = compile_edged(pcre, buf_slice(&regex), flags,
					 options, false);
	buf_done(&folded);
	buf_done(&regex);
	if (!compiled)
		return own;
	pcre->code_free(own);
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
	const Pcre *pcre = &pattern->pcre;

	if (pcre->jit_compile(pattern->code, PCRE2_JIT_COMPLETE) != 0)
		return;
	pattern->stack = pcre->jit_stack_create(JIT_STACK_START, JIT_STACK_MAX,
						NULL);
	if (pattern->stack)
		pcre->jit_stack_assign(pattern->context, NULL, pattern->stack);
}

static Loose *
loose_new(Slice source, unsigned flags)
{
	Loose *loose = mem_zalloc(sizeof(*loose));

	*loose = (Loose){ .source = mem_strdup_slice(source),
			  .len = source.len,
			  .flags = flags };
	return loose;
}

/* Compiles the expression for a pattern that is new. */
static Status
set_up_regex(Pattern *pattern, Slice source, unsigned flags, Err *err)
{
	const Pcre *pcre = &pattern->pcre;

	if (!load_pcre(&pattern->pcre))
		return err_set(err, _("nothing can be searched, because the "
				      "library %s cannot be loaded; install "
				      "PCRE2"), PCRE2_SONAME);
	pattern->code = compile_source(pcre, source, flags, &pattern->scout,
				       err);
	if (!pattern->code)
		return STATUS_FAILED;
	pattern->data = pcre->match_data_create(1, NULL);
	pattern->context = pcre->match_context_create(NULL);
	if (!pattern->data || !pattern->context)
		return err_set(err, _("there is no memory for the pattern"));
	pcre->set_match_limit(pattern->context, MATCH_LIMIT);
	pcre->set_depth_limit(pattern->context, DEPTH_LIMIT);
	pcre->set_heap_limit(pattern->context, HEAP_LIMIT_KIB);
	set_up_jit(pattern);
	if (flags & PATTERN_WORD ||
	    regex_has_word(source, flags & PATTERN_FIXED))
		pattern->loose = loose_new(source, flags);
	return STATUS_OK;
}

static Status
set_up_pinyin(Pattern *pattern, Slice source, Err *err)
{
	Places *places;

	pattern->pinyin = pinyin_new(source, err);
	if (!pattern->pinyin)
		return STATUS_FAILED;
	places = pinyin_places(pattern->pinyin);
	pattern->scout = places ? scout_new_places(places) : NULL;
	return STATUS_OK;
}

Pattern *
pattern_new(Slice source, unsigned flags, Err *err)
{
	Pattern *pattern;
	Status status;

	if (check_source(source, err) != STATUS_OK)
		return NULL;
	pattern = mem_zalloc(sizeof(*pattern));
	status = flags & PATTERN_PINYIN
			 ? set_up_pinyin(pattern, source, err)
			 : set_up_regex(pattern, source, flags, err);
	if (status == STATUS_OK)
		return pattern;
	pattern_free(pattern);
	return NULL;
}

static void
free_regex(Pattern *pattern)
{
	const Pcre *pcre = &pattern->pcre;

	if (pattern->loose) {
		pcre->code_free(pattern->loose->code);
		mem_free(pattern->loose->source);
	}
	mem_free(pattern->loose);
	pcre->jit_stack_free(pattern->stack);
	pcre->match_context_free(pattern->context);
	pcre->match_data_free(pattern->data);
	pcre->code_free(pattern->code);
}

void
pattern_free(Pattern *pattern)
{
	if (!pattern)
		return;
	pinyin_free(pattern->pinyin);
	scout_free(pattern->scout);
	if (pattern->code)
		free_regex(pattern);
	mem_free(pattern);
}

static int
match(const Pattern *pattern, const pcre2_code *code, Slice text, size_t from,
      uint32_t options)
{
	return pattern->pcre.match(code, (PCRE2_SPTR)text.ptr,
				   text.len, from, PCRE2_NOTEMPTY | options,
				   pattern->data, pattern->context);
}

static int
match_with_stack(const Pattern *pattern, const pcre2_code *code, Slice text,
		 size_t from)
{
	int rc = match(pattern, code, text, from, 0);

	if (rc == PCRE2_ERROR_JIT_STACKLIMIT)
		rc = match(pattern, code, text, from, PCRE2_NO_JIT);
	return rc;
}

static uint64_t
time_ns(clockid_t clock)
{
	struct timespec now = { 0 };

	clock_gettime(clock, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* Where a character begins, at or after `off`. */
static size_t
character_at(Slice text, size_t off)
{
	while (off < text.len && ((unsigned char)text.ptr[off] & 0xC0) == 0x80)
		off++;
	return off < text.len ? off : text.len;
}

/*
 * The match in a long text, in stretches; where all work is done, an error.
 * Work is the processor's time, which is dear to ask for: only where a stretch
 * took long by the clock, which is cheap.
 */
static int
match_long(const Pattern *pattern, const pcre2_code *code, Slice text,
	   size_t from)
{
	size_t stretch = (size_t)TEXT_SHORT * TEXT_SHORT / text.len + 1;
	uint64_t before = time_ns(CLOCK_MONOTONIC);
	uint64_t begun = 0;
	int rc = PCRE2_ERROR_NOMATCH;

	while (rc == PCRE2_ERROR_NOMATCH && from < text.len) {
		size_t end = character_at(text, from + stretch);
		pattern->pcre.set_offset_limit(pattern->context, end - 1);
		rc = match_with_stack(pattern, code, text, from);
		uint64_t now = time_ns(CLOCK_MONOTONIC);
		if (now - before < WORK_SMALL_NS)
			stretch *= 2;
		else if (begun == 0)
			begun = time_ns(CLOCK_THREAD_CPUTIME_ID);
		else if (rc == PCRE2_ERROR_NOMATCH && end < text.len &&
			 time_ns(CLOCK_THREAD_CPUTIME_ID) - begun > WORK_MAX_NS)
			rc = PCRE2_ERROR_MATCHLIMIT;
		before = now;
		from = end;
	}
	pattern->pcre.set_offset_limit(pattern->context, PCRE2_UNSET);
	return rc;
}

static int
match_text(const Pattern *pattern, const pcre2_code *code, Slice text,
	   size_t from)
{
	return text.len <= TEXT_SHORT
		       ? match_with_stack(pattern, code, text, from)
		       : match_long(pattern, code, text, from);
}

/* The loose expression, or NULL where there is none. */
static const pcre2_code *
loose_code(const Pattern *pattern)
{
	const Pcre *pcre = &pattern->pcre;
	Loose *loose = pattern->loose;
	Buf regex;

	if (loose->compiled)
		return loose->code;
	loose->compiled = true;
	buf_init(&regex, REGEX_MAX);
	loose->code = compile_folded(pcre, (Slice){ loose->source, loose->len },
				     loose->flags, true, &regex);
	if (loose->code && pattern->stack)
		pcre->jit_compile(loose->code, PCRE2_JIT_COMPLETE);
	buf_done(&regex);
	return loose->code;
}

/* True where what is not seen stands from `from` to behind the match, if any. */
static bool
has_unseen(const Pattern *pattern, Slice text, size_t from, bool found)
{
	const size_t *edges =
		pattern->pcre.get_ovector_pointer(pattern->data);
	size_t end = found ? edges[1] + UTF8_MAX : text.len;

	return end > from && unseen_in(slice_sub(text, from, end - from));
}

PatternResult
pattern_find(const Pattern *pattern, Slice text, size_t from, size_t *ret_start,
	     size_t *ret_len)
{
	const size_t *edges;
	int rc;

	if (from >= text.len)
		return PATTERN_NONE;
	if (pattern->pinyin)
		return pinyin_find(pattern->pinyin, text, from, ret_start,
				   ret_len);
	rc = match_text(pattern, pattern->code, text, from);
	if (pattern->loose && (rc >= 0 || rc == PCRE2_ERROR_NOMATCH) &&
	    has_unseen(pattern, text, from, rc >= 0) && loose_code(pattern))
		rc = match_text(pattern, loose_code(pattern), text, from);
	if (rc == PCRE2_ERROR_NOMATCH)
		return PATTERN_NONE;
	if (rc < 0)
		return PATTERN_LIMIT;
	edges = pattern->pcre.get_ovector_pointer(pattern->data);
	if (edges[0] < from || edges[1] <= edges[0] || edges[1] > text.len)
		return PATTERN_NONE;
	*ret_start = edges[0];
	*ret_len = edges[1] - edges[0];
	return PATTERN_FOUND;
}

const Scout *
pattern_scout(const Pattern *pattern)
{
	return pattern->scout;
}
