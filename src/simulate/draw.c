#include "simulate/draw.h"

#include <math.h>

#include "base/arena.h"
#include "base/random.h"

/* Populations and drifts turn around it. */
enum { MIDDLE_YEAR = DRAW_YEARS / 2 };

/* Subjects of random streams; an indicator's is its id and age, far from these. */
enum { SUBJECT_POPULATION = 1, SUBJECT_DEPRIVATION = 2 };

/* The English scores have this mean and standard deviation over authorities. */
static const double deprivation_mean = 22.8, deprivation_deviation = 8.0;

/* A share of the deviation that the made-up England has of its own. */
static const double own_deprivation = 0.3;

static const double male_share = 0.512;

/* One figure in so many is not published. */
static const double unpublished_one_in = 2500;

/* One authority in so many rises or falls by itself, by up to about so much a year. */
static const double trend_one_in = 3, trend_size = 0.03;

/* exp(x) as the Pade approximant of order two, so that every machine agrees to the last
 * bit; below 1 % off for |x| < 1.4 and rising everywhere in its range. */
static double
grow(double x)
{
	x = x > 3 ? 3 : x < -3 ? -3 : x;
	return (12 + 6 * x + x * x) / (12 - 6 * x + x * x);
}

static double
whole(double x)
{
	return floor(x + 0.5);
}

static uint64_t
subject_of(uint64_t kind, uint64_t number)
{
	return kind << 48 | number;
}

double
figures_population(
    uint64_t seed, size_t authority, double share, enum figure_sex sex, size_t year)
{
	struct random random =
	    random_new(seed, subject_of(SUBJECT_POPULATION, authority));
	double growth = 0.002 + 0.005 * random_bell(&random);
	double years = (double)year - MIDDLE_YEAR;
	double all = places_authorities[authority].children * share;
	double part = sex == FIGURE_MALE ? male_share : 1 - male_share;
	double people = whole(all * part * (1 + growth * years));

	if (sex == FIGURE_PERSONS)
		return figures_population(seed, authority, share, FIGURE_MALE, year) +
		       figures_population(seed, authority, share, FIGURE_FEMALE, year);
	return people < 1 ? 1 : people;
}

/* How deprived an authority is, in standard deviations. */
static double
deprivation(uint64_t seed, size_t authority)
{
	struct random random =
	    random_new(seed, subject_of(SUBJECT_DEPRIVATION, authority));
	double score = places_authorities[authority].deprivation;

	return (score - deprivation_mean) / deprivation_deviation +
	       own_deprivation * random_bell(&random);
}

/* A count around its expectation, as a binomial or Poisson count scatters. */
static double
scatter(struct random *random, double people, double expected, bool proportion)
{
	double variance = expected;
	double count;

	if (proportion)
		variance *= 1 - expected / people;
	count = whole(expected + sqrt(variance) * random_bell(random));
	if (count < 0)
		return 0;
	return proportion && count > people ? people : count;
}

/* Odds rather than risks are multiplied, so that no share leaves (0, 1). */
static double
expected_share(double level, double effect)
{
	double odds = level / (1 - level) * grow(effect);

	return odds / (1 + odds);
}

/* One authority's standing in one indicator. */
struct standing {
	double level;     /* effect over all years */
	double slope;     /* effect of each year, the national drift included */
	double structure; /* what standardising for age does to a rate */
};

static struct standing
standing_of(
    const struct plan *plan, uint64_t seed, size_t authority, struct random *random)
{
	struct standing s;
	bool moves;

	s.level = plan->deprivation * deprivation(seed, authority) +
		  plan->spread * random_bell(random);
	moves = random_unit(random) * trend_one_in < 1;
	s.slope = plan->drift;
	if (moves && plan->kind != PLAN_MEAN && !plan_is_estimate(plan))
		s.slope += trend_size * random_bell(random);
	s.structure = 1 + 0.03 * random_bell(random);
	return s;
}

static struct cases
draw_year(const struct plan *plan, double level, double effect, double structure,
    double people, struct random *random)
{
	struct cases t = { .denominator = people, .known = true };

	switch (plan->kind) {
	case PLAN_PROPORTION:
		t.count = scatter(
		    random, people, people * expected_share(level, effect), true);
		break;
	case PLAN_RATE:
	case PLAN_STANDARDISED:
	case PLAN_COUNT:
		t.count = scatter(random, people, people * level * grow(effect), false);
		break;
	case PLAN_MEAN:
		t.score = people * (level + effect) +
			  sqrt(people) * plan->deviation * random_bell(random);
		break;
	case PLAN_SPEND:
		t.count =
		    whole(people * level * grow(effect + 0.03 * random_bell(random)));
		break;
	case PLAN_ESTIMATE:
	case PLAN_ESTIMATE_NUMBER:
		t.count = people * expected_share(level, effect);
		break;
	}
	if (plan->kind == PLAN_STANDARDISED)
		t.score = t.count * structure;
	return t;
}

static void
draw_authority(const struct plan *plan, const struct plan_age *age, uint64_t seed,
    size_t authority, struct draw *draw, struct random *random)
{
	struct standing s = standing_of(plan, seed, authority, random);
	bool estimate =
	    plan->kind == PLAN_ESTIMATE || plan->kind == PLAN_ESTIMATE_NUMBER;

	for (size_t year = 0; year < DRAW_YEARS; year++) {
		double since = (double)year - MIDDLE_YEAR;
		bool known = estimate || random_unit(random) * unpublished_one_in >= 1;
		double wobble = estimate ? 0 : 0.03 * random_bell(random);
		for (int sex = FIGURE_MALE; sex <= FIGURE_FEMALE; sex++) {
			double people = figures_population(
			    seed, authority, age->share, (enum figure_sex)sex, year);
			double half = plan->female / (sex == FIGURE_FEMALE ? 2 : -2);
			double effect = s.level + s.slope * since + wobble + half;
			draw->years[sex][authority][year] = draw_year(
			    plan, age->level, effect, s.structure, people, random);
			draw->years[sex][authority][year].known = known;
		}
	}
}

void
cases_add(struct cases *sum, const struct cases *other)
{
	sum->count += other->count;
	sum->denominator += other->denominator;
	sum->score += other->score;
	sum->known = sum->known && other->known;
}

struct draw *
draw_new(struct arena *arena, const struct plan *plan, size_t age, uint64_t seed)
{
	struct draw *draw = ARENA_NEW(arena, struct draw, 1);
	struct random random = random_new(seed, subject_of(plan->id, age));

	for (size_t i = 0; i < PLACES_AUTHORITIES; i++)
		draw_authority(plan, &plan->ages[age], seed, i, draw, &random);
	return draw;
}

bool
draw_publishes(const struct plan *plan, enum figure_sex sex)
{
	switch (plan->sexes) {
	case PLAN_PERSONS: return sex == FIGURE_PERSONS;
	case PLAN_FEMALE: return sex == FIGURE_FEMALE;
	case PLAN_BOTH: return true;
	}
	return false;
}
