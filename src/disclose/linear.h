/* disclose/linear.h - linear programs, in whole numbers where wanted: the one door to
 * the solver (GLPK).
 *
 * Rows and columns are counted from 0. A program belongs to one thread. What a solver
 * of floating-point numbers says is a proposal: whoever needs certainty checks the
 * numbers it returns. The same program solved in the same order gives the same answer.
 */
#ifndef DISCLOSE_LINEAR_H
#define DISCLOSE_LINEAR_H

#include <stdbool.h>
#include <stdint.h>

enum linear_answer {
	LINEAR_BEST,    /* values, prices and goal are those of an optimum */
	LINEAR_ENDLESS, /* the goal has no limit */
	LINEAR_NONE,    /* nothing meets the rows and limits */
	LINEAR_LOST     /* the solver gave up, or the nodes were used up */
};

struct linear;

/* A program of so many rows and columns; columns from 0 to infinity and no goal. */
struct linear *linear_new(uint32_t rows, uint32_t columns);
void linear_free(struct linear *linear); /* NULL is fine */

/* One entry of the matrix; each place at most once. Between linear_new and linear_load.
 */
void linear_put(struct linear *linear, uint32_t row, uint32_t column, double value);
void linear_load(struct linear *linear);

/* Limits, which may be infinite. */
void linear_row(struct linear *linear, uint32_t row, double least, double most);
void linear_column(struct linear *linear, uint32_t column, double least, double most);

/* What a column counts for in the goal. */
void linear_goal(struct linear *linear, uint32_t column, double value);

/* Costs are none below 0 and are minimised, and columns begin at 0 at their least: the
 * solver goes from there to what the rows want, instead of the other way round. Faster
 * where only few columns will leave 0. */
void linear_from_zero(struct linear *linear);

/* Columns with any numbers; begins where the last such solution was. */
enum linear_answer linear_solve(struct linear *linear, bool maximise);

/* All columns with whole numbers, within so many nodes of the search, from which those
 * used are taken. Comes after linear_solve with the same goal and limits and
 * LINEAR_BEST. */
enum linear_answer linear_solve_whole(struct linear *linear, uint32_t *nodes);

/* Of the last solution: the value of a column, what the goal came to, and, after
 * linear_solve, how much the goal moves with a row. */
double linear_value(const struct linear *linear, uint32_t column);
double linear_reached(const struct linear *linear);
double linear_price(const struct linear *linear, uint32_t row);

/* Gives back what the solver keeps for this thread; no program may be left. */
void linear_end_thread(void);

#endif
