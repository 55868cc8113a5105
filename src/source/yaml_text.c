#include "source/yaml.h"

static bool
begins_line(struct str bytes, size_t i)
{
	return i == 0 || bytes.at[i - 1] == '\n' || bytes.at[i - 1] == '\r';
}

/* The first byte of what is not wanted: broken UTF-8, control characters, and
 * directives, with which settings have nothing to say and a hostile file can keep the
 * parser busy for minutes. */
static size_t
text_until(struct str bytes)
{
	size_t until = str_utf8_until(bytes);

	for (size_t i = 0; i < until; i++) {
		unsigned char c = (unsigned char)bytes.at[i];
		if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f ||
		    (c == '%' && begins_line(bytes, i)))
			return i;
	}
	return until;
}

bool
yaml_check_text(struct str bytes, struct str file, struct report *report)
{
	struct place place = { .file = file, .line = 1, .column = 1 };
	size_t until = text_until(bytes);

	if (bytes.len > YAML_MOST_BYTES) {
		report_fault(report, (struct place){ .file = file },
		    "%zu bytes are too many, wanted at most %d", bytes.len,
		    YAML_MOST_BYTES);
		return false;
	}
	if (until == bytes.len)
		return true;
	struct str rest = str_slice(bytes, 0, until), line = str_cut(&rest, '\n');
	while (rest.at) {
		place.line++;
		line = str_cut(&rest, '\n');
	}
	place.column = (uint32_t)str_characters(line) + 1;
	if (bytes.at[until] == '%')
		report_fault(report, place, "a line begins with '%%', wanted a key");
	else
		report_fault(report, place, "byte 0x%02x is no text, wanted UTF-8",
		    (unsigned)(unsigned char)bytes.at[until]);
	return false;
}
