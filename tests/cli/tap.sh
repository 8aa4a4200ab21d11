# For the tests beside it, which read it first: runs the program in a folder
# of their own and says in TAP what it did.
#
# FANGTAN is the program, srcdir the project, FANGTAN_SHARED a folder of
# transcripts that need not be there.

set -u

: "${FANGTAN:=./fangtan}"
case $FANGTAN in
/*) ;;
*) FANGTAN=$PWD/$FANGTAN ;;
esac
# What depends on it tells so itself.
unset NO_COLOR COLUMNS LINES LANGUAGE LANG LC_CTYPE LC_MESSAGES XDG_CONFIG_HOME
export LC_ALL=C.UTF-8

top=$(cd "${srcdir:-.}" && pwd) || exit 1
# shellcheck disable=SC2034 # for the tests
samples=$top/data/interviews
# shellcheck disable=SC2034
shared=${FANGTAN_SHARED:-$top/../shared}/interviews
folder=$(mktemp -d "${TMPDIR:-/tmp}/fangtan-cli.XXXXXX") || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
cd "$folder" || exit 1
mkdir docs told home
export HOME="$folder/home"
tests=0

# run ARGUMENT...: its output in told/out and told/err, and $status.
run()
{
	"$FANGTAN" "$@" >told/out 2>told/err </dev/null
	status=$?
}

# pass NAME, fail NAME [FILE...]: the files are shown.
pass()
{
	tests=$((tests + 1))
	echo "ok $tests - $1"
}

fail()
{
	tests=$((tests + 1))
	echo "not ok $tests - $1"
	shift
	[ $# -eq 0 ] || head -n 40 "$@" | sed 's/^/# /'
}

skip()
{
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# same NAME FILE: what was wanted stands on standard input.
same()
{
	cat >told/want
	if cmp -s told/want "$2"; then
		pass "$1"
	else
		diff -u told/want "$2" >told/diff
		fail "$1" told/diff told/err
	fi
}

# prints NAME ARGUMENT...: prints what stands on standard input, and nothing
# else.
prints()
{
	name=$1
	shift
	cat >told/stdin
	run "$@"
	if [ $status -ne 0 ] || [ -s told/err ]; then
		fail "$name (status $status)" told/err
	else
		same "$name" told/out <told/stdin
	fi
}

# ends NAME STATUS ARGUMENT...: prints nothing, and complains in one line
# that is like the pattern on standard input (empty: not at all).
ends()
{
	name=$1
	want=$2
	shift 2
	like=$(cat)
	run "$@"
	if [ $status -ne "$want" ] || [ -s told/out ] || ! is_like "$like"; then
		echo "# status $status, \"$want\" is wanted, like: $like"
		fail "$name" told/out told/err
	else
		pass "$name"
	fi
}

is_like()
{
	[ -n "$1" ] || { [ ! -s told/err ]; return; }
	[ "$(wc -l <told/err)" -eq 1 ] || return
	# shellcheck disable=SC2254 # it is a pattern
	case $(cat told/err) in
	$1) ;;
	*) return 1 ;;
	esac
}

# holds NAME FILTER: for all of the JSON in told/out.
holds()
{
	if [ "$status" -ne 0 ] || [ -s told/err ]; then
		fail "$1 (status $status)" told/err
	elif jq -es "length > 0 and all($2)" told/out >/dev/null 2>told/jq; then
		pass "$1"
	else
		echo "# $2"
		fail "$1" told/out told/jq
	fi
}

need_jq()
{
	command -v jq >/dev/null 2>&1 && return
	echo "1..0 # SKIP jq is not installed"
	exit
}

done_testing()
{
	echo "1..$tests"
}
