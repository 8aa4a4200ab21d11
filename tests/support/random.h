/*
 * Random: numbers that look random, and are the same in every run.
 */
#ifndef SUPPORT_RANDOM_H
#define SUPPORT_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* The next number of a row that any seed begins: all bits are as good. */
static inline uint32_t
random_next(uint32_t *seed)
{
	uint32_t n = *seed += 0x9E3779B9u;

	n = (n ^ n >> 16) * 0x85EBCA6Bu;
	n = (n ^ n >> 13) * 0xC2B2AE35u;
	return n ^ n >> 16;
}

/* One of the numbers below `below`, which is not 0. */
static inline uint32_t
random_below(uint32_t *seed, size_t below)
{
	return (uint32_t)(random_next(seed) % below);
}

#endif
