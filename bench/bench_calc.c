/* bench/bench_calc.c - rows a second that 'tartan calc' reads, computes and writes, of
 * methods that take a row at a time, and how much memory that takes.
 *
 *   bench_calc TARTAN
 *
 * Seconds are those of the program's own processor time: the machine may have other
 * things to do. R's are those of PHEindicatormethods 2.1.0 under R 4.5.0 for arithmetic
 * alone, the table being in memory before and after. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROWS = 2000000, WORDS = 8 };

static const struct {
	const char *name;
	const char *words[WORDS]; /* behind "tartan calc" */
	double reference;         /* rows a second in R; 0: it has no such thing */
} runs[] = {
	{ "proportions", { "proportion" }, 4540000 },
	{ "proportions as JSON", { "proportion", "--json" }, 4540000 },
	{ "rates at two levels", { "rate", "--confidence", "95,99.8" }, 180000 },
	{ "the same as JSON", { "rate", "--confidence", "95,99.8", "--json" }, 180000 },
	{ "comparisons", { "compare" }, 0 },
	{ "comparisons as JSON", { "compare", "--json" }, 0 },
	{ "rates added up by area", { "rate", "--by", "area" }, 42000 },
};

/* Counts as areas have them: one in ten below the ten events from which limits are
 * Byar's. The same numbers every time. */
static FILE *
make_table(void)
{
	FILE *file = tmpfile();
	unsigned long long state = 1;

	if (!file)
		return NULL;
	fprintf(file, "area,year,x,n,value,lowercl,uppercl,benchmark\n");
	for (int i = 0; i < ROWS; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		unsigned n = 100 + (unsigned)(state >> 33) % 20000;
		unsigned x = i % 10 ? 10 + (unsigned)(state >> 40) % (n / 3)
				    : (unsigned)(state >> 40) % 10;
		fprintf(file, "E%08d,%d,%u,%u,%.1f,%.1f,%.1f,%.1f\n", i % 15000,
		    2000 + i / 15000, x, n, n / 100.0, n / 110.0, n / 90.0, 50.0);
	}
	return fflush(file) == 0 ? file : NULL;
}

/* The program's place, its input and where what it writes goes. */
static void
run_child(const char *program, const char *const *words, int input)
{
	const char *arguments[WORDS + 3] = { program, "calc" };
	int null = open("/dev/null", O_WRONLY);

	for (size_t i = 0; i < WORDS && words[i]; i++)
		arguments[i + 2] = words[i];
	if (null < 0 || dup2(input, STDIN_FILENO) < 0 ||
	    dup2(null, STDOUT_FILENO) < 0 || lseek(STDIN_FILENO, 0, SEEK_SET) != 0)
		_exit(127);
	/* execv takes what it does not change for what it might. */
	execv(program, (char *const *)(uintptr_t)arguments);
	_exit(127);
}

static int
measure(const char *program, size_t number, int input)
{
	struct rusage used;
	int status;
	pid_t child = fork();

	if (child == 0)
		run_child(program, runs[number].words, input);
	if (child < 0 || wait4(child, &status, 0, &used) < 0 || !WIFEXITED(status) ||
	    WEXITSTATUS(status) != 0) {
		fprintf(stderr, "%s: did not run\n", runs[number].name);
		return 1;
	}
	double seconds = (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
			 (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
	double rate = ROWS / seconds;
	printf("%-28s %12.0f rows a second, %4ld MB", runs[number].name, rate,
	    used.ru_maxrss / 1024);
	if (runs[number].reference > 0)
		printf("; R %.4g, ratio %.1f", runs[number].reference,
		    rate / runs[number].reference);
	putchar('\n');
	fflush(stdout);
	return 0;
}

int
main(int argc, char **argv)
{
	FILE *table = argc == 2 ? make_table() : NULL;
	int failed = 0;

	if (!table) {
		fprintf(stderr, "usage: bench_calc TARTAN; and room for a table\n");
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < sizeof runs / sizeof *runs; i++)
		failed += measure(argv[1], i, fileno(table));
	fclose(table);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
