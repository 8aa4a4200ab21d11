#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"

/* Drops the beginning of a UTF-8 sequence that `text` was cut in. */
static void
drop_cut_sequence(char *text)
{
	size_t len = strlen(text);
	size_t start = len;
	unsigned char lead;
	size_t need;

	while (start > 0 && len - start < 3 &&
	       ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return;
	lead = (unsigned char)text[start - 1];
	need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	if (len - start + 1 < need)
		text[start - 1] = '\0';
}

static void
err_fill(Err *err, uint32_t line, const char *format, va_list args)
{
	int n = vsnprintf(err->text, sizeof(err->text), format, args);

	err->line = line;
	if (n < 0)
		err->text[0] = '\0';
	if (n >= (int)sizeof(err->text))
		drop_cut_sequence(err->text);
	for (char *c = err->text; *c; c++)
		if (*c == '\n' || *c == '\r')
			*c = ' ';
}

Status
err_set(Err *err, const char *format, ...)
{
	va_list args;

	if (!err)
		return STATUS_FAILED;
	va_start(args, format);
	err_fill(err, 0, format, args);
	va_end(args);
	return STATUS_FAILED;
}

Status
err_set_line(Err *err, uint32_t line, const char *format, ...)
{
	va_list args;

	if (!err)
		return STATUS_FAILED;
	va_start(args, format);
	err_fill(err, line, format, args);
	va_end(args);
	return STATUS_FAILED;
}

Status
err_set_system(Err *err, int code)
{
	switch (code) {
	case ENOENT:
		return err_set(err, _("no such file"));
	case EACCES:
		return err_set(err, _("permission denied"));
	default:
		return err_set(err, "%s", strerror(code));
	}
}
