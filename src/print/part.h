/*
 * Part: what of a document the command line names.
 *
 * From the options of speaker, chapter, turn and time to a Selection; what
 * matches is not its business.
 */
#ifndef PRINT_PART_H
#define PRINT_PART_H

#include "document/selection.h"
#include "settings/options.h"

/*
 * Sets in `sel` what the options name of a complete document; it borrows
 * *ret_speakers, to be freed with mem_free().  STATUS_ABSENT where the document
 * has nothing of that name or number, STATUS_FAILED where it is ambiguous or
 * the document has only some of the speakers.
 */
Status
part_choose(const Options *options, const Document *doc, Selection *sel,
	    SpeakerId **ret_speakers, Err *err);

#endif
