/*
 * Manual: prints what is made from the table of commands and options.
 *
 * `manual man` prints the manual page fangtan(1) in roff (man(7) macros),
 * `manual bash`, `manual zsh` and `manual fish` the shells' completions.  It
 * runs while the program is built.  The page is in English throughout: a
 * translated page is a file of its own, not a list of messages.
 */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include <stdio.h>
#include <string.h>

#include "base/items.h"
#include "base/vec.h"
#include "settings/key.h"
#include "settings/options.h"
#include "settings/registry.h"

#define DEFAULT_MAX 64	/* bytes of an option's default */

static const char page_head[] =
".SH NAME\n"
"fangtan \\- read interview transcripts in the terminal\n"
".SH SYNOPSIS\n"
".B fangtan\n"
".RI [ OPTION ]...\n"
".RI [ FILE\n"
"|\n"
".IR DIRECTORY\n"
"|\n"
".BR \\- ]...\n"
".SH DESCRIPTION\n"
".B fangtan\n"
"shows the transcript of an interview: its chapters, who speaks, and what is\n"
"said, beside each other.\n"
"It reads Markdown and plain text in which a label such as\n"
".B **Ann**:\n"
"or\n"
".B ANN:\n"
"begins each turn, WebVTT and SubRip subtitles, JSON and YAML, pages of HTML,\n"
"and XML (Akoma Ntoso, TEI, Transcriber).\n"
".PP\n"
"With several operands or a\n"
".I DIRECTORY\n"
"it lists the documents, and opens the one that is chosen.\n"
"Without an operand it lists the sample interviews.\n"
".B \\-\n"
"is standard input, and so is no operand where something is piped in; keys\n"
"are then read from the terminal.\n"
".PP\n"
"Where standard output is no terminal, and with the options\n"
".BR \\-\\-format ,\n"
".BR \\-\\-chapters ,\n"
".BR \\-\\-speakers ,\n"
".BR \\-\\-check ,\n"
".BR \\-\\-explain ,\n"
".B \\-\\-count\n"
"and, of context,\n"
".BR \\-A ,\n"
".B \\-B\n"
"and\n"
".BR \\-C ,\n"
"the document is printed instead, in UTF-8.\n"
".PP\n"
"The charset of a document is detected, unless\n"
".B \\-\\-encoding\n"
"names it; in the reader,\n"
".B i\n"
"shows it, and there\n"
".B e\n"
"tries the next.\n"
"Bytes that are wrong are shown as U+FFFD.\n"
"How many, and the line of the first, is told: in printing on standard\n"
"error.\n"
".PP\n"
".B \\-\\-script\n"
"(in the reader\n"
".BR t )\n"
"shows and prints text, names and titles in Traditional Chinese as in Taiwan,\n"
"or in Simplified, with the words of each.\n"
"A paragraph that is in that script, or in Japanese, stays as it is, and in the\n"
"reader one of more than 128 KiB.\n"
"What is searched is the text of the file, and\n"
".B json\n"
"and\n"
".B yaml\n"
"keep its script.\n"
".SH OPTIONS\n"
"Long options may be shortened, and may stand before or behind operands.\n"
".B \\-\\-\n"
"ends them.\n";

static const char page_printing[] =
".SS Printing\n"
"Text is wrapped at\n"
".BR \\-\\-width ,\n"
"or else at the width of the terminal, or at 80 columns where there is none.\n"
".PP\n"
"With\n"
".B \\-\\-search\n"
"only the turns that match are printed; with several operands or a directory one\n"
"line for each matching paragraph,\n"
".IR FILE : TURN : SPEAKER\\fR:\\ \\fItext\n"
".RB ( \\-\n"
"for both in narration and headings).\n"
"No match crosses a paragraph; names, title and metadata are not searched.\n"
"Of a directory all transcripts are searched, sorted by name, and those of the\n"
"directories in it; what is hidden is left out.\n"
"What cannot be read is told, and the others are searched.\n"
"Those that lack the speaker, chapter or turn that is named hold nothing; it is\n"
"an error where all of them do.\n"
".PP\n"
".BR \\-\\-before\\-context ,\n"
".B \\-\\-after\\-context\n"
"and\n"
".B \\-\\-context\n"
"add turns of any speaker before and after each that matches, and a line of\n"
".B \\-\\-\n"
"where some were left out; in lines,\n"
".IR FILE \\- TURN \\- SPEAKER\\fR\\-\\ \\fItext\n"
"is a paragraph that does not match.\n"
".PP\n"
".B \\-\\-format=json\n"
"prints one object with title, date, source, metadata, speakers, chapters and\n"
"passages.\n"
"What is chosen by speaker, chapter, turn, time or pattern filters the passages\n"
"only; numbers stay.\n"
".B \\-\\-speaker\n"
"leaves out narration.\n"
".B \\-\\-format=yaml\n"
"prints the same for people to edit.\n"
"Both are read as documents, and say what they said.\n"
".PP\n"
".B \\-\\-format=markdown\n"
"is read back as the same document but for its times;\n"
".B html\n"
"is one page that needs nothing else;\n"
".B webvtt\n"
"makes a cue of each paragraph that has a time, and fails where none has;\n"
"translations are left out.\n"
".PP\n"
".B \\-\\-check\n"
"prints what is doubtful, one line each,\n"
".IR FILE : LINE\\fR:\\ \\fIwhat ,\n"
"or with\n"
".B \\-\\-format=json\n"
"an array of objects with line, kind and message: names that are nearly\n"
"equal, labels with a slip, times that run backwards or overlap, Traditional\n"
"and Simplified Chinese side by side, control characters, replaced bytes,\n"
"front matter that is no YAML.\n"
".PP\n"
".B \\-\\-explain\n"
"prints how the speakers were found: the forms of labels, each established or\n"
"not, and then each line that was or might have been a label,\n"
".IR FILE : LINE\\fR:\\ \\fIdecision\\fR:\\ \\fIname\\fR,\\ \\fIform\\fR:\\ \\fIwhy ,\n"
"where the decision is \"label\", \"break\" or \"not a label\".\n"
"With\n"
".B \\-\\-format=json\n"
"it is an array of objects: line (null for a form), decision, name, speakers,\n"
"form, reason and message.\n"
".PP\n"
".B \\-\\-time\n"
"means the turn, or where nobody is named the paragraph, that is spoken then:\n"
"the last one that begins at the time or before it, else the first.\n"
".PP\n"
".B \\-\\-speakers\n"
"prints number, name, role, turns, characters and share of each speaker;\n"
".B \\-\\-chapters\n"
"number, level, first turn, turns and title of each chapter: one a line,\n"
"fields set apart by tabs, or as JSON with\n"
".BR \\-\\-format=json .\n"
".SH THE READER\n"
"A number N may be typed before any command: it repeats a movement, or names\n"
"a turn, a speaker or a percentage.\n"
"Full-width characters and the punctuation of Chinese input methods act as\n"
"the keys of a US keyboard that they stand for.\n";

static const char page_prompt[] =
".SS The search prompt\n"
"A pattern is a regular expression (PCRE2, see\n"
".BR pcre2pattern (3)),\n"
"or literal with\n"
".BR \\-\\-fixed\\-strings .\n"
"Case is ignored unless it holds a capital letter.\n"
"A pattern finds what is alike too: all forms of a Han character\n"
"(Traditional, Simplified, Japanese), the words of another region, full and\n"
"half width, compatibility forms, kinds of quotation marks, dashes and blanks;\n"
"in a regular expression only what stands for itself;\n"
".B Ctrl\\-T\n"
"or\n"
".B \\-\\-exact\\-script\n"
"ends that.\n"
".B Ctrl\\-R\n"
"reads the pattern literally or not,\n"
".B Ctrl\\-G\n"
"as whole words or not, and\n"
".B Ctrl\\-X\n"
"goes through any, exact and smart case; what is not usual stands before the\n"
"count.\n"
"Every key searches at once, from the place where the search began.\n"
".B <Enter>\n"
"stays at the match;\n"
".B <Esc>\n"
"goes back to where one was.\n"
"The right end of the prompt counts: 3/27 is the third match of 27, and the\n"
"panes show how many of them stand in a chapter and in what a speaker says.\n"
"It is edited with the keys of\n"
".BR readline (3),\n"
"by grapheme cluster and by word: a run of letters and digits, or one of Han\n"
"text.\n"
"Text that is pasted outside the prompt opens it.\n"
".PP\n"
".BI @ NAME\n"
"and a blank before the pattern look only in what NAME says, as\n"
".B \\-\\-speaker\n"
"takes it;\n"
".BI @\\(dq \"NAME WITH BLANKS\" \\(dq\n"
"where there are some.\n"
".B <Tab>\n"
"behind @ puts in the names one after the other.\n"
".BI # N\n"
"looks only in chapter N.\n"
"Several of a kind widen the search, those of both kinds narrow it.\n"
".PP\n"
"A pattern behind\n"
".B ~\n"
"is pinyin, without tones or with them: syllables (~rengongzhineng), initials\n"
"(~rgzn) or both (~rengong zn); a blank ends a syllable, and \\(:u is v, u: or\n"
"\\(:u.\n"
"Letters that can be read as whole syllables are no initials.\n"
"Latin words match their own letters (~AIrgzn).\n"
".PP\n"
".B \\e@ \\e# \\e~\n"
"are the characters at the start of a pattern.\n"
"All this holds for\n"
".B \\-\\-search\n"
"too; with\n"
".B \\-\\-fixed\\-strings\n"
"all of it is literal there.\n"
".PP\n"
".B +\n"
"adds a pattern to those that are marked, up to five, each in its colour and\n"
"with its attributes; the status line counts them apart.\n"
"The one typed or clicked last is current:\n"
".B n N r\n"
"and the panes are about it,\n"
".B /\n"
"puts another in its place, and\n"
".B \\-\n"
"takes it away.\n"
".B + <Enter>\n"
"goes to the next of them;\n"
".B <Esc>\n"
"ends all.\n"
".SS Only what matches\n"
".B &\n"
"opens the prompt for a pattern of the exchanges that are shown: a question\n"
"and its answer, wherever the pattern matches, and with\n"
".B \\-\\-context\\-turns\n"
"turns around them.\n"
"Where it is known who is host, the others answer; where it is not, every turn\n"
"answers the one before it.\n"
"What nobody speaks is shown where it matches itself.\n"
"Nothing typed ends it;\n"
".B x\n"
"takes it off and puts it on again, together with the speakers that are\n"
"switched out.\n"
"The status line says the pattern and how many turns are left.\n"
".SS The list of matches\n"
".B r\n"
"lists the matches below the dialogue, each with its chapter, turn and speaker,\n"
"and with what stands before and behind it; the matches stand below each\n"
"other.\n"
"Moving in the list makes an entry the current match and brings it into view.\n"
".B o\n"
"puts them in order by place, by speaker (who spoke first, first), and by what\n"
"follows, whatever its case: its first 32 bytes, by the numbers of its\n"
"characters, so that the same words stand together.\n"
"Of more than a million matches the first million are put in order.\n"
".B <Enter>\n"
"goes to the text,\n"
".B q\n"
"or\n"
".B <Esc>\n"
"back to where one was, and\n"
".B r\n"
"closes the list where one is; all of the way through it is one jump.\n"
"Other keys act on the dialogue, and the list follows another search, the\n"
"filter, and the document when it grows or is read again.\n"
"Matches that the filter hides are not listed.\n"
".SS Chapters and speakers\n"
"The chapters pane lists the chapters where there are two or more; else the\n"
"questions that another speaker answers; else sections of about ten minutes or\n"
"3,000 characters.\n"
".B o\n"
"goes to the other list, and\n"
".B ]\n"
"and\n"
".B [\n"
"go through what is listed.\n"
"Where nobody is named,\n"
".B J\n"
"and\n"
".B K\n"
"go by paragraph.\n"
".PP\n"
"In a focused pane\n"
".B j k g G <Up> <Down> <PgUp> <PgDn>\n"
"choose an entry,\n"
".B <Enter>\n"
"goes there and back to the text,\n"
".B <Space>\n"
"switches a speaker out or in, and\n"
".B q\n"
"or\n"
".B <Esc>\n"
"goes back to the text.\n"
"When the last speaker is switched out, all are in again.\n"
".SS The mouse\n"
"With\n"
".BR \\-\\-mouse ,\n"
"the wheel scrolls what is under it, and a click goes to a chapter, a place of\n"
"the map, a match of the list or the text, or a turn, switches a speaker out or\n"
"in, opens a document of a list, or shows the address of a link.\n"
"Dragging selects text of the dialogue; beyond its edges it scrolls.\n"
"When the button is let go the text is copied, paragraphs a blank line apart:\n"
"inside\n"
".BR tmux (1)\n"
"by\n"
".BR \"tmux load\\-buffer \\-w \\-\" ,\n"
"of at most 1 MiB; elsewhere, or where that fails, by the control sequence\n"
"OSC 52, which not every terminal obeys, of at most 74,994 bytes.\n"
".B <Esc>\n"
"or a click drops the selection.\n"
"Most terminals keep their own selection under Shift.\n"
"Without the option the mouse is the terminal's.\n"
".SS The status line\n"
"At the left chapter, current turn of all turns and its speaker; then what is\n"
"shown, where not all is, or the keys typed so far; at the right how much of\n"
"the text was read.\n"
".SS Themes and screen readers\n"
".B \\-\\-theme\n"
"names the colours:\n"
".BR dark \\ and\\  light\n"
"for the terminal's own background, which it is asked for,\n"
".BR sepia \\ and\\  contrast\n"
"with one of their own,\n"
".B mono\n"
"without any;\n"
".B T\n"
"goes to the next.\n"
"What has a meaning differs by more than its colour in each.\n"
".PP\n"
"With\n"
".B \\-\\-screen\\-reader\n"
"there is one plain column; the cursor stands at the first row of the current\n"
"turn, or on the selected row of a list, which fills the screen.\n"
"Messages and prompts take the last row.\n";

static const char page_config[] =
".SH CONFIGURATION\n"
".I $XDG_CONFIG_HOME/fangtan/config.yaml\n"
".RI ( ~/.config\n"
"where that is not set, or relative) is read at the start, or what\n"
".B \\-\\-config\n"
"names.\n"
".B \\-\\-print\\-config\n"
"prints a whole one, with all defaults and the names of all commands.\n"
"It is a YAML map:\n"
".PP\n"
".RS 4\n"
".EX\n"
"measure: 60\n"
"fixed\\-strings: true\n"
"keys:\n"
"  next\\-turn: [\\(aqJ\\(aq, \\(aq<C\\-a>\\(aq]\n"
"  filter: \\(aqzx\\(aq\n"
"speaker_aliases:\n"
"  Ann Lee: [Ann, AL]\n"
"speaker_roles:\n"
"  Ann Lee: host\n"
".EE\n"
".RE\n"
".PP\n"
"The keys of a command stand in place of its own; [] takes them all.\n"
"A key is a character, or a name such as <C\\-d>, <A\\-x>, <PgDn>, <Space> or\n"
"<F5>; two in a row are one after the other.\n"
"Names and roles (host, guest, unknown) of speakers hold in every document, and\n"
"win over the same two keys of its front matter, which win over what is\n"
"guessed.\n"
"The command line wins over the configuration; an option without an argument\n"
"can be taken back as\n"
".BI \\-\\- NAME =false\\fR.\n"
"What is wrong is told, with its line, and the rest holds.\n"
".PP\n"
"These options may stand in it:\n";

static const char page_tail[] =
".SH EXIT STATUS\n"
".TP\n"
".B 0\n"
"Done; an empty file too.\n"
".TP\n"
".B 1\n"
"Nothing matched, or\n"
".B \\-\\-check\n"
"found something.\n"
".TP\n"
".B 2\n"
"Wrong usage; no such speaker, chapter or turn, no times; input, or what\n"
".B \\-\\-config\n"
"names, that cannot be read or is not supported; a directory without transcripts;\n"
"a pattern that is too much work, after what it did match.\n"
".SH ENVIRONMENT\n"
".TP\n"
".BR LC_ALL ,\\  LC_CTYPE ,\\  LANG\n"
"The charset, which must be UTF-8.\n"
"Where none is named, C.UTF-8 is used.\n"
".TP\n"
".B XDG_CONFIG_HOME\n"
"The folder of the configuration of all programs.\n"
".TP\n"
".B XDG_STATE_HOME\n"
"The folder of what programs remember.\n"
".TP\n"
".B NO_COLOR\n"
"Where it is set and not empty, no colours are used, unless\n"
".B \\-\\-color=always\n"
"is given.\n"
".TP\n"
".B COLORFGBG\n"
"The terminal's colours, as some terminals set it: for the theme, where none is\n"
"named and the terminal does not answer.\n"
".TP\n"
".B TERM\n"
"The kind of terminal, see\n"
".BR terminfo (5).\n"
".TP\n"
".B TMUX\n"
"Where it is set, what is copied goes to\n"
".BR tmux (1).\n"
".SH EXAMPLES\n"
"Read an interview:\n"
".PP\n"
".RS 4\n"
".EX\n"
"fangtan interview.md\n"
".EE\n"
".RE\n"
".PP\n"
"Everything that the second speaker says about trains, 60 columns wide:\n"
".PP\n"
".RS 4\n"
".EX\n"
"fangtan \\-\\-speaker=2 \\-\\-search=train \\-\\-width=60 interview.md | cat\n"
".EE\n"
".RE\n"
".PP\n"
"Who says most:\n"
".PP\n"
".RS 4\n"
".EX\n"
"fangtan \\-\\-speakers interview.md | sort \\-t $\\(aq\\(rst\\(aq \\-k 6nr\n"
".EE\n"
".RE\n"
".PP\n"
"The document as data:\n"
".PP\n"
".RS 4\n"
".EX\n"
"fangtan \\-\\-format=json interview.md | jq \\(aq.chapters[].title\\(aq\n"
".EE\n"
".RE\n"
".SH SEE ALSO\n"
".BR less (1),\n"
".BR pcre2pattern (3)\n";

/* Text for roff: as it is, even at the start of a line. */
static void
print_roff(const char *text)
{
	static const struct RoffChar {
		char c;
		const char *roff;
	} chars[] = {
		{ '\\', "\\(rs" }, { '-', "\\-" }, { '\'', "\\(aq" },
		{ '`', "\\(ga" }, { '^', "\\(ha" }, { '~', "\\(ti" },
		{ '"', "\\(dq" }, { '.', "\\&." },
	};

	for (; *text; text++) {
		const char *roff = NULL;

		for (size_t i = 0; i < N_ITEMS(chars); i++)
			if (chars[i].c == *text)
				roff = chars[i].roff;
		if (roff)
			fputs(roff, stdout);
		else
			putchar(*text);
	}
}

/* A row's help as a sentence would begin. */
static void
print_help(const char *help)
{
	putchar(*help >= 'a' && *help <= 'z' ? *help - 'a' + 'A' : *help);
	print_roff(help + 1);
}

static void
print_option_name(const OptionRow *row)
{
	fputs(".TP\n", stdout);
	if (row->letter)
		printf("\\fB\\-%c\\fR, ", row->letter);
	fputs("\\fB\\-\\-", stdout);
	print_roff(row->name);
	fputs("\\fR", stdout);
	if (row->arg)
		printf("=\\fI%s\\fR", row->arg);
	putchar('\n');
}

static void
print_options(void)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);
		Buf value;

		print_option_name(row);
		print_help(row->help);
		buf_init(&value, DEFAULT_MAX);
		if (options_append_default(row, &value))
			printf(" (default: %.*s)",
			       SLICE_ARGS(buf_slice(&value)));
		buf_done(&value);
		fputs(".\n", stdout);
	}
}

/* "\fBJ\fR, \fB<Right>\fR" */
static void
print_keys(const char *keys)
{
	char sequence[2 * KEY_NAME_MAX];

	fputs(".TP\n", stdout);
	while (*keys) {
		size_t len = strcspn(keys, " ");

		snprintf(sequence, sizeof(sequence), "%.*s", (int)len, keys);
		fputs("\\fB", stdout);
		print_roff(sequence);
		fputs("\\fR", stdout);
		keys += len + strspn(keys + len, " ");
		if (*keys)
			fputs(", ", stdout);
	}
	putchar('\n');
}

static void
print_commands(void)
{
	int group = -1;

	for (int id = 0; id < COMMAND_COUNT; id++) {
		const CommandRow *row = registry_command((CommandId)id);

		if ((int)row->group != group)
			printf(".SS %s\n", registry_group_title(row->group));
		group = (int)row->group;
		print_keys(row->keys);
		print_help(row->help);
		fputs(".\n", stdout);
	}
}

/* The options of the configuration, commas between. */
static void
print_settings(void)
{
	const char *comma = "";

	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		if (!row->setting)
			continue;
		fputs(comma, stdout);
		print_roff(row->name);
		comma = ",\n";
	}
	fputs(".\n", stdout);
}

static void
print_files(void)
{
	fputs(".SH FILES\n.TP\n"
	      ".I $XDG_CONFIG_HOME/fangtan/config.yaml\n"
	      "The configuration.\n.TP\n"
	      ".I $XDG_STATE_HOME/fangtan/\n"
	      "What is remembered: the width of the sidebar, of each document\n"
	      "the measure and the script, and what was searched for;\n"
	      "~/.local/state/fangtan where that is not set.\n.TP\n.I ", stdout);
	print_roff(PKGDATADIR "/interviews/");
	fputs("\nThe sample interviews.\n", stdout);
}

static void
print_man(void)
{
	fputs(".TH FANGTAN 1 \"\" \"fangtan " PACKAGE_VERSION
	      "\" \"User Commands\"\n", stdout);
	fputs(page_head, stdout);
	print_options();
	fputs(page_printing, stdout);
	print_commands();
	fputs(page_prompt, stdout);
	fputs(page_config, stdout);
	print_settings();
	print_files();
	fputs(page_tail, stdout);
}

/* True where an option's argument is the name of a file. */
static bool
takes_file(const OptionRow *row)
{
	return row->arg && !strcmp(row->arg, "FILE");
}

/* An option's values with blanks between. */
static void
print_values(const OptionRow *row)
{
	for (const char *c = row->values; *c; c++)
		putchar(*c == '|' ? ' ' : *c);
}

/* "-f|--format" */
static void
print_bash_pattern(const OptionRow *row)
{
	if (row->letter)
		printf("-%c|", row->letter);
	printf("--%s", row->name);
}

/* What completes an option's argument. */
static void
print_bash_arguments(void)
{
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		if (!row->arg)
			continue;
		fputs("\t", stdout);
		print_bash_pattern(row);
		fputs(")\n", stdout);
		if (!takes_file(row))
			fputs("\t\tcompopt +o default\n", stdout);
		if (row->values) {
			fputs("\t\tCOMPREPLY=($(compgen -W '", stdout);
			print_values(row);
			fputs("' -- \"$word\"))\n", stdout);
		}
		fputs("\t\treturn ;;\n", stdout);
	}
}

static void
print_bash(void)
{
	fputs("# bash completion of fangtan\n"
	      "_fangtan()\n{\n"
	      "\tlocal word=${COMP_WORDS[COMP_CWORD]}\n"
	      "\tlocal before=${COMP_WORDS[COMP_CWORD - 1]}\n"
	      "\n"
	      "\t# --name=value comes as three words\n"
	      "\tif [[ $word == = ]]; then\n"
	      "\t\tword=\n"
	      "\telif [[ $before == = ]] && ((COMP_CWORD > 1)); then\n"
	      "\t\tbefore=${COMP_WORDS[COMP_CWORD - 2]}\n"
	      "\tfi\n"
	      "\tCOMPREPLY=()\n"
	      "\tcase $before in\n", stdout);
	print_bash_arguments();
	fputs("\tesac\n"
	      "\t[[ $word == -* ]] || return 0\n"
	      "\tCOMPREPLY=($(compgen -W '", stdout);
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		if (row->letter)
			printf("-%c ", row->letter);
		printf("--%s%s ", row->name, row->arg ? "=" : "");
	}
	fputs("' -- \"$word\"))\n"
	      "\t[[ ${#COMPREPLY[@]} -ne 1 || $COMPREPLY != *= ]] ||"
	      " compopt -o nospace\n"
	      "}\n"
	      "complete -o default -F _fangtan fangtan\n", stdout);
}

/* The names of an option in the form that zsh's _arguments wants. */
static void
print_zsh_names(const OptionRow *row)
{
	const char *end = row->arg ? "=" : "";
	const char *alone = row->arg ? "+" : "";

	if (row->type == OPTION_TYPE_LIST)
		printf("'*'{-%c%s,--%s%s}", row->letter, alone, row->name, end);
	else if (row->letter)
		printf("'(-%c --%s)'{-%c%s,--%s%s}", row->letter, row->name,
		       row->letter, alone, row->name, end);
	else
		printf("'--%s%s'", row->name, end);
}

/* Inside single quotes, and inside the brackets of an explanation. */
static void
print_zsh_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			fputs("'\\''", stdout);
		else if (strchr("[]:\\", *text))
			printf("\\%c", *text);
		else
			putchar(*text);
	}
}

static void
print_zsh(void)
{
	fputs("#compdef fangtan\n_arguments -s -S \\\n", stdout);
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		putchar('\t');
		print_zsh_names(row);
		fputs("'[", stdout);
		print_zsh_text(row->help);
		putchar(']');
		if (row->arg) {
			putchar(':');
			print_zsh_text(row->arg);
			putchar(':');
		}
		if (row->values) {
			putchar('(');
			print_values(row);
			putchar(')');
		} else if (row->arg) {
			fputs(takes_file(row) ? "_files" : " ", stdout);
		}
		fputs("' \\\n", stdout);
	}
	fputs("\t'*:transcript:_files'\n", stdout);
}

/* Inside fish's single quotes. */
static void
print_fish_text(const char *text)
{
	for (; *text; text++) {
		if (*text == '\\' || *text == '\'')
			putchar('\\');
		putchar(*text);
	}
}

static void
print_fish(void)
{
	fputs("# fish completion of fangtan\n", stdout);
	for (int id = 0; id < OPTION_COUNT; id++) {
		const OptionRow *row = registry_option((OptionId)id);

		fputs("complete -c fangtan", stdout);
		if (row->letter)
			printf(" -s %c", row->letter);
		printf(" -l %s", row->name);
		if (row->arg)
			fputs(takes_file(row) ? " -r" : " -x", stdout);
		if (row->values) {
			fputs(" -a '", stdout);
			print_values(row);
			putchar('\'');
		}
		fputs(" -d '", stdout);
		print_fish_text(row->help);
		fputs("'\n", stdout);
	}
}

int
main(int argc, char **argv)
{
	static const struct Page {
		const char *name;
		void (*print)(void);
	} pages[] = {
		{ "man", print_man },
		{ "bash", print_bash },
		{ "zsh", print_zsh },
		{ "fish", print_fish },
	};

	for (size_t i = 0; i < N_ITEMS(pages); i++) {
		if (argc == 2 && strcmp(argv[1], pages[i].name) == 0) {
			pages[i].print();
			return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 2;
		}
	}
	fputs("manual: one of man, bash, zsh, fish is wanted\n", stderr);
	return 2;
}
