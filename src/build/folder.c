#define _XOPEN_SOURCE 700 /* realpath */
#include "build/folder.h"

#include <stdlib.h>
#include <unistd.h>

enum { MOST_FILES = 65535 /* a row names its file with two bytes */ };

static struct str
last_part(struct arena *arena, const char *path)
{
	char *full = realpath(path, NULL);
	struct str name = str_copy(arena, str_of(full ? full : path));

	free(full);
	for (size_t i = name.len; i-- > 0;)
		if (name.at[i] == '/')
			return str_slice(name, i + 1, name.len);
	return name;
}

/* Of files that are no sources so many are told as of the faults of one file: somebody
 * may have named the wrong folder. */
static void
tell_stranger(struct folder *folder, struct report *own, struct report *report)
{
	uint32_t *told = own->faults ? &folder->wrong : &folder->passed_over;

	/* Some are passed over without a word. */
	if (own->faults + own->notes == 0 || (*told)++ < REPORT_PER_FILE)
		report_join(report, own);
	else
		report_pass_over(report, own);
}

/* A table that definitions describe is what they say, whatever it looks like. */
static enum source_kind
claimed_kind(const struct folder *folder, struct str path)
{
	for (uint32_t c = 0; c < folder->claim_count; c++) {
		const struct tables *claims = &folder->claims[c];
		for (uint32_t i = 0; i < claims->counts_count; i++)
			if (tables_is_file(claims->counts[i].shape.file.text, path))
				return KIND_TABLE;
		for (uint32_t i = 0; i < claims->people_count; i++)
			if (tables_is_file(claims->people[i].shape.file.text, path))
				return KIND_PEOPLE;
	}
	return KIND_COUNT;
}

/* Maps a file and tells its kind. */
static enum source_kind
map_file(const struct folder *folder, struct folder_file *file, struct str path,
    uint32_t number, struct report *own)
{
	enum source_kind claimed = claimed_kind(folder, path);
	struct err err;

	if (!file_open(&file->file, file->full, &err)) {
		report_fault(own, (struct place){ .file = path },
		    "%s; wanted a file that can be read", err.text);
		return KIND_WRONG;
	}
	/* 'tartan build' leaves a release here when the folder is where it is called.
	 */
	if (str_starts(file->file.bytes, STR(RELEASE_MAGIC)))
		return KIND_IGNORED;
	file->source = (struct source_file){
		.path = path,
		.bytes = file->file.bytes,
		.number = number,
	};
	return claimed == KIND_COUNT ? kind_of(&file->source, own) : claimed;
}

/* Keeps a file when it is of a kind that is read. */
static void
add_file(
    struct folder *folder, const char *root, struct str path, struct report *report)
{
	struct folder_file *file = &folder->files[folder->count];
	struct report own = { 0 };

	file->full = str_print(&folder->arena, "%s/%.*s", root, STR_ARG(path)).at;
	file->kind = map_file(folder, file, path, folder->count, &own);
	if (file->kind == KIND_IGNORED || file->kind == KIND_WRONG) {
		tell_stranger(folder, &own, report);
		folder->ignored += file->kind == KIND_IGNORED;
		file_close(&file->file);
		return;
	}
	report_join(report, &own);
	folder->paths[folder->count++] = path;
}

/* What one file says of tables, where it is one of definitions. */
static void
find_claims(struct folder *folder, const char *root, struct str path)
{
	const char *full = str_print(&folder->arena, "%s/%.*s", root, STR_ARG(path)).at;
	struct config_definitions said;
	struct report unread = { 0 };
	struct source_file source = { .path = path };
	struct file file;
	struct err err;

	if (!str_ends(path, STR(".yaml")) && !str_ends(path, STR(".yml")))
		return;
	if (!file_open(&file, full, &err))
		return;
	source.bytes = file.bytes;
	if (kind_of(&source, &unread) == KIND_DEFINITIONS) {
		config_read_definitions(
		    &folder->arena, file.bytes, path, &said, &unread);
		folder->claims[folder->claim_count++] = said.tables;
	}
	report_done(&unread);
	file_close(&file);
}

bool
folder_open(
    struct folder *folder, const char *path, struct report *report, struct err *err)
{
	struct str *paths;
	size_t count;

	*folder = (struct folder){ 0 };
	if (!file_is_directory(path)) {
		if (access(path, F_OK) == 0)
			return err_set(
			    err, FAULT_MISSING, "'%s' is not a directory", path);
		return err_set(err, FAULT_MISSING, "no directory '%s'", path);
	}
	if (!file_list(&folder->arena, path, &paths, &count, err))
		return false;
	if (count > MOST_FILES)
		return err_set(err, FAULT_INPUT,
		    "'%s' holds %zu files; wanted at most %d", path, count, MOST_FILES);
	folder->name = last_part(&folder->arena, path);
	folder->files = ARENA_NEW(&folder->arena, struct folder_file, count);
	folder->paths = ARENA_NEW(&folder->arena, struct str, count);
	folder->all = paths;
	folder->all_count = (uint32_t)count;
	folder->claims = ARENA_NEW(&folder->arena, struct tables, count);
	for (size_t i = 0; i < count; i++)
		find_claims(folder, path, paths[i]);
	for (size_t i = 0; i < count; i++)
		add_file(folder, path, paths[i], report);
	return true;
}

bool
folder_is_settled(const struct folder *folder, struct err *err)
{
	for (uint32_t i = 0; i < folder->count; i++) {
		const struct folder_file *file = &folder->files[i];
		const struct file_stamp *before = &file->file.stamp;
		struct file_stamp now;
		if (file_stamp_read(file->full, &now) && now.device == before->device &&
		    now.number == before->number && !file_stamp_same(&now, before))
			return err_set(err, FAULT_SYSTEM,
			    "'%.*s' changed while it was read",
			    STR_ARG(file->source.path));
	}
	return true;
}

void
folder_unmap(struct folder *folder)
{
	for (uint32_t i = 0; i < folder->count; i++)
		file_close(&folder->files[i].file);
}

void
folder_close(struct folder *folder)
{
	folder_unmap(folder);
	arena_done(&folder->arena);
	*folder = (struct folder){ 0 };
}

struct source_file *
folder_of_kind(struct folder *folder, enum source_kind kind, size_t *count)
{
	struct source_file *files =
	    ARENA_NEW(&folder->arena, struct source_file, folder->count);

	*count = 0;
	for (uint32_t i = 0; i < folder->count; i++)
		if (folder->files[i].kind == kind)
			files[(*count)++] = folder->files[i].source;
	return files;
}
