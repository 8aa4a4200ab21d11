/*
 * Unicode: clusters, cells, line breaks, classes.  The one owner of ICU for
 * text that is shown.
 *
 * Cells are counted by the program's own tables (ICU's East_Asian_Width and
 * general categories), never by the C library's, and the program's wcwidth(),
 * which ncursesw calls, answers from here, so that both agree.
 */
#ifndef TEXT_UNI_H
#define TEXT_UNI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"
#include "base/vec.h"

/* Cells of a code point: 0 (combining, format), 1 or 2; -1 for a control. */
int
uni_width(uint32_t cp);

/* Cells of East Asian Ambiguous characters, 1 or 2; 1 at first. */
void
uni_set_ambiguous_width(int cells);

int
uni_ambiguous_width(void);

/*
 * Bytes of the first extended grapheme cluster of `s` (not empty) (UAX #29).
 * O(1) for ASCII, Han, kana and their punctuation.
 */
size_t
uni_cluster(Slice s);

/* A cell of the screen; the points but the first are of no width. */
#define UNI_CELL_POINTS 5 /* that a cell keeps */
#define UNI_CELLS_MAX 4	  /* of a cluster */

typedef struct UniCell {
	uint32_t points[UNI_CELL_POINTS]; /* zeros behind the last */
	int cols;			  /* 1 or 2 */
} UniCell;

/*
 * The cells in which a cluster is painted, at most UNI_CELLS_MAX; their
 * number, 0 where nothing is seen of it.  Where terminals would count its
 * columns differently it has a form on which they agree, and U+FFFD, `?` or 〓
 * stand for what has none; a control is one of these.
 */
int
uni_cluster_cells(Slice cluster, UniCell *ret_cells);

/* Columns of these cells. */
int
uni_cluster_width(Slice cluster);

/* Cells of a text. */
size_t
uni_text_width(Slice s);

/* Bytes of the longest run of whole clusters of `s` that fits `cols` cells. */
size_t
uni_fit(Slice s, size_t cols, size_t *ret_cols);

/*
 * The same at the end of `s`: bytes of the longest run that ends there.
 * Cost: O(cols), however long `s` is.
 */
size_t
uni_fit_end(Slice s, size_t cols, size_t *ret_cols);

bool
uni_is_han(uint32_t cp);	/* Han, kana, bopomofo, their punctuation */

/* The bytes of the Han from U+4E00 to U+9FFF that `s`, UTF-8, begins with. */
static inline size_t
uni_han_prefix(Slice s)
{
	const unsigned char *p = (const unsigned char *)s.ptr;
	const unsigned char *last;

	if (s.len < 3)
		return 0;
	last = p + s.len - 3;
	while (p <= last && (p[0] - 0xE5u <= 0xE9 - 0xE5 ||
			     (p[0] == 0xE4 && p[1] >= 0xB8)))
		p += 3;
	return (size_t)((const char *)p - s.ptr);
}

bool
uni_is_space(uint32_t cp);

bool
uni_is_letter(uint32_t cp);	/* letters and marks of any script */

bool
uni_is_upper(uint32_t cp);	/* upper or title case */

bool
uni_is_control(uint32_t cp);	/* C0, DEL, C1; bidirectional controls too */

bool
uni_is_format(uint32_t cp);	/* seen only by what it does to others */

bool
uni_is_emoji(uint32_t cp);

/* The first version of Unicode that has it, 1 and up; 0: none yet. */
int
uni_age(uint32_t cp);

/* What the two are in one code point (NFC); 0: there is none. */
uint32_t
uni_compose(uint32_t cp, uint32_t mark);

/* Without its case (simple folding, locale-independent). */
uint32_t
uni_fold_point(uint32_t cp);

/*
 * The points that `cp` equals where case is ignored, itself among them; their
 * number, 0 where they are more than `max`.
 */
size_t
uni_case_variants(uint32_t cp, uint32_t *ret_points, size_t max);

/* Appends `s`, each code point folded so. */
bool
uni_fold_case(Slice s, Buf *out);

/*
 * The words of `s` (UAX #29, of Han text and kana by ICU's dictionary) without
 * what stands between them; at most `max` into `ret`; returns how many.  Opens
 * the rules each time (1 ms): for what one types.
 */
size_t
uni_words(Slice s, Slice *ret, size_t max);

/*
 * Where lines may break: UAX #14 as ICU has it for `zh@lb=strict`.
 * Opening costs 0.2 to 1 ms, so one is kept by whoever lays text out.
 */
typedef struct UniBreaker UniBreaker;

UniBreaker *
uni_breaker_new(void);

void
uni_breaker_free(UniBreaker *breaker);

/* Sets the text, which stays valid until the next call. */
void
uni_breaker_set_text(UniBreaker *breaker, Slice s);

/*
 * The first position after `off` where a line may or must break; s.len where
 * there is none before.  *ret_hard: it must.  `known`, at most `off`, is such a
 * position or 0; what stands before it need not be looked at.
 */
size_t
uni_breaker_next(UniBreaker *breaker, size_t known, size_t off,
		 bool *ret_hard);

#endif
