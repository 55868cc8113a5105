/* base/arena.h - memory with a place: taken piece by piece, given back all at once.
 *
 * An arena belongs to one request, command or import batch and to one thread. Memory is
 * zeroed and aligned for any type. Running out of memory ends the program with a
 * message, so that arithmetic is not cluttered with checks. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *last;
	char *at;
	char *end;
	size_t next_size;
};

/* count elements of size bytes, zeroed; count may be 0. Overflow ends the program. */
void *arena_take(struct arena *arena, size_t count, size_t size);
#define ARENA_NEW(arena, type, count)                                                  \
	((type *)arena_take((arena), (count), sizeof(type)))

/* Frees everything taken; the arena can be used again. A zeroed struct is an empty
 * arena. */
void arena_done(struct arena *arena);

/* Ends the program: memory is out. For the few places that call malloc themselves. */
void memory_out(size_t bytes) __attribute__((noreturn, cold));

/* malloc, calloc-like and realloc that end the program instead of returning NULL. */
void *memory_take(size_t count, size_t size);
void *memory_grow(void *old, size_t count, size_t size);

/* An arena that is emptied when it goes out of scope. */
#define AUTO_ARENA __attribute__((cleanup(arena_done))) struct arena

#endif
