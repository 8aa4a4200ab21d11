/* Unit tests of text/yaml. */
#include "text/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "base/items.h"
#include "base/vec.h"

/* A tree on one line: maps in {}, lists in [], scalars as they are. */
static void
dump_node(const YamlNode *node, Buf *out)
{
	if (node->kind == YAML_SCALAR) {
		buf_append(out, node->value);
		return;
	}
	buf_append_char(out, node->kind == YAML_MAP ? '{' : '[');
	for (const YamlNode *child = node->first; child; child = child->next) {
		if (child != node->first)
			buf_append_char(out, ',');
		if (node->kind == YAML_MAP)
			buf_appendf(out, "%.*s=", SLICE_ARGS(child->key));
		dump_node(child, out);
	}
	buf_append_char(out, node->kind == YAML_MAP ? '}' : ']');
}

static void
assert_tree(Slice block, const char *want)
{
	const YamlNode *root;
	Arena arena;
	Buf out;
	Err err;

	arena_init(&arena);
	buf_init(&out, SIZE_MAX);
	if (yaml_read(block, &arena, &root, &err) != STATUS_OK)
		fail_msg("%.*s: %u: %s", SLICE_ARGS(block), (unsigned)err.line,
			 err.text);
	if (root)
		dump_node(root, &out);
	else
		buf_append(&out, SLICE("(none)"));
	if (!slice_eq(buf_slice(&out), slice_from(want)))
		fail_msg("%.*s", SLICE_ARGS(buf_slice(&out)));
	buf_done(&out);
	arena_done(&arena);
}

static void
assert_refused(Slice block, uint32_t line, const char *part)
{
	const YamlNode *root;
	Arena arena;
	Err err;

	arena_init(&arena);
	assert_int_equal(yaml_read(block, &arena, &root, &err), STATUS_FAILED);
	assert_null(root);
	if (err.line != line || !strstr(err.text, part))
		fail_msg("%u: %s", (unsigned)err.line, err.text);
	arena_done(&arena);
}

static void
a_block_becomes_a_tree(void **state)
{
	static const struct {
		const char *block, *want;
	} cases[] = {
		{ "title: 訪談\ndate: 2025-03-03\n",
		  "{title=訪談,date=2025-03-03}" },
		{ "a: 1\nb: [x, 'y: z', \"\\u8A2A\\n\"]\nc:\n  d: ~\n",
		  "{a=1,b=[x,y: z,訪\n],c={d=~}}" },
		{ "- a\n- - b\n  - c\n- {}\n- []\n", "[a,[b,c],{},[]]" },
		{ "a:\nb: ''\n", "{a=,b=}" },
		{ "a: |\n  one\n  two\nb: >\n  one\n  two\n",
		  "{a=one\ntwo\n,b=one two\n}" },
		{ "0x10: yes\n007: 1e3\n", "{0x10=yes,007=1e3}" },
		{ "---\na: 1\n---\nb: 2\n", "{a=1}" },
		{ "---\na: 1\n...\n: [ {", "{a=1}" },
		{ "a: 1\na: 2\n", "{a=1,a=2}" },
		{ "text\n", "text" },
		{ "''\n", "" },
		{ "\uFEFF"
		  "a: 1\n",
		  "{a=1}" },
		{ "a: 1\r\nb: 2\r\n", "{a=1,b=2}" },
		{ "", "(none)" },
		{ "# nothing\n\n", "(none)" },
		{ "---\n", "(none)" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_tree(slice_from(cases[i].block), cases[i].want);
	assert_tree((Slice){ NULL, 0 }, "(none)");
}

static void
an_alias_stands_for_what_it_names(void **state)
{
	static const struct {
		const char *block, *want;
	} cases[] = {
		{ "a: &x [1, 2]\nb: *x\nc: 3\n", "{a=[1,2],b=[1,2],c=3}" },
		{ "- &x 1\n- *x\n- &x 2\n- *x\n", "[1,1,2,2]" },
		{ "&k key: v\nother: *k\n*k : w\n", "{key=v,other=key,key=w}" },
		{ "a: &x {p: &y 1}\nb: *y\nc: *x\n", "{a={p=1},b=1,c={p=1}}" },
		{ "a: &x\nb: *x\n", "{a=,b=}" },
		{ "<<: &x {a: 1}\nb: *x\n", "{<<={a=1},b={a=1}}" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_tree(slice_from(cases[i].block), cases[i].want);
}

static void
a_node_knows_its_line(void **state)
{
	const YamlNode *root, *list;
	Arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(yaml_read(SLICE("# c\na: 1\nb:\n  - x\n  - y\n"),
				   &arena, &root, NULL),
			 STATUS_OK);
	assert_int_equal(root->line, 2);
	assert_int_equal(yaml_get(root, "a")->line, 2);
	list = yaml_get(root, "b");
	assert_int_equal(list->line, 3);
	assert_int_equal(list->first->line, 4);
	assert_int_equal(list->first->next->line, 5);
	arena_done(&arena);
}

static void
get_finds_the_key_of_a_map_only(void **state)
{
	const YamlNode *root;
	Arena arena;

	(void)state;
	arena_init(&arena);
	assert_int_equal(
		yaml_read(SLICE("a: 1\nlist: [a]\n"), &arena, &root, NULL),
		STATUS_OK);
	assert_true(slice_eq(yaml_get(root, "a")->value, SLICE("1")));
	assert_null(yaml_get(root, "b"));
	assert_null(yaml_get(yaml_get(root, "list"), "a"));
	assert_null(yaml_get(yaml_get(root, "a"), "a"));
	arena_done(&arena);
}

static void
what_is_not_valid_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *block;
		uint32_t line;
		const char *part;
	} cases[] = {
		{ "a: 1\nb: [1, 2\nc: 3\n", 3, "no valid YAML" },
		{ "a: 1\n\tb: 2\n", 2, "no valid YAML" },
		{ "a: 'open\n", 2, "no valid YAML" },
		{ "a: 1\nb: \x01\n", 2, "no valid YAML" },
		{ "a: 1\n? [x]\n: 2\n", 2, "must be a text" },
		{ "a: &l [x]\n*l : 2\n", 2, "must be a text" },
		{ "a: *nothing\n", 1, "\"nothing\"" },
		{ "a: &x\n  b: *x\n", 2, "stands in what it names" },
	};

	(void)state;
	for (size_t i = 0; i < N_ITEMS(cases); i++)
		assert_refused(slice_from(cases[i].block), cases[i].line,
			       cases[i].part);
}

static void
repeat(Buf *out, const char *text, size_t count)
{
	while (count-- > 0)
		buf_append(out, slice_from(text));
}

static void
depth_is_limited(void **state)
{
	Buf block, want;

	(void)state;
	buf_init(&block, SIZE_MAX);
	buf_init(&want, SIZE_MAX);
	repeat(&block, "[", YAML_DEPTH_MAX);
	repeat(&block, "]", YAML_DEPTH_MAX);
	buf_append(&want, buf_slice(&block));
	buf_append_char(&want, '\0');
	assert_tree(buf_slice(&block), want.ptr);
	buf_clear(&block);
	repeat(&block, "[", YAML_DEPTH_MAX + 1);
	assert_refused(buf_slice(&block), 1, "nested deeper");
	buf_clear(&block);
	repeat(&block, "[", 500000);
	assert_refused(buf_slice(&block), 1, "nested deeper");
	buf_done(&block);
	buf_done(&want);
}

/* "- &x [[…]]" of `below` levels, its alias below `above` levels. */
static void
make_deep_alias(Buf *block, size_t below, size_t above)
{
	buf_clear(block);
	buf_append(block, SLICE("- &x "));
	repeat(block, "[", below);
	repeat(block, "]", below);
	buf_append(block, SLICE("\n- "));
	repeat(block, "[", above);
	buf_append(block, SLICE("*x"));
	repeat(block, "]", above);
}

static void
depth_is_limited_through_aliases(void **state)
{
	const YamlNode *root;
	Arena arena;
	Buf block;

	(void)state;
	arena_init(&arena);
	buf_init(&block, SIZE_MAX);
	make_deep_alias(&block, 33, YAML_DEPTH_MAX - 34);
	assert_int_equal(yaml_read(buf_slice(&block), &arena, &root, NULL),
			 STATUS_OK);
	make_deep_alias(&block, 33, YAML_DEPTH_MAX - 33);
	assert_refused(buf_slice(&block), 2, "nested deeper");
	buf_done(&block);
	arena_done(&arena);
}

static void
the_number_of_values_is_limited(void **state)
{
	const YamlNode *root;
	Arena arena;
	Buf block;

	(void)state;
	arena_init(&arena);
	buf_init(&block, SIZE_MAX);
	repeat(&block, "- a\n", YAML_NODE_MAX - 1);
	assert_int_equal(yaml_read(buf_slice(&block), &arena, &root, NULL),
			 STATUS_OK);
	repeat(&block, "- a\n", 1);
	assert_refused(buf_slice(&block), YAML_NODE_MAX, "more than");
	buf_done(&block);
	arena_done(&arena);
}

static void
no_bomb_of_aliases_grows(void **state)
{
	Buf block;

	(void)state;
	buf_init(&block, SIZE_MAX);
	buf_append(&block, SLICE("a0: &a0 [x,x,x,x,x,x,x,x,x]\n"));
	for (int i = 1; i < 12; i++) {
		buf_appendf(&block, "a%d: &a%d [", i, i);
		for (int k = 0; k < 9; k++)
			buf_appendf(&block, "%s*a%d", k ? "," : "", i - 1);
		buf_append(&block, SLICE("]\n"));
	}
	assert_refused(buf_slice(&block), 5, "more than");
	buf_done(&block);
}

static void
the_number_of_anchors_is_limited(void **state)
{
	Buf block;

	(void)state;
	buf_init(&block, SIZE_MAX);
	for (int i = 0; i < 300; i++)
		buf_appendf(&block, "- &a%d x\n", i);
	assert_refused(buf_slice(&block), 257, "anchors");
	buf_done(&block);
}

static void
a_block_too_long_is_refused(void **state)
{
	Buf block;

	(void)state;
	buf_init(&block, SIZE_MAX);
	repeat(&block, "#", YAML_INPUT_MAX);
	assert_tree(buf_slice(&block), "(none)");
	repeat(&block, "#", 1);
	assert_refused(buf_slice(&block), 0, "longer than");
	buf_done(&block);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_becomes_a_tree),
		cmocka_unit_test(an_alias_stands_for_what_it_names),
		cmocka_unit_test(a_node_knows_its_line),
		cmocka_unit_test(get_finds_the_key_of_a_map_only),
		cmocka_unit_test(what_is_not_valid_is_refused_with_its_line),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(depth_is_limited_through_aliases),
		cmocka_unit_test(the_number_of_values_is_limited),
		cmocka_unit_test(no_bomb_of_aliases_grows),
		cmocka_unit_test(the_number_of_anchors_is_limited),
		cmocka_unit_test(a_block_too_long_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
