#include "ui/terminal/input.h"

#include <errno.h>
#include <poll.h>
#include <unistd.h>

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>

#include "base/items.h"
#include "base/mem.h"
#include "ui/terminal/decode.h"

#define ESCAPE_US 25000		/* that the rest of a sequence may take */

struct Input {
	int fd;
	const Clock *clock;
	Decoder *decoder;
	uint64_t came_us;	/* the last bytes */
};

/* Keys as terminfo has them for this terminal. */
static void
define_keys(Decoder *decoder)
{
	static const struct {
		const char *name;
		Key key;
	} keys[] = {
		{ "kcuu1", KEYS_UP }, { "kcud1", KEYS_DOWN },
		{ "kcub1", KEYS_LEFT }, { "kcuf1", KEYS_RIGHT },
		{ "khome", KEYS_HOME }, { "kend", KEYS_END },
		{ "kfnd", KEYS_HOME }, { "kslt", KEYS_END },
		{ "kpp", KEYS_PAGE_UP }, { "knp", KEYS_PAGE_DOWN },
		{ "kent", KEYS_ENTER }, { "kcbt", KEYS_BACK_TAB },
		{ "kbs", KEYS_BACKSPACE }, { "kdch1", KEYS_DELETE },
		{ "kf1", KEYS_F1 }, { "kf2", KEYS_F1 + 1 },
		{ "kf3", KEYS_F1 + 2 }, { "kf4", KEYS_F1 + 3 },
		{ "kf5", KEYS_F1 + 4 }, { "kf6", KEYS_F1 + 5 },
		{ "kf7", KEYS_F1 + 6 }, { "kf8", KEYS_F1 + 7 },
		{ "kf9", KEYS_F1 + 8 }, { "kf10", KEYS_F10 },
		{ "kf11", KEYS_F10 + 1 }, { "kf12", KEYS_F12 },
	};

	for (size_t i = 0; i < N_ITEMS(keys); i++) {
		const char *bytes = tigetstr(keys[i].name);

		if (bytes && bytes != (char *)-1)
			decode_define(decoder, slice_from(bytes), keys[i].key);
	}
}

Input *
input_new(int fd, const Clock *clock)
{
	Input *input = mem_zalloc(sizeof(*input));

	input->fd = fd;
	input->clock = clock;
	input->decoder = decode_new();
	define_keys(input->decoder);
	return input;
}

void
input_free(Input *input)
{
	decode_free(input->decoder);
	mem_free(input);
}

Slice
input_pasted(const Input *input)
{
	return decode_pasted(input->decoder);
}

SequenceReport
input_report(const Input *input)
{
	return decode_report(input->decoder);
}

/* Takes in bytes that wait at the terminal; false where there are none. */
static bool
read_bytes(Input *input)
{
	struct pollfd fd = { input->fd, POLLIN, 0 };
	char bytes[DECODE_ROOM];
	size_t room = decode_room(input->decoder);
	ssize_t n;

	if (!room || poll(&fd, 1, 0) <= 0 || !(fd.revents & POLLIN))
		return false;
	do
		n = read(input->fd, bytes, room);
	while (n < 0 && errno == EINTR);
	if (n <= 0)
		return false;
	input->came_us = clock_now_us(input->clock);
	decode_feed(input->decoder, (Slice){ bytes, (size_t)n });
	return true;
}

/* Until what waits is late; 0: it is. */
static uint64_t
left_us(const Input *input)
{
	uint64_t past = clock_now_us(input->clock) - input->came_us;

	return past < ESCAPE_US ? ESCAPE_US - past : 0;
}

Key
input_next(Input *input)
{
	Key key;

	do
		key = decode_next(input->decoder, false);
	while (key == KEY_NONE && read_bytes(input));
	if (key == KEY_NONE && decode_waits(input->decoder)
	    && !left_us(input))
		key = decode_next(input->decoder, true);
	return key;
}

int
input_timeout_ms(const Input *input)
{
	if (!decode_waits(input->decoder))
		return -1;
	return (int)((left_us(input) + CLOCK_US_PER_MS - 1) / CLOCK_US_PER_MS);
}
