/*
 * Find: the speaker, chapter or time that a user means.
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

/* True where the name or an alias of a speaker holds the query, in any case. */
bool
find_is_name_part(const Document *doc, SpeakerId id, Slice query);

ChapterId
find_chapter(const Document *doc, Slice query, bool *ret_several);

/*
 * The paragraph that is spoken at a time: the one that begins last before or
 * at it; before all, the first that has a time.  DOC_NONE: none has.
 * O(paragraphs).
 */
ParaId
find_time(const Document *doc, uint32_t time_ms);

/*
 * When a paragraph is spoken, as far as it or one shortly before it says;
 * else DOC_NONE.
 */
uint32_t
find_time_of(const Document *doc, ParaId para);

#endif
