#include "base/number.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

#include <fast_float/fast_float.h>

namespace
{

/* Groups of three behind every comma, a digit before the first: "1,234,567.8". */
bool
without_commas(struct str s, char *out, size_t room, size_t *len)
{
	size_t n = 0, group = 0;
	bool seen = false, fraction = false;

	if (s.len > room)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.at[i];
		if (c == '0' && n == (s.at[0] == '-'))
			return false;
		if (c == ',') {
			if (fraction || group == 0 || group > 3 || (seen && group != 3))
				return false;
			seen = true;
			group = 0;
			continue;
		}
		if (c == '.') {
			if (seen && group != 3)
				return false;
			fraction = true;
		} else if (c >= '0' && c <= '9') {
			group++;
		} else if (!(n == 0 && c == '-')) {
			return false;
		}
		out[n++] = c;
	}
	*len = n;
	return fraction || group == 3;
}

/* More digits would not fit 64 bits. */
enum { DIGITS_MOST = 19 };

/* Eight characters as one word; the library's arithmetic on it wants the first one in
 * the lowest byte. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
const bool words_of_digits = true;
#else
const bool words_of_digits = false;
#endif

uint64_t
eight_at(const char *at)
{
	uint64_t word;

	std::memcpy(&word, at, sizeof word);
	return word;
}

/* Appends eight digits to a whole number. */
bool
add_eight(uint64_t word, uint64_t scale, uint64_t *number)
{
	if (!fast_float::is_made_of_eight_digits_fast(word))
		return false;
	*number = *number * scale + fast_float::parse_eight_digits_unrolled(word);
	return true;
}

/* Appends the digits of [at, end) up to the first character that is none. */
const char *
add_each(const char *at, const char *end, uint64_t *number)
{
	for (; at < end && (unsigned char)(*at - '0') < 10; at++)
		*number = *number * 10 + (unsigned char)(*at - '0');
	return at;
}

/* Appends the digits [at, end), eight at a time where the eight characters before `end`
 * can be read: what of them stands before `at` is made zeros. */
bool
add_digits(const char *first, const char *at, const char *end, uint64_t *number)
{
	static const uint64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000,
		10000000 };
	const uint64_t zeros = 0x3030303030303030u;

	if (!words_of_digits || end - first < 8)
		return add_each(at, end, number) == end;
	for (; end - at >= 8; at += 8)
		if (!add_eight(eight_at(at), 100000000, number))
			return false;
	if (at == end)
		return true;
	uint64_t kept = ~(uint64_t)0 << (64 - 8 * (end - at));
	return add_eight(
	    (eight_at(end - 8) & kept) | (zeros & ~kept), tens[end - at], number);
}

/* whole / 10^decimals, correctly rounded. */
double
divided(uint64_t whole, int decimals)
{
	static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9,
		1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19 };

	/* Both are exact and division rounds once (Clinger 1990). */
	if (whole <= (uint64_t)1 << 53)
		return (double)whole / tens[decimals];
	auto found = fast_float::compute_float<fast_float::binary_format<double>>(
	    -decimals, whole);
	double value;
	fast_float::to_float(false, found, value);
	return value;
}

/* The plain decimals of which tables are full, "-12.0625" or "907", of up to nineteen
 * digits. False for all else, numbers or not. */
bool
parse_decimal(const char *at, size_t len, double *value)
{
	const char *end = at + len, *c = at;
	uint64_t whole = 0;

	if (len == 0 || len > DIGITS_MOST + 2)
		return false;
	bool negative = *c == '-';
	c += negative;
	if (end - c > DIGITS_MOST + 1)
		return false;
	const char *point = add_each(c, end, &whole);
	if (point == c || (point == end && end - c > DIGITS_MOST))
		return false;
	int decimals = point == end ? 0 : (int)(end - point - 1);
	if (point < end &&
	    (*point != '.' || decimals == 0 || !add_digits(at, point + 1, end, &whole)))
		return false;
	double size = divided(whole, decimals);
	*value = negative ? -size : size;
	return true;
}

bool
parse_plain(const char *at, size_t len, double *value)
{
	double parsed;

	if (parse_decimal(at, len, value))
		return true;
	auto r = std::from_chars(at, at + len, parsed);
	if (r.ec != std::errc() || r.ptr != at + len || !std::isfinite(parsed))
		return false;
	*value = parsed;
	return true;
}

/* The decimal digits of |value| and where its point stands: 0.d1d2d3... * 10^point. */
struct decimal {
	char digits[32];
	int count;
	int point;
};

decimal
shortest(double value)
{
	char text[48];
	decimal d = {};
	auto r = std::to_chars(
	    text, text + sizeof text, value, std::chars_format::scientific);
	const char *e = text;
	int exponent = 0;

	for (; e < r.ptr && *e != 'e'; e++)
		if (*e != '.')
			d.digits[d.count++] = *e;
	if (e < r.ptr) {
		e++;
		if (*e == '+')
			e++;
		std::from_chars(e, r.ptr, exponent);
	}
	d.point = exponent + 1;
	return d;
}

/* Rounds to so many digits behind the point, half away from zero. */
void
round_to(decimal *d, int decimals)
{
	int keep = d->point + decimals;

	if (keep >= d->count)
		return;
	if (keep < 0 || (keep == 0 && d->digits[0] < '5')) {
		d->count = 0;
		return;
	}
	bool up = d->digits[keep] >= '5';
	d->count = keep;
	if (!up)
		return;
	int i = keep - 1;
	while (i >= 0 && d->digits[i] == '9')
		d->digits[i--] = '0';
	if (i >= 0) {
		d->digits[i]++;
		return;
	}
	std::memmove(d->digits + 1, d->digits, (size_t)d->count);
	d->digits[0] = '1';
	d->count++;
	d->point++;
}

char
digit_at(const decimal &d, int place)
{
	return place >= 0 && place < d.count ? d.digits[place] : '0';
}

bool
is_zero(const decimal &d)
{
	for (int i = 0; i < d.count; i++)
		if (d.digits[i] != '0')
			return false;
	return true;
}

size_t
print_fixed(char *out, double value, int decimals, bool grouped)
{
	if (!std::isfinite(value))
		return 0;
	decimals = std::clamp(decimals, 0, (int)NUMBER_DECIMALS);
	decimal d = shortest(std::fabs(value));
	round_to(&d, decimals);

	size_t n = 0;
	if (value < 0 && !is_zero(d))
		out[n++] = '-';
	int whole = d.point > 0 ? d.point : 1;
	for (int i = 0; i < whole; i++) {
		out[n++] = digit_at(d, i - (whole - d.point));
		if (grouped && i + 1 < whole && (whole - 1 - i) % 3 == 0)
			out[n++] = ',';
	}
	if (decimals > 0)
		out[n++] = '.';
	for (int i = 0; i < decimals; i++)
		out[n++] = digit_at(d, d.point + i);
	return n;
}

} // namespace

bool
number_parse(struct str s, double *value)
{
	char plain[64];
	size_t len;

	if (s.len == 0)
		return false;
	if (parse_plain(s.at, s.len, value))
		return true;
	if (s.at[0] == '+' && s.len > 1 && s.at[1] != '-')
		return parse_plain(s.at + 1, s.len - 1, value);
	if (!std::memchr(s.at, ',', s.len))
		return false;
	return without_commas(s, plain, sizeof plain, &len) &&
	       parse_plain(plain, len, value);
}

bool
number_parse_whole(struct str s, uint64_t *value)
{
	uint64_t parsed;
	auto r = std::from_chars(s.at, s.at + s.len, parsed);

	if (s.len == 0 || r.ec != std::errc() || r.ptr != s.at + s.len)
		return false;
	*value = parsed;
	return true;
}

int
number_decimals(struct str s)
{
	const char *point =
	    s.len ? (const char *)std::memchr(s.at, '.', s.len) : nullptr;
	int n = 0;

	if (!point)
		return 0;
	for (const char *c = point + 1; c < s.at + s.len && *c >= '0' && *c <= '9'; c++)
		n++;
	return n;
}

size_t
number_print(char *out, double value)
{
	if (!std::isfinite(value))
		return 0;
	double size = std::fabs(value);
	auto format = size != 0 && (size < 1e-6 || size >= 1e21)
			  ? std::chars_format::scientific
			  : std::chars_format::fixed;
	auto r =
	    std::to_chars(out, out + NUMBER_LONGEST, value == 0 ? 0.0 : value, format);
	return (size_t)(r.ptr - out);
}

size_t
number_print_fixed(char *out, double value, int decimals)
{
	return print_fixed(out, value, decimals, false);
}

size_t
number_print_grouped(char *out, double value, int decimals)
{
	return print_fixed(out, value, decimals, true);
}
