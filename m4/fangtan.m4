dnl Macros of fangtan's configure.ac.

# FANGTAN_TRY_CFLAGS(FLAGS)
# -------------------------
# Adds to AM_CFLAGS each of FLAGS that the compiler takes without a word.
# -Werror makes clang refuse what it does not know.
AC_DEFUN([FANGTAN_TRY_CFLAGS],
[AC_SUBST([AM_CFLAGS])
fangtan_saved=$CFLAGS
for fangtan_flag in $1; do
	AC_MSG_CHECKING([whether $CC takes $fangtan_flag])
	CFLAGS="$fangtan_saved -Werror $fangtan_flag"
	AC_LINK_IFELSE([AC_LANG_SOURCE([int main(void) { return 0; }])],
		[AM_CFLAGS="$AM_CFLAGS $fangtan_flag"
		AC_MSG_RESULT([yes])],
		[AC_MSG_RESULT([no])])
done
CFLAGS=$fangtan_saved])

# FANGTAN_TRY_LDFLAGS(FLAGS)
# --------------------------
# The same for AM_LDFLAGS and the linker.
AC_DEFUN([FANGTAN_TRY_LDFLAGS],
[AC_SUBST([AM_LDFLAGS])
fangtan_saved=$LDFLAGS
for fangtan_flag in $1; do
	AC_MSG_CHECKING([whether the linker takes $fangtan_flag])
	LDFLAGS="$fangtan_saved $fangtan_flag"
	AC_LINK_IFELSE([AC_LANG_SOURCE([int main(void) { return 0; }])],
		[AM_LDFLAGS="$AM_LDFLAGS $fangtan_flag"
		AC_MSG_RESULT([yes])],
		[AC_MSG_RESULT([no])])
done
LDFLAGS=$fangtan_saved])

# FANGTAN_SONAME(PREFIX, HEADER, CALL, FALLBACK)
# ----------------------------------------------
# Defines PREFIX_SONAME, the name by which dlopen() finds the library that
# PREFIX_LIBS names: what a program that makes CALL asks the loader for.
AC_DEFUN([FANGTAN_SONAME],
[AC_CHECK_TOOLS([OBJDUMP], [objdump llvm-objdump], [false])
AC_MSG_CHECKING([the name of $1 at run time])
fangtan_saved_cflags=$CFLAGS fangtan_saved_libs=$LIBS
CFLAGS="$CFLAGS $$1_CFLAGS" LIBS="$$1_LIBS $LIBS"
fangtan_soname=
AC_LINK_IFELSE([AC_LANG_PROGRAM([#include <$2>], [(void)$3])],
	[fangtan_soname=`{ $OBJDUMP -p conftest$ac_exeext ||
		otool -L conftest$ac_exeext; } 2>/dev/null |
		awk '
			/NEEDED/ { name = $[]2 }
			/dylib/ { name = $[]1 }
			name ~ /m4_tolower([$1])/ { print name; exit }'`])
CFLAGS=$fangtan_saved_cflags LIBS=$fangtan_saved_libs
AS_IF([test "x$fangtan_soname" = x], [fangtan_soname=$4])
AC_MSG_RESULT([$fangtan_soname])
AC_DEFINE_UNQUOTED([$1_SONAME], ["$fangtan_soname"],
	[The name of $1 for dlopen().])])

# FANGTAN_UNIHAN
# --------------
# Substitutes UNIHAN_READINGS, a command that prints Unihan_Readings.txt: from
# the file that --with-unihan names, or from where systems keep it.  Where
# there is none ICU's uconv tells one reading of each character.
AC_DEFUN([FANGTAN_UNIHAN],
[AC_ARG_WITH([unihan],
	[AS_HELP_STRING([--with-unihan=FILE],
		[Unihan_Readings.txt (or .bz2, .gz) or Unihan.zip])],
	[], [with_unihan=no])
AC_SUBST([UNIHAN_READINGS])
AC_MSG_CHECKING([for the readings of Han characters])
AS_IF([test "x$with_unihan" = xno || test "x$with_unihan" = xyes],
	[for fangtan_dir in /usr/share/unicode /usr/share/unicode/ucd \
	    /usr/share/unicode/ucd/Unihan /usr/share/unicode-data \
	    /usr/share/unicode-character-database; do
		for fangtan_name in Unihan_Readings.txt \
		    Unihan_Readings.txt.bz2 Unihan_Readings.txt.gz Unihan.zip
		do
			test ! -r $fangtan_dir/$fangtan_name ||
			    with_unihan=$fangtan_dir/$fangtan_name
		done
	done])
AC_MSG_RESULT([$with_unihan])
AC_CHECK_PROGS([UCONV], [uconv])
AS_IF([test "x$with_unihan$UCONV" = xnouconv],
	[with_unihan=icu
	AC_MSG_WARN([no Unihan: ~ knows one reading of each character])])
AS_CASE([$with_unihan],
	[icu], [UNIHAN_READINGS="'$srcdir/data/icu_readings'"],
	[no|yes], [AC_MSG_ERROR([Unihan is missing, which says how Han dnl
characters are read: it is in the package unicode-data of Debian, dnl
unicode-ucd-unihan of Fedora, unicode-character-database of Arch; dnl
or get Unihan.zip from unicode.org and say --with-unihan=FILE])],
	[*.bz2], [UNIHAN_READINGS="bzip2 -dc '$with_unihan'"],
	[*.gz], [UNIHAN_READINGS="gzip -dc '$with_unihan'"],
	[*.zip], [UNIHAN_READINGS="unzip -p '$with_unihan' Unihan_Readings.txt"],
	[UNIHAN_READINGS="cat '$with_unihan'"])
AS_IF([eval "$UNIHAN_READINGS" 2>/dev/null | grep kMandarin >/dev/null],
	[], [AC_MSG_ERROR([$UNIHAN_READINGS prints no readings])])])

# FANGTAN_OPENCC_DATA
# -------------------
# Substitutes OPENCC_DATA, the folder of OpenCC's dictionaries, which the tool
# opencc_dict must be able to print.
AC_DEFUN([FANGTAN_OPENCC_DATA],
[AC_SUBST([OPENCC_DATA])
AC_MSG_CHECKING([for the dictionaries of OpenCC])
OPENCC_DATA=`$PKG_CONFIG --variable=prefix opencc`/share/opencc
AC_MSG_RESULT([$OPENCC_DATA])
AS_IF(["$srcdir/data/opencc_text" "$OPENCC_DATA" >/dev/null 2>conftest.err],
	[], [AC_MSG_ERROR([`cat conftest.err`
opencc_dict cannot print them: it is in the package opencc of Debian, Arch dnl
and Homebrew, opencc-tools of Fedora])])])
