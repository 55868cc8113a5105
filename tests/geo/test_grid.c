#include "geo/grid.h"

#include <math.h>

#include "../unit.h"

/* The worked example of "A guide to coordinate systems in Great Britain", annex C:
 * Caister water tower, on Airy 1830. */
START_TEST(test_projection)
{
	const double latitude = 52 + 39.0 / 60 + 27.2531 / 3600;
	const double longitude = 1 + 43.0 / 60 + 4.5177 / 3600;
	struct grid_place got = grid_of_airy(longitude, latitude);

	ck_assert_double_eq_tol(got.east, 651409.903, 0.001);
	ck_assert_double_eq_tol(got.north, 313177.270, 0.001);
}
END_TEST

START_TEST(test_origin)
{
	struct grid_place got = grid_of_airy(-2, 49);

	ck_assert_double_eq_tol(got.east, 400000, 1e-6);
	ck_assert_double_eq_tol(got.north, -100000, 1e-6);
}
END_TEST

/* Stations of the active network, as published with the transformation OSTN15, from
 * corner to corner of Great Britain; and places whose longitude and latitude (to five
 * decimals, a metre) the Office for National Statistics publishes beside their metres
 * of the grid. */
static const struct {
	const char *name;
	double longitude, latitude, east, north, within;
} places[] = {
	{ "St Mary's, Isles of Scilly", -6.29977752014, 49.92226393730, 91492.146,
	    11318.804, 5 },
	{ "Caister", 1.716073973, 52.658007833, 651409.804, 313177.450, 5 },
	{ "Hartlepool", -1.27018, 54.67614, 447160, 531474, 5 },
	{ "Cheshire and Merseyside", -2.38572, 53.32473, 374405, 380936, 5 },
	{ "London", -0.30866, 51.49227, 517515, 178392, 5 },
	{ "the North East", -1.72888, 55.29701, 417314, 600356, 5 },
	{ "Greater Manchester", -2.33423, 53.50609, 377929, 401095, 5 },
};

START_TEST(test_places)
{
	struct grid_place got =
	    grid_of_wgs84(places[_i].longitude, places[_i].latitude);
	double off = hypot(got.east - places[_i].east, got.north - places[_i].north);

	ck_assert_msg(off < places[_i].within, "%s: %.3f, %.3f is %.2f m off",
	    places[_i].name, got.east, got.north, off);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("grid");

	tcase_add_test(tcase, test_projection);
	tcase_add_test(tcase, test_origin);
	ADD_ROWS(tcase, test_places, places);
	return unit_run("grid", tcase);
}
