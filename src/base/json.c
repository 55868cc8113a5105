#include "base/json.h"

#include <assert.h>
#include <math.h>

struct json
json_to(struct buf *out)
{
	return (struct json){ .out = out, .first = { true } };
}

static void
begin_value(struct json *json)
{
	if (json->keyed)
		json->keyed = false;
	else if (!json->first[json->depth])
		buf_add_char(json->out, ',');
	json->first[json->depth] = false;
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
	buf_add_char(json->out, json->closing[--json->depth]);
}

/* Only quotation marks, backslashes and control characters need escaping (RFC 8259, 7).
 */
static bool
wants_escape(char c)
{
	return c == '"' || c == '\\' || (unsigned char)c < 0x20;
}

static void
add_string(struct buf *out, struct str text)
{
	size_t from = 0;

	buf_add_char(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];
		if (!wants_escape(c))
			continue;
		buf_add(out, str_slice(text, from, i));
		from = i + 1;
		if ((unsigned char)c < 0x20)
			buf_print(out, "\\u%04x", (unsigned)c);
		else
			buf_print(out, "\\%c", c);
	}
	buf_add(out, str_slice(text, from, text.len));
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
json_number(struct json *json, double value)
{
	begin_value(json);
	if (isfinite(value))
		buf_add_number(json->out, value);
	else
		buf_add(json->out, STR("null"));
}
