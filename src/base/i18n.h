/*
 * The macros for messages in other languages.
 *
 * _("…") is the sentence in the user's language, N_("…") marks one that is
 * translated where it is shown, ngettext() chooses by number.
 */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#ifdef ENABLE_NLS
#include <libintl.h>
#define _(text) gettext(text)
#else
#define _(text) (text)
#define ngettext(one, many, n) ((n) == 1 ? (one) : (many))
#endif
#define N_(text) text

#endif
