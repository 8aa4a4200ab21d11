#include "reading/rows.h"

#include "base/mem.h"
#include "text/uni.h"

#ifdef FANGTAN_TINY
#define ROWS_CACHE 3
#else
#define ROWS_CACHE 64
#endif

/* One paragraph, and its rows so far. */
typedef struct Entry {
	ParaId para;		/* DOC_NONE: not in use */
	bool ends_doc;		/* it ended the document when it was built */
	Shown shown;
	Wrap wrap;
	Row *rows;
	uint32_t n_rows;
	uint32_t room;
	int ambiguous;		/* width of ambiguous characters in them */
	bool started;		/* `wrap` is set up */
	bool complete;		/* all rows are there */
	uint64_t used;		/* Rows.tick of the last use */
} Entry;

struct Rows {
	const Document *doc;
	unsigned flags;		/* WrapFlag */
	UniBreaker *breaker;	/* opened at first use */
	const Entry *bound;	/* whose text the breaker holds */
	Entry *recent;
	uint64_t tick;
	Entry entries[ROWS_CACHE];
};

static void
entry_forget(Rows *rows, Entry *entry)
{
	entry->para = DOC_NONE;
	entry->used = 0;
	entry->started = false;
	if (rows->bound == entry)
		rows->bound = NULL;
	if (rows->recent == entry)
		rows->recent = NULL;
}

/* The entry of `para`, or the one that was not used for longest. */
static Entry *
entry_find(Rows *rows, ParaId para)
{
	Entry *oldest = &rows->entries[0];

	for (int i = 0; i < ROWS_CACHE; i++) {
		Entry *entry = &rows->entries[i];

		if (entry->para == para)
			return entry;
		if (entry->used < oldest->used)
			oldest = entry;
	}
	return oldest;
}

static void
entry_build(Rows *rows, Entry *entry, ParaId para)
{
	entry_forget(rows, entry);
	shown_build(&entry->shown, rows->doc, para);
	shown_add_directions(&entry->shown);
	entry->para = para;
	entry->ends_doc = doc_para_next(rows->doc, para) == DOC_NONE;
}

static Entry *
entry_of(Rows *rows, ParaId para)
{
	Entry *entry = rows->recent;

	if (entry == NULL || entry->para != para) {
		entry = entry_find(rows, para);
		if (entry->para != para)
			entry_build(rows, entry, para);
	}
	entry->used = ++rows->tick;
	rows->recent = entry;
	return entry;
}

static void
entry_start(Rows *rows, Entry *entry, uint32_t cols)
{
	if (rows->breaker == NULL)
		rows->breaker = uni_breaker_new();
	wrap_start(&entry->wrap, rows->breaker, entry->shown.text,
		   (WrapStyle){ cols, rows->flags });
	rows->bound = entry;
	entry->n_rows = 0;
	entry->ambiguous = uni_ambiguous_width();
	entry->started = true;
	entry->complete = false;
}

/* The entry of `para` with its rows of `cols` columns. */
static Entry *
entry_at(Rows *rows, ParaId para, uint32_t cols)
{
	Entry *entry = entry_of(rows, para);

	if (!entry->started || entry->wrap.style.cols != cols
	    || entry->wrap.style.flags != rows->flags
	    || entry->ambiguous != uni_ambiguous_width())
		entry_start(rows, entry, cols);
	return entry;
}

static void
entry_push(Entry *entry, Row row)
{
	if (entry->n_rows == entry->room) {
		entry->room = entry->room > 0 ? 2 * entry->room : 8;
		entry->rows = mem_realloc_array(entry->rows, entry->room,
						sizeof(*entry->rows));
	}
	entry->rows[entry->n_rows++] = row;
}

/* One row more; false where there is none. */
static bool
entry_grow(Rows *rows, Entry *entry)
{
	Row row = { 0 };

	if (entry->complete)
		return false;
	if (rows->bound != entry) {
		wrap_resume(&entry->wrap);
		rows->bound = entry;
	}
	if (!wrap_next(&entry->wrap, &row)) {
		entry->complete = true;
		if (entry->n_rows > 0)
			return false;
	}
	entry_push(entry, row);
	return true;
}

Rows *
rows_new(void)
{
	Rows *rows = mem_zalloc(sizeof(*rows));

	for (int i = 0; i < ROWS_CACHE; i++) {
		shown_init(&rows->entries[i].shown);
		rows->entries[i].para = DOC_NONE;
	}
	return rows;
}

void
rows_free(Rows *rows)
{
	if (rows == NULL)
		return;
	for (int i = 0; i < ROWS_CACHE; i++) {
		shown_done(&rows->entries[i].shown);
		mem_free(rows->entries[i].rows);
	}
	uni_breaker_free(rows->breaker);
	mem_free(rows);
}

void
rows_set_document(Rows *rows, const Document *doc)
{
	for (int i = 0; i < ROWS_CACHE; i++)
		entry_forget(rows, &rows->entries[i]);
	rows->doc = doc;
}

void
rows_set_flags(Rows *rows, unsigned flags)
{
	rows->flags = flags;
}

void
rows_set_script(Rows *rows, const ShownScript *script)
{
	for (int i = 0; i < ROWS_CACHE; i++) {
		entry_forget(rows, &rows->entries[i]);
		shown_set_script(&rows->entries[i].shown, script);
	}
}

void
rows_grown(Rows *rows)
{
	for (int i = 0; i < ROWS_CACHE; i++)
		if (rows->entries[i].ends_doc)
			entry_forget(rows, &rows->entries[i]);
}

bool
rows_get(Rows *rows, ParaId para, uint32_t cols, uint32_t index, Row *ret)
{
	Entry *entry = entry_at(rows, para, cols);

	while (entry->n_rows <= index)
		if (!entry_grow(rows, entry))
			return false;
	*ret = entry->rows[index];
	return true;
}

uint32_t
rows_last(Rows *rows, ParaId para, uint32_t cols)
{
	Entry *entry = entry_at(rows, para, cols);

	while (entry_grow(rows, entry))
		;
	return entry->n_rows - 1;
}

uint32_t
rows_at(Rows *rows, ParaId para, uint32_t cols, uint32_t source)
{
	Entry *entry = entry_at(rows, para, cols);
	uint32_t byte = shown_from_source(&entry->shown, source);
	uint32_t low = 0;

	while (entry->wrap.pos <= byte && entry_grow(rows, entry))
		;
	for (uint32_t high = entry->n_rows; high - low > 1;) {
		uint32_t middle = low + (high - low) / 2;

		if (entry->rows[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

const Shown *
rows_shown(Rows *rows, ParaId para)
{
	return &entry_of(rows, para)->shown;
}
