/* write/parts.h - small things that pages are put together from: paragraphs, lists, the
 * frame and the heads of tables. */
#ifndef WRITE_PARTS_H
#define WRITE_PARTS_H

#include "draw/chart.h"
#include "draw/key.h"
#include "write/page.h"

void part_heading(struct page *page, const char *text); /* h2 */
void part_paragraph(struct page *page, struct str text);
/* What a chart about the view's indicator says, as a paragraph without its headline,
 * which is the page's; and whether the figures are modelled. */
void part_message(struct page *page, const struct chart_words *words);
void part_inset(struct page *page, struct str text);

/* A region that scrolls on its own around a wide table, and can be reached by keyboard.
 */
void part_scroll_begin(struct page *page, struct str label);
void part_scroll_end(struct page *page);

/* A table of that class ("figures", "rug") in a region that scrolls, until its head row
 * is open. */
void part_table_begin(struct page *page, const char *class, struct str caption);
/* The same below a heading that says what it shows: the caption is only read aloud. */
void part_table_begin_spoken(struct page *page, const char *class, struct str caption);
/* One of figures about an area in a domain. Where the page shows all domains the
 * domain's name is a heading above, and the caption is only read aloud. */
void part_table_begin_domain(struct page *page, struct str area, uint32_t domain);
void part_table_body(struct page *page); /* ends the head */
void part_table_end(struct page *page);

/* Heads of columns. A hidden one is only read aloud: what stands below speaks for
 * itself. */
void part_column(struct page *page, const char *class, const char *text);
void part_column_hidden(struct page *page, const char *text);
/* The view's indicator's own, with its unit. */
void part_column_value(struct page *page);
/* How the figures of the view's indicator compare: "Compared with England". */
void part_column_compared(struct page *page);
/* One by which a ranking can be sorted (without a wish it is by "value"): a link, which
 * turns the order round where the table is sorted so already. `key` is what sort says;
 * largest_first says in which order that sorts. */
void part_column_sorted(struct page *page, const char *class, const char *text,
    const char *key, bool largest_first);
/* The same of part_column_value. */
void part_column_value_sorted(struct page *page);

void part_cell(struct page *page, const char *class, struct str text);

/* A list of keys and what belongs to them. Between row_begin and row_end anything that
 * may stand in a paragraph's place. */
void part_summary_begin(struct page *page);
void part_summary_row(struct page *page, const char *key, struct str text);
void part_summary_row_begin(struct page *page, struct str key);
void part_summary_row_end(struct page *page);
void part_summary_end(struct page *page);

/* Says that the figures on show are modelled estimates, not counts. */
void part_modelled(struct page *page);

/* Where the figures of the view's indicator come from, as their definition says. */
void part_source(struct page *page);

/* A chart at the widths at which its text is as large as the text around it, of which
 * one is shown, with its caption. */
typedef void part_drawer(struct buf *out, const struct chart *chart,
    const struct view *view, const void *answer);
void part_chart(
    struct page *page, part_drawer *draw, const void *answer, struct str caption);

/* Links to the same figures and, where there is one, the same chart as files of their
 * own. */
void part_downloads(struct page *page, bool has_chart);

/* An item of a list of class "legend": a mark of a chart and what it stands for. */
void part_key_item(struct page *page, enum key_mark mark, struct str text);

/* A link of an e-mail or web address, or plain text if it is neither. */
void part_contact(struct page *page, struct str contact);

#endif
