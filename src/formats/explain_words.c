#include "formats/explain_words.h"

#include "base/i18n.h"
#include "base/items.h"

const ExplainWords EXPLAIN_NO_TEXT = {
	"no-text", N_("nothing is said behind it")
};

const ExplainWords EXPLAIN_STATED = {
	"stated", N_("the file itself says who speaks")
};

/* A form shows itself: its example is not translated. */
const ExplainWords *
explain_form(LabelForm form)
{
	static const ExplainWords words[] = {
		[LABEL_BOLD_IN] = { "bold-in", "**Name:** text" },
		[LABEL_BOLD_OUT] = { "bold-out", "**Name**: text" },
		[LABEL_BOLD_TIME] = { "bold-time", "**Name** 00:12" },
		[LABEL_BOLD_WHOLE] = { "bold-whole", "**Name: text**" },
		[LABEL_BOLD_ALONE] = { "bold-alone", "**Name**" },
		[LABEL_LIGHT] = { "light", "*Name:* text" },
		[LABEL_BOLD_ABOVE] = { "bold-above", "**Name** / text" },
		[LABEL_HEADING] = { "heading", "### Name:" },
		[LABEL_HEADING_TIME] = { "heading-time", "### Name (00:12)" },
		[LABEL_HEADING_ROLE] = { "heading-role", "### Host: Name" },
		[LABEL_HEADING_NAME] = { "heading-name", "### Name" },
		[LABEL_BRACKET] = { "bracket", "【Name】text" },
		[LABEL_ENCLOSED] = { "enclosed", "<nick> text" },
		[LABEL_SIGNED] = { "signed", "○Name　text" },
		[LABEL_STROKE] = { "stroke", "—— text" },
		[LABEL_DASHED] = { "dashed", "Name – text" },
		[LABEL_NAME_TIME] = { "name-time", "Name 00:12" },
		[LABEL_NAME_ALONE] = { "name-alone", "Name" },
		[LABEL_NAME_ABOVE] = { "name-above", "Name / text" },
		[LABEL_FORMAL] = { "formal", "Mr. NAME. text" },
		[LABEL_LETTER] = { "letter", "Q - text" },
		[LABEL_CLOCKED] = { "clocked", "00:12 Name: text" },
		[LABEL_PLAIN] = { "plain", "Name: text" },
		[LABEL_CAPTION] = { "caption", ">> Name: text" },
		[LABEL_BLOCK] = { "block", "- Name: text" },
	};

	_Static_assert(N_ITEMS(words) == LABEL_FORMS,
		       "every form has a row");
	return &words[form];
}

const ExplainWords *
explain_form_why(FormWhy why)
{
	static const ExplainWords words[] = {
		[FORM_WHY_LIST] = { "list",
			N_("its names stand at one place each, or come again "
			   "in one order: a list") },
		[FORM_WHY_WEAK] = { "weak",
			N_("too little of the text hangs on it, too few look "
			   "like names, or they take no turns") },
		[FORM_WHY_REPEATED] = { "names-repeated",
			N_("several good names come again, on a fair share "
			   "of the paragraphs") },
		[FORM_WHY_ROLES] = { "roles-repeated",
			N_("two roles of a talk come again") },
		[FORM_WHY_HINTED] = { "named-in-front-matter",
			N_("several lines name whom the front matter names") },
		[FORM_WHY_HINTED_ONE] = { "named-in-front-matter",
			N_("it names whom the front matter names, and covers "
			   "much of the text") },
		[FORM_WHY_COVERS] = { "names-cover",
			N_("good names cover much of the text") },
		[FORM_WHY_ONE] = { "one-name-covers",
			N_("one good name covers nearly all of the text") },
		[FORM_WHY_PLAUSIBLE] = { "plausible-names-cover",
			N_("what may well be names covers most of the "
			   "text") },
		[FORM_WHY_TURNS] = { "names-take-turns",
			N_("names take turns through the text") },
		[FORM_WHY_TURNS_MOST] = { "words-take-turns",
			N_("what may be names takes turns through most of "
			   "the text") },
		[FORM_WHY_SPOKEN] = { "names-speak",
			N_("what stands behind the names sounds as if they "
			   "said it") },
		[FORM_WHY_CAPTIONS] = { "captions",
			N_("`>>` says throughout the text that somebody else "
			   "speaks") },
		[FORM_WHY_BLOCKS] = { "names-in-blocks",
			N_("most items or quotes begin with names") },
	};

	_Static_assert(N_ITEMS(words) == FORM_WHYS,
		       "every reason has a row");
	return &words[why];
}

const ExplainWords *
explain_rules_why(RulesWhy why)
{
	static const ExplainWords words[] = {
		[RULES_WHY_NONE] = { "no-form",
			N_("it has no form of a label") },
		[RULES_WHY_NOT_A_NAME] = { "not-a-name", N_("it is no name") },
		[RULES_WHY_FULL] = { "too-many-names",
			N_("the document holds more names than can be told "
			   "apart") },
		[RULES_WHY_FORM] = { "form-not-established",
			N_("nobody is marked in this form here") },
		[RULES_WHY_ONCE] = { "once",
			N_("it may well be a name, but stands there only "
			   "once") },
		[RULES_WHY_ODD] = { "odd",
			N_("it stands once, and is not written as the names "
			   "here are") },
		[RULES_WHY_RARE] = { "rare",
			N_("it hardly looks like a name, and is rare") },
		[RULES_WHY_SLIP] = { "slip-of-nobody",
			N_("it would be a slip of the pen, but no speaker is "
			   "called that") },
		[RULES_WHY_LISTING] = { "listing",
			N_("it explains whose initials they are") },
		[RULES_WHY_CREDIT] = { "credit",
			N_("it says before the talk who has that role") },
		[RULES_WHY_SPEAKS] = { "speaks-already",
			N_("it tells what somebody says who speaks "
			   "already, or has not spoken yet") },
		[RULES_WHY_HINTED] = { "named-in-front-matter",
			N_("the front matter names this speaker") },
		[RULES_WHY_NAME] = { "name", N_("it looks like a name") },
		[RULES_WHY_MARKED] = { "marked",
			N_("it may well be a name, and the form has marks of "
			   "its own") },
		[RULES_WHY_REPEATED] = { "repeated",
			N_("it may well be a name, and comes again") },
		[RULES_WHY_DENSE] = { "dense",
			N_("it may well be a name, where nearly every "
			   "paragraph has one") },
		[RULES_WHY_SPEECH] = { "speech",
			N_("its words sound as if somebody said them") },
		[RULES_WHY_STYLE] = { "style",
			N_("it stands once, but is written as the names here "
			   "are") },
		[RULES_WHY_OFTEN] = { "often",
			N_("it may be a name, and comes often") },
		[RULES_WHY_PART] = { "part",
			N_("a part of a speaker's name") },
		[RULES_WHY_TRANSLATES] = { "translation",
			N_("a speaker's other name, before what translates "
			   "him") },
		[RULES_WHY_SEVERAL] = { "several",
			N_("each of the names is a speaker") },
		[RULES_WHY_KNOWN] = { "known",
			N_("the form is unusual here, the speaker is known") },
		[RULES_WHY_CHANGE] = { "change",
			N_("somebody else speaks, who is not named") },
		[RULES_WHY_SLIP_OF] = { "slip",
			N_("a slip of the pen; the speaker is known") },
		[RULES_WHY_INDIRECT] = { "indirect",
			N_("indirect speech of a known speaker") },
		[RULES_WHY_PSEUDO] = { "pseudo",
			N_("the word marks a break and nobody speaks") },
	};

	_Static_assert(N_ITEMS(words) == RULES_WHYS,
		       "every reason has a row");
	return &words[why];
}

const ExplainWords *
explain_name_why(NameWhy why)
{
	static const ExplainWords words[] = {
		[NAME_WHY_EMPTY] = { "empty", N_("no name stands there") },
		[NAME_WHY_LONG] = { "long", N_("it is too long for a name") },
		[NAME_WHY_PUNCTUATION] = { "punctuation",
			N_("it holds characters that no name holds") },
		[NAME_WHY_NO_LETTERS] = { "no-letters",
			N_("it holds no letters") },
		[NAME_WHY_STOP] = { "stop-word",
			N_("the word often heads a line and names nobody") },
		[NAME_WHY_NUMBER] = { "number",
			N_("it is a number or a time") },
		[NAME_WHY_SENTENCE] = { "sentence",
			N_("it reads like a part of a sentence") },
		[NAME_WHY_TITLE] = { "title",
			N_("a word in it belongs to titles and sentences") },
		[NAME_WHY_WORDS] = { "words",
			N_("it has too many words, or too few capitals, for "
			   "a name") },
		[NAME_WHY_COUNT] = { "count",
			N_("its parenthesis is open, or holds a number") },
		[NAME_WHY_WORD] = { "word", N_("a word that may be a name") },
		[NAME_WHY_THING] = { "thing",
			N_("a word in it means a thing") },
		[NAME_WHY_NUMBERED] = { "numbered",
			N_("a name with a number, or of a script without "
			   "capitals") },
		[NAME_WHY_CAPITAL] = { "capital",
			N_("a capitalised word") },
		[NAME_WHY_MOSTLY] = { "mostly-capitals",
			N_("most words are capitalised") },
		[NAME_WHY_SHORT] = { "familiar",
			N_("a familiar name") },
		[NAME_WHY_SURNAME_LONG] = { "surname-long",
			N_("it begins with a surname") },
		[NAME_WHY_LIST] = { "list", N_("a list of names") },
		[NAME_WHY_UNKNOWN] = { "unknown",
			N_("the sign of an unknown speaker") },
		[NAME_WHY_ROLE] = { "role", N_("the name of a role") },
		[NAME_WHY_TITLED] = { "titled",
			N_("a title such as people bear stands behind it") },
		[NAME_WHY_SURNAME] = { "surname",
			N_("a surname and a given name") },
		[NAME_WHY_DOTS] = { "dots",
			N_("a foreign name, with dots between its parts") },
		[NAME_WHY_CAPITALS] = { "capitals",
			N_("its words are capitalised, as in a name") },
		[NAME_WHY_MIXED] = { "mixed",
			N_("a name in two scripts") },
		[NAME_WHY_FORMAL] = { "formal",
			N_("a form of address and capitals") },
	};

	_Static_assert(N_ITEMS(words) == NAME_WHYS,
		       "every reason has a row");
	return &words[why];
}

const ExplainWords *
explain_place(unsigned place)
{
	static const ExplainWords words[] = {
		[EXPLAIN_TITLE] = { "title",
			N_("it is the title, or a heading that divides "
			   "nothing") },
		[EXPLAIN_FRONT] = { "front-matter",
			N_("it stands in the front matter") },
		[SCAN_DEFINITION] = { "definition",
			N_("it says where a link leads") },
		[SCAN_CODE] = { "code", N_("it stands in code") },
		[SCAN_TABLE] = { "table", N_("it stands in a table") },
		[SCAN_QUOTE] = { "quote", N_("it stands in a quotation") },
		[SCAN_ITEM] = { "item", N_("it stands in a list") },
	};

	_Static_assert(N_ITEMS(words) == EXPLAIN_PLACES,
		       "every place has a row");
	return &words[place];
}

const ExplainWords *
explain_miss(ExplainMiss miss)
{
	static const ExplainWords words[] = {
		[EXPLAIN_MISS_SENTENCE] = { "sentence",
			N_("punctuation of a sentence stands before the "
			   "colon") },
		[EXPLAIN_MISS_ADDRESS] = { "address", N_("an address") },
		[EXPLAIN_MISS_TIME] = { "time",
			N_("a time, and no name beside it") },
		[EXPLAIN_MISS_HEADING] = { "heading",
			N_("a heading that does not end in its colon") },
		[EXPLAIN_MISS_OTHER] = { "no-form",
			N_("it has no form of a label") },
	};

	_Static_assert(N_ITEMS(words) == EXPLAIN_MISSES,
		       "every reason has a row");
	return &words[miss];
}
