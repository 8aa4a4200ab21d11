#include "document/date.h"

#include <stdio.h>

#include "base/items.h"

#define LINE_MAX_BYTES 80	/* of a line that is a date */

static const char *const MONTHS[] = {
	"january", "february", "march", "april", "may", "june", "july",
	"august", "september", "october", "november", "december",
};

/* Words before the date on a line of its own, in lower case. */
static const char *const LEADS[] = {
	"published on", "published", "posted on", "posted", "recorded on",
	"recorded", "released on", "released", "updated on", "aired on",
	"aired", "date:", "date：", "发布于", "發布於", "发表于", "發表於",
	"日期：", "日期:", "时间：", "時間：", "发布时间：", "發布時間：",
};

/* Reads digits from the start of `*s`; false where there is none. */
static bool
read_number(Slice *s, size_t max_digits, unsigned *ret)
{
	size_t n = 0;

	*ret = 0;
	while (n < s->len && n < max_digits && s->ptr[n] >= '0' &&
	       s->ptr[n] <= '9')
		*ret = 10 * *ret + (unsigned)(s->ptr[n++] - '0');
	*s = slice_sub(*s, n, SIZE_MAX);
	return n > 0;
}

static bool
skip(Slice *s, Slice what)
{
	if (!slice_starts(*s, what))
		return false;
	*s = slice_sub(*s, what.len, SIZE_MAX);
	return true;
}

/* 2025-3-3, 2025/03/03, 2025.3.3 */
static bool
read_numeric(Slice *s, unsigned *year, unsigned *month, unsigned *day)
{
	char divider;

	if (!read_number(s, 4, year) || *year < 1000 || s->len == 0)
		return false;
	divider = s->ptr[0];
	if (divider != '-' && divider != '/' && divider != '.')
		return false;
	*s = slice_sub(*s, 1, SIZE_MAX);
	return read_number(s, 2, month) && skip(s, (Slice){ &divider, 1 }) &&
	       read_number(s, 2, day);
}

/* 2025年3月3日 */
static bool
read_han(Slice *s, unsigned *year, unsigned *month, unsigned *day)
{
	if (!read_number(s, 4, year) || *year < 1000)
		return false;
	*s = slice_trim_start(*s);
	if (!skip(s, SLICE("年")))
		return false;
	*s = slice_trim_start(*s);
	if (!read_number(s, 2, month) || !skip(s, SLICE("月")))
		return false;
	*s = slice_trim_start(*s);
	return read_number(s, 2, day) && skip(s, SLICE("日"));
}

static bool
read_month(Slice *s, unsigned *month)
{
	for (unsigned i = 0; i < 12; i++) {
		Slice name = slice_from(MONTHS[i]);

		for (size_t len = name.len; len >= 3;
		     len = len > 3 ? 3 : 0) {
			Slice head = slice_sub(*s, 0, len);

			if (slice_eq_nocase(head, slice_sub(name, 0, len))) {
				*s = slice_sub(*s, len, SIZE_MAX);
				if (i == 8)
					skip(s, SLICE("t"));
				skip(s, SLICE("."));
				*month = i + 1;
				return true;
			}
		}
	}
	return false;
}

/* March 3, 2025 */
static bool
read_american(Slice *s, unsigned *year, unsigned *month, unsigned *day)
{
	if (!read_month(s, month))
		return false;
	*s = slice_trim_start(*s);
	if (!read_number(s, 2, day))
		return false;
	skip(s, SLICE("st"));
	skip(s, SLICE("nd"));
	skip(s, SLICE("rd"));
	skip(s, SLICE("th"));
	skip(s, SLICE(","));
	*s = slice_trim_start(*s);
	return read_number(s, 4, year);
}

/* 3 March 2025 */
static bool
read_british(Slice *s, unsigned *year, unsigned *month, unsigned *day)
{
	if (!read_number(s, 2, day) || s->len == 0 || s->ptr[0] != ' ')
		return false;
	*s = slice_trim_start(*s);
	if (!read_month(s, month))
		return false;
	*s = slice_trim_start(*s);
	return read_number(s, 4, year);
}

static bool (*const FORMS[])(Slice *, unsigned *, unsigned *, unsigned *) = {
	read_numeric, read_han, read_american, read_british,
};

static bool
is_day(unsigned year, unsigned month, unsigned day)
{
	static const unsigned char days[] = { 31, 28, 31, 30, 31, 30,
					      31, 31, 30, 31, 30, 31 };
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] || (month == 2 && day == 29 && leap);
}

bool
date_read(Slice text, char out[DATE_SIZE], size_t *ret_len)
{
	for (size_t i = 0; i < N_ITEMS(FORMS); i++) {
		unsigned year = 0, month = 0, day = 0;
		Slice rest = text;

		if (!FORMS[i](&rest, &year, &month, &day) ||
		    !is_day(year, month, day))
			continue;
		snprintf(out, DATE_SIZE, "%04u-%02u-%02u", year % 10000,
			 month % 100, day % 100);
		if (ret_len != NULL)
			*ret_len = text.len - rest.len;
		return true;
	}
	return false;
}

bool
date_read_line(Slice line, char out[DATE_SIZE])
{
	size_t len;

	line = slice_trim(line);
	if (line.len == 0 || line.len > LINE_MAX_BYTES)
		return false;
	for (size_t i = 0; i < N_ITEMS(LEADS); i++) {
		Slice lead = slice_from(LEADS[i]);

		if (slice_eq_nocase(slice_sub(line, 0, lead.len), lead)) {
			line = slice_sub(line, lead.len, SIZE_MAX);
			skip(&line, SLICE(":"));
			skip(&line, SLICE("："));
			line = slice_trim_start(line);
			break;
		}
	}
	return date_read(line, out, &len) && len == line.len;
}
