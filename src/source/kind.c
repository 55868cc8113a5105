#include "source/kind.h"

#include <stdlib.h>

#include "base/buf.h"
#include "source/csv.h"
#include "source/header.h"
#include "source/text.h"

enum { CELLS_SHOWN = 5, CELL_SHOWN = 40 };

/* How files begin that are no text, or no table. */
static const struct {
	const char *bytes;
	size_t len;
	const char *what;
} beginnings[] = {
	{ "\x89PNG", 4, "an image" },
	{ "\xff\xd8\xff", 3, "an image" },
	{ "GIF8", 4, "an image" },
	{ "RIFF", 4, "an image or a recording" },
	{ "%PDF", 4, "a PDF document" },
	{ "PK\x03\x04", 4,
	    "a spreadsheet or an archive (its tables can be read when saved as CSV)" },
	{ "\xd0\xcf\x11\xe0", 4,
	    "an old office document (its tables can be read when saved as CSV)" },
	{ "\x1f\x8b", 2, "a compressed file (it can be read when unpacked)" },
	{ "SQLite format 3", 15, "a database" },
	{ "$FL2", 4, "an SPSS file" },
	{ "<stata_dta>", 11, "a Stata file" },
};

/* Files for people and programs that nobody expects to be read. */
static const char *const silent_names[] = { "readme", "license", "licence", "copying",
	"changelog", "makefile" };
static const char *const silent_endings[] = { ".md", ".markdown", ".r", ".rmd", ".qmd",
	".py", ".sh", ".rproj" };

const char *
kind_word(enum source_kind kind)
{
	switch (kind) {
	case KIND_FIGURES: return "Fingertips data";
	case KIND_METADATA: return "Fingertips metadata";
	case KIND_AREAS: return "areas";
	case KIND_CHANGES: return "changes of areas";
	case KIND_NEIGHBOURS: return "neighbours";
	case KIND_BOUNDARIES: return "boundaries";
	case KIND_TABLE: return "counts";
	case KIND_PEOPLE: return "population";
	case KIND_PROFILE: return "profile";
	case KIND_DEFINITIONS: return "definitions";
	case KIND_IGNORED: return "ignored";
	case KIND_WRONG:
	case KIND_COUNT: break;
	}
	return "unknown";
}

static struct str
base_name(struct str path)
{
	size_t from = path.len;

	while (from > 0 && path.at[from - 1] != '/')
		from--;
	return str_slice(path, from, path.len);
}

static bool
begins_folded(struct str s, const char *with)
{
	struct str prefix = str_of(with);

	return str_equal_folded(str_slice(s, 0, prefix.len), prefix);
}

static bool
ends_folded(struct str s, const char *with)
{
	struct str suffix = str_of(with);

	return s.len >= suffix.len &&
	       str_equal_folded(str_slice(s, s.len - suffix.len, s.len), suffix);
}

static bool
is_silent(struct str name)
{
	if (name.len && name.at[0] == '.')
		return true;
	for (size_t i = 0; i < sizeof silent_names / sizeof silent_names[0]; i++)
		if (begins_folded(name, silent_names[i]) && !ends_folded(name, ".csv"))
			return true;
	for (size_t i = 0; i < sizeof silent_endings / sizeof silent_endings[0]; i++)
		if (ends_folded(name, silent_endings[i]))
			return true;
	return false;
}

static bool
is_yaml(struct str name)
{
	return ends_folded(name, ".yaml") || ends_folded(name, ".yml");
}

/* Whether a line of the text begins with the key. */
static bool
has_top_key(struct str text, struct str key)
{
	struct str rest = text_without_mark(text);

	while (rest.at) {
		struct str line = str_cut(&rest, '\n');
		if (str_starts(line, key))
			return true;
	}
	return false;
}

static enum source_kind
yaml_kind(const struct source_file *file, struct str name, struct report *report)
{
	struct place whole = { .file = file->path };

	if (begins_folded(name, "tartan."))
		return KIND_PROFILE;
	if (begins_folded(name, "definitions.") ||
	    has_top_key(file->bytes, STR("indicators:")) ||
	    has_top_key(file->bytes, STR("tables:")) ||
	    has_top_key(file->bytes, STR("populations:")))
		return KIND_DEFINITIONS;
	report_note(report, whole,
	    "YAML that is neither 'tartan.yaml' nor has a key 'indicators', 'tables' "
	    "or "
	    "'populations'; ignored");
	return KIND_IGNORED;
}

static struct str
beginning_of(struct str bytes)
{
	return str_trim(str_slice(text_without_mark(bytes), 0, 4096));
}

/* GeoJSON says early what it is. */
static bool
is_boundaries(struct str bytes)
{
	struct str text = beginning_of(bytes);

	return text.len && text.at[0] == '{' &&
	       str_has(text, STR("\"FeatureCollection\""));
}

/* What the file is besides a table, or NULL. */
static const char *
other_format(struct str bytes)
{
	for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++) {
		struct str beginning = { beginnings[i].bytes, beginnings[i].len };
		if (str_starts(bytes, beginning))
			return beginnings[i].what;
	}
	struct str text = beginning_of(bytes);
	if (text.len && (text.at[0] == '{' || text.at[0] == '['))
		return "JSON";
	if (text.len && text.at[0] == '<')
		return "a web page or other markup";
	return NULL;
}

/* The first cells as a message shows them. */
static void
show_cells(struct buf *buf, const struct header *header)
{
	for (size_t i = 0; i < header->count && i < CELLS_SHOWN; i++) {
		struct str name = str_slice(header->names[i], 0, CELL_SHOWN);
		name.len = str_utf8_until(name);
		buf_print(buf, "%s'%.*s'", i ? ", " : "", STR_ARG(name));
	}
	if (header->count > CELLS_SHOWN)
		buf_print(buf, " and %zu more", header->count - CELLS_SHOWN);
}

static enum source_kind
ignored(const struct source_file *file, const char *what, struct report *report)
{
	report_note(report, (struct place){ .file = file->path },
	    "%s; no part of a profile, ignored", what);
	return KIND_IGNORED;
}

/* What is called a table has to be one. */
static bool
is_named_table(struct str path)
{
	return ends_folded(path, ".csv") || ends_folded(path, ".tsv");
}

static enum source_kind
unknown_header(
    const struct source_file *file, const struct header *header, struct report *report)
{
	struct place start = { .file = file->path, .line = 1, .column = 1 };
	struct str first = header->names[0];
	AUTO_BUF cells = { 0 };

	if (!is_named_table(file->path))
		return ignored(file, "plain text", report);
	if (header->count == 1 && str_has(first, STR(";"))) {
		report_fault(
		    report, start, "semicolons between the cells; wanted commas");
		return KIND_WRONG;
	}
	if (header->count == 1 && memchr(file->bytes.at, '\t', file->bytes.len)) {
		report_fault(report, start, "tabs between the cells; wanted commas");
		return KIND_WRONG;
	}
	show_cells(&cells, header);
	report_fault(report, start,
	    "unknown header %.*s; wanted in the first line figures ('Indicator ID', "
	    "'Area Code', 'Time "
	    "period', 'Value'), metadata or areas; or an entry under 'tables' in "
	    "definitions.yaml",
	    STR_ARG(buf_str(&cells)));
	return KIND_WRONG;
}

static enum source_kind
table_kind(
    const struct source_file *file, const struct header *header, struct report *report)
{
	switch (header_kind(header)) {
	case HEADER_FIGURES: return KIND_FIGURES;
	case HEADER_METADATA: return KIND_METADATA;
	case HEADER_AREAS: return KIND_AREAS;
	case HEADER_CHANGES: return KIND_CHANGES;
	case HEADER_NEIGHBOURS: return KIND_NEIGHBOURS;
	case HEADER_POPULATION:
		return ignored(file,
		    "a table of populations ('populations' in definitions.yaml can "
		    "read it)",
		    report);
	case HEADER_DEPRIVATION: return ignored(file, "a table of deprivation", report);
	case HEADER_STATISTICS:
		return ignored(file,
		    "statistics of the Department for Education ('tables' in "
		    "definitions.yaml can read them)",
		    report);
	case HEADER_UNKNOWN: break;
	}
	return unknown_header(file, header, report);
}

static enum source_kind
csv_kind(const struct source_file *file, struct report *report)
{
	struct place start = { .file = file->path, .line = 1, .column = 1 };
	struct str text = text_without_mark(file->bytes);
	struct report faults = { 0 };
	AUTO_ARENA arena = { 0 };
	struct csv *csv = ARENA_NEW(&arena, struct csv, 1);
	enum source_kind kind = KIND_WRONG;

	csv_init(csv, text, csv_feed(text), 1, file->path, &faults);
	bool any = csv_next(csv), is_table = is_named_table(file->path);
	if (faults.faults && is_table) {
		report_join(report, &faults);
		return KIND_WRONG;
	}
	if (faults.faults) {
		kind = ignored(file, "plain text", report);
	} else if (any) {
		struct header header = header_of(&arena, csv);
		kind = table_kind(file, &header, report);
	} else if (is_table) {
		report_fault(report, start, "the file is empty; wanted a table");
	} else {
		kind = ignored(file, "an empty file", report);
	}
	report_done(&faults);
	return kind;
}

enum source_kind
kind_of(const struct source_file *file, struct report *report)
{
	struct str name = base_name(file->path);
	const char *format;

	if (is_silent(name))
		return KIND_IGNORED;
	if (is_yaml(name))
		return yaml_kind(file, name, report);
	if (is_boundaries(file->bytes))
		return KIND_BOUNDARIES;
	format = other_format(file->bytes);
	if (format)
		return ignored(file, format, report);
	if (text_is_binary(file->bytes)) {
		text_report_binary(file->bytes, file->path, report);
		return KIND_WRONG;
	}
	return csv_kind(file, report);
}
