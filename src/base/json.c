#include "base/json.h"

#include <assert.h>
#include <math.h>

struct json
json_to(struct buf *out)
{
	return (struct json){ .out = out, .first = { true } };
}

static void
break_line(struct json *json)
{
	if (json->broken)
		buf_add_char(json->out, '\n');
	json->broken = false;
}

static void
begin_value(struct json *json)
{
	if (json->keyed) {
		json->keyed = false;
		return;
	}
	if (!json->first[json->depth])
		buf_add_char(json->out, ',');
	json->first[json->depth] = false;
	break_line(json);
}

static void
open_level(struct json *json, char opening, char closing)
{
	begin_value(json);
	assert(json->depth + 1 < JSON_DEEPEST);
	json->closing[json->depth++] = closing;
	json->first[json->depth] = true;
	buf_add_char(json->out, opening);
}

void
json_object(struct json *json)
{
	open_level(json, '{', '}');
}

void
json_array(struct json *json)
{
	open_level(json, '[', ']');
}

void
json_close(struct json *json)
{
	assert(json->depth > 0 && !json->keyed);
	break_line(json);
	buf_add_char(json->out, json->closing[--json->depth]);
}

void
json_break(struct json *json)
{
	assert(!json->keyed);
	json->broken = true;
}

/* Only quotation marks, backslashes and control characters need escaping (RFC 8259, 7).
 */
static bool
wants_escape(char c)
{
	return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

static size_t
plain_until(struct str text, size_t from)
{
	while (from < text.len && !wants_escape(text.at[from]))
		from++;
	return from;
}

static void
add_escape(struct buf *out, char c)
{
	if ((unsigned char)c < 0x20)
		buf_print(out, "\\u%04x", (unsigned)c);
	else
		buf_print(out, "\\%c", c);
}

/* Nearly all strings have nothing to escape: they are copied in one go. */
static void
add_string(struct buf *out, struct str text)
{
	size_t until = plain_until(text, 0), from = 0;
	char *at = buf_room(out, until + 2);

	*at = '"';
	if (until)
		memcpy(at + 1, text.at, until);
	out->len += until + 1;
	while (until < text.len) {
		add_escape(out, text.at[until]);
		from = until + 1;
		until = plain_until(text, from);
		buf_add(out, str_slice(text, from, until));
	}
	buf_add_char(out, '"');
}

void
json_key(struct json *json, const char *key)
{
	json_key_text(json, str_of(key));
}

void
json_key_text(struct json *json, struct str key)
{
	assert(
	    !json->keyed && json->depth > 0 && json->closing[json->depth - 1] == '}');
	begin_value(json);
	add_string(json->out, key);
	buf_add_char(json->out, ':');
	json->keyed = true;
}

struct str
json_ready_key(struct arena *arena, struct str key)
{
	AUTO_BUF ready = { 0 };

	add_string(&ready, key);
	buf_add_char(&ready, ':');
	return str_copy(arena, buf_str(&ready));
}

struct str
json_ready_member(struct arena *arena, struct str key, struct str text)
{
	AUTO_BUF ready = { 0 };

	add_string(&ready, key);
	buf_add_char(&ready, ':');
	add_string(&ready, text);
	return str_copy(arena, buf_str(&ready));
}

void
json_members_ready(struct json *json, struct str ready)
{
	char *at = buf_room(json->out, ready.len + 1);

	assert(
	    !json->keyed && json->depth > 0 && json->closing[json->depth - 1] == '}');
	if (!json->first[json->depth])
		*at++ = ',';
	json->first[json->depth] = false;
	memcpy(at, ready.at, ready.len);
	json->out->len = (size_t)(at + ready.len - json->out->at);
}

void
json_key_ready(struct json *json, struct str ready)
{
	json_members_ready(json, ready);
	json->keyed = true;
}

void
json_text(struct json *json, struct str text)
{
	begin_value(json);
	add_string(json->out, text);
}

void
json_whole(struct json *json, uint64_t value)
{
	begin_value(json);
	buf_print(json->out, "%llu", (unsigned long long)value);
}

void
json_digits(struct json *json, struct str digits)
{
	begin_value(json);
	buf_add(json->out, digits);
}

void
json_number(struct json *json, double value)
{
	begin_value(json);
	if (isfinite(value))
		buf_add_number(json->out, value);
	else
		buf_add(json->out, STR("null"));
}
