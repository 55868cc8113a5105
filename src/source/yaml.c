#include "source/yaml.h"

#include <assert.h>
#include <libfyaml.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/table.h"

/* A list or map that is being read. */
struct frame {
	struct yaml_node *node;
	struct yaml_node *key; /* read and waiting for its value */
	struct str anchor;
};

struct builder {
	struct arena *arena;
	struct str file;
	struct report *report;
	struct fy_diag *diag;
	struct fy_parser *parser;
	struct frame stack[YAML_DEEPEST];
	size_t depth;
	struct table anchors;
	struct yaml_node **anchored; /* by number in anchors */
	uint32_t anchored_room;
	size_t documents;
	struct yaml_node *root;
	struct place here;   /* of the latest event that has one */
	char complaint[400]; /* the parser's first, as it prints it */
};

const char *
yaml_kind_words(enum yaml_kind kind)
{
	switch (kind) {
	case YAML_NOTHING: return "nothing";
	case YAML_TEXT: return "text";
	case YAML_LIST: return "a list";
	case YAML_MAP: return "a map of keys";
	}
	return "";
}

/* What the parser leaves out before a text: a quote, or the asterisk of an alias. */
static uint32_t
marks_before(struct fy_event *event)
{
	struct fy_token *token =
	    event->type == FYET_SCALAR ? event->scalar.value : NULL;
	enum fy_scalar_style style = token ? fy_token_scalar_style(token) : FYSS_PLAIN;

	return event->type == FYET_ALIAS || style == FYSS_SINGLE_QUOTED ||
	       style == FYSS_DOUBLE_QUOTED;
}

/* Where an event begins; what is left out in the text (an empty value) is where the one
 * before it is. */
static struct place
place_of(struct builder *b, struct fy_event *event)
{
	const struct fy_mark *mark = fy_event_start_mark(event);

	if (mark) {
		b->here.line = (uint64_t)mark->line + 1;
		b->here.column = (uint32_t)mark->column + 1 - marks_before(event);
	}
	return b->here;
}

static struct str
token_text(struct fy_token *token)
{
	size_t len = 0;
	const char *at = token ? fy_token_get_text(token, &len) : NULL;

	return (struct str){ .at = at ? at : "", .len = at ? len : 0 };
}

static struct yaml_node *
new_node(struct builder *b, enum yaml_kind kind, struct fy_event *event)
{
	struct yaml_node *node = ARENA_NEW(b->arena, struct yaml_node, 1);

	node->kind = kind;
	node->place = place_of(b, event);
	node->weight = 1;
	return node;
}

static bool
is_nothing(struct str text)
{
	return text.len == 0 || str_equal(text, STR("~")) ||
	       str_equal(text, STR("null")) || str_equal(text, STR("Null")) ||
	       str_equal(text, STR("NULL"));
}

static void
append(struct builder *b, struct frame *frame, struct yaml_node *value)
{
	struct yaml_item *item = ARENA_NEW(b->arena, struct yaml_item, 1);
	struct yaml_node *node = frame->node;

	item->key = frame->key ? frame->key->text : STR("");
	item->key_place = frame->key ? frame->key->place : value->place;
	item->value = value;
	if (node->last)
		node->last->next = item;
	else
		node->first = item;
	node->last = item;
	node->count++;
	node->weight += value->weight;
	frame->key = NULL;
}

/* Puts a finished value where it belongs; `place` is where it stands, which for an
 * alias is not where its value was written. */
static bool
put(struct builder *b, struct yaml_node *value, struct place place)
{
	struct frame *frame;

	if (b->depth == 0) {
		b->root = value;
		return true;
	}
	frame = &b->stack[b->depth - 1];
	if (frame->node->kind == YAML_MAP && !frame->key) {
		if (value->kind != YAML_TEXT) {
			report_fault(b->report, place, "a key is %s, wanted text",
			    yaml_kind_words(value->kind));
			return false;
		}
		frame->key = ARENA_NEW(b->arena, struct yaml_node, 1);
		*frame->key = *value;
		frame->key->place = place;
		return true;
	}
	append(b, frame, value);
	if (frame->node->weight <= YAML_MOST_VALUES)
		return true;
	report_fault(
	    b->report, place, "more than %d values are too many", YAML_MOST_VALUES);
	return false;
}

static void
set_anchor(struct builder *b, struct str name, struct yaml_node *node)
{
	uint32_t number = table_find(&b->anchors, name);

	if (!name.len)
		return;
	if (number == TABLE_NONE)
		number = table_add(&b->anchors, str_copy(b->arena, name));
	if (number >= b->anchored_room) {
		b->anchored_room = number < 8 ? 16 : number * 2;
		b->anchored = memory_grow(
		    b->anchored, b->anchored_room, sizeof(struct yaml_node *));
	}
	b->anchored[number] = node;
}

static bool
add_scalar(struct builder *b, struct fy_event *event)
{
	struct fy_token *token = event->scalar.value;
	struct yaml_node *node = new_node(b, YAML_TEXT, event);

	node->text = str_copy(b->arena, token_text(token));
	node->plain = !token || fy_token_scalar_style(token) == FYSS_PLAIN;
	if (node->plain && is_nothing(node->text))
		node->kind = YAML_NOTHING;
	set_anchor(b, token_text(event->scalar.anchor), node);
	return put(b, node, node->place);
}

static bool
add_alias(struct builder *b, struct fy_event *event)
{
	struct str name = token_text(event->alias.anchor);
	uint32_t number = table_find(&b->anchors, name);
	struct place place = place_of(b, event);

	if (number != TABLE_NONE)
		return put(b, b->anchored[number], place);
	report_fault(b->report, place, "no '&%.*s' stands before this '*%.*s'",
	    STR_ARG(name), STR_ARG(name));
	return false;
}

static bool
open_frame(struct builder *b, struct fy_event *event)
{
	bool list = event->type == FYET_SEQUENCE_START;
	struct fy_token *anchor =
	    list ? event->sequence_start.anchor : event->mapping_start.anchor;
	struct yaml_node *node = new_node(b, list ? YAML_LIST : YAML_MAP, event);

	if (b->depth == YAML_DEEPEST) {
		report_fault(b->report, node->place,
		    "lists and maps are more than %d deep", YAML_DEEPEST);
		return false;
	}
	b->stack[b->depth++] = (struct frame){
		.node = node,
		.anchor = str_copy(b->arena, token_text(anchor)),
	};
	return true;
}

/* Reports keys that stand twice in a map and keeps the first of each. */
static void
drop_repeated(struct builder *b, struct yaml_node *map)
{
	struct place *places = ARENA_NEW(b->arena, struct place, map->count);
	struct yaml_item *last = NULL;
	struct table keys = { 0 };

	for (struct yaml_item *item = map->first; item; item = item->next) {
		uint32_t known = table_find(&keys, item->key);
		if (known == TABLE_NONE) {
			places[table_add(&keys, item->key)] = item->key_place;
			last = item;
			continue;
		}
		report_fault(b->report, item->key_place,
		    "'%.*s' is given twice, first on line %llu", STR_ARG(item->key),
		    (unsigned long long)places[known].line);
		assert(last); /* the one before, if only the first of the key */
		last->next = item->next;
		map->count--;
	}
	map->last = last;
	table_done(&keys);
}

static bool
close_frame(struct builder *b)
{
	struct frame frame = b->stack[--b->depth];

	if (frame.node->kind == YAML_MAP)
		drop_repeated(b, frame.node);
	/* Only now, so that nothing can hold itself. */
	set_anchor(b, frame.anchor, frame.node);
	return put(b, frame.node, frame.node->place);
}

static bool
begin_document(struct builder *b, struct fy_event *event)
{
	if (b->documents++ == 0)
		return true;
	report_fault(b->report, place_of(b, event),
	    "a second document begins, wanted one in a file");
	return false;
}

/* Takes one event; false to stop, a fault having been reported. */
static bool
take(struct builder *b, struct fy_event *event)
{
	switch (event->type) {
	case FYET_NONE:
	case FYET_STREAM_START:
	case FYET_STREAM_END:
	case FYET_DOCUMENT_END: return true;
	case FYET_DOCUMENT_START: return begin_document(b, event);
	case FYET_SCALAR: return add_scalar(b, event);
	case FYET_ALIAS: return add_alias(b, event);
	case FYET_SEQUENCE_START:
	case FYET_MAPPING_START: return open_frame(b, event);
	case FYET_SEQUENCE_END:
	case FYET_MAPPING_END: return close_frame(b);
	}
	return true;
}

/* Keeps the first error. The library can collect them too, but then never frees them.
 */
static void
keep_complaint(struct fy_diag *diag, void *user, const char *text, size_t len)
{
	struct builder *b = user;
	struct str line = { .at = text, .len = len };

	(void)diag;
	if (b->complaint[0] || !str_has(line, STR(": error: ")))
		return;
	if (len >= sizeof b->complaint)
		len = sizeof b->complaint - 1;
	memcpy(b->complaint, text, len);
	b->complaint[len] = '\0';
}

/* A complaint reads "<memory-@...>:2:1: error: flow sequence without ...". */
static void
report_syntax(struct builder *b)
{
	struct str rest = str_of(b->complaint), message;
	struct place place = { .file = b->file };
	uint64_t line = 0, column = 0;

	str_cut(&rest, '>');
	str_cut(&rest, ':');
	if (number_parse_whole(str_cut(&rest, ':'), &line) &&
	    number_parse_whole(str_cut(&rest, ':'), &column)) {
		place.line = line;
		place.column = (uint32_t)column;
	}
	str_cut(&rest, ':');
	message = str_trim(str_slice(rest, 0, str_utf8_until(rest)));
	report_fault(b->report, place, "not to be read as YAML: %.*s",
	    STR_ARG(message.len ? message : STR("no reason is known")));
}

static bool
parse(struct builder *b, struct str bytes)
{
	struct fy_event *event;
	bool good = true;

	if (fy_parser_set_string(b->parser, bytes.at, bytes.len) != 0) {
		report_syntax(b);
		return false;
	}
	while (good && (event = fy_parser_parse(b->parser))) {
		good = take(b, event);
		fy_parser_event_free(b->parser, event);
	}
	if (good && (b->complaint[0] || fy_parser_get_stream_error(b->parser))) {
		report_syntax(b);
		return false;
	}
	return good;
}

const struct yaml_node *
yaml_read(struct arena *arena, struct str bytes, struct str file, struct report *report)
{
	struct builder b = {
		.arena = arena,
		.file = file,
		.report = report,
		.here = { .file = file, .line = 1, .column = 1 },
	};
	struct fy_diag_cfg diag_cfg;
	struct fy_parse_cfg cfg = { .search_path = "", .flags = FYPCF_QUIET };
	bool good;

	if (str_starts(bytes, STR("\xef\xbb\xbf")))
		bytes = str_slice(bytes, 3, bytes.len);
	if (!yaml_check_text(bytes, file, report) || !str_trim(bytes).len)
		return NULL;
	fy_diag_cfg_default(&diag_cfg);
	diag_cfg.fp = NULL;
	diag_cfg.output_fn = keep_complaint;
	diag_cfg.user = &b;
	diag_cfg.colorize = false;
	b.diag = fy_diag_create(&diag_cfg);
	if (!b.diag)
		memory_out(bytes.len);
	cfg.diag = b.diag;
	b.parser = fy_parser_create(&cfg);
	if (!b.parser)
		memory_out(bytes.len);
	good = parse(&b, bytes);
	fy_parser_destroy(b.parser);
	fy_diag_destroy(b.diag);
	table_done(&b.anchors);
	free(b.anchored);
	return good ? b.root : NULL;
}
