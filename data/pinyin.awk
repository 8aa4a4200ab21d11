# From Unihan_Readings.txt to src/reading/pinyin_table.c; see pinyin_table.h.
#
# Takes the fields that hold the readings of today: the usual one, those of a
# corpus, and those of two dictionaries; kHanyuPinyin, which has all that ever
# were, would find too much.  Tones are dropped, ü is v, and what has no vowel
# is written as one types it.  Runs bytewise, under LC_ALL=C.

BEGIN {
	for (i = 0; i < 16; i++)
		value[substr("0123456789ABCDEF", i + 1, 1)] = i
}

function number(hex,	n, i)
{
	for (i = 1; i <= length(hex); i++)
		n = n * 16 + value[substr(hex, i, 1)]
	return n
}

function without_tones(s)
{
	gsub(/\314[\200-\277]/, "", s)
	gsub(/ā|á|ǎ|à/, "a", s)
	gsub(/ē|é|ě|è|ê|ế|ề/, "e", s)
	gsub(/ī|í|ǐ|ì/, "i", s)
	gsub(/ō|ó|ǒ|ò/, "o", s)
	gsub(/ū|ú|ǔ|ù/, "u", s)
	gsub(/ǖ|ǘ|ǚ|ǜ|ü/, "v", s)
	gsub(/ń|ň|ǹ/, "n", s)
	gsub(/ḿ/, "m", s)
	return s
}

# As one types it; r is the end of 一点儿.
function typed(syllable)
{
	if (syllable == "n" || syllable == "ng")
		return "en"
	if (syllable == "hm" || syllable == "hng")
		return "heng"
	if (syllable !~ /^[a-z]+$/ || (syllable !~ /[aeiouv]/ && syllable != "r"))
		return ""
	return syllable
}

/^U\+/ && $2 ~ /^(kMandarin|kHanyuPinlu|kTGHZ2013|kXHC1983)$/ {
	point = number(substr($1, 3))
	sub(/^[^\t]*\t[^\t]*\t/, "")
	gsub(/[0-9.,*]+:|\([0-9]*\)/, " ")
	gsub(/,/, " ")
	n = split(without_tones($0), found, " ")
	for (i = 1; i <= n; i++) {
		syllable = typed(found[i])
		if (syllable == "" || (point, syllable) in seen)
			continue
		seen[point, syllable] = 1
		readings[point] = readings[point] " " syllable
		known[syllable] = 1
		last = point > last ? point : last
		characters++
	}
}

# Sorts words[1..n].
function sort_words(n,	i, j, word)
{
	for (i = 2; i <= n; i++) {
		word = words[i]
		for (j = i - 1; j > 0 && words[j] > word; j--)
			words[j + 1] = words[j]
		words[j + 1] = word
	}
}

function print_syllables(	syllable, n, i)
{
	for (syllable in known)
		words[++n] = syllable
	sort_words(n)
	print "const char PINYIN_SYLLABLES[][PINYIN_SYLLABLE_SIZE] = {"
	for (i = 1; i <= n; i++) {
		id[words[i]] = i - 1
		printf "\t\"%s\",\n", words[i]
	}
	print "};\n"
	printf "const uint16_t PINYIN_N_SYLLABLES = %d;\n\n", n
}

# Where the set of the readings begins, which is printed when it is new.
function set_of(list,	parts, n, i)
{
	if (list in sets)
		return sets[list]
	n = split(list, parts, " ")
	sets[list] = n_sets
	for (i = 1; i <= n; i++)
		printf "\t%d,\n", id[parts[i]]
	print "\tPINYIN_END,"
	n_sets += n + 1
	return sets[list]
}

# One row for each page of 256 code points that has a reading.
function print_pages(	page, at, point, row, n)
{
	print "const uint16_t PINYIN_POINTS[][256] = {\n\t{ 0 },"
	for (page = 0; page * 256 <= last; page++) {
		row = ""
		for (at = 0; at < 256; at++) {
			point = page * 256 + at
			if (point in set)
				row = row "[" at "]=" set[point] ","
		}
		if (row != "")
			print "\t{ " row " },"
		page_of[page] = row == "" ? 0 : ++n
	}
	print "};\n\nconst uint16_t PINYIN_PAGES[] = {"
	for (at = 0; at < page; at++)
		printf "\t%d,\n", page_of[at]
	print "};\n"
	printf "const uint32_t PINYIN_N_PAGES = %d;\n", page
}

END {
	if (characters < 10000) {
		print "pinyin.awk: these are no readings of Unihan" \
		    >"/dev/stderr"
		exit 1
	}
	print "/* Made from Unihan by data/pinyin.awk. */"
	print "#include \"reading/pinyin_table.h\"\n"
	print_syllables()
	print "const uint16_t PINYIN_SETS[] = {\n\tPINYIN_END,"
	n_sets = 1
	for (point = 0; point <= last; point++)
		if (point in readings)
			set[point] = set_of(readings[point])
	print "};\n"
	printf "const uint32_t PINYIN_N_SETS = %d;\n\n", n_sets
	print_pages()
}
