#include "stats/inequality_draws.h"

#include <math.h>

#include "stats/interval.h"
#include "stats/order.h"

enum { BLOCK = 64, SIMULATIONS = 10 };

size_t
inequality_room(size_t repetitions)
{
	return 2 * repetitions;
}

/* How many draws from either end of their order the limits stand, counted from 1. */
static double
place_from_end(size_t repetitions, double confidence)
{
	return rint((double)repetitions * (1 - confidence) / 2);
}

static bool
check_draws(
    size_t repetitions, const double *confidences, size_t levels, struct err *err)
{
	if (repetitions < INEQUALITY_REPETITIONS_FEWEST)
		return err_set(err, FAULT_INPUT,
		    "there must be %d repetitions or more, not %zu",
		    INEQUALITY_REPETITIONS_FEWEST, repetitions);
	for (size_t i = 0; i < levels; i++) {
		if (!interval_check_confidence(confidences[i], err))
			return false;
		if (place_from_end(repetitions, confidences[i]) < 1)
			return err_set(err, FAULT_INPUT,
			    "%zu repetitions are too few for a confidence of %g",
			    repetitions, confidences[i]);
	}
	return true;
}

/* What every repetition draws from: normal numbers with these means and errors, taken
 * to the scale of the line if they are not on it. */
struct source {
	struct gradient gradient;
	double centre[GRADIENT_MOST], se[GRADIENT_MOST];
	enum inequality_scale restore; /* linear for none */
	double times;                  /* what slopes are multiplied by at once */
};

static struct source
prepare(const struct inequality_measure *measure, const struct stratum *strata,
    const struct gradient *gradient)
{
	struct source source = {
		.gradient = *gradient,
		.restore = measure->transformed ? INEQUALITY_LINEAR : measure->scale,
		.times = measure->transformed ? 1 : measure->multiplier,
	};

	for (size_t i = 0; i < gradient->count; i++) {
		source.centre[i] =
		    inequality_transform(measure->scale, strata[i].value);
		source.se[i] = strata[i].se;
	}
	return source;
}

/* Means and slopes of the lines of a block of repetitions. */
struct block {
	double mean[BLOCK], slope[BLOCK];
};

static void
draw_block(const struct source *source, struct random *random, struct block *block)
{
	*block = (struct block){ 0 };
	for (size_t i = 0; i < source->gradient.count; i++) {
		double share = source->gradient.share[i];
		double weight = source->gradient.weight[i];
		double y[BLOCK];

		random_normals(random, y, BLOCK);
		for (size_t j = 0; j < BLOCK; j++)
			y[j] = source->centre[i] + source->se[i] * y[j];
		if (source->restore != INEQUALITY_LINEAR)
			for (size_t j = 0; j < BLOCK; j++)
				y[j] = inequality_restore(source->restore, y[j]);
		for (size_t j = 0; j < BLOCK; j++) {
			block->mean[j] += share * y[j];
			block->slope[j] += weight * y[j];
		}
	}
}

/* Beyond every limit where the end it is divided by is not above 0. */
static double
ratio_drawn(double mean, double slope, double multiplier)
{
	struct gradient_ends ends = gradient_ends(mean, slope);
	double above = multiplier > 0 ? ends.affluent : ends.deprived;
	double below = multiplier > 0 ? ends.deprived : ends.affluent;

	return below > 0 ? above / below : (double)INFINITY;
}

/* Fills the room: first the slopes, then the ratios of the ends, which mean nothing to
 * a transformed measure. */
static bool
draw_all(const struct source *source, const struct inequality_draws *draws,
    struct random *random, struct err *err)
{
	double *slopes = draws->room, *ratios = draws->room + draws->repetitions;
	struct block block;
	bool finite = true;

	for (size_t done = 0; done < draws->repetitions; done += BLOCK) {
		size_t left = draws->repetitions - done;
		draw_block(source, random, &block);
		for (size_t j = 0; j < BLOCK && j < left; j++) {
			double slope = block.slope[j] * source->times;
			finite &= isfinite(slope) != 0;
			slopes[done + j] = slope;
			ratios[done + j] =
			    ratio_drawn(block.mean[j], block.slope[j], source->times);
		}
	}
	return finite ||
	       err_set(err, FAULT_INPUT, "simulated values leave the range of numbers");
}

struct pair {
	double lower, upper;
};

static struct pair
pick(double *values, size_t count, double confidence)
{
	size_t place = (size_t)place_from_end(count, confidence);

	return (struct pair){
		.lower = order_place(values, count, place - 1),
		.upper = order_place(values, count, count - place),
	};
}

static bool
pick_limits(const struct inequality_measure *measure, const struct source *source,
    const struct inequality_draws *draws, double confidence,
    struct inequality_limits *out, struct err *err)
{
	size_t count = draws->repetitions;
	struct pair slope = pick(draws->room, count, confidence);
	struct inequality_limits limits;

	if (measure->transformed) {
		double middle = 0;
		for (size_t i = 0; i < source->gradient.count; i++)
			middle += source->gradient.share[i] * source->centre[i];
		limits = inequality_turn(measure, middle, slope.lower, slope.upper);
	} else {
		struct pair ratio = pick(draws->room + count, count, confidence);
		bool endless = isinf(ratio.upper);
		limits = (struct inequality_limits){
			.sii_lower = slope.lower,
			.sii_upper = slope.upper,
			.rii_lower = endless ? (double)NAN : ratio.lower,
			.rii_upper = endless ? (double)NAN : ratio.upper,
		};
	}
	if (!inequality_check_limits(&limits, err))
		return false;
	*out = limits;
	return true;
}

static bool
begin(const struct inequality_measure *measure, const struct stratum *strata,
    size_t count, const struct inequality_draws *draws, const double *confidences,
    size_t levels, struct source *source, struct err *err)
{
	struct gradient gradient;

	if (!inequality_check(measure, strata, count, err) ||
	    !check_draws(draws->repetitions, confidences, levels, err) ||
	    !gradient_init(&gradient, strata, count, err))
		return false;
	*source = prepare(measure, strata, &gradient);
	return true;
}

bool
inequality_simulate(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct err *err)
{
	struct random random = draws->random;
	struct source source;

	if (!begin(measure, strata, count, draws, confidences, levels, &source, err) ||
	    !draw_all(&source, draws, &random, err))
		return false;
	for (size_t i = 0; i < levels; i++)
		if (!pick_limits(measure, &source, draws, confidences[i], &out[i], err))
			return false;
	return true;
}

/* Adds one simulation's share to the mean over nine of them, two limits each. */
static void
add_stray(struct inequality_stray *stray, const struct inequality_limits *first,
    const struct inequality_limits *other)
{
	const double limits = 2 * (SIMULATIONS - 1);

	stray->sii += (fabs(other->sii_lower - first->sii_lower) +
			  fabs(other->sii_upper - first->sii_upper)) /
		      limits;
	stray->rii += (fabs(other->rii_lower - first->rii_lower) +
			  fabs(other->rii_upper - first->rii_upper)) /
		      limits;
}

bool
inequality_reliability(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct inequality_stray *stray, struct err *err)
{
	struct random random = draws->random;
	struct source source;

	if (!begin(measure, strata, count, draws, confidences, levels, &source, err))
		return false;
	for (size_t i = 0; i < levels; i++)
		stray[i] = (struct inequality_stray){ 0 };
	for (int simulation = 0; simulation < SIMULATIONS; simulation++) {
		if (!draw_all(&source, draws, &random, err))
			return false;
		for (size_t i = 0; i < levels; i++) {
			struct inequality_limits limits;
			if (!pick_limits(
				measure, &source, draws, confidences[i], &limits, err))
				return false;
			if (simulation == 0)
				out[i] = limits;
			else
				add_stray(&stray[i], &out[i], &limits);
		}
	}
	return true;
}

bool
inequality_limits(const struct inequality_measure *measure,
    const struct stratum *strata, size_t count, const struct inequality_draws *draws,
    const double *confidences, size_t levels, struct inequality_limits *out,
    struct err *err)
{
	if (!inequality_is_exact(measure))
		return inequality_simulate(
		    measure, strata, count, draws, confidences, levels, out, err);
	for (size_t i = 0; i < levels; i++)
		if (!inequality_exact_limits(
			measure, strata, count, confidences[i], &out[i], err))
			return false;
	return true;
}
