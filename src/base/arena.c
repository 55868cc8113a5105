#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct arena_block {
	struct arena_block *before;
	max_align_t data[];
};

enum {
	FIRST_BLOCK = 8 * 1024,
	LARGEST_BLOCK = 4 * 1024 * 1024,
	ALIGNMENT = _Alignof(max_align_t)
};

void
memory_out(size_t bytes)
{
	fprintf(stderr, "tartan: out of memory: %zu bytes wanted\n", bytes);
	exit(3);
}

void *
memory_take(size_t count, size_t size)
{
	void *p = calloc(count ? count : 1, size ? size : 1);

	if (!p)
		memory_out(count * size);
	return p;
}

void *
memory_grow(void *old, size_t count, size_t size)
{
	void *p;

	if (size && count > SIZE_MAX / size)
		memory_out(SIZE_MAX);
	size *= count;
	p = realloc(old, size > 0 ? size : 1);
	if (!p)
		memory_out(size);
	return p;
}

static void
arena_add_block(struct arena *arena, size_t wanted)
{
	size_t size = arena->next_size ? arena->next_size : FIRST_BLOCK;
	struct arena_block *block;

	if (size < wanted)
		size = wanted;
	block = malloc(sizeof *block + size);
	if (!block)
		memory_out(size);
	block->before = arena->last;
	arena->last = block;
	arena->at = (char *)block->data;
	arena->end = arena->at + size;
	arena->next_size = size < LARGEST_BLOCK ? size * 2 : LARGEST_BLOCK;
}

void *
arena_take(struct arena *arena, size_t count, size_t size)
{
	size_t bytes;
	void *p;

	/* Half of all leaves room for alignment and the head of a block. */
	if (size && count > SIZE_MAX / 2 / size)
		memory_out(SIZE_MAX);
	bytes = (count * size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (!arena->last || (size_t)(arena->end - arena->at) < bytes)
		arena_add_block(arena, bytes);
	p = arena->at;
	arena->at += bytes;
	memset(p, 0, bytes);
	return p;
}

void
arena_done(struct arena *arena)
{
	struct arena_block *block = arena->last;

	while (block) {
		struct arena_block *before = block->before;
		free(block);
		block = before;
	}
	*arena = (struct arena){ 0 };
}
