/* What sounds as if somebody said it. */
#include "document/spoken.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/items.h"

static const struct {
	const char *text;
	Spoken sound;
} SOUNDS[] = {
	{ "Then I went home.", SPOKEN_SAYS },
	{ "That is what I’m saying.", SPOKEN_SAYS },
	{ "Yeah. It was.", SPOKEN_SAYS },
	{ "“Well, it was.”", SPOKEN_SAYS },
	{ "那时我还小。", SPOKEN_SAYS },
	{ "謝謝主席。", SPOKEN_SAYS },
	{ "そうですね。", SPOKEN_SAYS },
	{ "제가 했어요.", SPOKEN_SAYS },
	{ "Why does it rain?", SPOKEN_ASKS },
	{ "为什么下雨？", SPOKEN_ASKS },
	{ "a list of jobs", SPOKEN_NOT },
	{ "I/O, World War II, A. I. Lee", SPOKEN_NOT },
	{ "https://example.org/?page=I", SPOKEN_NOT },
	{ "我們和我国的自我介紹。", SPOKEN_NOT },
	{ "Wellness and Yesterday", SPOKEN_NOT },
	{ "", SPOKEN_NOT },
};

static void
texts_sound_as_speech_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_ITEMS(SOUNDS); i++) {
		Spoken sound = spoken_sounds(slice_from(SOUNDS[i].text));

		if (sound != SOUNDS[i].sound)
			fail_msg("%s: %d", SOUNDS[i].text, (int)sound);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_sound_as_speech_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
