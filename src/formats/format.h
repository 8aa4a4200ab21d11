/*
 * Format: the forms of files that can be read.
 *
 * A form is a row in the table of format.c.  Detection asks each row how sure
 * it is, by content first and by name second.
 *
 * A reader goes over the text twice: the survey finds out what labels and
 * headings mean, the build appends records.  Both walk whole lines (or, in a
 * line beyond the limit, pieces of it) as far as the text goes, keep their
 * place, and go on from there.  Where the build has caught up, the survey may
 * take it along.
 */
#ifndef FORMATS_FORMAT_H
#define FORMATS_FORMAT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/slice.h"
#include "base/vec.h"
#include "document/document.h"
#include "text/yaml.h"

typedef struct Reader Reader;
struct Explain;

typedef struct Format {
	const char *name;	/* `source.format` of the interface */
	Markup markup;
	bool in_place;		/* paragraphs are stretches of the text read */

	/* 0: not this; 100: certainly.  `head` is the first text. */
	int (*score)(Slice head, Slice path);

	/* A reader over `text`; `path` gives a title where nothing else does. */
	Reader *(*reader_new)(const struct Format *format, Text *text,
			      Slice path);
	void (*reader_free)(Reader *reader);

	/*
	 * Names and roles of speakers that win over what the text says, as
	 * people.h reads them; borrowed.  Before anything is surveyed.
	 */
	void (*know)(Reader *reader, const YamlNode *people);

	/*
	 * Surveys what the text now holds; `eof`: it is all.  Fails where it
	 * cannot be of the format.
	 */
	Status (*survey)(Reader *reader, bool eof, Err *err);

	/* Decides on what was surveyed; true where the verdict is another. */
	bool (*decide)(Reader *reader);

	/* Begins to append records to `doc`, from the start of the text. */
	void (*build_start)(Reader *reader, Document *doc);

	/* Appends at most a unit of records; true while there is more. */
	bool (*build)(Reader *reader, bool eof);

	/* From now on the build tells it why lines are labels, or are not. */
	void (*explain)(Reader *reader, struct Explain *explain);

	/* From where on the text must stay contiguous. */
	TextOff (*keep)(const Reader *reader);
} Format;

extern const Format FORMAT_JSON;
extern const Format FORMAT_MARKDOWN;
extern const Format FORMAT_PLAIN;
extern const Format FORMAT_WEBVTT;
extern const Format FORMAT_SUBRIP;
extern const Format FORMAT_YAML;
extern const Format FORMAT_HTML;
extern const Format FORMAT_XML;

/* The form of a text that begins with `head`. */
const Format *
format_detect(Slice head, Slice path);

/* The form of that name, or NULL. */
const Format *
format_find(Slice name);

/* Appends the names of all forms, commas between. */
void
format_append_names(Buf *out);

/* True where a file of this name may hold a transcript. */
bool
format_may_read(Slice path);

/*
 * True where files of this name hold much else, so that format_is_sure()
 * decides.
 */
bool
format_must_look(Slice path);

/* True where a text that begins with `head` is certainly of a form. */
bool
format_is_sure(Slice head);

#endif
