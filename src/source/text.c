#include "source/text.h"

#include <string.h>

enum {
	STEP = 32 * 1024, /* counted and checked while it is in the nearest cache */
	EARLY = 4096,     /* bytes that tell a binary file from a text */
	CONTROLS_MOST = 2 /* a text may have that many by accident */
};

/* Sixteen bytes that are compared at once; compilers make of it what the processor
 * has. */
typedef uint8_t lanes __attribute__((vector_size(16)));

/* The code points of 0x80 to 0x9f in Windows-1252; 0 where there is none. */
static const uint16_t windows_1252[32] = { 0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026,
	0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0, 0x2018,
	0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
	0x0153, 0, 0x017e, 0x0178 };

struct tally {
	uint64_t quotes, feeds, returns, nuls;
	bool high;
};

static uint64_t
lane_sum(lanes counts)
{
	uint64_t sum = 0;

	for (int i = 0; i < 16; i++)
		sum += counts[i];
	return sum;
}

/* At most 255 groups of lanes: a lane counts in one byte. */
static void
count_lanes(const char *at, size_t groups, struct tally *tally)
{
	lanes quotes = { 0 }, feeds = { 0 }, returns = { 0 }, nuls = { 0 }, all = { 0 };

	for (size_t i = 0; i < groups; i++) {
		lanes bytes;
		memcpy(&bytes, at + i * sizeof bytes, sizeof bytes);
		quotes -= (lanes)(bytes == '"');
		feeds -= (lanes)(bytes == '\n');
		returns -= (lanes)(bytes == '\r');
		nuls -= (lanes)(bytes == 0);
		all |= bytes;
	}
	tally->quotes += lane_sum(quotes);
	tally->feeds += lane_sum(feeds);
	tally->returns += lane_sum(returns);
	tally->nuls += lane_sum(nuls);
	for (int i = 0; i < 16; i++)
		tally->high |= all[i] >= 0x80;
}

static struct tally
count_bytes(const char *at, size_t len)
{
	struct tally tally = { 0 };

	while (len >= sizeof(lanes)) {
		size_t groups = len / sizeof(lanes);
		if (groups > 255)
			groups = 255;
		count_lanes(at, groups, &tally);
		at += groups * sizeof(lanes);
		len -= groups * sizeof(lanes);
	}
	for (; len; at++, len--) {
		tally.quotes += *at == '"';
		tally.feeds += *at == '\n';
		tally.returns += *at == '\r';
		tally.nuls += *at == 0;
		tally.high |= (unsigned char)*at >= 0x80;
	}
	return tally;
}

/* Whether a byte continues a character. */
static bool
is_continuation(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.at[at] & 0xc0) == 0x80;
}

/* Moves a cut behind the character it stands in, which belongs to the block before. */
static size_t
behind_character(struct str text, size_t cut)
{
	if (cut == 0)
		return 0;
	for (int i = 0; i < 3 && is_continuation(text, cut); i++)
		cut++;
	return cut;
}

/* The first byte that is not UTF-8 among the characters beginning in [from, until). */
static size_t
find_bad(struct str text, size_t from, size_t until)
{
	from = behind_character(text, from);
	until = behind_character(text, until);
	struct str part = str_slice(text, from, until);
	size_t good = str_utf8_until(part);
	return good < part.len ? from + good : SIZE_MAX;
}

void
text_count(struct str text, size_t from, size_t until, struct text_census *census)
{
	*census = (struct text_census){ .nul = SIZE_MAX, .bad = SIZE_MAX };
	for (size_t next; from < until; from = next) {
		next = until - from > STEP ? from + STEP : until;
		struct tally tally = count_bytes(text.at + from, next - from);
		census->quotes += tally.quotes;
		census->feeds += tally.feeds;
		census->returns += tally.returns;
		if (tally.nuls && census->nul == SIZE_MAX)
			census->nul = (size_t)((const char *)memchr(
						   text.at + from, 0, next - from) -
					       text.at);
		if ((tally.high || is_continuation(text, next)) &&
		    census->bad == SIZE_MAX)
			census->bad = find_bad(text, from, next);
	}
}

void
text_census_add(struct text_census *sum, const struct text_census *next)
{
	sum->quotes += next->quotes;
	sum->feeds += next->feeds;
	sum->returns += next->returns;
	if (next->nul < sum->nul)
		sum->nul = next->nul;
	if (next->bad < sum->bad)
		sum->bad = next->bad;
}

struct str
text_without_mark(struct str bytes)
{
	return str_starts(bytes, STR("\xef\xbb\xbf")) ? str_slice(bytes, 3, bytes.len)
						      : bytes;
}

bool
text_is_binary(struct str bytes)
{
	size_t controls = 0;

	bytes = str_slice(bytes, 0, EARLY);
	for (size_t i = 0; i < bytes.len; i++) {
		unsigned char c = (unsigned char)bytes.at[i];
		controls += c < '\t' || (c > '\r' && c < ' ') || c == 0x7f;
	}
	return controls > CONTROLS_MOST;
}

struct place
text_place(struct str text, size_t offset, struct str file)
{
	bool feeds = text.len && memchr(text.at, '\n', text.len);
	char feed = feeds ? '\n' : '\r';
	const char *line = text.at, *at = text.at + offset;
	const char *end;
	uint64_t number = 1;

	while (line < at && (end = memchr(line, feed, (size_t)(at - line)))) {
		line = end + 1;
		number++;
	}
	/* Before a byte of another encoding characters are bytes. */
	struct str before = { .at = line, .len = (size_t)(at - line) };
	size_t characters =
	    str_utf8_until(before) == before.len ? str_characters(before) : before.len;
	return (struct place){
		.file = file,
		.line = number,
		.column =
		    characters < UINT32_MAX ? (uint32_t)characters + 1 : UINT32_MAX,
	};
}

static uint16_t
code_point(unsigned char c)
{
	return c >= 0xa0 ? c : windows_1252[c - 0x80];
}

/* Whether all high bytes can be Windows-1252: none is part of UTF-8, all are defined.
 * *at is the first byte that stands against it, with *mixed whether because the file
 * has UTF-8 as well. */
static bool
is_windows_1252(struct str text, size_t bad, size_t *at, bool *mixed)
{
	size_t i = 0, undefined = SIZE_MAX;

	while (i < text.len) {
		struct str rest = str_slice(text, i, text.len);
		size_t good = str_utf8_until(rest);
		*mixed = str_characters(str_slice(rest, 0, good)) != good;
		*at = bad;
		if (*mixed)
			return false;
		i += good;
		if (i < text.len && undefined == SIZE_MAX &&
		    !code_point((unsigned char)text.at[i]))
			undefined = i;
		i++;
	}
	*at = undefined;
	return undefined == SIZE_MAX;
}

static struct str
convert(struct arena *arena, struct str text)
{
	size_t len = 0, n = 0;
	char *out;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		len += c < 0x80 ? 1 : code_point(c) < 0x800 ? 2 : 3;
	}
	out = ARENA_NEW(arena, char, len);
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		uint16_t point = c < 0x80 ? c : code_point(c);
		if (point < 0x80) {
			out[n++] = (char)point;
		} else if (point < 0x800) {
			out[n++] = (char)(0xc0 | point >> 6);
			out[n++] = (char)(0x80 | (point & 0x3f));
		} else {
			out[n++] = (char)(0xe0 | point >> 12);
			out[n++] = (char)(0x80 | (point >> 6 & 0x3f));
			out[n++] = (char)(0x80 | (point & 0x3f));
		}
	}
	return (struct str){ .at = out, .len = n };
}

void
text_report_binary(struct str bytes, struct str file, struct report *report)
{
	struct place whole = { .file = file };

	if (str_starts(bytes, STR("\xff\xfe")) || str_starts(bytes, STR("\xfe\xff")))
		report_fault(report, whole, "the text is UTF-16; wanted UTF-8");
	else
		report_fault(report, whole,
		    "this looks like a binary file; wanted text in UTF-8");
}

bool
text_settle(struct arena *arena, const struct source_file *file, struct str text,
    const struct text_census *census, struct str *out, struct report *report)
{
	size_t at;
	bool mixed;

	*out = text;
	if (text_is_binary(text)) {
		text_report_binary(text, file->path, report);
		return false;
	}
	if (census->nul != SIZE_MAX) {
		report_fault(report, text_place(text, census->nul, file->path),
		    "NUL byte within the text; wanted text in UTF-8");
		return false;
	}
	if (census->bad == SIZE_MAX)
		return true;
	if (is_windows_1252(text, census->bad, &at, &mixed)) {
		report_note(report, text_place(text, census->bad, file->path),
		    "the text is not UTF-8; read as Windows-1252");
		*out = convert(arena, text);
		return true;
	}
	report_fault(report, text_place(text, at, file->path),
	    mixed ? "byte 0x%02X is not UTF-8, as other characters of the file are; "
		    "wanted UTF-8 throughout"
		  : "byte 0x%02X is neither UTF-8 nor Windows-1252; wanted UTF-8",
	    (unsigned)(unsigned char)text.at[at]);
	return false;
}

bool
text_read(struct arena *arena, const struct source_file *file, struct str *out,
    struct report *report)
{
	struct str text = text_without_mark(file->bytes);
	struct text_census census;

	text_count(text, 0, text.len, &census);
	return text_settle(arena, file, text, &census, out, report);
}
