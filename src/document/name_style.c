#include "document/name.h"

NameStyle
name_style(Slice name)
{
	size_t capitals = 0;

	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (c == ' ' || (i == 0 && (unsigned char)c >= 0x80))
			return NAME_FULL;
		capitals += c >= 'A' && c <= 'Z';
	}
	return capitals == name.len && name.len <= 4 ? NAME_INITIALS
						     : NAME_WORD;
}
