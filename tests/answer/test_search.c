#include "answer/search.h"

#include "../unit.h"
#include "answer/terms.h"
#include "base/buf.h"
#include "little.h"

static const struct {
	const char *text, *words;
} folds[] = {
	{ "", "" },
	{ "Leicester", "leicester " },
	{ "  Children's & young  people\xe2\x80\x99s, 5-16 yrs ",
	    "childrens and young peoples 5 16 yrs " },
	{ "Ynys M\xc3\xb4n, T\xc5\xb7 G\xc5\xb4yn", "ynys mon ty gwyn " },
	{ "100 \xc3\x97 \xe6\x97\xa5", "100 " },
	{ "&", "and " },
	{ "\xc3", "" },
};

START_TEST(test_fold)
{
	AUTO_ARENA arena = { 0 };
	struct str got = terms_fold(&arena, str_of(folds[_i].text));

	ck_assert_msg(str_equal(got, str_of(folds[_i].words)), "'%.*s'", STR_ARG(got));
}
END_TEST

static const struct {
	const char *asked, *word;
	enum term_match match;
} matches[] = {
	{ "derby", "derby", MATCH_EXACT },
	{ "der", "derbyshire", MATCH_BEGIN },
	{ "d", "derby", MATCH_NONE },
	{ "dreby", "derby", MATCH_NEAR },
	{ "derb", "derby", MATCH_BEGIN },
	{ "leicster", "leicester", MATCH_NEAR },
	{ "nottingam", "nottingham", MATCH_NEAR },
	{ "notingam", "nottingham", MATCH_NEAR },
	{ "kent", "gwent", MATCH_NONE },
	{ "sen", "men", MATCH_NONE },
	{ "e10000018", "e10000019", MATCH_NONE },
	{ "derby", "", MATCH_NONE },
};

START_TEST(test_match)
{
	enum term_match got =
	    terms_match(str_of(matches[_i].asked), str_of(matches[_i].word));

	ck_assert_msg(got == matches[_i].match, "%s, %s: %d", matches[_i].asked,
	    matches[_i].word, (int)got);
}
END_TEST

static const struct {
	const char *query, *way; /* one of the ways; NULL: there is none */
} ways[] = {
	{ "SEMH needs", "social emotional mental health needs" },
	{ "social, emotional & mental health", "semh" },
	{ "children looked after", "children lac" },
	{ "hyperactvity", "hyperkinetic" },
	{ "young people", "youth" },
	{ "Derby", NULL },
	{ "", NULL },
};

START_TEST(test_synonyms)
{
	AUTO_ARENA arena = { 0 };
	struct terms got[24];
	size_t count = terms_synonyms(&arena, str_of(ways[_i].query), got, ROWS(got));
	bool found = false;

	for (size_t i = 0; i < count; i++) {
		AUTO_BUF words = { 0 };
		for (size_t k = 0; k < got[i].count; k++)
			buf_print(
			    &words, "%s%.*s", k ? " " : "", STR_ARG(got[i].at[k]));
		found |=
		    ways[_i].way && str_equal(buf_str(&words), str_of(ways[_i].way));
	}
	ck_assert_msg(
	    ways[_i].way ? found : count == 0, "%s: %zu", ways[_i].query, count);
}
END_TEST

/* Of the little England: what is found, best first, areas before indicators. */
static const struct {
	const char *query, *found;
} searches[] = {
	{ "Zedton", "Zedton;" },
	{ "zetdon", "Zedton;" },
	{ "zed", "Zedton;" },
	{ "ashby", "Ashby;Ashby;" },
	{ "E10000001", "Millfield;" },
	{ "E10000009", "" },
	{ "area", "Area 10;Area 2;" },
	{ "10 area", "Area 10;" },
	{ "smoking", "/Smoking at age 16;" },
	{ "tobacco", "/Smoking at age 16;" },
	{ "smoking zedton", "Zedton;/Smoking at age 16;" },
	{ "smoking zedton england", "" },
	{ "90001", "/Smoking at age 16;" },
	{ "need", "/Smoking at age 16;/Admissions to hospital;" },
	{ "of the", "/Smoking at age 16;/Admissions to hospital;" },
	{ "", "" },
	{ " - ", "" },
	{ "x", "" },
};

static void
print_hits(struct buf *out, const struct release *release, const struct search *search)
{
	for (uint32_t i = 0; i < search->area_count; i++) {
		const struct search_hit *hit = &search->areas[i];
		buf_print(
		    out, "%.*s", STR_ARG(release_area_name(release, hit->number)));
		buf_add_char(out, ';');
	}
	for (uint32_t i = 0; i < search->indicator_count; i++)
		buf_print(out, "/%.*s;",
		    STR_ARG(release_text(release,
			release->indicators[search->indicators[i].number].name)));
}

START_TEST(test_search)
{
	AUTO_ARENA arena = { 0 };
	AUTO_BUF got = { 0 };
	struct little little;
	struct search search;

	little_start(&little);
	little_open(&little);
	search_ask(&arena, &little.release, str_of(searches[_i].query), &search);
	print_hits(&got, &little.release, &search);
	ck_assert_msg(str_equal(buf_str(&got), str_of(searches[_i].found)), "%s: %.*s",
	    searches[_i].query, STR_ARG(buf_str(&got)));
	little_done(&little);
}
END_TEST

int
main(void)
{
	TCase *tcase = tcase_create("search");

	ADD_ROWS(tcase, test_fold, folds);
	ADD_ROWS(tcase, test_match, matches);
	ADD_ROWS(tcase, test_synonyms, ways);
	ADD_ROWS(tcase, test_search, searches);
	return unit_run("answer search", tcase);
}
