#include "formats/xml_people.h"

#include "base/items.h"
#include "formats/rich.h"

static const struct {
	const char *element;
	const char *name;	/* the attribute; NULL: the text is it */
} PEOPLE[] = {
	{ "TLCPerson", "showAs" },
	{ "TLCRole", "showAs" },
	{ "TLCOrganization", "showAs" },
	{ "Speaker", "name" },
	{ "Topic", "desc" },
	{ "person", NULL },
	{ "personGrp", NULL },
	{ "role", NULL },
};

/* All text of an element on one line, in `arena`. */
static Slice
text_of(const XmlNode *node, Arena *arena)
{
	Slice text;
	Rich rich;

	rich_init(&rich);
	rich.plain = true;
	for (const XmlNode *at = xml_walk(node, node); at != NULL;
	     at = xml_walk(node, at))
		rich_text(&rich, at->text);
	text = arena_copy(arena, rich_finish(&rich));
	rich_done(&rich);
	return text;
}

static Slice
name_of(const XmlNode *node, const char *attr, Arena *arena)
{
	const XmlNode *name;

	if (attr != NULL)
		return slice_trim(xml_attr(node, attr));
	if (xml_is(node, "role"))
		return text_of(node, arena);
	name = xml_find(node, "persName");
	if (name == NULL)
		name = xml_find(node, "name");
	return name != NULL ? text_of(name, arena) : (Slice){ NULL, 0 };
}

static void
add(People *people, const XmlNode *node, Slice name)
{
	static const char *const ids[] = { "id", "eId", "wId" };

	for (size_t i = 0; i < N_ITEMS(ids) && name.len > 0; i++) {
		Slice id = xml_attr(node, ids[i]);

		if (id.len == 0)
			continue;
		names_put(&people->ids, id, (uint32_t)people->names.count);
		*(Slice *)vec_push(&people->names) = name;
	}
}

void
people_init(People *people, const XmlNode *root)
{
	arena_init(&people->arena);
	names_init(&people->ids);
	vec_init(&people->names, sizeof(Slice));
	for (const XmlNode *at = xml_walk(root, root); at != NULL;
	     at = xml_walk(root, at))
		for (size_t i = 0; i < N_ITEMS(PEOPLE); i++)
			if (xml_is(at, PEOPLE[i].element))
				add(people, at, name_of(at, PEOPLE[i].name,
							&people->arena));
}

void
people_done(People *people)
{
	vec_done(&people->names);
	names_done(&people->ids);
	arena_done(&people->arena);
}

Slice
people_bare(Slice reference)
{
	size_t hash = slice_find(reference, SLICE("#"));

	if (hash != SIZE_MAX)
		return slice_sub(reference, hash + 1, SIZE_MAX);
	for (size_t i = reference.len; i > 0; i--)
		if (reference.ptr[i - 1] == '/')
			return slice_sub(reference, i, SIZE_MAX);
	return reference;
}

Slice
people_get(const People *people, Slice reference)
{
	Slice id = people_bare(reference);
	uint32_t i = id.len > 0 ? names_get(&people->ids, id) : DOC_NONE;

	if (i == DOC_NONE)
		return (Slice){ NULL, 0 };
	return *(const Slice *)vec_at(&people->names, i);
}

Slice
people_label(const XmlNode *label, Arena *arena)
{
	Slice text = text_of(label, arena);

	while (slice_ends(text, SLICE(".")) || slice_ends(text, SLICE(":")))
		text.len--;
	if (slice_ends(text, SLICE("：")))
		text.len -= 3;
	return slice_trim(text);
}
