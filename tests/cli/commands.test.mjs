// The commands as scripts see them: exit status, what goes to stdout, what to stderr.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyDirectory, figures, run, writeFolder } from './support.mjs';

const COMMANDS = ['build', 'calc', 'check', 'demo', 'serve', 'show', 'simulate'];

// A fault in the third line, and a row that repeats another with other figures.
const FAULTY = figures().replace('Rutland,County & UA,Persons', 'Rutland,County & UA,Sheep');

test('help names every command and goes to stdout', () => {
	for (const word of ['help', '--help', '-h']) {
		const { status, stdout, stderr } = run([word]);
		assert.equal(status, 0);
		assert.equal(stderr, '');
		for (const command of COMMANDS) assert.match(stdout, new RegExp(`^ {2}${command} `, 'm'));
	}
});

test('every command explains itself within eighty columns', () => {
	for (const command of COMMANDS) {
		const { status, stdout, stderr } = run([command, '--help']);
		assert.equal(status, 0, command);
		assert.equal(stderr, '', command);
		assert.match(stdout, new RegExp(`^usage: tartan ${command} `));
		for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
		assert.equal(run([command, '-h']).stdout, stdout);
	}
});

test('the manual page has every command with all of its options, and no others', () => {
	const page = readFileSync(new URL('../../man/tartan.1', import.meta.url), 'utf8');
	const sections = page.split(/^\.S[sh] /m);
	for (const command of COMMANDS) {
		const section = sections.find((text) => text.startsWith(`tartan ${command}\n`));
		const told = [...section.matchAll(/^\.It .*Fl -(\S+)/gm)].map((match) => match[1]);
		const help = run([command, '--help']).stdout;
		const known = [...help.matchAll(/^ {2}(?:-\S, | {4})--([a-z-]+)/gm)].map((match) => match[1]);
		assert.deepEqual([...told, 'help'].sort(), known.sort(), command);
	}
});

test('the version is one line', () => {
	assert.match(run(['--version']).stdout, /^tartan \d+\.\d+\.\d+\n$/);
});

const WRONG = [
	['nothing', [], /usage: tartan COMMAND/],
	['an unknown command, near a known one', ['bild'], /no command 'bild'; is 'build' meant\?/],
	['an unknown command', ['xylophone'], /no command 'xylophone'\n'tartan --help'/],
	...COMMANDS.map((command) => [
		`an unknown option of ${command}`,
		[command, '--colour'],
		new RegExp(`^tartan ${command}: unrecognized option '--colour'\nusage: tartan ${command} `),
	]),
	['an option without its value', ['build', '-o'], /^tartan build: option requires an argument -- 'o'\n/],
	['two folders to build', ['build', 'a', 'b'], /one folder only, not also 'b'/],
	['two folders to check', ['check', 'a', 'b'], /one folder only, not also 'b'/],
	['too many threads', ['build', '-t', '99999'], /threads from 1 to 1024, not '99999'/],
	['threads in words', ['build', '-t', 'two'], /threads from 1 to 1024, not 'two'/],
	['no threads', ['build', '-t', '0'], /threads from 1 to 1024, not '0'/],
	['nothing to serve', ['serve'], /want a release or a folder to serve/],
	['a port that is none', ['serve', '-p', '65536', 'x'], /a port from 0 to 65535, not '65536'/],
	['a demo on a port that is none', ['demo', '-p', 'x'], /a port from 0 to 65535, not 'x'/],
	['nothing to show', ['show'], /want an indicator/],
	['two areas to show', ['show', 'a', 'b', 'c'], /one area only, not also 'c'/],
	['nowhere to simulate', ['simulate'], /want a directory/],
	['a seed that is no number', ['simulate', '-s', 'x', 'y'], /want a whole number, not 'x'/],
];

for (const [name, words, message] of WRONG)
	test(`wrong usage: ${name}`, () => {
		const { status, stdout, stderr } = run(words);
		assert.equal(status, 2);
		assert.equal(stdout, '');
		assert.match(stderr, message);
	});

test('a build writes the release and talks on stderr only', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': figures() });
	const release = join(directory, 'x.tartan');
	const { status, stdout, stderr } = run(['build', join(directory, 'source'), '-o', release]);
	assert.equal(status, 0, stderr);
	assert.equal(stdout, '');
	assert.match(stderr, /1 indicator, 4 areas, 1 period: 4 figures from 4 rows\n/);
	assert.match(readFileSync(release, 'latin1'), /^TARTAN\r\n/);
	const check = run(['check', release]);
	assert.equal(check.status, 0);
	assert.match(check.stdout, /x\.tartan: whole; 1 indicator, 4 areas, 4 figures\n$/);
});

test('a release is named after its folder, and building there again gives the same', (t) => {
	const directory = emptyDirectory(t);
	const source = writeFolder(join(directory, 'my-figures'), { 'figures.csv': figures() });
	for (const cwd of [directory, source]) {
		assert.equal(run(['build', source], { cwd }).status, 0);
		assert.equal(run(['build', `${source}/`], { cwd }).status, 0);
	}
	const first = readFileSync(join(directory, 'my-figures.tartan'));
	assert.ok(first.equals(readFileSync(join(source, 'my-figures.tartan'))));
	assert.deepEqual(readdirSync(source).sort(), ['figures.csv', 'my-figures.tartan']);
});

test('threads do not change a byte', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/a.csv': figures(), 'source/b.csv': figures({ indicator: 2 }) });
	const bytes = ['1', '2', '5'].map((threads) => {
		const release = join(directory, `${threads}.tartan`);
		assert.equal(run(['build', 'source', '-t', threads, '-o', release], { cwd: directory }).status, 0);
		return readFileSync(release);
	});
	assert.ok(bytes[0].equals(bytes[1]));
	assert.ok(bytes[0].equals(bytes[2]));
});

test('a fault stops a build, which leaves nothing behind and an old release alone', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': FAULTY, 'out/x.tartan': 'old' });
	const { status, stdout, stderr } = run(['build', 'source', '-o', 'out/x.tartan'], { cwd: directory });
	assert.equal(status, 1);
	assert.equal(stdout, '');
	assert.match(stderr, /^figures\.csv:5:70: fault: unknown sex 'Sheep'; wanted /m);
	assert.match(stderr, /tartan build: 1 fault in 'source'\n'out\/x\.tartan' was not written\n$/);
	assert.deepEqual(readdirSync(join(directory, 'out')), ['x.tartan']);
	assert.equal(readFileSync(join(directory, 'out/x.tartan'), 'utf8'), 'old');
});

test('a hundred faults are told in twenty lines and a count', (t) => {
	const directory = emptyDirectory(t);
	const [header, ...rows] = FAULTY.trimEnd().split('\n');
	const lines = Array.from({ length: 100 }, (_, i) => rows[3].replace('2015', `${1901 + i}`));
	writeFolder(directory, { 'figures.csv': `${[header, ...lines].join('\n')}\n` });
	const { status, stdout, stderr } = run(['check', directory]);
	assert.equal(status, 1);
	const told = stdout.trimEnd().split('\n');
	assert.equal(told.length, 21);
	assert.equal(told[20], 'and 80 more like these');
	assert.match(stderr, /^tartan check: 100 faults in /);
});

test('of many files that are no sources the first are told, the others counted', (t) => {
	const directory = emptyDirectory(t);
	for (let i = 0; i < 30; i++)
		writeFolder(directory, { [`a/${i}.csv`]: 'one,two\n1,2\n', [`b/${i}.txt`]: 'no table\n' });
	writeFolder(directory, { 'z.csv': FAULTY });
	const { status, stdout, stderr } = run(['check', directory]);
	assert.equal(status, 1);
	const told = stdout.trimEnd().split('\n');
	assert.equal(told.filter((line) => line.includes('unknown header')).length, 20);
	assert.equal(told.filter((line) => line.includes('plain text')).length, 20);
	assert.equal(told.filter((line) => line.startsWith('z.csv:5:70: fault: ')).length, 1);
	assert.equal(told.at(-1), 'and 20 more like these');
	assert.equal(told.length, 42);
	assert.match(stderr, /^tartan check: 31 faults in /);
});

test('what cannot be written is a failure of the system', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': figures() });
	mkdirSync(join(directory, 'taken'));
	for (const output of ['no/such/x.tartan', 'taken', '/proc/x.tartan']) {
		const { status, stderr } = run(['build', 'source', '-o', output], { cwd: directory });
		assert.equal(status, 3, output);
		assert.match(stderr, /^tartan build: cannot write '/m);
	}
	assert.deepEqual(readdirSync(directory).sort(), ['source', 'taken']);
});

test('what is not there is named, with status 1', (t) => {
	const directory = emptyDirectory(t);
	for (const words of [
		['build', 'none'],
		['check', 'none'],
		['check', 'none.tartan'],
		['serve', 'none'],
		['show', '--in', 'none', '1'],
	]) {
		const { status, stdout, stderr } = run(words, { cwd: directory });
		assert.equal(status, 1, words.join(' '));
		assert.equal(stdout, '');
		assert.match(stderr, /'none/);
	}
	assert.deepEqual(readdirSync(directory), []);
});

test('a damaged release is refused', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': figures() });
	assert.equal(run(['build', 'source'], { cwd: directory }).status, 0);
	const bytes = readFileSync(join(directory, 'source.tartan'));
	bytes[bytes.length - 1] ^= 1;
	writeFolder(directory, { 'source.tartan': bytes, 'short.tartan': bytes.subarray(0, 100) });
	for (const name of ['source.tartan', 'short.tartan']) {
		const { status, stderr } = run(['check', name], { cwd: directory });
		assert.equal(status, 1, name);
		assert.match(stderr, /^tartan check: /);
	}
});

test('a check says what it concluded, and only faults and notes when told to be quiet', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'figures.csv': figures(), 'notes.txt': 'no table\n' });
	const { status, stdout, stderr } = run(['check', directory]);
	assert.equal(status, 0);
	assert.equal(stderr, '');
	assert.match(stdout, /^notes\.txt: note: plain text; /);
	assert.match(stdout, /^ {2}Value type +Proportion +3 rows agree, 0 against: /m);
	assert.match(run(['check', '--quiet', directory]).stdout, /^notes\.txt: note: .*\n$/);
});

test('a check for scripts is JSON, with faults and without', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'good/a "b"\u00e9.csv': figures(), 'bad/figures.csv': FAULTY });
	const good = run(['check', '--json', join(directory, 'good')]);
	const found = JSON.parse(good.stdout);
	assert.equal(good.status, 0);
	assert.deepEqual([found.faults, found.rows, found.figures, found.repeated], [0, 4, 4, 0]);
	assert.equal(found.indicators[0].key, '1');
	const type = found.indicators[0].facts.find(({ fact }) => fact === 'Value type');
	assert.equal(type.value, 'Proportion');
	assert.equal(type.supporting, 3);
	const bad = run(['check', '-j', join(directory, 'bad')]);
	const { faults, report } = JSON.parse(bad.stdout);
	assert.equal(bad.status, 1);
	assert.equal(faults, 1);
	assert.equal(report.length, 1);
	const { file, line, column, gravity } = report[0];
	assert.deepEqual({ file, line, column, gravity }, { file: 'figures.csv', line: 5, column: 70, gravity: 'fault' });
});

test('a check of a release for scripts is one JSON object, whole or not', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': figures() });
	assert.equal(run(['build', 'source'], { cwd: directory }).status, 0);
	const whole = run(['check', '--json', 'source.tartan'], { cwd: directory });
	assert.equal(whole.status, 0);
	assert.deepEqual(JSON.parse(whole.stdout), {
		release: 'source.tartan',
		faults: 0,
		indicators: 1,
		areas: 4,
		periods: 1,
		figures: 4,
	});
	const bytes = readFileSync(join(directory, 'source.tartan'));
	bytes[bytes.length - 1] ^= 1;
	writeFolder(directory, { 'source.tartan': bytes });
	const damaged = run(['check', '--json', 'source.tartan'], { cwd: directory });
	const { faults, fault } = JSON.parse(damaged.stdout);
	assert.equal(damaged.status, 1);
	assert.equal(faults, 1);
	assert.equal(damaged.stderr, `tartan check: ${fault}\n`);
});

test('what nothing tells is told as assumed, with its reason', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'figures.csv': figures() });
	const { stdout } = run(['check', directory]);
	assert.match(stdout, /^ {2}Frequency +yearly +assumed: there is one period$/m);
	const { indicators } = JSON.parse(run(['check', '--json', directory]).stdout);
	const modelled = indicators[0].facts.find(({ fact }) => fact === 'Modelled');
	assert.deepEqual([modelled.value, modelled.origin], ['no', 'assumed']);
});

test('a frequency has as many steps for it as its evidence counts', (t) => {
	const directory = emptyDirectory(t);
	const later = figures().replaceAll(',2015,', ',2016,').split('\n').slice(1).join('\n');
	writeFolder(directory, { 'figures.csv': figures() + later });
	assert.match(run(['check', directory]).stdout, /^ {2}Frequency +yearly +\d+ steps? agrees?, 0 against: steps from one /m);
	const { indicators } = JSON.parse(run(['check', '--json', directory]).stdout);
	const frequency = indicators[0].facts.find(({ fact }) => fact === 'Frequency');
	assert.ok(frequency.supporting > 0);
	assert.equal(frequency.contradicting, 0);
});

test('of several indicators that have the words, the others are named', (t) => {
	const directory = emptyDirectory(t);
	const files = {};
	for (let indicator = 1; indicator <= 8; indicator++)
		files[`${indicator}.csv`] = figures({ indicator }).replaceAll('A proportion', `Proportion ${indicator}`);
	writeFolder(directory, files);
	const { status, stdout, stderr } = run(['show', '--in', directory, 'proportion']);
	assert.equal(status, 0, stderr);
	assert.match(stdout, /^Proportion 1/);
	assert.match(stderr, /'proportion' is in the names of 8 indicators; this is '1', others are\n/);
	for (let other = 2; other <= 6; other++)
		assert.ok(stderr.includes(`  '${other}'  Proportion ${other}\n`), stderr);
	assert.match(stderr, /'6'.*\n {2}and 2 more\n$/);
	assert.doesNotMatch(run(['show', '--in', directory, '3']).stderr, /others are/);
});

test('limits that differ for the rounding of counts are explained by it, others are not', (t) => {
	const directory = emptyDirectory(t);
	// Wilson's for 69 of 201, published as 70 of 200; the second pair is of neither.
	const row = '33.46,46.92,80,200';
	const rounded = figures().replace(`Leicestershire,County & UA,Persons,5-16 yrs,2015,35,28.73,41.84`, `Leicestershire,County & UA,Persons,5-16 yrs,2015,35,28.11,41.13`);
	const other = rounded.replace(`East Midlands,Region,Persons,5-16 yrs,2015,40,${row}`, 'East Midlands,Region,Persons,5-16 yrs,2015,40,20,60,80,200');
	const sayings = 'indicators:\n  1:\n    rounding of counts: 5\n    confidence limits: wilson\n    multiplier: 100\n    value type: proportion\n';
	writeFolder(directory, { 'figures.csv': other, 'definitions.yaml': sayings });
	const why = (area) => run(['show', '--in', directory, '--why', '1', area]);
	const explained = /28\.11 to 41\.13\. The count is published rounded to the nearest 5, which explains the difference\. /;
	assert.match(why('E10000018').stdout, explained, why('E10000018').stderr);
	assert.match(why('E12000004').stdout, /20 to 60\. The published ones are shown and compared with\./);
});

test('a sign that one period decides is said to change when that one is left out', (t) => {
	const directory = emptyDirectory(t);
	const [header] = figures().split('\n');
	const row = (year, count) => `1,A,,,E92000001,England,England,Persons,5-16 yrs,${year},${count / 10},,,${count},1000,`;
	const folder = (counts) => ({ 'figures.csv': [header, ...counts.map((count, n) => row(2014 + n, count)), ''].join('\n') });
	const slope = (counts) => {
		writeFolder(directory, folder(counts));
		return run(['show', '--in', directory, '--why', '1', 'E92000001']).stdout;
	};
	assert.match(slope([500, 490, 480, 470, 600]), /; its sign changes when one of the periods is left out\./);
	assert.match(slope([400, 450, 500, 550, 600]), /; its sign stays the same whichever period is left out\./);
});

test('an indicator is shown within eighty columns, from a release and from a folder', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'source/figures.csv': figures() });
	assert.equal(run(['build', 'source'], { cwd: directory }).status, 0);
	for (const words of [
		['1'],
		['proportion'],
		['1', 'Rutland'],
		['1', 'E10000018', '--benchmark', 'parent'],
		['1', '--parent', 'all'],
		['1', '--parent', 'East Midlands'],
	])
		for (const path of ['source', 'source.tartan']) {
			const { status, stdout, stderr } = run(['show', '--in', path, ...words], { cwd: directory });
			assert.equal(status, 0, `${words.join(' ')}: ${stderr}`);
			assert.match(stdout, /^A proportion/);
			for (const line of stdout.split('\n')) assert.ok([...line].length <= 80, line);
			assert.doesNotMatch(stdout, /\x1b/);
		}
});

test('all areas are all, also where the word is part of a name', (t) => {
	const directory = emptyDirectory(t);
	const walsall = figures().replaceAll('East Midlands', 'Walsall');
	writeFolder(directory, { 'figures.csv': walsall });
	const { status, stdout } = run(['show', '--in', directory, '1', '--parent', 'all']);
	assert.equal(status, 0);
	assert.match(stdout, /Leicestershire/);
	assert.doesNotMatch(stdout, /in Walsall/);
});

test('what cannot be shown is named, with the nearest', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'figures.csv': figures() });
	for (const [words, message] of [
		[['mood'], /no indicator 'mood'/],
		[['1', 'Rutlnad'], /no area 'Rutlnad'; the nearest is 'Rutland'/],
		[['1', '--period', '2016'], /no period '2016'/],
		[['1', '--sex', 'female'], /no figures for sex 'female'; the nearest is 'Persons' \(persons\)/],
		[['1', '--parent', 'Rutland'], /no areas of this type in 'Rutland'; there is 'All' \(all\), 'East Midlands'/],
		[['1', '--sex', 'men'], /no sex 'men'; there is 'Persons' \(persons\)/],
		[['1', '--benchmark', 'Narnia'], /no area to compare with 'Narnia'; there is/],
		[['99'], /no indicator '99'; there is 'A proportion' \(1\)/],
		[['1', '--period', '1999'], /no period '1999'; the nearest is '\d{4}/],
	]) {
		const { status, stdout, stderr } = run(['show', '--in', directory, ...words]);
		assert.equal(status, 1, stderr);
		assert.equal(stdout, '');
		assert.match(stderr, message);
	}
});

test('areas are shown in an order that there is', (t) => {
	const directory = emptyDirectory(t);
	writeFolder(directory, { 'figures.csv': figures() });
	const { status, stderr } = run(['show', '--in', directory, '--sort', 'foo', '1']);
	assert.equal(status, 2);
	assert.match(stderr, /want --sort value, -value, name, count or trend, not 'foo'/);
	assert.equal(run(['show', '--in', directory, '--sort', '-value', '1']).status, 0);
});

test('a made-up England of one seed is always the same, and builds', (t) => {
	const directory = emptyDirectory(t);
	for (const name of ['a', 'b'])
		assert.equal(
			run(['simulate', '--figures', '20000', '--seed', '7', name], { cwd: directory }).status,
			0,
		);
	const files = readdirSync(join(directory, 'a')).sort();
	assert.deepEqual(readdirSync(join(directory, 'b')).sort(), files);
	for (const file of files)
		assert.ok(readFileSync(join(directory, 'a', file)).equals(readFileSync(join(directory, 'b', file))));
	assert.equal(run(['build', 'a'], { cwd: directory }).status, 0);
	assert.notEqual(run(['simulate', 'a'], { cwd: directory }).status, 0);
});
