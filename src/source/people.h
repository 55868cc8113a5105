/* source/people.h - tables of people by area, sex, period and age, to be denominators.
 *
 * Ages are years or bands of years; people of any band of ages are those of the years
 * and bands that make it up without gap or overlap. Persons are males and females where
 * the table has no persons. */
#ifndef SOURCE_PEOPLE_H
#define SOURCE_PEOPLE_H

#include "source/source_file.h"
#include "source/tables.h"

/* So many people of an area, of the ages [from, until], both included. */
struct people_cell {
	struct str area; /* code */
	uint8_t sex;     /* enum sex */
	int16_t year;    /* in which the period begins */
	uint8_t from, until;
	double people;
	uint32_t line;
};

struct people {
	const struct table_people *table;
	struct people_cell *cells; /* by area, sex, year, ages */
	size_t count;
	/* private: */
	struct arena texts;
	size_t room;
};

/* Adds a file that the table is about; faults go to the report. people_sort is due
 * behind the last. */
void people_read(
    struct people *people, const struct source_file *file, struct report *report);
void people_sort(struct people *people, struct report *report);
void people_done(struct people *people);

/* The people of an area, NaN where the table does not tell. */
double people_between(const struct people *people, struct str area, enum sex sex,
    int year, unsigned from, unsigned until);

#endif
