/* write/prose.h - Markdown as HTML, element by element.
 *
 * The texts are those of a source folder: its authors are trusted to say what is true,
 * but not to write markup. Raw HTML in them is shown as text, of a picture only its
 * text, and addresses other than http, https, mailto and those of the same site are not
 * linked. */
#ifndef WRITE_PROSE_H
#define WRITE_PROSE_H

#include "write/html.h"

/* Headings begin at the level `heading` (2: h2) and never go below h6. */
void prose_write(struct html *h, struct str markdown, int heading);

/* Plain text in which whole words that are addresses become links; line breaks stay
 * apart as paragraphs. For the fields of metadata downloads, which are no Markdown. */
void prose_plain(struct html *h, struct str text);

#endif
