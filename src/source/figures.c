#include "source/figures.h"

#include <stdlib.h>

#include "base/task.h"
#include "source/columns.h"
#include "source/cut.h"
#include "source/rows.h"
#include "source/text.h"

/* Large enough for names to repeat within a piece, small enough for all cores to be
 * busy until the end. */
enum { PIECE_BYTES = 4 * 1024 * 1024 };

/* One file on its way. */
struct job {
	const struct source_file *file;
	struct str text; /* without byte order mark; UTF-8 once it is settled */
	struct text_census *blocks;
	size_t block_bytes, block_count;
	struct arena arena;   /* of a converted text; goes to the first batch as well */
	struct report report; /* of text and header; goes to the first batch */
	bool good;            /* its records can be read */
	char feed;
	struct columns columns;
	struct cut *cuts;
	size_t cut_count;
	atomic_bool irregular; /* the cuts cannot be trusted */
	struct piece *pieces;
	size_t piece_count;
};

struct block {
	struct job *job;
	size_t number;
};

/* One piece of a file, and what comes of it. */
struct piece {
	struct job *job;
	struct cut cut;
	size_t until;
	struct batch batch;
	struct rows *rows; /* NULL where there are none to read */
};

static void
count_block(void *context, size_t number)
{
	const struct block *block = (const struct block *)context + number;
	struct job *job = block->job;
	size_t from = block->number * job->block_bytes;
	size_t left = job->text.len - from;
	size_t len = left < job->block_bytes ? left : job->block_bytes;

	text_count(job->text, from, from + len, &job->blocks[block->number]);
	progress_add(job->file->progress, len);
}

/* Blocks of job->text and the room for what they hold. */
static void
plan_blocks(struct arena *arena, struct job *job)
{
	size_t len = job->text.len;

	job->block_count = len / job->block_bytes + (len % job->block_bytes != 0);
	job->blocks = ARENA_NEW(arena, struct text_census, job->block_count);
}

static void
count_all(struct arena *arena, struct job *jobs, size_t count, size_t threads)
{
	struct block *blocks;
	size_t total = 0, n = 0;

	for (size_t i = 0; i < count; i++) {
		plan_blocks(arena, &jobs[i]);
		total += jobs[i].block_count;
	}
	blocks = ARENA_NEW(arena, struct block, total);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < jobs[i].block_count; k++)
			blocks[n++] = (struct block){ .job = &jobs[i], .number = k };
	task_run(threads, total, count_block, blocks);
}

/* Decides on the encoding. A converted text is counted anew. */
static bool
settle_text(struct job *job)
{
	struct text_census sum = { .nul = SIZE_MAX, .bad = SIZE_MAX };
	struct str text;

	for (size_t i = 0; i < job->block_count; i++)
		text_census_add(&sum, &job->blocks[i]);
	if (!text_settle(&job->arena, job->file, job->text, &sum, &text, &job->report))
		return false;
	if (text.at != job->text.at) {
		job->text = text;
		plan_blocks(&job->arena, job);
		for (size_t i = 0; i < job->block_count; i++)
			count_block(&(struct block){ .job = job, .number = i }, 0);
	}
	return true;
}

/* Reads the header and cuts what is behind it. */
static bool
read_header(struct job *job)
{
	struct place start = { .file = job->file->path, .line = 1, .column = 1 };
	struct csv *csv = memory_take(1, sizeof *csv);
	bool good = false;

	csv_init(csv, job->text, job->feed, 1, job->file->path, &job->report);
	if (!csv_next(csv)) {
		if (job->report.faults == 0)
			report_fault(&job->report, start,
			    "the file is empty; wanted a header and rows of figures");
	} else if (job->report.faults == 0) {
		good = columns_read(&job->columns, csv);
		struct cut records = { .from = csv->at, .line = csv->at_line };
		job->cuts = cut_records(&job->arena, job->text, job->feed,
		    job->block_bytes, job->blocks, records, &job->cut_count);
		atomic_store(&job->irregular, csv->irregular);
	}
	free(csv);
	return good;
}

static void
open_job(void *context, size_t number)
{
	struct job *job = (struct job *)context + number;

	if (!settle_text(job))
		return;
	job->feed = csv_feed(job->text);
	job->good = read_header(job);
}

static void
read_piece(struct piece *piece, atomic_bool *stop)
{
	struct job *job = piece->job;
	struct str text = str_slice(job->text, piece->cut.from, piece->until);

	piece->batch.source = job->file->number;
	if (!job->good)
		return;
	piece->rows = memory_take(1, sizeof *piece->rows);
	rows_init(piece->rows, &piece->batch, &job->columns, text, job->feed,
	    piece->cut.line, job->file->path);
	piece->rows->is_first = piece == job->pieces;
	rows_read(piece->rows, stop);
}

static void
read_cut_piece(void *context, size_t number)
{
	struct piece *piece = ((struct piece *)context) + number;

	if (!atomic_load(&piece->job->irregular))
		read_piece(piece, &piece->job->irregular);
	progress_add(piece->job->file->progress, piece->until - piece->cut.from);
}

static void
free_rows(struct piece *piece)
{
	if (piece->rows)
		rows_done(piece->rows);
	free(piece->rows);
	piece->rows = NULL;
}

/* A file whose quotation marks are not to be trusted is read again in one piece. */
static void
read_again(void *context, size_t number)
{
	struct job *job = (struct job *)context + number;

	if (!job->good || !atomic_load(&job->irregular))
		return;
	for (size_t i = 0; i < job->piece_count; i++) {
		free_rows(&job->pieces[i]);
		batch_done(&job->pieces[i].batch);
	}
	job->piece_count = 1;
	job->pieces[0].until = job->text.len;
	read_piece(&job->pieces[0], NULL);
}

/* One piece a cut; a file that cannot be read has one as well, for its report. */
static struct piece *
plan_pieces(struct arena *arena, struct job *jobs, size_t count, size_t *total)
{
	struct piece *pieces, *next;

	*total = 0;
	for (size_t i = 0; i < count; i++)
		*total += jobs[i].good ? jobs[i].cut_count : 1;
	next = pieces = ARENA_NEW(arena, struct piece, *total);
	for (struct job *job = jobs; job < jobs + count; job++) {
		job->pieces = next;
		job->piece_count = job->good ? job->cut_count : 1;
		for (size_t k = 0; k < job->piece_count; k++, next++) {
			next->job = job;
			if (!job->good)
				continue;
			next->cut = job->cuts[k];
			next->until = k + 1 < job->piece_count ? job->cuts[k + 1].from
							       : job->text.len;
		}
	}
	return pieces;
}

static const struct {
	const char *one, *many;
} tally_texts[TALLY_COUNT] = {
	[TALLY_SHORT] = { "row is shorter than the header; its missing cells are taken "
			  "as empty",
	    "rows are shorter than the header, this one first; their missing cells are "
	    "taken as empty" },
	[TALLY_NARROW] = { "row has a 99.8 % limit within its 95 % limits",
	    "rows have a 99.8 % limit within their 95 % limits, this one first" },
	[TALLY_LOOSE] = { "row has a quotation mark within a cell that does not begin "
			  "with one; taken as it stands",
	    "rows have a quotation mark within a cell that does not begin with one, "
	    "this "
	    "one first; taken as it stands" },
};

/* What a file is told once: the count of all pieces, the place of the first. */
static void
note_tally(struct job *job, enum tally tally)
{
	struct rows_tally sum = { 0 };

	for (size_t i = 0; i < job->piece_count; i++) {
		const struct rows_tally *next = &job->pieces[i].rows->tallies[tally];
		if (sum.count == 0)
			sum.first = next->first;
		sum.count += next->count;
	}
	if (sum.count)
		report_note(&job->report, sum.first, "%llu %s",
		    (unsigned long long)sum.count,
		    sum.count == 1 ? tally_texts[tally].one : tally_texts[tally].many);
}

/* Each unknown word of each column, where it is first seen in the file. */
static void
note_words(struct job *job)
{
	struct table told = { 0 };

	for (size_t i = 0; i < job->piece_count; i++) {
		const struct rows *rows = job->pieces[i].rows;
		for (uint32_t k = 0; k < rows->words.count; k++) {
			struct str word = rows->words.texts[k];
			if (table_find(&told, word) != TABLE_NONE)
				continue;
			table_add(&told, word);
			report_note(&job->report, rows->word_places[k],
			    "'%.*s' of column '%s' is not known; taken as empty",
			    STR_ARG(str_slice(word, 1, word.len)),
			    columns_title((enum role)word.at[0]));
		}
	}
	table_done(&told);
}

static void
note_rows(struct job *job)
{
	struct place start = { .file = job->file->path, .line = 1, .column = 1 };
	uint64_t records = 0, faults = job->report.faults;

	for (size_t i = 0; i < job->piece_count; i++) {
		records += job->pieces[i].rows->records;
		faults += job->pieces[i].batch.report.faults;
	}
	if (records == 0 && faults == 0)
		report_fault(&job->report, start,
		    "the file has a header but no rows; wanted rows of figures");
	for (int tally = 0; tally < TALLY_COUNT; tally++)
		note_tally(job, (enum tally)tally);
	note_words(job);
}

static void
finish_rows(struct job *job)
{
	size_t before = 0;

	for (size_t i = 0; i < job->piece_count; i++) {
		struct rows *rows = job->pieces[i].rows;
		rows_finish(rows, before);
		before = rows->before ? rows->before : before;
	}
}

/* Gives the first batch what belongs to the whole file. */
static void
close_job(struct job *job)
{
	struct batch *first = &job->pieces[0].batch;

	if (job->good) {
		finish_rows(job);
		note_rows(job);
	}
	report_join(&job->report, &first->report);
	first->report = job->report;
	if (job->arena.last)
		first->texts = job->arena;
}

void
figures_read_cut(const struct source_file *files, size_t count, size_t threads,
    size_t piece_bytes, struct batch **batches, size_t *batch_count)
{
	AUTO_ARENA arena = { 0 };
	struct job *jobs = ARENA_NEW(&arena, struct job, count);
	struct piece *pieces;

	for (size_t i = 0; i < count; i++) {
		jobs[i].file = &files[i];
		jobs[i].text = text_without_mark(files[i].bytes);
		jobs[i].block_bytes = piece_bytes;
	}
	count_all(&arena, jobs, count, threads);
	task_run(threads, count, open_job, jobs);
	pieces = plan_pieces(&arena, jobs, count, batch_count);
	task_run(threads, *batch_count, read_cut_piece, pieces);
	task_run(threads, count, read_again, jobs);

	/* Pieces given up are not batches. */
	*batches = memory_take(*batch_count, sizeof **batches);
	*batch_count = 0;
	for (size_t i = 0; i < count; i++) {
		close_job(&jobs[i]);
		for (size_t k = 0; k < jobs[i].piece_count; k++) {
			(*batches)[(*batch_count)++] = jobs[i].pieces[k].batch;
			free_rows(&jobs[i].pieces[k]);
		}
	}
}

void
figures_read(const struct source_file *files, size_t count, size_t threads,
    struct batch **batches, size_t *batch_count)
{
	figures_read_cut(files, count, threads, PIECE_BYTES, batches, batch_count);
}
