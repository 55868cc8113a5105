#include "calc/feed.h"

#include <errno.h>
#include <unistd.h>

#include "source/csv.h"

enum {
	PIECE_BYTES = 256 * 1024,
	BEGINNING = 64 * 1024, /* bytes that tell how lines end */
	LONGEST = 64 * 1024 * 1024
};

void
feed_init(struct feed *feed, int fd, const char *name)
{
	*feed = (struct feed){
		.fd = fd,
		.name = name,
		.piece = PIECE_BYTES,
		.line = 1,
		.end = '\n',
	};
}

void
feed_done(struct feed *feed)
{
	buf_done(&feed->bytes);
}

static bool
read_some(struct feed *feed, struct err *err)
{
	ssize_t n;

	do
		n = read(feed->fd, buf_room(&feed->bytes, feed->piece), feed->piece);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return err_set(err, FAULT_SYSTEM, "cannot read '%s': %s", feed->name,
		    strerror(errno));
	feed->bytes.len += (size_t)n;
	feed->ended = n == 0;
	return true;
}

/* Drops what was given, counting its lines. */
static void
drop_given(struct feed *feed)
{
	struct str given = str_slice(buf_str(&feed->bytes), 0, feed->given);
	const char *at = given.at, *end = at + given.len;

	if (!given.len)
		return;
	while (at < end && (at = memchr(at, feed->end, (size_t)(end - at)))) {
		feed->line++;
		at++;
	}
	feed->bytes.len -= given.len;
	memmove(feed->bytes.at, end, feed->bytes.len);
	feed->given = 0;
}

/* Behind the last record that ends within the text: a quotation mark opens a cell only
 * where the cell begins, and two of them inside are one that is meant. */
static size_t
last_record(struct str text, char end)
{
	bool inside = false, start = true;
	size_t last = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (inside) {
			if (c == '"' && i + 1 < text.len && text.at[i + 1] == '"')
				i++;
			else if (c == '"')
				inside = false;
			continue;
		}
		inside = start && c == '"';
		start = c == ',' || c == end;
		if (c == end)
			last = i + 1;
	}
	return last;
}

static bool
check_text(const struct feed *feed, struct str text, struct err *err)
{
	size_t good = str_utf8_until(text);
	const char *nul = text.len ? memchr(text.at, 0, text.len) : NULL;
	uint64_t line = feed->line;

	if (nul && (size_t)(nul - text.at) < good)
		good = (size_t)(nul - text.at);
	if (good == text.len)
		return true;
	for (size_t i = 0; i < good; i++)
		line += text.at[i] == feed->end;
	return err_set(err, FAULT_INPUT,
	    "%s:%llu: byte 0x%02X is not UTF-8 text; wanted a CSV saved as UTF-8",
	    feed->name, (unsigned long long)line,
	    (unsigned)(unsigned char)text.at[good]);
}

static bool
has_line(const struct buf *bytes)
{
	return bytes->len && memchr(bytes->at, '\n', bytes->len);
}

/* What the first bytes tell: a mark to leave out, and how lines end. A line feed among
 * them leaves no doubt; without one, all of them are wanted. */
static bool
begin(struct feed *feed, struct err *err)
{
	while (!feed->ended && feed->bytes.len < BEGINNING && !has_line(&feed->bytes))
		if (!read_some(feed, err))
			return false;
	if (str_starts(buf_str(&feed->bytes), STR("\xef\xbb\xbf"))) {
		feed->bytes.len -= 3;
		memmove(feed->bytes.at, feed->bytes.at + 3, feed->bytes.len);
	}
	feed->end = csv_feed(str_slice(buf_str(&feed->bytes), 0, BEGINNING));
	feed->begun = true;
	return true;
}

static bool
refuse_record(const struct feed *feed, struct err *err)
{
	return err_set(err, FAULT_INPUT,
	    "%s:%llu: the record is longer than %d MiB; is a quotation mark missing?",
	    feed->name, (unsigned long long)feed->line, LONGEST / 1024 / 1024);
}

bool
feed_next(struct feed *feed, size_t wanted, struct str *portion, uint64_t *line,
    char *end, struct err *err)
{
	size_t until = 0;

	drop_given(feed);
	if (!feed->begun && !begin(feed, err))
		return false;
	while (!until) {
		while (!feed->ended && feed->bytes.len < wanted)
			if (!read_some(feed, err))
				return false;
		if (feed->ended)
			break;
		until = last_record(buf_str(&feed->bytes), feed->end);
		if (!until && feed->bytes.len > LONGEST)
			return refuse_record(feed, err);
		wanted =
		    feed->bytes.len < LONGEST / 2 ? feed->bytes.len * 2 : LONGEST + 1;
	}
	feed->given = feed->ended ? feed->bytes.len : until;
	*portion = str_slice(buf_str(&feed->bytes), 0, feed->given);
	*line = feed->line;
	*end = feed->end;
	return check_text(feed, *portion, err);
}
