/* answer/judge.h - how one figure compares with another, given all it takes; for this
 * layer's own use. Others call finding_compare. */
#ifndef ANSWER_JUDGE_H
#define ANSWER_JUDGE_H

#include "answer/finding.h"
#include "answer/spread.h"

/* Whether figures of the series are compared by the place they take in a spread. */
bool judge_needs_spread(const struct release *release, uint32_t series);

/* finding_compare with the spread of the areas below the benchmark, which may be NULL
 * unless judge_needs_spread. */
void judge(const struct release *release, struct finding *out,
    const struct finding *benchmark, bool benchmark_is_parent,
    const struct spread *spread);

#endif
