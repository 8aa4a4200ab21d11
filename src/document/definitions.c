#include "document/definitions.h"

#include <string.h>

#include "base/ascii.h"
#include "base/items.h"
#include "base/mem.h"
#include "document/speakers.h"
#include "text/uni.h"

#define ADDRESS_MAX 2048
#define INDENT_MAX 3	/* more is no definition */

struct Definitions {
	Arena arena;
	ChunkVec addresses;	/* of Slice */
	NameTable by_label;	/* folded: the number */
	Buf folded;
	uint32_t owners;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
is_punctuation(char c)
{
	return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
	       (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

static size_t
skip_blanks(Slice line, size_t off)
{
	while (off < line.len && is_blank(line.ptr[off]))
		off++;
	return off;
}

/* Where a byte is that ends what began before `off`; SIZE_MAX: nowhere. */
static size_t
find_end(Slice line, size_t off, char end)
{
	for (; off < line.len && line.ptr[off] != end; off++)
		if (line.ptr[off] == '\\')
			off++;
	return off < line.len ? off : SIZE_MAX;
}

Slice
definitions_label(Slice text)
{
	size_t end = 1;

	if (text.len == 0 || text.ptr[0] != '[')
		return SLICE("");
	text = slice_sub(text, 0, DEFINITIONS_LABEL_MAX + 2);
	for (; end < text.len && text.ptr[end] != ']'; end++) {
		if (text.ptr[end] == '[')
			return SLICE("");
		if (text.ptr[end] == '\\')
			end++;
	}
	return end < text.len ? slice_sub(text, 1, end - 1) : SLICE("");
}

/* True where a word leads somewhere, and cannot be what somebody says. */
static bool
is_address(Slice word)
{
	static const Slice starts[] = {
		{ "/", 1 }, { "#", 1 }, { "./", 2 }, { "../", 3 },
		{ "mailto:", 7 }, { "tel:", 4 },
	};

	for (size_t i = 0; i < N_ITEMS(starts); i++)
		if (slice_starts(word, starts[i]) && word.len > starts[i].len)
			return true;
	if (slice_find(word, SLICE("://")) != SIZE_MAX)
		return true;
	if (!ascii_is_alnum(word.ptr[word.len - 1]) && word.ptr[word.len - 1] != '/')
		return false;
	for (size_t i = 1; i + 1 < word.len; i++)
		if (word.ptr[i] == '.' && ascii_is_alnum(word.ptr[i - 1]) &&
		    ascii_is_alnum(word.ptr[i + 1]))
			return true;
	return false;
}

/* Reads the address at `off`; returns where it ends, or SIZE_MAX. */
static size_t
read_address(Slice line, size_t off, Slice *ret)
{
	size_t end;

	if (off < line.len && line.ptr[off] == '<') {
		end = find_end(line, off + 1, '>');
		if (end == SIZE_MAX)
			return end;
		*ret = slice_sub(line, off + 1, end - off - 1);
		return memchr(ret->ptr, '<', ret->len) == NULL ? end + 1
							       : SIZE_MAX;
	}
	for (end = off; end < line.len && !is_blank(line.ptr[end]); end++)
		if ((unsigned char)line.ptr[end] < ' ')
			return SIZE_MAX;
	*ret = slice_sub(line, off, end - off);
	return ret->len > 0 && is_address(*ret) ? end : SIZE_MAX;
}

bool
definition_is_title(Slice line)
{
	char close;

	line = slice_trim(line);
	if (line.len < 2 || memchr("\"'(", line.ptr[0], 3) == NULL)
		return false;
	close = line.ptr[0] == '(' ? ')' : line.ptr[0];
	return find_end(line, 1, close) == line.len - 1;
}

bool
definition_read(Slice line, Definition *ret)
{
	size_t off = 0, end;

	line = slice_trim_end(line);
	while (off < line.len && line.ptr[off] == ' ')
		off++;
	ret->label = definitions_label(slice_sub(line, off, SIZE_MAX));
	end = off + ret->label.len + 2;
	if (off > INDENT_MAX || slice_starts(ret->label, SLICE("^")) ||
	    slice_trim(ret->label).len == 0 || end >= line.len ||
	    line.ptr[end] != ':')
		return false;
	off = skip_blanks(line, end + 1);
	end = read_address(line, off, &ret->address);
	if (end == SIZE_MAX || ret->address.len > ADDRESS_MAX)
		return false;
	off = skip_blanks(line, end);
	ret->titled = off < line.len;
	return !ret->titled ||
	       (off > end &&
		definition_is_title(slice_sub(line, off, SIZE_MAX)));
}

Definitions *
definitions_new(void)
{
	Definitions *all = mem_zalloc(sizeof(*all));

	arena_init(&all->arena);
	vec_init(&all->addresses, sizeof(Slice));
	names_init(&all->by_label);
	buf_init(&all->folded, SIZE_MAX);
	all->owners = 1;
	return all;
}

uint32_t
definitions_count(const Definitions *all)
{
	return all == NULL ? 0 : (uint32_t)all->addresses.count;
}

Defined
definitions_share(Definitions *all)
{
	if (all != NULL)
		all->owners++;
	return (Defined){ all, definitions_count(all) };
}

void
definitions_free(Definitions *all)
{
	if (all == NULL || --all->owners > 0)
		return;
	buf_done(&all->folded);
	names_done(&all->by_label);
	vec_done(&all->addresses);
	arena_done(&all->arena);
	mem_free(all);
}

/* Labels are the same whatever their case and white space (6.3). */
static Slice
fold(Slice label, Buf *out)
{
	size_t len = 0;
	bool blank = true;

	buf_clear(out);
	uni_fold_case(slice_trim(label), out);
	for (size_t i = 0; i < out->len; i++) {
		/* A line end that flatten.h dropped is one, too. */
		bool is_space = (unsigned char)out->ptr[i] <= ' ';

		if (!is_space)
			out->ptr[len++] = out->ptr[i];
		else if (!blank)
			out->ptr[len++] = ' ';
		blank = is_space;
	}
	out->len = len;
	return buf_slice(out);
}

/* A copy without the backslashes before punctuation. */
static Slice
copy_address(Arena *arena, Slice address)
{
	char *out = arena_alloc(arena, address.len + 1);
	size_t len = 0;

	for (size_t i = 0; i < address.len; i++) {
		if (address.ptr[i] == '\\' && i + 1 < address.len &&
		    is_punctuation(address.ptr[i + 1]))
			i++;
		out[len++] = address.ptr[i];
	}
	return (Slice){ out, len };
}

void
definitions_add(Definitions *all, const Definition *definition)
{
	Slice label = fold(definition->label, &all->folded);

	if (definitions_count(all) >= DEFINITIONS_MAX ||
	    all->arena.bytes >= DEFINITIONS_BYTES ||
	    names_get(&all->by_label, label) != DOC_NONE)
		return;
	names_put(&all->by_label, arena_copy(&all->arena, label),
		  definitions_count(all));
	*(Slice *)vec_push(&all->addresses) =
		copy_address(&all->arena, definition->address);
}

uint32_t
definitions_find(const Defined *defined, Slice label, Buf *scratch)
{
	uint32_t number = names_get(&defined->all->by_label,
				    fold(label, scratch));

	return number < defined->count ? number : UINT32_MAX;
}

bool
definitions_begin(const Defined *defined, Slice text)
{
	Slice label = definitions_label(text);
	bool found;
	Buf folded;

	if (defined->count == 0 || label.len == 0)
		return false;
	buf_init(&folded, SIZE_MAX);
	found = definitions_find(defined, label, &folded) != UINT32_MAX;
	buf_done(&folded);
	return found;
}

Slice
definitions_address(const Defined *defined, uint32_t number)
{
	return *(const Slice *)vec_at(&defined->all->addresses, number);
}
