/* base/json.h - JSON written, never concatenated: commas and escapes are seen to.
 *
 * Values inside an object are each preceded by json_key. Nesting is at most
 * JSON_DEEPEST; unbalanced calls are bugs and asserted. Text must be UTF-8. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

enum { JSON_DEEPEST = 32 };

struct json {
	struct buf *out;
	unsigned depth;
	char closing[JSON_DEEPEST];
	bool first[JSON_DEEPEST]; /* nothing has been written at this depth yet */
	bool keyed;               /* a key waits for its value */
	bool broken;              /* the next value begins a line */
};

struct json json_to(struct buf *out);
void json_object(struct json *json);
void json_array(struct json *json);
void json_close(struct json *json); /* the innermost object or array */
void json_break(struct json *json); /* what comes next begins a line */
void json_key(struct json *json, const char *key);
void json_key_text(struct json *json, struct str key);
/* What is written a million times is made ready once, as it stands in the text and in
 * the arena: a key with its colon, or a member. Several ready members with commas
 * between them are members, too. */
struct str json_ready_key(struct arena *arena, struct str key);
struct str json_ready_member(struct arena *arena, struct str key, struct str text);
void json_key_ready(struct json *json, struct str ready);
void json_members_ready(struct json *json, struct str ready);
void json_text(struct json *json, struct str text);
void json_whole(struct json *json, uint64_t value);
void json_digits(struct json *json, struct str digits); /* a whole number as text */
void json_number(
    struct json *json, double value); /* null for NaN and infinity, which JSON lacks */

#endif
