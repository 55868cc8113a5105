/* write/cells.h - figures in cells of tables, and the legend that explains their marks.
 *
 * Colour never speaks alone: each cell has a glyph to be seen and words to be read
 * aloud. A figure that is missing has a symbol, and says why. What the cells of a page
 * have used is noted in page->keys, so that the legend explains that and no more. */
#ifndef WRITE_CELLS_H
#define WRITE_CELLS_H

#include "answer/finding.h"
#include "write/page.h"

/* Coloured by its verdict, with the value and, on request, the arrow of its trend. */
void cell_finding(struct page *page, uint32_t indicator, const struct finding *finding,
    struct str against, bool with_trend);
/* Without colour: the value, a count, a limit. */
void cell_value(struct page *page, uint32_t indicator, const struct finding *finding);
/* The same with so many decimals. */
void cell_value_decimals(
    struct page *page, const struct finding *finding, int decimals);
void cell_events(struct page *page, const struct finding *finding);
void cell_limit(struct page *page, uint32_t indicator, double limit);
/* Coloured, the verdict as a word: "Worse". */
void cell_verdict(struct page *page, uint32_t indicator, const struct finding *finding);
/* The arrow and the words of the trend. */
void cell_trend(struct page *page, uint32_t indicator, const struct finding *finding);
/* Those inside an open element. */
void cell_trend_words(struct page *page, uint32_t indicator, enum trend trend);

/* The head of a row: the indicator with a link, then sex, age, unit and whether its
 * figures are modelled. The period stands here in narrow windows, where a column of its
 * own would push the figures out of sight. */
void cell_indicator(
    struct page *page, const struct variant *variant, uint32_t period, struct str link);
/* The same in two parts, for more between and behind them. */
void cell_indicator_begin(
    struct page *page, const struct variant *variant, struct str link);
void cell_indicator_details(
    struct page *page, const struct variant *variant, uint32_t period);
/* What the figures of the row are seen against, inside the head of the row and only in
 * narrow windows: "England 9.2". */
void cell_beside(struct page *page, uint32_t indicator, const struct finding *finding,
    struct str against);

/* Writes tables and, above them, every mark they have used: a reader wants to know what
 * colours mean before the last of 150 rows. Nothing stands above when nothing is to be
 * explained. */
typedef void cells_writer(struct page *page, const void *what);
void cells_explained(
    struct page *page, struct str against, cells_writer *write, const void *what);

/* Value notes of the figures on show, collected first and written below the table.
 * Where every figure has the same note it is said once. */
struct cell_notes {
	uint32_t *notes;
	uint32_t count;
	bool all_same;
};
struct cell_notes cell_notes_of(
    struct page *page, const struct finding *const *findings, uint32_t count);
/* "[note 1]" behind a name or number, inside the open element; nothing if it has none.
 */
void cell_note_mark(
    struct page *page, const struct cell_notes *notes, const struct finding *finding);
void cell_notes_write(struct page *page, const struct cell_notes *notes);

#endif
