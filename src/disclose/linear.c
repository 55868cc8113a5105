#include "disclose/linear.h"

#include <assert.h>
#include <glpk.h>
#include <math.h>
#include <stdlib.h>

#include "base/arena.h"

struct linear {
	glp_prob *problem;
	int *rows, *columns; /* of the entries, from 1 as the solver counts */
	double *values;
	uint32_t count, room;
	int method;
	bool whole; /* the last solution is one in whole numbers */
};

struct linear *
linear_new(uint32_t rows, uint32_t columns)
{
	struct linear *linear = memory_take(1, sizeof *linear);

	*linear = (struct linear){ .method = GLP_PRIMAL };
	glp_term_out(GLP_OFF);
	linear->problem = glp_create_prob();
	if (rows)
		glp_add_rows(linear->problem, (int)rows);
	if (columns)
		glp_add_cols(linear->problem, (int)columns);
	for (uint32_t i = 0; i < columns; i++) {
		glp_set_col_kind(linear->problem, (int)i + 1, GLP_IV);
		linear_column(linear, i, 0, (double)INFINITY);
	}
	return linear;
}

static void
free_entries(struct linear *linear)
{
	free(linear->rows);
	free(linear->columns);
	free(linear->values);
	linear->rows = linear->columns = NULL;
	linear->values = NULL;
}

void
linear_free(struct linear *linear)
{
	if (!linear)
		return;
	glp_delete_prob(linear->problem);
	free_entries(linear);
	free(linear);
}

void
linear_put(struct linear *linear, uint32_t row, uint32_t column, double value)
{
	if (linear->count + 1 >= linear->room) {
		linear->room = linear->room ? 2 * linear->room : 256;
		linear->rows =
		    memory_grow(linear->rows, linear->room, sizeof *linear->rows);
		linear->columns =
		    memory_grow(linear->columns, linear->room, sizeof *linear->columns);
		linear->values =
		    memory_grow(linear->values, linear->room, sizeof *linear->values);
	}
	linear->count++;
	linear->rows[linear->count] = (int)row + 1;
	linear->columns[linear->count] = (int)column + 1;
	linear->values[linear->count] = value;
}

void
linear_load(struct linear *linear)
{
	glp_load_matrix(linear->problem, (int)linear->count, linear->rows,
	    linear->columns, linear->values);
	free_entries(linear);
}

static int
kind_of(double least, double most)
{
	if (isinf(least))
		return isinf(most) ? GLP_FR : GLP_UP;
	if (isinf(most))
		return GLP_LO;
	return least < most ? GLP_DB : GLP_FX;
}

void
linear_row(struct linear *linear, uint32_t row, double least, double most)
{
	glp_set_row_bnds(
	    linear->problem, (int)row + 1, kind_of(least, most), least, most);
}

void
linear_column(struct linear *linear, uint32_t column, double least, double most)
{
	glp_set_col_bnds(
	    linear->problem, (int)column + 1, kind_of(least, most), least, most);
}

void
linear_goal(struct linear *linear, uint32_t column, double value)
{
	glp_set_obj_coef(linear->problem, (int)column + 1, value);
}

void
linear_from_zero(struct linear *linear)
{
	linear->method = GLP_DUALP;
}

static bool
simplex(glp_prob *problem, int method)
{
	glp_smcp how;

	glp_init_smcp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.meth = method;
	if (glp_simplex(problem, &how) == 0 && glp_get_status(problem) != GLP_UNDEF)
		return true;
	/* Once more from the beginning: what was carried over led astray. */
	glp_std_basis(problem);
	return glp_simplex(problem, &how) == 0;
}

enum linear_answer
linear_solve(struct linear *linear, bool maximise)
{
	linear->whole = false;
	glp_set_obj_dir(linear->problem, maximise ? GLP_MAX : GLP_MIN);
	if (!simplex(linear->problem, linear->method))
		return LINEAR_LOST;
	switch (glp_get_status(linear->problem)) {
	case GLP_OPT: return LINEAR_BEST;
	case GLP_UNBND: return LINEAR_ENDLESS;
	case GLP_NOFEAS: return LINEAR_NONE;
	default: return LINEAR_LOST;
	}
}

/* Ends the search when its nodes are used up: a limit of time would make the answer
 * depend on the machine. */
static void
count_nodes(glp_tree *tree, void *context)
{
	uint32_t *left = context;

	if (glp_ios_reason(tree) != GLP_ISELECT)
		return;
	if (*left == 0)
		glp_ios_terminate(tree);
	else
		--*left;
}

enum linear_answer
linear_solve_whole(struct linear *linear, uint32_t *nodes)
{
	glp_iocp how;

	glp_init_iocp(&how);
	how.msg_lev = GLP_MSG_OFF;
	how.cb_func = count_nodes;
	how.cb_info = nodes;
	linear->whole = true;
	if (glp_intopt(linear->problem, &how) != 0)
		return LINEAR_LOST;
	switch (glp_mip_status(linear->problem)) {
	case GLP_OPT: return LINEAR_BEST;
	case GLP_NOFEAS: return LINEAR_NONE;
	default: return LINEAR_LOST;
	}
}

double
linear_value(const struct linear *linear, uint32_t column)
{
	return linear->whole ? glp_mip_col_val(linear->problem, (int)column + 1)
			     : glp_get_col_prim(linear->problem, (int)column + 1);
}

double
linear_reached(const struct linear *linear)
{
	return linear->whole ? glp_mip_obj_val(linear->problem)
			     : glp_get_obj_val(linear->problem);
}

double
linear_price(const struct linear *linear, uint32_t row)
{
	return glp_get_row_dual(linear->problem, (int)row + 1);
}

void
linear_end_thread(void)
{
	glp_free_env();
}
