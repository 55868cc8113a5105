#include "source/boundaries.h"

#include "../unit.h"
#include "base/buf.h"

#define COLLECTION(features)                                                           \
	"{\"type\": \"FeatureCollection\",\n\"features\": [" features "]}"
#define SQUARE "[[-1,52],[-1,53],[0,53],[-1,52]]"
#define POLYGON "{\"type\": \"Polygon\", \"coordinates\": [" SQUARE "]}"
#define GRID                                                                           \
	"{\"crs\": {\"type\": \"name\", \"properties\": "                              \
	"{\"name\": \"urn:ogc:def:crs:EPSG::27700\"}}, \"features\": "

static const struct {
	const char *name, *bytes, *result;
} cases[] = {
	{ "a polygon",
	    COLLECTION(
		"{\"properties\": {\"FID\": 1, \"CD\": \"E1\", \"NM\": \"One\"}, "
		"\"geometry\": " POLYGON "}"),
	    "CD=E1 NM=One: 468749,233978 467209,345210 534314,346613\n" },
	{ "an id of the feature",
	    COLLECTION("{\"id\": \" E1 \", \"geometry\": " POLYGON "}"),
	    "id=E1: 468749,233978 467209,345210 534314,346613\n" },
	{ "many polygons, holes, heights",
	    GRID "[{\"geometry\": {\"coordinates\": "
		 "[[[[0,0,9],[9,0,9],[9,9,9],[0,0,9]],[[1,1],[2,1],[2,2],[1,1]]],"
		 "[[[20,20],[29,20],[29,29],[20,20]]]], \"type\": \"MultiPolygon\"}}]}",
	    ": 0,0 9,0 9,9; 1,1 2,1 2,2; 20,20 29,20 29,29\n" },
	{ "the system said at the end",
	    "{\"features\": [{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
	    "[[[0,0],[9,0],[9,9],[0,0]]]}}], \"crs\": {\"name\": \"EPSG:27700\"}}",
	    ": 0,0 9,0 9,9\n" },
	{ "features without an area",
	    COLLECTION(
		"{\"geometry\": null}, {\"properties\": null}, 7,\n"
		"{\"geometry\": {\"type\": \"Point\", \"coordinates\": [0, 52]}}"),
	    "3:14: geometry 'Point'; wanted 'Polygon' or 'MultiPolygon', ignored\n" },
	{ "a ring that does not close",
	    COLLECTION("{\"geometry\": {\"type\": \"Polygon\", \"coordinates\":\n"
		       "[[[-1,52],[-1,53],[0,53],[0,52]]]}}"),
	    "3:3: an outline of 4 positions that does not close; wanted at least four, "
	    "the last like the first\n" },
	{ "too few positions",
	    COLLECTION("{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
		       "[[[-1,52],[-1,52]]]}}"),
	    "2:64: an outline of 2 positions that does not close; wanted at least "
	    "four, "
	    "the last like the first\n" },
	{ "metres that are taken for degrees",
	    COLLECTION("{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
		       "[[[4e5,3e5],[5e5,3e5],[5e5,4e5],[4e5,3e5]]]}}"),
	    ": -\n"
	    "2:64: position 400000, 300000 in this outline; wanted longitude and "
	    "latitude in or near the British Isles, or metres of the National Grid "
	    "with "
	    "crs EPSG:27700\n" },
	{ "latitude first",
	    COLLECTION("{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": "
		       "[[[52,-1],[53,-1],[53,0],[52,-1]]]}}"),
	    ": -\n"
	    "2:64: position 52, -1 in this outline; wanted longitude and "
	    "latitude in or near the British Isles, or metres of the National Grid "
	    "with "
	    "crs EPSG:27700\n" },
	{ "no JSON", "{\"type\": \"FeatureCollection\",\n \"features\": [{]}",
	    "2:16: a name in quotes is missing; wanted a FeatureCollection of "
	    "GeoJSON\n" },
	{ "an array", "[]",
	    "1:1: something else; wanted a FeatureCollection of GeoJSON\n" },
	{ "an empty collection", COLLECTION(""), "" },
};

static void
print_boundary(
    struct buf *out, const struct boundaries *all, const struct boundary *boundary)
{
	for (uint32_t i = 0; i < boundary->text_count; i++)
		buf_print(out, "%s%.*s=%.*s", i ? " " : "",
		    STR_ARG(boundary->texts[i].name),
		    STR_ARG(boundary->texts[i].value));
	buf_add_char(out, ':');
	for (uint32_t r = 0; r < boundary->ring_count; r++) {
		const struct geo_ring *ring = &all->rings[boundary->first_ring + r];
		buf_print(out, "%s%s", r ? ";" : "", ring->count ? "" : " -");
		for (uint32_t p = 0; p < ring->count; p++)
			buf_print(out, " %d,%d", ring->at[p].x, ring->at[p].y);
	}
	buf_add_char(out, '\n');
}

START_TEST(test_read)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct source_file file = { .path = STR("x"),
		.bytes = str_of(cases[_i].bytes) };
	struct boundaries read;
	struct report report = { 0 };

	boundaries_read(&arena, &file, &read, &report);
	for (uint32_t i = 0; i < read.count; i++)
		print_boundary(&got, &read, &read.at[i]);
	for (uint32_t i = 0; i < report.count; i++)
		buf_print(&got, "%llu:%u: %.*s\n",
		    (unsigned long long)report.entries[i].place.line,
		    report.entries[i].place.column, STR_ARG(report.entries[i].text));
	ck_assert_msg(str_equal(buf_str(&got), str_of(cases[_i].result)),
	    "%s: got\n%.*s", cases[_i].name, STR_ARG(buf_str(&got)));
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("boundaries");

	ADD_ROWS(tcase, test_read, cases);
	return unit_run("source boundaries", tcase);
}
