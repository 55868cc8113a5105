#include "write/prose.h"

#include <cmark-gfm.h>

#include "base/str.h"

static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5", "h6" };
static const char *const heading_classes[] = { "govuk-heading-l", "govuk-heading-m",
	"govuk-heading-s", "govuk-heading-s", "govuk-heading-s", "govuk-heading-s" };

static bool
is_safe_address(struct str address)
{
	struct str scheme;
	size_t colon = 0;

	while (colon < address.len && strchr("/?#:", address.at[colon]) == NULL)
		colon++;
	if (colon == address.len || address.at[colon] != ':')
		return true;
	scheme = str_slice(address, 0, colon);
	return str_equal_folded(scheme, STR("https")) ||
	       str_equal_folded(scheme, STR("http")) ||
	       str_equal_folded(scheme, STR("mailto"));
}

static void
open_link(struct html *h, struct str address)
{
	if (!is_safe_address(address)) {
		html_open(h, "span", NULL);
		return;
	}
	html_open(h, "a", "class", "govuk-link", NULL);
	html_attribute(h, "href", address);
}

static void
close_link(struct html *h, struct str address)
{
	html_close(h, is_safe_address(address) ? "a" : "span");
}

static const char *
heading_of(cmark_node *node, int heading, const char **class)
{
	int level = heading - 1 + cmark_node_get_heading_level(node);

	if (level > 6)
		level = 6;
	*class = heading_classes[level - 1];
	return headings[level - 1];
}

static bool
is_ordered(cmark_node *node)
{
	return cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

/* A paragraph of a tight list is no element of its own. */
static bool
is_tight(cmark_node *node)
{
	cmark_node *item = cmark_node_parent(node);
	cmark_node *list = item != NULL ? cmark_node_parent(item) : NULL;

	return list != NULL && cmark_node_get_type(list) == CMARK_NODE_LIST &&
	       cmark_node_get_list_tight(list) != 0;
}

static void
enter_block(struct html *h, cmark_node *node, int heading)
{
	cmark_node_type type = cmark_node_get_type(node);
	const char *class;

	if (type == CMARK_NODE_BLOCK_QUOTE) {
		html_open(h, "blockquote", "class", "govuk-inset-text", NULL);
	} else if (type == CMARK_NODE_LIST) {
		bool ordered = is_ordered(node);

		html_open(h, ordered ? "ol" : "ul", "class",
		    ordered ? "govuk-list govuk-list--number"
			    : "govuk-list govuk-list--bullet",
		    NULL);
	} else if (type == CMARK_NODE_ITEM) {
		html_open(h, "li", NULL);
	} else if (type == CMARK_NODE_PARAGRAPH && !is_tight(node)) {
		html_open(h, "p", "class", "govuk-body", NULL);
	} else if (type == CMARK_NODE_HEADING) {
		const char *name = heading_of(node, heading, &class);

		html_open(h, name, "class", class, NULL);
	}
}

static void
exit_block(struct html *h, cmark_node *node, int heading)
{
	cmark_node_type type = cmark_node_get_type(node);
	const char *class;

	if (type == CMARK_NODE_BLOCK_QUOTE)
		html_close(h, "blockquote");
	else if (type == CMARK_NODE_LIST)
		html_close(h, is_ordered(node) ? "ol" : "ul");
	else if (type == CMARK_NODE_ITEM)
		html_close(h, "li");
	else if (type == CMARK_NODE_PARAGRAPH && !is_tight(node))
		html_close(h, "p");
	else if (type == CMARK_NODE_HEADING)
		html_close(h, heading_of(node, heading, &class));
}

/* Emphasis and links have an inside; true when the node is one of them. */
static bool
enter_or_exit_inline(struct html *h, cmark_node *node, bool enter)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct str address;

	if (type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG) {
		const char *name = type == CMARK_NODE_EMPH ? "em" : "strong";

		if (enter)
			html_open(h, name, NULL);
		else
			html_close(h, name);
		return true;
	}
	if (type != CMARK_NODE_LINK)
		return false;
	address = str_of(cmark_node_get_url(node));
	if (enter)
		open_link(h, address);
	else
		close_link(h, address);
	return true;
}

static bool
is_leaf(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE ||
	       type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE ||
	       type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_SOFTBREAK ||
	       type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_THEMATIC_BREAK;
}

static void
write_leaf(struct html *h, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	struct str text = str_of(cmark_node_get_literal(node));

	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE)
		html_text(h, text);
	else if (type == CMARK_NODE_HTML_BLOCK)
		html_leaf_text(h, "p", text, "class", "govuk-body", NULL);
	else if (type == CMARK_NODE_CODE)
		html_leaf_text(h, "code", text, NULL);
	else if (type == CMARK_NODE_CODE_BLOCK)
		html_leaf_text(h, "pre", text, NULL);
	else if (type == CMARK_NODE_SOFTBREAK)
		html_say(h, "\n");
	else if (type == CMARK_NODE_LINEBREAK)
		html_void(h, "br", NULL);
	else if (type == CMARK_NODE_THEMATIC_BREAK)
		html_void(h, "hr", "class",
		    "govuk-section-break govuk-section-break--m", NULL);
}

static void
write_container(struct html *h, cmark_node *node, bool enter, int heading)
{
	if (enter_or_exit_inline(h, node, enter))
		return;
	if (enter)
		enter_block(h, node, heading);
	else
		exit_block(h, node, heading);
}

/* Elements that stay free for what stands inside the deepest container. */
enum { SPARE_DEPTH = 4 };

static void
write_tree(struct html *h, cmark_node *root, int heading)
{
	cmark_iter *walk = cmark_iter_new(root);
	cmark_event_type event;
	unsigned too_deep = 0;

	while ((event = cmark_iter_next(walk)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(walk);
		bool enter = event == CMARK_EVENT_ENTER;

		if (is_leaf(node)) {
			write_leaf(h, node);
		} else if (too_deep > 0 ||
			   (enter && h->depth + SPARE_DEPTH > HTML_DEPTH)) {
			too_deep = enter ? too_deep + 1 : too_deep - 1;
		} else {
			write_container(h, node, enter, heading);
		}
	}
	cmark_iter_free(walk);
}

void
prose_write(struct html *h, struct str markdown, int heading)
{
	cmark_node *root;

	if (markdown.len == 0)
		return;
	root = cmark_parse_document(
	    markdown.at, markdown.len, CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SMART);
	html_open(h, "div", "class", "prose", NULL);
	write_tree(h, root, heading);
	html_close(h, "div");
	cmark_node_free(root);
}

static bool
is_address(struct str word)
{
	return str_starts(word, STR("https://")) || str_starts(word, STR("http://"));
}

/* The full stop of a sentence and brackets around an address are no part of it. */
static struct str
without_stop(struct str word)
{
	while (word.len > 0 && strchr(".,;:)", word.at[word.len - 1]) != NULL)
		word.len--;
	return word;
}

static void
write_words(struct html *h, struct str line)
{
	while (line.len > 0) {
		struct str word = str_cut(&line, ' ');

		if (is_address(word)) {
			struct str address = without_stop(word);

			html_open(h, "a", "class", "govuk-link", NULL);
			html_attribute(h, "href", address);
			html_text(h, address);
			html_close(h, "a");
			word = str_slice(word, address.len, word.len);
		}
		html_text(h, word);
		if (line.at != NULL)
			html_say(h, " ");
	}
}

void
prose_plain(struct html *h, struct str text)
{
	while (text.len > 0) {
		struct str line = str_trim(str_cut(&text, '\n'));

		if (line.len == 0)
			continue;
		html_open(h, "p", "class", "govuk-body", NULL);
		write_words(h, line);
		html_close(h, "p");
	}
}
