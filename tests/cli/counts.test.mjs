// Folders of counts, as the documentation and the examples have them.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { emptyDirectory, run } from './support.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** The fenced blocks of a page that say what they are: kind, name, text. */
function blocks(page) {
	const found = readFileSync(join(root, page), 'utf8').matchAll(
		/^```(\w+) (.+)\n([^]*?)^```$/gm,
	);
	return [...found].map(([, kind, name, text]) => ({ kind, name, text }));
}

test('the example of docs/counts.md gives what it says', (t) => {
	const folder = join(emptyDirectory(t), 'mine');
	const release = join(folder, '../mine.tartan');
	const parts = blocks('docs/counts.md');
	mkdirSync(folder);
	for (const { kind, name, text } of parts)
		if (kind !== 'text') writeFileSync(join(folder, name), text);
	const built = run(['build', folder, '-o', release]);
	assert.equal(built.status, 0, built.stderr);
	const shown = parts.filter(({ kind }) => kind === 'text');
	assert.equal(shown.length, 1);
	for (const { name, text } of shown) {
		const [program, command, ...words] = name.split(' ');
		assert.equal(program, 'tartan');
		assert.equal(run([command, '--in', release, ...words]).stdout, text);
	}
});

test('every key of docs/counts.md is one that definitions may have', (t) => {
	const folder = emptyDirectory(t);
	const page = readFileSync(join(root, 'docs/counts.md'), 'utf8');
	const keys = [...page.matchAll(/^\| (`[^|]*`) \|/gm)]
		.flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)])
		.map(([, key]) => key);
	assert.ok(keys.length > 20);
	for (const key of keys) {
		const entry = `${key}: ${key === 'across' ? 'age' : 'x'}`;
		const lines = ['tables:', `  - ${entry}`, '    makes:', `      - ${entry}`];
		writeFileSync(join(folder, 'definitions.yaml'), `${lines.join('\n')}\n`);
		const { stderr, stdout } = run(['check', folder]);
		const unknown = `${stderr}${stdout}`.match(/unknown key/g) ?? [];
		assert.ok(unknown.length < 2, `${key} is known in tables or in what they make`);
	}
});

test('examples/counts builds, with values, limits and sums', (t) => {
	const release = join(emptyDirectory(t), 'counts.tartan');
	const built = run(['build', join(root, 'examples/counts'), '-o', release]);
	assert.equal(built.status, 0, built.stderr);
	assert.match(built.stderr, /2 sums of 'health-checks' not made/);
	const county = run(['show', '--in', release, '--why', 'self-harm', 'Northshire']).stdout;
	assert.match(county, /The counts of all areas within were added up/);
	assert.match(county, /Standard population +European Standard Population 2013/);
	assert.match(county, /10-14 +39 of 23,353, times 5,500 of the standard population: 9\.185/);
	assert.match(county, /Source +definitions.yaml, line 16/);
	assert.match(county, /Sum +63\.07\d+ ÷ 17,000 × 100,000 = 371\.0543/);
	const pooled = run(['show', '--in', release, '--why', 'self-harm-15-19', 'Dunsea']).stdout;
	assert.match(pooled, /The counts of the years within were added up/);
	assert.match(pooled, /Period +2021\/22 - 23\/24/);
});

test('a faulty definition fails with its line', (t) => {
	const folder = emptyDirectory(t);
	writeFileSync(join(folder, 'counts.csv'), 'code,year,seen,of\nE06000001,2020,1,2\n');
	writeFileSync(
		join(folder, 'definitions.yaml'),
		'tables:\n- file: counts.csv\n  columns: {area: code, period: year}\n  makes:\n' +
			'  - {indicator: a, method: rate, count: sen, denominator: of}\n',
	);
	const { status, stderr } = run(['build', folder, '-o', join(folder, 'x.tartan')]);
	assert.equal(status, 1);
	assert.match(
		stderr,
		/definitions.yaml:5:41: fault: no column 'sen' in 'counts.csv', the nearest is 'seen'/,
	);
});

test('pooled and single years are no one course', (t) => {
	const folder = emptyDirectory(t);
	const years = [2018, 2019, 2020, 2021].map((year) => `E06000001,Ash,${year},9,1000`);
	writeFileSync(join(folder, 'counts.csv'), `code,name,year,n,of\n${years.join('\n')}\n`);
	writeFileSync(
		join(folder, 'definitions.yaml'),
		`tables:
- file: counts.csv
  columns: {area: code, area name: name, period: year}
  makes:
  - {indicator: seen, method: rate, count: n, denominator: of, pool: 3y,
     keep single years: true}
`,
	);
	const lines = run(['show', '--in', folder, 'seen', 'Ash']).stdout.split('\n');
	const rows = lines.filter((line) => /^(20|--)/.test(line)).map((line) => line.slice(0, 9).trim());
	assert.match(rows[0], /^2018 - 20$/);
	assert.deepEqual(rows.slice(1), ['2019 - 21', '2018 - 20', '-- period', '2021', '2020', '2019', '2018']);
});
