#include "draw/map.h"

#include "draw/phrase.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/ranked.h"
#include "write/wording.h"

/* Width of the drawing in a page, which shows it as wide as there is room. */
enum { MAP_WIDTH = 560 };

static const struct {
	enum map_colours colours;
	const char *name;
} colour_names[] = {
	{ MAP_COMPARISON, "Comparison" },
	{ MAP_QUINTILES, "Fifths of areas" },
	{ MAP_QUARTILES, "Quarters of areas" },
	{ MAP_CONTINUOUS, "Values, low to high" },
};

static struct choices
colours_of(struct page *page, const struct mapping *mapping)
{
	enum { COUNT = sizeof colour_names / sizeof *colour_names };
	struct choices choices = {
		.at = ARENA_NEW(page->arena, struct choice, COUNT),
		.count = COUNT,
	};

	for (size_t i = 0; i < COUNT; i++)
		choices.at[i] = (struct choice){
			.value = str_of(map_colours_word(colour_names[i].colours)),
			.name = str_of(colour_names[i].name),
			.chosen = colour_names[i].colours == mapping->colours,
		};
	return choices;
}

static struct str *
links_of(struct page *page, const struct mapping *mapping)
{
	uint32_t count = mapping->ranking.area_count;
	struct str *links = ARENA_NEW(page->arena, struct str, count);

	for (uint32_t i = 0; i < count; i++) {
		struct question question = page_question_about(
		    page, &page->view.variant, mapping->ranking.areas[i].area);
		links[i] = page_link(page, PAGE_TRENDS, &question);
	}
	return links;
}

static void
write_key(struct page *page, const struct mapping *mapping)
{
	struct html *h = &page->html;
	struct key key = { 0 };

	map_key(page->arena, &page->view, mapping, &key);
	if (!key.count)
		return;
	html_open(h, "ul", "class", "legend", NULL);
	for (unsigned i = 0; i < key.count; i++) {
		AUTO_BUF drawing = { 0 };
		html_open(h, "li", NULL);
		if (key.items[i].mark != KEY_WORDS) {
			key_item_alone(&drawing, &key.items[i]);
			html_trusted(h, buf_str(&drawing));
		}
		html_text(h, key.items[i].text);
		html_close(h, "li");
	}
	html_close(h, "ul");
}

/* What kind of map it is, and which areas are not on it. */
static struct str
caption_of(struct page *page, const struct mapping *m)
{
	uint32_t without = m->ranking.area_count - m->placed, told = 0;
	struct str text =
	    m->ground == MAP_TILES
		? STR("Every area is a square of the same size, near its neighbours.")
		: STR("The table has the same figures and links.");

	if (!without)
		return text;
	text = str_print(page->arena, "%.*s Not on the map:", STR_ARG(text));
	for (uint32_t i = 0; i < m->ranking.area_count && told < 5; i++)
		if (!m->areas[i].placed)
			text = str_print(page->arena, "%.*s%s %.*s", STR_ARG(text),
			    told++ ? "," : "",
			    STR_ARG(
				phrase_area(page->release, m->areas[i].finding->area)));
	if (without > told)
		text = str_print(
		    page->arena, "%.*s and %u more", STR_ARG(text), without - told);
	return str_print(page->arena, "%.*s.", STR_ARG(text));
}

static void
write_map(struct page *page, const struct mapping *mapping)
{
	struct html *h = &page->html;
	struct chart chart = { .width = MAP_WIDTH };
	AUTO_BUF drawing = { 0 };

	html_open(h, "figure", "class", "chart map", NULL);
	write_key(page, mapping);
	map_draw(&drawing, &chart, &page->view, mapping, links_of(page, mapping));
	html_trusted(h, buf_str(&drawing));
	html_leaf_text(h, "figcaption", caption_of(page, mapping), NULL);
	html_close(h, "figure");
}

bool
map_page(struct page *page, struct err *err)
{
	struct mapping mapping;
	struct chart_words words;
	struct choices colours;
	bool drawn;

	if (!mapping_ask(page->arena, &page->view, &mapping, err))
		return false;
	words = map_words(page->arena, &page->view, &mapping);
	colours = colours_of(page, &mapping);
	drawn = mapping.ground != MAP_NOWHERE;
	ranked_begin(page, &mapping.ranking, &words, drawn ? &colours : NULL);
	html_open(&page->html, "div", "class", drawn ? "beside" : "alone", NULL);
	if (drawn)
		write_map(page, &mapping);
	else
		part_inset(page,
		    STR("There is no map of these areas: the profile has no outlines "
			"of them."));
	html_open(&page->html, "div", "class", "beside__table", NULL);
	ranked_write_figures(page, &mapping.ranking);
	html_close(&page->html, "div");
	html_close(&page->html, "div");
	part_downloads(page, drawn);
	page_end(page);
	return true;
}

bool
map_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct mapping mapping;

	if (!mapping_ask(page->arena, &page->view, &mapping, err))
		return false;
	map_draw(out, &chart, &page->view, &mapping, NULL);
	return true;
}
