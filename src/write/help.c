#include "write/cells.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/wording.h"

static const char comparing[] =
    "Every figure is an estimate with some doubt around it. We call two figures "
    "different only if the doubt is not enough to explain the gap between them. "
    "That is why a small area with a high figure may still be “similar”.";

static const char fifths[] =
    "The areas of a few indicators are not compared with England but put into five "
    "groups of the same size, and the colours say in which fifth an area is: worst, "
    "second worst, middle, second best or best.";

static const char limits[] =
    "The limits are the ends of a 95% confidence interval. If the same thing were "
    "measured 100 times, about 95 of those intervals would hold the true value. In "
    "charts the interval is a thin line or a band. A wide interval means that few "
    "people or events stand behind the figure.";

static const char trends[] =
    "A recent trend looks at the five latest years. It is called increasing or "
    "decreasing only if chance would very rarely make such a line (2 times in "
    "1,000), and if no single year makes the difference. Where fewer than five "
    "years in a row have a figure, there is no recent trend.";

static const char groups[] =
    "Several areas can be taken together as a group. Its figures are worked out from "
    "the counts of its areas. Where these are not published, or one of them is "
    "hidden, or values of that kind do not add up, the group has no figure.";

static const char spines[] =
    "Each indicator has a bar for all areas of one kind that the profile has figures "
    "for. Worst is on the left. Bars have no common scale: they show where an area "
    "lies among the others. Counts have no bar, because large areas count more.";

static const char boxes[] =
    "A box stands for all areas of one kind in one period. The middle half of them lie "
    "within it, and the line across it is the median: half are above, half below. The "
    "grey bar leaves out the lowest and the highest twentieth; the thin line has all.";

static const char funnels[] =
    "Small areas differ from one another by chance more than large ones do. The lines "
    "of a funnel plot show how far chance alone takes areas of each size from their "
    "average: 19 of 20 stay within the dashed lines, 998 of 1,000 within the dotted.";

static const char inequalities[] =
    "The slope index of inequality is the distance between the figure at the most and "
    "at the least deprived end, along a line through all groups; the relative index is "
    "how many times one is the other.";

static const char indicator_text[] =
    "Something that is measured in the same way everywhere, so that places can be "
    "compared.";

static const char modelled_text[] =
    "A figure that was worked out from what is known of similar people elsewhere. "
    "Nobody counted it in this place.";

static const char inferred_text[] =
    "Something that the source does not say and that we worked out from its "
    "figures. The page on definitions says how many rows agree with it.";

static const char assumed_text[] =
    "Something that neither the source nor its figures tell, and that we take to be "
    "so until somebody says otherwise. The reason stands beside it.";

static const char count_text[] =
    "How many people or events there were. A value of 5% can be 5 people of 100, "
    "or 50,000 of a million.";

static void
begin_table(
    struct page *page, struct str caption, const char *first, const char *second)
{
	part_table_begin(page, "figures", caption);
	part_column(page, NULL, first);
	part_column(page, "words", second);
	part_table_body(page);
}

static void
write_verdict(struct page *page, enum verdict verdict, const char *meaning)
{
	struct html *h = &page->html;

	html_open(h, "tr", NULL);
	html_open(h, "th", "scope", "row", NULL);
	html_open(h, "span", "aria-hidden", "true", NULL);
	html_attribute(
	    h, "class", str_print(page->arena, "key is-%s", verdict_class(verdict)));
	html_say(h, verdict_glyph(verdict));
	html_close(h, "span");
	html_say(h, " ");
	html_text(h, wording_verdict_short(page->arena, verdict, false));
	html_close(h, "th");
	part_cell(page, "words", str_of(meaning));
	html_close(h, "tr");
}

static void
write_comparisons(struct page *page)
{
	part_heading(page, "Colours and shapes");
	part_paragraph(page, str_of(comparing));
	begin_table(page, STR("What the colours mean"), "Mark", "Meaning");
	write_verdict(page, VERDICT_WORSE, "Worse, and more than chance would explain");
	write_verdict(page, VERDICT_SIMILAR, "No clear difference");
	write_verdict(
	    page, VERDICT_BETTER, "Better, and more than chance would explain");
	write_verdict(
	    page, VERDICT_LOWER, "Lower; nobody says whether that is good or bad");
	write_verdict(
	    page, VERDICT_HIGHER, "Higher; nobody says whether that is good or bad");
	write_verdict(page, VERDICT_WORST, "Worse, and we are even more certain of it");
	write_verdict(page, VERDICT_BEST, "Better, and we are even more certain of it");
	write_verdict(
	    page, VERDICT_LOWEST, "Lower, and we are even more certain of it");
	write_verdict(
	    page, VERDICT_HIGHEST, "Higher, and we are even more certain of it");
	write_verdict(page, VERDICT_NONE,
	    "Not compared: there is nothing to compare with, or no limits to compare "
	    "by");
	part_table_end(page);
	part_paragraph(page, str_of(fifths));
}

static void
write_limits(struct page *page)
{
	part_heading(page, "Lower and upper limits");
	part_paragraph(page, str_of(limits));
}

static void
write_trend(struct page *page, enum trend trend, const char *meaning)
{
	struct html *h = &page->html;

	html_open(h, "tr", NULL);
	html_open(h, "th", "scope", "row", NULL);
	html_leaf(h, "span", trend_arrow(trend), "class", "trend", "aria-hidden",
	    "true", NULL);
	html_say(h, " ");
	html_say(h, trend_words(trend, POLARITY_NEUTRAL));
	html_close(h, "th");
	part_cell(page, "words", str_of(meaning));
	html_close(h, "tr");
}

static void
write_trends(struct page *page)
{
	part_heading(page, "Recent trends");
	part_paragraph(page, str_of(trends));
	begin_table(page, STR("What the arrows mean"), "Arrow", "Meaning");
	write_trend(page, TREND_UP, "The figure has gone up over the last five years");
	write_trend(
	    page, TREND_DOWN, "The figure has gone down over the last five years");
	write_trend(page, TREND_NONE, "Neither up nor down, as far as can be told");
	write_trend(page, TREND_UNKNOWN,
	    "Fewer than five years in a row, or figures of a kind that has no trend");
	part_table_end(page);
}

static void
write_symbol(struct page *page, enum missing missing)
{
	struct html *h = &page->html;
	/* Those of groups are said together below the table. */
	const unsigned stored = (1u << MISSING_STORED) - 1;
	struct str meaning =
	    wording_reasons(page->arena, missing_alike(missing) & stored);

	html_open(h, "tr", NULL);
	html_leaf(h, "th", missing_symbol(missing), "scope", "row", NULL);
	part_cell(page, "words", meaning);
	html_close(h, "tr");
}

static void
write_missing(struct page *page)
{
	unsigned done = 0;

	part_heading(page, "When there is no figure");
	part_paragraph(page,
	    STR("A cell without a figure always says why. Every figure, and every "
		"symbol for a missing one, leads to an explanation of how it "
		"came about."));
	begin_table(page, STR("What the symbols mean"), "Symbol", "Meaning");
	for (enum missing m = MISSING_NOT + 1; m < MISSING_STORED; m++) {
		if ((done & 1u << m) == 0)
			write_symbol(page, m);
		done |= missing_alike(m);
	}
	part_table_end(page);
	part_paragraph(page, str_of(groups));
}

/* The marks of an area's profile, as draw/spine.h draws them. */
static void
write_spines(struct page *page)
{
	struct html *h = &page->html;

	part_heading(page, "Bars of an area profile");
	part_paragraph(page, str_of(spines));
	html_open(h, "ul", "class", "legend legend--list", NULL);
	part_key_item(
	    page, KEY_AREA, STR("The area. Its colour and shape say how it compares"));
	part_key_item(page, KEY_DIAMOND, STR("The region or county it is a part of"));
	part_key_item(
	    page, KEY_UPRIGHT, STR("What it is compared with, usually England"));
	part_key_item(page, KEY_RANGE,
	    STR("From the worst area of its kind to the best, or from the lowest to "
		"the highest where nobody says what is good"));
	part_key_item(page, KEY_QUARTERS,
	    STR("The middle half of those areas (25th to 75th percentile)"));
	html_close(h, "ul");
}

static void
write_charts(struct page *page)
{
	part_heading(page, "Boxes, funnels and inequalities");
	part_paragraph(page, str_of(boxes));
	part_paragraph(page, str_of(funnels));
	part_paragraph(page, str_of(inequalities));
}

static void
write_words(struct page *page)
{
	part_heading(page, "Words on these pages");
	part_summary_begin(page);
	part_summary_row(page, "Indicator", str_of(indicator_text));
	part_summary_row(
	    page, "Domain", STR("A group of indicators about one subject."));
	part_summary_row(page, "Modelled estimate", str_of(modelled_text));
	part_summary_row(page, "Inferred", str_of(inferred_text));
	part_summary_row(page, "Assumed", str_of(assumed_text));
	part_summary_row(page, "Count", str_of(count_text));
	part_summary_end(page);
}

bool
help_page(struct page *page, struct err *err)
{
	struct page_head head = { .heading = STR("How to read these pages"),
		.description =
		    STR("What the colours, shapes, arrows and symbols mean.") };

	(void)err; /* nothing here looks at figures */
	page_begin(page, &head);
	write_comparisons(page);
	write_limits(page);
	write_trends(page);
	write_spines(page);
	write_charts(page);
	write_missing(page);
	write_words(page);
	page_end(page);
	return true;
}
