#include "draw/text.h"

/* Thousandths of the font size, from the published metrics of Helvetica, which Arial
 * and Liberation Sans share; from space to tilde. */
static const unsigned short widths[] = { 278, 278, 355, 556, 556, 889, 667, 191, 333,
	333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
	556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722,
	278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
	667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556,
	222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500,
	500, 500, 334, 260, 334, 584 };

/* Characters outside ASCII: accented letters are as wide as plain ones, an ellipsis or
 * a letter of another script can be as wide as it is high. */
enum { WIDTH_OTHER = 600, WIDTH_WIDE = 1000 };

static const double loose = 8.0 / 7;
static const double bolder = 1.07;

static double
character_width(unsigned char c)
{
	if (c >= ' ' && c <= '~')
		return widths[c - ' '];
	if (c < 0x80 || c >= 0xe0)
		return WIDTH_WIDE;
	return c >= 0xc0 ? WIDTH_OTHER : 0; /* 0: not the first byte of a character */
}

double
text_width(struct str text, double size, bool bold)
{
	double sum = 0;

	for (size_t i = 0; i < text.len; i++)
		sum += character_width((unsigned char)text.at[i]);
	return sum / 1000 * size * loose * (bold ? bolder : 1);
}

/* Bytes of the longest beginning, in whole characters, that fits. */
static size_t
fitting(struct str text, double size, bool bold, double width)
{
	size_t len = 0;

	for (size_t i = 1; i <= text.len; i++) {
		bool whole =
		    i == text.len || ((unsigned char)text.at[i] & 0xc0) != 0x80;
		if (!whole)
			continue;
		if (text_width(str_slice(text, 0, i), size, bold) > width)
			break;
		len = i;
	}
	return len;
}

struct str
text_fit(struct arena *arena, struct str text, double size, bool bold, double width)
{
	struct str dots = STR("\xe2\x80\xa6"), kept;

	if (text_width(text, size, bold) <= width)
		return text;
	width -= text_width(dots, size, bold);
	kept = str_trim(str_slice(text, 0, fitting(text, size, bold, width)));
	return str_print(arena, "%.*s%.*s", STR_ARG(kept), STR_ARG(dots));
}

/* The end of the line that begins `text`: at the last space that fits, or within a word
 * too long for any line. */
static size_t
line_length(struct str text, double size, bool bold, double width)
{
	size_t len = fitting(text, size, bold, width), space = len;

	if (len == text.len || text.at[len] == ' ')
		return len;
	while (space && text.at[space - 1] != ' ')
		space--;
	if (space)
		return space;
	if (len)
		return len;
	for (len = 1; len < text.len && ((unsigned char)text.at[len] & 0xc0) == 0x80;)
		len++; /* not even one character fits: one a line all the same */
	return len;
}

struct text_lines
text_wrap(struct arena *arena, struct str text, double size, bool bold, double width,
    size_t most)
{
	struct text_lines lines = { .at = ARENA_NEW(arena, struct str, most) };

	text = str_trim(text);
	while (text.len && lines.count < most) {
		size_t len = line_length(text, size, bold, width);
		if (lines.count + 1 == most) {
			lines.at[lines.count++] =
			    text_fit(arena, text, size, bold, width);
			break;
		}
		lines.at[lines.count++] = str_trim(str_slice(text, 0, len));
		text = str_trim(str_slice(text, len, text.len));
	}
	return lines;
}
