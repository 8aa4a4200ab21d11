/*
 * The locale of the screen: always one of UTF-8.
 */
#include "ui/terminal/screen.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/items.h"

typedef struct Named {
	const char *variable;
	const char *locale;	/* its value; NULL: none is set */
} Named;

/* The variable that decides: the first that is set and not empty. */
static Named
deciding_variable(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < N_ITEMS(names); i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return (Named){ names[i], value };
	}
	return (Named){ NULL, NULL };
}

/* The charset that a locale's name holds, up to its modifier. */
static Slice
charset_of(const char *locale)
{
	const char *dot = locale ? strchr(locale, '.') : NULL;

	if (!dot)
		return SLICE("");
	return (Slice){ dot + 1, strcspn(dot + 1, "@") };
}

static bool
is_utf8(Slice charset)
{
	return slice_eq_nocase(charset, SLICE("UTF-8"))
		|| slice_eq_nocase(charset, SLICE("UTF8"));
}

static bool
try_locale(const char *name)
{
	return setlocale(LC_CTYPE, name)
		&& is_utf8(slice_from(nl_langinfo(CODESET)));
}

Status
screen_set_locale(Err *err)
{
	Named named = deciding_variable();
	Slice charset = charset_of(named.locale);

	if (charset.len && !is_utf8(charset))
		return err_set(err, _("%s names the charset %.*s; set it to a "
				      "locale of UTF-8, such as C.UTF-8"),
			       named.variable, SLICE_ARGS(charset));
	if ((charset.len && try_locale("")) || try_locale("C.UTF-8")
	    || try_locale("en_US.UTF-8"))
		return STATUS_OK;
	return err_set(err, _("there is no locale of UTF-8; install C.UTF-8"));
}
