/*
 * Find: the speaker or chapter that a user means.
 *
 * A number, a whole name or title, or a part of one that no other has, in any
 * case.  A whole one outweighs parts.  O(speakers), O(chapters).
 */
#ifndef DOCUMENT_FIND_H
#define DOCUMENT_FIND_H

#include <stdbool.h>

#include "document/document.h"

/*
 * DOC_NONE where there is none, or (*ret_several) where the query is a part
 * of several.
 */
SpeakerId
find_speaker(const Document *doc, Slice query, bool *ret_several);

ChapterId
find_chapter(const Document *doc, Slice query, bool *ret_several);

#endif
