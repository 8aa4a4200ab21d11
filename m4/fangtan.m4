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
