#include "write/group.h"

#include "answer/grouping.h"
#include "draw/phrase.h"
#include "write/parts.h"
#include "write/settle.h"
#include "write/wording.h"

struct str
group_members(struct arena *arena, const struct release *release,
    const struct group *group, size_t most)
{
	struct str *names = ARENA_NEW(arena, struct str, group->count);
	size_t count = 0;

	for (uint32_t i = 0; i < group->count; i++) {
		struct str name = phrase_area(release, group->members[i]);
		size_t at = count++;
		for (; at > 0 && str_order(names[at - 1], name) > 0; at--)
			names[at] = names[at - 1];
		names[at] = name;
	}
	return grouping_list(arena, names, count, most);
}

/* Counts that are rounded before they are added up. */
static struct str
rounding_sentence(const struct page *page, const struct group *group)
{
	const struct view *view = &page->view;
	uint32_t rounding;

	if (view->variant.indicator == RELEASE_NONE)
		return STR("");
	rounding = page->release->indicators[view->variant.indicator].rounding;
	if (!rounding)
		return STR("");
	return str_print(page->arena,
	    " The counts are published rounded to %u, so that their sum may be up to "
	    "%.*s out.",
	    rounding,
	    STR_ARG(wording_whole(page->arena, group->count * (rounding / 2.0))));
}

static void
write_note(struct page *page, const struct group *group)
{
	enum { NAMED = 12 };
	struct str members = group_members(page->arena, page->release, group, NAMED);
	bool named = str_equal(members, group->name);
	struct str listed =
	    group->listed_count > group->count
		? STR(" The area that they are like stands beside them and is not "
		      "counted in.")
		: STR("");

	part_inset(
	    page, str_print(page->arena,
		      "%.*s is a group of areas%s%.*s. Its figures are worked out from "
		      "theirs; they are not published figures.%.*s%.*s",
		      STR_ARG(group->name), named ? "" : ", made from ",
		      STR_ARG(named ? STR("") : members),
		      STR_ARG(rounding_sentence(page, group)), STR_ARG(listed)));
}

void
group_notes(struct page *page)
{
	const struct view *view = &page->view;
	uint32_t areas[] = { view->area, view->parent, view->benchmark };
	bool about_areas = (settle_needs(page->kind) & (VIEW_AREA | VIEW_PARENT)) != 0;
	bool about_one = (settle_needs(page->kind) & VIEW_AREA) != 0;

	for (size_t i = about_one ? 0 : 1; about_areas && i < 3; i++) {
		const struct group *group =
		    areas[i] == RELEASE_NONE ? NULL
					     : release_group(page->release, areas[i]);
		bool again = i == 2 && (areas[2] == areas[1] ||
					   (about_one && areas[2] == areas[0]));
		if (group != NULL && !again &&
		    (i == 0 || areas[i] != areas[0] || !about_one))
			write_note(page, group);
	}
}

void
group_link(struct page *page)
{
	const unsigned about_areas = VIEW_AREA | VIEW_PARENT;

	if ((settle_needs(page->kind) & about_areas) == 0)
		return;
	html_open(&page->html, "p", "class", "govuk-body-s group-link", NULL);
	page_anchor(page, page_link(page, PAGE_GROUP, &page->question),
	    STR("Take several areas together"));
	html_close(&page->html, "p");
}
