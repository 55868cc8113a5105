/* base/number.h - decimal text and binary numbers, exactly and without a locale.
 *
 * The C library can neither print the shortest decimal that reads back the same nor
 * parse without regard to locale, so number.cc wraps C++17's to_chars and from_chars;
 * it is the one C++ file of the project. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

#ifdef __cplusplus
extern "C" {
#endif

enum {
	NUMBER_LONGEST = 512, /* bytes that any number_print* may write */
	NUMBER_DECIMALS = 90  /* the most decimals printed; more are cut to it */
};

/* Reads all of s as one decimal number ("12", "-0.5", "1e6"); false when it is not one,
 * or is not finite. Thousands commas are accepted where they stand in groups of three
 * behind a first group that does not begin with 0 ("0,123" has a decimal comma, and is
 * refused). *value changes only on success. */
bool number_parse(struct str s, double *value);

/* Reads all of s as a whole number without sign. */
bool number_parse_whole(struct str s, uint64_t *value);

/* Digits behind the decimal point as written ("12.50" has two); 0 without a point. */
int number_decimals(struct str s);

/* Shortest decimal text that reads back as the same number; returns its length. Uses an
 * exponent only below 1e-6 and from 1e21. -0 prints as 0, NaN and infinity as nothing.
 */
size_t number_print(char *out, double value);

/* With a fixed count of decimals, half away from zero on the shortest decimal (so that
 * 0.15 becomes 0.2, as a reader of "0.15" expects); -0 prints as 0. Returns the length.
 */
size_t number_print_fixed(char *out, double value, int decimals);

/* The same with commas between thousands: "1,234.5". */
size_t number_print_grouped(char *out, double value, int decimals);

#ifdef __cplusplus
}
#endif

#endif
