/* tests/draw/any.h - answers that nobody would ask for: any names, any numbers, so that
 * a drawing that bears them bears everything. */
#ifndef TESTS_DRAW_ANY_H
#define TESTS_DRAW_ANY_H

#include "fixture.h"

/* Fills all answers of a fixture, the same for the same state, which moves on. */
void any_fill(struct fixture *fixture, unsigned long long *state);

#endif
