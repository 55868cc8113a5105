#include "source/plain.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/number.h"

static const char *const tags[] = { "a", "abbr", "b", "blockquote", "br", "center",
	"code", "col", "colgroup", "dd", "div", "dl", "dt", "em", "font", "h1", "h2",
	"h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "label", "li", "nobr", "ol",
	"p", "pre", "s", "small", "span", "strike", "strong", "sub", "sup", "table",
	"tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul" };

/* Tags before and behind which a line ends. */
static const char *const blocks[] = { "blockquote", "br", "dd", "div", "dl", "dt", "h1",
	"h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tr",
	"ul" };

static const struct entity {
	const char *name, *text;
} entities[] = {
	{ "amp", "&" },
	{ "apos", "'" },
	{ "bull", "\xe2\x80\xa2" },
	{ "copy", "\xc2\xa9" },
	{ "deg", "\xc2\xb0" },
	{ "ge", "\xe2\x89\xa5" },
	{ "gt", ">" },
	{ "hellip", "\xe2\x80\xa6" },
	{ "laquo", "\xc2\xab" },
	{ "ldquo", "\xe2\x80\x9c" },
	{ "le", "\xe2\x89\xa4" },
	{ "lsquo", "\xe2\x80\x98" },
	{ "lt", "<" },
	{ "mdash", "\xe2\x80\x94" },
	{ "nbsp", " " },
	{ "ndash", "\xe2\x80\x93" },
	{ "plusmn", "\xc2\xb1" },
	{ "pound", "\xc2\xa3" },
	{ "quot", "\"" },
	{ "raquo", "\xc2\xbb" },
	{ "rdquo", "\xe2\x80\x9d" },
	{ "reg", "\xc2\xae" },
	{ "rsquo", "\xe2\x80\x99" },
	{ "times", "\xc3\x97" },
	{ "trade", "\xe2\x84\xa2" },
};

enum { NAME_LONGEST = 10, ENTITY_LONGEST = 10 };

/* The text as it is written. */
struct plain {
	struct buf buf;
	struct str address; /* of the link that is open, or empty */
	size_t link_from;   /* where its words begin */
};

static int
order_tag(const void *key, const void *element)
{
	return str_order(
	    *(const struct str *)key, str_of(*(const char *const *)element));
}

static int
order_entity(const void *key, const void *element)
{
	return str_order(
	    *(const struct str *)key, str_of(((const struct entity *)element)->name));
}

#define HAS(list, name)                                                                \
	(bsearch(&(name), (list), sizeof(list) / sizeof(list)[0], sizeof(list)[0],     \
	    order_tag))

/* Ends the line, unless nothing stands on it. */
static void
end_line(struct buf *buf)
{
	while (buf->len && buf->at[buf->len - 1] == ' ')
		buf->len--;
	if (buf->len && buf->at[buf->len - 1] != '\n')
		buf_add_char(buf, '\n');
}

static void
add_char(struct buf *buf, char c)
{
	if (c == '\n' || c == '\r')
		end_line(buf);
	else if (c != ' ' && c != '\t')
		buf_add_char(buf, c);
	else if (buf->len && buf->at[buf->len - 1] != ' ' &&
		 buf->at[buf->len - 1] != '\n')
		buf_add_char(buf, ' ');
}

static void
add_code_point(struct buf *buf, uint64_t point)
{
	if (point == 0xa0)
		point = ' ';
	if (point < 0x80) {
		add_char(buf, point < ' ' ? ' ' : (char)point);
	} else if (point < 0x800) {
		buf_add_char(buf, (char)(0xc0 | point >> 6));
		buf_add_char(buf, (char)(0x80 | (point & 0x3f)));
	} else if (point < 0x10000) {
		buf_add_char(buf, (char)(0xe0 | point >> 12));
		buf_add_char(buf, (char)(0x80 | (point >> 6 & 0x3f)));
		buf_add_char(buf, (char)(0x80 | (point & 0x3f)));
	} else {
		buf_add_char(buf, (char)(0xf0 | point >> 18));
		buf_add_char(buf, (char)(0x80 | (point >> 12 & 0x3f)));
		buf_add_char(buf, (char)(0x80 | (point >> 6 & 0x3f)));
		buf_add_char(buf, (char)(0x80 | (point & 0x3f)));
	}
}

/* The number in "#163" or "#xa3"; 0 when it is no character. */
static uint64_t
numeric_entity(struct str name)
{
	uint64_t point = 0;

	if (name.len < 2 || name.at[0] != '#')
		return 0;
	if (name.at[1] == 'x' || name.at[1] == 'X') {
		for (size_t i = 2; i < name.len; i++) {
			char c = name.at[i];
			unsigned digit =
			    c >= '0' && c <= '9'   ? (unsigned)(c - '0')
			    : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
			    : c >= 'A' && c <= 'F' ? (unsigned)(c - 'A') + 10
						   : 16;
			if (digit == 16)
				return 0;
			point = point * 16 + digit;
		}
	} else if (!number_parse_whole(str_slice(name, 1, name.len), &point)) {
		return 0;
	}
	return point < 0x110000 && (point < 0xd800 || point > 0xdfff) ? point : 0;
}

/* Writes what an entity at the start of rest stands for; returns the bytes it takes, 0
 * when it is none. */
static size_t
add_entity(struct buf *buf, struct str rest)
{
	struct str head = str_slice(rest, 1, ENTITY_LONGEST + 2);
	const char *end = head.len ? memchr(head.at, ';', head.len) : NULL;

	if (!end)
		return 0;
	struct str name = { .at = head.at, .len = (size_t)(end - head.at) };
	uint64_t point = numeric_entity(name);
	const struct entity *entity = bsearch(&name, entities,
	    sizeof entities / sizeof entities[0], sizeof entities[0], order_entity);
	if (!point && !entity)
		return 0;
	if (point)
		add_code_point(buf, point);
	else if (entity->text[0] == ' ')
		add_char(buf, ' ');
	else
		buf_add(buf, str_of(entity->text));
	return name.len + 2;
}

/* The value of the attribute href within a tag, or empty. */
static struct str
find_address(struct str tag)
{
	for (size_t i = 0; i + 6 < tag.len; i++) {
		if (!str_equal_folded(str_slice(tag, i, i + 5), STR("href=")))
			continue;
		struct str value = str_slice(tag, i + 5, tag.len);
		char quote = value.at[0];
		if (quote != '"' && quote != '\'')
			return str_cut(&value, ' ');
		value = str_slice(value, 1, value.len);
		return str_cut(&value, quote);
	}
	return STR("");
}

/* Behind the words of a link stands its address, unless they are the same. */
static void
end_link(struct plain *plain)
{
	struct str words =
	    str_trim(str_slice(buf_str(&plain->buf), plain->link_from, plain->buf.len));

	if (plain->address.len && !str_equal(words, plain->address)) {
		if (words.len)
			buf_add(&plain->buf, STR(" ("));
		buf_add(&plain->buf, plain->address);
		if (words.len)
			buf_add_char(&plain->buf, ')');
	}
	plain->address = STR("");
}

/* Acts on a tag at the start of rest; returns the bytes it takes, 0 when it is none. */
static size_t
take_tag(struct plain *plain, struct str rest)
{
	const char *end = memchr(rest.at, '>', rest.len);
	char lower[NAME_LONGEST];
	size_t n = 0, i = 1;
	bool closing;

	if (!end)
		return 0;
	struct str tag = { .at = rest.at, .len = (size_t)(end - rest.at) };
	closing = tag.len > 1 && tag.at[1] == '/';
	for (i += closing; i < tag.len && n < NAME_LONGEST; i++) {
		char c = tag.at[i];
		c = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
		if ((c < 'a' || c > 'z') && (c < '0' || c > '9'))
			break;
		lower[n++] = c;
	}
	struct str name = { .at = lower, .len = n };
	if (!HAS(tags, name))
		return 0;
	if (HAS(blocks, name))
		end_line(&plain->buf);
	if (str_equal(name, STR("li")) && !closing)
		buf_add(&plain->buf, STR("- "));
	if (str_equal(name, STR("td")) || str_equal(name, STR("th")))
		add_char(&plain->buf, ' ');
	if (str_equal(name, STR("a"))) {
		if (closing)
			end_link(plain);
		plain->address = closing ? STR("") : find_address(tag);
		plain->link_from = plain->buf.len;
	}
	return tag.len + 1;
}

static bool
is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (c == '<' || c == '&' || c == '\n' || c == '\r' || c == '\t')
			return false;
		if (c == ' ' && (i == 0 || i + 1 == text.len || text.at[i + 1] == ' '))
			return false;
	}
	return true;
}

struct str
plain_text(struct arena *arena, struct str html)
{
	struct plain plain = { .address = STR("") };
	struct str text;

	if (is_plain(html))
		return html;
	for (size_t i = 0; i < html.len;) {
		struct str rest = str_slice(html, i, html.len);
		size_t taken = rest.at[0] == '<'   ? take_tag(&plain, rest)
			       : rest.at[0] == '&' ? add_entity(&plain.buf, rest)
						   : 0;
		if (taken == 0)
			add_char(&plain.buf, rest.at[0]);
		i += taken ? taken : 1;
	}
	text = str_copy(arena, str_trim(buf_str(&plain.buf)));
	buf_done(&plain.buf);
	return text;
}
