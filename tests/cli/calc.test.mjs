// Tables put through methods: from a file and from a pipe, to a file and to a pipe.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyDirectory, program, run, writeFolder } from './support.mjs';

const METHODS = [
	'proportion',
	'rate',
	'mean',
	'dsr',
	'isratio',
	'israte',
	'life-expectancy',
	'sii',
	'par',
	'quantile',
	'funnel-limits',
	'funnel-points',
	'compare',
	'trend',
];

const TABLE = 'area,x,n\nDerby,6,58000\nLeicester,38,81500\n';
const RATES =
	'area,x,n,value,lowercl,uppercl,confidence,statistic,method,note\n' +
	'Derby,6,58000,10.344827586206897,3.7963694025704333,22.516334521583943,95%,rate per 100000,Exact,\n' +
	'Leicester,38,81500,46.625766871165645,32.99100427140448,63.99930482328174,95%,rate per 100000,Byars,\n';

const golden = (name) => readFileSync(new URL(`../calc/golden/${name}`, import.meta.url), 'utf8');

/** Writes the table to a file of an empty directory, where the program then runs. */
function calc(t, words, table = TABLE) {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'table.csv': table });
	return { directory, ...run(['calc', ...words], { cwd: directory }) };
}

test('a file, a pipe and a hyphen for it give the same', (t) => {
	for (const [words, options] of [
		[['rate', 'table.csv'], {}],
		[['rate'], { input: TABLE }],
		[['rate', '-'], { input: TABLE }],
	]) {
		const directory = emptyDirectory(t);
		writeFolder(directory, { 'table.csv': TABLE });
		const { status, stdout, stderr } = run(['calc', ...words], { cwd: directory, ...options });
		assert.equal(stderr, '');
		assert.equal(status, 0);
		assert.equal(stdout, RATES);
	}
});

test('what is written to a file is what goes to a pipe', (t) => {
	for (const option of [['-o', 'out.csv'], ['--output', 'out.csv'], ['--output=out.csv']]) {
		const { directory, status, stdout, stderr } = calc(t, ['rate', 'table.csv', ...option]);
		assert.equal(status, 0, stderr);
		assert.equal(stdout + stderr, '');
		assert.equal(readFileSync(join(directory, 'out.csv'), 'utf8'), RATES);
		assert.deepEqual(readdirSync(directory).sort(), ['out.csv', 'table.csv']);
	}
});

test('a table may be replaced by its answer', (t) => {
	const { directory, status } = calc(t, ['rate', 'table.csv', '-o', 'table.csv']);
	assert.equal(status, 0);
	assert.equal(readFileSync(join(directory, 'table.csv'), 'utf8'), RATES);
	assert.deepEqual(readdirSync(directory), ['table.csv']);
});

test('where there is no answer, no file is left or changed', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'table.csv': 'a,b\n1,2\n', 'old.csv': 'old\n' });
	for (const output of ['new.csv', 'old.csv'])
		assert.equal(run(['calc', 'rate', 'table.csv', '-o', output], { cwd: directory }).status, 1);
	assert.deepEqual(readdirSync(directory).sort(), ['old.csv', 'table.csv']);
	assert.equal(readFileSync(join(directory, 'old.csv'), 'utf8'), 'old\n');
});

test('the help of all methods lists them', () => {
	const { status, stdout, stderr } = run(['calc', '--help']);
	assert.equal(status, 0);
	assert.equal(stderr, '');
	const told = stdout.match(/Methods:\n\n([^]*?)\n\n/)[1];
	assert.deepEqual(
		[...told.matchAll(/^ {2}(\S+)/gm)].map((match) => match[1]),
		METHODS,
	);
	const page = readFileSync(new URL('../../man/tartan.1', import.meta.url), 'utf8');
	const section = page.split(/^\.S[sh] /m).find((text) => text.startsWith('tartan calc\n'));
	assert.deepEqual(
		[...section.matchAll(/^\.It Cm (\S+)$/gm)].map((match) => match[1]),
		METHODS,
	);
});

for (const method of METHODS)
	test(`the help of ${method} has an example that runs as it stands`, () => {
		const { status, stdout, stderr } = run(['calc', method, '--help']);
		assert.equal(status, 0);
		assert.equal(stderr, '');
		assert.match(stdout, new RegExp(`^usage: tartan calc ${method} `));
		for (const line of stdout.split('\n')) assert.ok([...line].length <= 80, line);
		const [, example] = stdout.match(/^Example:\n\n([^]*)$/m);
		const script = example.replace(/^ {2}/gm, '').replace(/^tartan /, '"$TARTAN" ');
		const ran = spawnSync('sh', ['-e'], {
			input: script,
			encoding: 'utf8',
			env: { ...process.env, TARTAN: program },
		});
		assert.equal(ran.stderr, '');
		assert.equal(ran.status, 0);
		assert.equal(ran.stdout, golden(`example-${method}.csv`));
		assert.equal(run(['calc', method, '-h']).stdout, stdout);
	});

test('every option that help tells of a method is taken, long and short', () => {
	for (const method of METHODS) {
		const { stdout } = run(['calc', method, '--help']);
		const options = [...stdout.matchAll(/^ {2}(?:(-\S), | {4})--(\S+) (?:WORD|N|NAME|LEVEL|A,B|FILE)(?: |$)/gm)];
		assert.ok(options.length >= 3, method);
		for (const [, letter, name] of options)
			for (const option of letter ? [letter, `--${name}`] : [`--${name}`]) {
				const { status, stderr } = run(['calc', method, option]);
				assert.equal(status, 2);
				const wants = letter === option ? `-- '${letter[1]}'` : '';
				assert.match(stderr, new RegExp(`^tartan calc: option .*requires an argument.*${wants}\nusage: tartan calc ${method} `));
			}
	}
});

const WRONG = [
	['no method', [], /^usage: tartan calc METHOD/],
	['an unknown method, near a known one', ['rates'], /no method 'rates'; is 'rate' meant\?\n'tartan calc' lists/],
	['an unknown method', ['xylophone'], /no method 'xylophone'\n'tartan calc' lists the methods\n$/],
	['an unknown option', ['rate', '--stdpop', 'x'], /^tartan calc: unrecognized option '--stdpop'\nusage: tartan calc rate /],
	['an unknown letter', ['rate', '-z'], /^tartan calc: invalid option -- 'z'\nusage: tartan calc rate /],
	['groups of rows that stand alone', ['compare', '--by', 'area'], /unrecognized option '--by'\n/],
	['the same by its letter', ['compare', '-b', 'area'], /invalid option -- 'b'\n/],
	['limits of what has none', ['trend', '-c', '95'], /invalid option -- 'c'\n/],
	['a multiplier of what has none', ['mean', '-m', '100'], /invalid option -- 'm'\n/],
	['no level', ['rate', '-c', '50'], /want a confidence from 90 to below 100, .*, not '50'\n$/],
	['no multiplier', ['rate', '-m', 'x'], /want a multiplier above 0, not 'x'\n$/],
	['no word', ['quantile', '--invert', 'maybe'], /want one of true, false for --invert, not 'maybe'\n$/],
	['two files', ['rate', 'a.csv', 'b.csv'], /want one file only, not also 'b\.csv'\n$/],
	['a group twice', ['rate', '--by', 'area,area', 'table.csv'], /each column of --by once, not 'area' again\n$/],
];

for (const [name, words, message] of WRONG)
	test(`wrong usage: ${name}`, (t) => {
		const { status, stdout, stderr } = calc(t, words);
		assert.equal(status, 2);
		assert.equal(stdout, '');
		assert.match(stderr, message);
	});

test('a table at fault is told, with status 1', (t) => {
	for (const [table, message] of [
		['', "'table.csv' is empty; wanted a header and rows"],
		['area,n\n', "no column 'x' in 'table.csv'; it has area, n (--x tells which is meant)"],
		[Buffer.from([0x78, 0x2c, 0x6e, 0x0a, 0xe9, 0x0a]), 'table.csv:2: byte 0xE9 is not UTF-8 text; wanted a CSV saved as UTF-8'],
	]) {
		const { status, stdout, stderr } = calc(t, ['rate', 'table.csv'], table);
		assert.equal(status, 1);
		assert.equal(stdout, '');
		assert.equal(stderr, `tartan calc: ${message}\n`);
	}
	const { status, stderr } = calc(t, ['rate', 'none.csv']);
	assert.equal(status, 1);
	assert.equal(stderr, "tartan calc: cannot open 'none.csv': No such file or directory\n");
});

test('a record that is no CSV is told with its place, and the others are computed', (t) => {
	const table = `${TABLE}"Rut"land,4,38000\nExeter,2,1000\n`;
	const { directory, status, stdout, stderr } = calc(t, ['rate', 'table.csv', '-o', 'out.csv'], table);
	assert.equal(status, 1);
	assert.equal(stdout, '');
	assert.match(stderr, /^table\.csv:4:6: fault: text behind the closing quotation mark of a cell; /);
	assert.equal(readFileSync(join(directory, 'out.csv'), 'utf8').split('\n').length, 3 + 1 + 1);
});

test('rows with a note are counted on stderr, and are no failure', (t) => {
	const one = calc(t, ['rate', 'table.csv'], `${TABLE}Rutland,*,38000\n`);
	assert.equal(one.status, 0);
	assert.match(one.stdout, /^Rutland,\*,38000,,,,95%,rate per 100000,,"'x' is '\*', not a number"$/m);
	assert.equal(one.stderr, "tartan calc: 1 of 3 rows has a note that says what is missing or not to be relied on\n");
	const two = calc(t, ['rate', 'table.csv'], 'x,n\n,\n,\n');
	assert.equal(two.stderr, "tartan calc: 2 of 2 rows have a note that says what is missing or not to be relied on\n");
});

test('what cannot be read or written is a failure of the system', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'table.csv': TABLE });
	mkdirSync(join(directory, 'taken'));
	for (const [words, message] of [
		[['taken'], /^tartan calc: cannot read 'taken': Is a directory\n$/],
		[['table.csv', '-o', 'no/such/x.csv'], /^tartan calc: cannot write 'no\/such\/x\.csv': No such file/],
		[['table.csv', '-o', 'taken'], /^tartan calc: cannot write 'taken': it is not a regular file\n$/],
		[['table.csv', '-o', '/dev/full'], /^tartan calc: cannot write '\/dev\/full': it is not a regular file\n$/],
	]) {
		const { status, stdout, stderr } = run(['calc', 'rate', ...words], { cwd: directory });
		assert.equal(status, 3, words.join(' '));
		assert.equal(stdout, '');
		assert.match(stderr, message);
	}
	assert.deepEqual(readdirSync(directory).sort(), ['table.csv', 'taken']);
});

test('a full disk is told, however long the table', () => {
	for (const rows of [1, 200000]) {
		const full = openSync('/dev/full', 'w');
		const { status, stderr } = run(['calc', 'rate'], {
			input: `x,n\n${'1,1000\n'.repeat(rows)}`,
			stdio: ['pipe', full, 'pipe'],
		});
		closeSync(full);
		assert.equal(status, 3);
		assert.equal(stderr, "tartan calc: cannot write 'standard output': No space left on device\n");
	}
});

/** Writes rows until the program has had enough; resolves to how it ended. */
function pourInto(child) {
	const rows = Buffer.from('1,1000\n'.repeat(10000));
	child.stdin.on('error', () => {});
	child.stdin.write('x,n\n');
	const pour = () => {
		while (child.stdin.writable && child.stdin.write(rows));
	};
	child.stdin.on('drain', pour);
	pour();
	return new Promise((settle) => child.once('exit', (status, signal) => settle({ status, signal })));
}

test('rows are answered while others still come, and a reader that has enough ends it', async () => {
	const child = spawn(program, ['calc', 'rate'], { stdio: ['pipe', 'pipe', 'ignore'] });
	const ended = pourInto(child);
	const [first] = await Promise.race([
		new Promise((settle) => child.stdout.once('data', (data) => settle([data.toString()]))),
		ended.then((how) => assert.fail(`ended early: ${JSON.stringify(how)}`)),
	]);
	assert.match(first, /^x,n,value,.*\n1,1000,100,/);
	child.stdout.destroy();
	assert.equal((await ended).signal, 'SIGPIPE');
});

test('JSON is an array of objects, numbers as numbers', (t) => {
	const { status, stdout } = calc(t, ['rate', '--json', 'table.csv'], `${TABLE}"A ""B"", C",,5\n`);
	assert.equal(status, 0);
	const rows = JSON.parse(stdout);
	assert.equal(rows.length, 3);
	assert.deepEqual(Object.keys(rows[0]), RATES.split('\n')[0].split(','));
	assert.deepEqual([rows[0].area, rows[0].x, rows[0].value, rows[0].note], ['Derby', 6, 10.344827586206897, null]);
	assert.deepEqual([rows[2].area, rows[2].x, rows[2].value, rows[2].note], ['A "B", C', null, null, "'x' is empty"]);
	assert.equal(stdout.trimEnd().split('\n').length, 3 + 2);
});

test('a pipe may bring a table in pieces, cut anywhere', async () => {
	const table = 'area,x,n\r\n"Der\r\nby","6",58000\r\n"Leic""ester",38,81500\r\n';
	const whole = run(['calc', 'rate'], { input: table }).stdout;
	for (const size of [1, 7]) {
		const child = spawn(program, ['calc', 'rate'], { stdio: ['pipe', 'pipe', 'ignore'] });
		let out = '';
		child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
		for (let i = 0; i < table.length; i += size) {
			child.stdin.write(table.slice(i, i + size));
			await new Promise((settle) => setImmediate(settle));
		}
		child.stdin.end();
		await new Promise((settle) => child.once('close', settle));
		assert.equal(out, whole);
	}
});

test('the same seed gives the same limits, another seed others', (t) => {
	const directory = emptyDirectory(t);
	writeFileSync(
		join(directory, 'table.csv'),
		'area,quantile,population,x\n' +
			['A', 'B'].flatMap((area) => [1, 2, 3, 4, 5].map((q) => `${area},${q},7000,${1000 - 90 * q}\n`)).join(''),
	);
	const limits = (...words) =>
		run(['calc', 'sii', '--by', 'area', '--value_type', '2', '--repetitions', '1000', ...words, 'table.csv'], {
			cwd: directory,
		}).stdout;
	const [, first, second] = limits().split('\n');
	assert.equal(limits('--seed', '1'), limits());
	assert.notEqual(limits('--seed', '2'), limits());
	// Groups draw from the same stream: alike in all, they have the same limits.
	assert.equal(first.replace('A', 'B'), second);
});
