#include "build/periods.h"

#include <math.h>

/* The series of an indicator. */
struct pacing {
	const struct collection *c;
	uint32_t first, count;
	struct evidence *e;
};

/* Months from the end of one period to the end of the next; 0 for periods that end
 * together, such as a year and its last quarter. */
static unsigned
gap_between(const struct collection *c, const struct collected_series *s, uint32_t next)
{
	struct period before = c->periods[s->periods[next - 1]].period;
	struct period period = c->periods[s->periods[next]].period;

	return (unsigned)(period.first + period.months - before.first - before.months);
}

/* A majority vote (Boyer and Moore): of all gaps the one that is left has the majority,
 * if any has. */
static void
vote_on_gap(const struct pacing *g)
{
	uint32_t votes = 0;

	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t p = 1; p < s->period_count; p++) {
			unsigned gap = gap_between(g->c, s, p);
			if (!votes)
				g->e->gap_months = gap;
			if (gap == g->e->gap_months)
				votes++;
			else
				votes--;
		}
	}
}

/* Which kind of year a period is of. Twelve months from April are a financial year by
 * any name; "2016/17" may be one, or one of schools. */
static uint32_t *
rows_of_kind(struct evidence *e, struct period period)
{
	enum { APRIL = 3, SEPTEMBER = 8 };
	int32_t month = period.first % 12;

	switch ((enum period_style)period.style) {
	case PERIOD_SPLIT: return &e->split_years;
	case PERIOD_FINANCIAL: return &e->april_years;
	case PERIOD_ACADEMIC: return &e->september_years;
	case PERIOD_CALENDAR: break;
	}
	if (period.part != PERIOD_MONTHS || period.months % 12 != 0 || month == 0)
		return &e->january_years;
	return month == APRIL       ? &e->april_years
	       : month == SEPTEMBER ? &e->september_years
				    : &e->other_years;
}

/* The newest period with a value, and the kinds of year of all rows with one. */
static void
weigh_rows(const struct pacing *g)
{
	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t r = 0; r < s->row_count; r++) {
			uint32_t period = s->periods[s->cells[r] % s->period_count];
			const struct row *row = collected_row(g->c, s->rows[r]);
			if (isnan(row->numbers[COLUMN_VALUE]))
				continue;
			++*rows_of_kind(g->e, g->c->periods[period].period);
			if (g->e->latest == RELEASE_NONE || period > g->e->latest)
				g->e->latest = period;
			if (period < g->e->earliest)
				g->e->earliest = period;
		}
	}
}

static void
weigh_gaps(const struct pacing *g)
{
	vote_on_gap(g);
	for (uint32_t i = g->first; i < g->first + g->count; i++) {
		const struct collected_series *s = &g->c->series[i];
		for (uint32_t p = 1; p < s->period_count; p++) {
			g->e->gaps++;
			g->e->usual_gaps += gap_between(g->c, s, p) == g->e->gap_months;
		}
	}
}

void
periods_weigh(const struct collection *collection, uint32_t first, uint32_t count,
    struct evidence *evidence)
{
	const struct pacing g = { collection, first, count, evidence };

	weigh_rows(&g);
	weigh_gaps(&g);
	if (evidence->latest != RELEASE_NONE)
		evidence->length_months =
		    collection->periods[evidence->latest].period.months;
}
