/* base/buf.h - bytes that grow: where writers put what they write.
 *
 * The bytes belong to the buffer (malloc, not an arena) until buf_done. Running out of
 * memory ends the program, so that nothing here can fail. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

#include "base/str.h"

struct buf {
	char *at;
	size_t len;
	size_t room;
};

void buf_done(struct buf *buf); /* frees; the buffer is empty and can be used again */
void buf_add(struct buf *buf, struct str s);
void buf_add_char(struct buf *buf, char c);
void buf_print(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_add_number(
    struct buf *buf, double value); /* shortest that reads back the same */
void buf_add_cell(struct buf *buf,
    struct str text); /* of a CSV: in quotes where RFC 4180 wants them */
void buf_grow(struct buf *buf, size_t bytes); /* room for so many bytes behind len */
struct str buf_str(const struct buf *buf);    /* a view until the next change */

/* At least so many bytes behind len; what is written there counts when len says so. */
static inline char *
buf_room(struct buf *buf, size_t bytes)
{
	if (buf->room - buf->len < bytes)
		buf_grow(buf, bytes);
	return buf->at + buf->len;
}

/* A buffer that is freed when it goes out of scope. */
#define AUTO_BUF __attribute__((cleanup(buf_done))) struct buf

#endif
