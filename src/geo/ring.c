#include "geo/ring.h"

#include <math.h>
#include <stdbool.h>

double
ring_area(const struct geo_ring *ring)
{
	double twice = 0;

	for (uint32_t i = 0; i < ring->count; i++) {
		struct geo_point a = ring->at[i], b = ring->at[(i + 1) % ring->count];
		twice += ((double)a.x * b.y) - ((double)b.x * a.y);
	}
	return fabs(twice) / 2;
}

/* Square of the distance to the stretch from a to b. */
static double
distance2(double x, double y, struct geo_point a, struct geo_point b)
{
	double dx = (double)b.x - a.x, dy = (double)b.y - a.y;
	double length2 = dx * dx + dy * dy;
	double along =
	    length2 > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length2 : (double)0;

	along = fmin(fmax(along, 0), 1);
	dx = a.x + along * dx - x;
	dy = a.y + along * dy - y;
	return dx * dx + dy * dy;
}

/* Whether the ring is around a place; *least becomes the square of its distance, where
 * that is less. */
static bool
look_at(const struct geo_ring *ring, double x, double y, double *least)
{
	bool inside = false;

	for (uint32_t i = 0; i < ring->count; i++) {
		struct geo_point a = ring->at[i], b = ring->at[(i + 1) % ring->count];
		if ((a.y > y) != (b.y > y) &&
		    x < ((double)b.x - a.x) * (y - a.y) / ((double)b.y - a.y) + a.x)
			inside = !inside;
		*least = fmin(*least, distance2(x, y, a, b));
	}
	return inside;
}

/* Distance to the rings, negative outside of them. */
static double
depth(const struct geo_ring *rings, uint32_t count, double x, double y)
{
	double least = (double)INFINITY;
	bool inside = false;

	for (uint32_t r = 0; r < count; r++)
		inside ^= look_at(&rings[r], x, y, &least);
	return inside ? sqrt(least) : -sqrt(least);
}

struct box {
	double left, top, width, height;
};

static struct box
box_of(const struct geo_ring *ring)
{
	double left = (double)INFINITY, right = -(double)INFINITY,
	       top = (double)INFINITY, bottom = -(double)INFINITY;

	for (uint32_t i = 0; i < ring->count; i++) {
		left = fmin(left, ring->at[i].x);
		right = fmax(right, ring->at[i].x);
		top = fmin(top, ring->at[i].y);
		bottom = fmax(bottom, ring->at[i].y);
	}
	return (struct box){ left, top, right - left, bottom - top };
}

/* The deepest of a lattice of places in the box. */
static struct ring_room
deepest(const struct geo_ring *rings, uint32_t count, const struct box *box,
    struct ring_room best)
{
	enum { STEPS = 12 };

	for (int i = 0; i <= STEPS; i++)
		for (int j = 0; j <= STEPS; j++) {
			double x = box->left + box->width * i / STEPS;
			double y = box->top + box->height * j / STEPS;
			double radius = depth(rings, count, x, y);
			if (radius <= best.radius)
				continue;
			best = (struct ring_room){
				.middle = { (int32_t)lround(x), (int32_t)lround(y) },
				.radius = radius,
			};
		}
	return best;
}

/* A coarse lattice over all of the first ring, then finer ones about the best place so
 * far.
 */
struct ring_room
ring_room(const struct geo_ring *rings, uint32_t count)
{
	enum { ROUNDS = 3, NARROWER = 4 };
	struct ring_room best = { { 0, 0 }, 0 };
	struct box box;

	if (count == 0 || rings->count < 3)
		return best;
	box = box_of(rings);
	best.middle = rings->at[0];
	for (int round = 0; round < ROUNDS; round++) {
		best = deepest(rings, count, &box, best);
		box.width /= NARROWER;
		box.height /= NARROWER;
		box.left = best.middle.x - box.width / 2;
		box.top = best.middle.y - box.height / 2;
	}
	return best;
}
