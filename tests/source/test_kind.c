#include "source/kind.h"

#include "../unit.h"

#define TEXT(literal)                                                                  \
	{                                                                              \
		"" literal, sizeof(literal) - 1                                        \
	}
#define NOTHING "; no part of a profile, ignored"

static const struct {
	const char *path;
	struct str bytes;
	enum source_kind kind;
	const char *report; /* its only text, or "" */
} cases[] = {
	{ "data.csv", TEXT("Indicator ID,Area Code,Time period,Value\n"), KIND_FIGURES,
	    "" },
	{ "any name", TEXT("\xef\xbb\xbf\"area_code\",\"period\",\"value\"\r\n"),
	    KIND_FIGURES, "" },
	{ "one.csv", TEXT("Indicator ID,Area Kode,Time period,Value\n"), KIND_FIGURES,
	    "" },
	{ "meta.csv",
	    TEXT("Indicator ID,Indicator,Definition,Rationale,Unit\n1,a,b,c,d\n"),
	    KIND_METADATA, "" },
	{ "areas.csv",
	    TEXT("Children,AreaCode,AreaName,Level,HierarchyType,AreaType,"
		 "AreaTypeCode\n"),
	    KIND_AREAS, "" },
	{ "parents.csv", TEXT("Area Code,Area Name,Parent Code,Parent Name\n"),
	    KIND_AREAS, "" },
	{ "lookup.csv", TEXT("ltla23_name,ltla23_code,region23_code,region23_name\n"),
	    KIND_AREAS, "" },
	{ "ons.csv", TEXT("LAD23CD,LAD23NM,RGN23CD,RGN23NM,ObjectId\n"), KIND_AREAS,
	    "" },
	{ "tartan.yaml", TEXT(""), KIND_PROFILE, "" },
	{ "sub/Tartan.yml", TEXT("title: x\n"), KIND_PROFILE, "" },
	{ "definitions.yaml", TEXT(""), KIND_DEFINITIONS, "" },
	{ "more.yml", TEXT("# x\nindicators:\n"), KIND_DEFINITIONS, "" },
	{ "ci.yml", TEXT("jobs:\n  indicators:\n"), KIND_IGNORED,
	    "YAML that is neither 'tartan.yaml' nor has a key 'indicators', 'tables' "
	    "or "
	    "'populations'; ignored" },
	{ "README", TEXT("words, and words\n"), KIND_IGNORED, "" },
	{ "sub/readme.txt", TEXT(""), KIND_IGNORED, "" },
	{ "LICENCE", TEXT(""), KIND_IGNORED, "" },
	{ "notes.MD", TEXT("# a,b\n"), KIND_IGNORED, "" },
	{ "sub/.hidden.csv", TEXT("a,b\n"), KIND_IGNORED, "" },
	{ "logo", TEXT("\x89PNG\r\n\x1a\n\0\0"), KIND_IGNORED, "an image" NOTHING },
	{ "x.xlsx", TEXT("PK\x03\x04\x14\0\6\0"), KIND_IGNORED,
	    "a spreadsheet or an archive (its tables can be read when saved as "
	    "CSV)" NOTHING },
	{ "map.geojson", TEXT("{ \"type\": \"FeatureCollection\" }"), KIND_BOUNDARIES,
	    "" },
	{ "map.json",
	    TEXT("\xef\xbb\xbf\n{\"name\": \"x\", \"type\": \"FeatureCollection\"}"),
	    KIND_BOUNDARIES, "" },
	{ "x.json", TEXT("[1, 2]"), KIND_IGNORED, "JSON" NOTHING },
	{ "page.html", TEXT("<!DOCTYPE html>"), KIND_IGNORED,
	    "a web page or other markup" NOTHING },
	{ "people.csv",
	    TEXT("ltla21_code,ltla21_name,total_population,0,1,2,3,4,5,6,7,"
		 "8,9,10,20,30,40\n"),
	    KIND_IGNORED,
	    "a table of populations ('populations' in definitions.yaml can read "
	    "it)" NOTHING },
	{ "snpp.csv",
	    TEXT("GEOGRAPHY_CODE,C_AGE,PROJECTED_YEAR_NAME,OBS_VALUE,GENDER\n"),
	    KIND_IGNORED,
	    "a table of populations ('populations' in definitions.yaml can read "
	    "it)" NOTHING },
	{ "imd.csv", TEXT("lsoa11_code,IMD_decile,Income_decile\n"), KIND_IGNORED,
	    "a table of deprivation" NOTHING },
	{ "dfe.csv", TEXT("time_period,time_identifier,geographic_level,number\n"),
	    KIND_IGNORED,
	    "statistics of the Department for Education ('tables' in definitions.yaml "
	    "can read them)" NOTHING },
	{ "words.txt", TEXT("Dear reader\nhello\n"), KIND_IGNORED,
	    "plain text" NOTHING },
	{ "notes.txt", TEXT("Dear reader, hello,\nhow are you?\n"), KIND_IGNORED,
	    "plain text" NOTHING },
	{ "quote.txt", TEXT("\"To be, or not\nto be\n"), KIND_IGNORED,
	    "plain text" NOTHING },
	{ "nothing.txt", TEXT(""), KIND_IGNORED, "an empty file" NOTHING },
	{ "nothing.csv", TEXT(""), KIND_WRONG, "the file is empty; wanted a table" },
	{ "table.txt", TEXT("id,area code,period,value\n"), KIND_FIGURES, "" },
	{ "other.csv", TEXT("pclass,survived,name,sex,age,fare\n"), KIND_WRONG,
	    "unknown header 'pclass', 'survived', 'name', 'sex', 'age' and 1 more; "
	    "wanted in the first line figures ('Indicator ID', 'Area Code', 'Time "
	    "period', 'Value'), "
	    "metadata or areas; or an entry under 'tables' in definitions.yaml" },
	{ "one.csv", TEXT("hello\n"), KIND_WRONG,
	    "unknown header 'hello'; wanted in the first line figures ('Indicator ID', "
	    "'Area Code', "
	    "'Time "
	    "period', 'Value'), metadata or areas; or an entry under 'tables' in "
	    "definitions.yaml" },
	{ "semi.csv", TEXT("Indicator ID;Area Code;Value\n"), KIND_WRONG,
	    "semicolons between the cells; wanted commas" },
	{ "tabs.tsv", TEXT("Indicator ID\tArea Code\tValue\n"), KIND_WRONG,
	    "tabs between the cells; wanted commas" },
	{ "empty.csv", TEXT(""), KIND_WRONG, "the file is empty; wanted a table" },
	{ "lines.csv", TEXT("\n\n"), KIND_WRONG, "the file is empty; wanted a table" },
	{ "empty", TEXT("\n\n"), KIND_IGNORED, "an empty file" NOTHING },
	{ "program",
	    TEXT("\x7f"
		 "ELF\2\1\1\0\0\0\0\0\0"),
	    KIND_WRONG, "this looks like a binary file; wanted text in UTF-8" },
	{ "utf16.csv",
	    TEXT("\xff\xfe"
		 "a\0,\0b\0\n\0"),
	    KIND_WRONG, "the text is UTF-16; wanted UTF-8" },
	{ "open.csv", TEXT("\"Indicator ID,Area Code\n"), KIND_WRONG,
	    "the quotation mark is never closed" },
};

START_TEST(test_kind)
{
	struct source_file file = { .path = str_of(cases[_i].path),
		.bytes = cases[_i].bytes };
	struct report report = { 0 };
	enum source_kind kind = kind_of(&file, &report);
	struct str text = report.count ? report.entries[0].text : STR("");

	ck_assert_msg(
	    kind == cases[_i].kind, "%s is %s", cases[_i].path, kind_word(kind));
	ck_assert_msg(str_equal(text, str_of(cases[_i].report)), "%s: got\n%.*s",
	    cases[_i].path, STR_ARG(text));
	ck_assert_msg(
	    (report.faults > 0) == (kind == KIND_WRONG), "%s", cases[_i].path);
	report_done(&report);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("kind");

	ADD_ROWS(tcase, test_kind, cases);
	return unit_run("source kind", tcase);
}
