/* tools/embed.c - writes files into a C header as one sorted table of struct asset.
 *
 *   embed OUTPUT FILE...
 *
 * An asset is called after its file, without the directory. The bytes are written as
 * string literals with octal escapes, which compilers read ten times as fast as lists
 * of numbers. Runs at build time only; every fault ends it with a message and status 1.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct source {
	const char *file;
	const char *name;
	const char *type;
};

static const struct {
	const char *ending, *type;
} types[] = {
	{ ".css", "text/css; charset=utf-8" },
	{ ".csv", "text/csv; charset=utf-8" },
	{ ".ico", "image/x-icon" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".md", "text/markdown; charset=utf-8" },
	{ ".png", "image/png" },
	{ ".svg", "image/svg+xml" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".yaml", "application/yaml" },
};

static void
stop_with(const char *what, const char *file)
{
	fprintf(stderr, "embed: %s '%s'%s%s\n", what, file, errno ? ": " : "",
	    errno ? strerror(errno) : "");
	exit(1);
}

static const char *
type_of(const char *name)
{
	const char *ending = strrchr(name, '.');

	for (size_t i = 0; ending && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(ending, types[i].ending) == 0)
			return types[i].type;
	stop_with("no media type is known for", name);
	return NULL;
}

static struct source
source_of(const char *file)
{
	const char *slash = strrchr(file, '/');
	const char *name = slash ? slash + 1 : file;

	return (struct source){ .file = file, .name = name, .type = type_of(name) };
}

static int
name_order(const void *a, const void *b)
{
	return strcmp(
	    ((const struct source *)a)->name, ((const struct source *)b)->name);
}

/* One byte inside a string literal. Octal escapes end after three digits, whatever
 * comes next; '?' is escaped because of trigraphs. */
static void
write_byte(FILE *out, int byte)
{
	if (byte < ' ' || byte > '~' || byte == '"' || byte == '\\' || byte == '?')
		fprintf(out, "\\%03o", (unsigned)byte);
	else
		fputc(byte, out);
}

/* Writes the bytes as a literal and returns their FNV-1a hash and their count. */
static uint64_t
write_bytes(FILE *out, const struct source *source, size_t *len)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);
	FILE *in = fopen(source->file, "rb");

	if (!in)
		stop_with("cannot read", source->file);
	*len = 0;
	fputs("\t    (const unsigned char *)\"", out);
	for (int byte = getc(in); byte != EOF; byte = getc(in)) {
		if (*len > 0 && *len % 64 == 0)
			fputs("\"\n\t    \"", out);
		write_byte(out, byte);
		hash = (hash ^ (uint64_t)byte) * UINT64_C(0x100000001b3);
		++*len;
	}
	fputc('"', out);
	if (ferror(in))
		stop_with("cannot read", source->file);
	fclose(in);
	return hash;
}

static void
write_asset(FILE *out, const struct source *source)
{
	size_t len;
	uint64_t hash;

	fprintf(out, "\t{ .path = \"%s\",\n\t  .type = \"%s\",\n\t  .bytes =\n",
	    source->name, source->type);
	hash = write_bytes(out, source, &len);
	fprintf(
	    out, ",\n\t  .len = %zu,\n\t  .etag = \"%016" PRIx64 "\" },\n", len, hash);
}

int
main(int argc, char **argv)
{
	size_t count = argc > 2 ? (size_t)argc - 2 : 0;
	struct source *sources = calloc(count + 1, sizeof *sources);
	FILE *out;

	errno = 0;
	if (count == 0 || !sources)
		stop_with("want OUTPUT FILE..., not", argc > 1 ? argv[1] : "");
	for (size_t i = 0; i < count; i++)
		sources[i] = source_of(argv[i + 2]);
	qsort(sources, count, sizeof *sources, name_order);

	out = fopen(argv[1], "w");
	if (!out)
		stop_with("cannot write", argv[1]);
	fputs("/* Written by tools/embed.c at build time. */\n", out);
	fputs("static const struct asset asset_table[] = {\n", out);
	for (size_t i = 0; i < count; i++)
		write_asset(out, &sources[i]);
	fputs("};\n", out);
	if (ferror(out) || fclose(out) != 0)
		stop_with("cannot write", argv[1]);
	free(sources);
	return 0;
}
