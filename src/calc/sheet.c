#include "calc/sheet.h"

#include <math.h>

#include "base/number.h"

enum { SHOWN = 40 /* bytes of a cell that a message repeats */ };

/* SIZE_MAX where none is, SIZE_MAX - 1 where several might be meant. */
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
		return exact == 1 ? found : SIZE_MAX - 1;
	for (size_t i = 0; i < sheet->count; i++)
		if (str_equal_folded(sheet->names[i], name)) {
			found = i;
			folded++;
		}
	return folded <= 1 ? found : SIZE_MAX - 1;
}

static bool
refuse_column(const struct sheet *sheet, const char *file, struct str name,
    const char *option, bool several, struct err *err)
{
	char columns[200] = "";
	size_t len = 0;

	for (size_t i = 0; i < sheet->count; i++) {
		struct str next = sheet->names[i];
		if (len + next.len + 6 >= sizeof columns) {
			memcpy(columns + len, ", ...", 6);
			break;
		}
		if (i) {
			memcpy(columns + len, ", ", 2);
			len += 2;
		}
		memcpy(columns + len, next.at, next.len);
		len += next.len;
		columns[len] = '\0';
	}
	if (several)
		return err_set(err, FAULT_INPUT,
		    "'%s' has several columns '%.*s'; wanted one", file, STR_ARG(name));
	return err_set(err, FAULT_INPUT,
	    "no column '%.*s' in '%s'; it has %s (--%s tells which is meant)",
	    STR_ARG(name), file, columns, option);
}

bool
sheet_read(struct sheet *sheet, struct arena *arena, const struct calc_request *request,
    const struct csv *csv, const char *name, struct err *err)
{
	const struct calc_method *method = request->method;

	sheet->count = csv->count < CSV_CELLS ? csv->count : CSV_CELLS;
	for (size_t i = 0; i < sheet->count; i++)
		sheet->names[i] =
		    str_copy(arena, str_trim(csv_text(arena, &csv->cells[i])));
	for (size_t i = 0; i < calc_columns(method); i++) {
		const struct calc_column *column = &method->columns[i];
		const char *asked = request->columns[i];
		struct str wanted = str_of(asked ? asked : column->name);
		sheet->at[i] = find_column(sheet, wanted);
		if (sheet->at[i] == SIZE_MAX && column->optional && !asked)
			continue;
		if (sheet->at[i] >= SIZE_MAX - 1)
			return refuse_column(sheet, name, wanted, column->name,
			    sheet->at[i] == SIZE_MAX - 1, err);
	}
	for (size_t i = 0; i < request->by_count; i++) {
		sheet->by[i] = find_column(sheet, request->by[i]);
		if (sheet->by[i] >= SIZE_MAX - 1)
			return refuse_column(sheet, name, request->by[i], "by",
			    sheet->by[i] == SIZE_MAX - 1, err);
	}
	return true;
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

bool
sheet_row(const struct sheet *sheet, struct arena *arena,
    const struct calc_request *request, const struct csv *csv, struct calc_row *row,
    struct err *err)
{
	const struct calc_method *method = request->method;

	for (size_t i = 0; i < CALC_COLUMNS && method->columns[i].name; i++) {
		const struct calc_column *column = &method->columns[i];
		row->in[i] = (double)NAN;
		row->cells[i] = STR("");
		if (sheet->at[i] == SIZE_MAX)
			continue;
		struct str cell = str_trim(csv_text(arena, &csv->cells[sheet->at[i]]));
		row->cells[i] = cell;
		if (is_empty(cell)) {
			if (column->optional || column->gaps)
				continue;
			return err_set(err, FAULT_INPUT, "'%.*s' is empty",
			    STR_ARG(sheet_name(sheet, request, i)));
		}
		if (!column->text && !number_parse(cell, &row->in[i]))
			return err_set(err, FAULT_INPUT,
			    "'%.*s' is '%.*s', not a number",
			    STR_ARG(sheet_name(sheet, request, i)),
			    STR_ARG(str_slice(cell, 0, SHOWN)));
	}
	return true;
}
