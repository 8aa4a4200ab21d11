/*
 * The least that a reader in the terminal costs: a program that loads curses
 * and ICU, paints one screen of text and waits for a key.  What fangtan's
 * start is compared with.
 */
#include <locale.h>
#include <stdlib.h>

#include <curses.h>
#include <unicode/uversion.h>

/* 70 columns of 35 characters, as an interview has them. */
static const wchar_t text[] =
	L"訪談是兩個人的事，一個人問，一個人答，讀的人坐在旁邊聽，聽他們把話說";

int
main(void)
{
	UVersionInfo version;

	setlocale(LC_ALL, "");
	u_getVersion(version);
	if (initscr() == NULL)
		return EXIT_FAILURE;
	cbreak();
	noecho();
	for (int row = 0; row < LINES - 1; row++)
		mvaddwstr(row, row % 3, text);
	mvprintw(LINES - 1, 0, "ICU %d  h help", version[0]);
	refresh();
	getch();
	endwin();
	return EXIT_SUCCESS;
}
