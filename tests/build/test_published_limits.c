/* The limits of published proportions and rates, worked out again from count and
 * denominator. Every row agrees to 1e-9, or to the last digit where limits are
 * published rounded, but for those explained here. Without published files the test is
 * skipped. Lines that begin with # tell how many rows there were of what. */
#include <math.h>
#include <stdio.h>

#include "../unit.h"
#include "base/number.h"
#include "published.h"

enum { LEVELS = 2 };

static const struct {
	double confidence;
	const char *name;
} levels[LEVELS] = { { 0.95, "95 %" }, { 0.998, "99.8 %" } };

/* How a row agrees with what is published. */
enum agreement { AGREES_EXACTLY, AGREES_TO_THE_DIGIT, DIFFERS };

/* The limits of one indicator at one level. */
struct limiting {
	int level;
	unsigned rows, agreements[DIFFERS + 1];
	unsigned explained;
	const struct explanation *explanation;
};

/* Why the limits of some rows are not what count and denominator give. */
struct explanation {
	const char *key, *reason;
	unsigned rows[LEVELS];
	bool (*holds)(const struct cell *cell, int level);
};

static int
decimals_of(double value)
{
	char text[NUMBER_LONGEST];

	return number_decimals((struct str){ text, number_print(text, value) });
}

static struct interval
published_limits(const struct figure *f, int level)
{
	return (struct interval){
		.lower = level ? f->lower998 : f->lower95,
		.value = f->value,
		.upper = level ? f->upper998 : f->upper95,
	};
}

static enum agreement
agreement_of(const struct interval *published, const struct interval *computed)
{
	int lower = decimals_of(published->lower),
	    upper = decimals_of(published->upper);
	/* A little more than half a unit, for halves that are rounded either way. */
	double half = 0.5000001 * pow(10, -(lower > upper ? lower : upper));
	double below = fabs(published->lower - computed->lower);
	double above = fabs(published->upper - computed->upper);

	if (below <= 1e-9 * fmax(computed->lower, 1) &&
	    above <= 1e-9 * fmax(computed->upper, 1))
		return AGREES_EXACTLY;
	return below <= half && above <= half ? AGREES_TO_THE_DIGIT : DIFFERS;
}

/* Wilson's limits of a proportion, Byar's (below ten exact) of a crude rate. */
static bool
compute(const struct cell *cell, double count, double denominator, double confidence,
    struct interval *out)
{
	double multiplier = cell->indicator->multiplier;
	struct err err;

	if (cell->indicator->value_type == VALUE_PROPORTION)
		return interval_proportion(
		    count, denominator, multiplier, confidence, out, &err);
	return interval_rate(count, denominator, multiplier, confidence, out, &err);
}

static bool
agree_for(const struct cell *cell, int level, double count, double denominator,
    double confidence)
{
	struct interval published = published_limits(&cell->figure, level), computed;

	return compute(cell, count, denominator, confidence, &computed) &&
	       agreement_of(&published, &computed) != DIFFERS;
}

/* Wilson's for half of everybody: the variance is doubled. */
static bool
holds_for_half(const struct cell *cell, int level)
{
	return agree_for(cell, level, cell->figure.count / 2,
	    cell->figure.denominator / 2, levels[level].confidence);
}

/* Counts and denominators of areas are rounded to five, those of England to one. */
static bool
holds_for_rounded_counts(const struct cell *cell, int level)
{
	const struct figure *f = &cell->figure;
	bool root = cell->area == cell->release->profile->root;
	double off = root ? 0.5 : 2.5, confidence = levels[level].confidence;
	struct interval published = published_limits(f, level), least, most;

	return compute(
		   cell, f->count - off, f->denominator + off, confidence, &least) &&
	       compute(cell, f->count + off, f->denominator - off, confidence, &most) &&
	       published.lower >= least.lower && published.lower <= most.lower &&
	       published.upper >= least.upper && published.upper <= most.upper &&
	       (root || fmod(f->count, 5) == 0);
}

static bool
holds_for_england_2009(const struct cell *cell, int level)
{
	const struct release *r = cell->release;

	(void)level;
	return cell->area == r->profile->root &&
	       str_equal(
		   release_text(r, r->periods[cell->period].label), STR("2009/10"));
}

/* Byar's at any size, also below ten events, with a normal quantile of six decimals. */
static bool
holds_for_short_quantile(const struct cell *cell, int level)
{
	const double z = 3.090232;
	double scale = cell->indicator->multiplier / cell->figure.denominator;
	struct interval published = published_limits(&cell->figure, level), computed;
	struct err err;

	if (!interval_byar(cell->figure.count, erf(z / sqrt(2)), &computed, &err))
		return false;
	computed.lower *= scale;
	computed.upper *= scale;
	return agreement_of(&published, &computed) != DIFFERS;
}

static const struct explanation explanations[] = {
	{ "93700", "limits are Wilson's for half the children, as if they came in twos",
	    { 21, 21 }, holds_for_half },
	{ "20601", "counts are published rounded, limits are of those that are not",
	    { 32, 30 }, holds_for_rounded_counts },
	{ "848", "the limits belong to another denominator than the published one",
	    { 1, 0 }, holds_for_england_2009 },
	{ "92796",
	    "limits are Byar's also below ten events, with 3.090232 for the normal "
	    "quantile",
	    { 0, 64 }, holds_for_short_quantile },
};

static void
limit_again(void *context, const struct cell *cell)
{
	struct limiting *w = context;
	const struct figure *f = &cell->figure;
	struct interval published = published_limits(f, w->level), computed;
	enum agreement agreement;

	if (isnan(f->value) || isnan(f->count) || isnan(f->denominator) ||
	    isnan(published.lower) || isnan(published.upper))
		return;
	ck_assert(compute(
	    cell, f->count, f->denominator, levels[w->level].confidence, &computed));
	agreement = agreement_of(&published, &computed);
	w->rows++;
	w->agreements[agreement]++;
	if (agreement != DIFFERS)
		return;
	if (w->explanation && w->explanation->holds(cell, w->level))
		w->explained++;
	else
		published_tell(cell, "limit", levels[w->level].name, "another");
}

static const struct explanation *
explanation_of(struct str key)
{
	for (size_t i = 0; i < ROWS(explanations); i++)
		if (str_equal(str_of(explanations[i].key), key))
			return &explanations[i];
	return NULL;
}

static void
check_limits(const struct release *r, uint32_t indicator, int level, const char *folder)
{
	struct str key = release_text(r, r->indicators[indicator].key);
	struct limiting w = { .level = level, .explanation = explanation_of(key) };
	unsigned wanted = w.explanation ? w.explanation->rows[level] : 0;

	published_visit(r, indicator, limit_again, &w);
	if (!w.rows)
		return;
	printf("# %s %.*s: %s limits of %u rows: %u exact, %u to the printed digit, %u "
	       "differ%s%s\n",
	    folder, STR_ARG(key), levels[level].name, w.rows,
	    w.agreements[AGREES_EXACTLY], w.agreements[AGREES_TO_THE_DIGIT],
	    w.agreements[DIFFERS], wanted ? ": " : "",
	    wanted ? w.explanation->reason : "");
	ck_assert_uint_eq(w.agreements[DIFFERS], w.explained);
	ck_assert_uint_eq(w.explained, wanted);
}

START_TEST(test_limits)
{
	struct published p;

	published_open(&p, (size_t)_i);
	for (uint32_t i = 0; i < p.release.indicator_count; i++) {
		uint8_t type = p.release.indicators[i].value_type;
		if (type != VALUE_PROPORTION && type != VALUE_CRUDE_RATE)
			continue;
		for (int level = 0; level < LEVELS; level++)
			check_limits(&p.release, i, level, published_folders[_i]);
	}
	published_close(&p);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("published limits");

	if (!published_directory()) {
		puts("1..0 # SKIP there are no published files in TARTAN_DATA");
		return 0;
	}
	ADD_ROWS(tcase, test_limits, published_folders);
	return unit_run("build published limits", tcase);
}
