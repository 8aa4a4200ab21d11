#include "document/formal.h"

#include <stdbool.h>
#include <string.h>

#include "base/items.h"

#define NAME_BYTES_MAX 60
#define OCCUPANT_BYTES_MAX 100

/* Behind `(Mr. Doe). ` at `at`, which does not part the turns; 0: none. */
static size_t
skip_occupant(Slice line, size_t at)
{
	size_t end = slice_find(slice_sub(line, at, OCCUPANT_BYTES_MAX),
				SLICE("). "));

	return end == SIZE_MAX ? 0 : at + end + 3;
}

/*
 * The bytes of a word in the name of a member: capitals (`McMORRIS`), a state
 * behind `of`, what is in the chair (`pro tempore`); 0: none.
 */
static size_t
formal_word(Slice s, bool *state)
{
	static const char *const small[] = { "of ", "pro ", "tempore", "Acting " };
	size_t n = 0, capitals = 0, others = 0;

	for (size_t i = 0; i < N_ITEMS(small); i++)
		if (slice_starts(s, slice_from(small[i]))) {
			*state |= i == 0;
			return strcspn(small[i], " ");
		}
	for (; n < s.len && strchr(" .()", s.ptr[n]) == NULL; n++) {
		capitals += s.ptr[n] >= 'A' && s.ptr[n] <= 'Z';
		others += s.ptr[n] >= 'a' && s.ptr[n] <= 'z';
	}
	return capitals > others || (*state && capitals > 0) ? n : 0;
}

size_t
formal_read(Slice line, Slice *ret_name)
{
	static const char *const titles[] = {
		"Mr. ", "Mrs. ", "Ms. ", "Miss ", "Dr. ", "The ", "Senator ",
	};
	bool state = false;
	size_t i = 0, word;

	for (size_t t = 0; t < N_ITEMS(titles); t++)
		if (slice_starts(line, slice_from(titles[t])))
			i = strlen(titles[t]);
	if (i == 0)
		return 0;
	for (size_t from = i; i < line.len && i < from + NAME_BYTES_MAX;) {
		word = formal_word(slice_sub(line, i, SIZE_MAX), &state);
		if (word == 0)
			return 0;
		i += word;
		*ret_name = slice_sub(line, 0, i);
		if (i + 1 < line.len && line.ptr[i] == ' ' &&
		    line.ptr[i + 1] == '(')
			return skip_occupant(line, i);
		if (i + 1 < line.len && line.ptr[i] == '.' &&
		    line.ptr[i + 1] == ' ')
			return i >= from + 3 ? i + 2 : 0;
		i += i < line.len && line.ptr[i] == ' ';
	}
	return 0;
}

size_t
formal_letter(Slice line)
{
	static const Slice ends[] = {
		{ ". ", 2 }, { " - ", 3 }, { " – ", 5 }, { " — ", 5 },
		{ ".\t", 2 }, { ".- ", 3 }, { ".– ", 5 }, { ".— ", 5 },
	};

	if (line.len < 4 || line.ptr[0] < 'A' || line.ptr[0] > 'Z' ||
	    (line.ptr[1] != '.' && line.ptr[1] != ' '))
		return 0;
	for (size_t i = 0; i < N_ITEMS(ends); i++)
		if (slice_starts(slice_sub(line, 1, 5), ends[i]))
			return line.len - slice_trim_start(slice_sub(
				line, 1 + ends[i].len, SIZE_MAX)).len;
	return 0;
}
