/*
 * OpenCC takes a string and gives one back.  It is given a text in pieces that
 * end with a sentence, which no phrase of its dictionaries crosses, so that
 * memory is bounded, and the map of a piece cannot be led astray by another.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "text/script.h"

#include <string.h>

#include <opencc.h>

#include "base/dynlib.h"
#include "base/i18n.h"
#include "base/items.h"
#include "base/mem.h"
#include "text/script_map.h"
#include "text/utf8.h"

#ifndef OPENCC_SONAME
#define OPENCC_SONAME "libopencc.so.1.1"
#endif

#ifdef FANGTAN_TINY
#define PIECE_MIN 16
#define PIECE_MAX 96
#else
#define PIECE_MIN 256		/* bytes behind which a piece may end */
#define PIECE_MAX 8192
#endif

#define OUTWEIGHS 2		/* times as many */
#define KANA_SHARE 10		/* one of so many is Japanese */
#define UNKNOWN 0		/* of a form that was not asked for yet */

/* What is used of the library. */
typedef struct OpenCC {
	bool loaded;
	opencc_t (*open)(const char *config);
	int (*close)(opencc_t opencc);
	char *(*convert)(opencc_t opencc, const char *input, size_t len);
	void (*free)(char *text);
} OpenCC;

/* The dictionaries of a form. */
typedef struct Dictionary {
	opencc_t opencc;	/* NULL: not open */
	uint16_t *forms;	/* of single Han characters, or UNKNOWN */
} Dictionary;

struct Script {
	ScriptChars chars;
	OpenCC library;
	Dictionary dictionaries[SCRIPT_FORMS];
};

/* A dictionary in use. */
typedef struct Conversion {
	const OpenCC *library;
	Dictionary *dictionary;
	Buf *out;
	Buf *runs;
} Conversion;

Script *
script_new(void)
{
	Script *script = mem_zalloc(sizeof(*script));

	script_chars_init(&script->chars);
	return script;
}

void
script_free(Script *script)
{
	if (script == NULL)
		return;
	for (int i = 0; i < SCRIPT_FORMS; i++) {
		Dictionary *dictionary = &script->dictionaries[i];

		if (dictionary->opencc != NULL)
			script->library.close(dictionary->opencc);
		mem_free(dictionary->forms);
	}
	mem_free(script);
}

static bool
load_library(OpenCC *library)
{
	const DynlibSymbol symbols[] = {
		{ "opencc_open", &library->open },
		{ "opencc_close", &library->close },
		{ "opencc_convert_utf8", &library->convert },
		{ "opencc_convert_utf8_free", &library->free },
	};

	library->loaded = library->loaded ||
			  dynlib_load(OPENCC_SONAME, symbols, N_ITEMS(symbols));
	return library->loaded;
}

/* Opens the dictionaries that a configuration of the folder names, or NULL. */
static opencc_t
open_in(const OpenCC *library, const char *folder, const char *config)
{
	opencc_t opencc;
	Buf path;

	buf_init(&path, SIZE_MAX);
	buf_appendf(&path, "%s/opencc/%s", folder, config);
	opencc = library->open(path.ptr);
	buf_done(&path);
	return opencc == (opencc_t)-1 ? NULL : opencc;
}

/*
 * By the configurations of the build, which name OpenCC's dictionaries by their
 * path: a name alone, as in its own, means first a file of the folder that one
 * is in.
 */
static Status
open_once(Script *script, const char *config, opencc_t *opencc, Err *err)
{
	const OpenCC *library = &script->library;

	if (*opencc != NULL)
		return STATUS_OK;
	if (!load_library(&script->library))
		return err_set(err, _("the text stays as it is, because the "
				      "library %s cannot be loaded; install "
				      "OpenCC"), OPENCC_SONAME);
	*opencc = open_in(library, PKGDATADIR, config);
	if (*opencc == NULL)
		*opencc = open_in(library, FANGTAN_MADE_DATA, config);
	if (*opencc == NULL)
		return err_set(err, _("the text stays as it is, because the "
				      "dictionaries of OpenCC cannot be read; "
				      "install them"));
	return STATUS_OK;
}

Status
script_open(Script *script, ScriptForm form, Err *err)
{
	static const char *const configs[] = {
		[SCRIPT_TRADITIONAL] = "s2twp.json",
		[SCRIPT_SIMPLIFIED] = "tw2sp.json",
	};
	Dictionary *dictionary = &script->dictionaries[form];

	if (form == SCRIPT_ORIGINAL || dictionary->opencc != NULL)
		return STATUS_OK;
	if (open_once(script, configs[form], &dictionary->opencc, err) !=
	    STATUS_OK)
		return STATUS_FAILED;
	dictionary->forms = mem_zalloc((SCRIPT_HAN_LAST - SCRIPT_HAN_FIRST + 1)
				       * sizeof(*dictionary->forms));
	return STATUS_OK;
}

const ScriptChars *
script_chars(const Script *script)
{
	return &script->chars;
}

ScriptForm
script_of_count(const ScriptCount *count, ScriptForm otherwise)
{
	uint64_t traditional = count->of[SCRIPT_TRADITIONAL];
	uint64_t simplified = count->of[SCRIPT_SIMPLIFIED];
	uint64_t han = traditional + simplified + count->of[SCRIPT_ORIGINAL];

	if (count->kana * KANA_SHARE > han)
		return SCRIPT_OTHER;
	if (traditional > OUTWEIGHS * simplified)
		return SCRIPT_TRADITIONAL;
	if (simplified > OUTWEIGHS * traditional)
		return SCRIPT_SIMPLIFIED;
	return otherwise;
}

/* What one character alone becomes. */
static uint32_t
convert_char(const OpenCC *library, opencc_t opencc, uint32_t cp)
{
	char bytes[UTF8_MAX];
	size_t len = utf8_encode(cp, bytes);
	char *text = library->convert(opencc, bytes, len);
	uint32_t form = cp;
	size_t got = text != NULL ? strlen(text) : 0;

	if (got > 0 &&
	    utf8_decode((Slice){ text, got }, &form) != got)
		form = cp;
	if (text != NULL)
		library->free(text);
	return form;
}

/* ScriptPairs: the form of a Han character, asked for once. */
static uint32_t
form_of(void *ctx, uint32_t cp)
{
	const Conversion *conversion = ctx;
	const Dictionary *dictionary = conversion->dictionary;
	uint16_t *form;

	if (cp < SCRIPT_HAN_FIRST || cp > SCRIPT_HAN_LAST)
		return cp;
	form = &dictionary->forms[cp - SCRIPT_HAN_FIRST];
	if (*form == UNKNOWN) {
		uint32_t other = convert_char(conversion->library,
					      dictionary->opencc, cp);

		*form = (uint16_t)(other <= UINT16_MAX ? other : cp);
	}
	return *form;
}

/* True where a sentence ends with this character. */
static bool
ends_sentence(uint32_t cp)
{
	return cp == '\n' || cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F;
}

/* The bytes of the next piece; a NUL, at which OpenCC stops, is one. */
static size_t
piece_len(Slice text)
{
	const char *nul = memchr(text.ptr, '\0', slice_sub(text, 0,
							   PIECE_MAX).len);
	size_t most = nul != NULL ? (size_t)(nul - text.ptr) : text.len;
	size_t off = 0;
	uint32_t cp = 0;

	if (most == 0)
		return 1;
	while (off < most && off < PIECE_MAX) {
		off += utf8_decode(slice_sub(text, off, UTF8_MAX), &cp);
		if (off >= PIECE_MIN && ends_sentence(cp))
			break;
	}
	return off;
}

static void
convert_piece(Conversion *conversion, Slice piece)
{
	const ScriptPairs pairs = { form_of, conversion };
	char *given = NULL;
	Slice text = piece;

	if (piece.ptr[0] != '\0')
		given = conversion->library->convert(
			conversion->dictionary->opencc, piece.ptr, piece.len);
	if (given != NULL && given[0] != '\0')
		text = slice_from(given);
	buf_append(conversion->out, text);
	if (conversion->runs != NULL)
		script_map_add(conversion->runs, piece, text, &pairs);
	if (given != NULL)
		conversion->library->free(given);
}

void
script_convert(Script *script, ScriptForm form, Slice text, Buf *out, Buf *runs)
{
	Conversion conversion = {
		.library = &script->library,
		.dictionary = &script->dictionaries[form],
		.out = out,
		.runs = runs,
	};

	while (text.len > 0) {
		size_t len = piece_len(text);

		convert_piece(&conversion, slice_sub(text, 0, len));
		text = slice_sub(text, len, SIZE_MAX);
	}
}

const char *
script_name(ScriptForm form)
{
	return form == SCRIPT_TRADITIONAL ? _("Traditional (Taiwan)")
					  : _("Simplified");
}
