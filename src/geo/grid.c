#include "geo/grid.h"

#include <math.h>

/* Airy 1830 and the projection of the National Grid. */
static const double airy_a = 6377563.396, airy_b = 6356256.909;
static const double wgs84_a = 6378137.000, wgs84_b = 6356752.3141;
static const double scale = 0.9996012717; /* on the central meridian */
static const double origin_latitude = 49, origin_longitude = -2;
static const double origin_east = 400000, origin_north = -100000;

static const double degree = 3.14159265358979323846 / 180;

struct place3 {
	double x, y, z;
};

static double
squared(double a)
{
	return a * a;
}

static struct place3
to_cartesian(double longitude, double latitude, double a, double b)
{
	double e2 = 1 - squared(b / a);
	double nu = a / sqrt(1 - e2 * squared(sin(latitude)));

	return (struct place3){
		.x = nu * cos(latitude) * cos(longitude),
		.y = nu * cos(latitude) * sin(longitude),
		.z = (1 - e2) * nu * sin(latitude),
	};
}

/* WGS84 to OSGB36: metres, seconds of arc and parts in a million. */
static struct place3
shifted(struct place3 p)
{
	const double tx = -446.448, ty = 125.157, tz = -542.060;
	const double second = degree / 3600;
	const double rx = -0.1502 * second, ry = -0.2470 * second,
		     rz = -0.8421 * second;
	const double s = 20.4894e-6;

	return (struct place3){
		.x = tx + (1 + s) * p.x - rz * p.y + ry * p.z,
		.y = ty + rz * p.x + (1 + s) * p.y - rx * p.z,
		.z = tz - ry * p.x + rx * p.y + (1 + s) * p.z,
	};
}

/* Latitude on an ellipsoid; each round is some hundred times nearer. */
static double
latitude_of(struct place3 p, double a, double b)
{
	double e2 = 1 - squared(b / a);
	double across = hypot(p.x, p.y);
	double latitude = atan2(p.z, across * (1 - e2));

	for (int round = 0; round < 6; round++) {
		double nu = a / sqrt(1 - e2 * squared(sin(latitude)));
		latitude = atan2(p.z + e2 * nu * sin(latitude), across);
	}
	return latitude;
}

/* Length of the meridian from the true origin, M of the guide. */
static double
meridian(double latitude)
{
	const double origin = origin_latitude * degree;
	const double n = (airy_a - airy_b) / (airy_a + airy_b), n2 = n * n, n3 = n2 * n;
	double less = latitude - origin, more = latitude + origin;

	return airy_b * scale *
	       ((1 + n + 5.0 / 4 * n2 + 5.0 / 4 * n3) * less -
		   (3 * n + 3 * n2 + 21.0 / 8 * n3) * sin(less) * cos(more) +
		   (15.0 / 8 * n2 + 15.0 / 8 * n3) * sin(2 * less) * cos(2 * more) -
		   35.0 / 24 * n3 * sin(3 * less) * cos(3 * more));
}

/* The terms I to VI of the guide, in radians. */
static struct grid_place
project(double longitude, double latitude)
{
	const double e2 = 1 - squared(airy_b / airy_a);
	double s = sin(latitude), c = cos(latitude), t2 = squared(tan(latitude));
	double nu = airy_a * scale / sqrt(1 - e2 * s * s);
	double rho = airy_a * scale * (1 - e2) * pow(1 - e2 * s * s, -1.5);
	double eta2 = nu / rho - 1;
	double c3 = c * c * c, c5 = c3 * c * c, t4 = t2 * t2;
	double i = meridian(latitude) + origin_north;
	double ii = nu / 2 * s * c;
	double iii = nu / 24 * s * c3 * (5 - t2 + 9 * eta2);
	double iiia = nu / 720 * s * c5 * (61 - 58 * t2 + t4);
	double iv = nu * c;
	double v = nu / 6 * c3 * (nu / rho - t2);
	double vi = nu / 120 * c5 * (5 - 18 * t2 + t4 + 14 * eta2 - 58 * t2 * eta2);
	double l = longitude - origin_longitude * degree, l2 = l * l;

	return (struct grid_place){
		.east = origin_east + l * (iv + l2 * (v + l2 * vi)),
		.north = i + l2 * (ii + l2 * (iii + l2 * iiia)),
	};
}

struct grid_place
grid_of_airy(double longitude, double latitude)
{
	return project(longitude * degree, latitude * degree);
}

struct grid_place
grid_of_wgs84(double longitude, double latitude)
{
	struct place3 p = shifted(
	    to_cartesian(longitude * degree, latitude * degree, wgs84_a, wgs84_b));

	return project(atan2(p.y, p.x), latitude_of(p, airy_a, airy_b));
}
