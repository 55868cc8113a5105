#include "paper.h"

#include "../unit.h"

FILE *
paper_file(struct str bytes)
{
	FILE *file = tmpfile();

	ck_assert(file != NULL);
	ck_assert_uint_eq(fwrite(bytes.at, 1, bytes.len, file), bytes.len);
	ck_assert_int_eq(fflush(file), 0);
	rewind(file);
	return file;
}

void
paper_ask(struct calc_request *request, struct arena *arena, const char *arguments)
{
	struct str rest = str_of(arguments);
	struct err err = { 0 };

	while (rest.len) {
		struct str option = str_cut(&rest, ' ');
		ck_assert(str_starts(option, STR("--")));
		if (str_equal(option, STR("--json"))) {
			request->json = true;
			continue;
		}
		struct str value = str_cut(&rest, ' ');
		ck_assert_msg(calc_request_set(request,
				  str_c(arena, str_slice(option, 2, option.len)),
				  str_c(arena, value), &err),
		    "%s: %s", arguments, err.text);
	}
}

void
paper_run(struct paper *paper, const struct calc_request *request, struct str table)
{
	FILE *in = paper_file(table), *out = tmpfile();
	char bytes[4096];
	size_t n;

	*paper = (struct paper){ 0 };
	ck_assert(out != NULL);
	paper->fine = calc_run(request, fileno(in), "table.csv", out, "answer.csv",
	    &paper->tally, &paper->report, &paper->err);
	rewind(out);
	while ((n = fread(bytes, 1, sizeof bytes, out)) > 0)
		buf_add(&paper->out, (struct str){ bytes, n });
	fclose(in);
	fclose(out);
}

void
paper_done(struct paper *paper)
{
	buf_done(&paper->out);
	report_done(&paper->report);
}
