#include "reading/rows.h"

#include "base/mem.h"
#include "reading/section.h"
#include "text/uni.h"

#ifdef FANGTAN_TINY
#define ROWS_CACHE 3
#else
#define ROWS_CACHE 64
#endif

/*
 * The index of a row: its section's, and its own in there.  A row has at least
 * a byte.
 */
#define ROW_BITS 15
#define ROW_MASK ((1u << ROW_BITS) - 1)

_Static_assert(SECTION_BYTES * 3 / 2 + SECTION_NEAR <= ROW_MASK,
	       "the index of a row has room for all of a section");

#define BLOCKS 3	/* sections of one paragraph that a screen is in */

/* The rows of one section so far. */
typedef struct Block {
	uint32_t section;
	uint32_t start;		/* of the section, in the visible text */
	Wrap wrap;
	RowShape shape;
	int ambiguous;		/* width of ambiguous characters in them */
	Row *rows;
	uint32_t n_rows;
	uint32_t room;
	bool started;		/* `wrap` is set up */
	bool complete;		/* all rows are there */
	uint64_t used;		/* Rows.tick of the last use */
} Block;

/* One paragraph. */
typedef struct Entry {
	ParaId para;		/* DOC_NONE: not in use */
	bool ends_doc;		/* it ended the document when it was built */
	Shown shown;
	Block blocks[BLOCKS];
	uint64_t used;		/* Rows.tick of the last use */
} Entry;

struct Rows {
	const Document *doc;
	unsigned flags;		/* WrapFlag */
	UniBreaker *breaker;	/* opened at first use */
	const Block *bound;	/* whose text the breaker holds */
	Entry *recent;
	uint64_t tick;
	const ShownScript *script;
	Entry *entries;		/* room for ROWS_CACHE … */
	int n_entries;		/* … of which so many were ever used */
};

static void
entry_forget(Rows *rows, Entry *entry)
{
	entry->para = DOC_NONE;
	entry->used = 0;
	for (int i = 0; i < BLOCKS; i++) {
		entry->blocks[i].started = false;
		if (rows->bound == &entry->blocks[i])
			rows->bound = NULL;
	}
	if (rows->recent == entry)
		rows->recent = NULL;
}

static Entry *
entry_add(Rows *rows)
{
	Entry *entry = &rows->entries[rows->n_entries++];

	*entry = (Entry){ .para = DOC_NONE };
	shown_init(&entry->shown);
	shown_set_script(&entry->shown, rows->script);
	return entry;
}

/* The entry of `para`, a new one, or the one not used for longest. */
static Entry *
entry_find(Rows *rows, ParaId para)
{
	Entry *oldest = &rows->entries[0];

	for (int i = 0; i < rows->n_entries; i++) {
		Entry *entry = &rows->entries[i];

		if (entry->para == para)
			return entry;
		if (entry->used < oldest->used)
			oldest = entry;
	}
	return rows->n_entries < ROWS_CACHE ? entry_add(rows) : oldest;
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
block_start(Rows *rows, Block *block, Slice section, RowShape shape)
{
	if (rows->breaker == NULL)
		rows->breaker = uni_breaker_new();
	wrap_start(&block->wrap, rows->breaker, section,
		   (WrapStyle){ shape.cols, rows->flags });
	rows->bound = block;
	block->shape = shape;
	block->n_rows = 0;
	block->ambiguous = uni_ambiguous_width();
	block->started = true;
	block->complete = false;
}

/* The block of a section, or the one that was not used for longest. */
static Block *
block_find(Entry *entry, uint32_t section)
{
	Block *oldest = &entry->blocks[0];

	for (int i = 0; i < BLOCKS; i++) {
		Block *block = &entry->blocks[i];

		if (block->started && block->section == section)
			return block;
		if (!block->started || block->used < oldest->used)
			oldest = block;
	}
	oldest->started = false;
	oldest->section = section;
	return oldest;
}

/* The block of a section of `para`, which has it, in that shape. */
static Block *
block_at(Rows *rows, ParaId para, RowShape shape, uint32_t section)
{
	Entry *entry = entry_of(rows, para);
	Block *block = block_find(entry, section);
	Slice text = entry->shown.text;

	block->used = rows->tick;
	if (block->started && block->shape.cols == shape.cols
	    && block->shape.first == shape.first
	    && block->wrap.style.flags == rows->flags
	    && block->ambiguous == uni_ambiguous_width())
		return block;
	block->start = section_start(text, section);
	text = slice_sub(text, 0, section_start(text, section + 1));
	block_start(rows, block, slice_sub(text, block->start, SIZE_MAX),
		    shape);
	return block;
}

static void
block_push(Block *block, Row row)
{
	if (block->n_rows == block->room) {
		block->room = block->room > 0 ? 2 * block->room : 8;
		block->rows = mem_realloc_array(block->rows, block->room,
						sizeof(*block->rows));
	}
	row.start += block->start;
	block->rows[block->n_rows++] = row;
}

/* One row more; false where there is none. */
static bool
block_grow(Rows *rows, Block *block)
{
	bool is_first = block->section == 0 && block->n_rows == 0;
	Row row = { 0 };

	if (block->complete)
		return false;
	if (rows->bound != block) {
		wrap_resume(&block->wrap);
		rows->bound = block;
	}
	block->wrap.style.cols = block->shape.cols
		- (is_first ? block->shape.first : 0);
	if (!wrap_next(&block->wrap, &row)) {
		block->complete = true;
		if (block->n_rows > 0)
			return false;
	}
	block_push(block, row);
	return true;
}

Rows *
rows_new(void)
{
	Rows *rows = mem_zalloc(sizeof(*rows));

	rows->entries = mem_alloc(ROWS_CACHE * sizeof(*rows->entries));
	return rows;
}

void
rows_free(Rows *rows)
{
	if (rows == NULL)
		return;
	for (int i = 0; i < rows->n_entries; i++) {
		shown_done(&rows->entries[i].shown);
		for (int j = 0; j < BLOCKS; j++)
			mem_free(rows->entries[i].blocks[j].rows);
	}
	mem_free(rows->entries);
	uni_breaker_free(rows->breaker);
	mem_free(rows);
}

void
rows_set_document(Rows *rows, const Document *doc)
{
	for (int i = 0; i < rows->n_entries; i++)
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
	rows->script = script;
	for (int i = 0; i < rows->n_entries; i++) {
		entry_forget(rows, &rows->entries[i]);
		shown_set_script(&rows->entries[i].shown, script);
	}
}

void
rows_grown(Rows *rows)
{
	for (int i = 0; i < rows->n_entries; i++)
		if (rows->entries[i].ends_doc)
			entry_forget(rows, &rows->entries[i]);
}

static uint32_t
sections_of(Rows *rows, ParaId para)
{
	return section_count(entry_of(rows, para)->shown.text);
}

bool
rows_get(Rows *rows, ParaId para, RowShape shape, uint32_t index, Row *ret)
{
	uint32_t section = index >> ROW_BITS, row = index & ROW_MASK;
	Block *block;

	if (section >= sections_of(rows, para))
		return false;
	block = block_at(rows, para, shape, section);
	while (block->n_rows <= row)
		if (!block_grow(rows, block))
			return false;
	*ret = block->rows[row];
	return true;
}

/* The index of a section's last row. */
static uint32_t
last_of(Rows *rows, ParaId para, RowShape shape, uint32_t section)
{
	Block *block = block_at(rows, para, shape, section);

	while (block_grow(rows, block))
		;
	return section << ROW_BITS | (block->n_rows - 1);
}

bool
rows_next(Rows *rows, ParaId para, RowShape shape, uint32_t *index)
{
	uint32_t behind = ((*index >> ROW_BITS) + 1) << ROW_BITS;
	Row row;

	if (rows_get(rows, para, shape, *index + 1, &row)) {
		++*index;
		return true;
	}
	if (behind >> ROW_BITS >= sections_of(rows, para))
		return false;
	*index = behind;
	return true;
}

bool
rows_prev(Rows *rows, ParaId para, RowShape shape, uint32_t *index)
{
	if (*index == 0)
		return false;
	if (*index & ROW_MASK)
		--*index;
	else
		*index = last_of(rows, para, shape, (*index >> ROW_BITS) - 1);
	return true;
}

uint32_t
rows_last(Rows *rows, ParaId para, RowShape shape)
{
	return last_of(rows, para, shape, sections_of(rows, para) - 1);
}

uint32_t
rows_at(Rows *rows, ParaId para, RowShape shape, uint32_t source)
{
	const Shown *shown = &entry_of(rows, para)->shown;
	uint32_t byte = shown_from_source(shown, source);
	uint32_t section = section_at(shown->text, byte), low = 0;
	Block *block = block_at(rows, para, shape, section);

	while (block->start + block->wrap.pos <= byte
	       && block_grow(rows, block))
		;
	for (uint32_t high = block->n_rows; high - low > 1;) {
		uint32_t middle = low + (high - low) / 2;

		if (block->rows[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return section << ROW_BITS | low;
}

const Shown *
rows_shown(Rows *rows, ParaId para)
{
	return &entry_of(rows, para)->shown;
}
