/*
 * Several: the names of those who speak together.
 *
 * Divides `Ann, Bob and Cid`, `魏守斌、彭筱婷` by form alone; whether the parts are
 * somebody (`施克和` is one person) is evidence.h's to tell.
 */
#ifndef DOCUMENT_SEVERAL_H
#define DOCUMENT_SEVERAL_H

#include <stdint.h>

#include "base/slice.h"

/* The names in one label, at most `max`; returns how many. */
uint32_t
several_split(Slice names, Slice *ret, uint32_t max);

#endif
