#include "calc/sheet.h"

#include <math.h>

#include "base/number.h"

enum { SHOWN = 40 /* bytes of a cell that a message repeats */ };

/* In the place of a column's number, as SIZE_MAX is for none: several might be meant.
 */
#define SEVERAL (SIZE_MAX - 1)

static size_t
find_column(const struct sheet *sheet, struct str name)
{
	size_t found = SIZE_MAX, exact = 0, folded = 0;

	for (size_t i = 0; i < sheet->count; i++)
		if (str_equal(sheet->names[i], name)) {
			found = i;
			exact++;
		}
	if (exact)
		return exact == 1 ? found : SEVERAL;
	for (size_t i = 0; i < sheet->count; i++)
		if (str_equal_folded(sheet->names[i], name)) {
			found = i;
			folded++;
		}
	return folded <= 1 ? found : SEVERAL;
}

/* The names of all columns, or of the first so many as a message has room for. */
static void
list_columns(const struct sheet *sheet, struct buf *out)
{
	enum { ROOM = 160 };

	for (size_t i = 0; i < sheet->count; i++) {
		if (out->len + sheet->names[i].len > ROOM) {
			buf_add(out, STR(", ..."));
			return;
		}
		if (i)
			buf_add(out, STR(", "));
		buf_add(out, sheet->names[i]);
	}
}

static bool
refuse_column(const struct sheet *sheet, const char *file, struct str name,
    const char *option, bool several, struct err *err)
{
	AUTO_BUF columns = { 0 };

	if (several)
		return err_set(err, FAULT_INPUT,
		    "'%s' has several columns '%.*s'; wanted one", file, STR_ARG(name));
	list_columns(sheet, &columns);
	return err_set(err, FAULT_INPUT,
	    "no column '%.*s' in '%s'; it has %.*s (--%s tells which is meant)",
	    STR_ARG(name), file, STR_ARG(buf_str(&columns)), option);
}

static bool
find_columns(struct sheet *sheet, const struct calc_request *request, const char *name,
    struct err *err)
{
	for (size_t i = 0; i < calc_columns(request->method); i++) {
		const struct calc_column *column = &request->method->columns[i];
		const char *asked = request->columns[i];
		struct str wanted = str_trim(str_of(asked ? asked : column->name));
		sheet->at[i] = wanted.len ? find_column(sheet, wanted) : SIZE_MAX;
		if (sheet->at[i] == SIZE_MAX && column->optional &&
		    (!asked || !wanted.len))
			continue;
		if (sheet->at[i] >= SEVERAL)
			return refuse_column(sheet, name, wanted, column->name,
			    sheet->at[i] == SEVERAL, err);
	}
	return true;
}

static bool
is_there(const struct sheet *sheet, const struct calc_method *method, const char *name)
{
	for (size_t i = 0; i < calc_columns(method); i++)
		if (strcmp(method->columns[i].name, name) == 0)
			return sheet->at[i] != SIZE_MAX;
	return false;
}

/* One of two columns that stand for each other has to be there. */
static bool
check_pairs(const struct sheet *sheet, const struct calc_request *request,
    const char *name, struct err *err)
{
	const struct calc_method *method = request->method;

	for (size_t i = 0; i < calc_columns(method); i++) {
		const struct calc_column *column = &method->columns[i];
		if (column->unless && sheet->at[i] == SIZE_MAX &&
		    !is_there(sheet, method, column->unless))
			return refuse_column(sheet, name, str_of(column->name),
			    column->name, false, err);
	}
	return true;
}

static bool
find_groups(struct sheet *sheet, const struct calc_request *request, const char *name,
    struct err *err)
{
	for (size_t i = 0; i < request->by_count; i++) {
		struct str wanted = request->by[i];
		sheet->by[i] = find_column(sheet, wanted);
		if (sheet->by[i] >= SEVERAL)
			return refuse_column(
			    sheet, name, wanted, "by", sheet->by[i] == SEVERAL, err);
		for (size_t k = 0; k < i; k++)
			if (sheet->by[k] == sheet->by[i])
				return err_set(err, FAULT_USAGE,
				    "want each column of --by once, not '%.*s' again",
				    STR_ARG(wanted));
	}
	return true;
}

bool
sheet_read(struct sheet *sheet, struct arena *arena, const struct calc_request *request,
    const struct csv *csv, const char *name, struct err *err)
{
	if (csv->count > CSV_CELLS)
		return err_set(err, FAULT_INPUT,
		    "'%s' has %zu columns; wanted %d at most", name, csv->count,
		    CSV_CELLS);
	sheet->count = csv->count;
	for (size_t i = 0; i < sheet->count; i++)
		sheet->names[i] =
		    str_copy(arena, str_trim(csv_text(arena, &csv->cells[i])));
	return find_columns(sheet, request, name, err) &&
	       check_pairs(sheet, request, name, err) &&
	       find_groups(sheet, request, name, err);
}

struct str
sheet_name(const struct sheet *sheet, const struct calc_request *request, size_t column)
{
	const char *asked = request->columns[column];

	if (sheet->at[column] != SIZE_MAX)
		return sheet->names[sheet->at[column]];
	return str_of(asked ? asked : request->method->columns[column].name);
}

static bool
is_empty(struct str cell)
{
	return cell.len == 0 || str_equal(cell, STR("NA")) ||
	       str_equal(cell, STR("NaN"));
}

/* Cells behind the last column do no harm as long as they are empty, as spreadsheets
 * leave them. */
static bool
fits_header(const struct sheet *sheet, const struct csv *csv, struct err *err)
{
	for (size_t i = sheet->count; i < csv->count; i++)
		if (i >= CSV_CELLS || csv->cells[i].len)
			return err_set(err, FAULT_INPUT,
			    "the row has %zu cells, the header %zu; does a cell with a "
			    "comma lack quotation marks?",
			    csv->count, sheet->count);
	return true;
}

/* The beginning of a cell, without half a character at its end. */
static struct str
shown(struct str cell)
{
	struct str start = str_slice(cell, 0, SHOWN);

	return str_slice(start, 0, str_utf8_until(start));
}

static bool
read_cell(const struct sheet *sheet, const struct calc_request *request, size_t i,
    struct str cell, double *number, struct err *err)
{
	const struct calc_column *column = &request->method->columns[i];

	if (is_empty(cell)) {
		if (column->optional || column->gaps)
			return true;
		return err_set(err, FAULT_INPUT, "'%.*s' is empty",
		    STR_ARG(sheet_name(sheet, request, i)));
	}
	if (!column->text && !number_parse(cell, number))
		return err_set(err, FAULT_INPUT, "'%.*s' is '%.*s', not a number",
		    STR_ARG(sheet_name(sheet, request, i)), STR_ARG(shown(cell)));
	return true;
}

bool
sheet_row(const struct sheet *sheet, struct arena *arena,
    const struct calc_request *request, const struct csv *csv, struct calc_row *row,
    struct err *err)
{
	const struct calc_method *method = request->method;

	if (!fits_header(sheet, csv, err))
		return false;
	row->text = STR("");
	for (size_t i = 0; i < CALC_COLUMNS && method->columns[i].name; i++) {
		row->in[i] = (double)NAN;
		if (sheet->at[i] == SIZE_MAX)
			continue;
		struct str cell = str_trim(csv_text(arena, &csv->cells[sheet->at[i]]));
		if (!read_cell(sheet, request, i, cell, &row->in[i], err))
			return false;
		if (method->columns[i].text)
			row->text = cell;
	}
	return true;
}
