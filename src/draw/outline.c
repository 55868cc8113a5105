#include "draw/outline.h"

#include <math.h>

/* Square pixels: what bends less is drawn straight, what is smaller is not drawn. */
static const double bend = 1.3, speck = 3;

struct outline_extent
outline_nowhere(void)
{
	return (struct outline_extent){ (double)INFINITY, -(double)INFINITY,
		(double)INFINITY, -(double)INFINITY };
}

/* The arcs of a shape, each as often as its rings have it. */
static const struct release_arc *
arc_of(const struct release *r, const struct release_ring *ring, uint32_t link)
{
	return &r->arcs[r->links[ring->first_link + link] / 2];
}

void
outline_extend(struct outline_extent *extent, const struct release *release,
    const struct release_shape *shape)
{
	for (uint32_t i = 0; i < shape->rings; i++) {
		const struct release_ring *ring =
		    &release->rings[shape->first_ring + i];
		for (uint32_t l = 0; l < ring->links; l++) {
			const struct release_arc *arc = arc_of(release, ring, l);
			for (uint32_t v = 0; v < arc->vertices; v++) {
				const struct release_vertex *at =
				    &release->vertices[arc->first_vertex + v];
				extent->west = fmin(extent->west, at->x);
				extent->east = fmax(extent->east, at->x);
				extent->south = fmin(extent->south, at->y);
				extent->north = fmax(extent->north, at->y);
			}
		}
	}
}

double
outline_x(const struct outline_frame *frame, double x)
{
	return frame->left + (x - frame->west) * frame->scale;
}

double
outline_y(const struct outline_frame *frame, double y)
{
	return frame->top + (frame->north - y) * frame->scale;
}

static bool
arc_is_clear(const struct release *release, const struct release_arc *arc,
    const struct outline_frame *frame, const double box[4])
{
	for (uint32_t v = 0; v < arc->vertices; v++) {
		const struct release_vertex *at =
		    &release->vertices[arc->first_vertex + v];
		double x = outline_x(frame, at->x), y = outline_y(frame, at->y);
		if (x > box[0] && x < box[2] && y > box[1] && y < box[3])
			return false;
	}
	return true;
}

bool
outline_is_clear(const struct release *release, const struct release_shape *shape,
    const struct outline_frame *frame, double left, double top, double right,
    double bottom)
{
	const double box[4] = { left, top, right, bottom };

	for (uint32_t i = 0; i < shape->rings; i++) {
		const struct release_ring *ring =
		    &release->rings[shape->first_ring + i];
		for (uint32_t l = 0; l < ring->links; l++)
			if (!arc_is_clear(
				release, arc_of(release, ring, l), frame, box))
				return false;
	}
	return true;
}

/* A pen that writes as little as a path needs. */
struct pen {
	struct buf *path;
	long x, y;      /* where it is */
	unsigned count; /* points of this ring */
	char last;      /* command that needs no repetition, or 0 */
};

static void
add_whole(struct buf *path, long number, bool first)
{
	if (!first && number >= 0)
		buf_add_char(path, ' ');
	buf_print(path, "%ld", number);
}

static void
pen_to(struct pen *pen, long x, long y)
{
	char command = pen->count ? 'l' : 'M';
	long dx = command == 'M' ? x : x - pen->x, dy = command == 'M' ? y : y - pen->y;

	if (pen->count && dx == 0 && dy == 0)
		return;
	if (command != pen->last)
		buf_add_char(pen->path, command);
	add_whole(pen->path, dx, command != pen->last);
	add_whole(pen->path, dy, false);
	pen->x = x;
	pen->y = y;
	pen->last = command;
	pen->count++;
}

static void
draw_link(struct pen *pen, const struct release *release, uint32_t link, bool last,
    const struct outline_frame *frame, double least)
{
	const struct release_arc *arc = &release->arcs[link / 2];

	/* The last link ends where the ring began, which need not be said. */
	for (uint32_t i = 0; i + last < arc->vertices; i++) {
		uint32_t v = link % 2 ? arc->vertices - 1 - i : i;
		const struct release_vertex *at =
		    &release->vertices[arc->first_vertex + v];
		if (at->weight < least)
			continue;
		pen_to(pen, lround(outline_x(frame, at->x) * OUTLINE_UNIT),
		    lround(outline_y(frame, at->y) * OUTLINE_UNIT));
	}
}

void
outline_path(struct buf *path, const struct release *release,
    const struct release_shape *shape, const struct outline_frame *frame)
{
	double metre2 = frame->scale * frame->scale;

	for (uint32_t i = 0; i < shape->rings; i++) {
		const struct release_ring *ring =
		    &release->rings[shape->first_ring + i];
		struct pen pen = { .path = path };
		/* They come largest first. */
		if (i > 0 && ring->area * metre2 < speck)
			break;
		for (uint32_t l = 0; l < ring->links; l++)
			draw_link(&pen, release, release->links[ring->first_link + l],
			    l + 1 == ring->links, frame, bend / metre2);
		buf_add_char(path, 'z');
	}
}

void
outline_square(struct buf *path, double left, double top, double side)
{
	long across = lround(side * OUTLINE_UNIT);

	buf_print(path, "M%ld %ldh%ldv%ldh%ldz", lround(left * OUTLINE_UNIT),
	    lround(top * OUTLINE_UNIT), across, across, -across);
}
