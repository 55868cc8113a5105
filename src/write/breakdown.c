#include "write/breakdown.h"

#include "draw/panels.h"
#include "draw/parts.h"
#include "draw/phrase.h"
#include "write/parts.h"
#include "write/settle.h"
#include "write/wording.h"

/* So many other indicators are still a list to choose from. */
enum { LISTED = 12 };

void
breakdown_filters(struct filters *filters)
{
	struct page *page = filters->page;
	struct arena *arena = page->arena;
	const struct view *view = &page->view;
	const struct choices parts = choices_partitions(arena, view);
	const struct choices sexes = choices_sexes(arena, view);
	const struct choices ages = choices_ages(arena, view);
	const struct choices types = choices_types(arena, view);
	const struct choices areas = choices_areas(arena, view);

	filters_add_indicators(filters);
	filters_add(filters, PARAMETER_BY, "Broken down by", NULL, &parts);
	if (view->by.kind != PARTITION_SEX)
		filters_add(filters, PARAMETER_SEX, "Sex", NULL, &sexes);
	if (view->by.kind != PARTITION_AGE)
		filters_add(filters, PARAMETER_AGE, "Age", NULL, &ages);
	filters_add(filters, PARAMETER_TYPE, "Kind of area", NULL, &types);
	filters_add(filters, PARAMETER_AREA, "Area", NULL, &areas);
	/* What has been no choice here is none for the next indicator. */
	filters_drop(filters, PARAMETER_BY);
	filters_drop(filters, PARAMETER_SEX);
	filters_drop(filters, PARAMETER_AGE);
	/* The parent is that of the area. */
	filters_drop(filters, PARAMETER_PARENT);
}

void
breakdown_head(
    struct page *page, const struct chart_words *words, struct page_head *head)
{
	head->caption = phrase_indicator(page->release, page->view.variant.indicator);
	head->heading = words->headline;
	head->description = words->message;
}

static void
draw_parts(struct buf *out, const struct chart *chart, const struct view *view,
    const void *answer)
{
	parts_draw(out, chart, view, answer);
}

static void
draw_panels(struct buf *out, const struct chart *chart, const struct view *view,
    const void *answer)
{
	panels_draw(out, chart, view, answer);
}

void
breakdown_chart(struct page *page, const struct inequalities *answer,
    const struct inequality_course *course)
{
	if (answer != NULL)
		part_chart(page, draw_parts, answer,
		    parts_words(page->arena, &page->view, answer).title);
	else
		part_chart(page, draw_panels, course,
		    panels_words(page->arena, &page->view, course).title);
}

static void
write_others(struct page *page)
{
	struct html *h = &page->html;
	const struct release *release = page->release;
	uint32_t listed = 0;

	for (uint32_t i = 0; i < release->indicator_count && listed < LISTED; i++) {
		struct question question = { .type = page->question.type,
			.area = page->question.area };

		if (partition_list(page->arena, release, i).count == 0)
			continue;
		if (listed++ == 0) {
			html_leaf(h, "p", "Indicators that have some:", "class",
			    "govuk-body", NULL);
			html_open(
			    h, "ul", "class", "govuk-list govuk-list--bullet", NULL);
		}
		question.indicator = release_text(release, release->indicators[i].key);
		question = settle_question(page, page->kind, question);
		html_open(h, "li", NULL);
		page_anchor(page, page_link(page, page->kind, &question),
		    wording_indicator_short(release, i));
		html_close(h, "li");
	}
	if (listed > 0)
		html_close(h, "ul");
}

/* Some breakdowns are published for the whole country alone. */
static bool
write_root(struct page *page, struct err *err)
{
	struct html *h = &page->html;
	struct view view = page->view;
	struct question question = page->question;
	struct inequalities answer;

	view.area = page->release->profile->root;
	view.period = RELEASE_NONE;
	if (view.area == RELEASE_NONE || view.area == page->view.area)
		return true;
	if (!inequalities_ask(page->arena, &view, &answer, err))
		return false;
	if (answer.with_value == 0)
		return true;
	question.area = release_area_code(page->release, view.area);
	question.type = question.parent = question.period = STR("");
	html_open(h, "p", "class", "govuk-body", NULL);
	html_say(h, "There are some for ");
	page_anchor(page, page_link(page, page->kind, &question),
	    phrase_area(page->release, view.area));
	html_say(h, ".");
	html_close(h, "p");
	return true;
}

bool
breakdown_none(struct page *page, struct err *err)
{
	struct str by = partition_name(page->release, page->view.by);
	struct str area = phrase_area(page->release, page->view.area);

	if (page->view.by.kind != PARTITION_NONE) {
		part_inset(page,
		    str_print(page->arena, "There are no figures by %.*s for %.*s.",
			STR_ARG(page->view.by.kind == PARTITION_CATEGORY
				    ? by
				    : wording_lower(page->arena, by)),
			STR_ARG(area)));
		return write_root(page, err);
	}
	part_inset(page, STR("This profile has no figures of this indicator by sex, "
			     "age, deprivation "
			     "or any other group."));
	write_others(page);
	return true;
}

bool
breakdown_csv(struct csv *csv, const struct inequalities *answer, struct err *err)
{
	if (!csv_add_finding(csv, &answer->parts.total.variant, &answer->total, err))
		return false;
	for (uint32_t i = 0; i < answer->parts.count; i++)
		if (!csv_add_finding(
			csv, &answer->parts.at[i].variant, &answer->findings[i], err))
			return false;
	return true;
}
