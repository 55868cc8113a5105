/* geo/grid.h - longitude and latitude to the British National Grid.
 *
 * WGS84 is brought to the Airy 1830 ellipsoid by the seven parameters that Ordnance
 * Survey publishes ("A guide to coordinate systems in Great Britain", 6.6) and
 * projected by the transverse Mercator series of the same guide (annex C). Against the
 * exact transformation (OSTN15) that is right to about five metres anywhere in Great
 * Britain, far less than a pixel of any map. Pure arithmetic. */
#ifndef GEO_GRID_H
#define GEO_GRID_H

/* Metres. */
struct grid_place {
	double east, north;
};

/* Degrees on WGS84 (ETRS89 is the same to within a metre); in and around the British
 * Isles, elsewhere the series does not hold. */
struct grid_place grid_of_wgs84(double longitude, double latitude);

/* Degrees on OSGB36, that is, on Airy 1830: the projection alone. */
struct grid_place grid_of_airy(double longitude, double latitude);

#endif
