/* calc/method_compare.c - values against a benchmark or a target. */
#include <math.h>

#include "calc/methods.h"
#include "stats/compare.h"

/* Columns and choices. */
enum {
	VALUE,
	LOWER95,
	UPPER95,
	LOWER998,
	UPPER998,
	BENCHMARK,
	BENCHMARK_LOWER,
	BENCHMARK_UPPER,
	DENOMINATOR
};
enum { BY, GOOD };

enum {
	BY_INTERVAL,
	BY_TWO_LEVELS,
	BY_OVERLAP,
	BY_CONTROL_PROPORTION,
	BY_CONTROL_RATE,
	BY_TARGET,
	BY_TARGET_LIMITS
};
enum { GOOD_NEITHER, GOOD_HIGH, GOOD_LOW };

static const char *const by_words[] = { "interval", "two-levels", "overlap",
	"control-proportion", "control-rate", "target", "target-limits", NULL };
/* What values are usually multiplied by where control limits want to know. */
static const double by_multipliers[] = { 100, 100, 100, 100, 100000, 100, 100 };
static const char *const good_words[] = { "neither", "high", "low", NULL };

static const char *
verdict(enum side side, int good)
{
	static const char *const words[][3] = {
		[SIDE_UNKNOWN] = { NULL, NULL, NULL },
		[SIDE_FAR_BELOW] = { "Lowest", "Worst", "Best" },
		[SIDE_BELOW] = { "Lower", "Worse", "Better" },
		[SIDE_SIMILAR] = { "Similar", "Similar", "Similar" },
		[SIDE_ABOVE] = { "Higher", "Better", "Worse" },
		[SIDE_FAR_ABOVE] = { "Highest", "Best", "Worst" },
	};

	return words[side][good];
}

/* The benchmark as what is to be reached; with an upper end it is a range. */
static struct target
target_of(const struct calc_settings *s, const struct calc_row *row)
{
	double upper = row->in[BENCHMARK_UPPER];

	return (struct target){
		.lower = row->in[BENCHMARK],
		.upper = isnan(upper) ? row->in[BENCHMARK] : upper,
		.by_limits = s->choices[BY] == BY_TARGET_LIMITS,
		.low_is_good = s->choices[GOOD] == GOOD_LOW,
	};
}

static enum side
side_of(const struct calc_settings *s, const struct calc_row *row)
{
	const double *in = row->in;
	struct limits local = { in[VALUE], in[LOWER95], in[UPPER95], in[LOWER998],
		in[UPPER998] };
	struct limits other = { .value = in[BENCHMARK],
		.lower95 = in[BENCHMARK_LOWER],
		.upper95 = in[BENCHMARK_UPPER] };
	struct target target = target_of(s, row);
	const double confidence = 0.95;

	switch ((int)s->choices[BY]) {
	case BY_INTERVAL: return compare_interval(&local, in[BENCHMARK]);
	case BY_TWO_LEVELS:
		return isnan(local.lower998) || isnan(local.upper998)
			   ? SIDE_UNKNOWN
			   : compare_interval_two_levels(&local, in[BENCHMARK]);
	case BY_OVERLAP: return compare_overlap(&local, &other);
	case BY_CONTROL_PROPORTION:
		return compare_control_proportion(in[VALUE], in[DENOMINATOR],
		    in[BENCHMARK], s->multiplier, confidence);
	case BY_CONTROL_RATE:
		return compare_control_rate(in[VALUE], in[DENOMINATOR], in[BENCHMARK],
		    s->multiplier, confidence, COMPARE_EXACT);
	case BY_TARGET:
	case BY_TARGET_LIMITS: return compare_target(&target, &local);
	}
	return SIDE_UNKNOWN;
}

/* What a comparison wanted and did not have. */
static const char *const wants[] = {
	[BY_INTERVAL] = "the comparison wants both limits, the lower one first",
	[BY_TWO_LEVELS] = "two levels want both pairs of limits, the lower ones first",
	[BY_OVERLAP] =
	    "the comparison wants both limits of both values, the lower ones first",
	[BY_CONTROL_PROPORTION] = "control limits want a denominator above 0 and a "
				  "benchmark from 0 to the multiplier",
	[BY_CONTROL_RATE] =
	    "control limits want a denominator above 0 and a benchmark of 0 or more",
	[BY_TARGET] = "a target that is a range wants the lower end first",
	[BY_TARGET_LIMITS] =
	    "the comparison wants both limits, and those of a target that is a range, "
	    "the lower ones first",
};

static bool
compute_compare(struct arena *scratch, const struct calc_settings *s,
    const struct calc_row *rows, size_t count, struct calc_result *result, size_t *made,
    struct err *err)
{
	enum side side = side_of(s, rows);

	(void)scratch, (void)count, (void)made;
	if (side == SIDE_UNKNOWN)
		return err_set(err, FAULT_INPUT, "%s", wants[(size_t)s->choices[BY]]);
	result->words[0] = verdict(side, (int)s->choices[GOOD]);
	return true;
}

const struct calc_method method_compare = {
	.name = "compare",
	.summary = "each value against a benchmark or a target",
	.formula =
	    "  interval:   similar while the benchmark is within the value's 95 % "
	    "limits,\n"
	    "              ends included\n"
	    "  two-levels: the same; where it is beyond the 99.8 % limits too, "
	    "lowest,\n"
	    "              highest, worst or best\n"
	    "  overlap:    similar while the 95 % limits of both overlap or touch\n"
	    "  control-proportion, control-rate: similar while the value is within "
	    "the\n"
	    "              95 % limits that a benchmark among so many people has: "
	    "Wilson's\n"
	    "              of a proportion, Poisson's of a rate\n"
	    "  target:     below the target, or not; of a range, benchmark to\n"
	    "              benchmark_uppercl, similar within\n"
	    "  target-limits: the same of the 95 % limits, both of which have to be\n"
	    "              beyond\n",
	.source =
	    "Office for Health Improvement and Disparities, Fingertips: comparing\n"
	    "        with a benchmark",
	.shape = CALC_EACH,
	.multiplier = 100,
	.multiplied = "what values are per, for control limits",
	.columns = { { .name = "value", .meaning = "the local value" },
	    { .name = "lowercl", .meaning = "its lower 95 % limit", .optional = true },
	    { .name = "uppercl", .meaning = "its upper 95 % limit", .optional = true },
	    { .name = "lower99_8cl",
		.meaning = "its lower 99.8 % limit",
		.optional = true },
	    { .name = "upper99_8cl",
		.meaning = "its upper 99.8 % limit",
		.optional = true },
	    { .name = "benchmark", .meaning = "the value or target to compare with" },
	    { .name = "benchmark_lowercl",
		.meaning = "its lower 95 % limit, for overlap",
		.optional = true },
	    { .name = "benchmark_uppercl",
		.meaning = "its upper one; of a target, the end of a range",
		.optional = true },
	    { .name = "denominator",
		.meaning = "people, for control limits",
		.optional = true } },
	.choices = { { .name = "method",
			 .meaning = "of comparing",
			 .words = by_words,
			 .multipliers = by_multipliers },
	    { .name = "good",
		.meaning = "which values are good",
		.words = good_words } },
	.words = { "comparison" },
	.compute = compute_compare,
	.example = "area,value,lowercl,uppercl,benchmark\nDerby,14.1,13.2,15.1,12.9\n"
		   "Rutland,11.8,9.6,14.4,12.9\n",
	.arguments = "--good low",
};
