#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"

void
buf_done(struct buf *buf)
{
	free(buf->at);
	*buf = (struct buf){ 0 };
}

void
buf_grow(struct buf *buf, size_t bytes)
{
	size_t room = buf->room ? buf->room * 2 : 1024;

	while (room - buf->len < bytes)
		room *= 2;
	buf->at = memory_grow(buf->at, room, 1);
	buf->room = room;
}

void
buf_add(struct buf *buf, struct str s)
{
	if (!s.len)
		return;
	memcpy(buf_room(buf, s.len), s.at, s.len);
	buf->len += s.len;
}

void
buf_add_char(struct buf *buf, char c)
{
	*buf_room(buf, 1) = c;
	buf->len++;
}

void
buf_print(struct buf *buf, const char *format, ...)
{
	va_list args, again;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	vsnprintf(buf_room(buf, (size_t)len + 1), (size_t)len + 1, format, again);
	va_end(again);
	buf->len += (size_t)len;
}

void
buf_add_number(struct buf *buf, double value)
{
	buf->len += number_print(buf_room(buf, NUMBER_LONGEST), value);
}

static bool
wants_quotes(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == ',' || text.at[i] == '"' || text.at[i] == '\n' ||
		    text.at[i] == '\r')
			return true;
	return false;
}

void
buf_add_cell(struct buf *buf, struct str text)
{
	if (!wants_quotes(text)) {
		buf_add(buf, text);
		return;
	}
	buf_add_char(buf, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '"')
			buf_add_char(buf, '"');
		buf_add_char(buf, text.at[i]);
	}
	buf_add_char(buf, '"');
}

struct str
buf_str(const struct buf *buf)
{
	return (struct str){ .at = buf->at ? buf->at : "", .len = buf->len };
}
