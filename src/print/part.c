#include "print/part.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "document/find.h"

static Status
choose_speaker(const Document *doc, const char *name, SpeakerId *ret, Err *err)
{
	bool several;

	*ret = find_speaker(doc, slice_from(name), &several);
	if (several)
		return err_set(err, _("“%s” is part of the names of "
				      "several speakers; --speakers "
				      "lists them"), name);
	if (*ret != DOC_NONE)
		return STATUS_OK;
	err_set(err, _("no speaker is called “%s”; --speakers lists them"),
		name);
	return STATUS_ABSENT;
}

static Status
choose_speakers(const OptionList *names, const Document *doc,
		SpeakerId *speakers, Err *err)
{
	Status status = STATUS_OK;
	uint32_t n = 0;

	for (size_t i = 0; i < names->count; i++) {
		Status one = choose_speaker(doc, names->items[i], &speakers[n],
					    err);

		if (one == STATUS_FAILED)
			return STATUS_FAILED;
		if (one == STATUS_OK)
			n++;
		else
			status = one;
	}
	return status != STATUS_OK && n > 0 ? STATUS_FAILED : status;
}

static Status
choose_chapter(const Options *options, const Document *doc, Selection *sel,
	       Err *err)
{
	bool several = false;

	if (!options->has_chapter)
		return STATUS_OK;
	sel->chapter = find_chapter(doc, slice_from(options->chapter),
				    &several);
	if (several)
		return err_set(err, _("“%s” is part of the titles of several "
				      "chapters; --chapters lists them"),
			       options->chapter);
	if (sel->chapter != DOC_NONE)
		return STATUS_OK;
	err_set(err, _("there is no chapter “%s”; --chapters lists them"),
		options->chapter);
	return STATUS_ABSENT;
}

static Status
choose_turn(const Options *options, const Document *doc, Selection *sel,
	    Err *err)
{
	if (!options->has_turn)
		return STATUS_OK;
	sel->turn = (TurnId)options->turn - 1;
	if (sel->turn < doc_n_turns(doc))
		return STATUS_OK;
	err_set(err, ngettext("there is no turn %d; the document has %u turn",
			      "there is no turn %d; the document has %u turns",
			      doc_n_turns(doc)),
		options->turn, doc_n_turns(doc));
	return STATUS_ABSENT;
}

/* The turn that is spoken at the time; the paragraph, where nobody speaks. */
static Status
choose_time(const Options *options, const Document *doc, Selection *sel,
	    Err *err)
{
	ParaId para;

	if (!options->has_time)
		return STATUS_OK;
	para = find_time(doc, options->time);
	if (para == DOC_NONE) {
		err_set(err, _("the transcript has no times, which --time "
			       "needs; --turn and --chapter do without"));
		return STATUS_ABSENT;
	}
	sel->turn = doc_para(doc, para)->turn;
	if (sel->turn == DOC_NONE)
		sel->para = para;
	return STATUS_OK;
}

Status
part_choose(const Options *options, const Document *doc, Selection *sel,
	    SpeakerId **ret_speakers, Err *err)
{
	const OptionList *names = &options->speaker;
	Status status;

	*ret_speakers = mem_realloc_array(NULL, names->count + 1,
					  sizeof(**ret_speakers));
	sel->speakers = *ret_speakers;
	sel->n_speakers = (uint32_t)names->count;
	status = choose_speakers(names, doc, *ret_speakers, err);
	if (status == STATUS_OK)
		status = choose_chapter(options, doc, sel, err);
	if (status == STATUS_OK)
		status = choose_turn(options, doc, sel, err);
	if (status == STATUS_OK)
		status = choose_time(options, doc, sel, err);
	return status;
}
