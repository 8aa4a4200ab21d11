/*
 * ASCII: its letters and digits, whatever the locale; of bytes and characters.
 */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>
#include <stdint.h>

static inline bool
ascii_is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_is_letter(uint32_t c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static inline bool
ascii_is_alnum(uint32_t c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* As `\w` has it. */
static inline bool
ascii_is_word(uint32_t c)
{
	return ascii_is_alnum(c) || c == '_';
}

#endif
