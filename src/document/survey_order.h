/*
 * Survey order: who comes behind whom, as the labels of a document stand.
 */
#ifndef DOCUMENT_SURVEY_ORDER_H
#define DOCUMENT_SURVEY_ORDER_H

#include <stdint.h>

#include "document/survey.h"

/* Notes who comes behind whom. */
void
survey_follow(Survey *survey, SurveyOrder *order, uint32_t id);

/*
 * What stands before a dash is often no name, and does not take turns with what
 * stands before colons; who asks behind strokes does with either.
 */
void
survey_follow_label(Survey *survey, LabelForm form, uint32_t id);

#endif
