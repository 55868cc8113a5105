#include "draw/scale.h"

#include <math.h>

#include "base/number.h"

_Static_assert((int)SCALE_LONGEST >= (int)NUMBER_LONGEST, "a label is one number");

/* Larger numbers than any indicator has; they would overflow when multiplied. */
static const double boundless = 1e15;

static bool
usable(double value)
{
	return isfinite(value) && fabs(value) < boundless;
}

/* The round number next above a raw distance: 1, 2 or 5 times a power of ten. */
static double
round_step(double raw)
{
	double power = pow(10, floor(log10(raw)));
	double times = raw / power;
	/* Tolerant of a raw step that is a round one but for its last bit. */
	double round = times <= 1.0000001 ? 1 : times <= 2.0000001 ? 2 : 5;

	return times <= 5.0000001 ? round * power : 10 * power;
}

static void
settle_ends(double *least, double *most, bool from_zero)
{
	bool has_least = usable(*least), has_most = usable(*most);

	if (!has_least)
		*least = has_most ? fmin(*most, 0) : 0;
	if (!has_most)
		*most = fmax(*least, 0);
	if (*least > *most) {
		double swap = *least;
		*least = *most;
		*most = swap;
	}
	if (from_zero || *least == *most) {
		*least = fmin(*least, 0);
		*most = fmax(*most, 0);
	}
	/* Nothing but zeros, or so near to them that a step would vanish. */
	if (*most - *least < 1e-12 * fmax(fabs(*most), 1))
		*most = *least + 1;
}

struct scale
scale_make(
    double least, double most, bool from_zero, double start, double end, unsigned about)
{
	struct scale scale = { .start = start, .end = end };
	double steps = about > 2 ? about - 1 : 1;

	settle_ends(&least, &most, from_zero);
	scale.step = round_step((most - least) / steps);
	scale.from = floor(least / scale.step + 1e-9) * scale.step;
	scale.until = ceil(most / scale.step - 1e-9) * scale.step;
	scale.ticks = (unsigned)lround((scale.until - scale.from) / scale.step) + 1;
	if (scale.ticks > SCALE_TICKS)
		scale.ticks = SCALE_TICKS;
	scale.decimals = (int)fmax(0, -floor(log10(scale.step) + 1e-9));
	return scale;
}

bool
scale_squashes(double least, double most)
{
	if (!usable(least) || !usable(most) || least >= most)
		return false;
	if (least > 0)
		return most - least < most / 4;
	if (most < 0)
		return most - least < -least / 4;
	return false;
}

double
scale_at(const struct scale *scale, double value)
{
	double share;

	if (isnan(value))
		return value;
	value = fmin(fmax(value, scale->from), scale->until);
	share = (value - scale->from) / (scale->until - scale->from);
	return scale->start + share * (scale->end - scale->start);
}

double
scale_tick(const struct scale *scale, unsigned i)
{
	double tick = scale->from + i * scale->step;

	/* 3 * 0.1 - 0.3 is not 0: what should be zero is. */
	return fabs(tick) < scale->step * 1e-6 ? 0 : tick;
}

size_t
scale_label(char *out, double value, int decimals)
{
	return number_print_grouped(out, value, decimals);
}
