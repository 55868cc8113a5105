#include "draw/bars.h"
#include "write/csv.h"
#include "write/pages.h"
#include "write/parts.h"
#include "write/ranked.h"

bool
compare_page(struct page *page, struct err *err)
{
	struct ranking ranking;
	struct chart_words words;

	if (!ranking_ask(page->arena, &page->view, &ranking, err))
		return false;
	words = bars_words(page->arena, &page->view, &ranking);
	ranked_begin(page, &ranking, &words, NULL);
	ranked_write_figures(page, &ranking);
	part_downloads(page, true);
	page_end(page);
	return true;
}

bool
compare_svg(struct page *page, struct buf *out, struct err *err)
{
	struct chart chart = { .alone = true };
	struct ranking ranking;

	if (!ranking_ask(page->arena, &page->view, &ranking, err))
		return false;
	bars_draw(out, &chart, &page->view, &ranking);
	return true;
}

bool
compare_csv(struct page *page, struct buf *out, struct err *err)
{
	const struct variant *variant = &page->view.variant;
	AUTO_CSV csv = csv_of(page->arena, page->release, out);
	struct ranking ranking;
	bool ok;

	if (!ranking_ask(page->arena, &page->view, &ranking, err))
		return false;
	csv_begin(&csv, page->view.type);
	ok = csv_add_finding(&csv, variant, &ranking.root, err) &&
	     csv_add_finding(&csv, variant, &ranking.benchmark, err) &&
	     csv_add_finding(&csv, variant, &ranking.parent, err);
	for (uint32_t a = 0; ok && a < ranking.area_count; a++)
		ok = csv_add_finding(&csv, variant, &ranking.areas[a], err);
	return ok;
}
